"""Every edit of a record, for good: the record's document after the change."""

import json
import zlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.documents import UID_LENGTH


class Revision(models.Model):
    """One edit. Append-only: written by `history.services.keep_revision`, never changed or deleted.

    `document` is the canonical document after the edit, deflated; `digest` the SHA-256 of the canonical bytes.
    A record's first revision may be a baseline (editor None): the state before anybody edited it here.
    """

    record_type = models.CharField(_("record type"), max_length=20)
    record_uid = models.CharField(_("record"), max_length=UID_LENGTH)
    number = models.PositiveIntegerField(_("number"))
    document = models.BinaryField(_("document"))
    digest = models.CharField(_("digest"), max_length=64)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    changed_sections = models.JSONField(_("changed sections"), default=list)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="revisions", verbose_name=_("editor")
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["record_type", "record_uid", "-number"]
        indexes = [models.Index(fields=["-made_at"], name="history_revision_newest")]
        constraints = [
            models.UniqueConstraint(fields=["record_type", "record_uid", "number"], name="history_revision_once"),
            models.CheckConstraint(name="history_revision_number", condition=Q(number__gte=1)),
        ]

    def __str__(self):
        return f"{self.record_type} {self.record_uid}, {self.number}"

    @property
    def shown_summary(self):
        """The editor's words; of a baseline, which is nobody's, ours in the reader's language."""
        return gettext(self.summary) if self.summary and self.editor_id is None else self.summary

    def read_document(self):
        """The document as parsed JSON, in the format it was written in."""
        return json.loads(zlib.decompress(bytes(self.document)))
