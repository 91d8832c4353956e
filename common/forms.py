"""Form fields for what records hold beside plain text and numbers, and the form that editors write records with."""

import re
from functools import lru_cache

from django import forms
from django.contrib.admin.widgets import AdminFileWidget, AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Max
from django.forms.utils import ErrorDict
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from . import images
from .dates import PartialDate, PartialDateProperty
from .languages import is_language_tag
from .money import is_currency
from .places import DOMESTIC, TERRITORIES, WORLDWIDE, country_choices, territory_name
from .text import clean_line, clean_text


class LineField(forms.CharField):
    """One line of text, stored as documents store it: composed, white space folded, no control characters."""

    def to_python(self, value):
        return super().to_python(clean_line(value) if isinstance(value, str) else value)


class ParagraphsField(forms.CharField):
    """Text of several lines, stored as documents store it."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value):
        return super().to_python(clean_text(value) if isinstance(value, str) else value)


class PartialDateField(forms.CharField):
    """One text input for a date known to the day, the month or the year. Gives a PartialDate or None."""

    default_error_messages = {
        "format": _("“%(value)s” is not a date. Write 1995, 1995-10 or 1995-10-27."),
        "calendar": _("“%(value)s” is not a day of the calendar."),
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"size": 10, "class": "partial-date"}))
        super().__init__(max_length=20, **kwargs)

    def to_python(self, value):
        text = super().to_python("" if value is None else str(value))
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError as error:
            code = "calendar" if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text, re.ASCII) else "format"
            raise ValidationError(self.error_messages[code], code=code, params={"value": text}) from error

    def prepare_value(self, value):
        return "" if value is None else str(value)

    def run_validators(self, value):
        """None: the text was looked at in to_python, and a PartialDate has no length."""

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True


class LanguageField(LineField):
    """A language tag of BCP 47."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"size": 8, "class": "code"}))
        super().__init__(**kwargs)

    def validate(self, value):
        super().validate(value)
        if value and not is_language_tag(value):
            message = _("“%(value)s” is not a language tag. Write a tag such as en, pt-BR or zh-Hant.")
            raise ValidationError(message, code="language", params={"value": value})


class CurrencyField(LineField):
    """A currency code of ISO 4217, old currencies too; small letters are taken as capitals."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"size": 4, "class": "code"}))
        super().__init__(**kwargs)

    def to_python(self, value):
        return super().to_python(value).upper()

    def validate(self, value):
        super().validate(value)
        if value and not is_currency(value):
            message = _("“%(value)s” is not a currency code. Write one such as USD, EUR or FRF.")
            raise ValidationError(message, code="currency", params={"value": value})


class AmountField(forms.IntegerField):
    """Whole units of a currency. Thousands may be set apart: 3600000, 3,600,000 and 3 600 000 are one number."""

    default_error_messages = {"invalid": _("“%(value)s” is not an amount. Write whole units, such as 3,600,000.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TextInput(attrs={"size": 14, "inputmode": "numeric"}))
        super().__init__(**kwargs | {"min_value": 0})

    def to_python(self, value):
        if isinstance(value, str):
            value = value.strip()
            if re.fullmatch(r"\d{1,3}([,.'’\s]\d{3})+", value):
                value = re.sub(r"\D", "", value)
        try:
            return super().to_python(value)
        except ValidationError as error:
            message = self.error_messages["invalid"]
            raise ValidationError(message, code="invalid", params={"value": value}) from error

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


class PlaceSelect(forms.Select):
    """A select of some 260 places. Its options are made once a language, not once a row of a long page."""

    def __init__(self, attrs=None, *, with_territories=False):
        self.with_territories = with_territories
        super().__init__(attrs=attrs)

    def __deepcopy__(self, memo):
        copied = type(self)(dict(self.attrs), with_territories=self.with_territories)
        copied.is_required = self.is_required
        return copied

    def render(self, name, value, attrs=None, renderer=None):
        value = "" if value is None else str(value)
        options = _place_options(get_language(), self.with_territories)
        chosen = f'value="{conditional_escape(value)}"'
        if f"<option {chosen}>" in options:
            options = options.replace(f"<option {chosen}>", f"<option {chosen} selected>", 1)
        elif value:
            options = format_html("<option {} selected>{}</option>", mark_safe(chosen), value) + options  # noqa: S308
        attributes = forms.utils.flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html("<select{}>{}</select>", attributes, mark_safe(options))  # noqa: S308 (made of escaped parts)


@lru_cache(maxsize=64)
def _place_options(_language, with_territories):
    choices = [("", "---------")]
    if with_territories:
        choices += [(code, territory_name(code)) for code in (WORLDWIDE, DOMESTIC)]
    made = [format_html('<option value="{}">{}</option>', code, name) for code, name in choices + country_choices()]
    return "".join(made)


class PlaceField(forms.CharField):
    """A country; `with_territories`: or worldwide, or domestic."""

    def __init__(self, *, with_territories=False, **kwargs):
        kwargs.setdefault("widget", PlaceSelect(with_territories=with_territories))
        kwargs.pop("max_length", None)
        self.places = TERRITORIES if with_territories else TERRITORIES - {WORLDWIDE, DOMESTIC}
        super().__init__(**kwargs)

    def validate(self, value):
        super().validate(value)
        if value and value not in self.places:
            message = _("“%(value)s” is not a country code.")
            raise ValidationError(message, code="place", params={"value": value})


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **kwargs):
        for unused in ("encoder", "decoder", "max_length"):
            kwargs.pop(unused, None)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 2, "cols": 40}))
        super().__init__(**kwargs)
        self.help_text = self.help_text or _("One a line.")

    def to_python(self, value):
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return [line for line in map(clean_line, lines) if line]

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def run_validators(self, value):
        """None of a text's fit a list."""

    def has_changed(self, initial, data):
        return self.to_python(data) != (initial or [])


class StoredImageWidget(AdminFileWidget):
    """A file input below the stored picture."""

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        if not self.is_initial(value):
            return field
        picture = format_html('<a class="stored-image" href="{0}"><img src="{0}" alt=""></a>', value.url)
        return format_html('<div class="stored-image-field">{}<div>{}</div></div>', picture, field)


class StoredImageField(forms.FileField):
    """An upload, checked by its content and stored without metadata under its content's name, which is what it gives.

    An upload of a form that fails elsewhere stays in the storage: the name is that of the content, so the next try
    finds it there.
    """

    widget = StoredImageWidget

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("JPEG, PNG, WebP or AVIF, at most 12 MB and 30 megapixels."))
        super().__init__(**kwargs)
        self.max_length = None  # of the name as uploaded, which is not kept

    def clean(self, data, initial=None):
        found = super().clean(data, initial)
        if not found or found is initial:
            return found
        try:
            if found.size > images.MAX_BYTES:
                raise images.ImageError(images.too_large(found.size))
            return images.store(images.without_metadata(_read(found))).name
        except images.ImageError as error:
            message = _("“%(file)s” can't be taken: %(reason)s.")
            raise ValidationError(message, code="image", params={"file": found.name, "reason": error}) from error


def _read(upload):
    upload.seek(0)  # a form that is checked twice reads twice
    return upload.read()


class PositionField(forms.IntegerField):
    """A place in a list, from 1; empty puts the row at the end."""

    def __init__(self, **kwargs):
        kwargs |= {"required": False, "min_value": 1, "initial": None}
        kwargs.setdefault("widget", forms.NumberInput(attrs={"class": "position"}))
        super().__init__(**kwargs)
        self.help_text = self.help_text or _("Empty: at the end.")


class SummaryField(forms.CharField):
    """What an editor says of a change."""

    def __init__(self):
        super().__init__(
            label=_("Summary of your change"),
            required=False,
            max_length=300,
            help_text=_("What you changed and why, for the history. May stay empty."),
            widget=forms.TextInput(attrs={"size": 60, "class": "line"}),
        )


# --- choosing among many records ---
class _KnowsItsChoices:
    """An autocomplete select that is told the labels of what is chosen, where Django would ask for each row's anew."""

    def optgroups(self, name, value, attr=None):
        wanted = list(dict.fromkeys(str(v) for v in value if str(v).isdecimal()))
        known = getattr(self, "known", {})
        if missing := [pk for pk in wanted if pk not in known]:
            known = known | {str(one.pk): str(one) for one in self.choices.queryset.filter(pk__in=missing)}
        options = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        options += [(pk, known[pk]) for pk in wanted if pk in known]
        chosen = set(wanted)
        made = [self.create_option(name, pk, label, chosen, at) for at, (pk, label) in enumerate(options)]
        return [(None, made, 0)]


class QuickAutocomplete(_KnowsItsChoices, AutocompleteSelect):
    pass


class QuickAutocompleteMultiple(_KnowsItsChoices, AutocompleteSelectMultiple):
    pass


class InOrderField(forms.ModelMultipleChoiceField):
    """Several records in the order in which they were chosen. Gives a list."""

    def clean(self, value):
        found = {str(one.pk): one for one in super().clean(value)}
        return [found[pk] for pk in dict.fromkeys(map(str, value or [])) if pk in found]

    def has_changed(self, initial, data):
        return [str(pk) for pk in self.prepare_value(initial or [])] != [str(pk) for pk in data or []]


# --- whole records ---
class RecordForm(forms.ModelForm):
    """What every form for a record of the catalogue does. `record_form` makes one for a model.

    `position_among`: the columns that rows which are numbered together have in common.
    """

    position_among = ()
    refused = ()  # messages on why the record could not be saved the last time, set on a class made for the request

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, PartialDateField):
                self.initial.setdefault(name, getattr(self.instance, name))
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, QuickAutocomplete):
                chosen = self.instance._state.fields_cache.get(name)
                widget.known = {str(chosen.pk): str(chosen)} if chosen else {}
        if "position" in self.fields and self.instance._state.adding:
            self.initial["position"] = self.instance.position = None

    def full_clean(self):
        # A row of a long page that nobody touched is in the database already: no query is spent on it.
        if self.prefix and self.is_bound and not self.instance._state.adding and not self.has_changed():
            self._errors, self.cleaned_data = ErrorDict(renderer=self.renderer), {}
            return
        super().full_clean()

    def _post_clean(self):
        for name, field in self.fields.items():
            if isinstance(field, PartialDateField) and name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])
        super()._post_clean()
        if not self._errors.keys() - {NON_FIELD_ERRORS}:
            faults = self.faults()
            self._word_constraints(drop=bool(faults))
            for name, message in faults:
                self.add_error(name if name in self.fields else None, message)
        for message in self.refused:
            self.add_error(None, message)

    def faults(self):
        """(field or None, message) of what a document of this record would be refused for."""
        return []

    def _word_constraints(self, *, drop):
        """Reword, or drop, what Django says of a constraint without words of its own: it names the constraint."""
        broken = self._errors.pop(NON_FIELD_ERRORS, None)
        for error in broken.as_data() if broken else ():
            nameless = re.search(r"“([a-z]+(?:_[a-z]+)+)”", str(error.message))
            if not nameless:
                self.add_error(None, error)
            elif not drop:
                rule = nameless[1].partition("_")[2].replace("_", " ")
                self.add_error(None, _("These values do not go together (%(rule)s).") % {"rule": rule})

    def save(self, commit=True):
        record = self.instance
        if hasattr(record, "render_text"):
            record.render_text()
        if "position" in self.fields and record.position is None:
            record.position = self._last_position() + 1
        return super().save(commit)

    def _last_position(self):
        shared = {name: getattr(self.instance, name) for name in self.position_among}
        return type(self.instance).objects.filter(**shared).aggregate(last=Max("position"))["last"] or 0


def record_form(model, *, form=RecordForm, among=()):
    """A RecordForm class with one field for each partial date that people may write."""
    fields = {}
    for name in dir(model):
        found = getattr(model, name, None)
        if isinstance(found, PartialDateProperty):
            day = model._meta.get_field(found.day_field)
            if day.editable:
                fields[name] = PartialDateField(
                    label=day.verbose_name[:1].upper() + day.verbose_name[1:], required=not day.null
                )
    return type(form)(f"{model.__name__}Form", (form,), {**fields, "position_among": tuple(among)})
