"""The film itself in the admin, with its short tables and the way to its long ones."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from ..forms import FilmForm
from ..models import Film
from ..services import publish_films, set_derived, unpublish_films
from ..vocabulary import FilmStatus
from .base import EditsFilms, films_found
from .history import FilmHistory
from .inlines import INLINES
from .meanwhile import PARTS


@admin.register(Film)
class FilmAdmin(FilmHistory, EditsFilms):
    form = FilmForm
    inlines = INLINES
    list_display = ("title", "year", "kind", "status", "release_day", "original_title")
    list_filter = ("status", "kind", "film_genres__genre")
    ordering = ("sort_title", "id")
    search_fields = ("sort_title",)
    search_help_text = gettext_lazy("The beginning of a title, or an id such as tt0113627.")
    actions = ("publish", "unpublish")
    readonly_fields = ("parts", "status", "merged_into", "release_day", "uid", "created_at")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    ("original_title", "original_language"),
                    ("year", "runtime_minutes", "kind"),
                    "outline",
                    "outline_language",
                    "tagline",
                    "poster",
                    "genres",
                    "keywords",
                )
            },
        ),
        (gettext_lazy("On pages of their own"), {"fields": ("parts",)}),
        (
            gettext_lazy("The record"),
            {"fields": ("status", "merged_into", "release_day", "uid", "created_at"), "classes": ("collapse",)},
        ),
        (gettext_lazy("Your change"), {"fields": ("summary", "opened")}),
    )

    # --- who may ---
    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.status == FilmStatus.DRAFT)

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # one at a time, and drafts only
        if not self.has_change_permission(request):
            actions.pop("publish", None)
            actions.pop("unpublish", None)
        return actions

    def delete_view(self, request, object_id, extra_context=None):
        film = self.get_queryset(request).filter(pk=_number(object_id)).first()
        if film and film.status != FilmStatus.DRAFT and super().has_delete_permission(request):
            messages.error(
                request, _("“%(film)s” has a public page, so it can't be deleted. Unpublish it.") % {"film": film}
            )
            return HttpResponseRedirect(reverse("admin:films_film_change", args=[film.pk]))
        return super().delete_view(request, object_id, extra_context)

    # --- what is shown ---
    def get_queryset(self, request):
        return super().get_queryset(request).select_related("merged_into")

    def get_search_results(self, request, queryset, search_term):
        return (films_found(queryset, search_term) if search_term.strip() else queryset), False

    def get_fieldsets(self, request, obj=None):
        main, parts, record, change = super().get_fieldsets(request, obj)
        if obj is None:
            return [main, change]
        if self.has_change_permission(request, obj):
            return [main, parts, record, change]
        shown = [{"genres": "genre_names", "keywords": "keyword_names"}.get(name, name) for name in main[1]["fields"]]
        return [(None, {"fields": shown}), parts, record]

    @admin.display(description=gettext_lazy("genres"))
    def genre_names(self, film):
        return ", ".join(map(str, film.film_genres.select_related("genre")))

    @admin.display(description=gettext_lazy("keywords"))
    def keyword_names(self, film):
        return ", ".join(map(str, film.film_keywords.select_related("keyword")))

    @admin.display(description=gettext_lazy("released"), ordering="released_on")
    def release_day(self, film):
        return film.released

    def view_on_site(self, film):
        return film.get_absolute_url()

    @admin.display(description=gettext_lazy("to be edited there"))
    def parts(self, film):
        counts = {
            model.__name__: Coalesce(
                Subquery(
                    model.objects.filter(film=OuterRef("pk"))
                    .order_by()
                    .values("film")
                    .annotate(n=Count("pk"))
                    .values("n")
                ),
                0,
            )
            for model in PARTS
        }
        found = Film.objects.filter(pk=film.pk).values_list(*counts.values())[0]
        links = (
            (_list_address(model, film), model._meta.verbose_name_plural.capitalize(), count)
            for model, count in zip(PARTS, found, strict=True)
        )
        return format_html('<span class="parts">{}</span>', format_html_join(" ", '<a href="{}">{} ({}) →</a>', links))

    # --- writing ---
    def film_of(self, obj):
        return obj

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        for name, (model, column) in FilmForm.links.items():
            if name in form.base_fields:
                field = form.base_fields[name]
                relation = model._meta.get_field(column).remote_field
                may_add = self.admin_site._registry[relation.model].has_add_permission(request)
                field.widget = RelatedFieldWidgetWrapper(
                    getattr(field.widget, "widget", field.widget), relation, self.admin_site, can_add_related=may_add
                )
        return form

    def save_model(self, request, obj, form, change):
        if not change:
            request.film_edits.begin_new(obj)
            return
        set_derived(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        form.save_words()
        super().save_related(request, form, formsets, change)

    # --- publishing ---
    @admin.action(description=gettext_lazy("Publish the chosen drafts"))
    def publish(self, request, queryset):
        self._tell_how_many(request, publish_films(films=queryset))

    @admin.action(description=gettext_lazy("Take the chosen films off the site (unpublish)"))
    def unpublish(self, request, queryset):
        self._tell_how_many(request, unpublish_films(films=queryset))

    def _tell_how_many(self, request, count):
        text = ngettext("%(count)s film changed its status.", "%(count)s films changed their status.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS if count else messages.INFO)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        status = self.admin_site.admin_view(require_POST(self.status_view))
        return [path("<int:pk>/status/", status, name=f"{name}_status"), *super().get_urls()]

    def status_view(self, request, pk):
        """The button on the film's page: publish a draft, unpublish a published film."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        change = publish_films if request.POST.get("status") == FilmStatus.PUBLISHED else unpublish_films
        self._tell_how_many(request, change(films=Film.objects.filter(pk=pk)))
        return HttpResponseRedirect(reverse("admin:films_film_change", args=[pk]))


def _list_address(model, film):
    return f"{reverse(f'admin:films_{model._meta.model_name}_changelist')}?film={film.pk}"


def _number(object_id):
    return int(unquote(object_id)) if unquote(object_id).isdecimal() else None
