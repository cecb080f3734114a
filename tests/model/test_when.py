"""Dates that keep their precision, and how two of them lie to each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import DateError
from comity.model.when import Basis, When, earliest

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
CLOSED = st.builds(lambda lower, length: When.days(lower, lower + timedelta(days=length)), DAYS, st.integers(1, 800))
OPEN = st.one_of(DAYS.map(lambda day: When.parse(f"{day}/..")), DAYS.map(lambda day: When.parse(f"../{day}")))
WHENS = st.one_of(CLOSED, OPEN)


def test_a_month_has_no_day() -> None:
    when = When.parse("2020-09")
    assert (when.lower, when.upper, when.last) == (date(2020, 9, 1), date(2020, 10, 1), date(2020, 9, 30))
    assert not when.is_day
    assert when.length == 30


def test_the_last_day_belongs_to_it_and_the_upper_one_does_not() -> None:
    when = When.parse("2021-09-16/2021-09-17")
    assert not when.before(date(2021, 9, 17))
    assert when.before(date(2021, 9, 18))
    assert when.after(date(2021, 9, 15))
    assert not when.after(date(2021, 9, 16))


def test_a_day_about_or_uncertain_is_no_day() -> None:
    assert When.parse("2020-11-10").is_day
    assert not When.parse("2020-11-10~").is_day
    assert not When.parse("2020-11-10?").is_day


def test_about_marks_both_ends_of_an_interval() -> None:
    assert When.days(date(2020, 11, 10), date(2020, 11, 13), about=True).edtf == "2020-11-10~/2020-11-12~"


def test_without_an_upper_day_it_is_one_day() -> None:
    assert When.days(date(2020, 11, 10)).edtf == "2020-11-10"


@pytest.mark.parametrize("upper", [date(2020, 11, 10), date(2020, 11, 9)])
def test_no_days_are_refused(upper: date) -> None:
    with pytest.raises(DateError):
        When.days(date(2020, 11, 10), upper)


def test_the_last_day_of_the_calendar_is_refused() -> None:
    with pytest.raises(DateError):
        When.days(date.max)


def test_an_open_end_has_no_length() -> None:
    when = When.parse("2001/..")
    assert when.length is None
    assert when.last is None
    assert not when.before(date(9000, 1, 1))


@given(WHENS, WHENS)
def test_of_two_one_is_before_or_after_or_they_may_overlap(one: When, other: When) -> None:
    assert [one.before(other), one.after(other), one.may_overlap(other)].count(True) == 1


@given(WHENS, WHENS)
def test_before_is_after_seen_from_the_other(one: When, other: When) -> None:
    assert one.before(other) == other.after(one)
    assert one.may_overlap(other) == other.may_overlap(one)


@given(WHENS, DAYS)
def test_a_day_is_compared_like_a_when_of_one_day(one: When, day: date) -> None:
    assert one.before(day) == one.before(When.days(day))
    assert one.after(day) == one.after(When.days(day))


@given(CLOSED, st.integers(1, 400))
def test_what_begins_where_it_ends_is_after_it(one: When, length: int) -> None:
    assert one.upper is not None
    following = When.days(one.upper, one.upper + timedelta(days=length))
    assert one.before(following)
    assert one.intersection(following) is None


@given(WHENS, WHENS)
def test_they_may_overlap_where_they_share_days(one: When, other: When) -> None:
    assert one.may_overlap(other) == (one.intersection(other) is not None)


@given(WHENS, WHENS)
def test_shared_days_are_within_both_and_the_same_from_both_sides(one: When, other: When) -> None:
    shared, again = one.intersection(other), other.intersection(one)
    if shared is None or again is None:
        assert shared is again is None
        return
    assert shared.within(one)
    assert shared.within(other)
    assert (shared.lower, shared.upper) == (again.lower, again.upper)


@given(WHENS, WHENS, st.sampled_from(Basis))
def test_shared_days_rest_on_what_the_first_rests_on(one: When, other: When, basis: Basis) -> None:
    shared = one.resting_on(basis).intersection(other)
    assert shared is None or shared.basis is basis


@given(WHENS, WHENS)
def test_within_both_ways_is_the_same_days(one: When, other: When) -> None:
    both = one.within(other) and other.within(one)
    assert both == ((one.lower, one.upper) == (other.lower, other.upper))


@given(WHENS)
def test_its_text_is_read_back_as_itself(one: When) -> None:
    assert When.parse(one.edtf, one.basis) == one


@given(st.lists(WHENS, max_size=6))
def test_the_earliest_starts_before_or_with_every_other(whens: list[When]) -> None:
    first = earliest(whens)
    starts = [when.lower for when in whens if when.lower]
    assert (first.lower if first else None) == min(starts, default=None)


def test_a_doubtful_day_stays_doubtful_in_an_intersection() -> None:
    shared = When.parse("2020-11-10?").intersection(When.parse("2020"))
    assert shared is not None
    assert (shared.edtf, shared.uncertain) == ("2020-11-10?", True)
