"""Lengths, hours and days in words."""

from __future__ import annotations

from datetime import date

import pytest

from comity.errors import DateError, UsageError
from comity.planning.asked import Hours, clock, fit, read_days, read_length, read_step, spoken


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("2h", 120), ("90m", 90), ("1h30m", 90), ("1h30", 90), ("1 h 30 min", 90), ("2 hours", 120), ("24h", 1440)],
)
def test_a_length_is_read(text: str, minutes: int) -> None:
    assert read_length(text) == minutes


@pytest.mark.parametrize("text", ["", "2", "h", "two hours", "0h", "-2h", "25h", "1.5h"])
def test_what_is_no_length_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match=r"1h30m|1m to 24h"):
        read_length(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("09-18", 540, 1080), ("9-18", 540, 1080), ("08:30-17:15", 510, 1035), ("00–24", 0, 1440)],
)
def test_hours_are_read(text: str, first: int, last: int) -> None:
    assert Hours.parse(text) == Hours(first, last)


@pytest.mark.parametrize("text", ["", "9", "9-25", "09:75-18", "18-09", "09-09", "nine-six", "9-12-18"])
def test_what_are_no_hours_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="hours are"):
        Hours.parse(text)


def test_a_meeting_longer_than_the_hours_is_told_what_would_fit() -> None:
    with pytest.raises(UsageError, match=r"10h does not fit .* make it 9h or shorter, .* --hours 09:00-19:00"):
        fit(600, Hours())


def test_the_hours_that_would_fit_lie_within_the_day() -> None:
    with pytest.raises(UsageError, match="--hours 04:00-24:00"):
        fit(1200, Hours(1260, 1440))


@pytest.mark.parametrize("text", ["7m", "25m", "50m"])
def test_a_step_divides_the_day(text: str) -> None:
    with pytest.raises(UsageError, match="does not divide a day"):
        read_step(text)


@pytest.mark.parametrize(
    ("text", "count", "first", "last"),
    [
        ("2020-11-10", 1, "2020-11-10", "2020-11-10"),
        ("2020-11-12,2020-11-10", 2, "2020-11-10", "2020-11-12"),
        ("2020-11-10/2020-11-12", 3, "2020-11-10", "2020-11-12"),
        ("2020-02", 29, "2020-02-01", "2020-02-29"),
        ("2026", 365, "2026-01-01", "2026-12-31"),
        ("2020-11-10,2020-11-10", 1, "2020-11-10", "2020-11-10"),
    ],
)
def test_days_are_read(text: str, count: int, first: str, last: str) -> None:
    days = read_days(text)
    assert (len(days), days[0], days[-1]) == (count, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["2021-02-30", "tomorrow", "2020-11-20/2020-11-10", "2020-11-10/..", "2020~", ""])
def test_what_are_no_days_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="not a date"):
        read_days(text)


def test_more_days_than_can_be_looked_at_are_refused() -> None:
    with pytest.raises(UsageError, match="ask for 1830 at most"):
        read_days("1000/2000")


@pytest.mark.parametrize("text", ["1899-12-31", "2200-01-01", "9999-12-30"])
def test_days_of_which_no_clock_is_known_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="from 1900 to 2199"):
        read_days(text)


@pytest.mark.parametrize(("minutes", "text"), [(120, "2h"), (90, "1h30m"), (45, "45m"), (0, "0m")])
def test_a_length_is_spoken(minutes: int, text: str) -> None:
    assert spoken(minutes) == text


def test_a_clock_has_two_digits() -> None:
    assert clock(545) == "09:05"
