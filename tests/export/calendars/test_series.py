"""Sessions as entries: the same one from the window in which it is expected to the day on which it is held."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import recurring_ical_events

from comity.export.calendars import Calendar, Sessions, series_calendar, to_ics
from comity.model.membership import Source
from comity.model.record import Place
from comity.model.series import Edition, Series, Window
from tests.export.calendars.entries import read

AS_OF = date(2021, 1, 1)
SOURCE = Source("a", "SCO Secretariat", "Chronicle", "https://example.org/chronicle", "2020-12-01")
FIRST = Edition(date="2019-06-14", number=19, place=Place("Bishkek", "KGZ"), source=SOURCE)
MOVED = Edition(date="2020-11-10", number=20, mode="online", chair="RUS", moved_from="2020-07-22")
WINDOW = Window(start=date(2021, 6, 1), last=date(2021, 9, 30), expected=date(2021, 7, 5), probability=0.8)


def _series(*editions: Edition) -> Series:
    return Series(name="SCO/heads-of-state", kind="meeting", level="heads_of_state", orgs=("SCO",), editions=editions)


def _calendar(*editions: Edition, windows: tuple[Window, ...] = (), recurring: bool = False) -> Calendar:
    one = Sessions(_series(*editions), windows)
    return series_calendar([one], name="SCO", as_of=AS_OF, recurring=recurring, positions={})


def test_a_session_keeps_its_uid_from_the_window_to_the_day_it_is_held() -> None:
    stages = (
        _calendar(FIRST, windows=(WINDOW,)),
        _calendar(FIRST, Edition(date="2021-07-05", number=20, status="proposed")),
        _calendar(FIRST, Edition(date="2021-07-05", number=20, status="scheduled")),
        _calendar(FIRST, Edition(date="2021-07-09", number=20, status="scheduled", moved_from="2021-07-05")),
        _calendar(FIRST, Edition(date="2021-07-09", number=20, status="held", moved_from="2021-07-05")),
    )
    found = [stage.entries[-1] for stage in stages]
    assert {entry.uid for entry in found} == {"SCO/heads-of-state/20@comity"}
    sequences = [entry.sequence for entry in found]
    assert sequences == sorted(set(sequences))
    assert [entry.status for entry in found] == ["TENTATIVE", "TENTATIVE", "CONFIRMED", "CONFIRMED", "CONFIRMED"]


def test_a_cancelled_session_is_a_later_version_than_the_one_that_was_set() -> None:
    set_one, cancelled = (
        _calendar(Edition(date="2021-07-05", number=20, status=status)).entries[0]
        for status in ("scheduled", "cancelled")
    )
    assert cancelled.status == "CANCELLED"
    assert cancelled.sequence > set_one.sequence


@pytest.mark.parametrize(("moved_from", "status"), [(None, "CANCELLED"), ("2021-07-05", "TENTATIVE")])
def test_a_session_that_is_put_off_stays_only_where_it_has_another_day(moved_from: str | None, status: str) -> None:
    edition = Edition(date="2021-09-09", number=20, status="postponed", moved_from=moved_from)
    assert _calendar(edition).entries[0].status == status


@pytest.mark.parametrize(
    ("edition", "uid"),
    [
        (Edition(date="2021-07-05", event="e1"), "e1@comity"),
        (Edition(date="2021-07-09", moved_from="2021-07-05"), "SCO/heads-of-state/2021-07-05@comity"),
        (Edition(date="2021-07-05"), "SCO/heads-of-state/2021-07-05@comity"),
    ],
)
def test_a_session_without_a_number_goes_by_its_event_or_the_day_first_set(edition: Edition, uid: str) -> None:
    assert _calendar(edition).entries[0].uid == uid


def test_a_window_is_tentative_over_all_its_days() -> None:
    (entry,) = _calendar(windows=(WINDOW,)).entries
    assert (entry.start, entry.end, entry.status) == (date(2021, 6, 1), date(2021, 10, 1), "TENTATIVE")
    assert entry.summary == "SCO: heads of state (expected)"
    assert "80% probability" in entry.description


def test_a_window_that_was_announced_is_a_session_already() -> None:
    announced = Window(
        start=date(2021, 7, 5), last=date(2021, 7, 5), expected=date(2021, 7, 5), probability=1.0, basis="announced"
    )
    found = _calendar(Edition(date="2021-07-05", number=20, status="scheduled"), windows=(announced, WINDOW))
    assert [entry.uid for entry in found.entries] == ["SCO/heads-of-state/20@comity", "SCO/heads-of-state/21@comity"]


def test_a_session_tells_its_source_its_chair_and_the_day_first_set() -> None:
    first, moved = _calendar(FIRST, MOVED).entries
    assert "Source: SCO Secretariat, Chronicle <https://example.org/chronicle>" in first.description
    assert (first.url, first.stamp) == ("https://example.org/chronicle", datetime(2020, 12, 1, tzinfo=UTC))
    assert "First set for: 2020-07-22\nChair: Russia" in moved.description
    assert str(moved.conference).startswith("urn:uuid:")


def test_no_stamp_lies_after_the_day_of_which_is_told() -> None:
    late = Edition(date="2019-06-14", source=Source("a", "SCO", seen="2026-01-01"))
    assert _calendar(late).entries[0].stamp.date() == AS_OF


def test_sessions_without_a_date_are_left_out_and_counted() -> None:
    found = _calendar(FIRST, Edition(date=None, number=18))
    assert (len(found.entries), found.left_out) == (1, 1)


def test_a_series_as_one_entry_lists_the_days_first_set_and_moves_what_was_moved() -> None:
    found = _calendar(FIRST, MOVED, Edition(date="2021", number=21, status="scheduled"), recurring=True)
    master, first, moved, vague = found.entries
    assert (master.uid, master.start, master.repeats) == (
        "SCO/heads-of-state@comity",
        date(2019, 6, 14),
        (date(2019, 6, 14), date(2020, 7, 22)),
    )
    assert (first.uid, first.replaces) == (master.uid, date(2019, 6, 14))
    assert (moved.uid, moved.replaces, moved.start) == (master.uid, date(2020, 7, 22), date(2020, 11, 10))
    assert vague.uid == "SCO/heads-of-state/21@comity"
    days = [
        one["DTSTART"].dt for one in recurring_ical_events.of(read(to_ics(found))).between((2019, 1, 1), (2020, 12, 31))
    ]
    assert sorted(days) == [date(2019, 6, 14), date(2020, 11, 10)]


def test_two_sessions_of_one_day_are_both_kept_in_one_entry() -> None:
    found = _calendar(FIRST, MOVED, Edition(date="2019-06-14", number=190), recurring=True)
    assert "SCO/heads-of-state/190@comity" in [entry.uid for entry in found.entries]


def test_one_session_is_no_repeating_entry() -> None:
    assert [entry.uid for entry in _calendar(FIRST, recurring=True).entries] == ["SCO/heads-of-state/19@comity"]
