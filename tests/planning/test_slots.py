"""Windows and the least unfair slots."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.catalog.loaded import load_catalog
from comity.errors import UsageError
from comity.planning.asked import Hours
from comity.planning.offices import EPOCH, day_number
from comity.planning.seats import Seat, seat_of
from comity.planning.slots import SlotOptions, find_slots, share_series
from tests.planning.clocks import days, is_open, office_hours, seat, zones

DAY = date(2020, 11, 10)
ENLARGED = ("ARM", "AZE", "BLR", "CHN", "IND", "KAZ", "KGZ", "MDA", "PAK", "RUS", "TJK", "UZB")
# Where two are half a world apart, nobody's office hours are the other's.
APART = (seat("America/New_York", "USA"), seat("Australia/Sydney", "AUS"), seat("Europe/Paris", "FRA"))


def _enlarged(on: date) -> list[Seat]:
    catalog = load_catalog()
    return [found for code in ENLARGED if (found := seat_of(code, on, catalog))]


def _minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def test_the_twelve_states_of_three_organizations_share_three_hours() -> None:
    (window,) = find_slots(_enlarged(DAY), [DAY], SlotOptions()).windows
    assert window.start_from == datetime(2020, 11, 10, 7, tzinfo=UTC)
    assert window.start_to == datetime(2020, 11, 10, 8, tzinfo=UTC)
    told = {one.state: (f"{one.begins:%H:%M}", f"{one.ends:%H:%M}") for one in window.local}
    assert (told["MDA"], told["CHN"], told["IND"]) == (("09:00", "12:00"), ("15:00", "18:00"), ("12:30", "15:30"))


def test_where_there_is_a_window_nothing_unfair_is_told() -> None:
    assert find_slots(_enlarged(DAY), [DAY], SlotOptions()).best == ()


def test_the_clock_of_kazakhstan_is_that_of_the_day() -> None:
    seats = [seat("Asia/Almaty", "KAZ")]
    changed = find_slots(seats, [date(2024, 2, 29), date(2024, 3, 1)], SlotOptions())
    assert [window.start_from.hour for window in changed.windows] == [3, 4]


@given(days, st.lists(zones, min_size=1, max_size=4, unique=True), office_hours, st.sampled_from([15, 60, 120]))
@settings(max_examples=50, deadline=None)
def test_windows_are_all_starts_at_which_every_minute_is_in_office_hours(
    day: int, parties: list[str], hours: Hours, length: int
) -> None:
    length = min(length, hours.length)
    seats = [*(seat(zone) for zone in parties), seat("UTC", "noon")]
    on = EPOCH + timedelta(days=day)
    found = find_slots(seats, [on], SlotOptions(length=length, hours=hours)).windows
    told = {minute for window in found for minute in range(_minute(window.start_from), _minute(window.start_to) + 1)}
    every = [all(is_open(minute, one.timezone, hours) for one in seats) for minute in _minutes(day, length)]
    first = _minutes(day, length).start
    own = _own_day(seats, on)
    slow = {first + at for at in range(len(every) - length + 1) if all(every[at : at + length]) and first + at in own}
    assert told == slow


def _minutes(day: int, length: int) -> range:
    return range((day - 1) * 1440, (day + 2) * 1440 + length)


def _ahead(moment: datetime, zone: str) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def _own_day(seats: list[Seat], on: date) -> set[int]:
    """The minutes of a day by the clock in the middle, minute for minute."""
    day = day_number(on)
    midnight = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)
    ranked = sorted((_ahead(midnight, one.timezone), one.timezone) for one in seats)
    middle = ZoneInfo(ranked[len(ranked) // 2][1])
    moments = ((minute, datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)) for minute in _minutes(day, 0))
    return {minute for minute, moment in moments if moment.astimezone(middle).date() == on}


@pytest.mark.parametrize("measure", ["worst", "sum", "count"])
def test_the_best_slot_is_not_beaten_by_any_other_start(measure: str) -> None:
    options = SlotOptions(measure=measure, best=96)
    every = find_slots(APART, [DAY], options).best
    assert len(every) == 96
    told = [getattr(one, measure) for one in every]
    assert told == sorted(told)


def test_a_slot_tells_how_far_it_reaches_and_for_whom() -> None:
    (best,) = find_slots(APART, [DAY], SlotOptions(best=1)).best
    assert best.start == datetime(2020, 11, 10, 18, 30, tzinfo=UTC)
    assert (best.worst, best.sum, best.count, best.bears) == (3.5, 7, 2, ("AUS", "FRA"))
    assert {one.state: one.outside for one in best.local} == {"USA": 0, "AUS": 3.5, "FRA": 3.5}


def test_of_several_days_the_best_slots_are_of_different_ones() -> None:
    asked = [DAY + timedelta(days=number) for number in range(4)]
    best = find_slots(APART, asked, SlotOptions(best=3)).best
    assert len({one.start.date() for one in best}) == 3


def test_between_equal_slots_a_day_on_which_fewer_rest_comes_first() -> None:
    saturday = date(2020, 11, 14)
    best = find_slots(APART, [saturday, date(2020, 11, 15), date(2020, 11, 16)], SlotOptions(best=1)).best
    assert best[0].start.date() == date(2020, 11, 16)


def test_days_of_rest_are_marked() -> None:
    friday = date(2020, 11, 13)
    (window,) = find_slots([seat("Asia/Dhaka", "BGD"), seat("Asia/Kolkata", "IND")], [friday], SlotOptions()).windows
    assert {one.state: one.weekend for one in window.local} == {"BGD": True, "IND": False}


def test_working_days_leave_out_days_of_rest() -> None:
    fri_to_mon = [date(2020, 11, 13) + timedelta(days=number) for number in range(4)]
    found = find_slots([seat("Asia/Dhaka", "BGD"), seat("Asia/Kolkata", "IND")], fri_to_mon, SlotOptions(workdays=True))
    assert [window.start_from.date() for window in found.windows] == [date(2020, 11, 16)]


def test_no_working_day_is_told_with_what_would_work() -> None:
    with pytest.raises(UsageError, match="no start on 2020-11-14 is a working day for all; leave out --workdays"):
        find_slots(APART, [date(2020, 11, 14)], SlotOptions(workdays=True))


def test_the_day_is_that_of_the_clock_in_the_middle() -> None:
    pacific = [seat(zone) for zone in ("Pacific/Fiji", "Pacific/Auckland", "Pacific/Tongatapu")]
    (window,) = find_slots(pacific, [DAY], SlotOptions()).windows
    assert {one.begins.date() for one in window.local} == {DAY}


def test_a_call_without_anybody_is_refused() -> None:
    with pytest.raises(UsageError, match="somebody who takes part"):
        find_slots([], [DAY], SlotOptions())


def test_an_unknown_measure_is_refused_with_those_known() -> None:
    with pytest.raises(UsageError, match="measures are worst, sum, count"):
        find_slots(APART, [DAY], SlotOptions(measure="mean"))


def test_a_series_shares_the_worst_hours() -> None:
    found = share_series(APART, [DAY], 4, SlotOptions())
    assert [one.start.date() for one in found.meetings][1:] == [DAY + timedelta(weeks=number) for number in (1, 2, 3)]
    assert max(one.hours for one in found.burden) < found.unshared
    assert len({code for one in found.meetings for code in one.bears}) == 3


def test_a_series_by_the_sum_asks_no_more_than_the_least_sum() -> None:
    least = find_slots(APART, [DAY], SlotOptions(measure="sum", best=1)).best[0].sum
    found = share_series(APART, [DAY], 3, SlotOptions(measure="sum"))
    assert [one.sum for one in found.meetings] == [least] * 3


def test_a_series_is_spread_over_the_days() -> None:
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    found = share_series([seat("Asia/Almaty", "KAZ")], year, 4, SlotOptions(workdays=True))
    assert [one.start.month for one in found.meetings] == [1, 5, 9, 12]
    assert found.burden == ()


def test_too_few_days_for_a_series_are_refused() -> None:
    with pytest.raises(UsageError, match="2 days are too few for a series of 3; give one"):
        share_series(APART, [DAY, DAY + timedelta(days=1)], 3, SlotOptions())


def test_a_series_that_falls_on_days_of_rest_is_refused_where_they_are_left_out() -> None:
    with pytest.raises(UsageError, match="no start on 2020-11-14"):
        share_series(APART, [date(2020, 11, 14)], 2, SlotOptions(workdays=True))
