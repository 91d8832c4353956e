"""The reader's language as Babel knows it, for dates, numbers and lists."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, to_locale

# English without a country is written the way this project writes it: 27 October 1995; A, B and C.
_WRITTEN_AS = {"en": "en_GB"}


@lru_cache(maxsize=64)
def _locale(language):
    name = to_locale(language)
    try:
        return Locale.parse(_WRITTEN_AS.get(name, name))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def reader_locale():
    """Babel's locale for the language that is active now."""
    return _locale(get_language() or "en")
