"""What films can be chosen by: genres, decades and countries, of those only that lead to a published film.

Each list is one query that looks a film up in an index for every possible value, and never counts.
"""

from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.places import COUNTRIES, country_name
from films.models import Film, FilmCountry, FilmGenre, Genre
from films.schema import FIRST_YEAR, LAST_YEAR
from films.vocabulary import FilmStatus


@dataclass(frozen=True)
class Choice:
    """`key` is what the database knows it by: a genre's number, a decade's first year, a country's code."""

    value: str
    label: str
    key: int | str
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """`name` is the key in the address; `hint` says how several choices go together."""

    name: str
    title: str
    hint: str
    choices: tuple = ()

    @property
    def chosen(self):
        return [choice for choice in self.choices if choice.is_chosen]

    def with_chosen(self, values):
        marked = (replace(choice, is_chosen=choice.value in values) for choice in self.choices)
        return replace(self, choices=tuple(marked))


def all_facets():
    any_of, all_of = gettext_lazy("any of these"), gettext_lazy("all of these")
    return [
        Facet("genre", _("Genre"), all_of, tuple(Choice(g.key, g.name, g.pk) for g in genres_with_films())),
        Facet(
            "decade",
            _("Decade"),
            any_of,
            tuple(Choice(f"{y}s", _("%(year)ss") % {"year": y}, y) for y in decades_with_films()),
        ),
        Facet("country", _("Country"), any_of, tuple(Choice(c, name, c) for c, name in countries_with_films())),
    ]


def genres_with_films():
    # The first row, not EXISTS: PostgreSQL would turn that into a join with the whole table.
    published = FilmGenre.objects.filter(genre=OuterRef("pk"), film__status=FilmStatus.PUBLISHED).order_by("film_id")
    return list(Genre.objects.annotate(some=Subquery(published.values("pk")[:1])).filter(some__isnull=False))


def decades_with_films():
    """First years of decades, latest first."""
    decades = range(LAST_YEAR // 10 * 10, FIRST_YEAR // 10 * 10 - 1, -10)
    film = connection.ops.quote_name(Film._meta.db_table)
    return _with_films(
        decades,
        f"SELECT 1 FROM {film} WHERE status = %s AND sort_year >= choice AND sort_year <= choice + 9 "
        "ORDER BY sort_year DESC",
    )


def countries_with_films():
    """(code, name), by name."""
    film = connection.ops.quote_name(Film._meta.db_table)
    made_in = connection.ops.quote_name(FilmCountry._meta.db_table)
    codes = _with_films(
        sorted(COUNTRIES),
        f"SELECT 1 FROM {made_in} JOIN {film} ON {film}.id = film_id WHERE country = choice AND status = %s "
        "ORDER BY film_id",
    )
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])


def _with_films(choices, some_film):
    """Those of `choices` for which the query `some_film` finds a row. One query, which looks up one row for each.

    `some_film` ends in the order of the index that serves it: without one, PostgreSQL scans the whole table for a
    value that is rare or absent, since it expects every value to be common.
    """
    choices = list(choices)
    rows = ", ".join(["(%s)"] * len(choices))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH choices(choice) AS (VALUES {rows}) "
            f"SELECT choice FROM choices WHERE ({some_film} LIMIT 1) IS NOT NULL",
            [*choices, FilmStatus.PUBLISHED.value],
        )
        found = {row[0] for row in cursor.fetchall()}
    return [choice for choice in choices if choice in found]
