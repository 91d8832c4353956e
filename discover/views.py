from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def home(request):
    return render(request, "discover/home.html", {})


@require_GET
def browse(request):
    return render(request, "discover/browse.html", {})


@require_GET
def robots(request):
    """Crawlers may read every page; what depends on a choice of filters is endless and left out."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /accounts/", "Disallow: /films/?", "Disallow: /people/?"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
