"""Events as files for other programs: tables as CSV, Parquet and JSON lines, calendars as iCalendar and jCal."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from comity.errors import UsageError
from comity.export.arrow import events_arrow
from comity.export.frames import COLUMNS, flat_event
from comity.export.shapes import event_shape
from comity.model.event import Event

TABLES = ("csv", "parquet", "jsonl")
CALENDARS = ("ics", "jcal")
FORMATS = (*TABLES, *CALENDARS)
# Their names are taken already, so that nobody thinks that they are misspelled.
NOT_YET = ("plover", "cow", "followthemoney")


def table_bytes(events: Iterable[Event], form: str) -> Iterator[bytes]:
    """Events as `csv`, `parquet` or `jsonl`, a row or object each.

    Raises UsageError where pyarrow is not installed, which Parquet needs.
    """
    if form == "jsonl":
        return (msgspec.json.encode(event_shape(event)) + b"\n" for event in events)
    return _csv(events) if form == "csv" else iter([_parquet(events)])


def _csv(events: Iterable[Event]) -> Iterator[bytes]:
    yield _row(COLUMNS)
    for event in events:
        yield _row(["" if cell is None else cell for cell in flat_event(event).values()])


def _row(cells: Sequence[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _parquet(events: Iterable[Event]) -> bytes:
    table = events_arrow(events)
    from pyarrow import BufferOutputStream, parquet

    sink = BufferOutputStream()
    parquet.write_table(table, sink)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Puts a whole file in the place of an old one: who fetches it at that moment gets one or the other.

    Raises UsageError where the folder does not exist or may not be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.writelines(pieces)
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
