"""Pages by key: "next" and "previous" go on from the last and first row shown, however deep, with one query each.

There are no page numbers, because counting and skipping rows costs more with every row of the table.
"""

import base64
import json
from dataclasses import dataclass
from functools import reduce

from django.core.exceptions import ValidationError
from django.db.models import Q

MAX_CURSOR_LENGTH = 3000
MAX_INTEGER = 2**63 - 1


@dataclass(frozen=True)
class Page:
    """Rows in order, and the cursors for `after` and `before` of its neighbours ("" where there is none)."""

    rows: list
    next: str = ""
    previous: str = ""

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)

    @property
    def is_whole(self):
        """Whether everything there is fits on this page."""
        return not self.next and not self.previous


def keyset_page(queryset, *, order, size, after="", before="", start=()):
    """One page of a queryset, read with one query.

    `order`: columns as order_by() takes them, also of rows joined by select_related (`-film__sort_year`); none of them
    nullable, the last one unique. `after` and `before` are cursors of another page of the same order; one that can't
    be read counts as none, so that an old or a mangled address shows the first page. `start`: the value of the first
    column to begin at, such as ("m",); () for the beginning.
    """
    order = tuple(order)
    model = queryset.model
    back = _read_cursor(before, order, model)
    on = None if back else _read_cursor(after, order, model)
    whole = queryset
    if back:
        queryset = queryset.filter(_beyond(_reversed(order), back)).order_by(*_reversed(order))
    else:
        if on:
            queryset = queryset.filter(_beyond(order, on))
        elif start:
            queryset = queryset.filter(_from(order, start))
        queryset = queryset.order_by(*order)
    found = list(queryset[: size + 1])
    rows, has_more = found[:size], len(found) > size
    if back:
        rows.reverse()
    if not rows and back:
        # Nothing comes before what the cursor named: this is the beginning, and the second of two queries at most.
        return keyset_page(whole, order=order, size=size)
    if not rows:
        return Page([])
    has_next = True if back else has_more
    has_previous = has_more if back else bool(on or start)
    return Page(
        rows,
        next=_cursor(rows[-1], order) if has_next else "",
        previous=_cursor(rows[0], order) if has_previous else "",
    )


def _reversed(order):
    return tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)


def _beyond(order, values):
    """Rows that come after `values`: (a > x) or (a = x and (b > y or …)), with a >= x said first, for the index."""
    name, value = order[0].lstrip("-"), values[0]
    way = "lt" if order[0].startswith("-") else "gt"
    further = Q(**{f"{name}__{way}": value})
    if len(order) == 1:
        return further
    return Q(**{f"{name}__{way}e": value}) & (further | Q(**{name: value}) & _beyond(order[1:], values[1:]))


def _from(order, start):
    way = "lte" if order[0].startswith("-") else "gte"
    return Q(**{f"{order[0].lstrip('-')}__{way}": start[0]})


def _cursor(row, order):
    values = [reduce(getattr, name.lstrip("-").split("__"), row) for name in order]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


def _read_cursor(text, order, model):
    """The values of a cursor, as the columns hold them; None for anything else than a cursor of this order."""
    if not text or len(text) > MAX_CURSOR_LENGTH:
        return None
    try:
        values = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, list) or len(values) != len(order):
        return None
    try:
        return [_column_value(model, name.lstrip("-"), value) for name, value in zip(order, values, strict=True)]
    except (ValidationError, ValueError, TypeError):
        return None


def _column_value(model, name, value):
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ValueError("cursors hold integers and strings")
    *relations, column = name.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model
    kept = model._meta.get_field(column).to_python(value)
    if type(kept) is not type(value):
        raise ValueError("another type than the column's")
    if isinstance(kept, int) and abs(kept) > MAX_INTEGER:
        raise ValueError("beyond the integers of the database")
    if isinstance(kept, str):
        kept.encode()  # refuses lone surrogates
        if "\0" in kept:
            raise ValueError("no text of the database has a NUL")
    return kept
