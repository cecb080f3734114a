"""A run that is killed loses nothing that it had kept, and the next run makes it whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import sqlalchemy as sa

from comity.model.event import Event
from comity.store import Store
from comity.store.connect import write_transaction
from tests.store import long_run, writer

_ROOT = Path(__file__).parents[2]


def test_a_killed_run_loses_nothing_and_the_next_one_ends_as_if_unbroken(tmp_path: Path) -> None:
    whole, broken = str(tmp_path / "whole.db"), str(tmp_path / "broken.db")
    long_run.run(whole)
    kept = _killed_after(broken, 40)
    with Store.open(broken) as store:
        assert {told.id for told in store.documents()} >= set(kept)
        assert {one.document for one in store.records()} == {told.id for told in store.documents()}
        assert len(list(store.documents())) < long_run.REPORTS
    long_run.run(broken)
    assert _content(broken) == _content(whole)


def _killed_after(place: str, lines: int) -> list[str]:
    """Ids that the run had told of as kept when it was killed."""
    command = [sys.executable, "-m", "tests.store.long_run", place]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as run:
        assert run.stdout is not None
        kept = [run.stdout.readline().strip() for _ in range(lines)]
        run.send_signal(signal.SIGKILL)
    assert run.returncode == -signal.SIGKILL
    return kept


def _content(place: str) -> tuple[object, ...]:
    with Store.open(place) as store:
        return tuple(store.documents()), tuple(store.records()), tuple(store.events())


def test_a_folding_that_stops_at_any_step_is_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("accounts", "folding"):
        monkeypatch.setattr(f"comity.store.{module}._BATCH", 3)
    monkeypatch.setattr("comity.store.leaning._MOST_ASKED", 3)
    whole, steps = _stopped_at(-1, monkeypatch)
    assert steps > 10
    for step in range(steps):
        assert _stopped_at(step, monkeypatch)[0] == whole


def _stopped_at(step: int, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Event], int]:
    """The events after a folding that stopped in the midst of a step, and how many steps there were until then."""
    taken = 0

    @contextmanager
    def stopping(engine: sa.Engine) -> Iterator[sa.Connection]:
        nonlocal taken
        with write_transaction(engine) as connection:
            yield connection
            if taken == step:
                raise InterruptedError
            taken += 1

    with Store.open(":memory:") as store:
        store.add_all(writer.reports())
        monkeypatch.setattr("comity.store.sync.write_transaction", stopping)
        with suppress(InterruptedError):
            store.fold()
        monkeypatch.setattr("comity.store.sync.write_transaction", write_transaction)
        return list(store.events()), taken
