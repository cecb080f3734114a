"""A run over many reports, as a program of its own that a test can kill."""

from __future__ import annotations

import sys

from comity.model.record import Reading
from comity.store import Store
from tests.store.samples import document, meeting

REPORTS = 400


def run(place: str, *, pause_at: int | None = None) -> None:
    with Store.open(place) as store:
        for number in range(REPORTS):
            told = document(f"report-{number:04}")
            store.add(told, Reading((meeting(told, orgs=("SCO",)),)))
            sys.stdout.write(f"{told.id}\n")
            sys.stdout.flush()
            if number % 50 == 0:
                store.fold()
            if number == pause_at:
                sys.stdin.readline()
        store.fold()


if __name__ == "__main__":
    # Waits at the latest here, so that it is killed before its end however slow the machine is.
    run(sys.argv[1], pause_at=REPORTS // 2)
