"""How each key of the film document is kept in tables: one Section a key, read and written by the same few rules.

Rows are matched with a document's entries by uid, else by equal content, else by natural key; what is left over is
inserted or deleted, never everything. Hidden rows are outside the document: they are matched (so that an import does
not bring a hidden text back) but neither exported nor deleted.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models
from django.db.models import prefetch_related_objects

from common.dates import PartialDate
from common.documents import DocumentError, ExternalId, canonical_bytes, new_uid
from common.images import StoredImage
from common.records import RenderedText

from . import schema
from .models import (
    AlternativeTitle,
    Award,
    AwardPerson,
    Budget,
    Certification,
    CompanyCredit,
    Connection,
    ContentNote,
    Credit,
    CriticReview,
    ExternalScore,
    FilmCountry,
    FilmGenre,
    FilmId,
    FilmingLocation,
    FilmKeyword,
    FilmLanguage,
    Gross,
    Note,
    OfficialSite,
    Quote,
    QuoteLine,
    Release,
    Soundtrack,
    Still,
    StillPerson,
    Storyline,
    TechnicalSpec,
    Trailer,
)
from .vocabulary import Department, NoteKind

_BATCH = 500


@dataclass
class Links:
    """Primary keys of what entries refer to, by the name the document has for it."""

    people: dict = field(default_factory=dict)  # uid -> pk
    companies: dict = field(default_factory=dict)  # uid -> pk
    films: dict = field(default_factory=dict)  # uid -> pk
    genres: dict = field(default_factory=dict)  # name -> pk
    keywords: dict = field(default_factory=dict)  # name -> pk
    credits: dict = field(default_factory=dict)  # uid -> pk, of the film's own credits


def prune(entry):
    """Absent instead of None, "", [] and False."""
    return {key: value for key, value in entry.items() if value not in (None, "", [], {}) and value is not False}


def plain(value):
    """A column's value as documents have it: text, integers and true."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value) if isinstance(value, PartialDate) else value


class Section:
    """Rows of `model`, reached from the film by `related`, as a list of entries of the document.

    `where`: column values that all rows of the section have. `dates`: document key -> name of a PartialDateProperty.
    `renamed`: document key -> column. `key`: the natural key of an entry. `special`: keys that a subclass keeps.
    """

    special = ()
    is_single = False
    below = ()  # what hangs below the rows, by its related name
    linked_to = ""  # the foreign key, of the rows or of what hangs below them, whose record entries tell of

    def __init__(self, name, related, model, part, *, key, where=None, dates=None, renamed=None):
        self.name, self.related, self.model, self.part, self.key = name, related, model, part, key
        self.where, self.dates = where or {}, dates or {}
        self.fields = {f.name: f for f in model._meta.concrete_fields}
        self.has_uid = "uid" in self.fields
        self.is_positioned = "position" in self.fields
        told = [key for key in part.model_fields if key not in {*self.dates, *self.special, "uid"}]
        self.plain = [(key, (renamed or {}).get(key, key)) for key in told]

    # --- reading ---
    def prefetch(self):
        return ["__".join([self.related, *self.below])]

    def rows(self, film):
        """The section's rows in order, hidden ones too."""
        rows = [r for r in getattr(film, self.related).all() if all(getattr(r, c) == v for c, v in self.where.items())]
        if self.is_positioned:
            return _in_order(rows)
        return sorted(rows, key=lambda row: _content(self.entry(row)))

    def read(self, film):
        """The section's entries as the document has them."""
        return [self.entry(row) for row in self.rows(film) if not getattr(row, "is_hidden", False)]

    def entry(self, row):
        entry = {key: plain(getattr(row, column)) for key, column in self.plain}
        entry |= {key: plain(getattr(row, name)) for key, name in self.dates.items()}
        if self.has_uid:
            entry["uid"] = row.uid
        return prune(entry | self.special_entry(row))

    def special_entry(self, row):
        return {}

    # --- writing ---
    def columns(self, entry, links):
        """Column values of an entry; a column it does not tell of gets its empty value."""
        values = {column: self._value(column, entry.get(key)) for key, column in self.plain}
        for key, name in self.dates.items():
            prop = getattr(self.model, name)
            date = PartialDate.parse(entry[key]) if key in entry else None
            values[prop.day_field] = date and date.first_day
            values[prop.precision_field] = date and date.precision
        return values | self.special_columns(entry, links)

    def special_columns(self, entry, links):
        return {}

    def _value(self, column, value):
        field = self.fields[column]
        if value is not None:
            return Decimal(value) if isinstance(field, models.DecimalField) else value
        if field.null:
            return None
        return "" if field.empty_strings_allowed else field.get_default()

    def positions(self, entries):
        return range(1, len(entries) + 1)

    def foreign_uids(self, film, entries):
        """Uids of entries that rows of other films have."""
        told = {entry["uid"] for entry in entries if entry.get("uid")} if self.has_uid else set()
        if not told:
            return set()
        return set(self.model.objects.filter(uid__in=told).exclude(film=film.pk).values_list("uid", flat=True))

    def write(self, film, entries, links):
        """Make the film's rows those of `entries`, whose references are resolved.

        Returns what `read` would give now: the entries with the uids of their rows.
        """
        rows = self.rows(film)
        written, pairs, new, changed = [], [], [], defaultdict(list)
        matched = self._match(rows, entries)
        for entry, row, position in zip(entries, matched, self.positions(entries), strict=True):
            values = self.columns(entry, links)
            if self.is_positioned:
                values["position"] = position
            if self.has_uid:
                values["uid"] = entry.get("uid") or (row.uid if row else new_uid())
                entry = entry | {"uid": values["uid"]}
            if row is None:
                row = self.model(film=film, **self.where, **values)
                new.append(row)
                differing = {"text"}
            else:
                differing = {column for column, value in values.items() if getattr(row, column) != value}
            for column in differing & values.keys():
                setattr(row, column, values[column])
            if "text" in differing and isinstance(row, RenderedText):
                row.render_text()
                differing |= {"html", "html_version"}
            if row.pk and differing:
                changed[frozenset(differing)].append(row)
            pairs.append((row, entry))
            if not getattr(row, "is_hidden", False):
                written.append(entry)
        kept = {row.pk for row in matched if row}
        gone = [row.pk for row in rows if row.pk not in kept and not getattr(row, "is_hidden", False)]
        self.model.objects.filter(pk__in=gone).delete()
        for columns, its_rows in changed.items():
            self.model.objects.bulk_update(its_rows, sorted(columns), batch_size=_BATCH)
        self.model.objects.bulk_create(new, batch_size=_BATCH)
        self.write_below(pairs, links)
        return written

    def write_below(self, pairs, links):
        """Write what hangs below the rows. `pairs`: (row, entry)."""

    def _match(self, rows, entries):
        """For each entry the row it goes into, or None."""
        matched, left = [None] * len(entries), list(rows)
        have = {row.pk: self.entry(row) for row in rows}
        for name_of in (_uid, _content, self.key):
            named = defaultdict(list)
            for row in left:
                named[name_of(have[row.pk])].append(row)
            for number, entry in enumerate(entries):
                name = name_of(entry)
                if matched[number] is None and name is not None and named[name]:
                    matched[number] = named[name].pop(0)
            taken = {row.pk for row in matched if row}
            left = [row for row in left if row.pk not in taken]
        return matched


def _uid(entry):
    return entry.get("uid") if isinstance(entry, dict) else None


def _content(entry):
    return canonical_bytes({k: v for k, v in entry.items() if k != "uid"} if isinstance(entry, dict) else entry)


def _by(*keys):
    """A natural key made of some of an entry's values."""
    return lambda entry: canonical_bytes([entry.get(key) for key in keys])


# --- people named in entries ---
def person_entry(mention):
    """A PersonMention as a document's reference."""
    if mention.person_id:
        return {"uid": mention.person.uid, "name": mention.person.name}
    return {"name": mention.name, **(mention.unlinked or {})}


def person_columns(reference, links):
    """The columns of a PersonMention for a resolved reference."""
    if reference.get("uid") in links.people:
        return {"person_id": links.people[reference["uid"]], "name": "", "unlinked": None}
    rest = {key: value for key, value in reference.items() if key != "name"}
    return {"person_id": None, "name": reference["name"], "unlinked": rest or None}


def _person_key(reference):
    return reference.get("uid") or reference["name"]


def _write_list_below(model, parent, related, lists):
    """Make the rows below each parent those of its list of column values, in place and in order."""
    new, changed, gone = [], defaultdict(list), []
    for row, wanted in lists:
        # What is not prefetched was made a moment ago and has no rows below it yet.
        have = _in_order(getattr(row, "_prefetched_objects_cache", {}).get(related, ()))
        gone += [below.pk for below in have[len(wanted) :]]
        for position, values in enumerate(wanted, 1):
            values = values | {"position": position}
            if position > len(have):
                new.append(model(**{parent: row}, **values))
                continue
            below = have[position - 1]
            differing = sorted(column for column, value in values.items() if getattr(below, column) != value)
            for column in differing:
                setattr(below, column, values[column])
            if differing:
                changed[tuple(differing)].append(below)
    model.objects.filter(pk__in=gone).delete()
    for columns, rows in changed.items():
        model.objects.bulk_update(rows, columns, batch_size=_BATCH)
    model.objects.bulk_create(new, batch_size=_BATCH)


class Single(Section):
    """At most one row, as an object instead of a list."""

    is_single = True

    def rows(self, film):
        row = getattr(film, self.related, None)
        return [row] if row else []


class Names(Section):
    """A list of plain words; `column` holds the word, or the key of the row in `links` that bears it."""

    def __init__(self, name, related, model, column, *, linked=""):
        self.column, self.linked = column, linked
        self.linked_to = column if linked else ""
        super().__init__(name, related, model, schema.Part, key=lambda entry: entry)

    def entry(self, row):
        value = getattr(row, self.column)
        return value.name if self.linked else value

    def columns(self, entry, links):
        return {f"{self.column}_id": getattr(links, self.linked)[entry]} if self.linked else {self.column: entry}


class Credits(Section):
    special = ("person",)
    linked_to = "person"

    def rows(self, film):
        order = {department: number for number, department in enumerate(Department.values)}
        return sorted(film.credits.all(), key=lambda row: (order[row.department], row.position, row.pk))

    def special_entry(self, row):
        return {"person": person_entry(row)}

    def special_columns(self, entry, links):
        return person_columns(entry["person"], links)

    def positions(self, entries):
        """Billing starts anew in each department."""
        count = defaultdict(int)
        for entry in entries:
            count[entry["department"]] += 1
            yield count[entry["department"]]

    def write_below(self, pairs, links):
        links.credits = {row.uid: row.pk for row, _entry in pairs}


class Companies(Section):
    special = ("company",)
    linked_to = "company"

    def special_entry(self, row):
        return {"company": prune({"uid": row.company.uid, "name": row.company.name, "country": row.company.country})}

    def special_columns(self, entry, links):
        return {"company_id": links.companies[entry["company"]["uid"]]}


class Awards(Section):
    special = ("people",)
    below = ("people",)
    linked_to = "person"

    def special_entry(self, row):
        return {"people": [person_entry(mention) for mention in _in_order(row.people.all())]}

    def write_below(self, pairs, links):
        lists = [(row, [person_columns(ref, links) for ref in entry.get("people", [])]) for row, entry in pairs]
        _write_list_below(AwardPerson, "award", "people", lists)


class Stills(Section):
    special = ("image", "people")
    below = ("people",)
    linked_to = "person"

    def special_entry(self, row):
        people = [person_entry(mention) for mention in _in_order(row.people.all())]
        return {"image": row.stored_image.to_json(), "people": people}

    def special_columns(self, entry, links):
        return {"image": StoredImage(**entry["image"]).name}

    def write_below(self, pairs, links):
        lists = [(row, [person_columns(ref, links) for ref in entry.get("people", [])]) for row, entry in pairs]
        _write_list_below(StillPerson, "still", "people", lists)


class Quotes(Section):
    special = ("lines",)
    below = ("lines",)
    linked_to = "credit"

    def special_entry(self, row):
        return {"lines": [self._line(line) for line in _in_order(row.lines.all())]}

    def _line(self, line):
        told = {"speaker": line.speaker, "credit": line.credit.uid if line.credit_id else None}
        return prune(told | {"text": line.text, "is_direction": line.is_direction})

    def write_below(self, pairs, links):
        for number, (_row, entry) in enumerate(pairs):
            for at, line in enumerate(entry["lines"]):
                if "credit" in line and line["credit"] not in links.credits:
                    raise DocumentError([(f"quotes/{number}/lines/{at}/credit", schema.NO_SUCH_CREDIT)])
        lists = [(row, [self._line_columns(line, links) for line in entry["lines"]]) for row, entry in pairs]
        _write_list_below(QuoteLine, "quote", "lines", lists)

    def _line_columns(self, line, links):
        return {
            "speaker": line.get("speaker", ""),
            "credit_id": links.credits[line["credit"]] if "credit" in line else None,
            "text": line["text"],
            "is_direction": line.get("is_direction", False),
        }


class Connections(Section):
    special = ("film",)
    linked_to = "other"

    def special_entry(self, row):
        if row.other_id:
            return {"film": film_reference(row.other)}
        return {"film": prune({"title": row.title, "year": row.year, **(row.unlinked or {})})}

    def special_columns(self, entry, links):
        reference = entry["film"]
        if reference.get("uid") in links.films:
            return {"other_id": links.films[reference["uid"]], "title": "", "year": None, "unlinked": None}
        rest = {key: value for key, value in reference.items() if key in ("uid", "ids")}
        columns = {"other_id": None, "title": reference["title"], "year": reference.get("year")}
        return columns | {"unlinked": rest or None}


def film_reference(film):
    """A film of the catalogue as a document's reference."""
    return prune({"uid": film.uid, "title": film.title, "year": film.year})


def _in_order(rows):
    return sorted(rows, key=lambda row: (row.position, row.pk))


CHECKED = {"checked_on": "checked"}


def _notes(name, part=schema.Note, **more):
    where = {"kind": NOTE_SECTIONS[name]}
    return Section(name, "notes", Note, part, where=where, dates=CHECKED, key=_by("text"), **more)


def refile_notes(film, document):
    """Move notes that the document has under another key (trivia that became a goof): they stay the same row."""
    told = {
        entry["uid"]: (kind, entry.get("kind", ""))
        for name, kind in NOTE_SECTIONS.items()
        for entry in document.get(name, [])
        if "uid" in entry
    }
    for note in film.notes.all():
        kind, goof_kind = told.get(note.uid, (note.kind, ""))
        if kind != note.kind:
            note.kind, note.goof_kind = kind, goof_kind
            note.save(update_fields=["kind", "goof_kind"])


NOTE_SECTIONS = {
    "trivia": NoteKind.TRIVIA,
    "goofs": NoteKind.GOOF,
    "crazy_credits": NoteKind.CRAZY_CREDIT,
    "alternate_versions": NoteKind.ALTERNATE_VERSION,
}
# In the order of writing: quotes point to credits.
SECTIONS = {
    section.name: section
    for section in (
        Section("ids", "ids", FilmId, ExternalId, key=_by("scheme", "value")),
        Section("titles", "titles", AlternativeTitle, schema.AlternativeTitle, key=_by("title", "country")),
        Names("genres", "film_genres", FilmGenre, "genre", linked="genres"),
        Names("keywords", "film_keywords", FilmKeyword, "keyword", linked="keywords"),
        Names("countries", "film_countries", FilmCountry, "country"),
        Names("languages", "film_languages", FilmLanguage, "language"),
        Section("storylines", "storylines", Storyline, schema.Storyline, key=_by("text")),
        Credits(
            "credits",
            "credits",
            Credit,
            schema.Credit,
            key=lambda e: canonical_bytes([_person_key(e["person"]), e["department"], e.get("job")]),
        ),
        Section(
            "releases",
            "releases",
            Release,
            schema.Release,
            dates={"on": "on", **CHECKED},
            key=_by("country", "kind", "note"),
        ),
        Section(
            "certifications", "certifications", Certification, schema.Certification, dates=CHECKED, key=_by("country")
        ),
        Section("official_sites", "official_sites", OfficialSite, schema.OfficialSite, key=_by("url")),
        Section(
            "filming_locations",
            "filming_locations",
            FilmingLocation,
            schema.FilmingLocation,
            dates=CHECKED,
            key=_by("place"),
        ),
        Companies(
            "companies",
            "companies",
            CompanyCredit,
            schema.CompanyCredit,
            key=lambda e: canonical_bytes([e["company"].get("uid"), e["role"], e.get("territory")]),
        ),
        Single("budget", "budget", Budget, schema.Budget, dates=CHECKED, key=lambda entry: "budget"),
        Section(
            "grosses",
            "grosses",
            Gross,
            schema.Gross,
            dates={"as_of": "as_of", **CHECKED},
            key=_by("territory", "kind", "currency"),
        ),
        Section(
            "technical_specs",
            "technical_specs",
            TechnicalSpec,
            schema.TechnicalSpec,
            dates=CHECKED,
            key=_by("kind", "note"),
        ),
        _notes("trivia"),
        _notes("goofs", schema.Goof, renamed={"kind": "goof_kind"}),
        _notes("crazy_credits"),
        _notes("alternate_versions"),
        Quotes(
            "quotes",
            "quotes",
            Quote,
            schema.Quote,
            key=lambda e: canonical_bytes([line["text"] for line in e["lines"]]),
        ),
        Connections(
            "connections",
            "connections",
            Connection,
            schema.Connection,
            key=lambda e: canonical_bytes([e["kind"], e["film"].get("uid"), e["film"]["title"]]),
        ),
        Section("soundtrack", "soundtrack", Soundtrack, schema.SoundtrackItem, key=_by("title")),
        Awards("awards", "awards", Award, schema.Award, dates=CHECKED, key=_by("event", "year", "category", "result")),
        Section("content_notes", "content_notes", ContentNote, schema.ContentNote, key=_by("category")),
        Stills("stills", "stills", Still, schema.Still, key=lambda e: e["image"]["sha256"]),
        Section("trailers", "trailers", Trailer, schema.Trailer, key=_by("host", "host_id")),
        Section(
            "external_scores",
            "external_scores",
            ExternalScore,
            schema.ExternalScore,
            dates={"as_of": "as_of"},
            key=_by("source", "kind"),
        ),
        Section(
            "critic_reviews",
            "critic_reviews",
            CriticReview,
            schema.CriticReview,
            dates={"on": "on"},
            key=_by("publication", "critic"),
        ),
    )
}
_LOOKUPS = sorted({lookup for section in SECTIONS.values() for lookup in section.prefetch()})
_LINKED = {(section.related, *section.below): section.linked_to for section in SECTIONS.values() if section.linked_to}


def prefetch(films):
    """Load all rows of some films, with what they link to, in as many queries as for one film.

    Links are followed here, since prefetch_related names one foreign key after the other in an OR, of which SQLite
    takes no more than 1,000.
    """
    prefetch_related_objects(films, *_LOOKUPS)
    for steps, column in _LINKED.items():
        rows = films
        for step in steps:
            rows = [below for row in rows for below in getattr(row, step).all()]
        if rows:
            _load_linked(rows, rows[0]._meta.get_field(column))


def start_empty(film):
    """Say of a film just made, without asking the database, that it has no rows yet."""
    film._prefetched_objects_cache = {}
    for section in SECTIONS.values():
        if section.is_single:
            film._state.fields_cache[section.related] = None
        else:
            film._prefetched_objects_cache[section.related] = section.model.objects.none()


def _load_linked(rows, field):
    keys = sorted({getattr(row, field.attname) for row in rows} - {None})
    found = {}
    for start in range(0, len(keys), _BATCH):
        found |= field.related_model.objects.in_bulk(keys[start : start + _BATCH])
    for row in rows:
        if getattr(row, field.attname) is not None:
            field.set_cached_value(row, found[getattr(row, field.attname)])
