"""Reports as they come: found, read in several processes, and kept."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document
from comity.model.record import Reading
from comity.store import Store

# Reading is imported late, in the functions that read: its rules and names take their time, and few commands need them.
if TYPE_CHECKING:
    from comity.reading.ingest import Meter
    from comity.reading.reader import Reader
    from comity.scale import MakeWorker, Task

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
