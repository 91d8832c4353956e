"""What others changed while an editor had a form open. A form carries what it was opened with; a save compares."""

import re
from collections import defaultdict

from django.core import signing
from django.forms.models import _get_foreign_key
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.documents import digest
from history.models import Revision

from ..document import COLUMNS
from ..models import Award, Credit, Film, Note, Quote, Still
from ..sections import NOTE_SECTIONS, SECTIONS
from ..vocabulary import RECORD_TYPE

# The tables with pages of their own, in the order of the film's page.
PARTS = (Still, Credit, Note, Quote, Award)
OPENED = "opened"
_OF_PARTS = {name for name, section in SECTIONS.items() if section.model in PARTS}
_NAMES = {
    "genres": gettext_lazy("genres"),
    "keywords": gettext_lazy("keywords"),
    "countries": gettext_lazy("countries"),
    "languages": gettext_lazy("languages"),
    "companies": gettext_lazy("companies"),
    "budget": gettext_lazy("budget"),
}
_MOST_ROWS = 2000  # Django itself reads no more of one table


def section_name(section):
    """What editors call a key of the film document."""
    if section in _NAMES:
        return str(_NAMES[section])
    if section in NOTE_SECTIONS:
        return str(NOTE_SECTIONS[section].label).lower()
    if section in SECTIONS:
        return str(SECTIONS[section].model._meta.verbose_name_plural)
    return str(Film._meta.get_field(section).verbose_name) if section in COLUMNS else section


def section_names(sections):
    """Sections in words, in the order of the document."""
    places = {name: at for at, name in enumerate((*COLUMNS, *SECTIONS))}
    return capfirst(", ".join(section_name(one) for one in sorted(sections, key=lambda s: places.get(s, len(places)))))


def state_of(record):
    """Section -> a text that another state of it does not share: of a film what its form edits, of a row itself."""
    if isinstance(record, Film):
        origins = record.section_origins.exclude(section__in=_OF_PARTS)
        return {origin.section: origin.at.isoformat() for origin in origins}
    section = next(
        one
        for one in SECTIONS.values()
        if one.model is type(record) and all(getattr(record, column) == value for column, value in one.where.items())
    )
    told = {name: getattr(record, name, None) for name in ("film_id", "position", "is_hidden")}
    return {section.name: digest(section.entry(record) | told)}


def signed(record, state):
    return signing.dumps(state, salt=_salt(record), compress=True)


def changed_since(record, token, state):
    """The sections whose state is another than the token tells. A token that is missing or forged tells of nothing."""
    try:
        was = signing.loads(token, salt=_salt(record))
    except signing.BadSignature:
        was = {}
    return sorted(name for name in was.keys() | state.keys() if was.get(name) != state.get(name))


def _salt(record):
    return f"opened.{record._meta.label_lower}.{record.pk}"


def told(film, sections, *, with_files=False):
    """Lines for the editor whose form is behind: what was changed, by whom and when, and what to do now."""
    lines = [_("Others changed this while you had it open. Nothing is saved yet; all that you wrote is still here.")]
    for (who, when), its_sections in _changes(film, sections).items():
        what = section_names(its_sections)
        now = [one for one in its_sections if one in COLUMNS and one != "poster"]
        values = "; ".join(_value_now(film, one) for one in now)
        line = _("%(sections)s: changed by %(who)s (%(when)s).") % {"sections": what, "who": who, "when": when}
        lines.append(f"{line} {capfirst(values)}" if values else line)
    if with_files:
        lines.append(_("Choose the picture again: browsers don't keep it."))
    lines.append(
        format_html(
            '{} <a href="{}" target="_blank">{}</a>',
            _("Look through the form and save again: what stands here then takes the place of those changes."),
            reverse("admin:films_film_history", args=[film.pk]),
            _("The film's history (in a new tab)"),
        )
    )
    return lines


def _value_now(film, column):
    value = getattr(film, column)
    text = _("%(name)s is now “%(value)s”") if value else _("%(name)s is now empty")
    return text % {"name": section_name(column), "value": Truncator(value).chars(80)}


def _changes(film, sections):
    """(who, when) -> sections, the latest change first."""
    origins = film.section_origins.filter(section__in=sections).order_by("-at")
    found = defaultdict(list)
    for origin in origins:
        revisions = Revision.objects.filter(record_type=RECORD_TYPE, record_uid=film.uid, made_at__gte=origin.at)
        # Written a moment after the section: no later revision has it, since it is the section's last change.
        written = [r for r in revisions.select_related("editor")[:50] if origin.section in r.changed_sections]
        who = written[-1].editor if written else _("an import")
        found[str(who), date_format(localtime(origin.at), "DATETIME_FORMAT")].append(origin.section)
    return found


def post_again(request, record, inlines, token):
    """The posted form to be shown again beside what is stored now.

    Rows that others deleted become new rows, since Django takes none whose id is gone; of what a film has once, the
    row that others made is taken.
    """
    data = request.POST.copy()
    data[OPENED] = token
    for inline in inlines:
        _renumber(data, record, inline)
    return data


def _renumber(data, record, inline):
    link = _get_foreign_key(type(record), inline.model, fk_name=inline.fk_name)
    prefix = link.remote_field.get_accessor_name(model=inline.model)
    total, initial = (data.get(f"{prefix}-{name}", "") for name in ("TOTAL_FORMS", "INITIAL_FORMS"))
    if not (total.isdecimal() and initial.isdecimal() and int(initial) <= int(total) <= _MOST_ROWS):
        return
    there = {str(pk) for pk in inline.model.objects.filter(**{link.name: record}).values_list("pk", flat=True)}
    rows = defaultdict(dict)
    for key in [key for key in data if re.fullmatch(rf"{prefix}-\d+-\w+", key)]:
        number, name = key.removeprefix(f"{prefix}-").split("-")
        if int(number) < int(total):
            rows[int(number)][name] = data.pop(key)
    old = [rows[number] for number in range(int(initial))]
    new = [rows[number] for number in range(int(initial), int(total))]
    kept = [row for row in old if row.get("id", [""])[0] in there]
    new = [row | {"id": [""]} for row in old if row not in kept and not any(row.get("DELETE", ()))] + new
    if link.unique and there and not kept and new:
        kept = [new.pop(0) | {"id": [there.pop()]}]
    for number, row in enumerate(kept + new):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)
    data[f"{prefix}-TOTAL_FORMS"], data[f"{prefix}-INITIAL_FORMS"] = str(len(kept + new)), str(len(kept))
