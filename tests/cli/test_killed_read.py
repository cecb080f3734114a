"""`comity read`, killed in the middle: the same command goes on, and ends as if nothing had happened."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from comity.store import Store
from tests.reading.ingest.archives import answer, packed
from tests.reading.ingest.pages import page

REPORTS = 200


def _site(place: Path) -> None:
    text = "The defence ministers of the SCO met in Moscow on {} May 2020 and adopted a communique."
    pages = (page(text.format(number % 28 + 1), f"It was meeting {number}.") for number in range(REPORTS))
    place.write_bytes(packed(*(answer(one, f"https://example.org/{at}") for at, one in enumerate(pages))))


def _command(folder: Path, db: str, jobs: str) -> list[str]:
    source = str(folder / "site.warc.gz")
    return [sys.executable, "-m", "comity", "read", source, "--db", str(folder / db), "--jobs", jobs]


def _content(place: Path) -> tuple[object, ...]:
    with Store.open(place) as store:
        return tuple(store.documents()), tuple(store.records()), tuple(store.events())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_goes_on_and_ends_like_one_that_was_not(tmp_path: Path, jobs: str) -> None:
    _site(tmp_path / "site.warc.gz")
    whole = subprocess.run(_command(tmp_path, "whole.db", jobs), capture_output=True, check=True).stdout
    with subprocess.Popen(_command(tmp_path, "broken.db", jobs), stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        begun = [run.stdout.readline() for _ in range(20)]
        run.send_signal(signal.SIGKILL)
    with Store.open(tmp_path / "broken.db") as store:
        assert 20 <= len(list(store.documents())) < REPORTS
    again = subprocess.run(_command(tmp_path, "broken.db", jobs), capture_output=True, check=True).stdout
    assert again == whole
    assert again.startswith(b"".join(begun))
    assert _content(tmp_path / "broken.db") == _content(tmp_path / "whole.db")
