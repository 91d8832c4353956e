"""What is told about a film: storylines, trivia and goofs, quotes, connections, soundtrack, content guide."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.constraints import not_empty, one_of
from common.records import HasUid, Hideable, Positioned, RenderedText, Sourced

from ..querysets import HideableQuerySet
from ..vocabulary import ConnectionKind, ContentCategory, GoofKind, NoteKind, Severity
from .credits import Credit
from .film import Film


class Storyline(HasUid, Positioned, Hideable, RenderedText):
    """`author` "" means that none was given."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="storylines")
    author = models.CharField(_("author"), max_length=100, blank=True)

    objects = HideableQuerySet.as_manager()

    class Meta:
        verbose_name = _("storyline")
        verbose_name_plural = _("storylines")
        ordering = ["position", "id"]
        constraints = [not_empty("text", name="films_storyline_text")]

    def __str__(self):
        return self.text[:60]


class Note(HasUid, Positioned, Hideable, RenderedText, Sourced):
    """Trivia, a goof, a crazy credit or an alternate version. `goof_kind` is told of goofs and of nothing else."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="notes", db_index=False)
    kind = models.CharField(_("kind"), max_length=20, choices=NoteKind)
    goof_kind = models.CharField(_("kind of goof"), max_length=30, choices=GoofKind, blank=True)
    has_spoilers = models.BooleanField(_("has spoilers"), default=False)

    objects = HideableQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["kind", "position", "id"]
        indexes = [models.Index(fields=["film", "kind", "position", "id"], name="films_note_by_kind")]
        constraints = [
            *Sourced.Meta.constraints,
            not_empty("text", name="films_note_text"),
            one_of("kind", NoteKind, name="films_note_kind"),
            models.CheckConstraint(
                name="films_note_goof_kind",
                condition=Q(kind=NoteKind.GOOF, goof_kind__in=GoofKind.values)
                | ~Q(kind=NoteKind.GOOF) & Q(goof_kind=""),
                violation_error_message=_("A goof needs its kind; other notes have none."),
            ),
        ]

    def __str__(self):
        return self.text[:60]


class Quote(HasUid, Positioned, Hideable):
    film = models.ForeignKey(Film, models.CASCADE, related_name="quotes")
    language = models.CharField(_("language"), max_length=35, blank=True)
    has_spoilers = models.BooleanField(_("has spoilers"), default=False)

    objects = HideableQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["position", "id"]

    def __str__(self):
        return f"{_('Quote')} {self.position}"


class QuoteLine(Positioned):
    """A spoken line, or a stage direction standing alone; the speaker is a credit of the film or just a name."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="lines")
    credit = models.ForeignKey(Credit, models.SET_NULL, null=True, blank=True, related_name="quote_lines")
    speaker = models.CharField(_("speaker"), max_length=300, blank=True)
    text = models.TextField(_("text"))
    is_direction = models.BooleanField(_("stage direction"), default=False)

    class Meta:
        verbose_name = _("line of a quote")
        verbose_name_plural = _("lines of a quote")
        ordering = ["position", "id"]
        constraints = [
            not_empty("text", name="films_quoteline_text"),
            models.CheckConstraint(
                name="films_quoteline_direction_has_no_speaker",
                condition=Q(is_direction=False) | Q(speaker="", credit__isnull=True),
            ),
        ]

    def __str__(self):
        return self.text[:60]


class Connection(Positioned):
    """Film `follows` other film: stored once, with the later one, and shown on both pages.

    `title`, `year` and `unlinked` name a film that is not in the catalogue (then `other` is None).
    """

    film = models.ForeignKey(Film, models.CASCADE, related_name="connections")
    kind = models.CharField(_("kind"), max_length=30, choices=ConnectionKind)
    other = models.ForeignKey(Film, models.PROTECT, null=True, blank=True, related_name="connected_from")
    title = models.CharField(_("title"), max_length=500, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    unlinked = models.JSONField(null=True, blank=True, editable=False)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("connection")
        verbose_name_plural = _("connections")
        ordering = ["position", "id"]
        constraints = [
            one_of("kind", ConnectionKind, name="films_connection_kind"),
            models.CheckConstraint(
                name="films_connection_other_or_title",
                condition=Q(other__isnull=False, title="", year__isnull=True) | Q(other__isnull=True) & ~Q(title=""),
            ),
            models.CheckConstraint(
                name="films_connection_not_with_itself", condition=Q(other__isnull=True) | ~Q(other=F("film"))
            ),
            models.UniqueConstraint(
                fields=["film", "kind", "other"],
                condition=Q(other__isnull=False),
                name="films_connection_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.other or self.title}"


class Soundtrack(Positioned):
    """A piece of music in the film. `credits` are lines such as "Performed by Sting"."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="soundtrack")
    title = models.CharField(_("title"), max_length=300)
    credits = models.TextField(_("credits"), blank=True)

    class Meta:
        verbose_name = _("piece of the soundtrack")
        verbose_name_plural = _("soundtrack")
        ordering = ["position", "id"]
        constraints = [not_empty("title", name="films_soundtrack_title")]

    def __str__(self):
        return self.title


class ContentNote(Positioned, RenderedText):
    """The content guide: how strong, and in words what."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="content_notes")
    category = models.CharField(_("category"), max_length=30, choices=ContentCategory)
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    text = models.TextField(_("text"), blank=True)
    has_spoilers = models.BooleanField(_("has spoilers"), default=False)

    class Meta:
        verbose_name = _("content note")
        verbose_name_plural = _("content guide")
        ordering = ["position", "id"]
        constraints = [
            one_of("category", ContentCategory, name="films_contentnote_category"),
            one_of("severity", Severity, name="films_contentnote_severity"),
        ]

    def __str__(self):
        return f"{self.get_category_display()}: {self.get_severity_display()}"
