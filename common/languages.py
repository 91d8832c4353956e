"""Languages as BCP 47 tags, named by Babel; `zxx` is a film without words."""

import re

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

_TAG = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?",
    re.ASCII,
)


def is_language_tag(tag):
    """Whether the tag has the shape of BCP 47 in its usual case: "en", "pt-BR", "zh-Hant", "zxx"."""
    return len(tag) <= 35 and bool(_TAG.fullmatch(tag))


def language_name(tag):
    """The language in words of the reader's language; the tag itself where nobody has named it."""
    if tag == "zxx":
        return _("No spoken language")
    in_locale = Locale.parse(to_locale(get_language() or "en"))
    try:
        return Locale.parse(tag, sep="-").get_display_name(in_locale) or tag
    except (UnknownLocaleError, ValueError):
        parts = tag.split("-")
        return in_locale.languages.get(tag) or in_locale.languages.get(parts[0]) or tag
