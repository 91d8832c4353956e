"""What the pages of people print, worked out from their rows. No queries."""

from calendar import monthrange
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common.dates import DAY, YEAR, PartialDate

OLDEST_AGE = 105  # above that, a person without a date of death is not told to be alive
SITES = {
    "imdb": ("IMDb", "https://www.imdb.com/name/{}/"),
    "tmdb": ("TMDB", "https://www.themoviedb.org/person/{}"),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "letterboxd": ("Letterboxd", "https://letterboxd.com/director/{}/"),
}


def last_day(partial):
    """The last day a partial date could be."""
    first = partial.first_day
    if partial.precision == DAY:
        return first
    if partial.precision == YEAR:
        return date(first.year, 12, 31)
    return first.replace(day=monthrange(first.year, first.month)[1])


def ages(born, at):
    """(lowest, highest) age in whole years of somebody born on one partial date, on another. None if born later."""
    lowest = _years(last_day(born), at.first_day)
    highest = _years(born.first_day, last_day(at))
    return None if highest < 0 else (max(lowest, 0), highest)


def _years(born, at):
    # Somebody born on 29 February is a year older on 1 March where there is no 29th.
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def age_text(born, died, today):
    """ "aged 46", or "aged 46 or 47" where a date is known to the month or year only; "" where nothing can be said."""
    found = born and ages(born, died or PartialDate(today))
    if not found or (not died and found[1] > OLDEST_AGE):
        return ""
    low, high = found
    if low == high:
        return ngettext("aged %(age)d", "aged %(age)d", high) % {"age": high}
    return _("aged %(low)d or %(high)d") % {"low": low, "high": high}
