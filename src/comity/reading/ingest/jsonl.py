"""JSON: one report a line, or one array or object of reports in a file.

Fields: `text`, and optionally `id`, `title`, `published`, `lang`, `outlet`, `origin`, `url`. Where these are absent,
`body` is read as the text, `date` as the day of publication and `language` as the language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.fields import OTHER_NAMES, Broken, document_of, told_of
from comity.reading.ingest.options import COLUMNS, Options
from comity.reading.ingest.prefixed import joined
from comity.reading.ingest.text import not_text

LONGEST_LINE = 64 * 1024 * 1024
_PIECE = 1024 * 1024
_MARK = b"\xef\xbb\xbf"
FIELDS = frozenset((*COLUMNS, *OTHER_NAMES.values()))
_OBJECT = re.compile(rb"^[ \t]*\{", re.MULTILINE)
_BETWEEN = re.compile(r"[\s,]*")
_DEEPEST = "not JSON that can be read: it is nested too deeply"


def read_jsonl(
    stream: BinaryIO, source: str, options: Options | None = None, *, longest: int = LONGEST_LINE
) -> Iterator[Document | DocumentError]:
    """The documents of a stream, line by line; a broken line is told with its number and the rest goes on.

    What the caller knows holds for lines that tell nothing.
    """
    reports = _Reports(source, options or Options())
    for number, line in _lines(stream, longest):
        if isinstance(line, bytes) and not line.strip():
            continue
        why = f"longer than {longest} bytes, which no report is"
        yield reports.refused(why, number) if line is None else reports.read(line, number)
    if not reports.found:
        yield DocumentError(source, "empty: there is nothing to read")


def read_json(stream: BinaryIO, source: str, options: Options | None = None) -> Iterator[Document | DocumentError]:
    """The documents of JSON that may be lines, an array of reports, or one report over many lines.

    Of an array that breaks off, the reports before the break are read.
    """
    first = stream.readline(LONGEST_LINE + 1)
    if is_value(first.removeprefix(_MARK)) and not first.removeprefix(_MARK).lstrip().startswith(b"["):
        yield from read_jsonl(joined(first, stream), source, options)
        return
    content = first + stream.read(LONGEST_LINE + 1)
    if len(content) > 2 * LONGEST_LINE:
        raise DocumentError(
            source, f"one JSON value of more than {LONGEST_LINE} bytes; write one report a line instead"
        )
    content = content.removeprefix(_MARK).strip()
    if content.startswith(b"["):
        yield from _of_array(content, source, options or Options())
    elif is_value(content) or len(_OBJECT.findall(content)) < 2:
        yield _Reports(source, options or Options()).read(content, 1)
    else:
        yield from read_jsonl(joined(content), source, options)


def _of_array(content: bytes, source: str, options: Options) -> Iterator[Document | DocumentError]:
    reports = _Reports(source, options, lines=False)
    try:
        for number, part in enumerate(_parts(content), 1):
            yield reports.read(part, number)
    except Broken as error:
        yield DocumentError(source, str(error))
        return
    if not reports.found:
        yield DocumentError(source, "an empty JSON array: there is nothing to read")


def _parts(content: bytes) -> Iterator[bytes]:
    """An array's values. Raises Broken behind the last that can be read, where the array breaks off."""
    try:
        yield from (bytes(part) for part in msgspec.json.decode(content, type=list[msgspec.Raw]))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        yield from _parts_before_a_break(content)


def _parts_before_a_break(content: bytes) -> Iterator[bytes]:
    decoder = json.JSONDecoder(parse_constant=lambda _: None)
    text = content.decode("utf-8", "surrogateescape")
    at, number = _BETWEEN.match(text, 1).end(), 0  # type: ignore[union-attr]
    while at < len(text) and text[at] != "]":
        try:
            value, end = decoder.raw_decode(text, at)
            yield json.dumps(value).encode()
        except ValueError as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            raise Broken(f"not JSON behind report {number} of the array: {why}") from error
        except RecursionError as error:
            raise Broken(_DEEPEST) from error
        number += 1
        at = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]
    if at >= len(text):
        raise Broken(f"not JSON behind report {number} of the array: it is not closed")


def is_value(content: bytes) -> bool:
    """Whether this is a JSON value by itself, so that the lines behind it are others."""
    try:
        msgspec.json.decode(content, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


class _Reports:
    """Reads the reports of one file, and knows which ids it has seen."""

    def __init__(self, source: str, options: Options, *, lines: bool = True) -> None:
        self.found = False
        self._lines = lines
        self._source = source
        self._options = options
        self._seen: dict[str, int] = {}

    def read(self, written: bytes, number: int) -> Document | DocumentError:
        self.found = True
        try:
            told = told_of(_decode(written), self._options.columns)
            document = document_of(told, f"{self._source}:{number}", self._options)
            first = self._seen.setdefault(document.id, number)
            if first != number:
                where = f"stands on line {first}" if self._lines else f"is that of report {first}"
                raise Broken(f"the id {document.id!r} {where} already")
        except Broken as error:
            return self.refused(str(error), number)
        return document

    def refused(self, why: str, number: int) -> DocumentError:
        self.found = True
        if not self._lines:
            return DocumentError(self._source, f"report {number} of the array: {why}")
        return DocumentError(self._source, why, line=number)


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


def _decode(written: bytes) -> object:
    try:
        told: object = msgspec.json.decode(written)
    except RecursionError as error:
        raise Broken(_DEEPEST) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        told = _leniently(written, str(error))
    return _once(written, told)


def _leniently(written: bytes, why: str) -> object:
    """As Python reads it: NaN and Infinity, which many programs write for what is missing, are null."""
    try:
        return json.loads(written.decode("utf-8"), parse_constant=lambda _: None)
    except UnicodeDecodeError as error:
        raise Broken(not_text(error)) from error
    except RecursionError as error:
        raise Broken(_DEEPEST) from error
    except ValueError as error:
        zero = written.find(b"\0")
        raise Broken(f"not JSON: byte {zero} is NUL" if zero >= 0 else f"not JSON: {why}") from error


def _once(written: bytes, told: object) -> object:
    """Of a field that is written twice one would be lost without a word."""
    if isinstance(told, dict) and any(written.count(b'"%s"' % name.encode()) > 1 for name in FIELDS & told.keys()):
        pairs = _pairs(written)
        for name in FIELDS & told.keys():
            if pairs.count(name) > 1:
                raise Broken(f"`{name}` stands in it {pairs.count(name)} times; which one is meant?")
    return told


def _pairs(written: bytes) -> list[str]:
    """The names of the outermost object's fields, each as often as it stands there."""
    names: list[str] = []

    def note(pairs: list[tuple[str, object]]) -> dict[str, object]:
        # The outermost object is told last.
        names[:] = [name for name, _ in pairs]
        return dict(pairs)

    try:
        json.loads(written, object_pairs_hook=note)
    except (ValueError, RecursionError):
        return []
    return names
