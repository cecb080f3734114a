"""Reading on several processes of one machine, in order, with few reports in flight."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Protocol, TypeVar, runtime_checkable

import msgspec

from comity.errors import ComityError, DocumentError
from comity.model.document import Document
from comity.model.record import Reading
from comity.reading.arrange import arranged

_IN_FLIGHT = 8

T = TypeVar("T")


class Worker(Protocol):
    """Reads one document at a time."""

    def read(self, document: Document) -> Reading: ...


@runtime_checkable
class Packed(Protocol):
    """Reports that are still to be taken out of something, which is work; it can be sent to another process."""

    @property
    def source(self) -> str: ...

    def documents(self) -> list[Document | DocumentError]:
        """The reports in it; what cannot be read is told, never raised."""
        ...


_Unpacking = tuple[Packed | Document | DocumentError, Future[list[Document | DocumentError]] | None]

MakeWorker = Callable[[], Worker]
"""Called once in each process; a function or class of a module, so that it can be sent there."""


class Task(msgspec.Struct, frozen=True):
    """A report to read; with an `outcome` it is done already and only keeps its place in the order.

    `kept` says that the outcome is from the store, which need not keep it again.
    """

    document: Document | None
    outcome: Reading | DocumentError | None = None
    kept: bool = False


class Pool:
    """Work shared out to the processes of one machine, whose answers come in the order of the questions.

    With one job there is no other process, and everything is done here when it is asked for.
    """

    def __init__(self, make: MakeWorker, jobs: int = 1) -> None:
        self._make = make
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None
        self._worker: Worker | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._executor is None:
            return
        if kind is not None:
            _end(self._executor)
        self._executor.shutdown(wait=True, cancel_futures=True)

    def read(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """The tasks with their outcomes; a report that the reader fails on does not end the run."""
        if self._jobs <= 1:
            yield from map(self._read_here, tasks)
            return
        pool = self._started()
        for task, future in self._waited((task, _submit(pool, task)) for task in tasks):
            if future is None or task.document is None:
                yield task
            else:
                yield _done(task.document, _result(future, task.document.source))

    def unpack(self, found: Iterable[Packed | Document | DocumentError]) -> Iterator[Document | DocumentError]:
        """What is packed as the reports in it; the rest passes by in its place."""
        if self._jobs <= 1:
            for one in found:
                yield from _unpack(one) if isinstance(one, Packed) else (one,)
            return
        pool, waiting = self._started(), deque[_Unpacking]()
        for one in found:
            if waiting or isinstance(one, Packed):
                waiting.append((one, pool.submit(_unpack, one) if isinstance(one, Packed) else None))
            else:
                # Nothing before it is under way: a report that someone types is not held up for others to come.
                yield one
            if len(waiting) == self._jobs * _IN_FLIGHT:
                yield from _unpacked(*waiting.popleft())
        for given, future in waiting:
            yield from _unpacked(given, future)

    def _read_here(self, task: Task) -> Task:
        if task.outcome is not None or task.document is None:
            return task
        self._worker = self._worker or self._make()
        return _done(task.document, _attempt(self._worker, task.document))

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is None:
            # Spawned, not forked: a fork copies open databases and other threads' locks.
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(
                self._jobs, mp_context=context, initializer=_begin, initargs=(self._make,)
            )
            with _interrupts_ignored():
                # The first call starts the processes, which inherit what is ignored.
                self._executor.submit(_nothing)
        return self._executor

    def _waited(self, pairs: Iterator[T]) -> Iterator[T]:
        """The pairs in their order, with a few of the following under way meanwhile."""
        waiting = deque(islice(pairs, self._jobs * _IN_FLIGHT))
        while waiting:
            one = waiting.popleft()
            waiting.extend(islice(pairs, 1))
            yield one


def read_many(tasks: Iterable[Task], make: MakeWorker, *, jobs: int = 1) -> Iterator[Task]:
    """The tasks with their outcomes, in their order; a report that the reader fails on does not end the run."""
    with Pool(make, jobs) as pool:
        yield from pool.read(tasks)


def _end(pool: ProcessPoolExecutor) -> None:
    """Does not wait for reports that are being read: whoever stops a run wants it to stop."""
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _submit(pool: ProcessPoolExecutor, task: Task) -> Future[Reading | str] | None:
    if task.outcome is not None or task.document is None:
        return None
    return pool.submit(_read, task.document)


def _result(future: Future[T], source: str) -> T:
    try:
        return future.result()
    except BrokenProcessPool as error:
        where = f"a reading process died, on {source!r} or a report near it"
        raise ComityError(f"{where}; run again with --jobs 1 to find which") from error


def _done(document: Document, outcome: Reading | str) -> Task:
    if isinstance(outcome, str):
        return Task(document, DocumentError(document.source, outcome))
    return Task(document, outcome)


def _attempt(worker: Worker, document: Document) -> Reading | str:
    """A reading, or what went wrong: one report must not end a run over a million."""
    try:
        return arranged(document, worker.read(document))
    except ComityError as error:
        return str(error)
    except Exception as error:
        return f"a rule failed on it: {type(error).__name__}: {error}"


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal, but only the first one ends the others, and tells of it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_worker: list[Worker] = []


def _nothing() -> None:
    """A first task."""


def _begin(make: MakeWorker) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    _worker[:] = [make()]


def _end_with_the_parent() -> None:
    """A run that is killed leaves no process behind, which would wait for reports for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(document: Document) -> Reading | str:
    return _attempt(_worker[0], document)


def _unpacked(
    given: Packed | Document | DocumentError, future: Future[list[Document | DocumentError]] | None
) -> list[Document | DocumentError]:
    if isinstance(given, Packed):
        return _result(future, given.source) if future else []
    return [given]


def _unpack(packed: Packed) -> list[Document | DocumentError]:
    try:
        return packed.documents()
    except Exception as error:
        return [DocumentError(packed.source, f"cannot be taken apart: {type(error).__name__}: {error}")]
