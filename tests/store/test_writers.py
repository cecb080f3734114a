"""Programs that write one database at once lose nothing and make nothing twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from comity.store import Store
from tests.store import writer

_ROOT = Path(__file__).parents[2]
_WRITERS = 2

NewDatabase = Callable[[], str]


def test_two_writers_end_as_one_would_have(new_database: NewDatabase) -> None:
    alone, shared = new_database(), new_database()
    writer.write(alone, 0, 1)
    running = [_start(shared, which) for which in range(_WRITERS)]
    assert [run.communicate()[1] for run in running] == [""] * _WRITERS
    assert _content(shared) == _content(alone)


def _start(place: str, which: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", place, str(which), str(_WRITERS)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=_ROOT)


def _content(place: str) -> tuple[object, ...]:
    with Store.open(place) as store:
        return tuple(store.documents()), tuple(store.records()), tuple(store.events())
