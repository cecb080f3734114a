"""What we write as a calendar, and read again as anybody's: the same events, on the same days, as firm as before."""

from __future__ import annotations

import msgspec
import pytest

from comity.export.calendars import event_calendar, to_ics
from comity.model.document import Document
from comity.model.event import Event, Step
from comity.model.record import EventRecord, Place
from comity.reading.ingest.ics import read_calendar
from comity.reading.reader import Reader

MEETING = Event(
    id="e1",
    kind="meeting",
    status="held",
    level="defence_ministers",
    orgs=("SCO",),
    date="2020-09-04",
    place=Place("Moscow", "RUS"),
    mode="in_person",
    history=(Step("held", "2020-09-07", "2020-09-04", "a"),),
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"date": "2020-09-04/2020-09-06"},
        {"date": "2020-09"},
        {"date": "2020", "status": "scheduled", "history": ()},
        {"status": "proposed", "history": (Step("proposed", "2020-01-01", "2020-09-04", "a"),)},
        {"status": "cancelled"},
        {"status": "denied"},
        {"orgs": ("CSTO",), "level": "heads_of_state", "place": Place("Dushanbe", "TJK")},
        {"mode": "online", "place": Place()},
        {"kind": "exercise", "level": "exercise", "series": "Peace Mission", "place": Place("Orenburg", "RUS")},
    ],
)
def test_an_event_comes_back_as_it_was(changes: dict[str, object]) -> None:
    event = msgspec.structs.replace(MEETING, **changes)
    record = _there_and_back(event)
    for field in ("kind", "status", "level", "orgs", "date", "place", "mode"):
        assert getattr(record, field) == getattr(event, field), field


def test_a_postponed_meeting_comes_back_without_the_day_that_holds_no_more() -> None:
    record = _there_and_back(msgspec.structs.replace(MEETING, status="postponed"))
    assert (record.status, record.date, record.moved_from) == ("postponed", None, "2020-09-04")


def _there_and_back(event: Event) -> EventRecord:
    text = to_ics(event_calendar([event], name="SCO"))
    (document,) = read_calendar(text.encode(), "a.ics")
    assert isinstance(document, Document)
    (record,) = Reader().read(document).records
    assert isinstance(record, EventRecord)
    return record
