"""Whole addresses, for those who read them elsewhere: search engines and link previews."""

from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri


def absolute(request, path):
    """The whole address of a path of this site: at SITE_URL where it is set, else at the host that was asked."""
    return iri_to_uri(urljoin(settings.SITE_URL, path)) if settings.SITE_URL else request.build_absolute_uri(path)
