"""What the admin pages of all records of the catalogue share."""

from django import forms
from django.contrib import admin
from django.db import models

from .forms import (
    AmountField,
    CurrencyField,
    LanguageField,
    LineField,
    LinesField,
    ParagraphsField,
    PlaceField,
    PositionField,
    QuickAutocomplete,
    StoredImageField,
)

# Columns that hold something particular, by name; of the others the column's type tells the field.
_BY_NAME = {
    "country": PlaceField,
    "birth_country": PlaceField,
    "currency": CurrencyField,
    "amount": AmountField,
    "position": PositionField,
}


class RecordOptions:
    """For a ModelAdmin or an inline: fields that read and store what the film and person documents do."""

    line_size = 60  # characters shown of a long line

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if field := self._field_of(db_field):
            form_class = {"form_class": field[0]} if field[0] else {}
            return db_field.formfield(**form_class, **(field[1] | kwargs))
        made = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.is_relation and made and hasattr(made.widget, "can_delete_related"):
            made.widget.can_delete_related = False  # a cross beside a row would be read as "take it off this list"
        return made

    def _field_of(self, column):
        """(form field class or None for the column's own, arguments), or None where Django's own is right."""
        if column.choices or column.is_relation:
            return None
        if column.name in _BY_NAME:
            return _BY_NAME[column.name], {}
        if column.name == "territory":
            return PlaceField, {"with_territories": True}
        if column.name == "language" or column.name.endswith("_language"):
            return LanguageField, {}
        if isinstance(column, models.ImageField):
            return StoredImageField, {}
        if isinstance(column, models.JSONField):
            return LinesField, {}
        if isinstance(column, models.TextField):
            return ParagraphsField, {"widget": forms.Textarea(attrs={"rows": 4, "cols": 60})}
        if isinstance(column, models.URLField):
            return None, {"assume_scheme": "https"}
        if isinstance(column, models.CharField):
            size = min(max(column.max_length, 10), self.line_size)
            return LineField, {"widget": forms.TextInput(attrs={"size": size, "class": "line"})}
        return None

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = QuickAutocomplete(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class SmallTable(RecordOptions, admin.TabularInline):
    """A short list on its parent's page. Collapsed; what autocompletes is read along with the rows."""

    line_size = 30
    extra = 0
    classes = ("collapse",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.autocomplete_fields)


class RecordAdmin(RecordOptions, admin.ModelAdmin):
    show_full_result_count = False
    list_per_page = 50
    save_on_top = True

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        """The headings of the short tables tell how many rows there are, since the tables come folded."""
        made = super().get_inline_formsets(request, formsets, inline_instances, obj)
        for one in made:
            if "collapse" in (one.opts.classes or ()):
                count = one.formset.initial_form_count()
                one.opts.verbose_name_plural = f"{one.opts.verbose_name_plural} ({count})"
        return made

    class Media:
        css = {"all": ("css/admin-records.css",)}


class ReadOnly:
    """For a ModelAdmin of rows that a program writes."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def between_keys(column, key):
    """A filter for folded keys that begin with `key`, in a form that an index answers on both databases."""
    return models.Q(**{f"{column}__gte": key, f"{column}__lt": key + chr(0x10FFFF)})
