"""Reading files of film and person documents: JSON (one document or a list of them), JSON Lines, and gz of both.

JSON Lines are read line by line and may be of any size; a plain JSON file is read whole, up to a limit.
"""

import gzip
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError

from common.documents import MAX_DOCUMENT_BYTES, DocumentError, parse_json
from common.images import Beside
from people import document as person_document
from people.services import apply_person_document

from .document import apply_document, relink_connections
from .schema import FORMAT

MAX_FILE_BYTES = 50_000_000
LINE_ENDINGS = (".jsonl", ".ndjson")


@dataclass
class Tally:
    """What a load came to. `faults` and `notes`: lines that name file, place and reason."""

    films: dict = field(default_factory=lambda: dict.fromkeys(("new", "changed", "unchanged"), 0))
    people: dict = field(default_factory=lambda: dict.fromkeys(("new", "changed", "unchanged"), 0))
    unlinked: int = 0
    faults: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    refused: int = 0
    to_relink: set = field(default_factory=set)


def read_documents(file):
    """The documents of a file: (place, parsed JSON or the DocumentError that reading it gave).

    `place` is "" or "line 3" or "document 2". A fault of the file itself ends it.
    """
    path = Path(file)
    name = path.name.lower().removesuffix(".gz")
    opened = gzip.open if path.name.lower().endswith(".gz") else open
    try:
        with opened(path, "rb") as stream:
            yield from _lines(stream) if name.endswith(LINE_ENDINGS) else _whole(stream)
    except (OSError, EOFError, zlib.error) as error:
        yield "", DocumentError([("", getattr(error, "strerror", None) or f"can't be read: {error}")])


def _lines(stream):
    number = 0
    while line := stream.readline(MAX_DOCUMENT_BYTES + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        is_cut = len(line) > MAX_DOCUMENT_BYTES + 1 and not line.endswith(b"\n")
        while is_cut and (rest := stream.readline(MAX_DOCUMENT_BYTES)):
            is_cut = not rest.endswith(b"\n")
        if line.strip():
            yield f"line {number}", _parsed(line)


def _whole(stream):
    content = stream.read(MAX_FILE_BYTES + 1).removeprefix(b"\xef\xbb\xbf")
    if len(content) > MAX_FILE_BYTES:
        reason = f"over {MAX_FILE_BYTES // 1_000_000} MB; use JSON Lines (.jsonl), which are read line by line"
        yield "", DocumentError([("", reason)])
        return
    parsed = _parsed(content, at_most=MAX_FILE_BYTES if content.lstrip().startswith(b"[") else MAX_DOCUMENT_BYTES)
    if isinstance(parsed, list):
        for number, document in enumerate(parsed, 1):
            yield f"document {number}", document
    else:
        yield "", parsed


def _parsed(content, at_most=MAX_DOCUMENT_BYTES):
    try:
        return parse_json(content, at_most=at_most)
    except DocumentError as error:
        return error


def load(file, tally, *, dry_run=False, strict=False, publish=True, editor=None):
    """Load every document of a file, each in a transaction of its own, and count in `tally`. Yields after each."""
    beside = Beside(Path(file), keep=not dry_run)
    for place, data in read_documents(file):
        where = f"{file}: {place}" if place else str(file)
        try:
            if isinstance(data, DocumentError):
                raise data
            _load_one(data, tally, where, beside, dry_run, strict, publish, editor)
        except DocumentError as error:
            tally.refused += 1
            tally.faults += [
                f"{where}: {path}: {reason}" if path else f"{where}: {reason}" for path, reason in error.faults
            ]
        except IntegrityError as error:
            tally.refused += 1
            tally.faults.append(f"{where}: the database refuses it: {str(error).splitlines()[0]}")
        yield where


def _load_one(data, tally, where, beside, dry_run, strict, publish, editor):
    if isinstance(data, dict) and data.get("format") == person_document.FORMAT:
        _person, what = apply_person_document(data, beside=beside, dry_run=dry_run, editor=editor)
        tally.people[what] += 1
        return
    if not isinstance(data, dict) or "format" not in data:
        raise DocumentError([("format", f"missing; a film document says “{FORMAT}”")])
    applied = apply_document(data, beside=beside, dry_run=dry_run, strict=strict, publish=publish, editor=editor)
    tally.films["new" if applied.is_new else "changed" if applied.changed else "unchanged"] += 1
    tally.people["new"] += applied.new_people
    tally.unlinked += applied.unlinked
    tally.notes += [f"{where}: {path}: {line}" if path else f"{where}: {line}" for path, line in applied.report]
    if applied.unlinked_films:
        tally.to_relink.add(applied.film.pk)


def finish(tally, *, dry_run=False):
    """After the last file: link what pointed to films that came later."""
    if tally.to_relink and not dry_run:
        relink_connections(tally.to_relink)
