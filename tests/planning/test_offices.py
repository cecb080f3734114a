"""Open hours in UTC."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings

from comity.planning.asked import DAY_MINUTES, Hours
from comity.planning.offices import day_number, instant, open_spans, shared, starts_within, steady
from tests.planning.clocks import days, is_open, office_hours, zones


@given(days, zones, office_hours)
@settings(max_examples=60, deadline=None)
def test_open_spans_hold_the_minutes_in_which_the_clock_shows_office_hours(day: int, zone: str, hours: Hours) -> None:
    first, after = day * DAY_MINUTES, (day + 2) * DAY_MINUTES
    told = {minute for begun, ended in open_spans(first, after, zone, hours) for minute in range(begun, ended)}
    assert told == {minute for minute in range(first, after) if is_open(minute, zone, hours)}


@given(days, zones, office_hours)
@settings(max_examples=60, deadline=None)
def test_open_spans_are_in_order_and_do_not_meet(day: int, zone: str, hours: Hours) -> None:
    spans = open_spans(day * DAY_MINUTES, (day + 3) * DAY_MINUTES, zone, hours)
    assert all(begun < ended for begun, ended in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_the_day_on_which_kazakhstan_changed_its_clock_has_two_offsets() -> None:
    day = day_number(date(2024, 2, 29)) * DAY_MINUTES
    told = [(instant(begun).isoformat(), offset // 3600) for begun, _, offset in steady(day, day + 1440, "Asia/Almaty")]
    assert told == [("2024-02-29T00:00:00+00:00", 6), ("2024-02-29T18:00:00+00:00", 5)]


def test_hours_round_the_clock_are_one_span() -> None:
    assert open_spans(0, 3 * DAY_MINUTES, "Asia/Kolkata", Hours(0, 1440)) == [(0, 3 * DAY_MINUTES)]


def test_a_clock_that_differs_by_seconds_opens_with_the_next_whole_minute() -> None:
    # Monrovia kept 44 minutes and 30 seconds behind Greenwich until 1972.
    assert open_spans(0, DAY_MINUTES, "Africa/Monrovia", Hours(540, 600)) == [(585, 644)]


def test_shared_time_is_in_all_lists() -> None:
    assert shared([[(0, 10), (20, 30)], [(5, 25)], [(0, 8), (22, 40)]]) == [(5, 8), (22, 25)]


def test_what_has_no_list_shares_nothing() -> None:
    assert shared([]) == []


def test_a_meeting_as_long_as_the_span_has_one_start() -> None:
    assert starts_within((600, 720), 120, (0, 1440)) == (600, 600)


def test_a_meeting_longer_than_the_span_has_none() -> None:
    assert starts_within((600, 720), 121, (0, 1440)) is None


def test_a_start_belongs_to_its_own_day_only() -> None:
    assert starts_within((1400, 1700), 60, (0, 1440)) == (1400, 1439)
