"""EDTF texts, and the laws of the dates that they stand for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import DateError
from comity.model.edtf import print_span
from comity.model.when import When

DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> When:
    lower = draw(DAYS)
    return When.days(lower, lower + timedelta(days=draw(st.integers(1, 900))))


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2020-11-10", date(2020, 11, 10), date(2020, 11, 11)),
        ("2020-11", date(2020, 11, 1), date(2020, 12, 1)),
        ("2020-12", date(2020, 12, 1), date(2021, 1, 1)),
        ("2020", date(2020, 1, 1), date(2021, 1, 1)),
        ("2020-21", date(2020, 3, 1), date(2020, 6, 1)),
        ("2020-24", date(2020, 12, 1), date(2021, 3, 1)),
        ("2021-34", date(2021, 4, 1), date(2021, 7, 1)),
        ("2021-40", date(2021, 1, 1), date(2021, 7, 1)),
        ("2021-09-16/2021-09-17", date(2021, 9, 16), date(2021, 9, 18)),
        ("2020-02/2020-03", date(2020, 2, 1), date(2020, 4, 1)),
        ("199X", date(1990, 1, 1), date(2000, 1, 1)),
        ("2020-XX", date(2020, 1, 1), date(2021, 1, 1)),
        ("2024-01-01/..", date(2024, 1, 1), None),
        ("../2025", None, date(2026, 1, 1)),
    ],
)
def test_text_stands_for_its_days(text: str, lower: date | None, upper: date | None) -> None:
    when = When.parse(text)
    assert (when.lower, when.upper) == (lower, upper)
    assert str(when) == text


@pytest.mark.parametrize(
    ("text", "about", "uncertain"), [("2020-06~", True, False), ("2020?", False, True), ("2020-06%", True, True)]
)
def test_marks_are_kept(text: str, about: bool, uncertain: bool) -> None:
    when = When.parse(text)
    assert (when.about, when.uncertain) == (about, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-13",
        "2020-02-30",
        "20",
        "2020-11-10/2020-11-01",
        "../..",
        "2020-21-05",
        "yesterday",
        "2020-00",
        "0000",
        "9999-99",
    ],
)
def test_what_is_no_date_is_refused_and_quoted(text: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(text)
    assert repr(text) in str(caught.value)


@given(spans())
def test_printing_and_parsing_give_the_same_days(when: When) -> None:
    again = When.parse(when.edtf)
    assert (again.lower, again.upper) == (when.lower, when.upper)


@given(DAYS)
def test_a_day_prints_as_itself(day: date) -> None:
    assert print_span(day, day + timedelta(days=1)) == day.isoformat()


@given(spans(), spans())
def test_before_after_and_overlap_exclude_each_other(a: When, b: When) -> None:
    assert [a.before(b), a.after(b), a.may_overlap(b)].count(True) == 1


@given(spans(), spans())
def test_before_is_after_seen_from_the_other_side(a: When, b: When) -> None:
    assert a.before(b) == b.after(a)
    assert a.may_overlap(b) == b.may_overlap(a)


@given(spans())
def test_the_upper_day_is_outside(when: When) -> None:
    assert when.upper is not None
    assert when.before(when.upper)
    assert when.last is not None
    assert when.may_overlap(when.last)


@given(spans(), spans())
def test_intersection_lies_within_both(a: When, b: When) -> None:
    shared = a.intersection(b)
    assert (shared is not None) == a.may_overlap(b)
    if shared is not None:
        assert shared.within(a)
        assert shared.within(b)


def test_a_vague_date_is_neither_before_nor_after_its_days() -> None:
    assert When.parse("2020-09").may_overlap(date(2020, 9, 4))
    assert not When.parse("2020-09").is_day
