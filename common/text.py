"""Folding of titles and names into the keys that sorting and search compare as bytes."""

import re
import unicodedata

from django.db import models
from django.utils.text import slugify

SLUG_LENGTH = 80
_FOLD_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC")
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ß": "ss",
        "ħ": "h",
        "ŋ": "n",
    }
)
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
# Leading articles by language. English is used where the language is not known.
_ARTICLES = {
    "en": ("the", "a", "an"),
    "fr": ("le", "la", "les", "l'", "un", "une", "des"),
    "de": ("der", "die", "das", "ein", "eine"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "it": ("il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una", "un'"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
    "nl": ("de", "het", "een", "'t"),
    "sv": ("en", "ett"),
    "da": ("en", "et"),
    "nb": ("en", "et", "ei"),
    "hu": ("a", "az", "egy"),
    "ca": ("el", "la", "els", "les", "l'"),
}
ARTICLE_LANGUAGES = tuple(_ARTICLES)


def fold(text):
    """Lower case without accents or punctuation; marks of scripts that need them (कि, が) are kept.

    Method: combining marks are dropped only after Latin, Greek, Cyrillic, Hebrew and Arabic letters, the rest is
    composed again (NFC); apostrophes vanish; other punctuation becomes a space.
    """
    kept, drop_marks = [], False
    plain = unicodedata.normalize("NFKD", text).casefold()  # in this order: 𝓐 has no lower case before it is A
    for char in unicodedata.normalize("NFKD", plain).translate(_LETTERS):
        if unicodedata.combining(char):
            if not drop_marks:
                kept.append(char)
            continue
        drop_marks = unicodedata.name(char, "").startswith(_FOLD_SCRIPTS)
        kept.append(char)
    composed = _APOSTROPHES.sub("", unicodedata.normalize("NFC", "".join(kept)))
    words = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in composed)
    return " ".join(words.split())


def without_article(title, language=""):
    """The title without its leading article in its own language ("" counts as English).

    "The Third Man" gives "Third Man"; "Die Hard" keeps its "Die" unless the language is German.
    """
    for article in _ARTICLES.get(language.split("-")[0].lower() or "en", ()):
        start = article if article.endswith("'") else article + " "
        if title.casefold().replace("’", "'").startswith(start) and title[len(start) :].strip():
            return title[len(start) :].strip()
    return title


def sort_key(text, language=""):
    """What titles sort by: folded, without the leading article. Never empty: a title of signs keeps its signs."""
    return (fold(without_article(text, language)) or fold(text) or text.strip() or "-")[:200]


def slug(text):
    """The last part of an address: Unicode slug of at most 80 characters, "-" when nothing is left."""
    return slugify(unicodedata.normalize("NFC", text), allow_unicode=True)[:SLUG_LENGTH].strip("-") or "-"


def clean_line(text):
    """One line of text as stored: NFC, white space folded, control and direction-override characters removed."""
    return " ".join(clean_text(text).split())


def clean_text(text):
    """Text as stored: NFC, lines kept (LF), what is no character removed (controls, surrogates)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text if c in "\n\t" or _can_be_kept(c))
    return unicodedata.normalize("NFC", kept).strip()  # last: what was removed may have stood within a letter


def _can_be_kept(char):
    is_noncharacter = ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF  # which no HTML page may hold
    return unicodedata.category(char) not in ("Cc", "Cs") and char not in _OVERRIDES and not is_noncharacter


_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


class KeyField(models.CharField):
    """A folded key. Compared as bytes on both databases, so that they sort alike (collation "C" on PostgreSQL)."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        parameters["collation"] = "C" if connection.vendor == "postgresql" else None
        return parameters
