"""JSON lines, one report each: `text`, and optionally `id`, `title`, `published`, `lang`, `outlet`, `origin`, `url`.

Where these are absent, `body` is read as the text, `date` as the day of publication and `language` as the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document, content_id
from comity.reading.ingest.head import read_head
from comity.reading.ingest.language import language_of
from comity.reading.ingest.outlets import same
from comity.reading.ingest.text import not_text

LONGEST_LINE = 64 * 1024 * 1024
_PIECE = 1024 * 1024
_MARK = b"\xef\xbb\xbf"


class Told(msgspec.Struct, frozen=True):
    """One line as it is written; fields that we do not know are left aside."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    outlet: str | None = None
    origin: str | None = None
    url: str | None = None


# What others call the fields; a name of ours that stands on the line comes first, even where it is null.
_OTHER_NAMES = {"text": "body", "published": "date", "lang": "language"}


def read_jsonl(
    stream: BinaryIO,
    source: str,
    *,
    published: date | None = None,
    language: str | None = None,
    longest: int = LONGEST_LINE,
) -> Iterator[Document | DocumentError]:
    """The documents of a stream, line by line; a broken line is told with its number and the rest goes on.

    `published` and `language` hold for lines that give none.
    """
    seen: dict[str, int] = {}
    found = False
    for number, line in _lines(stream, longest):
        if isinstance(line, bytes) and not line.strip():
            continue
        found = True
        try:
            document = _document(line, f"{source}:{number}", published, language, longest)
            first = seen.setdefault(document.id, number)
            if first != number:
                raise _Broken(f"the id {document.id!r} stands on line {first} already")
        except _Broken as error:
            yield DocumentError(source, str(error), line=number)
        else:
            yield document
    if not found:
        yield DocumentError(source, "empty: there is nothing to read")


class _Broken(Exception):  # noqa: N818 - never leaves this file
    """What is wrong with one line."""


def _lines(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None for one that is too long, which is passed over piece by piece."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_MARK)
        if len(line) <= longest or line.endswith(b"\n"):
            yield number, line
            continue
        while not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
            if not line:
                break
        yield number, None


def _document(line: bytes | None, source: str, published: date | None, language: str | None, longest: int) -> Document:
    if line is None:
        raise _Broken(f"longer than {longest} bytes, which no report is")
    told = _decode(line)
    title = (told.title or "").strip() or None
    head = read_head(told.text, title=title)
    return Document(
        id=_id(told, title),
        source=told.url or source,
        text=told.text,
        title=title or head.title,
        outlet=told.outlet or head.outlet,
        origin=told.origin or _other(head.origin, told.outlet),
        published=_day(told.published) or published or head.published,
        language=_code(told.lang or language) or language_of(told.text),
        body=head.body,
    )


def _decode(line: bytes) -> Told:
    try:
        told = msgspec.convert(_renamed(msgspec.json.decode(line)), Told)
    except UnicodeDecodeError as error:
        raise _Broken(not_text(error)) from error
    except msgspec.ValidationError as error:
        raise _Broken(f"not a report: {error}") from error
    except msgspec.DecodeError as error:
        raise _Broken(f"not JSON: {error}") from error
    if not told.text.strip():
        raise _Broken("`text` is empty")
    return _checked(told)


def _renamed(written: object) -> object:
    """A line with our names for what it calls otherwise; a `date` that is no day says nothing."""
    if not isinstance(written, dict):
        return written
    absent = {name: written.get(other) for name, other in _OTHER_NAMES.items() if name not in written}
    found = {name: value for name, value in absent.items() if isinstance(value, str)}
    if not _is_day(found.get("published", "")):
        found.pop("published", None)
    return written | found


def _is_day(text: str) -> bool:
    try:
        return _day(text) is not None
    except _Broken:
        return False


def _checked(told: Told) -> Told:
    """No database keeps half a character or NUL."""
    for name, value in msgspec.structs.asdict(told).items():
        if isinstance(value, str) and "\0" in value:
            raise _Broken(f"`{name}` has a NUL character at {value.index(chr(0))}")
        if isinstance(value, str) and not _encodes(value):
            raise _Broken(f"`{name}` has half of a surrogate pair, which is no character")
    return told


def _encodes(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _id(told: Told, title: str | None) -> str:
    given = "" if told.id is None else str(told.id).strip()
    return given or content_id(told.text, title)


def _day(text: str | None) -> date | None:
    """A day, with or without a time behind it."""
    if not text:
        return None
    day, rest = text[:10], text[10:]
    try:
        if rest and rest[0] not in "T ":
            raise ValueError(rest)
        return date.fromisoformat(day)
    except ValueError as error:
        raise _Broken(f"`published` is {text!r}, not a day such as 2020-11-10 (null where it is unknown)") from error


def _code(language: str | None) -> str | None:
    """`zh-CN` and `zh_Hans` are zh."""
    return language.replace("_", "-").split("-")[0].lower() if language else None


def _other(origin: str | None, outlet: str | None) -> str | None:
    """An agency that reprints itself is no origin."""
    return None if origin and same(origin, outlet) else origin
