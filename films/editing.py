"""Writing films by hand, row by row, as the admin does: whatever is saved between the beginning and the end of
`edit_films` becomes one revision of each film touched and raises its version once."""

from contextlib import contextmanager

from django.db import transaction

from common.documents import changed_sections, read_as
from history.services import keep_revision

from .document import connected_with, earliest_release, film_to_document, note_origins
from .models import Film, FilmVersion
from .schema import FilmDocument
from .services import films_changed, set_derived
from .vocabulary import RECORD_TYPE


@contextmanager
def edit_films(*, editor, summary="", origin="admin"):
    """A transaction in which films are changed by hand. Yields an Edits; name each film to it before writing.

    What nobody changed leaves no trace. Raises DocumentError, and nothing is written then, where a film would not be
    a valid document afterwards.
    """
    with transaction.atomic():
        edits = Edits(editor=editor, summary=summary, origin=origin)
        yield edits
        edits.finish()


class Edits:
    """The films that one edit touches, each with its document as it was before (None: a new film)."""

    def __init__(self, *, editor, summary, origin):
        self.editor, self.summary, self.origin = editor, summary, origin
        self._before, self._connected = {}, set()

    def begin(self, *films):
        """Lock the films and keep what they are now. To be called before anything of them is written."""
        for pk in sorted({film.pk for film in films} - self._before.keys()):
            locked = Film.objects.select_for_update(no_key=True).get(pk=pk)
            self._before[pk] = film_to_document(locked)
            self._connected |= set(connected_with(locked))

    def begin_new(self, film):
        """Store a new film, with what every film has. The rows below it are written after."""
        set_derived(film)
        film.save(force_insert=True)
        FilmVersion.objects.create(film=film)
        self._before[film.pk] = None

    def finish(self):
        changed_ids = set()
        for pk, before in sorted(self._before.items()):
            film = Film.objects.filter(pk=pk).first()
            if film is None:  # deleted meanwhile
                changed_ids |= self._connected
                continue
            after = film_to_document(film)
            changed = changed_sections(before, after)
            if not changed:
                continue
            read_as(FilmDocument, after)
            self._set_released(film, after)
            note_origins(film, changed, self.origin)
            keep_revision(
                record_type=RECORD_TYPE,
                record_uid=film.uid,
                before=before,
                after=after,
                editor=self.editor,
                summary=self.summary,
                changed_sections=changed,
            )
            changed_ids.add(pk)
            if {"title", "year", "connections"} & set(changed):
                changed_ids |= self._connected | set(connected_with(film))
        films_changed(changed_ids)

    def _set_released(self, film, document):
        if film.released != (released := earliest_release(document)):
            film.released = released
            film.save(update_fields=["released_on", "released_on_precision"])
