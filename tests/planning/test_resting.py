"""Whose offices rest."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.catalog.work_weeks import load_work_weeks
from comity.planning.asked import DAY_MINUTES
from comity.planning.offices import day_number
from comity.planning.resting import Resting
from tests.planning.clocks import days, seat, zones

WEEKS = load_work_weeks()
STARTS = range(0, DAY_MINUTES, 30)
FRIDAY = day_number(date(2026, 11, 27))


def test_on_a_friday_those_rest_whose_week_ends_then() -> None:
    seats = [seat("UTC", "SAU"), seat("UTC", "RUS"), seat("UTC", "BRN")]
    assert Resting(seats, WEEKS, STARTS).at(FRIDAY * DAY_MINUTES) == ("SAU", "BRN")


def test_the_day_is_that_of_the_own_clock() -> None:
    resting = Resting([seat("Pacific/Kiritimati", "KIR")], WEEKS, STARTS)
    assert resting.at(FRIDAY * DAY_MINUTES + 600) == ("KIR",)
    assert resting.at(FRIDAY * DAY_MINUTES + 599) == ()


@given(days, st.lists(st.tuples(zones, st.sampled_from(["SAU", "RUS", "ARE", "NPL", "BRN"])), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_counts_are_of_those_who_rest_at_each_start(day: int, parties: list[tuple[str, str]]) -> None:
    resting = Resting([seat(zone, code) for zone, code in parties], WEEKS, STARTS)
    assert resting.counts(day) == tuple(len(resting.at(day * DAY_MINUTES + start)) for start in STARTS)


def test_a_span_ends_when_the_day_of_rest_begins_by_somebodys_clock() -> None:
    resting = Resting([seat("Asia/Dhaka", "BGD"), seat("UTC", "RUS")], WEEKS, STARTS)
    thursday = (FRIDAY - 1) * DAY_MINUTES
    # In Dhaka it is Friday from 18:00 UTC on.
    assert list(resting.working((thursday, thursday + 1439))) == [(thursday, thursday + 1079)]


@given(days, st.lists(st.tuples(zones, st.sampled_from(["SAU", "RUS", "ARE", "NPL", "BRN"])), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_the_working_parts_of_a_span_are_the_minutes_at_which_nobody_rests(
    day: int, parties: list[tuple[str, str]]
) -> None:
    resting = Resting([seat(zone, code) for zone, code in parties], WEEKS, STARTS)
    starts = (day * DAY_MINUTES, day * DAY_MINUTES + 1439)
    told = {minute for first, last in resting.working(starts) for minute in range(first, last + 1)}
    assert told == {minute for minute in range(starts[0], starts[1] + 1) if not resting.at(minute)}
