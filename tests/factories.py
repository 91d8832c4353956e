"""Records for tests, with everything a test does not care about filled in."""

from hashlib import sha256
from itertools import count

from common.dates import PartialDateProperty
from common.text import sort_key
from films import models as f
from films.services import set_derived
from films.vocabulary import (
    AwardResult,
    ContentCategory,
    Department,
    FilmStatus,
    GoofKind,
    NoteKind,
    ScoreKind,
    Severity,
    SpecKind,
    TrailerHost,
)
from people.models import Person

_number = count(1)


def build(model, **fields):
    """A record, not saved. Partial dates may be given as text: released="1995-10"."""
    dates = {name: fields.pop(name) for name in list(fields) if isinstance(getattr(model, name), PartialDateProperty)}
    record = model(**fields)
    for name, value in dates.items():
        setattr(record, name, value)
    return record


def make(model, **fields):
    """Any record, saved: make(Release, film=film, kind="limited", on="1995-10")."""
    record = build(model, **fields)
    if hasattr(record, "render_text"):
        record.render_text()
    record.save()
    return record


def make_person(name=None, **fields):
    name = name or f"Person {next(_number)}"
    return make(Person, name=name, sort_name=sort_key(name), **fields)


def make_film(title=None, *, status=FilmStatus.PUBLISHED, **fields):
    """A published film. Dates as text: released="1995-10"."""
    film = build(f.Film, title=title or f"Film {next(_number)}", status=status, **fields)
    set_derived(film)
    film.save()
    f.FilmVersion.objects.create(film=film)
    return film


def make_credit(film, person=None, department=Department.CAST, **fields):
    """`person`: a Person, a name nobody has identified, or None for somebody new."""
    if isinstance(person, str):
        who = {"name": person}
    else:
        who = {"person": person or make_person()}
    fields.setdefault("position", film.credits.filter(department=department).count() + 1)
    return f.Credit.objects.create(film=film, department=department, **who, **fields)


def make_note(film, text="A fact.", kind=NoteKind.TRIVIA, **fields):
    return make(f.Note, film=film, kind=kind, text=text, **fields)


def make_content_note(film, text="", category=ContentCategory.PROFANITY, severity=Severity.MILD, **fields):
    return make(f.ContentNote, film=film, category=category, severity=severity, text=text, **fields)


def make_storyline(film, text="It goes on.", **fields):
    return make(f.Storyline, film=film, text=text, **fields)


def make_quote(film, *lines, **fields):
    """Each line is (speaker, text), or a text alone for a stage direction."""
    quote = f.Quote.objects.create(film=film, **fields)
    for at, line in enumerate(lines, 1):
        speaker, text = ("", line) if isinstance(line, str) else line
        f.QuoteLine.objects.create(
            quote=quote, position=at, speaker=speaker, text=text, is_direction=isinstance(line, str)
        )
    return quote


def stored_name(width=800, height=450):
    """The name a picture would be stored under. No file is made."""
    digest = sha256(str(next(_number)).encode()).hexdigest()
    return f"images/{digest[:2]}/{digest}-{width}x{height}.webp"


def make_still(film, *people, **fields):
    """Tagged with the people, from left to right. Strings are names nobody has identified."""
    fields.setdefault("position", film.stills.count() + 1)
    still = f.Still.objects.create(film=film, image=fields.pop("image", None) or stored_name(), **fields)
    for at, person in enumerate(people, 1):
        who = {"name": person} if isinstance(person, str) else {"person": person}
        f.StillPerson.objects.create(still=still, position=at, **who)
    return still


def make_full_film(rows, **fields):
    """A film with that many rows of everything. Each row has a number of its own in its text."""
    film = make_film(
        "A Film Full of Everything",
        year=1995,
        original_title="Un film plein de tout",
        original_language="fr",
        runtime_minutes=111,
        outline="It has everything.",
        tagline="Everything.",
        released="1995-10-27",
        **fields,
    )
    f.Budget.objects.create(film=film, amount=3_600_000, currency="USD", is_estimated=True, source="A ledger")
    people = [make_person() for _ in range(rows)]
    other_films = f.Film.objects.bulk_create(
        f.Film(title=f"Other film {at}", sort_title=f"other film {at}", status=FilmStatus.PUBLISHED)
        for at in range(2 * rows)
    )
    for model, values_of in _rows_of_everything(film, people, other_films).items():
        model.objects.bulk_create(
            build(model, **({"film": film} | values)) for at in range(rows) for values in _as_list(values_of(at))
        )
    for quote in film.quotes.all():
        f.QuoteLine.objects.bulk_create(
            f.QuoteLine(quote=quote, position=at, speaker=f"Speaker {at}", text=f"Line {quote.position}.{at}")
            for at in (1, 2)
        )
    for model, name, parents in (
        (f.StillPerson, "still", film.stills.all()),
        (f.AwardPerson, "award", film.awards.all()),
    ):
        model.objects.bulk_create(
            model(**{name: parent}, person=person, position=at)
            for parent in parents
            for at, person in enumerate(people[:2], 1)
        )
    return film


def _as_list(values):
    return values if isinstance(values, list) else [values]


def _codes(rows):
    return [f"{chr(65 + at // 26 % 26)}{chr(65 + at % 26)}" for at in range(rows)]


def _rows_of_everything(film, people, other_films):
    """{model: function from a number to the values of a row, or of several}."""
    places = _codes(len(people))
    genres = [f.Genre.objects.create(name=f"Genre {at}", key=f"genre {at}") for at in range(len(people))]
    keywords = [f.Keyword.objects.create(name=f"keyword {at}") for at in range(len(people))]
    companies = [f.Company.objects.create(name=f"Company {at}", country="FR") for at in range(len(people))]
    sourced = {"source": "A book", "checked": "2026-11"}
    html = {"html": "<p>Written text.</p>", "html_version": 1}
    return {
        f.FilmId: lambda at: {"scheme": "imdb", "value": f"tt{at:07}"},
        f.AlternativeTitle: lambda at: {"title": f"Title {at}", "country": "DE", "position": at + 1},
        f.FilmGenre: lambda at: {"genre": genres[at], "position": at + 1},
        f.FilmKeyword: lambda at: {"keyword": keywords[at], "position": at + 1},
        f.FilmCountry: lambda at: {"country": places[at], "position": at + 1},
        f.FilmLanguage: lambda at: {"language": places[at].lower(), "position": at + 1},
        f.Storyline: lambda at: {"text": f"Story {at}", "author": "somebody", "position": at + 1} | html,
        f.Credit: lambda at: [
            {
                "person": people[at],
                "department": department,
                "position": at + 1,
                "job": "" if department == Department.CAST or not at else f"job {at}",
                "characters": [f"Character {at}"] if department == Department.CAST else [],
            }
            for department in Department.values
        ],
        f.Release: lambda at: {"country": "FR", "kind": "theatrical", "on": "1995-10", "position": at + 1} | sourced,
        f.Certification: lambda at: {"country": "FR", "certificate": f"{at}+", "position": at + 1} | sourced,
        f.OfficialSite: lambda at: {"url": f"https://example.org/{at}", "label": f"Site {at}", "position": at + 1},
        f.FilmingLocation: lambda at: {"place": f"Place {at}", "note": "a scene", "position": at + 1} | sourced,
        f.CompanyCredit: lambda at: {"company": companies[at], "role": "production", "position": at + 1},
        f.Gross: lambda at: (
            {"territory": "FR", "amount": at, "currency": "USD", "as_of": "1996", "position": at + 1} | sourced
        ),
        f.TechnicalSpec: lambda at: (
            {"kind": SpecKind.RUNTIME, "value": str(at + 60), "note": "a version", "position": at + 1} | sourced
        ),
        f.Note: lambda at: [
            {"kind": kind, "text": f"Note {at}", "position": at + 1, "goof_kind": goof} | html | sourced
            for kind, goof in [(kind, GoofKind.CONTINUITY if kind == NoteKind.GOOF else "") for kind in NoteKind]
        ],
        f.Quote: lambda at: {"position": at + 1},
        f.Connection: lambda at: [
            {"kind": "references", "other": other_films[2 * at], "position": at + 1},
            {"kind": "follows", "film": other_films[2 * at + 1], "other": film, "position": at + 1},
        ],
        f.Soundtrack: lambda at: {"title": f"Song {at}", "credits": "Performed by nobody", "position": at + 1},
        f.Award: lambda at: (
            {
                "event": f"Event {at}",
                "year": 1996,
                "category": "Best film",
                "result": AwardResult.WON,
                "position": at + 1,
            }
            | sourced
        ),
        f.ContentNote: lambda at: (
            {"category": ContentCategory.values[at % 5], "severity": Severity.MILD, "text": "Words", "position": at + 1}
            | html
        ),
        f.Still: lambda at: {"image": stored_name(), "description": f"Seen {at}", "position": at + 1},
        f.Trailer: lambda at: {"host": TrailerHost.YOUTUBE, "host_id": f"{at:011}", "position": at + 1},
        f.ExternalScore: lambda at: {
            "source": f"Source {at}",
            "kind": ScoreKind.AUDIENCE,
            "score": 7,
            "out_of": 10,
            "votes": 1000,
            "as_of": "2024",
            "position": at + 1,
        },
        f.CriticReview: lambda at: {"publication": f"Paper {at}", "score": 80, "excerpt": "Good.", "position": at + 1},
        f.SectionOrigin: lambda at: {"section": f"section {at}", "origin": "admin"},
    }
