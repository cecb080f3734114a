"""Laws of the arithmetic of intervals, and of finding dates anywhere in a text."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import DateError
from comity.model.when import Basis, When
from comity.reading.when import Anchor, Direction, ends_of, find_expressions, resolve, told_in
from comity.reading.when.calendar import about, shift, unit_of

DAYS = st.dates(date(1600, 1, 1), date(2600, 1, 1))
FIXED = st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year"])
COUNTS = st.integers(-60, 60)
# Words that dates are made of, in any order.
WORDS = st.sampled_from(
    ["Monday", "Nov.", "May", "November", "5", "31", "2020", "'99", "10.11.2020", "2020-11-10", "11/10/20", "05.09", "1990s", "3rd",
     "first", "half", "quarter", "week", "day", "years", "the", "of", "in", "from", "to", "and", "-", ",", "(", ")", "last", "next", "that",
     "same", "end", "mid", "early", "ago", "later", "before", "today", "night", "spring", "every", "past", "two", "a", "nineteen",
     "ninety", "fiscal", "Christmas", "G20", "summit", "Black", "hyphen-ated", "period", "until", "since"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
FOCI = st.sampled_from(["2020", "2020-03-05", "2020-35", "../2020", "2019-12-30/2020-01-05", None])


@given(DAYS, FIXED)
def test_a_day_lies_in_its_unit(day: date, unit: str) -> None:
    when = unit_of(day, unit)
    assert when.lower is not None
    assert when.upper is not None
    assert unit == "weekend" or when.lower <= day < when.upper


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "half", "year"]))
def test_units_follow_each_other_without_gap(day: date, unit: str) -> None:
    assert unit_of(day, unit).upper == unit_of(shift(day, 1, unit), unit).lower


@given(DAYS, st.sampled_from(["day", "week"]), COUNTS, COUNTS)
def test_days_and_weeks_add_up(day: date, unit: str, first: int, second: int) -> None:
    assert shift(shift(day, first, unit), second, unit) == shift(day, first + second, unit)


@given(DAYS, st.sampled_from(["month", "quarter", "half", "year"]), COUNTS)
def test_months_there_and_back_lose_no_more_than_the_end_of_a_month(day: date, unit: str, count: int) -> None:
    back = shift(shift(day, count, unit), -count, unit)
    assert (back.year, back.month) == (day.year, day.month)
    assert 0 <= (day - back).days <= 3


@given(DAYS, FIXED)
def test_what_is_about_has_the_same_bounds(day: date, unit: str) -> None:
    when = unit_of(day, unit)
    assert (about(when).lower, about(when).upper) == (when.lower, when.upper)
    assert about(when).about


def test_out_of_the_calendar_is_an_error() -> None:
    with pytest.raises(DateError):
        shift(date.max, 1, "day")


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 40))
def test_a_range_goes_from_its_first_day_to_its_last(first: date, length: int) -> None:
    last = first + timedelta(days=length + 1)
    text = f"{first:%B} {first.day}, {first.year} to {last:%B} {last.day}, {last.year}"
    (expression,) = find_expressions(text)
    ends = [resolve(one, Anchor(None), Direction.NONE) for one in ends_of(expression)]
    assert resolve(expression, Anchor(None), Direction.NONE) == When.days(first, last + timedelta(days=1))
    assert ends == [When.days(first), When.days(last)]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_all_ways_of_writing_a_day_mean_the_same_day(day: date) -> None:
    texts = [
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A}, {day:%b}. {day.day}, {day.year}",
        f"the {day.day}th of {day:%B}, {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day.day}-{day:%b}-{day.year}",
    ]
    found = [resolve(one, Anchor(None), Direction.NONE) for text in texts for one in find_expressions(text)]
    assert found == [When.days(day, basis=Basis.STATED)] * len(texts)


@given(TEXTS, FOCI, st.dates() | st.none(), st.sampled_from(Direction))
def test_no_row_of_words_stops_the_reader(
    text: str, focus: str | None, published: date | None, direction: Direction
) -> None:
    anchor = Anchor(published, When.parse(focus) if focus else None)
    for expression in find_expressions(text):
        when = resolve(expression, anchor, direction)
        assert when is None or when.lower is None or when.upper is None or when.lower < when.upper


@given(TEXTS)
def test_expressions_stand_in_order_and_apart(text: str) -> None:
    spans = [(one.start, one.end) for one in find_expressions(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(TEXTS, st.sampled_from(["", "Ministers spoke. ", "Zürich «x» ", "a " * 70]), st.sampled_from(["", " ministers"]))
def test_where_a_sentence_stands_changes_no_date_in_it(text: str, before: str, after: str) -> None:
    alone = f"Delegates convened; {text}; delegates dispersed"
    moved = f"{before}{alone}{after}"
    found = [(one.start, one.end, one.kind) for one in find_expressions(alone)]
    shifted = [(one.start - len(before), one.end - len(before), one.kind) for one in find_expressions(moved)]
    assert shifted == found


def test_told_in_keeps_the_time_last_spoken_of() -> None:
    told = list(told_in("They met on 3 May 2020, for two days, and a week later.", date(2020, 6, 1)))
    assert [one.focus.edtf if one.focus else None for one in told] == [None, "2020-05-03", "2020-05-03"]
    assert [one.when.edtf if one.when else None for one in told] == ["2020-05-03", None, "2020-05-04/2020-05-10"]
