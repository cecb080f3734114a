"""Tables of reports: CSV, or with semicolons, tabs or bars between the columns; the first line names the columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from comity.errors import DocumentError
from comity.model.document import Document
from comity.reading.ingest.fields import OTHER_NAMES, Broken, document_of, told_of
from comity.reading.ingest.options import COLUMNS, Options

_DELIMITERS = (",", "\t", ";", "|")
# A row may fill many lines; one without an end would swallow the file.
LONGEST_ROW = 8 * 1024 * 1024
_LONGEST_LINE = LONGEST_ROW // 8
_NOT_TEXT = re.compile("[\udc80-\udcff]")


def read_table(stream: BinaryIO, source: str, options: Options | None = None) -> Iterator[Document | DocumentError]:
    """The documents of a table, row by row; a broken row is told with its line and the rest goes on.

    Raises DocumentError where no column can be the text.
    """
    options = options or Options()
    lines = _Lines(stream)
    try:
        yield from _read(lines, source, options)
    finally:
        lines.detach()


def looks_like_table(first: str, options: Options) -> bool:
    """Whether a line is the head of a table: it names the text and another field of a report."""
    names = {_plain(name) for name in re.split(r"[,;\t|]", first)}
    known = {*COLUMNS, *OTHER_NAMES.values(), *map(_plain, options.columns.values())}
    texts = {"text", OTHER_NAMES["text"], _plain(options.columns.get("text", "text"))}
    return bool(names & texts) and (len(names & known) > 1 or bool(options.columns))


def _read(lines: _Lines, source: str, options: Options) -> Iterator[Document | DocumentError]:
    header: list[str] = []
    rows = _Rows(source, options)
    for first, row in _rows(lines, _delimiter(lines.peek())):
        if isinstance(row, str):
            yield DocumentError(source, row, line=first)
        elif header:
            yield rows.read(row, header, first)
        else:
            header = _header(row, source, options)
    if not rows.found:
        yield DocumentError(source, "a table without rows" if header else "empty: there is nothing to read")


class _Lines:
    """Physical lines with their numbers; those of a broken row but its first can be given back and read again."""

    def __init__(self, stream: BinaryIO) -> None:
        self._text = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
        self._again: list[str] = []
        self._taken: list[str] = []
        self._size = 0
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._text.readline(_LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        self._taken.append(line)
        self._size += len(line)
        if self._size > LONGEST_ROW:
            raise csv.Error(f"longer than {LONGEST_ROW} characters: a quotation mark is not closed, perhaps")
        return line

    def peek(self) -> str:
        """The next line, which stays the next."""
        line = self._text.readline(_LONGEST_LINE)
        self._again = [line] if line else []
        return line

    def row_ends(self) -> None:
        self._taken, self._size = [], 0

    def give_back(self) -> None:
        self._again += reversed(self._taken[1:])
        self.number -= len(self._taken) - 1
        self.row_ends()

    def detach(self) -> None:
        self._text.detach()


def _rows(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Rows with the numbers of their first lines; of a broken one what is wrong with it."""
    csv.field_size_limit(LONGEST_ROW)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        first = lines.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.give_back()
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            yield first, f"a broken row: {error}"
            continue
        lines.row_ends()
        if any(cell.strip() for cell in row):
            yield first, row


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _header(row: list[str], source: str, options: Options) -> list[str]:
    """The names of the columns, as we or the caller spell them. Raises DocumentError without a text."""
    ours = {_plain(name): name for name in (*COLUMNS, *OTHER_NAMES.values(), *options.columns.values())}
    header = [ours.get(_plain(name), name.strip()) for name in row]
    wanted = options.columns.get("text")
    if wanted not in header if wanted else not {"text", OTHER_NAMES["text"]} & set(header):
        named = ", ".join(repr(name[:40]) for name in header[:20])
        missing = wanted or "text"
        raise DocumentError(source, f"no column {missing!r}; say which one it is with --columns text=NAME, of {named}")
    double = next((name for name in header if name and name in ours.values() and header.count(name) > 1), None)
    if double:
        raise DocumentError(source, f"the column {double!r} stands in it twice; which one is meant?")
    return header


def _plain(name: str) -> str:
    return name.strip().strip("\"'").strip().casefold()


class _Rows:
    """Reads the rows of one file, and knows which ids it has seen."""

    def __init__(self, source: str, options: Options) -> None:
        self.found = False
        self._source = source
        self._options = options
        self._seen: dict[str, int] = {}

    def read(self, row: list[str], header: list[str], line: int) -> Document | DocumentError:
        self.found = True
        try:
            told = told_of(_fields(row, header), self._options.columns)
            document = document_of(told, f"{self._source}:{line}", self._options)
            first = self._seen.setdefault(document.id, line)
            if first != line:
                raise Broken(f"the id {document.id!r} stands on line {first} already")
        except Broken as error:
            return DocumentError(self._source, str(error), line=line)
        return document


def _fields(row: list[str], header: list[str]) -> dict[str, str | None]:
    if len(row) < len(header) or any(cell.strip() for cell in row[len(header) :]):
        raise Broken(f"{len(row)} columns, where the first line names {len(header)}")
    if any(_NOT_TEXT.search(cell) for cell in row):
        raise Broken("not UTF-8; convert it first, for example: iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW")
    return {name: cell if cell.strip() else None for name, cell in zip(header, row, strict=False)}
