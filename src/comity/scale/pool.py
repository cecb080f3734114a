"""Reading on several processes of one machine, in order, with few reports in flight."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import Protocol

import msgspec

from comity.errors import ComityError, DocumentError
from comity.model.document import Document
from comity.model.record import Reading
from comity.reading.arrange import arranged

_IN_FLIGHT = 8


class Worker(Protocol):
    """Reads one document at a time."""

    def read(self, document: Document) -> Reading: ...


MakeWorker = Callable[[], Worker]
"""Called once in each process; a function or class of a module, so that it can be sent there."""


class Task(msgspec.Struct, frozen=True):
    """A report to read; with an `outcome` it is done already and only keeps its place in the order.

    `kept` says that the outcome is from the store, which need not keep it again.
    """

    document: Document | None
    outcome: Reading | DocumentError | None = None
    kept: bool = False


def read_many(tasks: Iterable[Task], make: MakeWorker, *, jobs: int = 1) -> Iterator[Task]:
    """The tasks with their outcomes, in their order; a report that the reader fails on does not end the run."""
    if jobs <= 1:
        yield from _one_by_one(tasks, make)
        return
    # Spawned, not forked: a fork copies open databases and other threads' locks.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(make,))
    try:
        with _interrupts_ignored():
            # The first call starts the processes, which inherit what is ignored.
            pool.submit(_nothing)
        yield from _in_order(pool, iter(tasks), jobs * _IN_FLIGHT)
    except BaseException:
        _end(pool)
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(tasks: Iterable[Task], make: MakeWorker) -> Iterator[Task]:
    worker: Worker | None = None
    for task in tasks:
        if task.outcome is not None or task.document is None:
            yield task
            continue
        worker = worker or make()
        yield _done(task.document, _attempt(worker, task.document))


def _in_order(pool: ProcessPoolExecutor, tasks: Iterator[Task], most: int) -> Iterator[Task]:
    waiting = deque((task, _submit(pool, task)) for task in islice(tasks, most))
    while waiting:
        task, future = waiting.popleft()
        done = task if future is None or task.document is None else _done(task.document, _result(future, task.document))
        for following in islice(tasks, 1):
            waiting.append((following, _submit(pool, following)))
        yield done


def _end(pool: ProcessPoolExecutor) -> None:
    """Does not wait for reports that are being read: whoever stops a run wants it to stop."""
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _submit(pool: ProcessPoolExecutor, task: Task) -> Future[Reading | str] | None:
    if task.outcome is not None or task.document is None:
        return None
    return pool.submit(_read, task.document)


def _result(future: Future[Reading | str], document: Document) -> Reading | str:
    try:
        return future.result()
    except BrokenProcessPool as error:
        where = f"a reading process died, on {document.source!r} or a report near it"
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
    _worker[:] = [make()]


def _read(document: Document) -> Reading | str:
    return _attempt(_worker[0], document)
