"""Calendars as JSON: the same as their text, to whoever reads either."""

from __future__ import annotations

from datetime import date
from typing import Any

import icalendar
import msgspec
from hypothesis import given, settings

from comity.export.calendars import Entry, to_ics, to_jcal
from tests.export.calendars.entries import calendar, entries, entry, read


@settings(deadline=None)
@given(entries())
def test_json_and_text_tell_the_same(told: Entry) -> None:
    both = calendar(told)
    from_json: Any = icalendar.Calendar.from_jcal(msgspec.json.encode(to_jcal(both)).decode())
    (one,), (other,) = from_json.events, read(to_ics(both)).events
    assert _properties(one) == _properties(other)


def _properties(event: Any) -> dict[str, bytes]:
    return {name: value.to_ical() for name, value in event.property_items() if name not in ("BEGIN", "END")}


def test_a_calendar_is_its_name_properties_and_components() -> None:
    name, properties, (event,) = to_jcal(calendar(entry(geo=(55.75, 37.62), categories=("SCO", "meeting"))))
    assert name == "vcalendar"
    assert ["version", {}, "text", "2.0"] in properties
    assert ["refresh-interval", {}, "duration", "P1D"] in properties
    told = {one[0]: one[1:] for one in event[1]}
    assert told["dtstart"] == [{}, "date", "2020-11-10"]
    assert told["dtstamp"] == [{}, "date-time", "2020-11-10T00:00:00Z"]
    assert told["geo"] == [{}, "float", [55.75, 37.62]]
    assert told["categories"] == [{}, "text", "SCO", "meeting"]
    assert told["sequence"] == [{}, "integer", 0]


def test_several_days_are_several_values() -> None:
    event = to_jcal(calendar(entry(repeats=(date(2021, 9, 17), date(2022, 9, 15)))))[2][0]
    assert ["rdate", {}, "date", "2021-09-17", "2022-09-15"] in event[1]


def test_an_empty_calendar_holds_a_time_zone() -> None:
    ((name, _, ((_, standard, _),)),) = to_jcal(calendar())[2]
    assert name == "vtimezone"
    assert ["dtstart", {}, "date-time", "1970-01-01T00:00:00"] in standard
    assert ["tzoffsetto", {}, "utc-offset", "+00:00"] in standard
