"""Editing people in the admin. Every save goes through people.editing."""

import re

from django import forms
from django.contrib import admin, messages
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.admin import RecordAdmin, SmallTable, between_keys
from common.documents import DocumentError
from common.forms import RecordForm, SummaryField, record_form
from common.text import clean_line, fold

from .editing import edit_person
from .models import Person, PersonId, PersonName
from .services import set_derived


class PersonForm(record_form(Person)):
    summary = SummaryField()

    def clean(self):
        super().clean()
        born, died = self.cleaned_data.get("born"), self.cleaned_data.get("died")
        if born and died and died.year < born.year:
            self.add_error("died", _("This is before the birth."))


class IdForm(RecordForm):
    def clean_scheme(self):
        scheme = self.cleaned_data["scheme"].lower()
        if not re.fullmatch(r"[a-z][a-z0-9_]{1,29}", scheme):
            raise forms.ValidationError(
                _("“%(value)s” is no name of a scheme. Write one such as imdb, tmdb or wikidata."),
                code="scheme",
                params={"value": scheme},
            )
        return scheme


class PersonNameInline(SmallTable):
    model = PersonName
    form = record_form(PersonName, among=("person",))
    fields = ("name", "note", "language", "position")


class PersonIdInline(SmallTable):
    model = PersonId
    form = record_form(PersonId, form=IdForm)
    fields = ("scheme", "value")


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    form = PersonForm
    inlines = (PersonNameInline, PersonIdInline)
    list_display = ("name", "disambiguation", "birth", "death", "birthplace", "merged_into")
    list_select_related = ("merged_into",)
    list_filter = (("merged_into", admin.EmptyFieldListFilter),)
    search_fields = ("sort_name",)
    search_help_text = gettext_lazy("The beginning of a name, or an id such as nm0000115.")
    ordering = ("sort_name", "id")
    readonly_fields = ("merged_into", "uid", "created_at")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "name",
                    "disambiguation",
                    ("born", "died"),
                    ("birthplace", "birth_country"),
                    "biography",
                    "biography_language",
                    "portrait",
                )
            },
        ),
        (gettext_lazy("The record"), {"fields": ("merged_into", "uid", "created_at"), "classes": ("collapse",)}),
        (gettext_lazy("Your change"), {"fields": ("summary",)}),
    )

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return [fieldsets[0], fieldsets[2]]
        return fieldsets if self.has_change_permission(request, obj) else fieldsets[:2]

    def get_search_results(self, request, queryset, search_term):
        text = clean_line(search_term)
        if not text:
            return queryset, False
        if re.fullmatch(r"(nm|Q)?\d{3,}", text):
            return queryset.filter(pk__in=PersonId.objects.filter(value=text).values("person")), False
        if request.path == reverse("admin:autocomplete"):
            queryset = queryset.shown()
        return queryset.filter(between_keys("sort_name", fold(text) or text)), False

    @admin.display(description=gettext_lazy("born"), ordering="born_on")
    def birth(self, person):
        return person.born

    @admin.display(description=gettext_lazy("died"), ordering="died_on")
    def death(self, person):
        return person.died

    def view_on_site(self, person):
        return person.get_absolute_url()

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # one at a time, each looked at
        return actions

    # --- writing ---
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        view = super().changeform_view
        if request.method != "POST":
            return view(request, object_id, form_url, extra_context)
        request.refused = []
        for _attempt in range(2):
            try:
                with edit_person(editor=request.user, summary=clean_line(request.POST.get("summary", ""))) as edit:
                    request.person_edit = edit
                    return view(request, object_id, form_url, extra_context)
            except DocumentError as error:
                request.refused = [f"{path}: {reason}" for path, reason in error.faults]
            except IntegrityError:
                reason = _("This clashes with what is stored: something is there twice, or was changed meanwhile.")
                request.refused = [reason]
        for reason in request.refused:
            messages.error(request, reason)
        return HttpResponseRedirect(request.get_full_path())

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refused = getattr(request, "refused", ())
        return form

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        if found is not None and hasattr(request, "person_edit"):
            request.person_edit.begin(found)
            return super().get_object(request, object_id, from_field)
        return found

    def save_model(self, request, obj, form, change):
        set_derived(obj)
        super().save_model(request, obj, form, change)
        if not change:
            request.person_edit.begin_new(obj)
