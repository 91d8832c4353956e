"""What every page knows."""

from django.conf import settings

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "theme"


def site(request):
    theme = request.COOKIES.get(THEME_COOKIE)
    return {"site_name": settings.SITE_NAME, "theme": theme if theme in THEMES else "auto"}
