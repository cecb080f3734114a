"""The days that a cadence wishes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.planning.fasts import ramadan
from comity.planning.own_series import Cadence
from comity.planning.wished import wished_days

AFTER = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        (Cadence(count=6, unit="month", start=date(2027, 3, 1), day="third thursday"), ["2027-03-18", "2027-09-16"]),
        (Cadence(months=("march", "september"), day="20"), ["2027-03-20", "2027-09-20"]),
        (Cadence(months=("spring",), count=2), ["2028-04-15", "2030-04-15"]),
        (Cadence(months=("3",), day="last friday"), ["2027-03-26", "2028-03-31"]),
        (Cadence(count=2, unit="week", day="Tuesday"), ["2026-12-08", "2026-12-22"]),
        (Cadence(start=date(2027, 5, 9)), ["2027-05-09", "2028-05-09"]),
        (Cadence(start=date(2020, 5, 9)), ["2027-05-09", "2028-05-09"]),
        (Cadence(rule="FREQ=YEARLY;BYMONTH=3;BYDAY=2TH"), ["2027-03-11", "2028-03-09"]),
        (Cadence(rule="RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"), ["2026-11-30", "2026-12-31"]),
    ],
)
def test_the_next_two(cadence: Cadence, days: list[str]) -> None:
    assert [day.isoformat() for day in wished_days(cadence, after=AFTER, count=2)] == days


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        (Cadence(rule="every now and then"), "no calendar rule"),
        (Cadence(rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "gives no day after 2026-11-25"),
        (Cadence(rule="FREQ=YEARLY;COUNT=1"), "and 2 are wanted"),
        (Cadence(months=("smarch",)), "no month or season"),
        (Cadence(months=("march",), unit="month"), "leave out 'every'"),
        (Cadence(day="third someday"), "no day of the week"),
        (Cadence(day="32"), "no day of a month"),
    ],
)
def test_what_cannot_be_wished_is_told(cadence: Cadence, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        wished_days(cadence, after=AFTER, count=2)


@pytest.mark.parametrize("start", [None, date(9999, 12, 1)])
def test_the_end_of_the_calendar_is_told(start: date | None) -> None:
    after = AFTER if start else date.max
    with pytest.raises(UsageError, match="the calendar ends"):
        wished_days(Cadence(start=start), after=after, count=1)


@given(st.integers(1, 24), st.sampled_from(["week", "month", "year"]), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_wished_days_come_after_the_day_and_rise(count: int, unit: str, after: date) -> None:
    found = wished_days(Cadence(count=count, unit=unit, day=None if unit == "week" else "28"), after=after, count=3)
    assert found[0] > after
    assert found == sorted(set(found))


# The first days of the fast as the Islamic calendar has them.
@pytest.mark.parametrize("day", ["2020-04-24", "2021-04-13", "2025-03-01", "2026-02-18", "2027-02-08", "2028-01-28"])
def test_ramadan_begins(day: str) -> None:
    first = date.fromisoformat(day)
    assert ramadan(first)
    assert ramadan(first + timedelta(days=28))
    assert not ramadan(first - timedelta(days=4))
    assert not ramadan(first + timedelta(days=34))
