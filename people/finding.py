"""Who is meant by a name in a document: by uid, else by external id, else by name and what tells two apart.

Exactly one match without contradiction is the person; nobody or several is nobody. Two people whom one document
tells apart under the same name are never taken for one by guess.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from .models import Person, PersonId

_CHUNK = 500
_MANY = 200  # so many ways of telling of one name can't all mean one person
UNKNOWN, SEVERAL = "unknown", "several"


@dataclass(eq=False)
class Candidate:
    """Somebody a reference may mean. `born` is a year or None."""

    uid: str
    name: str
    born: int | None = None
    disambiguation: str = ""
    ids: dict = field(default_factory=dict)  # scheme -> set of values
    person: Person | None = None

    @classmethod
    def of(cls, person):
        """Of a Person whose `ids` are prefetched."""
        ids = defaultdict(set)
        for one in person.ids.all():
            ids[one.scheme].add(one.value)
        born = person.born_on.year if person.born_on else None
        return cls(person.uid, person.name, born, person.disambiguation, ids, person)

    def contradicts(self, ref):
        """Whether the reference can't mean this one. A uid that nobody here has is somebody not here yet."""
        if ref.uid and ref.uid != self.uid:
            return True
        if ref.born and self.born and ref.born != self.born:
            return True
        if ref.disambiguation and ref.disambiguation != self.disambiguation:
            return True
        return any(self.ids.get(one.scheme) and one.value not in self.ids[one.scheme] for one in ref.ids)

    def is_confirmed_by(self, ref):
        """Whether the reference names something besides the name, and it fits."""
        return bool(ref.disambiguation or ref.born and ref.born == self.born)


class People:
    """The people a document may mean: those it brings along first, then those of the site."""

    def __init__(self, refs):
        refs = list(refs)
        self._by_uid, self._by_id, self._by_name = {}, defaultdict(list), defaultdict(list)
        self._brought = defaultdict(list)
        self._told_apart = _names_told_apart(refs)
        people = _load(refs)
        candidates = {pk: Candidate.of(person) for pk, person in people.items() if not person.merged_into_id}
        for candidate in candidates.values():
            self._add(candidate)
        for person in people.values():
            if person.merged_into_id and (candidate := candidates.get(_merged_into(person, people))):
                self._by_uid[person.uid] = candidate
                for one in person.ids.all():
                    self._by_id[one.scheme, one.value].append(candidate)

    def _add(self, candidate):
        self._by_uid[candidate.uid] = candidate
        self._by_name[candidate.name].append(candidate)
        for scheme, values in candidate.ids.items():
            for value in values:
                self._by_id[scheme, value].append(candidate)

    def bring(self, candidate, ref):
        """Let somebody of a document's own `people` block win over strangers of the same name.

        `ref`: how the block names them; name and uid may be others than here, when an external id told who it is.
        """
        if candidate.uid not in self._by_uid:
            self._add(candidate)
        if ref.uid:
            self._by_uid.setdefault(ref.uid, candidate)
        for name in {candidate.name, ref.name}:
            if candidate not in self._brought[name]:
                self._brought[name].append(candidate)

    def find(self, ref):
        """The Candidate, or None, and UNKNOWN or SEVERAL where it is None."""
        if ref.uid in self._by_uid:
            return self._by_uid[ref.uid], ""
        by_id = {c.uid: c for one in ref.ids for c in self._by_id[one.scheme, one.value]}
        if by_id:
            return (next(iter(by_id.values())), "") if len(by_id) == 1 else (None, SEVERAL)
        found = [c for c in self._brought[ref.name] if not c.contradicts(ref)]
        if not found:
            found = [c for c in self._by_name[ref.name] if not c.contradicts(ref)]
            if ref.name in self._told_apart:
                found = [c for c in found if c.is_confirmed_by(ref)]
        if len(found) == 1:
            return found[0], ""
        return None, SEVERAL if found else UNKNOWN


def are_told_apart(one, other):
    """Whether two references of one name can't mean the same person."""
    if one.uid and other.uid and one.uid != other.uid or one.born and other.born and one.born != other.born:
        return True
    if (one.disambiguation or "") != (other.disambiguation or "") and one.disambiguation and other.disambiguation:
        return True
    theirs = defaultdict(set)
    for theirs_id in other.ids:
        theirs[theirs_id.scheme].add(theirs_id.value)
    return any(theirs[mine.scheme] and mine.value not in theirs[mine.scheme] for mine in one.ids)


def _names_told_apart(refs):
    """Names under which the references mean more than one person."""
    meant = defaultdict(dict)
    for ref in refs:
        told = (ref.uid, ref.born, ref.disambiguation, tuple((one.scheme, one.value) for one in ref.ids))
        meant[ref.name][told] = ref
    return {
        name
        for name, ways in meant.items()
        if len(ways) > _MANY or any(are_told_apart(one, other) for one, other in combinations(ways.values(), 2))
    }


def _merged_into(person, people):
    """Primary key of who stands for a merged person in the end; None should they be merged in a circle."""
    passed = set()
    while person.merged_into_id and person.pk not in passed:
        passed.add(person.pk)
        person = people[person.merged_into_id]
    return None if person.merged_into_id else person.pk


def _load(refs):
    """Everybody any of the references could mean, and whom those were merged into: {primary key: Person}."""
    pairs = {(one.scheme, one.value) for ref in refs for one in ref.ids}
    keys, people = set(), {}
    for chunk in _chunks({ref.uid for ref in refs if ref.uid}):
        keys.update(Person.objects.filter(uid__in=chunk).values_list("pk", flat=True))
    for chunk in _chunks({value for _scheme, value in pairs}):
        for person, scheme, value in PersonId.objects.filter(value__in=chunk).values_list("person", "scheme", "value"):
            if (scheme, value) in pairs:
                keys.add(person)
    for chunk in _chunks({ref.name for ref in refs}):
        keys.update(Person.objects.shown().filter(name__in=chunk).values_list("pk", flat=True))
    while keys:
        found = [p for chunk in _chunks(keys) for p in Person.objects.filter(pk__in=chunk).prefetch_related("ids")]
        people |= {person.pk: person for person in found}
        keys = {person.merged_into_id for person in found if person.merged_into_id} - people.keys()
    return people


def _chunks(values):
    values = sorted(values)
    return [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]
