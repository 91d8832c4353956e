"""Theme and language of anybody, kept in cookies of their own: no account, no session, no token."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from common.context_processors import THEME_COOKIE, THEMES

COOKIE_AGE_SECONDS = 365 * 24 * 60 * 60


# The one exemption from tokens: a token would need a cookie on every visitor's page. Origin is checked instead, and all
# that anybody could do from elsewhere is change colours.
@csrf_exempt
@require_POST
def preferences(request):
    if not _is_from_here(request):
        raise PermissionDenied(_("This form was sent from another site."))
    response = HttpResponseRedirect(_safe_next(request))
    theme, language = request.POST.get("theme"), request.POST.get("language")
    if theme == "auto":
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    elif theme in THEMES:
        _set_cookie(response, THEME_COOKIE, theme)
    if language in dict(settings.LANGUAGES) and check_for_language(language):
        _set_cookie(response, settings.LANGUAGE_COOKIE_NAME, language)
    return response


def _set_cookie(response, name, value):
    response.set_cookie(
        name,
        value,
        max_age=COOKIE_AGE_SECONDS,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _is_from_here(request):
    """Browsers send Origin with every form; very old ones only Referer. Neither: not a form of ours."""
    sender = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        return urlsplit(sender).netloc == request.get_host()
    except ValueError:  # no address at all
        return False


def _safe_next(request):
    target = request.POST.get("next", "")
    is_ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if is_ours else "/"
