"""What the home page shows. Each part has a rule that can be said in a sentence, and a fixed number of queries."""

from hashlib import blake2s

from django.db.models import Max, Min
from django.utils import timezone

from films.models import Credit, Film, Note, Still
from films.vocabulary import Department, FilmStatus, NoteKind

from .facets import decades_with_films, genres_with_films

RECENT = 8  # films added last
NOTES = 4  # pieces of trivia, of as many films
NOTES_READ_PER_FILM = 3  # to find one that is short and spoils nothing
NOTE_LENGTH = 600  # characters; longer trivia is for the film's page
PEOPLE = 8
BILLED = 2  # how far down a department somebody linked is looked for


def front_page(at=None):
    """Everything on the home page, as its template names it. At most 9 queries."""
    still = still_of_the_day(at)
    recent = list(Film.objects.published().for_cards().order_by("-id")[: RECENT + 1])
    films = {film.pk: film for film in recent}
    if still:
        films.setdefault(still.film_id, still.film)
    shown = [film for film in recent if not still or film.pk != still.film_id][:RECENT]
    return {
        "still": still,
        "lead": still and still.film,
        "recent": shown,
        "notes": notes_of(films),
        "people": people_of(films),
        "genres": genres_with_films() if films else [],
        "decades": decades_with_films() if films else [],
    }


def still_of_the_day(at=None):
    """The first still of another film each day, of all published films that have one; None where none has.

    The day's number falls between the lowest and the highest film id, and the next film with a still is taken: two
    queries however many films there are (three when only drafts follow).
    """
    ends = Still.objects.shown().aggregate(low=Min("film_id"), high=Max("film_id"))
    if ends["low"] is None:
        return None
    day = timezone.localdate(at).isoformat()
    number = int.from_bytes(blake2s(day.encode(), digest_size=8).digest(), "big")
    start = ends["low"] + number % (ends["high"] - ends["low"] + 1)
    stills = (
        Still.objects.shown()
        .filter(film__status=FilmStatus.PUBLISHED)
        .select_related("film")
        .order_by("film_id", "position", "id")
    )
    return stills.filter(film_id__gte=start).first() or stills.first()


def notes_of(films):
    """A piece of trivia that spoils nothing from each of the newest films, as (film, note) pairs."""
    notes = (
        Note.objects.shown()
        .filter(film__in=films, kind=NoteKind.TRIVIA, has_spoilers=False, position__lte=NOTES_READ_PER_FILM)
        .order_by("position", "id")
    )
    first = {}
    for note in notes:
        if len(note.text) <= NOTE_LENGTH:
            first.setdefault(note.film_id, note)
    return [(film, first[pk]) for pk, film in films.items() if pk in first][:NOTES]


def people_of(films):
    """Director and first-billed of each of the newest films, as (person, film, credit) in the films' order."""
    credits = (
        Credit.objects.filter(
            film__in=films,
            person__isnull=False,
            department__in=[Department.DIRECTING, Department.CAST],
            position__lte=BILLED,
            job="",
        )
        .select_related("person")
        .order_by("position", "id")
    )
    by_film = {}
    for credit in credits:
        by_film.setdefault(credit.film_id, []).append(credit)
    found = {}
    for pk, film in films.items():
        by_department = {}
        for credit in by_film.get(pk, ()):
            by_department.setdefault(credit.department, credit)
        for credit in by_department.values():
            found.setdefault(credit.person_id, (credit.person, film, credit))
    return list(found.values())[:PEOPLE]
