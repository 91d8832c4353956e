"""What several films share: companies, genres, keywords. And who last wrote the sections of films, to be read only."""

from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.admin import ReadOnly, RecordAdmin
from common.forms import record_form
from common.text import clean_line

from ..forms import GenreForm
from ..models import Company, CompanyCredit, Film, FilmGenre, FilmKeyword, Genre, Keyword, SectionOrigin
from ..services import films_changed
from .base import films_found


class SharedAdmin(RecordAdmin):
    """Renaming changes the pages of all films that use the word; the films' documents follow by themselves."""

    link = None  # the model that ties the word to films, and the column it does it with
    search_help_text = _("The beginning of the name.")

    @transaction.atomic
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and form.changed_data:
            model, column = self.link
            films_changed(model.objects.filter(**{column: obj}).values_list("film", flat=True))

    def get_search_results(self, request, queryset, search_term):
        text = clean_line(search_term)
        return (queryset.filter(name__istartswith=text) if text else queryset), False


@admin.register(Company)
class CompanyAdmin(SharedAdmin):
    link = (CompanyCredit, "company")
    form = record_form(Company)
    list_display = ("name", "country_name")
    list_filter = ("country",)
    search_fields = ("name",)
    ordering = ("name", "id")
    fields = ("name", "country")

    @admin.display(description=_("country"), ordering="country")
    def country_name(self, company):
        return company.country_name


@admin.register(Genre)
class GenreAdmin(SharedAdmin):
    link = (FilmGenre, "genre")
    form = GenreForm
    list_display = ("name", "key")
    search_fields = ("name",)
    ordering = ("key",)
    fields = ("name",)


@admin.register(Keyword)
class KeywordAdmin(SharedAdmin):
    link = (FilmKeyword, "keyword")
    form = record_form(Keyword)
    list_display = ("name",)
    search_fields = ("name",)
    ordering = ("name",)
    fields = ("name",)


@admin.register(SectionOrigin)
class SectionOriginAdmin(ReadOnly, RecordAdmin):
    """Written with each change of a film; read here to see what an import may still overwrite."""

    list_display = ("film", "section", "origin", "at")
    list_select_related = ("film",)
    list_filter = ("origin", "section")
    search_fields = ("film__sort_title",)
    search_help_text = _("The beginning of a film's title.")
    ordering = ("-at", "section", "id")
    fields = ("film", "section", "origin", "at")

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        return queryset.filter(film__in=films_found(Film.objects.all(), search_term).values("pk")), False
