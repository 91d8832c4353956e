"""What film and person documents share: canonical JSON, strict field types, and faults with their path."""

import hashlib
import json
import re
import secrets
import unicodedata
from collections import Counter
from decimal import Decimal
from typing import Annotated, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from .dates import PartialDate
from .languages import is_language_tag
from .money import is_currency
from .places import COUNTRIES, TERRITORIES
from .text import clean_line, clean_text

MAX_DOCUMENT_BYTES = 5_000_000
UID_LENGTH = 22
_UID = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)
IMAGE_TYPES = {"jpeg": "jpg", "png": "png", "webp": "webp", "avif": "avif"}


def new_uid():
    """A random name of 22 characters (128 bits, base64url), never reused."""
    return secrets.token_urlsafe(16)


class DocumentError(ValueError):
    """A document that can't be taken. `faults`: (path, reason) pairs, such as ("releases/2/on", "not a date")."""

    def __init__(self, faults):
        self.faults = list(faults)
        super().__init__("; ".join(f"{path or 'document'}: {reason}" for path, reason in self.faults))


def canonical_bytes(document, *, errors="strict"):
    """The one spelling of a document: UTF-8, sorted keys, no white space. Equality and digest go by these bytes."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(errors=errors)


def digest(document):
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(document)).hexdigest()


def changed_sections(before, after):
    """Keys that differ between two documents of a record, sorted; `before` is None for a new record."""
    before = before or {}
    keys = (before.keys() | after.keys()) - {"format", "uid"}
    return sorted(key for key in keys if before.get(key) != after.get(key))


def parse_json(text, *, at_most=MAX_DOCUMENT_BYTES):
    """Read JSON, str or bytes. Raises DocumentError with line and column; repeated keys and NaN are refused."""
    size = len(text.encode(errors="surrogatepass")) if isinstance(text, str) else len(text)
    if size > at_most:
        raise DocumentError([("", f"over {at_most // 1_000_000} MB ({size:,} bytes)")])
    try:
        # Decoded here: json would guess at UTF-16 and let surrogates pass.
        text = text if isinstance(text, str) else text.decode()
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        reason = f"broken JSON: {error.msg}" if text.strip() else "there is nothing in it"
        raise DocumentError([(where, reason)]) from error
    except UnicodeDecodeError as error:
        raise DocumentError([(f"byte {error.start}", "not UTF-8")]) from error
    except RecursionError as error:
        raise DocumentError([("", "nested too deeply")]) from error
    except DocumentError:
        raise
    except ValueError as error:  # Python reads no integer of more than 4,300 digits
        raise DocumentError([("", "a number has too many digits")]) from error


def _without_repeats(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        counted = Counter(key for key, _value in pairs)
        raise DocumentError([(counted.most_common(1)[0][0], "the key is there twice")])
    return found


def _refuse_constant(name):
    raise DocumentError([("", f"{name} is not a number of JSON")])


def _checked(test, reason):
    """What editors read in the admin, too: `reason` is translated when it is given."""

    def check(value):
        if not test(value):
            raise ValueError(str(reason))
        return value

    return AfterValidator(check)


def _line(value):
    return clean_line(value) if isinstance(value, str) else value


def _text(value):
    return clean_text(value) if isinstance(value, str) else value


def _visible(value):
    """Refuse text that nobody could see or click on: spaces and joiners alone."""
    if value and all(unicodedata.category(char) in ("Cf", "Zs", "Zl", "Zp") for char in value):
        raise ValueError(_("nothing in it can be seen"))
    return value


def _partial_date(value):
    return str(PartialDate.parse(value))


def _web_address(value):
    if not re.fullmatch(
        r"https?://[^\s<>\"\\^`{|}]+\.[^\s<>\"\\^`{|}]+|https?://\[[0-9a-fA-F:]+\]\S*",
        value,
    ):
        raise ValueError(_("not an http or https address"))
    return value


def _score(value):
    if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", value, re.ASCII):
        raise ValueError(_("a score is written like “7.6”, with at most two digits after the point"))
    return format(Decimal(value).normalize(), "f")


def Line(high, low=1):
    """One line of text of `low` to `high` characters."""
    return Annotated[str, Field(min_length=low, max_length=high), BeforeValidator(_line), AfterValidator(_visible)]


def Text(high):
    """Text of one or more lines, at most `high` characters."""
    return Annotated[str, Field(min_length=1, max_length=high), BeforeValidator(_text), AfterValidator(_visible)]


Uid = Annotated[str, _checked(_UID.fullmatch, gettext_lazy("a uid has 22 characters of A-Z a-z 0-9 _ -"))]
PartialDateText = Annotated[str, AfterValidator(_partial_date)]
Country = Annotated[
    str,
    _checked(
        COUNTRIES.__contains__,
        gettext_lazy("not a country code (ISO 3166-1, or SU, YU, CS, DD, XW …)"),
    ),
]
Territory = Annotated[
    str,
    _checked(TERRITORIES.__contains__, gettext_lazy("not a country code, “worldwide” or “domestic”")),
]
Language = Annotated[str, _checked(is_language_tag, gettext_lazy("not a language tag (BCP 47, such as en or pt-BR)"))]
Currency = Annotated[str, _checked(is_currency, gettext_lazy("not a currency code (ISO 4217)"))]
Amount = Annotated[int, Field(ge=0, le=10**15)]
Url = Annotated[str, Field(max_length=500), BeforeValidator(_line), AfterValidator(_web_address)]
Score = Annotated[str, AfterValidator(_score)]
Yes = Annotated[bool, _checked(lambda value: value, gettext_lazy("write true, or leave the key out"))]
Scheme = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,29}$")]
ImagePath = Annotated[str, Field(max_length=300)]


def _is_empty(value):
    return value is None or value is False or value == "" or value == [] or value == {}


class Part(BaseModel):
    """A part of a document. Unknown keys are refused; null, "", [] and false count as absent."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_values(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if not _is_empty(value)} if isinstance(data, dict) else data

    def to_json(self):
        """The canonical form: absent instead of null, "", [] and false; keys sorted when written."""
        return _prune(self.model_dump(mode="json"))


def _prune(value):
    if isinstance(value, dict):
        return {key: pruned for key, item in value.items() if not _is_empty(pruned := _prune(item))}
    if isinstance(value, list):
        return [_prune(item) for item in value]
    return value


class ExternalId(Part):
    """A name the record has elsewhere: {"scheme": "imdb", "value": "tt0113627"}."""

    scheme: Scheme
    value: Line(100)


class Image(Part):
    """A picture, named by content. `path` is read when a file is loaded (relative to it) and is never exported."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    width: Annotated[int, Field(ge=1, le=20000)] | None = None
    height: Annotated[int, Field(ge=1, le=20000)] | None = None
    type: Annotated[str, _checked(IMAGE_TYPES.__contains__, gettext_lazy("one of jpeg, png, webp, avif"))] | None = None
    path: ImagePath | None = None

    @model_validator(mode="after")
    def _named(self):
        if not self.path and not (self.sha256 and self.width and self.height and self.type):
            raise ValueError(_("give a path, or sha256, width, height and type"))
        return self


class Sourced(Part):
    """A fact that can be disputed."""

    source: Line(300) | None = None
    checked_on: PartialDateText | None = None


def read_as(model, data, **context):
    """Check `data` (parsed JSON) against a Part. Raises DocumentError naming the path of each fault.

    `context`: what the Part's own validators may ask for.
    """
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        raise DocumentError((_path(fault["loc"]), _reason(fault)) for fault in error.errors()) from error


def _path(location):
    return "/".join(str(step) for step in location)


def _reason(fault):
    message = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "extra_forbidden":
        return "unknown key"
    if fault["type"] == "missing":
        return "missing"
    if fault["type"] == "string_unicode":
        return "half of a surrogate pair"
    given = fault["input"]
    return f"{message} (found {given!r})" if isinstance(given, (str, int)) and len(str(given)) <= 80 else message
