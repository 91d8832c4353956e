"""What a film may have many of, each on pages of its own: stills, credits, notes, quotes, awards."""

from urllib.parse import parse_qs

from django.contrib import admin
from django.db.models import Case, When
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.admin import RecordOptions, SmallTable, between_keys
from common.text import fold

from ..forms import CreditForm, FilmPartForm, NoteForm, QuoteLineForm, row_form
from ..models import Award, AwardPerson, Credit, Film, Note, Quote, QuoteLine, Still, StillPerson
from ..vocabulary import Department
from .base import EditsFilms, films_found


class FilmPartAdmin(EditsFilms):
    """Rows of one film when `?film=` says which, else of all. A row stays with its film."""

    list_select_related = ("film",)
    search_help_text = gettext_lazy(
        "In one film: words of the row. Among all films: the beginning of the film's title."
    )
    autocomplete_fields = ("film",)
    list_display_links = ("shown",)

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(["film"] if obj else []))

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_fields(self, request, obj=None):
        fields = [*self.fields, "opened"]
        return fields if obj is None or self.has_change_permission(request, obj) else fields[:-2]  # no summary

    def get_list_display(self, request):
        """In one film's list its title is said once, above."""
        return [name for name in self.list_display if name != "film" or not request.GET.get("film")]

    def get_changeform_initial_data(self, request):
        """A row added from the list of a film is that film's."""
        filters = parse_qs(request.GET.get("_changelist_filters", ""))
        film = filters.get("film", [""])[0]
        return ({"film": film} if film.isdecimal() else {}) | super().get_changeform_initial_data(request)

    def changelist_view(self, request, extra_context=None):
        number = request.GET.get("film", "")
        film = Film.objects.filter(pk=number).first() if number.isdecimal() else None
        if film:
            title = _("%(rows)s of %(film)s") % {"rows": self.opts.verbose_name_plural.capitalize(), "film": film}
            extra_context = {"of_film": film, "title": title} | (extra_context or {})
        return super().changelist_view(request, extra_context)

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        if request.GET.get("film"):
            return super().get_search_results(request, queryset, search_term)
        return self.found_anywhere(queryset, search_term), False

    def found_anywhere(self, queryset, text):
        return queryset.filter(film__in=films_found(Film.objects.all(), text).values("pk"))

    def view_on_site(self, obj):
        return obj.film.get_absolute_url()

    @admin.display(description=gettext_lazy("row"))
    def shown(self, obj):
        return Truncator(str(obj)).chars(90)


class MentionTable(SmallTable):
    """People named below a still or an award."""

    fields = ("person", "name", "position")
    autocomplete_fields = ("person",)
    classes = ()


class StillPersonInline(MentionTable):
    model = StillPerson
    form = row_form(StillPerson, among=("still",))


class AwardPersonInline(MentionTable):
    model = AwardPerson
    form = row_form(AwardPerson, among=("award",))


@admin.register(Credit)
class CreditAdmin(FilmPartAdmin):
    form = row_form(Credit, form=CreditForm, among=("film", "department"))
    autocomplete_fields = ("film", "person")
    list_select_related = ("film", "person")
    list_display = ("shown", "department", "position", "work", "is_linked", "film")
    list_filter = ("department", ("person", admin.EmptyFieldListFilter))
    search_fields = ("person__name", "name", "credited_as", "job")
    search_help_text = gettext_lazy("The beginning of a person's name; in the list of one film, any name or job.")
    ordering = ("film", "department", "position", "id")
    fields = (
        "film",
        "person",
        "name",
        "credited_as",
        ("department", "position"),
        "job",
        "characters",
        "attributes",
        "summary",
    )

    def get_ordering(self, request):
        """One film's credits stand as on its page; all films' as the index has them."""
        if not request.GET.get("film"):
            return self.ordering
        places = [When(department=department, then=at) for at, department in enumerate(Department.values)]
        return [Case(*places), "position", "id"]

    @admin.display(description=gettext_lazy("name"))
    def shown(self, credit):
        return credit.shown_name

    @admin.display(description=gettext_lazy("work"))
    def work(self, credit):
        parts = credit.characters if credit.department == Department.CAST else [credit.job]
        told = " / ".join(part for part in parts if part)
        return f"{told} ({', '.join(credit.attributes)})" if credit.attributes else told

    @admin.display(description=gettext_lazy("identified"), boolean=True)
    def is_linked(self, credit):
        return credit.person_id is not None

    def found_anywhere(self, queryset, text):
        return queryset.filter(between_keys("person__sort_name", fold(text) or text))


@admin.register(Note)
class NoteAdmin(FilmPartAdmin):
    form = row_form(Note, form=NoteForm, among=("film", "kind"))
    list_display = ("shown", "kind", "goof_kind", "position", "has_spoilers", "is_hidden", "film")
    list_filter = ("kind", "goof_kind", "has_spoilers", "is_hidden")
    search_fields = ("text",)
    ordering = ("film", "kind", "position", "id")
    fields = (
        "film",
        ("kind", "goof_kind"),
        "text",
        ("language", "position"),
        ("has_spoilers", "is_hidden"),
        ("source", "checked"),
        "summary",
    )

    @admin.display(description=gettext_lazy("text"))
    def shown(self, note):
        return Truncator(note.text).chars(90)


class QuoteLineInline(RecordOptions, admin.TabularInline):
    model = QuoteLine
    form = row_form(QuoteLine, form=QuoteLineForm, among=("quote",))
    fields = ("credit", "speaker", "text", "is_direction", "position")
    line_size = 24
    extra = 0
    min_num = 1

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        if "credit" in formset.form.base_fields:
            # The cast is read once, not once a line.
            credits = Credit.objects.filter(film=obj.film_id if obj else None, department=Department.CAST)
            field = formset.form.base_fields["credit"]
            field.queryset = credits
            field.widget.can_add_related = field.widget.can_change_related = False
            field.widget.can_delete_related = field.widget.can_view_related = False
            field.choices = [
                ("", "---------"),
                *((credit.pk, str(credit)) for credit in credits.select_related("person")),
            ]
        return formset


@admin.register(Quote)
class QuoteAdmin(FilmPartAdmin):
    form = row_form(Quote, form=FilmPartForm)
    inlines = (QuoteLineInline,)
    list_display = ("shown", "position", "has_spoilers", "is_hidden", "film")
    list_filter = ("has_spoilers", "is_hidden")
    search_fields = ("lines__text", "lines__speaker")
    ordering = ("film", "position", "id")
    fields = ("film", ("language", "position"), ("has_spoilers", "is_hidden"), "summary")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("lines")

    @admin.display(description=gettext_lazy("first line"))
    def shown(self, quote):
        lines = list(quote.lines.all())
        return Truncator(lines[0].text).chars(90) if lines else _("(no lines)")


@admin.register(Still)
class StillAdmin(FilmPartAdmin):
    form = row_form(Still, form=FilmPartForm)
    inlines = (StillPersonInline,)
    list_display = ("picture", "shown", "position", "is_hidden", "film")
    list_display_links = ("picture", "shown")
    list_filter = ("is_hidden",)
    search_fields = ("description", "people__person__name", "people__name")
    ordering = ("film", "position", "id")
    fields = ("film", "image", "description", "credit_line", ("position", "is_hidden"), "summary")

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, still):
        return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', still.image.url)

    @admin.display(description=gettext_lazy("description"))
    def shown(self, still):
        return Truncator(str(still)).chars(90)


@admin.register(Award)
class AwardAdmin(FilmPartAdmin):
    form = row_form(Award, form=FilmPartForm)
    inlines = (AwardPersonInline,)
    list_display = ("shown", "category", "prize", "result", "position", "film")
    list_filter = ("result",)
    search_fields = ("event", "category", "prize", "people__person__name", "people__name")
    ordering = ("film", "position", "id")
    fields = (
        "film",
        ("event", "year"),
        ("category", "prize"),
        ("result", "position"),
        "note",
        ("source", "checked"),
        "summary",
    )
