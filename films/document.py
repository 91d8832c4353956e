"""The film document: one canonical JSON form of a whole film, read from the tables and written into them.

Form: schema.py; tables: sections.py; what each key means: docs/film-document.md. Two writers: `apply_document` (whole:
absent means empty) and `apply_changes` (the named sections only).
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from common.dates import PartialDate
from common.documents import DocumentError, changed_sections, new_uid, read_as
from common.images import StoredImage
from common.locks import one_at_a_time
from history.services import keep_revision

from .models import Film, FilmId, FilmVersion, SectionOrigin
from .references import resolve
from .schema import FORMAT, FilmDocument
from .sections import SECTIONS, prefetch, refile_notes, start_empty
from .services import films_changed, set_derived
from .vocabulary import RECORD_TYPE, FilmStatus, ReleaseKind

BY_HAND = ("admin", "member")
_TEXT = ("kind", "title", "original_title", "original_language", "outline", "outline_language", "tagline")
_NUMBERS = ("year", "runtime_minutes")
COLUMNS = (*_TEXT, *_NUMBERS, "poster")
# Older formats, each with the function that turns it into the next one. Revisions are never rewritten.
UPGRADES = {}


class StaleBase(Exception):
    """Somebody else changed the same sections meanwhile. `sections`: which, `current`: the document as it is now."""

    def __init__(self, sections, current):
        self.sections, self.current = sections, current
        super().__init__("changed meanwhile: " + ", ".join(sections))


@dataclass
class Applied:
    """What a writer did. `changed`: the sections, sorted; `report`: (path, line) pairs for whoever loaded it."""

    film: Film
    is_new: bool
    changed: list
    report: list = field(default_factory=list)
    new_people: int = 0
    unlinked: int = 0
    unlinked_films: int = 0
    is_by_title: bool = False
    kept: list = field(default_factory=list)
    revision: object = None


def film_to_document(film):
    """The film's canonical document, without what is hidden. Some 30 queries; for many films see `documents_of`."""
    return next(documents_of([film]))


def documents_of(films):
    """The canonical documents of some films, with as many queries for all of them as for one."""
    prefetch(films)
    for film in films:
        yield _read(film)


def _read(film):
    document = {"format": FORMAT, "uid": film.uid}
    document |= {column: value for column in (*_TEXT, *_NUMBERS) if (value := getattr(film, column))}
    if film.poster:
        document["poster"] = film.poster_image.to_json()
    for name, section in SECTIONS.items():
        if entries := section.read(film):
            document[name] = entries[0] if section.is_single else entries
    return document


def upgrade(data):
    """A document in today's format, made from one of an older format."""
    while isinstance(data, dict) and data.get("format") in UPGRADES:
        data = UPGRADES[data["format"]](data)
    return data


@transaction.atomic
def apply_document(
    data, *, editor=None, summary="", dry_run=False, strict=False, origin="import:document", beside=None, publish=True
):
    """Make the film as the document says: what is absent becomes empty.

    `data`: parsed JSON. `beside`: an images.Beside for pictures given by path. With an `editor` a revision is kept;
    without one it is a bulk import, which keeps none. `strict`: names that several people bear are faults. `publish`:
    whether a new film is published at once; a known one keeps its status. Returns Applied.
    Raises DocumentError, and writes nothing then, nor in a dry run.
    """
    document = read_as(FilmDocument, upgrade(data))
    one_at_a_time("documents")
    film, report = _find_film(document)
    if film:
        film = Film.objects.select_for_update(no_key=True).get(pk=film.pk)
    before = film_to_document(film) if film else None
    target = document.to_json()
    block = target.pop("people", None) and document.people or ()
    applied = _write(
        film,
        before,
        target,
        block=block,
        editor=editor,
        summary=summary,
        strict=strict,
        origin=origin,
        beside=beside,
        status=FilmStatus.PUBLISHED if publish else FilmStatus.DRAFT,
    )
    applied.report, applied.is_by_title = report + applied.report, bool(report)
    if dry_run:
        transaction.set_rollback(True)
    return applied


@transaction.atomic
def apply_changes(film, changes, *, base=None, editor=None, summary="", origin="admin", beside=None):
    """Change the named sections of a film and nothing else. A section's value None makes it empty.

    `base`: the document that the changes were made from; where one of their sections has changed since,
    StaleBase is raised and nothing is written. With an origin "import:…" what was set by hand stays, and is
    named in `Applied.kept`. Raises DocumentError.
    """
    one_at_a_time("documents")
    film = Film.objects.select_for_update(no_key=True).get(pk=film.pk)
    before = film_to_document(film)
    if base is not None and (stale := [s for s in changes if base.get(s) != before.get(s)]):
        raise StaleBase(sorted(stale), before)
    kept = []
    if origin.startswith("import:"):
        kept = list(
            film.section_origins.filter(section__in=changes, origin__in=BY_HAND).values_list("section", flat=True)
        )
        changes = {section: value for section, value in changes.items() if section not in kept}
    credit_uids = [credit["uid"] for credit in before.get("credits", [])]
    document = read_as(FilmDocument, before | changes, credit_uids=credit_uids)
    target = document.to_json()
    block = target.pop("people", None) and document.people or ()
    applied = _write(
        film, before, target, block=block, editor=editor, summary=summary, strict=False, origin=origin, beside=beside
    )
    applied.kept = sorted(kept)
    return applied


def _find_film(document):
    """The film a document is about, or None for a new one, and report lines. Raises DocumentError."""
    film = Film.objects.filter(uid=document.uid).first() if document.uid else None
    report = []
    wanted = {(one.scheme, one.value) for one in document.ids}
    by_id = [
        one
        for one in FilmId.objects.filter(value__in=[value for _scheme, value in wanted]).select_related("film")
        if (one.scheme, one.value) in wanted
    ]
    if film:
        faults = [("ids", f"{one} belongs to another film, {one.film}") for one in by_id if one.film_id != film.pk]
        if faults:
            raise DocumentError(faults)
    elif by_id:
        if len({one.film_id for one in by_id}) > 1:
            raise DocumentError(
                [("ids", "the ids belong to several films: " + ", ".join(f"{o} {o.film}" for o in by_id))]
            )
        film = by_id[0].film
    elif not document.uid and not wanted:
        same = Film.objects.filter(title=document.title, year=document.year).exclude(status=FilmStatus.MERGED)[:2]
        if len(same) > 1:
            raise DocumentError([("", f"several films are called {same[0]}; give a uid or ids")])
        film = same[0] if same else None
        report = [("", f"taken for the film here that is called {film}, having neither uid nor ids")] if film else []
    if film and film.status == FilmStatus.MERGED:
        raise DocumentError([("", f"this film was merged into {film.merged_into} ({film.merged_into.uid})")])
    return film, report


def _write(film, before, target, *, block, editor, summary, strict, origin, beside, status=FilmStatus.DRAFT):
    target["uid"] = film.uid if film else target.get("uid") or new_uid()
    resolved = resolve(target, people_block=block, beside=beside)
    if strict and resolved.several:
        raise DocumentError(resolved.several)
    is_new = film is None
    film = film or Film(uid=target["uid"], status=status)
    _refuse_foreign_uids(film, target)
    connected = [] if is_new else connected_with(film)
    after = _write_rows(film, target, resolved.links, is_new)
    changed = changed_sections(before, after)
    applied = Applied(
        film,
        is_new,
        changed,
        resolved.report,
        len(resolved.new_people),
        resolved.unlinked,
        resolved.unlinked_films,
    )
    if not changed and not is_new:
        return applied
    note_origins(film, changed, origin)
    if editor:
        applied.revision = keep_revision(
            record_type=RECORD_TYPE,
            record_uid=film.uid,
            before=before,
            after=after,
            editor=editor,
            summary=summary,
            changed_sections=changed,
        )
    shown_on = [*connected, *connected_with(film)] if {"title", "year", "connections"} & set(changed) else []
    films_changed([film.pk, *shown_on])
    return applied


def _refuse_foreign_uids(film, target):
    faults = []
    for name, section in SECTIONS.items():
        if section.has_uid and section.model is not Film:
            for uid in section.foreign_uids(film, target.get(name, [])):
                faults.append((name, f"the uid {uid} belongs to another film; leave uids out of copied entries"))
    if faults:
        raise DocumentError(faults)


def _write_rows(film, target, links, is_new):
    """Write the film's own columns and every section. Returns the document as it is then."""
    after = {"format": FORMAT, "uid": film.uid}
    columns = {column: target.get(column, "") for column in _TEXT} | {n: target.get(n) for n in _NUMBERS}
    columns["poster"] = StoredImage(**target["poster"]).name if "poster" in target else ""
    released = earliest_release(target)
    columns["released_on"] = released and released.first_day
    columns["released_on_precision"] = released and released.precision
    old = {column: _column(film, column) for column in columns}
    for column, value in columns.items():
        setattr(film, column, value)
    if is_new:
        set_derived(film)
        film.save(force_insert=True)
        FilmVersion.objects.create(film=film)
    elif old != columns:
        set_derived(film)
        film.save(update_fields=[*columns, "sort_title", "sort_year"])
    after |= {column: target[column] for column in COLUMNS if column in target}
    if is_new:
        start_empty(film)
    refile_notes(film, target)
    for name, section in SECTIONS.items():
        value = target.get(name, [])
        written = section.write(film, [value] if section.is_single and value else value, links)
        if written:
            after[name] = written[0] if section.is_single else written
    film._prefetched_objects_cache = {}
    film._state.fields_cache.pop("budget", None)
    return after


def _column(film, column):
    return film.poster.name or "" if column == "poster" else getattr(film, column)


def earliest_release(document):
    """When the film came out: its first release that is not a festival premiere, or None."""
    dates = [PartialDate.parse(r["on"]) for r in document.get("releases", []) if r["kind"] != ReleaseKind.PREMIERE]
    return min(dates, default=None)


def note_origins(film, changed, origin):
    at = timezone.now()
    SectionOrigin.objects.bulk_create(
        [SectionOrigin(film=film, section=section, origin=origin, at=at) for section in changed],
        update_conflicts=True,
        unique_fields=["film", "section"],
        update_fields=["origin", "at"],
    )


def connected_with(film):
    """Ids of the films that are connected with this one: they show its title and year."""
    to = film.connections.filter(other__isnull=False).values_list("other", flat=True)
    return [*to, *film.connected_from.values_list("film", flat=True)]


@transaction.atomic
def relink_connections(film_ids):
    """Try again to link connections with films that came into the catalogue later. Returns how many films changed."""
    linked = 0
    for film in Film.objects.filter(pk__in=film_ids, connections__other__isnull=True).distinct().order_by("pk"):
        before = film_to_document(film)
        applied = apply_changes(film, {"connections": before.get("connections")}, origin="import:document")
        linked += "connections" in applied.changed
    return linked
