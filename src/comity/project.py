"""The one facade of Comity: what commands, board and notebooks use."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, overload

import msgspec

from comity.errors import DocumentError, UsageError
from comity.export.frames import events_frame
from comity.model.document import Document
from comity.model.event import Event
from comity.model.record import Reading
from comity.store import Store, Told

# Reading is imported late, in the functions that read: its rules and names take their time, and few commands need them.
if TYPE_CHECKING:
    from pandas import DataFrame

    from comity.catalog.names import Name
    from comity.query import Members
    from comity.reading.ingest import Meter
    from comity.reading.reader import Reader
    from comity.scale import MakeWorker, Task

DEFAULT = "comity.db"
# So many reports, read within so many seconds, are kept in one transaction.
_MOST_TOGETHER, _LONGEST_TOGETHER = 200, 0.25

Refused = Callable[[DocumentError], object]
OpenStore = Callable[[], Store]


def reader() -> Reader:
    """Made once in each process that reads."""
    from comity.reading.reader import Reader

    return Reader()


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller knows of all reports, and how many processes may read them."""

    published: date | None = None
    language: str | None = None
    columns: Mapping[str, str] = {}
    jobs: int = 1
    stdin: BinaryIO | None = None
    reader: MakeWorker = reader
    meter: Meter | None = None


class Events(Sequence[Event]):
    """The events that a question found, as a list that can become a table."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = tuple(events)

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> Events: ...
    def __getitem__(self, at: int | slice) -> Event | Events:
        return Events(self._events[at]) if isinstance(at, slice) else self._events[at]

    def __repr__(self) -> str:
        return f"<{len(self)} events>"

    def to_frame(self) -> DataFrame:
        """One event a row. Raises UsageError where pandas is not installed."""
        return events_frame(self._events)


class Shown(msgspec.Struct, frozen=True):
    """What an id stands for: an event with its records and their reports, a record with its report, or a report."""

    kind: str
    reports: tuple[Document, ...]
    records: tuple[Told, ...] = ()
    event: Event | None = None
    reading: Reading | None = None

    def report_of(self, told: Told) -> Document:
        return next(report for report in self.reports if report.id == told.document)


class Project:
    """A database of reports and the questions that it answers; `comity.open("asia.db")` opens one."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, place: str | Path = DEFAULT, *, existing: bool = False) -> Project:
        """By path or URL; one that is to be looked at must be `existing`. Raises StoreError."""
        return cls(Store.open(place, existing=existing))

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    def read(
        self,
        *sources: str | Path,
        published: date | None = None,
        language: str | None = None,
        columns: Mapping[str, str] | None = None,
        jobs: int = 1,
    ) -> list[tuple[Document, Reading]]:
        """Reads and keeps reports at once; for more than memory holds there is `stream`.

        `columns` says what a table or JSON calls our fields: `{"title": "headline"}`.
        Raises DocumentError at the first report that cannot be read.
        """
        options = ReadOptions(published=published, language=language, columns=columns or {}, jobs=jobs)
        return list(self.stream(sources, options))

    def stream(
        self, sources: Iterable[str | Path], options: ReadOptions | None = None, *, refused: Refused | None = None
    ) -> Iterator[tuple[Document, Reading]]:
        """Reports as they are read and kept, in order; one that was read by the same rules before is not read again.

        With `refused`, a report that cannot be read is told to it and the rest goes on; without, it is raised.
        """
        return stream(sources, options, store=self.store, refused=refused)

    def events(self, *, as_of: date | str | None = None, **wanted: str | date | Iterable[str] | None) -> Events:
        """By `org` (`orgs`: all), `kind`, `level`, `status`, `state`, `since` (from a day) and `until` (before it).

        Organizations and states are told by code or name, days as dates or ISO text. `as_of` a day, events are those
        known from reports published on it or before. In the order of their dates, unknown ones last.
        Raises UnknownNameError and DateError.
        """
        from comity.query import in_order, wanted_events
        from comity.query.days import to_day

        known = None if as_of is None else to_day(as_of)
        return Events(in_order(self.store.events(wanted_events(wanted), as_of=known)))

    def members(self, expression: str, *, on: date | str | None = None, status: str = "member") -> Members:
        """Who is in "SCO & CSTO" on a day, a date or ISO text; without one, today.

        Raises ExpressionError, UnknownNameError and DateError.
        """
        from comity.query import members
        from comity.query.days import to_day, today

        return members(expression, on=today() if on is None else to_day(on), status=status)

    def resolve(self, text: str, *, language: str | None = None) -> Name | None:
        """The one thing that a name stands for; None where it is unknown or two things bear it."""
        from comity.catalog.loaded import load_names

        return load_names().resolve(text, language)

    def names(self, text: str, *, language: str | None = None) -> tuple[Name, ...]:
        """All things that bear a name, the strongest claim first: "Congo" is two states."""
        from comity.catalog.loaded import load_names

        return load_names().resolve_all(text, language)

    def show(self, id: str) -> Shown:
        """What an id, or the start of one, stands for. Raises UsageError where that is nothing, or more than one."""
        kind, whole = self._find(id)
        if kind == "event":
            return self._show_event(whole)
        if kind == "record":
            return self._show_record(whole)
        return self._show_document(whole)

    def event_of(self, record: str) -> str | None:
        """The id of the event that a record went into."""
        return self.store.event_of(record)

    def _find(self, id: str) -> tuple[str, str]:
        found = self.store.ids(id) if id else []
        exact = [one for one in found if one[1] == id]
        if len(exact or found) > 1:
            raise UsageError(
                f"{id!r} is the start of more than one id: {', '.join(f'{whole} ({kind})' for kind, whole in found)}"
            )
        if not found:
            raise UsageError(f"no event, record or report has an id that starts with {id!r}")
        return (exact or found)[0]

    def _show_event(self, id: str) -> Shown:
        event = self.store.event(id)
        told = tuple(one for record in (event.records if event else ()) if (one := self.store.record(record)))
        return Shown("event", self._reports(told), told, event)

    def _show_record(self, id: str) -> Shown:
        told = tuple(one for one in [self.store.record(id)] if one)
        return Shown("record", self._reports(told), told)

    def _show_document(self, id: str) -> Shown:
        document = self.store.document(id)
        return Shown("document", (document,) if document else (), reading=self.store.reading(id))

    def _reports(self, told: Iterable[Told]) -> tuple[Document, ...]:
        ids = dict.fromkeys(one.document for one in told)
        return tuple(document for one in ids if (document := self.store.document(one)))


def stream(
    sources: Iterable[str | Path],
    options: ReadOptions | None = None,
    *,
    store: Store | None = None,
    refused: Refused | None = None,
) -> Generator[tuple[Document, Reading]]:
    """Reports as they are read, in order; kept where there is a `store`. See Project.stream."""
    return _stream(sources, options or ReadOptions(), None if store is None else lambda: store, refused)


def stream_into(
    place: str | Path,
    sources: Iterable[str | Path],
    options: ReadOptions | None = None,
    *,
    refused: Refused | None = None,
) -> Generator[tuple[Document, Reading]]:
    """Reports as they are read and kept in a database that is made when the first of them can be read.

    Raises StoreError. See Project.stream.
    """
    opened: list[Store] = []
    with ExitStack() as stack:

        def store() -> Store:
            if not opened:
                opened.append(stack.enter_context(Store.open(place)))
            return opened[0]

        yield from _stream(sources, options or ReadOptions(), store, refused)


def _stream(
    sources: Iterable[str | Path], options: ReadOptions, store: OpenStore | None, refused: Refused | None
) -> Generator[tuple[Document, Reading]]:
    from comity.reading.fingerprint import rules_version
    from comity.reading.ingest import Options, gather
    from comity.scale import Pool

    rules, readable = rules_version(), False
    known = Options(options.published, options.language, options.columns)
    found = gather(sources, known, stdin=options.stdin, meter=options.meter)
    with Pool(options.reader, options.jobs) as pool:
        for tasks in _together(pool.read(_task(one, store, rules) for one in pool.unpack(found))):
            new = [(one.document, one.outcome) for one in tasks if not one.kept and one.document and one.outcome]
            read = [(document, outcome) for document, outcome in new if isinstance(outcome, Reading)]
            if store is not None and read:
                store().add_all(read, rules=rules)
            for task in tasks:
                if isinstance(task.outcome, DocumentError):
                    _refuse(task.outcome, refused)
                elif task.document is not None and task.outcome is not None:
                    readable = True
                    yield task.document, task.outcome
    if store is not None and readable:
        store().fold()


def _together(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks that are kept in one transaction: many where they come fast, each at once where they come slowly."""
    held: list[Task] = []
    since = monotonic()
    for task in tasks:
        held.append(task)
        if len(held) == _MOST_TOGETHER or monotonic() - since > _LONGEST_TOGETHER:
            yield held
            held, since = [], monotonic()
    if held:
        yield held


def _task(found: Document | DocumentError, store: OpenStore | None, rules: str) -> Task:
    from comity.scale import Task

    if isinstance(found, DocumentError):
        return Task(None, found)
    kept = store().reading_of(found, rules=rules) if store else None
    return Task(found, kept, kept is not None)


def _refuse(error: DocumentError, refused: Refused | None) -> None:
    if refused is None:
        raise error
    refused(error)


def explain(
    sources: Iterable[str | Path], options: ReadOptions | None = None, *, refused: Refused | None = None
) -> Iterator[tuple[Document, list[str]]]:
    """How each report is read, sentence by sentence, as lines of text; nothing is kept."""
    from comity.reading.ingest import Options, ingest

    options = options or ReadOptions()
    worker = reader()
    known = Options(options.published, options.language, options.columns)
    for found in ingest(sources, known, stdin=options.stdin):
        if isinstance(found, DocumentError):
            _refuse(found, refused)
        else:
            yield found, list(worker.explain(found))
