"""Film documents as files have them: with the people they name in a `people` block."""

from people.models import Person
from people.services import person_to_document

from .document import documents_of
from .references import mentions

_CHUNK = 200


def dump(films):
    """Documents of a queryset of films in the order of their ids; a person is told of where first named."""
    told = set()
    for chunk in _chunks(films.order_by("pk")):
        for document in documents_of(chunk):
            uids = dict.fromkeys(holder[key].get("uid") for _path, holder, key in mentions(document))
            people = _people([uid for uid in uids if uid and uid not in told])
            told |= {person["uid"] for person in people}
            yield document | {"people": people} if people else document


def _chunks(films):
    last = 0
    while chunk := list(films.filter(pk__gt=last)[:_CHUNK]):
        yield chunk
        last = chunk[-1].pk


def _people(uids):
    people = []
    for start in range(0, len(uids), 500):
        rows = Person.objects.filter(uid__in=uids[start : start + 500]).prefetch_related("names", "ids").order_by("uid")
        people += [person_to_document(person) for person in rows]
    for person in people:
        del person["format"]
    return people
