"""Writing people by hand, as the admin does: what is saved in `edit_person` becomes one revision."""

from contextlib import contextmanager

from django.db import transaction

from common import hooks
from common.documents import DocumentError, changed_sections
from history.services import keep_revision

from .document import PersonDocument
from .models import Person
from .services import RECORD_TYPE, check_part, person_to_document


class Edit:
    """The person of an edit, with their document as it was before (None: a new person)."""

    def __init__(self):
        self.person, self.before = None, None

    def begin(self, person):
        """Lock the person and keep what they are now. To be called before anything of them is written."""
        if self.person is None:
            self.person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
            self.before = person_to_document(self.person)

    def begin_new(self, person):
        self.person = person


@contextmanager
def edit_person(*, editor, summary=""):
    """A transaction in which one person is changed by hand. Yields an Edit; give it the person before writing.

    What nobody changed leaves no trace. Raises DocumentError, and nothing is written then, for what can't be.
    """
    with transaction.atomic():
        edit = Edit()
        yield edit
        person = Person.objects.filter(pk=edit.person.pk).first() if edit.person else None
        if person is None:  # nothing was saved, or the person was deleted
            return
        after = person_to_document(person)
        changed = changed_sections(edit.before, after)
        if not changed:
            return
        if faults := check_part(PersonDocument.model_validate(after)):
            raise DocumentError(faults)
        keep_revision(
            record_type=RECORD_TYPE,
            record_uid=person.uid,
            before=edit.before,
            after=after,
            editor=editor,
            summary=summary,
            changed_sections=changed,
        )
        if edit.before and "name" in changed:
            hooks.run("person_changed", person_ids=[person.pk])
