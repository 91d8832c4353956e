"""Writing revisions. Nothing else writes to the table."""

import zlib

from django.db import transaction
from django.utils.translation import gettext_noop

from common.documents import canonical_bytes, digest

from .models import Revision

BASELINE_SUMMARY = gettext_noop("The record as it stood before the first edit here.")


@transaction.atomic
def keep_revision(*, record_type, record_uid, before, after, editor, summary, changed_sections, at=None):
    """Keep the record's document after an edit; before the first one, also the state it had (the baseline).

    The caller holds a lock on the record, so that numbers don't collide. `before` is None for a new record.
    Returns the Revision.
    """
    last = Revision.objects.filter(record_type=record_type, record_uid=record_uid).order_by("-number").first()
    number = last.number if last else 0
    made_at = {"made_at": at} if at else {}
    if last is None and before is not None:
        number = 1
        _insert(record_type, record_uid, number, before, None, BASELINE_SUMMARY, [], made_at)
    return _insert(record_type, record_uid, number + 1, after, editor, summary, changed_sections, made_at)


def _insert(record_type, record_uid, number, document, editor, summary, changed_sections, made_at):
    return Revision.objects.create(
        record_type=record_type,
        record_uid=record_uid,
        number=number,
        document=zlib.compress(canonical_bytes(document), 9),
        digest=digest(document),
        editor=editor,
        summary=summary[:300],
        changed_sections=changed_sections,
        **made_at,
    )
