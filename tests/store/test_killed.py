"""A run that is killed loses nothing that it had kept, and the next run makes it whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from comity.store import Store
from tests.store import long_run

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
