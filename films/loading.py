"""Reading files of film and person documents: JSON (one document or a list of them), JSON Lines, and gz of both.

JSON Lines are read line by line and may be of any size; a plain JSON file is read whole, up to a limit.
"""

import gzip
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DataError, IntegrityError, transaction

from common.documents import MAX_DOCUMENT_BYTES, DocumentError, canonical_bytes, parse_json
from common.images import Beside
from people import document as person_document
from people.services import apply_person_document

from .document import apply_document, relink_connections
from .schema import FORMAT

MAX_FILE_BYTES = 50_000_000
MAX_FAULTS_SHOWN = 100  # of one document
MAX_PLACE_LENGTH = 200
LINE_ENDINGS = (".jsonl", ".ndjson")


@dataclass
class Tally:
    """What a load came to. `faults` and `notes`: lines that name file, place and reason; whoever shows them may
    empty the lists. `written`: primary keys of the films so far."""

    films: dict = field(default_factory=lambda: dict.fromkeys(("new", "changed", "unchanged"), 0))
    people: dict = field(default_factory=lambda: dict.fromkeys(("new", "changed", "unchanged"), 0))
    unlinked: int = 0
    faults: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    refused: int = 0
    to_relink: set = field(default_factory=set)
    written: set = field(default_factory=set)


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
            yield f"document {number}", document if len(content) <= MAX_DOCUMENT_BYTES else _not_too_large(document)
    else:
        yield "", parsed


def _parsed(content, at_most=MAX_DOCUMENT_BYTES):
    try:
        return parse_json(content, at_most=at_most)
    except DocumentError as error:
        return error


def _not_too_large(document):
    size = len(canonical_bytes(document, errors="surrogatepass"))
    if size <= MAX_DOCUMENT_BYTES:
        return document
    return DocumentError([("", f"over {MAX_DOCUMENT_BYTES // 1_000_000} MB ({size:,} bytes)")])


def load(file, tally, *, dry_run=False, strict=False, publish=True, editor=None):
    """Load every document of a file, each in a transaction of its own, and count in `tally`. Yields after each."""
    beside = Beside(Path(file), keep=not dry_run)
    for place, data in read_documents(file):
        where = f"{file}: {place}" if place else str(file)
        try:
            if isinstance(data, DocumentError):
                raise data
            try:
                _load_one(data, tally, where, beside, dry_run, strict, publish, editor)
            except IntegrityError:  # somebody may have made the same record meanwhile: then it is there now
                _load_one(data, tally, where, beside, dry_run, strict, publish, editor)
        except DocumentError as error:
            tally.refused += 1
            tally.faults += [_line(where, path, reason) for path, reason in error.faults[:MAX_FAULTS_SHOWN]]
            if len(error.faults) > MAX_FAULTS_SHOWN:
                tally.faults.append(_line(where, "", f"and {len(error.faults) - MAX_FAULTS_SHOWN:,} more faults"))
        except (IntegrityError, DataError) as error:
            tally.refused += 1
            tally.faults.append(_line(where, "", f"the database refuses it: {str(error).splitlines()[0]}"))
        yield where


def _line(where, path, reason):
    """A line for people to read, whatever stands in the names of files and keys."""
    if len(path) > MAX_PLACE_LENGTH:
        path = path[:MAX_PLACE_LENGTH] + "…"
    line = f"{where}: {path}: {reason}" if path else f"{where}: {reason}"
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)


def _load_one(data, tally, where, beside, dry_run, strict, publish, editor):
    if isinstance(data, dict) and data.get("format") == person_document.FORMAT:
        _person, what = apply_person_document(data, beside=beside, dry_run=dry_run, editor=editor)
        tally.people[what] += 1
        return
    if not isinstance(data, dict) or "format" not in data:
        raise DocumentError([("format", f"missing; a film document says “{FORMAT}”")])
    with transaction.atomic():
        applied = apply_document(data, beside=beside, dry_run=dry_run, strict=strict, publish=publish, editor=editor)
        if applied.is_by_title and applied.changed and applied.film.pk in tally.written:
            reason = f"another document of this load is called {applied.film} too; give both of them ids"
            raise DocumentError([("", reason)])
    if not dry_run:
        tally.written.add(applied.film.pk)
    tally.films["new" if applied.is_new else "changed" if applied.changed else "unchanged"] += 1
    tally.people["new"] += applied.new_people
    tally.unlinked += applied.unlinked
    tally.notes += [_line(where, path, line) for path, line in applied.report]
    if applied.unlinked_films:
        tally.to_relink.add(applied.film.pk)


def finish(tally, *, dry_run=False):
    """After the last file: link what pointed to films that came later."""
    if dry_run:
        return
    for pk in sorted(tally.to_relink):
        try:
            relink_connections([pk])
        except DocumentError as error:  # two of them turn out to be the same
            tally.notes += [_line(f"film {pk}", path, f"{reason}; it stays text") for path, reason in error.faults]
