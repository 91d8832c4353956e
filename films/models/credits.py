"""Who made a film: people, companies, and the awards they got for it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.constraints import between, code_or_empty, not_empty, one_of
from common.places import DOMESTIC, WORLDWIDE, territory_name
from common.records import HasCountry, HasUid, PersonMention, Positioned, Sourced

from ..schema import FIRST_YEAR, LAST_YEAR
from ..vocabulary import AwardResult, CompanyRole, Department
from .film import Film


class Credit(HasUid, PersonMention):
    """Somebody's work on a film. `position` is the billing within the department, from 1.

    `characters` and `attributes` (uncredited, voice, archive footage …) are lists of text. A department's head has
    no `job`: in "directing" that is the director.
    """

    film = models.ForeignKey(Film, models.CASCADE, related_name="credits", db_index=False)
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="credits", verbose_name=_("person")
    )
    department = models.CharField(_("department"), max_length=20, choices=Department)
    job = models.CharField(_("job"), max_length=100, blank=True)
    credited_as = models.CharField(
        _("credited as"), max_length=200, blank=True, help_text=_("The name as printed, when it differs.")
    )
    characters = models.JSONField(_("characters"), default=list, blank=True)
    attributes = models.JSONField(_("attributes"), default=list, blank=True)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["film", "department", "position", "id"]
        indexes = [models.Index(fields=["film", "department", "position", "id"], name="films_credit_billing")]
        constraints = [
            *PersonMention.Meta.constraints,
            one_of("department", Department, name="films_credit_department"),
            between("position", 1, None, name="films_credit_position"),
            models.CheckConstraint(
                name="films_credit_cast_has_no_job", condition=~Q(department=Department.CAST) | Q(job="")
            ),
        ]

    def __str__(self):
        return f"{self.shown_name}: {self.job or ', '.join(self.characters) or self.get_department_display()}"


class Company(HasUid, HasCountry):
    """A company, known by its name and country together ("" where the country is not known)."""

    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "country"], name="films_company_once"),
            not_empty("name", name="films_company_name"),
            code_or_empty("country", length=2, name="films_company_country"),
        ]

    def __str__(self):
        return f"{self.name} ({self.country})" if self.country else self.name


class CompanyCredit(Positioned):
    film = models.ForeignKey(Film, models.CASCADE, related_name="companies")
    company = models.ForeignKey(Company, models.PROTECT, related_name="company_credits")
    role = models.CharField(_("role"), max_length=20, choices=CompanyRole)
    territory = models.CharField(_("territory"), max_length=9, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("company of a film")
        verbose_name_plural = _("companies of a film")
        ordering = ["position", "id"]
        constraints = [
            one_of("role", CompanyRole, name="films_companycredit_role"),
            code_or_empty("territory", length=2, also=[WORLDWIDE, DOMESTIC], name="films_companycredit_territory"),
        ]

    def __str__(self):
        return f"{self.company.name}, {self.get_role_display()}"

    @property
    def territory_name(self):
        return territory_name(self.territory)


class Award(Positioned, Sourced):
    """`event` gives the prize (Academy Awards), `prize` is its name (Oscar) where it has one of its own."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="awards")
    event = models.CharField(_("event"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"))
    category = models.CharField(_("category"), max_length=300, blank=True)
    prize = models.CharField(_("prize"), max_length=200, blank=True)
    result = models.CharField(_("result"), max_length=10, choices=AwardResult)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["position", "id"]
        constraints = [
            *Sourced.Meta.constraints,
            not_empty("event", name="films_award_event"),
            one_of("result", AwardResult, name="films_award_result"),
            between("year", FIRST_YEAR, LAST_YEAR, name="films_award_year"),
        ]

    def __str__(self):
        return f"{self.event} {self.year}"


class AwardPerson(PersonMention):
    award = models.ForeignKey(Award, models.CASCADE, related_name="people")

    class Meta:
        verbose_name = _("person of an award")
        verbose_name_plural = _("people of an award")
        ordering = ["position", "id"]
        constraints = [*PersonMention.Meta.constraints]

    def __str__(self):
        return self.shown_name
