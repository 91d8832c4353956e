"""The person document: one canonical JSON form of a whole person. Format: docs/film-document.md."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from common.documents import (
    Country,
    ExternalId,
    Image,
    Language,
    Line,
    Part,
    PartialDateText,
    Text,
    Uid,
)

FORMAT = "moviedb.person/1"


def _sorted_ids(ids):
    if len({(one.scheme, one.value) for one in ids}) < len(ids):
        raise ValueError("the same id is there twice")
    return sorted(ids, key=lambda one: (one.scheme, one.value))


Ids = Annotated[list[ExternalId], Field(max_length=100), AfterValidator(_sorted_ids)]


class OtherName(Part):
    name: Line(200)
    note: Line(100) | None = None
    language: Language | None = None


class PersonPart(Part):
    """A person as a film file's `people` block tells of one."""

    uid: Uid | None = None
    name: Line(200)
    disambiguation: Line(100) | None = None
    born_on: PartialDateText | None = None
    died_on: PartialDateText | None = None
    birthplace: Line(200) | None = None
    birth_country: Country | None = None
    biography: Text(20_000) | None = None
    biography_language: Language | None = None
    names: Annotated[list[OtherName], Field(max_length=500)] = []
    ids: Ids = []
    portrait: Image | None = None


class PersonDocument(PersonPart):
    format: Literal["moviedb.person/1"]


class PersonRef(Part):
    """How a film document names a person: by uid, else by external id, else by name and what tells two apart.

    `born` is a year.
    """

    uid: Uid | None = None
    ids: Ids = []
    name: Line(200)
    born: Annotated[int, Field(ge=1, le=9999)] | None = None
    disambiguation: Line(100) | None = None
