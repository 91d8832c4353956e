"""Writing people: the only place that does."""

from django.db import transaction
from django.utils.translation import gettext as _

from common import hooks, images
from common.dates import PartialDate
from common.documents import DocumentError, changed_sections, new_uid, read_as
from common.locks import one_at_a_time
from common.text import sort_key
from history.services import keep_revision

from .document import FORMAT, PersonDocument, PersonRef
from .finding import SEVERAL, Candidate, People, are_told_apart
from .models import Person, PersonId, PersonName

_TEXT_COLUMNS = ("name", "disambiguation", "birthplace", "birth_country", "biography", "biography_language")
RECORD_TYPE = "person"
_MOST_NAMESAKES = 200  # in one document; everyone is compared with everyone


def person_to_document(person):
    """The person's canonical document."""
    document = {"format": FORMAT, "uid": person.uid}
    document |= {column: getattr(person, column) for column in _TEXT_COLUMNS}
    document |= {"born_on": person.born and str(person.born), "died_on": person.died and str(person.died)}
    document["names"] = [{"name": n.name, "note": n.note, "language": n.language} for n in person.names.all()]
    document["ids"] = [{"scheme": one.scheme, "value": one.value} for one in person.ids.all()]
    document["portrait"] = images.StoredImage.of(person.portrait.name).to_json() if person.portrait else None
    return PersonDocument.model_validate(document).to_json()


def reference_to(part):
    """How to look for the person that a PersonPart tells of."""
    born = PartialDate.parse(part.born_on).year if part.born_on else None
    return PersonRef(uid=part.uid, ids=part.ids, name=part.name, born=born, disambiguation=part.disambiguation)


def check_part(part, path=""):
    """Faults that the form alone does not show: [(path, reason)]."""
    if part.born_on and part.died_on and PartialDate.parse(part.died_on).year < PartialDate.parse(part.born_on).year:
        return [(f"{path}died_on", _("died before being born"))]
    return []


def _foreign_ids(document, person):
    """Faults for external ids that another person already has."""
    taken = PersonId.objects.filter(value__in=[one.value for one in document.ids]).exclude(person=person)
    taken = {(one.scheme, one.value) for one in taken}
    return [
        (f"ids/{number}", f"{one.scheme} {one.value} belongs to somebody else")
        for number, one in enumerate(document.ids)
        if (one.scheme, one.value) in taken
    ]


@transaction.atomic
def apply_person_document(data, *, editor=None, summary="", beside=None, dry_run=False):
    """Make the person as the document says: what is absent becomes empty.

    `data`: parsed JSON; `beside`: where pictures are looked for. With an `editor` a revision is kept; without one it
    is a bulk import, which keeps none. Returns (person, "new", "changed" or "unchanged").
    Raises DocumentError; nothing is written then.
    """
    document = read_as(PersonDocument, data)
    faults = check_part(document)
    reference = reference_to(document)
    one_at_a_time("documents")
    found, problem = People([reference]).find(reference)
    if problem == SEVERAL:
        faults.append(("name", f"several people could be meant by {document.name}; give uid, ids or disambiguation"))
    person = found.person if found else None
    faults += _foreign_ids(document, person)
    if faults:
        raise DocumentError(faults)
    before = None
    if person:
        person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        before = person_to_document(person)
    portrait = images.resolve(document.portrait, "portrait", beside=beside)
    target = document.to_json() | {"uid": person.uid if person else document.uid or new_uid()}
    target.pop("portrait", None)
    if portrait:
        target["portrait"] = portrait.to_json()
    if before == target:
        return person, "unchanged"
    is_new = person is None
    person = person or Person(uid=target["uid"])
    renamed = not is_new and person.name != target["name"]
    _set_columns(person, document, portrait)
    person.save()
    _write_names(person, target.get("names", []))
    _write_ids(person, target.get("ids", []))
    if editor:
        keep_revision(
            record_type=RECORD_TYPE,
            record_uid=person.uid,
            before=before,
            after=target,
            editor=editor,
            summary=summary,
            changed_sections=changed_sections(before, target),
        )
    if renamed:
        hooks.run("person_changed", person_ids=[person.pk])
    if dry_run:
        transaction.set_rollback(True)
    return person, "new" if is_new else "changed"


def bring_people(parts, people, *, beside=None):
    """Make those of a film file's `people` block whom nobody on the site matches; who exists stays as they are.

    `people`: a `finding.People` that knows the references of the whole document. Returns (new people, report),
    the report as (path, line) pairs. Raises DocumentError for entries that can't be told apart.
    """
    references = [reference_to(part) for part in parts]
    faults = [fault for n, part in enumerate(parts) for fault in check_part(part, f"people/{n}/")]
    faults += _not_told_apart(references)
    if faults:
        raise DocumentError(faults)
    report, new = [], []
    found = [people.find(reference) for reference in references]
    for number, (part, (candidate, problem)) in enumerate(zip(parts, found, strict=True)):
        if candidate:
            people.bring(candidate, references[number])
        elif problem == SEVERAL:
            report.append((f"people/{number}", f"several people of the site could be {part.name}; nobody was made"))
        else:
            new.append((part, _new_person(part, f"people/{number}/portrait", beside), references[number]))
    new_people = [(part, person) for part, person, _reference in new]
    _insert_people(new_people)
    for part, person, reference in new:
        ids = {}
        for one in part.ids:
            ids.setdefault(one.scheme, set()).add(one.value)
        born = person.born_on.year if person.born_on else None
        people.bring(Candidate(person.uid, person.name, born, person.disambiguation, ids, person), reference)
    return [person for _part, person in new_people], report


def _not_told_apart(references):
    """Faults for entries of one name that could be the same person, and for uids and ids that stand with two."""
    by_name, bearers, faults = {}, {}, []
    for number, reference in enumerate(references):
        namesakes = by_name.setdefault(reference.name, [])
        if len(namesakes) >= _MOST_NAMESAKES:
            faults.append((f"people/{number}", f"more than {_MOST_NAMESAKES} people are called {reference.name}"))
            break
        namesakes.append(number)
        for other in namesakes[:-1]:
            if not are_told_apart(reference, references[other]):
                reason = f"{reference.name} can't be told apart from people/{other}; give born_on or disambiguation"
                faults.append((f"people/{number}", reason))
                break
        else:
            for told in [reference.uid, *((one.scheme, one.value) for one in reference.ids)]:
                other = bearers.setdefault(told, number) if told else number
                if other != number:
                    what = f"{told[0]} {told[1]}" if isinstance(told, tuple) else f"the uid {told}"
                    faults.append((f"people/{number}", f"{what} belongs to people/{other}"))
    return faults


def _new_person(part, path, beside):
    person = Person(uid=part.uid or new_uid())
    _set_columns(person, part, images.resolve(part.portrait, path, beside=beside))
    return person


def _insert_people(new):
    """Insert [(PersonPart, unsaved Person)] with their names and ids, in three statements a batch."""
    Person.objects.bulk_create([person for _part, person in new], batch_size=500)
    PersonName.objects.bulk_create(
        [
            PersonName(person=person, position=at, name=n.name, note=n.note or "", language=n.language or "")
            for part, person in new
            for at, n in enumerate(part.names, 1)
        ],
        batch_size=500,
    )
    PersonId.objects.bulk_create(
        [PersonId(person=person, scheme=one.scheme, value=one.value) for part, person in new for one in part.ids],
        batch_size=500,
    )


def _set_columns(person, part, portrait):
    for column in _TEXT_COLUMNS:
        setattr(person, column, getattr(part, column) or "")
    person.born, person.died = part.born_on or "", part.died_on or ""
    person.portrait = portrait.name if portrait else ""
    set_derived(person)


def set_derived(person):
    """The columns that follow from others: the sort key and the rendered biography."""
    person.sort_name = sort_key(person.name, "zxx")
    person.render_biography()


def _write_names(person, names):
    wanted = [{"name": n["name"], "note": n.get("note", ""), "language": n.get("language", "")} for n in names]
    rows = list(person.names.all())
    for position, columns in enumerate(wanted, 1):
        row = rows.pop(0) if rows else PersonName(person=person)
        for column, value in columns.items():
            setattr(row, column, value)
        row.position = position
        row.save()
    PersonName.objects.filter(pk__in=[row.pk for row in rows]).delete()


def _write_ids(person, ids):
    wanted = {(one["scheme"], one["value"]) for one in ids}
    for row in person.ids.all():
        if (row.scheme, row.value) not in wanted:
            row.delete()
        wanted.discard((row.scheme, row.value))
    PersonId.objects.bulk_create([PersonId(person=person, scheme=s, value=v) for s, v in sorted(wanted)])
