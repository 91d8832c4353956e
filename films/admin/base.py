"""What the admin pages of films and of what is below them share: one edit a request."""

import re

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import IntegrityError
from django.utils.translation import gettext as _

from common.admin import RecordAdmin, between_keys
from common.documents import DocumentError
from common.text import clean_line, fold, sort_key

from ..editing import edit_films
from ..models import Film, FilmId
from . import meanwhile


class EditsFilms(RecordAdmin):
    """Everything a request saves is one edit: one revision of each film, its version raised once.

    Where the edit is refused at its end (another editor was quicker; the film would be no valid document), the form is
    shown again with the reasons and with all that was typed.
    """

    def film_of(self, obj):
        return obj.film

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        view = super().changeform_view

        def compared():
            if object_id is not None:
                self._compare(request, object_id)
            return view(request, object_id, form_url, extra_context)

        return self._in_one_edit(request, compared)

    def _compare(self, request, object_id):
        """Have the form carry what it is opened with; refuse to save one that is behind, once."""
        found = self.get_object(request, unquote(object_id))
        if found is None:
            return
        state = meanwhile.state_of(found)
        request.opened = meanwhile.signed(found, state)
        if request.method != "POST" or not self.has_change_permission(request, found):
            return
        changed = meanwhile.changed_since(found, request.POST.get(meanwhile.OPENED, ""), state)
        if changed:
            request.refused = meanwhile.told(self.film_of(found), changed, with_files=bool(request.FILES))
            inlines = self.get_inline_instances(request, found)
            request.POST = meanwhile.post_again(request, found, inlines, request.opened)

    def delete_view(self, request, object_id, extra_context=None):
        view = super().delete_view
        return self._in_one_edit(request, lambda: view(request, object_id, extra_context))

    def changelist_view(self, request, extra_context=None):
        view = super().changelist_view
        return self._in_one_edit(request, lambda: view(request, extra_context))

    def _in_one_edit(self, request, view):
        if request.method != "POST":
            return view()
        request.refused = []
        for _attempt in range(2):
            try:
                summary = clean_line(request.POST.get("summary", ""))
                with edit_films(editor=request.user, summary=summary) as request.film_edits:
                    return view()
            except DocumentError as error:
                request.refused = [f"{path}: {reason}" if path else reason for path, reason in error.faults]
            except IntegrityError:
                reason = _("This clashes with what is stored: something is there twice, or was changed meanwhile.")
                request.refused = [reason]
        for reason in request.refused:
            messages.error(request, reason)
        with edit_films(editor=request.user) as request.film_edits:
            request.method = "GET"
            return view()

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refused = getattr(request, "refused", ())
        form.opened_as = getattr(request, "opened", "")
        return form

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST":
            return found
        request.film_edits.begin(self.film_of(found))
        return super().get_object(request, object_id, from_field)  # as it is now that nobody else can write

    def save_model(self, request, obj, form, change):
        request.film_edits.begin(self.film_of(obj))
        super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        request.film_edits.begin(self.film_of(obj))
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        request.film_edits.begin(*Film.objects.filter(pk__in=queryset.values("film")).order_by("pk"))
        super().delete_queryset(request, queryset)


def films_found(films, text):
    """Films whose sort title begins with the text, or that have it as an id elsewhere (tt0113627)."""
    text = clean_line(text)
    if re.fullmatch(r"(tt|Q|nm)?\d{3,}", text):
        by_id = films.filter(pk__in=FilmId.objects.filter(value=text).values("film"))
        if by_id.exists():
            return by_id
    return films.filter(between_keys("sort_title", fold(text) or text) | between_keys("sort_title", sort_key(text)))
