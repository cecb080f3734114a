"""`comity read`, killed in the middle: the same command goes on, and ends as if nothing had happened."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from comity.cli.read import read
from comity.store import Store
from tests.reading.ingest.archives import answer, packed
from tests.reading.ingest.pages import page

REPORTS = 200


def _site(place: Path) -> None:
    text = "The defence ministers of the SCO met in Moscow on {} May 2020 and adopted a communique."
    pages = (page(text.format(number % 28 + 1), f"It was meeting {number}.") for number in range(REPORTS))
    place.write_bytes(packed(*(answer(one, f"https://example.org/{at}") for at, one in enumerate(pages))))


def _arguments(folder: Path, db: str) -> list[str]:
    return [str(folder / "site.warc.gz"), "--db", str(folder / db)]


def _run(folder: Path, db: str) -> str:
    result = CliRunner().invoke(read, _arguments(folder, db))
    assert result.exit_code == 0
    return result.stdout


def _killed(folder: Path, db: str, lines: int) -> list[str]:
    """What a run had printed when it was killed."""
    command = [sys.executable, "-m", "comity", "read", *_arguments(folder, db)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        printed = [run.stdout.readline() for _ in range(lines)]
        run.send_signal(signal.SIGKILL)
    assert run.returncode == -signal.SIGKILL
    return printed


def _content(place: Path) -> tuple[object, ...]:
    with Store.open(place) as store:
        return tuple(store.documents()), tuple(store.records()), tuple(store.events())


def test_a_killed_run_goes_on_and_ends_like_one_that_was_not(tmp_path: Path) -> None:
    _site(tmp_path / "site.warc.gz")
    begun = _killed(tmp_path, "broken.db", 20)
    with Store.open(tmp_path / "broken.db") as store:
        assert 20 <= len(list(store.documents())) < REPORTS
    again, whole = _run(tmp_path, "broken.db"), _run(tmp_path, "whole.db")
    assert again == whole
    assert again.startswith("".join(begun))
    assert _content(tmp_path / "broken.db") == _content(tmp_path / "whole.db")


def test_a_killed_run_leaves_no_process_behind(tmp_path: Path) -> None:
    _site(tmp_path / "site.warc.gz")
    command = [sys.executable, "-m", "comity", "read", *_arguments(tmp_path, "broken.db"), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        run.stdout.readline()
        run.send_signal(signal.SIGKILL)
        # The output ends when the last process that could write to it has ended.
        run.communicate(timeout=60)
    assert run.returncode == -signal.SIGKILL
