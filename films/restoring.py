"""Going back to an older revision of a film."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from common.documents import changed_sections, digest
from common.locks import one_at_a_time
from history.models import Revision
from history.services import keep_revision

from .document import StaleBase, apply_document, film_to_document
from .models import Film
from .vocabulary import RECORD_TYPE

UNKEPT_SUMMARY = gettext_noop("The record as it stood before an older revision was restored.")


@transaction.atomic
def restore(film, revision, *, editor, seen):
    """Make the film what it was after `revision`; that is a revision itself. Returns Applied.

    Status and what is hidden stay, since documents don't have them. `seen`: digest of the document that the editor
    wants to give up for it; StaleBase is raised where the film is another by now. Raises DocumentError for a document
    that can't be applied any more. Nothing is written then.
    """
    one_at_a_time("documents")
    film = Film.objects.select_for_update(no_key=True).get(pk=film.pk)
    now, document = film_to_document(film), revision.read_document()
    if digest(now) != seen:
        raise StaleBase(changed_sections(document, now), now)
    if digest(document) != seen:
        _keep_unkept(film, now, seen)
    summary = _("Restored revision %(number)s.") % {"number": revision.number}
    return apply_document(document, editor=editor, summary=summary, origin="admin")


def _keep_unkept(film, now, seen):
    """Keep what the film is now where no revision has it, as after an import: going back must not lose it."""
    last = Revision.objects.filter(record_type=RECORD_TYPE, record_uid=film.uid).order_by("-number").first()
    if last.digest != seen:
        keep_revision(
            record_type=RECORD_TYPE,
            record_uid=film.uid,
            before=None,
            after=now,
            editor=None,
            summary=UNKEPT_SUMMARY,
            changed_sections=changed_sections(last.read_document(), now),
        )
