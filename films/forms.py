"""The forms that editors write films with. What a document would be refused for, a form refuses too, by one rule."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError as NotADocument

from common.documents import Part
from common.forms import InOrderField, QuickAutocompleteMultiple, RecordForm, SummaryField, record_form
from common.records import PersonMention

from . import schema
from .models import Connection, Film, FilmGenre, FilmKeyword, Genre, Keyword, Note
from .sections import SECTIONS, plain, prune
from .services import set_genre_key
from .vocabulary import NoteKind

# What entries refer to is not looked at here: a form can't be saved without it.
_STAND_INS = {
    "person": {"name": "-"},
    "company": {"name": "-"},
    "film": {"title": "-"},
    "image": {"path": "-"},
    "lines": [{"text": "-"}],
}


class FilmRowForm(RecordForm):
    """A form for a row below a film."""

    def _post_clean(self):
        super()._post_clean()
        record = self.instance
        if isinstance(record, PersonMention) and (record.person_id or "name" in self.changed_data):
            record.unlinked = None
        if isinstance(record, Connection) and (record.other_id or {"title", "year"} & set(self.changed_data)):
            record.unlinked = None

    def faults(self):
        section = _section_of(self.instance)
        if section is None or section.part is Part:
            return []
        columns = dict(section.plain)
        entry = {key: plain(getattr(self.instance, column)) for key, column in section.plain}
        entry |= {key: plain(getattr(self.instance, name)) for key, name in section.dates.items()}
        entry |= {key: _STAND_INS[key] for key in section.special if key in _STAND_INS}
        return document_faults(section.part, entry, columns | section.dates)


def _section_of(record):
    if isinstance(record, Note):
        return next(s for s in SECTIONS.values() if s.model is Note and s.where["kind"] == record.kind)
    return next((section for section in SECTIONS.values() if section.model is type(record)), None)


def document_faults(part, entry, columns):
    """(column or None, reason) for all that a part of the document is refused for. `columns`: key -> column."""
    try:
        part.model_validate(prune(entry))
    except NotADocument as error:
        required = forms.Field.default_error_messages["required"]
        return [
            (
                columns.get(fault["loc"][0]) if fault["loc"] else None,
                required if fault["type"] == "missing" else fault["msg"].removeprefix("Value error, "),
            )
            for fault in error.errors()
        ]
    return []


class OpenedField(forms.CharField):
    """What the form was opened with, sent along unseen (admin/meanwhile.py)."""

    def __init__(self):
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial, data):
        return False


class PageForm(RecordForm):
    """A form that is a page of its own in the admin."""

    summary = SummaryField()
    opened = OpenedField()

    opened_as = ""  # set on a class made for the request

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["opened"] = self.opened_as


class FilmPartForm(PageForm, FilmRowForm):
    """For rows that have a page of their own in the admin."""


def row_form(model, *, form=FilmRowForm, among=("film",)):
    """The form for rows of `model`, which are numbered `among` those that share these columns."""
    return record_form(model, form=form, among=among)


class CreditForm(FilmPartForm):
    def clean(self):
        super().clean()
        person, name = self.cleaned_data.get("person"), self.cleaned_data.get("name")
        if person and name:
            message = _("The person is named by the link; clear this, or write it under “credited as”.")
            self.add_error("name", message)


class NoteForm(FilmPartForm):
    def clean(self):
        super().clean()
        kind, goof_kind = self.cleaned_data.get("kind"), self.cleaned_data.get("goof_kind")
        if kind == NoteKind.GOOF and not goof_kind:
            self.add_error("goof_kind", _("Say what kind of goof it is."))
        if kind and kind != NoteKind.GOOF and goof_kind:
            self.add_error("goof_kind", _("Only goofs have this; leave it empty."))


class QuoteLineForm(FilmRowForm):
    def clean(self):
        super().clean()
        told = self.cleaned_data
        if told.get("is_direction") and (told.get("speaker") or told.get("credit")):
            self.add_error("is_direction", _("A stage direction has no speaker."))

    def faults(self):
        line = self.instance
        entry = {"speaker": line.speaker, "text": line.text, "is_direction": line.is_direction}
        return document_faults(schema.QuoteLine, entry, {key: key for key in entry})


class ConnectionForm(FilmRowForm):
    def clean(self):
        super().clean()
        other, title = self.cleaned_data.get("other"), self.cleaned_data.get("title")
        if other and other == self.cleaned_data.get("film"):
            self.add_error("other", _("A film is not connected with itself."))
        if other and (title or self.cleaned_data.get("year")):
            self.add_error("title", _("The film is named by the link; title and year are for films not on this site."))
        if not other and not title:
            self.add_error("other", _("Choose a film, or write the title of one that is not on this site."))


class GenreForm(record_form(Genre)):
    def clean_name(self):
        name = self.cleaned_data["name"]
        self.instance.name = name
        set_genre_key(self.instance)
        same = Genre.objects.filter(key=self.instance.key).exclude(pk=self.instance.pk).first()
        if same:
            raise forms.ValidationError(_("There is “%(name)s” already."), code="twice", params={"name": same})
        return name


def _words(model, link, column, **more):
    widget = QuickAutocompleteMultiple(link._meta.get_field(column), admin.site)
    return InOrderField(queryset=model.objects.all(), required=False, widget=widget, **more)


class FilmForm(record_form(Film, form=PageForm)):
    """A film's own columns, its genres and its keywords."""

    year = forms.IntegerField(label=_("Year"), required=False, min_value=schema.FIRST_YEAR, max_value=schema.LAST_YEAR)
    genres = _words(Genre, FilmGenre, "genre", label=_("Genres"), help_text=_("The most telling one first."))
    keywords = _words(Keyword, FilmKeyword, "keyword", label=_("Keywords"))

    links = {"genres": (FilmGenre, "genre"), "keywords": (FilmKeyword, "keyword")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (model, column) in self.links.items():
            if name in self.fields:
                rows = model.objects.filter(film=self.instance.pk).select_related(column) if self.instance.pk else []
                chosen = [getattr(row, column) for row in rows]
                self.initial[name] = [one.pk for one in chosen]
                widget = getattr(self.fields[name].widget, "widget", self.fields[name].widget)
                widget.known = {str(one.pk): str(one) for one in chosen}

    def faults(self):
        film = self.instance
        names = ("kind", "title", "original_title", "original_language", "year", "runtime_minutes", "outline")
        names += ("outline_language", "tagline")
        entry = {"format": schema.FORMAT} | {name: getattr(film, name) for name in names}
        return document_faults(schema.FilmDocument, entry, {name: name for name in names})

    def save_words(self):
        """Make the film's genres and keywords the chosen ones, in their order."""
        for name in self.links.keys() & set(self.changed_data):
            model, column = self.links[name]
            wanted = {one.pk: at for at, one in enumerate(self.cleaned_data[name], 1)}
            rows = {getattr(row, f"{column}_id"): row for row in model.objects.filter(film=self.instance)}
            model.objects.filter(pk__in=[row.pk for pk, row in rows.items() if pk not in wanted]).delete()
            for pk, position in wanted.items():
                model.objects.update_or_create(
                    film=self.instance, **{f"{column}_id": pk}, defaults={"position": position}
                )
