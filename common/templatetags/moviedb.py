"""How dates, money, places, names and numbers are printed, on every page alike."""

import re
import unicodedata
from hashlib import blake2s

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from django import template
from django.utils import timezone
from django.utils.html import Urlizer, conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from common import languages, markdown, places
from common.dates import DAY, MONTH, PartialDate
from common.locales import reader_locale

register = template.Library()
TINTS = 12


def _as_partial(value):
    return value if value is None or isinstance(value, PartialDate) else PartialDate(value)


def partial_date_text(value):
    """ "27 October 1995", "October 1995" or "1995" in the reader's language; "" for None. Takes plain days too."""
    value = _as_partial(value)
    if not value:
        return ""
    if value.precision == DAY:
        return format_date(value.first_day, "long", locale=reader_locale())
    if value.precision == MONTH:
        return format_skeleton("yMMMM", value.first_day, locale=reader_locale())
    return str(value)


register.filter("partial_date_text", partial_date_text)


@register.filter
def partial_date(value):
    """The same as a <time> element that says no more than is known."""
    value = _as_partial(value)
    return format_html('<time datetime="{}">{}</time>', value, partial_date_text(value)) if value else ""


@register.filter
def partial_day(instant):
    """The day of an instant in the site's time zone, for partial_date."""
    return instant and PartialDate(timezone.localtime(instant).date())


@register.filter
def money(record):
    """A record with `money` and `is_estimated`: "$3,600,000 (estimated)"."""
    if not record.is_estimated:
        return str(record.money)
    return _("%(money)s (estimated)") % {"money": record.money}


@register.filter
def country(code):
    return places.country_name(code)


@register.filter
def language(tag):
    return languages.language_name(tag) if tag else ""


@register.filter
def duration(minutes):
    """111 gives "1 h 51 min"; None gives ""."""
    if not minutes:
        return ""
    hours, rest = divmod(int(minutes), 60)
    if not hours:
        return _("%(minutes)d min") % {"minutes": rest}
    if not rest:
        return _("%(hours)d h") % {"hours": hours}
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}


@register.filter
def number(value):
    """18204 gives "18,204" in English; None gives ""."""
    return "" if value is None else format_decimal(value, locale=reader_locale())


def joined_text(items):
    """ "A, B and C" as plain text, for attributes and sentences that are escaped as a whole."""
    return format_list([str(item) for item in items], locale=reader_locale()) if items else ""


@register.filter
def joined(items):
    """ "A, B and C". What is not marked safe is escaped."""
    items = [conditional_escape(item) for item in items]
    return mark_safe(format_list(items, locale=reader_locale())) if items else ""  # noqa: S308 (all escaped)


@register.filter
def bdi_joined(items):
    """The same for names of any script, each in a <bdi> of its own, so that none upsets the line."""
    return joined([format_html("<bdi>{}</bdi>", item) for item in items])


def initials(name):
    """At most two letters that stand for a name: "Mike Figgis" gives "MF", "黒澤 明" gives "黒明", "Cher" gives "C"."""
    words = [word for word in map(_from_first_letter, name.split()) if word]
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(_first_letter(word) for word in chosen).upper()[:4] or "?"


def _from_first_letter(word):
    """The word without the quotes and brackets it begins with."""
    return word[next((at for at, char in enumerate(word) if unicodedata.category(char)[0] in "LN"), len(word)) :]


def _first_letter(word):
    """The first letter with the marks that belong to it (कि is one letter in two characters)."""
    end = 1
    while end < len(word) and end < 3 and unicodedata.category(word[end])[0] == "M":
        end += 1
    return word[:end]


def name_tint(name):
    """ "tint-1" … "tint-12", the same for the same name for ever."""
    return f"tint-{blake2s(name.encode(), digest_size=2).digest()[0] % TINTS + 1}"


register.filter("name_tint", name_tint)


@register.simple_tag
def monogram(name, size=""):
    """The round picture of somebody without a portrait. `size`: "" or "big"."""
    classes = f"mono {name_tint(name)} {size}".strip()
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, initials(name))


@register.filter
def rendered(record):
    """The stored HTML of a record with text, html and html_version (common.records.RenderedText)."""
    return markdown.shown(record)


class _Linker(Urlizer):
    """Only what says https:// or http://: the name of a source such as "Encyclopedia.com" is no address."""

    simple_url_2_re = re.compile(r"(?!)")

    def is_email_simple(self, value):
        return False


@register.filter
def linked(text):
    """Plain text with its addresses as links."""
    return mark_safe(_Linker()(text, nofollow=True, autoescape=True))  # noqa: S308 (escaped by the linker)
