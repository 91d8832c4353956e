"""The film itself."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.constraints import between, code_or_empty, not_empty, one_of, only_characters
from common.dates import PartialDateProperty, partial_date_constraint, precision_field
from common.images import StoredImage
from common.places import country_name
from common.records import HasCountry, HasUid, Positioned
from common.text import KeyField, slug

from ..querysets import FilmQuerySet
from ..schema import FIRST_YEAR, LAST_YEAR
from ..vocabulary import FilmKind, FilmStatus


class Film(HasUid):
    """One film. `year` is typed by people and may differ from the year of release; unknown facts are "" or None.

    Derived columns, each with one writer: `sort_title` and `sort_year` (services.set_derived), `released_on` (the
    earliest release that is not a festival premiere).
    """

    kind = models.CharField(_("kind"), max_length=20, choices=FilmKind, default=FilmKind.FEATURE)
    title = models.CharField(_("title"), max_length=500)
    original_title = models.CharField(_("original title"), max_length=500, blank=True)
    original_language = models.CharField(
        _("original language"),
        max_length=35,
        blank=True,
        help_text=_("Language tag of the original title, such as ja; it decides which leading article is ignored."),
    )
    sort_title = KeyField(_("sort title"))
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    sort_year = models.PositiveSmallIntegerField(editable=False, default=0, help_text=_("The year; 0 when unknown."))
    released_on = models.DateField(_("released"), null=True, blank=True, editable=False)
    released_on_precision = precision_field(editable=False)
    released = PartialDateProperty("released_on")
    runtime_minutes = models.PositiveIntegerField(_("runtime in minutes"), null=True, blank=True)
    outline = models.TextField(_("outline"), blank=True, help_text=_("Two or three sentences without spoilers."))
    outline_language = models.CharField(_("language of the outline"), max_length=35, blank=True)
    tagline = models.CharField(_("tagline"), max_length=500, blank=True)
    poster = models.ImageField(_("poster"), max_length=120, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=FilmStatus, default=FilmStatus.DRAFT)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_films")
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    objects = FilmQuerySet.as_manager()

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        indexes = [
            models.Index(fields=["title", "year"], name="films_film_exact_title"),
            models.Index(
                fields=["sort_title", "id"], name="films_film_by_title", condition=Q(status=FilmStatus.PUBLISHED)
            ),
            models.Index(
                fields=["-sort_year", "sort_title", "id"],
                name="films_film_by_year",
                condition=Q(status=FilmStatus.PUBLISHED),
            ),
            models.Index(fields=["-id"], name="films_film_newest", condition=Q(status=FilmStatus.PUBLISHED)),
        ]
        constraints = [
            one_of("kind", FilmKind, name="films_film_kind"),
            one_of("status", FilmStatus, name="films_film_status"),
            not_empty("title", name="films_film_title"),
            not_empty("sort_title", name="films_film_sort_title"),
            only_characters("uid", "A-Za-z0-9_-", low=22, high=22, name="films_film_uid"),
            between("year", FIRST_YEAR, LAST_YEAR, name="films_film_year"),
            between("runtime_minutes", 1, 60_000, name="films_film_runtime"),
            partial_date_constraint("released_on", name="films_film_released_on"),
            models.CheckConstraint(
                name="films_film_sort_year",
                condition=Q(year__isnull=True, sort_year=0) | Q(year__isnull=False, sort_year=F("year")),
            ),
            models.CheckConstraint(
                name="films_film_merged_has_target",
                condition=Q(status=FilmStatus.MERGED, merged_into__isnull=False)
                | ~Q(status=FilmStatus.MERGED) & Q(merged_into__isnull=True),
            ),
            models.CheckConstraint(
                name="films_film_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.year})" if self.year else self.title

    def get_absolute_url(self):
        return reverse("films:film", args=[self.pk, self.slug])

    @property
    def slug(self):
        return slug(self.title)

    @property
    def title_language(self):
        """The language of `title`: the original one where there is no other title; "" is not known."""
        return "" if self.original_title else self.original_language

    @property
    def poster_image(self):
        """The poster on file as a StoredImage, or None: then one is drawn."""
        return StoredImage.of(self.poster.name) if self.poster else None


class FilmId(models.Model):
    """What another site calls the film: (imdb, tt0113627). Moves along when films are merged, and stays for good."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="ids")
    scheme = models.CharField(_("scheme"), max_length=30, help_text=_("imdb, tmdb, wikidata, letterboxd, movielens …"))
    value = models.CharField(_("value"), max_length=100)

    class Meta:
        verbose_name = _("external id")
        verbose_name_plural = _("external ids")
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "value"], name="films_filmid_once"),
            only_characters("scheme", "a-z0-9_", low=2, high=30, name="films_filmid_scheme"),
            not_empty("value", name="films_filmid_value"),
        ]

    def __str__(self):
        return f"{self.scheme}:{self.value}"


class FilmVersion(models.Model):
    """Raised by `services.films_changed` when anything on the film's page changes. The hot row: nothing else here."""

    film = models.OneToOneField(Film, models.CASCADE, primary_key=True, related_name="film_version")
    version = models.PositiveBigIntegerField(default=1)

    class Meta:
        verbose_name = _("film version")
        verbose_name_plural = _("film versions")

    def __str__(self):
        return str(self.version)


class SectionOrigin(models.Model):
    """Who last wrote a section of a film (a key of the film document): "admin", "member" or "import:<dataset>".

    What was set by hand wins over later imports of datasets.
    """

    film = models.ForeignKey(Film, models.CASCADE, related_name="section_origins")
    section = models.CharField(_("section"), max_length=30)
    origin = models.CharField(_("origin"), max_length=50)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("origin of a section")
        verbose_name_plural = _("origins of sections")
        ordering = ["-at", "section"]
        constraints = [
            models.UniqueConstraint(fields=["film", "section"], name="films_sectionorigin_once"),
            models.CheckConstraint(
                name="films_sectionorigin_origin",
                condition=Q(origin__in=["admin", "member"]) | Q(origin__startswith="import:"),
            ),
        ]

    def __str__(self):
        return f"{self.section}: {self.origin}"


class AlternativeTitle(HasCountry, Positioned):
    """What the film is called elsewhere, or was called while it was made."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="titles")
    title = models.CharField(_("title"), max_length=500)
    language = models.CharField(_("language"), max_length=35, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("Such as: working title."))

    class Meta:
        verbose_name = _("other title")
        verbose_name_plural = _("other titles")
        ordering = ["position", "id"]
        constraints = [
            not_empty("title", name="films_alternativetitle_title"),
            code_or_empty("country", length=2, name="films_alternativetitle_country"),
        ]

    def __str__(self):
        return f"{self.title} ({country_name(self.country)})" if self.country else self.title
