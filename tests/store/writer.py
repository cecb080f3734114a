"""One of several programs that write the same database at once."""

from __future__ import annotations

import sys
from datetime import date, timedelta

from comity.model.document import Document
from comity.model.record import Reading
from comity.store import Store
from tests.store.samples import document, meeting

REPORTS, EVENTS = 60, 7


def reports() -> list[tuple[Document, Reading]]:
    """Reports of a few events, which all writers tell of."""
    return [_report(number) for number in range(REPORTS)]


def _report(number: int) -> tuple[Document, Reading]:
    day = date(2020, 9, 1) + timedelta(40 * (number % EVENTS))
    told = document(f"report-{number:03}", published=day + timedelta(number % 3))
    when = f"{day:%Y-%m}" if number % 10 == 0 else day.isoformat()
    return told, Reading((meeting(told, orgs=("SCO",), date=when),))


def write(place: str, which: int, of: int) -> None:
    """Keeps one report in `of`, and two that all keep, and folds now and then."""
    with Store.open(place) as store:
        for number, one in enumerate(reports()):
            if number % of == which or number < 2:
                store.add(*one)
            if number % 5 == which:
                store.fold()
        store.fold()


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
