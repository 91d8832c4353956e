"""The short tables of a film, edited on the film's page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from common.admin import RecordOptions, SmallTable

from ..forms import ConnectionForm, row_form
from ..models import (
    AlternativeTitle,
    Budget,
    Certification,
    CompanyCredit,
    Connection,
    ContentNote,
    CriticReview,
    ExternalScore,
    FilmCountry,
    FilmId,
    FilmingLocation,
    FilmLanguage,
    Gross,
    OfficialSite,
    Release,
    Soundtrack,
    Storyline,
    TechnicalSpec,
    Trailer,
)

CHECKED = ("source", "checked")


def table(model, *fields, form=None, base=SmallTable, **options):
    """An inline of the film's page with these columns."""
    options |= {"model": model, "fields": fields, "form": form or row_form(model)}
    return type(base)(f"{model.__name__}Inline", (base,), options)


class TextTable(RecordOptions, admin.StackedInline):
    extra = 0
    classes = ("collapse",)


# In the order of the film's page.
INLINES = [
    table(FilmCountry, "country", "position", verbose_name=_("country"), verbose_name_plural=_("countries")),
    table(FilmLanguage, "language", "position", verbose_name=_("language"), verbose_name_plural=_("languages")),
    table(AlternativeTitle, "title", "country", "language", "note", "position"),
    table(FilmId, "scheme", "value", form=row_form(FilmId, among=())),
    table(Storyline, "text", "author", "language", "is_hidden", "position", base=TextTable),
    table(Release, "on", "country", "kind", "note", *CHECKED, "position"),
    table(Certification, "country", "certificate", "note", *CHECKED, "position"),
    table(
        CompanyCredit,
        "company",
        "role",
        "territory",
        "note",
        "position",
        autocomplete_fields=("company",),
        verbose_name=_("company"),
        verbose_name_plural=_("companies"),
    ),
    table(OfficialSite, "url", "label", "country", "language", "position"),
    table(FilmingLocation, "place", "country", "note", *CHECKED, "position"),
    table(Budget, "amount", "currency", "is_estimated", "note", *CHECKED),
    table(
        Gross,
        "territory",
        "kind",
        "amount",
        "currency",
        "is_estimated",
        "as_of",
        "screens",
        "note",
        *CHECKED,
        "position",
    ),
    table(TechnicalSpec, "kind", "value", "note", *CHECKED, "position"),
    table(Soundtrack, "title", "credits", "position"),
    table(
        Connection,
        "kind",
        "other",
        "title",
        "year",
        "note",
        "position",
        form=row_form(Connection, form=ConnectionForm),
        fk_name="film",
        autocomplete_fields=("other",),
    ),
    table(ContentNote, "category", "severity", "text", "language", "has_spoilers", "position"),
    table(Trailer, "host", "host_id", "label", "language", "position"),
    table(ExternalScore, "source", "kind", "score", "out_of", "votes", "as_of", "url", "position"),
    table(CriticReview, "publication", "critic", "score", "excerpt", "url", "on", "position"),
]
