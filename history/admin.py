"""Reading the history in the admin. Nobody writes here: revisions are kept for good."""

import json

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from common.admin import ReadOnly, RecordAdmin

from .models import Revision


@admin.register(Revision)
class RevisionAdmin(ReadOnly, RecordAdmin):
    list_display = ("made_at", "record", "record_type", "number", "sections", "summary", "editor")
    list_select_related = ("editor",)
    list_filter = ("record_type", "made_at")
    search_fields = ("=record_uid",)
    search_help_text = _("The whole uid of a record, as its page in the admin shows it.")
    ordering = ("-made_at", "-pk")
    fields = (
        "made_at",
        "record",
        "record_type",
        "record_uid",
        "number",
        "editor_name",
        "summary",
        "sections",
        "content",
    )

    @admin.display(description=_("record"))
    def record(self, revision):
        document = revision.read_document()
        return document.get("title") or document.get("name") or revision.record_uid

    @admin.display(description=_("editor"))
    def editor_name(self, revision):
        """Without a link: not everybody who reads this may open accounts."""
        return revision.editor

    @admin.display(description=_("changed sections"))
    def sections(self, revision):
        return ", ".join(revision.changed_sections)

    @admin.display(description=_("document after the change"))
    def content(self, revision):
        text = json.dumps(revision.read_document(), ensure_ascii=False, indent=2, sort_keys=True)
        return format_html('<pre class="document" dir="auto">{}</pre>', text)
