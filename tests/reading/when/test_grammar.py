"""Dates as news writes them; the report is of Wednesday, 14 June 2023."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.when import Basis, When
from comity.reading.when import Anchor, Direction, find_expressions, resolve

PUBLISHED = date(2023, 6, 14)
PAST, FUTURE, NONE = Direction.PAST, Direction.FUTURE, Direction.NONE


def one(
    text: str, direction: Direction = NONE, focus: str | None = None, published: date | None = PUBLISHED
) -> str | None:
    found = find_expressions(text)
    assert len(found) == 1, [text[at.start : at.end] for at in found]
    when = resolve(found[0], Anchor(published, When.parse(focus) if focus else None), direction)
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on November 10, 2020", "2020-11-10"),
        ("on 10 November 2020", "2020-11-10"),
        ("on the 10th of November, 2020", "2020-11-10"),
        ("on Nov. 10, 2020", "2020-11-10"),
        ("on Tuesday, November 10, 2020", "2020-11-10"),
        ("on 2020-11-10", "2020-11-10"),
        ("in September 2020", "2020-09"),
        ("in 2019", "2019"),
        ("from Nov. 10 to 12, 2020", "2020-11-10/2020-11-12"),
        ("on 10-12 November 2020", "2020-11-10/2020-11-12"),
        ("on October 31 - November 1, 2019", "2019-10-31/2019-11-01"),
        ("between 3 and 5 May 2021", "2021-05-03/2021-05-05"),
        ("in the autumn of 2020", "2020-23"),
        ("in the second quarter of 2021", "2021-34"),
        ("in the first half of 2021", "2021-40"),
        ("in Q3 2022", "2022-35"),
        ("in the 1990s", "199X"),
    ],
)
def test_a_complete_date_needs_no_anchor(text: str, edtf: str) -> None:
    assert one(text, published=None) == edtf


@pytest.mark.parametrize(
    ("text", "direction", "edtf"),
    [
        ("met on Monday", PAST, "2023-06-12"),
        ("met on Wednesday", PAST, "2023-06-14"),
        ("will meet on Monday", FUTURE, "2023-06-19"),
        ("on Friday", NONE, "2023-06-09"),
        ("last Wednesday", PAST, "2023-06-07"),
        ("next Wednesday", FUTURE, "2023-06-21"),
        ("in September", PAST, "2022-09"),
        ("in September", FUTURE, "2023-09"),
        ("last September", PAST, "2022-09"),
        ("next May", FUTURE, "2024-05"),
        ("on September 5", PAST, "2022-09-05"),
        ("on September 5", FUTURE, "2023-09-05"),
        ("on July 3-4", FUTURE, "2023-07-03/2023-07-04"),
        ("from Monday to Friday", FUTURE, "2023-06-19/2023-06-23"),
        ("on Tuesday and Wednesday", PAST, "2023-06-13/2023-06-14"),
        ("today", NONE, "2023-06-14"),
        ("yesterday", NONE, "2023-06-13"),
        ("tomorrow", NONE, "2023-06-15"),
        ("two days ago", PAST, "2023-06-12"),
        ("in two weeks", FUTURE, "2023-06-26/2023-07-02"),
        ("last month", PAST, "2023-05"),
        ("next month", FUTURE, "2023-07"),
        ("this year", NONE, "2023"),
        ("last year", PAST, "2022"),
        ("last week", PAST, "2023-06-05/2023-06-11"),
        ("later this year", FUTURE, "2023"),
        ("this summer", FUTURE, "2023-22"),
        ("last autumn", PAST, "2022-23"),
        ("five years ago", PAST, "2018"),
        ("by the end of the year", FUTURE, "2023"),
    ],
)
def test_a_relative_date_follows_publication_and_tense(text: str, direction: Direction, edtf: str) -> None:
    assert one(text, direction) == edtf


@pytest.mark.parametrize(
    ("text", "focus", "edtf"),
    [
        ("the day before", "2023-06-12", "2023-06-11"),
        ("the following day", "2023-06-12", "2023-06-13"),
        ("the same day", "2023-06-12", "2023-06-12"),
        ("two days later", "2023-06-12", "2023-06-14"),
        ("the following month", "2023-05-03", "2023-06"),
    ],
)
def test_the_day_spoken_of_is_a_focus(text: str, focus: str, edtf: str) -> None:
    assert one(text, PAST, focus) == edtf


@pytest.mark.parametrize(
    "text", ["on Monday", "yesterday", "last month", "in September", "two days ago", "the day before"]
)
def test_without_an_anchor_a_relative_date_is_unknown(text: str) -> None:
    assert one(text, PAST, published=None) is None


@pytest.mark.parametrize(
    "text",
    [
        "The leaders may meet.", "It may take place.", "They march on.", "a sum of $2020", "resolution 2254", "It was 3.5 per cent.",
        "Troops march through the city.", "80 to 19 in favour",
    ],
)  # fmt: skip
def test_no_date_is_seen(text: str) -> None:
    assert [text[at.start : at.end] for at in find_expressions(text)] == []


def test_a_names_year_is_no_date() -> None:
    found = find_expressions("the exercise Zapad-2021")
    assert all(resolve(at, Anchor(PUBLISHED), PAST) is None for at in found)


def test_the_basis_tells_stated_from_relative() -> None:
    stated = resolve(find_expressions("on November 10, 2020")[0], Anchor(PUBLISHED), PAST)
    relative = resolve(find_expressions("on Monday")[0], Anchor(PUBLISHED), PAST)
    assert stated is not None
    assert relative is not None
    assert (stated.basis, relative.basis) == (Basis.STATED, Basis.RELATIVE)


def test_an_impossible_day_is_unknown() -> None:
    assert one("on February 30, 2021") is None
