"""The film document's form, as pydantic models. `film.schema.json` is made from it (`manage.py export_schemas`).

What each key means is told in docs/film-document.md; what becomes of a document in document.py and sections.py.
"""

import re
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from common.documents import (
    Amount,
    Country,
    Currency,
    Image,
    Language,
    Line,
    Part,
    PartialDateText,
    Score,
    Sourced,
    Territory,
    Text,
    Uid,
    Url,
    Yes,
)
from people.document import Ids, PersonPart, PersonRef

from .vocabulary import (
    TRAILER_ID,
    AwardResult,
    CompanyRole,
    ConnectionKind,
    ContentCategory,
    Department,
    FilmKind,
    GoofKind,
    GrossKind,
    ReleaseKind,
    ScoreKind,
    Severity,
    SpecKind,
    TrailerHost,
)

FORMAT = "moviedb.film/1"
MAX_CREDITS = 20_000
NO_SUCH_CREDIT = "no credit of this document has that uid"
MAX_ENTRIES = 5_000
FIRST_YEAR, LAST_YEAR = 1870, 2200
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Minutes = Annotated[int, Field(ge=1, le=60_000)]


def value_of(choices):
    """One of a vocabulary's values, as plain text."""
    return Literal[tuple(choices.values)]


class FilmRef(Part):
    """How a document names another film."""

    uid: Uid | None = None
    ids: Ids = []
    title: Line(500)
    year: Year | None = None


class AlternativeTitle(Part):
    title: Line(500)
    country: Country | None = None
    language: Language | None = None
    note: Line(200) | None = None


class Storyline(Part):
    uid: Uid | None = None
    text: Text(20_000)
    author: Line(100) | None = None
    language: Language | None = None


class Credit(Part):
    uid: Uid | None = None
    person: PersonRef
    department: value_of(Department)
    job: Line(100) | None = None
    credited_as: Line(200) | None = None
    characters: Annotated[list[Line(300)], Field(max_length=50)] = []
    attributes: Annotated[list[Line(200)], Field(max_length=20)] = []

    @model_validator(mode="after")
    def _job_or_cast(self):
        if self.department == Department.CAST and self.job:
            raise ValueError(_("a cast credit has characters and attributes, no job"))
        if self.department != Department.CAST and self.characters:
            raise ValueError(_("only cast credits have characters"))
        return self


class Release(Sourced):
    country: Country | None = None
    kind: value_of(ReleaseKind)
    on: PartialDateText
    note: Line(200) | None = None


class Certification(Sourced):
    country: Country
    certificate: Line(50)
    note: Line(300) | None = None


class OfficialSite(Part):
    url: Url
    label: Line(200)
    country: Country | None = None
    language: Language | None = None


class FilmingLocation(Sourced):
    place: Line(400)
    country: Country | None = None
    note: Line(300) | None = None


class Company(Part):
    uid: Uid | None = None
    name: Line(200)
    country: Country | None = None


class CompanyCredit(Part):
    company: Company
    role: value_of(CompanyRole)
    territory: Territory | None = None
    note: Line(300) | None = None


class Budget(Sourced):
    amount: Amount
    currency: Currency
    is_estimated: Yes | None = None
    note: Line(200) | None = None


class Gross(Sourced):
    territory: Territory
    kind: value_of(GrossKind) = GrossKind.TOTAL.value
    amount: Amount
    currency: Currency
    is_estimated: Yes | None = None
    as_of: PartialDateText | None = None
    screens: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    note: Line(200) | None = None


class TechnicalSpec(Sourced):
    kind: value_of(SpecKind)
    value: Line(200)
    note: Line(300) | None = None

    @model_validator(mode="after")
    def _runtime_is_minutes(self):
        if self.kind == SpecKind.RUNTIME and not re.fullmatch(r"[1-9][0-9]{0,4}", self.value):
            raise ValueError(_("the value of a runtime is a number of minutes, such as “111”"))
        return self


class Note(Sourced):
    uid: Uid | None = None
    text: Text(5_000)
    language: Language | None = None
    has_spoilers: Yes | None = None


class Goof(Note):
    kind: value_of(GoofKind)


class QuoteLine(Part):
    """A spoken line, or a stage direction standing alone. `credit` is the uid of the speaker's credit."""

    speaker: Line(300) | None = None
    credit: Uid | None = None
    text: Text(2_000)
    is_direction: Yes | None = None

    @model_validator(mode="after")
    def _speaker_or_direction(self):
        if self.is_direction and (self.speaker or self.credit):
            raise ValueError(_("a stage direction has no speaker"))
        return self


class Quote(Part):
    uid: Uid | None = None
    lines: Annotated[list[QuoteLine], Field(min_length=1, max_length=100)]
    language: Language | None = None
    has_spoilers: Yes | None = None


class Connection(Part):
    kind: value_of(ConnectionKind)
    film: FilmRef
    note: Line(500) | None = None


class SoundtrackItem(Part):
    title: Line(300)
    credits: Text(2_000) | None = None


class Award(Sourced):
    event: Line(200)
    year: Year
    category: Line(300) | None = None
    prize: Line(200) | None = None
    result: value_of(AwardResult)
    people: Annotated[list[PersonRef], Field(max_length=200)] = []
    note: Line(500) | None = None


class ContentNote(Part):
    category: value_of(ContentCategory)
    severity: value_of(Severity)
    text: Text(5_000) | None = None
    language: Language | None = None
    has_spoilers: Yes | None = None


class Still(Part):
    """`description` says in words what is to be seen; the caption is built from `people`."""

    uid: Uid | None = None
    image: Image
    people: Annotated[list[PersonRef], Field(max_length=200)] = []
    description: Line(500) | None = None
    credit_line: Line(200) | None = None


class Trailer(Part):
    host: value_of(TrailerHost)
    host_id: Line(100)
    label: Line(200) | None = None
    language: Language | None = None

    @model_validator(mode="after")
    def _id_of_host(self):
        if not re.fullmatch(TRAILER_ID[self.host], self.host_id, re.ASCII):
            raise ValueError(
                _("not an id of %(host)s; write the id alone, no address") % {"host": TrailerHost(self.host).label}
            )
        return self


class ExternalScore(Part):
    source: Line(100)
    kind: value_of(ScoreKind) = ScoreKind.AUDIENCE.value
    score: Score
    out_of: Annotated[int, Field(ge=1, le=1000)]
    votes: Annotated[int, Field(ge=0, le=10**12)] | None = None
    as_of: PartialDateText | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _within(self):
        if float(self.score) > self.out_of:
            raise ValueError(
                _("the score %(score)s is more than %(out_of)s") % {"score": self.score, "out_of": self.out_of}
            )
        return self


class CriticReview(Part):
    publication: Line(200)
    critic: Line(200) | None = None
    score: Annotated[int, Field(ge=0, le=100)] | None = None
    excerpt: Text(1_000) | None = None
    url: Url | None = None
    on: PartialDateText | None = None


def entries(model, at_most=MAX_ENTRIES):
    return Annotated[list[model], Field(max_length=at_most)]


def _in_department_order(credits):
    order = list(Department.values)
    return sorted(credits, key=lambda credit: order.index(credit.department))


class FilmDocument(Part):
    """A whole film. `people` stands in files only: whom to create when nobody matches."""

    format: Literal["moviedb.film/1"]
    uid: Uid | None = None
    kind: value_of(FilmKind) = FilmKind.FEATURE.value
    title: Line(500)
    original_title: Line(500) | None = None
    original_language: Language | None = None
    year: Year | None = None
    runtime_minutes: Minutes | None = None
    outline: Text(2_000) | None = None
    outline_language: Language | None = None
    tagline: Line(500) | None = None
    poster: Image | None = None
    ids: Ids = []
    titles: entries(AlternativeTitle) = []
    genres: entries(Line(50), 50) = []
    keywords: entries(Line(100)) = []
    countries: entries(Country, 100) = []
    languages: entries(Language, 100) = []
    storylines: entries(Storyline, 100) = []
    credits: Annotated[entries(Credit, MAX_CREDITS), AfterValidator(_in_department_order)] = []
    releases: entries(Release) = []
    certifications: entries(Certification) = []
    official_sites: entries(OfficialSite) = []
    filming_locations: entries(FilmingLocation) = []
    companies: entries(CompanyCredit) = []
    budget: Budget | None = None
    grosses: entries(Gross) = []
    technical_specs: entries(TechnicalSpec) = []
    trivia: entries(Note) = []
    goofs: entries(Goof) = []
    crazy_credits: entries(Note) = []
    alternate_versions: entries(Note) = []
    quotes: entries(Quote) = []
    connections: entries(Connection) = []
    soundtrack: entries(SoundtrackItem) = []
    awards: entries(Award) = []
    content_notes: entries(ContentNote) = []
    stills: entries(Still) = []
    trailers: entries(Trailer, 100) = []
    external_scores: entries(ExternalScore, 100) = []
    critic_reviews: entries(CriticReview) = []
    people: entries(PersonPart, MAX_CREDITS) = []

    @model_validator(mode="after")
    def _no_repeats(self, info: ValidationInfo):
        for name in ("genres", "keywords", "countries", "languages"):
            values = getattr(self, name)
            if len(set(values)) < len(values):
                raise ValueError(f"{name}: the same value is there twice")
        for name, key in ONCE.items():
            values = [key(entry) for entry in getattr(self, name)]
            if len(set(values)) < len(values):
                at = next(n for n, value in enumerate(values) if value in values[:n])
                raise ValueError(f"{name}/{at}: {' '.join(values[at])} is there twice")
        uids = [e.uid for name in WITH_UID for e in getattr(self, name) if e.uid]
        if len(set(uids)) < len(uids):
            raise ValueError(_("the same uid is there twice"))
        # In a change of some sections credits may come without their uids; they get them when they are matched.
        known = {credit.uid for credit in self.credits} | set((info.context or {}).get("credit_uids", ()))
        for number, quote in enumerate(self.quotes):
            for at, spoken in enumerate(quote.lines):
                if spoken.credit and spoken.credit not in known:
                    raise ValueError(f"quotes/{number}/lines/{at}/credit: {NO_SUCH_CREDIT}")
        return self


# Sections in which no two entries have all of these alike.
ONCE = {
    "trailers": lambda entry: (entry.host, entry.host_id),
    "external_scores": lambda entry: (entry.source, entry.kind),
}
# Sections whose entries have a uid of their own, since something else may point to them.
WITH_UID = (
    "storylines",
    "credits",
    "trivia",
    "goofs",
    "crazy_credits",
    "alternate_versions",
    "quotes",
    "stills",
)
