"""Releases, money, places and technical facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.constraints import between, code_or_empty, not_empty, one_of, only_characters
from common.dates import PartialDateProperty, partial_date_constraint, precision_field
from common.money import Money
from common.places import DOMESTIC, WORLDWIDE, territory_name
from common.records import HasCountry, Positioned, Sourced

from ..vocabulary import GrossKind, ReleaseKind, SpecKind
from .film import Film


class Release(HasCountry, Positioned, Sourced):
    """When the film came out somewhere; the date may be known to the month or year only."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="releases")
    kind = models.CharField(_("kind"), max_length=12, choices=ReleaseKind)
    released_on = models.DateField(_("released"))
    released_on_precision = precision_field()
    on = PartialDateProperty("released_on")
    note = models.CharField(_("note"), max_length=200, blank=True, help_text=_("Such as the name of the festival."))

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["country", "released_on"], name="films_release_by_country")]
        constraints = [
            *Sourced.Meta.constraints,
            one_of("kind", ReleaseKind, name="films_release_kind"),
            partial_date_constraint("released_on", name="films_release_released_on"),
            code_or_empty("country", length=2, name="films_release_country"),
        ]

    def __str__(self):
        return f"{self.on} {self.country}".strip()


class Certification(HasCountry, Positioned, Sourced):
    """An age rating: "R" in the United States."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="certifications")
    certificate = models.CharField(_("certificate"), max_length=50)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["position", "id"]
        constraints = [
            *Sourced.Meta.constraints,
            not_empty("certificate", name="films_certification_certificate"),
            only_characters("country", "A-Z", low=2, high=2, name="films_certification_country"),
        ]

    def __str__(self):
        return f"{self.certificate} ({self.country})"


class OfficialSite(HasCountry, Positioned):
    film = models.ForeignKey(Film, models.CASCADE, related_name="official_sites")
    url = models.URLField(_("address"), max_length=500)
    label = models.CharField(_("label"), max_length=200)
    language = models.CharField(_("language"), max_length=35, blank=True)

    class Meta:
        verbose_name = _("official site")
        verbose_name_plural = _("official sites")
        ordering = ["position", "id"]
        constraints = [
            not_empty("label", name="films_officialsite_label"),
            code_or_empty("country", length=2, name="films_officialsite_country"),
            models.CheckConstraint(
                name="films_officialsite_url",
                condition=models.Q(url__startswith="https://") | models.Q(url__startswith="http://"),
            ),
        ]

    def __str__(self):
        return self.label


class FilmingLocation(HasCountry, Positioned, Sourced):
    """`place` from the spot to the country, as it is printed: "Bally's … - 3645 Las Vegas Boulevard South, …, USA"."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="filming_locations")
    place = models.CharField(_("place"), max_length=400)
    note = models.CharField(_("note"), max_length=300, blank=True, help_text=_("What was filmed there."))

    class Meta:
        verbose_name = _("filming location")
        verbose_name_plural = _("filming locations")
        ordering = ["position", "id"]
        constraints = [
            *Sourced.Meta.constraints,
            not_empty("place", name="films_filminglocation_place"),
            code_or_empty("country", length=2, name="films_filminglocation_country"),
        ]

    def __str__(self):
        return self.place


class HasMoney(models.Model):
    """`amount`: whole units of `currency` (ISO 4217, old currencies too), as it was then, never adjusted."""

    amount = models.BigIntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3)
    is_estimated = models.BooleanField(_("estimated"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        abstract = True
        constraints = [
            between("amount", 0, None, name="%(app_label)s_%(class)s_amount"),
            only_characters("currency", "A-Z", low=3, high=3, name="%(app_label)s_%(class)s_currency"),
        ]

    @property
    def money(self):
        return Money(self.amount, self.currency)

    def __str__(self):
        return str(self.money)


class Budget(HasMoney, Sourced):
    film = models.OneToOneField(Film, models.CASCADE, related_name="budget")

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        constraints = [*Sourced.Meta.constraints, *HasMoney.Meta.constraints]


class Gross(HasMoney, Positioned, Sourced):
    """What cinemas took in a territory: in all, as of a date, or on the opening weekend that ended then."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="grosses")
    territory = models.CharField(_("territory"), max_length=9)
    kind = models.CharField(_("kind"), max_length=20, choices=GrossKind, default=GrossKind.TOTAL)
    as_of_on = models.DateField(_("as of"), null=True, blank=True)
    as_of_on_precision = precision_field()
    as_of = PartialDateProperty("as_of_on")
    screens = models.PositiveIntegerField(_("screens"), null=True, blank=True)

    class Meta:
        verbose_name = _("gross")
        verbose_name_plural = _("grosses")
        ordering = ["position", "id"]
        constraints = [
            *Sourced.Meta.constraints,
            *HasMoney.Meta.constraints,
            one_of("kind", GrossKind, name="films_gross_kind"),
            partial_date_constraint("as_of_on", name="films_gross_as_of_on"),
            code_or_empty("territory", length=2, also=[WORLDWIDE, DOMESTIC], name="films_gross_territory"),
            not_empty("territory", name="films_gross_has_territory"),
            between("screens", 1, None, name="films_gross_screens"),
        ]

    @property
    def territory_name(self):
        return territory_name(self.territory)


class TechnicalSpec(Positioned, Sourced):
    """`value` as printed; for a runtime it is a number of minutes. `note` says which version or scene."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="technical_specs")
    kind = models.CharField(_("kind"), max_length=20, choices=SpecKind)
    value = models.CharField(_("value"), max_length=200)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("technical specification")
        verbose_name_plural = _("technical specifications")
        ordering = ["position", "id"]
        constraints = [
            *Sourced.Meta.constraints,
            one_of("kind", SpecKind, name="films_technicalspec_kind"),
            not_empty("value", name="films_technicalspec_value"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.value}"
