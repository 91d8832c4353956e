"""People, the other names they go by, and what other sites call them."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import markdown
from common.constraints import between, code_or_empty, not_empty, only_characters
from common.dates import PartialDateProperty, partial_date_constraint, precision_field
from common.places import country_name
from common.records import HasUid, Positioned
from common.text import KeyField, slug

from .querysets import PersonQuerySet


class Person(HasUid):
    """`disambiguation` tells two people of one name apart ("actor born 1971"). Unknown facts are "" or None."""

    name = models.CharField(_("name"), max_length=200)
    sort_name = KeyField(_("sort name"))
    disambiguation = models.CharField(
        _("disambiguation"), max_length=100, blank=True, help_text=_("Only where two people share a name.")
    )
    born_on = models.DateField(_("born"), null=True, blank=True)
    born_on_precision = precision_field()
    born = PartialDateProperty("born_on")
    died_on = models.DateField(_("died"), null=True, blank=True)
    died_on_precision = precision_field()
    died = PartialDateProperty("died_on")
    birthplace = models.CharField(_("birthplace"), max_length=200, blank=True)
    birth_country = models.CharField(_("country of birth"), max_length=2, blank=True)
    biography = models.TextField(_("biography"), blank=True)
    biography_html = models.TextField(editable=False, default="")
    biography_html_version = models.PositiveSmallIntegerField(editable=False, default=0)
    biography_language = models.CharField(_("language of the biography"), max_length=35, blank=True)
    portrait = models.ImageField(_("portrait"), max_length=120, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_people")
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            models.Index(fields=["sort_name", "id"], name="people_person_by_name"),
            models.Index(fields=["name"], name="people_person_exact_name"),
        ]
        constraints = [
            not_empty("name", name="people_person_name"),
            not_empty("sort_name", name="people_person_sort_name"),
            only_characters("uid", "A-Za-z0-9_-", low=22, high=22, name="people_person_uid"),
            partial_date_constraint("born_on", name="people_person_born_on"),
            partial_date_constraint("died_on", name="people_person_died_on"),
            code_or_empty("birth_country", length=2, name="people_person_birth_country"),
            models.CheckConstraint(
                name="people_person_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.disambiguation})" if self.disambiguation else self.name

    def get_absolute_url(self):
        return reverse("people:person", args=[self.pk, slug(self.name)])

    @property
    def birth_country_name(self):
        return country_name(self.birth_country)

    def render_biography(self):
        """Set the stored HTML from the source. Every writer calls it before saving."""
        self.biography_html = markdown.render(self.biography) if self.biography else ""
        self.biography_html_version = markdown.RENDERER_VERSION


class PersonName(Positioned):
    """Another name: at birth, on stage, in another script. `note` says which."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    note = models.CharField(_("note"), max_length=100, blank=True, help_text=_("Such as: birth name."))
    language = models.CharField(_("language"), max_length=35, blank=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["position", "id"]
        constraints = [
            not_empty("name", name="people_personname_name"),
            between("position", 1, None, name="people_personname_position"),
        ]

    def __str__(self):
        return self.name


class PersonId(models.Model):
    """What another site calls the person: (imdb, nm0000115). Moves along when people are merged, and stays."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="ids")
    scheme = models.CharField(_("scheme"), max_length=30)
    value = models.CharField(_("value"), max_length=100)

    class Meta:
        verbose_name = _("external id")
        verbose_name_plural = _("external ids")
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "value"], name="people_personid_once"),
            only_characters("scheme", "a-z0-9_", low=2, high=30, name="people_personid_scheme"),
            not_empty("value", name="people_personid_value"),
        ]

    def __str__(self):
        return f"{self.scheme}:{self.value}"
