"""Abstract pieces that records of several rooms share. No tables here."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import markdown
from .dates import PRECISIONS, PartialDateProperty, partial_date_constraint, precision_field
from .documents import UID_LENGTH, new_uid
from .places import country_name

__all__ = ["PRECISIONS", "HasUid", "Hideable", "PersonMention", "Positioned", "RenderedText", "Sourced"]


MAX_MERGES = 10


def unmerged(records, pk):
    """The record of that number in a queryset, or the one it was merged into in the end; None where there is none."""
    for _step in range(MAX_MERGES):
        record = records.filter(pk=pk).first()
        if record is None or record.merged_into_id is None:
            return record
        pk = record.merged_into_id
    return None


def uid_field():
    return models.CharField(_("uid"), max_length=UID_LENGTH, unique=True, default=new_uid, editable=False)


class HasUid(models.Model):
    """`uid`: 22 random characters, never reused; what documents and other sites know the record by."""

    uid = uid_field()

    class Meta:
        abstract = True


class Hideable(models.Model):
    """Hidden is a state, never a deletion: pages, API and search show `shown()` only."""

    is_hidden = models.BooleanField(_("hidden"), default=False)

    class Meta:
        abstract = True


class Positioned(models.Model):
    """`position`: 1-based place in the film's own list."""

    position = models.PositiveIntegerField(_("position"), default=1)

    class Meta:
        abstract = True


class Sourced(models.Model):
    """A fact that can be disputed: where it was read, and when somebody last looked ("" and None: not told)."""

    source = models.CharField(_("source"), max_length=300, blank=True, help_text=_("Where this can be checked."))
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_on_precision = precision_field()
    checked = PartialDateProperty("checked_on")

    class Meta:
        abstract = True
        constraints = [partial_date_constraint("checked_on", name="%(app_label)s_%(class)s_checked_on")]


class RenderedText(models.Model):
    """Markdown source with its cleaned HTML beside it, rendered once when written (`render_text`)."""

    text = models.TextField(_("text"))
    html = models.TextField(editable=False, default="")
    html_version = models.PositiveSmallIntegerField(editable=False, default=0)
    language = models.CharField(
        _("language"), max_length=35, blank=True, help_text=_("Language tag such as en or pt-BR; empty: English.")
    )

    class Meta:
        abstract = True

    def render_text(self):
        """Set `html` from `text`. Every writer calls it before saving."""
        self.html, self.html_version = markdown.render(self.text), markdown.RENDERER_VERSION


class HasCountry(models.Model):
    """`country`: ISO 3166-1 alpha-2 or a historic code of common.places; "" is unknown."""

    country = models.CharField(_("country"), max_length=2, blank=True)

    class Meta:
        abstract = True

    @property
    def country_name(self):
        return country_name(self.country)


class PersonMention(Positioned):
    """Somebody named in a list: a person of the site, or a name nobody has identified yet; exactly one of them.

    `unlinked` keeps what else a document said of the name (external ids, year of birth), so that nothing is lost
    and the link can be tried again.
    """

    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    name = models.CharField(
        _("name"), max_length=200, blank=True, help_text=_("Only where nobody has been identified.")
    )
    unlinked = models.JSONField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_person_or_name",
                condition=models.Q(person__isnull=False, name="") | models.Q(person__isnull=True) & ~models.Q(name=""),
                violation_error_message=_("Give a person, or a name nobody has identified yet: one of the two."),
            )
        ]

    @property
    def shown_name(self):
        return self.person.name if self.person_id else self.name
