"""EDTF text to days and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import DateError
from comity.model.edtf import PERIODS, parse_span, print_span

DAYS = st.dates(date(1, 1, 1), date(9980, 1, 1))


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2020-11-10", date(2020, 11, 10), date(2020, 11, 11)),
        ("2020-02", date(2020, 2, 1), date(2020, 3, 1)),
        ("2020-12", date(2020, 12, 1), date(2021, 1, 1)),
        ("2020", date(2020, 1, 1), date(2021, 1, 1)),
        ("2020-XX", date(2020, 1, 1), date(2021, 1, 1)),
        ("2020-06-XX", date(2020, 6, 1), date(2020, 7, 1)),
        ("2020-21", date(2020, 3, 1), date(2020, 6, 1)),
        ("2020-24", date(2020, 12, 1), date(2021, 3, 1)),
        ("2021-34", date(2021, 4, 1), date(2021, 7, 1)),
        ("2021-41", date(2021, 7, 1), date(2022, 1, 1)),
        ("199X", date(1990, 1, 1), date(2000, 1, 1)),
        ("19XX", date(1900, 1, 1), date(2000, 1, 1)),
        ("2021-09-16/2021-09-17", date(2021, 9, 16), date(2021, 9, 18)),
        ("2024-01/2024-05", date(2024, 1, 1), date(2024, 6, 1)),
        (" 2020 ", date(2020, 1, 1), date(2021, 1, 1)),
    ],
)
def test_text_gives_first_day_and_day_after_the_last(text: str, lower: date, upper: date) -> None:
    span = parse_span(text)
    assert (span.lower, span.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2001/..", date(2001, 1, 1), None),
        ("2001/", date(2001, 1, 1), None),
        ("../2025", None, date(2026, 1, 1)),
        ("/2025-06-30", None, date(2025, 7, 1)),
    ],
)
def test_an_end_may_be_open(text: str, lower: date | None, upper: date | None) -> None:
    span = parse_span(text)
    assert (span.lower, span.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("text", "about", "uncertain"),
    [
        ("2020", False, False),
        ("2020~", True, False),
        ("2020-06?", False, True),
        ("2020-06-01%", True, True),
        ("2020-06~/2020-08", True, False),
        ("2020/2022?", False, True),
    ],
)
def test_marks_say_about_and_uncertain(text: str, about: bool, uncertain: bool) -> None:
    span = parse_span(text)
    assert (span.about, span.uncertain) == (about, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "2020-13",
        "2020-00",
        "2020-25",
        "2020-02-30",
        "2019-02-29",
        "2020-21-05",
        "199X-05",
        "20",
        "20201110",
        "10.11.2020",
        "2020-1-5",
        "November 2020",
        "2021/2020",
        "2020-11-10/2020-11-09",
        "2020/2021/2022",
        "0000",
        "9999",
        "9999-12-31",
        "2020~~",
        "２０２０",
    ],
)
def test_what_is_no_date_is_refused_with_the_text_quoted(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_span(text)
    assert repr(text) in str(caught.value)


@given(DAYS, st.integers(1, 5000))
def test_printed_days_are_read_back_as_the_same_days(lower: date, length: int) -> None:
    upper = lower + timedelta(days=length)
    span = parse_span(print_span(lower, upper))
    assert (span.lower, span.upper) == (lower, upper)


@given(st.integers(1, 9997), st.sampled_from([*range(1, 13), *PERIODS]))
def test_whole_months_and_periods_are_printed_as_such(year: int, part: int) -> None:
    text = f"{year:04}-{part:02}"
    span = parse_span(text)
    assert span.lower is not None
    assert span.upper is not None
    assert parse_span(print_span(span.lower, span.upper)) == span
    assert len(print_span(span.lower, span.upper)) == len(text)


def test_days_at_the_end_of_the_calendar_are_printed() -> None:
    assert print_span(date(9999, 1, 1), date(9999, 3, 1)) == "9999-01-01/9999-02-28"


@pytest.mark.parametrize("upper", [date(2020, 1, 1), date(2019, 12, 31)])
def test_no_days_are_not_printed(upper: date) -> None:
    with pytest.raises(DateError):
        print_span(date(2020, 1, 1), upper)


@given(st.text(max_size=24))
def test_any_text_is_a_span_or_refused(text: str) -> None:
    try:
        span = parse_span(text)
    except DateError:
        return
    assert span.lower is not None or span.upper is not None
    assert span.lower is None or span.upper is None or span.lower < span.upper
