"""What the film's pages read: one query a table, whatever the number of rows.

`read_lists` takes the plain tables; credits, notes, quotes and pictures have readers of their own. Limits are in
policy.py; a limit of None means everything.
"""

from dataclasses import dataclass, field

from django.db.models import Case, Count, IntegerField, Q, Sum, Value, When, Window
from django.db.models.functions import RowNumber

from history.models import Revision

from . import policy, presenting
from .models import AwardPerson, Connection, Credit, CriticReview, QuoteLine, StillPerson
from .vocabulary import RECORD_TYPE, AwardResult, Department, FilmStatus

_PERSON_TEXTS = ("person__biography", "person__biography_html")


@dataclass
class Rows:
    """The rows of a section that a page shows, and how many there are in all."""

    shown: list = field(default_factory=list)
    total: int = 0

    def __iter__(self):
        return iter(self.shown)

    def __len__(self):
        return len(self.shown)

    def __getitem__(self, at):
        return self.shown[at]

    @property
    def has_more(self):
        return self.total > len(self.shown)


def _first(rows, limit):
    if limit is not None:
        rows = rows.annotate(in_all=Window(Count("*")))[:limit]
    shown = list(rows)
    return Rows(shown, shown[0].in_all if limit is not None and shown else len(shown))


# Section name -> its rows, and how many the main page carries.
_LISTS = {
    "ids": (lambda film: film.ids.all(), policy.IDS_SHOWN),
    "titles": (lambda film: film.titles.all(), policy.TITLES_SHOWN),
    "genres": (lambda film: film.film_genres.select_related("genre"), policy.GENRES_SHOWN),
    "keywords": (lambda film: film.film_keywords.select_related("keyword"), policy.KEYWORDS_SHOWN),
    "countries": (lambda film: film.film_countries.all(), policy.COUNTRIES_SHOWN),
    "languages": (lambda film: film.film_languages.all(), policy.LANGUAGES_SHOWN),
    "storylines": (lambda film: film.storylines.shown(), policy.STORYLINES_SHOWN),
    "releases": (lambda film: film.releases.all(), policy.RELEASES_SHOWN),
    "certifications": (lambda film: film.certifications.all(), policy.CERTIFICATIONS_SHOWN),
    "official_sites": (lambda film: film.official_sites.all(), policy.SITES_SHOWN),
    "filming_locations": (lambda film: film.filming_locations.all(), policy.LOCATIONS_SHOWN),
    "companies": (lambda film: film.companies.select_related("company"), policy.COMPANIES_SHOWN),
    "grosses": (lambda film: film.grosses.all(), policy.GROSSES_SHOWN),
    "technical_specs": (lambda film: film.technical_specs.all(), policy.SPECS_SHOWN),
    "soundtrack": (lambda film: film.soundtrack.all(), policy.SOUNDTRACK_SHOWN),
    "content_notes": (lambda film: film.content_notes.all(), policy.CONTENT_NOTES_SHOWN),
    "trailers": (lambda film: film.trailers.all(), policy.TRAILERS_SHOWN),
    "external_scores": (lambda film: film.external_scores.all(), policy.EXTERNAL_SCORES_SHOWN),
}


def read_lists(film, names, *, everything=False):
    """The named sections as {name: Rows}."""
    return {name: _first(_LISTS[name][0](film), None if everything else _LISTS[name][1]) for name in names}


# --- people -----------------------------------------------------------------------------------------------------------

_IS_HEAD = Case(When(job="", then=0), default=1, output_field=IntegerField())


def read_credit_heads(film):
    """The first of each department as {department: Rows}: those without a job (its heads) first, then by billing."""
    limit = Case(
        When(department=Department.CAST, then=Value(policy.CAST_SHOWN)),
        default=Value(policy.CREW_HEADS_SHOWN),
        output_field=IntegerField(),
    )
    place = Window(RowNumber(), partition_by="department", order_by=[_IS_HEAD, "position", "id"])
    rows = (
        Credit.objects.filter(film=film)
        .annotate(place=place, in_all=Window(Count("*"), partition_by="department"), at_most=limit)
        .annotate(heads=Window(Count("id", filter=Q(job="")), partition_by="department"))
        .filter(place__lte=limit)
        .select_related("person")
        .defer(*_PERSON_TEXTS)
        .order_by("department", "place")
    )
    found = {}
    for credit in rows:
        found.setdefault(credit.department, Rows(total=credit.in_all)).shown.append(credit)
    return found


_DEPARTMENT_RANK = Case(
    *[When(department=value, then=Value(rank)) for rank, value in enumerate(Department.values)],
    output_field=IntegerField(),
)


def read_credits(film, *, after):
    """A page of the whole credits in title card order: (credits, mark of the next page or "").

    `after`: the mark of a credit, "rank.position.id"; "" begins at the top. Raises ValueError for anything else.
    """
    rows = Credit.objects.filter(film=film).annotate(rank=_DEPARTMENT_RANK)
    if after:
        rank, position, pk = (int(part) for part in after.split("."))
        if not (0 <= rank < 100 and 0 <= position < 2**31 and 0 <= pk < 2**63):
            raise ValueError("no such mark")
        rows = rows.filter(
            Q(rank__gt=rank) | Q(rank=rank, position__gt=position) | Q(rank=rank, position=position, id__gt=pk)
        )
    rows = rows.select_related("person").defer(*_PERSON_TEXTS).order_by("rank", "position", "id")
    found = list(rows[: policy.CREDITS_PER_PAGE + 1])
    shown = found[: policy.CREDITS_PER_PAGE]
    last = shown[-1] if len(found) > len(shown) else None
    return shown, f"{last.rank}.{last.position}.{last.pk}" if last else ""


def count_departments(film):
    """{anchor, label, count, mark} of each department the film has, in title card order."""
    counts = dict(Credit.objects.filter(film=film).order_by().values_list("department").annotate(Count("id")))
    return [
        {
            "anchor": presenting.anchor(department.value),
            "label": department.label,
            "count": counts[department.value],
            "mark": f"{rank}.0.0",
        }
        for rank, department in enumerate(Department)
        if department.value in counts
    ]


def _attach_people(records, model, name):
    """Set `record.named` to the people mentioned with each record, in order."""
    by_id = {record.pk: record for record in records}
    for record in records:
        record.named = []
    if by_id:
        mentions = model.objects.filter(**{f"{name}__in": by_id}).select_related("person").defer(*_PERSON_TEXTS)
        for mention in mentions:
            by_id[getattr(mention, f"{name}_id")].named.append(mention)


def read_stills(film, *, everything=False):
    """The film's stills, each with `named` people, captions and its neighbours."""
    stills = _first(film.stills.shown(), None if everything else policy.STILLS_SHOWN)
    _attach_people(stills.shown, StillPerson, "still")
    for still in stills:
        still.caption = presenting.caption(still.named, film)
        still.caption_text = presenting.caption_text(still.named, film)
    presenting.chain(stills.shown)
    return stills


def read_awards(film, *, everything=False):
    """The film's awards, each with `named` people. The Rows also tell how many were `won` and `nominated`."""
    won, nominated = (
        Window(Count("id", filter=Q(result=result))) for result in (AwardResult.WON, AwardResult.NOMINATED)
    )
    rows = film.awards.annotate(won=won, nominations=nominated)
    awards = _first(rows, None if everything else policy.AWARDS_SHOWN)
    _attach_people(awards.shown, AwardPerson, "award")
    awards.won, awards.nominated = (awards[0].won, awards[0].nominations) if awards else (0, 0)
    return awards


# --- texts ------------------------------------------------------------------------------------------------------------


def read_notes(film, *, everything=False):
    """Trivia, goofs, crazy credits and alternate versions as {kind: Rows}."""
    rows = film.notes.shown().annotate(in_all=Window(Count("*"), partition_by="kind"))
    if not everything:
        place = Window(RowNumber(), partition_by="kind", order_by=["position", "id"])
        rows = rows.annotate(place=place).filter(place__lte=policy.NOTES_SHOWN)
    found = {}
    for note in rows.order_by("kind", "position", "id"):
        found.setdefault(note.kind, Rows(total=note.in_all)).shown.append(note)
    return found


def read_quotes(film, *, everything=False):
    """The film's quotes, each with its `turns` (presenting.dialogue) and whether it `goes_on` after them."""
    quotes = _first(film.quotes.shown(), None if everything else policy.QUOTES_SHOWN)
    lines = {quote.pk: [] for quote in quotes}
    if lines:
        rows = QuoteLine.objects.filter(quote__in=lines).select_related("credit__person")
        for line in rows.defer("credit__person__biography", "credit__person__biography_html"):
            lines[line.quote_id].append(line)
    for quote in quotes:
        said = lines[quote.pk]
        quote.goes_on = not everything and len(said) > policy.QUOTE_LINES_SHOWN
        quote.turns = presenting.dialogue(said[: policy.QUOTE_LINES_SHOWN] if quote.goes_on else said)
    return quotes


def read_connections(film, *, everything=False):
    """Connections with other films, told from this film's side. Nothing is heard from films that aren't published."""
    rows = (
        Connection.objects.filter(Q(film=film) | Q(other=film, film__status=FilmStatus.PUBLISHED))
        .select_related("film", "other")
        .annotate(is_reverse=Case(When(film=film, then=0), default=1, output_field=IntegerField()))
        .order_by("is_reverse", "position", "id")
    )
    return _first(rows, None if everything else policy.CONNECTIONS_SHOWN)


def read_critics(film, *, everything=False):
    """Critics' reviews; the Rows carry the critics' `score` (presenting.mean_score) and the reviews it is `of`."""
    rows = CriticReview.objects.filter(film=film).annotate(
        scored=Window(Count("score")), score_sum=Window(Sum("score"))
    )
    reviews = _first(rows, None if everything else policy.CRITIC_REVIEWS_SHOWN)
    reviews.of, total = (reviews[0].scored, reviews[0].score_sum) if reviews else (0, 0)
    reviews.score = presenting.mean_score(total, reviews.of) if reviews.of >= policy.MIN_CRITIC_REVIEWS else None
    return reviews


# --- the record -------------------------------------------------------------------------------------------------------


def read_revisions(film):
    """The latest edits, newest first, with their editors; without the documents."""
    rows = Revision.objects.filter(record_type=RECORD_TYPE, record_uid=film.uid).select_related("editor")
    return list(rows.defer("document").order_by("-number")[: policy.REVISIONS_SHOWN])


def read_directors(film):
    """Names of the first two directors, for posters and descriptions."""
    rows = Credit.objects.filter(film=film, department=Department.DIRECTING, job="").select_related("person")
    return [credit.shown_name for credit in rows.defer(*_PERSON_TEXTS).order_by("position", "id")[:2]]


# --- whole pages ------------------------------------------------------------------------------------------------------


def read_film_page(film):
    """Everything the main page shows. `film` comes from FilmQuerySet.with_budget()."""
    page = read_lists(film, _LISTS)
    credits = read_credit_heads(film)
    page |= {
        "cast": credits.pop(Department.CAST, Rows()),
        "crew": presenting.crew(credits),
        "directors": presenting.directors(credits.get(Department.DIRECTING)),
        "writers": presenting.writers(credits.get(Department.WRITING)),
        "stills": read_stills(film),
        "awards": read_awards(film),
        "notes": presenting.note_panels(read_notes(film)),
        "quotes": read_quotes(film),
        "connections": read_connections(film),
        "critic_reviews": read_critics(film),
        "origins": list(film.section_origins.all()[: policy.ORIGINS_SHOWN]),
        "revisions": read_revisions(film),
    }
    return presenting.film_page(film, page)


def read_credits_page(film, *, after):
    """A page of the credits; the first one holds the companies too. Raises ValueError for a mark that is none."""
    credits, next_mark = read_credits(film, after=after)
    companies = Rows() if after else read_lists(film, ("companies",), everything=True)["companies"]
    return {
        "departments": presenting.departments(credits),
        "all_departments": count_departments(film),
        "companies": companies,
        "company_groups": presenting.company_groups(companies),
        "after": after,
        "next_mark": next_mark,
    }


def read_trailer_page(film, *, play):
    """The film's trailers, and which of them plays: the one whose number is `play` (text), else the first."""
    trailers = read_lists(film, ("trailers",), everything=True)["trailers"]
    presenting.label_trailers(trailers)
    playing = [trailer for trailer in trailers if str(trailer.number) == play] or trailers[:1]
    return {"trailers": trailers, "playing": playing}


def read_quotes_page(film):
    quotes = read_quotes(film, everything=True)
    return {"quotes": quotes, "has_spoilers": any(quote.has_spoilers for quote in quotes)}


def read_trivia_page(film):
    page = read_lists(film, ("storylines", "keywords", "soundtrack", "content_notes"), everything=True)
    connections = read_connections(film, everything=True)
    notes = read_notes(film, everything=True)
    spoiling = [*page["content_notes"], *(note for rows in notes.values() for note in rows)]
    return page | {
        "notes": presenting.note_panels(notes),
        "connections": presenting.connections(connections, film),
        "content_guide": presenting.content_guide(page["content_notes"]),
        "has_spoilers": any(one.has_spoilers for one in spoiling),
        "is_empty": not (notes or connections or any(page.values())),
    }


def read_releases_page(film):
    names = (
        "ids",
        "titles",
        "genres",
        "countries",
        "languages",
        "releases",
        "certifications",
        "official_sites",
        "filming_locations",
        "grosses",
        "technical_specs",
        "external_scores",
    )
    page = read_lists(film, names, everything=True)
    page |= {"awards": read_awards(film, everything=True), "critic_reviews": read_critics(film, everything=True)}
    return presenting.releases_page(film, page)
