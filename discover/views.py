from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .browsing import films_of, read_look
from .front import front_page


@require_safe
def home(request):
    return render(request, "discover/home.html", front_page())


@require_safe
def browse(request):
    look = read_look(request.GET)
    page = films_of(look, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "look": look,
        "page": page,
        "next_link": page.next and look.link(after=page.next),
        "previous_link": page.previous and look.link(before=page.previous),
        "is_narrowed": bool(look.chosen),
    }
    return render(request, "discover/browse.html", context)


@require_safe
def robots(request):
    """Crawlers may read every page; what depends on a choice of filters is endless and left out."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /accounts/", "Disallow: /films/?", "Disallow: /people/?"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
