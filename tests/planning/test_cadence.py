"""When sessions were, and what lies between them."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.series import Edition, Interval
from comity.planning.cadence import first_day, held_days, held_sessions, interval, is_even, regular_since, usual_gap
from tests.planning.samples import every, series


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2020-11-10", date(2020, 11, 10)),
        ("2024-07-03/2024-07-04", date(2024, 7, 3)),
        ("2021-09-13/2021-09-25", date(2021, 9, 13)),
        ("2009-06", date(2009, 6, 16)),
        ("2014", None),
        ("2014/..", None),
        (None, None),
    ],
)
def test_a_session_is_on_its_first_day_and_a_vague_one_in_the_middle(told: str | None, day: date | None) -> None:
    assert first_day(Edition(date=told)) == day


def test_only_what_was_held_counts() -> None:
    known = series("2019-06-14", "2020-11-10", more=[Edition(date="2020-07-21", status="cancelled")])
    assert held_days(known) == (date(2019, 6, 14), date(2020, 11, 10))


def test_what_lies_after_the_day_is_not_known_on_it() -> None:
    assert held_days(series("2019-06-14", "2020-11-10"), date(2020, 11, 9)) == (date(2019, 6, 14),)


def test_a_session_counts_from_its_first_day() -> None:
    assert held_days(series("2020-11-10/2020-11-12"), date(2020, 11, 10)) == (date(2020, 11, 10),)


def test_who_presided_stands_beside_the_day() -> None:
    known = series(more=[Edition(date="2020-11-10", chair="RUS")])
    assert held_sessions(known) == ((date(2020, 11, 10), "RUS"),)


def test_the_interval_tells_the_middle_the_ends_and_the_last() -> None:
    days = [date(2020, 1, 1), date(2020, 1, 11), date(2020, 1, 31), date(2020, 3, 1)]
    assert interval(days) == Interval(20, 10, 30, 30, 3)


def test_one_session_has_no_interval() -> None:
    assert interval([date(2020, 1, 1)]) is None


def test_the_rules_tell_the_gap_where_history_does_not() -> None:
    assert usual_gap([date(2020, 1, 1)], 12) == pytest.approx(365.2425)


@pytest.mark.parametrize(
    ("days", "even"),
    [
        (every(365, 6), True),
        (every(365, 2), False),
        ([date(2020, 9, 4), date(2022, 12, 9)], False),
        ([*every(365, 6)[:-1], date(2009, 1, 1)], True),
        ([date(2000, 1, 1), date(2001, 1, 1), date(2004, 1, 1), date(2004, 3, 1), date(2009, 1, 1)], False),
        ([date(2020, 3, 26), date(2021, 10, 12), date(2023, 11, 22)], False),
        ([date(year, month, 10) for year in range(2010, 2017) for month in (5, 12)], True),
    ],
    ids=["yearly", "two", "enlarged", "one gap in many", "any time", "three, not alike", "two a year"],
)
def test_regular_is_what_comes_at_even_intervals(days: list[date], even: bool) -> None:
    assert is_even(days) is even


def test_the_run_begins_after_the_last_break() -> None:
    days = [*every(365, 3), *every(365, 4, start=date(2010, 6, 1))]
    assert regular_since(days) == date(2010, 6, 1)
