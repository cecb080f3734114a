"""Calendars as text: valid by RFC 5545 and 7986, and read back without loss by what others wrote."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.export.calendars import Calendar, Entry, to_ics
from comity.export.calendars.ics import duration, folded
from comity.export.calendars.properties import clean
from tests.export.calendars.entries import calendar, entries, entry, read


def _one(text: str) -> Any:
    (found,) = read(text).events
    return found


@settings(deadline=None)
@given(entries())
def test_what_is_written_is_read_back_without_loss(told: Entry) -> None:
    event = _one(to_ics(calendar(told)))
    assert event.errors == []
    assert (event["UID"], event["SUMMARY"]) == (told.uid, clean(told.summary))
    assert str(event.get("DESCRIPTION", "")) == clean(told.description)
    assert str(event.get("LOCATION", "")) == clean(told.location or "")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (told.start, told.end)
    assert (event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt) == (told.stamp, told.stamp)
    assert (event["CREATED"].dt if told.created else None) == told.created
    assert (event["STATUS"], event["SEQUENCE"]) == (told.status, told.sequence)
    assert [str(one) for one in (event["CATEGORIES"].cats if told.categories else ())] == [
        clean(one) for one in told.categories
    ]
    assert (event["GEO"].to_ical() if told.geo else None) == (
        "{};{}".format(*map(float, told.geo)) if told.geo else None
    )
    assert event.get("URL") == told.url
    assert {name: event.get(f"X-COMITY-{name}") for name, _ in told.facts} == dict(told.facts)


@settings(deadline=None)
@given(st.lists(entries(), max_size=3))
def test_every_line_is_at_most_75_bytes_and_ends_as_the_format_wants_it(told: list[Entry]) -> None:
    text = to_ics(calendar(*told))
    lines = text.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(byte in line for line in lines for byte in b"\r\n\x00")


@settings(deadline=None)
@given(st.text(alphabet="a—上🇷é\u0301 ", max_size=400))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line


@settings(deadline=None)
@given(entries())
def test_a_program_that_lists_days_finds_each_entry_once(told: Entry) -> None:
    found = recurring_ical_events.of(read(to_ics(calendar(told)))).between(told.start, told.end)
    assert [one["UID"] for one in found] == [told.uid]


def test_the_same_calendar_is_the_same_text() -> None:
    assert to_ics(calendar(entry())) == to_ics(calendar(entry()))


def test_a_subscriber_is_told_the_name_and_when_to_ask_again() -> None:
    text = to_ics(Calendar(name="Comity: SCO, CSTO", entries=(entry(),), description="Who met", refresh_hours=6))
    assert "\r\nNAME:Comity: SCO\\, CSTO\r\nX-WR-CALNAME:Comity: SCO\\, CSTO\r\n" in text
    found = read(text)
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=6)
    assert (found["VERSION"], found["CALSCALE"], found["DESCRIPTION"]) == ("2.0", "GREGORIAN", "Who met")
    # A calendar that is fetched is no invitation: with a METHOD an organizer would be due.
    assert "METHOD" not in found
    assert "ORGANIZER" not in found.events[0]


def test_a_day_has_no_hour() -> None:
    text = to_ics(calendar(entry()))
    assert "DTSTART;VALUE=DATE:20201110\r\nDTEND;VALUE=DATE:20201111\r\n" in text


def test_a_moment_is_told_in_utc() -> None:
    start = datetime.fromisoformat("2020-11-10T07:00:00+00:00")
    text = to_ics(calendar(entry(start=start, end=start + timedelta(hours=2))))
    assert "DTSTART:20201110T070000Z\r\nDTEND:20201110T090000Z\r\n" in text


def test_a_year_before_1000_keeps_its_four_figures() -> None:
    assert "DTSTART;VALUE=DATE:08000101" in to_ics(calendar(entry(start=date(800, 1, 1), end=date(800, 1, 2))))


def test_a_meeting_by_video_has_a_conference() -> None:
    event = _one(to_ics(calendar(entry(conference="https://example.org/room 1\n"))))
    assert str(event["CONFERENCE"]) == "https://example.org/room%201"
    assert dict(event["CONFERENCE"].params) == {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Videoconference"}


def test_a_moved_day_is_an_exception_of_the_repeating_entry() -> None:
    master = entry(summary="Summit", repeats=(date(2021, 11, 10),))
    moved = entry(
        summary="Summit, moved", replaces=date(2021, 11, 10), start=date(2021, 9, 17), end=date(2021, 9, 18), sequence=1
    )
    found = recurring_ical_events.of(read(to_ics(calendar(master, moved)))).between((2020, 1, 1), (2022, 1, 1))
    assert sorted((one["DTSTART"].dt, str(one["SUMMARY"])) for one in found) == [
        (date(2020, 11, 10), "Summit"),
        (date(2021, 9, 17), "Summit, moved"),
    ]


def test_a_calendar_without_entries_is_still_a_calendar() -> None:
    found = read(to_ics(calendar()))
    assert found.events == []
    # The grammar wants at least one component.
    assert [one.name for one in found.subcomponents] == ["VTIMEZONE"]


@pytest.mark.parametrize(("hours", "told"), [(24, "P1D"), (48, "P2D"), (6, "PT6H"), (36, "PT36H")])
def test_a_length_of_time_is_told_in_days_or_hours(hours: int, told: str) -> None:
    assert duration(timedelta(hours=hours)) == told
