"""A report whose parts are told apart already, as by the fields of a JSON line or the columns of a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from comity.model.document import Document, content_id
from comity.reading.ingest.day import find_day
from comity.reading.ingest.head import read_head
from comity.reading.ingest.language import language_of
from comity.reading.ingest.options import COLUMNS, Options
from comity.reading.ingest.outlets import same


class Told(msgspec.Struct, frozen=True):
    """One report as its fields tell it; fields that we do not know are left aside."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    outlet: str | None = None
    origin: str | None = None
    url: str | None = None


# What others call the fields; a name of ours that is there comes first, even where it is null.
OTHER_NAMES = {"text": "body", "published": "date", "lang": "language"}
_LONGEST_DAY = 40
# As JSON calls them.
_KINDS = {list: "array", str: "str", int: "int", float: "float", bool: "bool", type(None): "null"}


class Broken(Exception):  # noqa: N818 - is told as a DocumentError by whoever knows the file and line
    """What is wrong with one report."""


def told_of(written: object, columns: Mapping[str, str]) -> Told:
    """The report that an object or row tells. Raises Broken."""
    if not isinstance(written, dict):
        raise Broken(f"not a report: Expected `object`, got `{_KINDS.get(type(written), type(written).__name__)}`")
    try:
        told = msgspec.convert(_renamed(written, columns), Told)
    except msgspec.ValidationError as error:
        raise Broken(f"not a report: {error}") from error
    except UnicodeEncodeError as error:
        raise Broken("a field has half of a surrogate pair, which is no character") from error
    if not told.text.strip():
        raise Broken("`text` is empty")
    return _checked(told)


def document_of(told: Told, source: str, options: Options) -> Document:
    """The document; what the caller knows holds where the report tells nothing. Raises Broken."""
    title = (told.title or "").strip() or None
    head = read_head(told.text, title=title)
    return Document(
        id=_id(told, title),
        source=told.url or source,
        text=told.text,
        title=title or head.title,
        outlet=told.outlet or head.outlet,
        origin=told.origin or other(head.origin, told.outlet),
        published=to_day(told.published) or options.published or head.published,
        language=code_of(told.lang or options.language) or language_of(told.text),
        body=head.body,
    )


def code_of(language: str | None) -> str | None:
    """`zh-CN` and `zh_Hans` are zh."""
    return language.strip().replace("_", "-").split("-")[0].lower() or None if language else None


def other(origin: str | None, outlet: str | None) -> str | None:
    """An agency that reprints itself is no origin."""
    return None if origin and same(origin, outlet) else origin


def _renamed(written: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """The fields that we know, by our names; a `date` that is no day says nothing."""
    if missing := [theirs for ours, theirs in columns.items() if ours == "text" and theirs not in written]:
        raise Broken(f"it has no {missing[0]!r}, which --columns names as the text")
    mapped = {ours: written.get(theirs) for ours, theirs in columns.items()}
    absent = {name: written.get(other) for name, other in OTHER_NAMES.items() if name not in written}
    found = {name: value for name, value in absent.items() if isinstance(value, str)}
    if not _is_day(found.get("published", "")):
        found.pop("published", None)
    ours: dict[str, object] = {name: written[name] for name in COLUMNS if name in written}
    return ours | found | mapped


def _is_day(text: str) -> bool:
    try:
        return to_day(text) is not None
    except Broken:
        return False


def to_day(text: str | None) -> date | None:
    """A day in figures or words, with or without a time behind it. Raises Broken where it is none that all agree on."""
    if not text or not text.strip():
        return None
    text = text.strip()
    try:
        if len(text) > 10 and text[10] not in "T ":
            raise ValueError(text)
        return date.fromisoformat(text[:10])
    except ValueError as error:
        found = find_day(text)
        if found and len(text) <= _LONGEST_DAY:
            return found.day
        raise Broken(f"`published` is {text!r}, not a day such as 2020-11-10 (null where it is unknown)") from error


def _checked(told: Told) -> Told:
    """No database keeps half a character or NUL."""
    for name, value in msgspec.structs.asdict(told).items():
        if isinstance(value, str) and "\0" in value:
            raise Broken(f"`{name}` has a NUL character at {value.index(chr(0))}")
        if isinstance(value, str) and (at := _half_at(value)) is not None:
            raise Broken(f"`{name}` has half of a surrogate pair at {at}, which is no character")
    return told


def _half_at(value: str) -> int | None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None


def _id(told: Told, title: str | None) -> str:
    given = "" if told.id is None else str(told.id).strip()
    return given or content_id(told.text, title)
