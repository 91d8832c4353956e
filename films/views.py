"""The pages of a film: the page itself and the sub-pages that hold everything."""

from functools import wraps
from urllib.parse import urlsplit

from csp.decorators import csp_update
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from common.addresses import absolute
from common.records import unmerged

from . import presenting, reading
from .models import Film
from .posters import poster_svg
from .vocabulary import FilmStatus

POSTER_MAX_AGE = 3600  # seconds


def find_film(films, film_id, user):
    """The film this user may see under that number, following merges. Raises Http404.

    Visitors see published films; whoever may view films in the admin also sees drafts.
    """
    film = unmerged(films, film_id)
    if film is None or (film.status != FilmStatus.PUBLISHED and not user.has_perm("films.view_film")):
        raise Http404
    return film


def film_page(name, films):
    """A page at films:<name>. The view gets the film, once the address is the right one.

    A merged film's address leads to its target for good; a wrong slug leads to the right one for now.
    """

    def decorate(view):
        @require_safe
        @wraps(view)
        def answer(request, film_id, slug=""):
            film = find_film(films(), film_id, request.user)
            if film.pk == film_id and film.slug == slug:
                return view(request, film)
            address = reverse(f"films:{name}", args=[film.pk, film.slug])
            if request.META.get("QUERY_STRING"):
                address += f"?{request.META['QUERY_STRING']}"
            return (HttpResponseRedirect if film.pk == film_id else HttpResponsePermanentRedirect)(address)

        return answer

    return decorate


def _render(request, film, template, context):
    """Render a page of the film. Only the hosts of the trailers that it may play can be framed."""
    context |= {
        "film": film,
        "canonical": absolute(request, request.path),
        "is_draft": film.status != FilmStatus.PUBLISHED,
        "can_edit": request.user.has_perm("films.change_film"),
    }
    hosts = {f"https://{urlsplit(trailer.player_url).netloc}" for trailer in context.get("playing", ())}
    answer = csp_update({"frame-src": sorted(hosts)})(render) if hosts else render
    return answer(request, f"films/{template}.html", context)


def _render_sub_page(request, film, name, context):
    context |= presenting.sub_page(film, name) | {"reveal": request.GET.get("spoilers") == "show"}
    return _render(request, film, f"film_{name}", context)


@film_page("film", lambda: Film.objects.with_budget())
def film(request, film):
    page = reading.read_film_page(film)
    directors = [one.credit.shown_name for one in page["directors"][0]]
    context = {
        "page": page,
        "playing": page["trailers"],
        "description": presenting.description(film, directors),
        "og_image": absolute(request, film.poster.url) if film.poster else "",
    }
    return _render(request, film, "film_detail", context)


@film_page("credits", lambda: Film.objects.with_pages())
def credits(request, film):
    try:
        context = reading.read_credits_page(film, after=request.GET.get("after", ""))
    except ValueError:
        raise Http404 from None
    return _render_sub_page(request, film, "credits", context)


@film_page("stills", lambda: Film.objects.with_pages())
def stills(request, film):
    return _render_sub_page(request, film, "stills", {"stills": reading.read_stills(film, everything=True)})


@film_page("trivia", lambda: Film.objects.with_pages())
def trivia(request, film):
    return _render_sub_page(request, film, "trivia", reading.read_trivia_page(film))


@film_page("quotes", lambda: Film.objects.with_pages())
def quotes(request, film):
    return _render_sub_page(request, film, "quotes", reading.read_quotes_page(film))


@film_page("releases", lambda: Film.objects.with_budget().with_pages())
def releases(request, film):
    return _render_sub_page(request, film, "releases", reading.read_releases_page(film))


@film_page("trailer", lambda: Film.objects.with_pages())
def trailer(request, film):
    return _render_sub_page(request, film, "trailer", reading.read_trailer_page(film, play=request.GET.get("play")))


@require_safe
def poster(request, film_id):
    """The drawn poster, also of films that have a picture on file."""
    film = find_film(Film.objects, film_id, request.user)
    names = " & ".join(reading.read_directors(film))
    svg = poster_svg(title=film.title, year=film.year, director=names, language=film.title_language)
    answer = HttpResponse(svg, content_type="image/svg+xml")
    is_public = film.status == FilmStatus.PUBLISHED
    answer["Cache-Control"] = f"public, max-age={POSTER_MAX_AGE}" if is_public else "private, no-store"
    return answer
