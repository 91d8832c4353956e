"""One look at the catalogue: what an address of /films/ asks for, and the films it shows."""

import string
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.pagination import keyset_page
from common.text import ARTICLE_LANGUAGES, clean_line, fold, sort_key
from films.models import Film, FilmCountry, FilmGenre

from .facets import all_facets

PAGE_SIZE = 48  # films
MAX_QUERY_LENGTH = 100  # characters of a title
MAX_CHOICES = 12  # of one facet, in one address
LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True)
class Sort:
    name: str
    label: str
    order: tuple


SORTS = (
    Sort("title", gettext_lazy("A to Z"), ("sort_title", "id")),
    Sort("newest", gettext_lazy("Newest"), ("-sort_year", "sort_title", "id")),
    Sort("added", gettext_lazy("Recently added"), ("-id",)),
)


@dataclass
class Look:
    """An address of /films/, understood. `notes` tells in words what of it made no sense and was left out."""

    facets: list
    query: str
    sort: Sort
    start: tuple
    notes: list = field(default_factory=list)

    @property
    def chosen(self):
        """(name, value, label) of everything that narrows the list."""
        found = [("q", self.query, _("begins with “%(text)s”") % {"text": self.query})] if self.query else []
        return found + [(facet.name, c.value, c.label) for facet in self.facets for c in facet.chosen]

    def link(self, *, without=None, sort=None, **more):
        """Address of this look with one choice taken away, another sort, or a place to go on from."""
        pairs = [(name, value) for name, value, _label in self.chosen if (name, value) != without]
        sort = sort or self.sort.name
        if sort != SORTS[0].name:
            pairs.append(("sort", sort))
        pairs += [(name, value) for name, value in more.items() if value]
        address = reverse("discover:browse")
        return f"{address}?{urlencode(pairs)}" if pairs else address

    @property
    def chips(self):
        return [(label, self.link(without=(name, value))) for name, value, label in self.chosen]

    @property
    def sorts(self):
        return [(sort.label, self.link(sort=sort.name), sort is self.sort) for sort in SORTS]

    @property
    def jumps(self):
        """(label, link) of places to jump to in this order."""
        if self.sort.name == "title":
            return [(letter.upper(), self.link(**{"from": letter})) for letter in string.ascii_lowercase]
        if self.sort.name == "newest":
            decades = next(facet for facet in self.facets if facet.name == "decade")
            return [(c.label, self.link(**{"from": str(c.key + 9)})) for c in decades.choices]
        return []


def read_look(get):
    """Understand the query of an address (a QueryDict). Nothing in it is an error."""
    notes, facets = [], []
    for facet in all_facets():
        values = (value[:MAX_QUERY_LENGTH] for value in get.getlist(facet.name)[: 10 * MAX_CHOICES])
        asked = list(dict.fromkeys(_as_said(facet.name, value) for value in values))[:MAX_CHOICES]
        known = {choice.value for choice in facet.choices}
        for value in asked:
            if value and value not in known:
                notes.append(
                    _("%(facet)s: no film here is listed under “%(value)s”, so it was left out.")
                    % {"facet": facet.title, "value": clean_line(value[:60])}
                )
        facets.append(facet.with_chosen(set(asked) & known))
    name = get.get("sort", "")
    sort = next((sort for sort in SORTS if sort.name == name), None)
    if name and not sort:
        notes.append(_("There is no such order; the films are sorted from A to Z."))
    sort = sort or SORTS[0]
    query = clean_line(get.get("q", "")[: 10 * MAX_QUERY_LENGTH])[:MAX_QUERY_LENGTH].strip()
    return Look(facets=facets, query=query, sort=sort, start=_start(sort, get.get("from", "")), notes=notes)


def _as_said(name, value):
    """1990 is as good as 1990s, "Drama" as "drama", "fr" as "FR"."""
    if name == "decade":
        return f"{value}s" if value.isascii() and value.isdigit() else value
    return fold(value) if name == "genre" else value.upper()


def _start(sort, text):
    if sort.name == "title" and fold(text[:20]):
        return (fold(text[:20]),)
    if sort.name == "newest" and text.isascii() and text.isdigit() and len(text) == 4:
        return (int(text),)
    return ()


def films_of(look, *, after="", before=""):
    """One page of the films, with one query."""
    films = Film.objects.published().for_cards()
    chosen = {facet.name: [choice.key for choice in facet.chosen] for facet in look.facets}
    for genre in chosen["genre"]:
        films = films.filter(pk__in=FilmGenre.objects.filter(genre=genre).values("film"))
    if chosen["country"]:
        films = films.filter(pk__in=FilmCountry.objects.filter(country__in=chosen["country"]).values("film"))
    if chosen["decade"]:
        films = films.filter(_any(Q(sort_year__range=(year, year + 9)) for year in chosen["decade"]))
    if look.query:
        films = films.filter(_begins_with(look.query))
    return keyset_page(films, order=look.sort.order, size=PAGE_SIZE, after=after, before=before, start=look.start)


def _begins_with(query):
    """Titles sort without their article, and which word is one depends on the title's language: all are tried.

    As ranges of the folded key, which both databases read from the index; LIKE would not be on SQLite.
    """
    keys = {fold(query) or query, *(sort_key(query, language) for language in ARTICLE_LANGUAGES)}
    return _any(Q(sort_title__gte=key, sort_title__lt=key + LAST_CHARACTER) for key in sorted(keys))


def _any(conditions):
    found = Q()
    for condition in conditions:
        found |= condition
    return found
