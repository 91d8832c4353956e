"""What the catalogue knows of a person: the film sections of the person page. Drafts are never shown.

The number of queries does not depend on how much somebody has done: one for each loader here (stills: two).
"""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from common.pagination import keyset_page

from .models import Credit, Film, Still, StillPerson
from .presenting import anchor, caption, caption_text, extras
from .vocabulary import Department, FilmStatus

FILMOGRAPHY_LIMIT = 200  # credits on one page
KNOWN_FOR = 8  # films
STARRING_BILLING = 3  # how far down the cast somebody is a star
STILLS = 12
CHART_FILMS = 400  # dots in the career chart, the oldest films first

_NEWEST_FIRST = ("-film__sort_year", "film__sort_title", "id")
# What somebody with credits in the department is called.
PROFESSIONS = {
    Department.DIRECTING: _("director"),
    Department.WRITING: _("writer"),
    Department.CAST: _("actor"),
    Department.PRODUCTION: _("producer"),
    Department.CAMERA: _("camera"),
    Department.EDITING: _("editor"),
    Department.ART: _("art department"),
    Department.COSTUME: _("costume and make-up"),
    Department.SOUND: _("sound"),
    Department.MUSIC: _("music"),
    Department.VISUAL_EFFECTS: _("visual effects"),
    Department.STUNTS: _("stunts"),
    Department.OTHER: _("crew"),
}


@dataclass
class Line:
    """One film in one department of a filmography: `work` is what was done, `extras` stand in brackets."""

    film: Film
    work: list
    extras: list


@dataclass
class PersonFilms:
    departments: list  # [(value, label, anchor, films in all, lines on this page)], most films first
    professions: list
    known_for: list
    stills: list
    chart: list  # [(year, film)] of every film with a year, oldest first
    older: str  # cursors of the filmography
    newer: str

    def __bool__(self):
        return bool(self.departments or self.stills)


def films_of_person(person, *, after="", before=""):
    """Everything, in six queries."""
    page = keyset_page(
        _credits(person).select_related("film"), order=_NEWEST_FIRST, size=FILMOGRAPHY_LIMIT, after=after, before=before
    )
    counts = films_by_department(person)
    lines = _lines(page)
    departments = [
        (value, Department(value).label, anchor(value), count, lines[value])
        for value, count in counts.items()
        if value in lines
    ]
    return PersonFilms(
        departments=departments,
        professions=professions(counts),
        known_for=known_for(person),
        stills=stills_of(person),
        chart=films_by_year(person),
        older=page.next,
        newer=page.previous,
    )


def _credits(person):
    return Credit.objects.filter(person=person, film__status=FilmStatus.PUBLISHED)


def _lines(credits):
    """{department: [Line]}: a film once, its jobs or characters together."""
    found = {}
    for credit in credits:
        line = found.setdefault(credit.department, {}).setdefault(credit.film_id, Line(credit.film, [], []))
        for word in credit.characters if credit.department == Department.CAST else [credit.job]:
            if word and word not in line.work:
                line.work.append(word)
        line.extras += [extra for extra in extras(credit) if extra not in line.extras]
    return {department: list(lines.values()) for department, lines in found.items()}


def films_by_department(person):
    """{department: number of films}, most films first."""
    rows = _credits(person).order_by().values_list("department").annotate(films=Count("film", distinct=True))
    in_order = list(Department.values)
    return dict(sorted(rows, key=lambda row: (-row[1], in_order.index(row[0]))))


def professions(departments, limit=3):
    """What somebody is called who worked in these departments, told most often first."""
    return [PROFESSIONS[name] for name in departments if name in PROFESSIONS][:limit]


def known_for(person):
    """Films they directed, wrote first or are billed among the first three of: most departments at once first,
    then the newest."""
    is_lead = (
        Q(credits__department=Department.CAST, credits__position__lte=STARRING_BILLING)
        | Q(credits__department=Department.DIRECTING, credits__job="")
        | Q(credits__department=Department.WRITING, credits__position=1)
    )
    films = (
        Film.objects.published()
        .for_cards()
        .filter(credits__person=person)
        .annotate(leads=Count("credits", filter=is_lead), departments=Count("credits__department", distinct=True))
        .filter(leads__gt=0)
    )
    return list(films.order_by("-departments", "-sort_year", "sort_title", "pk")[:KNOWN_FOR])


def films_by_year(person):
    """[(year, film)] of the films with a year, oldest first; thanks are no work and left out."""
    films = Film.objects.filter(
        pk__in=_credits(person).exclude(department=Department.THANKS).values("film"), year__isnull=False
    )
    return [(film.year, film) for film in films.for_cards().order_by("sort_year", "sort_title")[:CHART_FILMS]]


def stills_of(person):
    """Stills they are tagged in, newest film first, with captions as on the film's page. Two queries."""
    everybody = Prefetch("people", StillPerson.objects.select_related("person"))
    stills = (
        Still.objects.shown()
        .filter(pk__in=StillPerson.objects.filter(person=person).values("still"), film__status=FilmStatus.PUBLISHED)
        .select_related("film")
        .prefetch_related(everybody)
        .order_by("-film__sort_year", "film__sort_title", "position", "id")[:STILLS]
    )
    for still in stills:
        mentions = list(still.people.all())
        still.caption, still.caption_text = caption(mentions, still.film), caption_text(mentions, still.film)
    return list(stills)


def professions_of(people):
    """{person id: what they are called} of many people, with one query."""
    rows = (
        Credit.objects.filter(person__in=[person.pk for person in people], film__status=FilmStatus.PUBLISHED)
        .order_by()
        .values_list("person", "department")
        .annotate(films=Count("film", distinct=True))
    )
    in_order = list(Department.values)
    found = {}
    for person, department, _films in sorted(rows, key=lambda row: (-row[2], in_order.index(row[1]))):
        found.setdefault(person, []).append(department)
    return {person: professions(departments) for person, departments in found.items()}
