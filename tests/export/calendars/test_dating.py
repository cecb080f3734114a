"""Dates that keep their precision, as days of a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from comity.export.calendars.dating import days_of, moment


@pytest.mark.parametrize(
    ("edtf", "start", "end", "vague"),
    [
        ("2020-09-04", "2020-09-04", "2020-09-05", ""),
        ("2020-09-16/2020-09-17", "2020-09-16", "2020-09-18", ""),
        ("2020-09", "2020-09-01", "2020-10-01", "no day is told"),
        ("2020", "2020-01-01", "2021-01-01", "no day is told"),
        ("2020-24", "2020-12-01", "2021-03-01", "no day is told"),
        ("2020-09/2020-10", "2020-09-01", "2020-11-01", "no day is told"),
        ("2020-09-04~", "2020-09-04", "2020-09-05", "about then"),
        ("2020-09-04?", "2020-09-04", "2020-09-05", "not certain"),
        ("2020-09-04/..", "2020-09-04", "2020-09-05", "the last day is not known"),
    ],
)
def test_a_date_is_all_its_days_and_says_what_is_not_known(edtf: str, start: str, end: str, vague: str) -> None:
    days = days_of(edtf)
    assert days is not None
    assert (days.start.isoformat(), days.end.isoformat()) == (start, end)
    assert vague in days.vague
    assert bool(days.vague) == bool(vague)


@pytest.mark.parametrize("edtf", [None, "../2020-09-04"])
def test_what_has_no_first_day_has_no_days(edtf: str | None) -> None:
    assert days_of(edtf) is None


def test_a_day_begins_in_utc() -> None:
    assert moment(date(2020, 11, 10)) == datetime(2020, 11, 10, tzinfo=UTC)
