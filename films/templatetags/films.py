"""Posters, and links to people, films and lists of films."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common.templatetags.moviedb import number

from .. import presenting

register = template.Library()
register.simple_tag(presenting.person_link, name="person_link")
register.filter("lang", presenting.lang)
register.filter("named", presenting.named)


@register.simple_tag
def film_link(film):
    """The title, linked."""
    return format_html(
        '<a href="{}" dir="auto"{}>{}</a>', film.get_absolute_url(), presenting.lang(film.title_language), film.title
    )


def poster_url(film):
    """The picture on file, or the drawn one."""
    return film.poster.url if film.poster else reverse("films:poster", args=[film.pk])


@register.simple_tag
def poster(film, alt="", lazy=True, classes="poster"):
    """The poster as an <img>. `alt` stays empty where the title stands beside it."""
    picture = film.poster_image
    return format_html(
        '<img class="{}" src="{}" alt="{}" width="{}" height="{}"{}>',
        classes,
        poster_url(film),
        alt,
        picture.width if picture else 300,
        picture.height if picture else 450,
        format_html(' loading="{}"', "lazy") if lazy else "",
    )


@register.simple_tag
def poster_alt(film):
    if film.poster:
        return _("Poster of %(film)s") % {"film": film.title}
    return _("Drawn poster of %(film)s") % {"film": film.title}


@register.simple_tag
def browse(**facets):
    """The address of the films of one kind: {% browse genre="drama" %}."""
    return f"{reverse('discover:browse')}?{urlencode(facets)}"


@register.simple_tag
def film_page_url(film, page, fragment="", **query):
    """The address of a sub-page: {% film_page_url film "trivia" "goofs" %}."""
    address = reverse(f"films:{page}", args=[film.pk, film.slug])
    return f"{address}{'?' + urlencode(query) if query else ''}{'#' + fragment if fragment else ''}"


@register.simple_tag
def all_link(film, rows, page, fragment, label):
    """ "All 62 →" to where the rest of the section is; nothing where everything is shown already."""
    if not rows.has_more:
        return ""
    return format_html(
        '<a class="all" href="{}">{} <span class="visually-hidden">({})</span> <span aria-hidden="true">→</span></a>',
        film_page_url(film, page, fragment),
        _("All %(count)s") % {"count": number(rows.total)},
        label,
    )


@register.simple_tag
def more_link(film, count, page, fragment, label):
    """ "3 more →" behind a list of people; nothing for 0."""
    if not count:
        return ""
    return format_html(
        '<a class="all" href="{}">{} <span class="visually-hidden">({})</span> <span aria-hidden="true">→</span></a>',
        film_page_url(film, page, fragment),
        ngettext("%(count)s more", "%(count)s more", count) % {"count": number(count)},
        label,
    )


@register.filter
def title_size(title):
    """The class that sets a long title smaller."""
    return "longest" if len(title) > 120 else "long" if len(title) > 40 else ""


@register.filter
def decade(year):
    """1995 gives "1990s", as browsing names decades."""
    return f"{year // 10 * 10}s"
