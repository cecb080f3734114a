"""Status and day agree once the whole report has been read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from comity.model.document import Evidence
from comity.model.record import EventRecord
from comity.reading.extractors.events.due import in_its_time

PUBLISHED = date(2024, 5, 13)


def _record(**fields: Any) -> EventRecord:
    return EventRecord(evidence=(Evidence(0, 3, "met"),), **({"kind": "meeting", "level": "other"} | fields))


@pytest.mark.parametrize(
    ("told", "day", "status"),
    [
        ("held", "2024-05-20", "scheduled"),
        ("held", "2024-05-13", "held"),
        ("held", "2024", "held"),
        ("scheduled", "2024-05-01", "held"),
        ("scheduled", "2024-05-20", "scheduled"),
        ("ongoing", "2024-05-01", "held"),
        ("ongoing", "2024-05-12/2024-05-14", "ongoing"),
        ("ongoing", "2024-05-14", "ongoing"),
        ("postponed", "2024-05-01", "postponed"),
        ("held", None, "held"),
    ],
)
def test_the_day_sets_the_status_right(told: str, day: str | None, status: str) -> None:
    assert in_its_time(_record(status=told, date=day), PUBLISHED).status == status


def test_who_was_there_in_a_meeting_to_come_is_invited() -> None:
    found = in_its_time(_record(status="held", date="2024-05-20", participants=("KEN",), invited=("UGA",)), PUBLISHED)
    assert (found.participants, found.invited) == ((), ("UGA", "KEN"))


def test_a_date_that_was_moved_may_lie_behind() -> None:
    moved = _record(status="scheduled", date="2024-05-01", moved_from="2024-04-01")
    assert in_its_time(moved, PUBLISHED) == moved


def test_a_visit_is_left_as_it_is_told() -> None:
    visit = _record(kind="visit", status="scheduled", date="2024-05-01")
    assert in_its_time(visit, PUBLISHED) == visit
