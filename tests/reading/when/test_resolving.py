"""Which days an expression means, seen from the publication day, the tense and the day last spoken of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.when import Basis, When
from comity.reading.when import Anchor, Direction, ends_of, find_expressions, resolve

PAST, FUTURE, NONE = Direction.PAST, Direction.FUTURE, Direction.NONE
THURSDAY = date(2020, 11, 12)


def resolved(
    text: str,
    direction: Direction = NONE,
    published: date | None = THURSDAY,
    focus: str | None = None,
    *,
    open_ends: bool = False,
) -> When | None:
    (expression,) = find_expressions(text)
    anchor = Anchor(published, When.parse(focus) if focus else None)
    return resolve(expression, anchor, direction, open_ends=open_ends)


def edtf(
    text: str, direction: Direction = NONE, published: date | None = THURSDAY, focus: str | None = None
) -> str | None:
    when = resolved(text, direction, published, focus)
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("November 10, 2020", "2020-11-10"),
        ("10 November, 2020", "2020-11-10"),
        ("Sept. 5, 2019", "2019-09-05"),
        ("2020-11-10", "2020-11-10"),
        ("10.11.2020", "2020-11-10"),
        ("15/11/2020", "2020-11-15"),
        ("11/15/2020", "2020-11-15"),
        ("5/5/2020", "2020-05-05"),
        ("September 2020", "2020-09"),
        ("early September 2020", "2020-09"),
        ("mid-October 2022", "2022-10~"),
        ("in 2020", "2020"),
        ("late 2021", "2021"),
        ("the summer of 2020", "2020-22"),
        ("winter 2020", "2020-24"),
        ("the second quarter of 2024", "2024-34"),
        ("Q4 2021", "2021-36"),
        ("the second half of 2021", "2021-41"),
        ("the first six months of 2021", "2021-40"),
        ("the last three months of 2021", "2021-36"),
        ("the first Monday of May 2020", "2020-05-04"),
        ("the last Friday of September 2020", "2020-09-25"),
        ("from Nov. 10 to 12, 2020", "2020-11-10/2020-11-12"),
        ("10-12 November 2020", "2020-11-10/2020-11-12"),
        ("October 31 - November 1, 2019", "2019-10-31/2019-11-01"),
        ("December 30, 2019 to January 2", "2019-12-30/2020-01-02"),
        ("December 30 to January 2, 2020", "2019-12-30/2020-01-02"),
        ("from 27 to 30 April 2021", "2021-04-27/2021-04-30"),
        ("from November 2019 to February 2020", "2019-11/2020-02"),
        ("2022-2024", "2022/2024"),
        ("1998-99", "1998/1999"),
        ("the 1990s", "199X"),
        ("the early 1990s", "199X~"),
        ("the eighties", "198X"),
        ("the 20th century", "19XX"),
        ("nineteen ninety-six", "1996"),
    ],
)
def test_what_names_its_year_is_stated(text: str, expected: str) -> None:
    when = resolved(text, published=None)
    assert when is not None
    assert (when.edtf, when.basis) == (expected, Basis.STATED)


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        # 12 November 2020 is a Thursday.
        ("on Monday", PAST, "2020-11-09"),
        ("on Monday", FUTURE, "2020-11-16"),
        ("on Monday", NONE, "2020-11-09"),
        ("on Thursday", PAST, "2020-11-12"),
        ("on Thursday", FUTURE, "2020-11-12"),
        ("on Friday", PAST, "2020-11-06"),
        ("on Friday", FUTURE, "2020-11-13"),
        ("last Thursday", PAST, "2020-11-05"),
        ("next Thursday", FUTURE, "2020-11-19"),
        ("this Saturday", NONE, "2020-11-14"),
        ("this Monday", PAST, "2020-11-09"),
        ("Tuesday last week", PAST, "2020-11-03"),
        ("Tuesday next week", FUTURE, "2020-11-17"),
        ("Tuesday evening", PAST, "2020-11-10"),
        ("today", NONE, "2020-11-12"),
        ("tonight", NONE, "2020-11-12"),
        ("yesterday", NONE, "2020-11-11"),
        ("the day before yesterday", NONE, "2020-11-10"),
        ("tomorrow", NONE, "2020-11-13"),
        ("last night", PAST, "2020-11-11"),
        ("November 10", PAST, "2020-11-10"),
        ("November 10", FUTURE, "2021-11-10"),
        ("November 20", PAST, "2019-11-20"),
        ("November 20", FUTURE, "2020-11-20"),
        ("November 20", NONE, "2020-11-20"),
        ("January 5", NONE, "2021-01-05"),
        ("August 5", NONE, "2020-08-05"),
        ("Tuesday, November 10", NONE, "2020-11-10"),
        # A weekday beside the date confirms the year, whatever the tense: 10 November 2019 was a Sunday.
        ("Sunday, November 10", FUTURE, "2019-11-10"),
        ("November 10 last year", PAST, "2019-11-10"),
        ("in September", PAST, "2020-09"),
        ("in September", FUTURE, "2021-09"),
        ("in November", PAST, "2020-11"),
        ("in November", FUTURE, "2020-11"),
        ("in December", PAST, "2019-12"),
        ("in December", FUTURE, "2020-12"),
        ("in December", NONE, "2020-12"),
        ("in September", NONE, "2020-09"),
        ("last November", PAST, "2019-11"),
        ("next November", FUTURE, "2021-11"),
        ("February last year", PAST, "2019-02"),
        ("the first week of December", FUTURE, "2020-12"),
        ("early next month", FUTURE, "2020-12"),
        ("the end of the year", FUTURE, "2020"),
        ("earlier this week", PAST, "2020-11-09/2020-11-15"),
        ("later this month", FUTURE, "2020-11"),
        ("later this year", FUTURE, "2020"),
        ("last week", PAST, "2020-11-02/2020-11-08"),
        ("next year", FUTURE, "2021"),
        ("this weekend", FUTURE, "2020-11-14/2020-11-15"),
        ("last weekend", PAST, "2020-11-07/2020-11-08"),
        ("the week of November 9", PAST, "2020-11-09/2020-11-15"),
        ("this summer", NONE, "2020-22"),
        ("last spring", PAST, "2020-21"),
        ("next winter", FUTURE, "2020-24"),
        ("in the autumn", PAST, "2020-23"),
        ("the second quarter", PAST, "2020-34"),
        ("the second quarter", FUTURE, "2021-34"),
        ("the first half of next year", FUTURE, "2021-40"),
        ("last year's third quarter", PAST, "2019-35"),
        ("from Nov. 10 to 12", PAST, "2020-11-10/2020-11-12"),
        ("on November 19 and 20", FUTURE, "2020-11-19/2020-11-20"),
        ("from December 30 to January 2", FUTURE, "2020-12-30/2021-01-02"),
        # Without a tense days that are going on are meant before days long past.
        ("3 September-20 December", NONE, "2020-09-03/2020-12-20"),
        ("from December 30 to January 2", NONE, "2020-12-30/2021-01-02"),
        ("from 3 to 5 May", NONE, "2020-05-03/2020-05-05"),
        ("from Monday to Friday", FUTURE, "2020-11-16/2020-11-20"),
        ("from Wednesday to Friday", PAST, "2020-11-11/2020-11-13"),
        ("from January to March", FUTURE, "2021-01/2021-03"),
        ("in February or March", FUTURE, "2021-02/2021-03"),
        ("two days ago", PAST, "2020-11-10"),
        ("two weeks ago", PAST, "2020-10-26/2020-11-01"),
        ("five years ago", PAST, "2015"),
        ("half a year ago", PAST, "2020-05"),
        ("a year and a half ago", PAST, "2019-05"),
        ("in two weeks", FUTURE, "2020-11-23/2020-11-29"),
        ("on the 10th", PAST, "2020-11-10"),
        ("on the 10th", FUTURE, "2020-12-10"),
    ],
)
def test_what_names_no_year_is_counted_from_the_publication_day(text: str, direction: Direction, expected: str) -> None:
    when = resolved(text, direction)
    assert when is not None
    assert (when.edtf, when.basis) == (expected, Basis.RELATIVE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a decade ago", "2010~"),
        ("several weeks ago", "2020-09-28~/2020-11-01~"),
        ("a few days ago", "2020-11-06~/2020-11-10~"),
        ("a couple of years ago", "2017-01-01~/2019-12-31~"),
        ("the past two weeks", "2020-10-29~/2020-11-12~"),
        # Two days that are not next to each other are about the days between them.
        ("on November 5 and 12", "2020-11-05~/2020-11-12~"),
    ],
)
def test_what_is_rough_is_about(text: str, expected: str) -> None:
    assert edtf(text, PAST) == expected


@pytest.mark.parametrize(
    ("text", "focus", "expected"),
    [
        ("the same day", "2020-03-05", "2020-03-05"),
        ("that day", "2020-03-05", "2020-03-05"),
        ("the same period", "2025-09", "2025-09"),
        ("the same period", "2025-09-30", "2025-09~"),
        ("the day before", "2020-03-05", "2020-03-04"),
        ("the previous day", "2020-03-05", "2020-03-04"),
        ("a day earlier", "2020-03-05", "2020-03-04"),
        ("the following day", "2020-03-05/2020-03-06", "2020-03-07"),
        ("the next day", "2020-03-05", "2020-03-06"),
        ("two days later", "2020-03-05", "2020-03-07"),
        ("a week earlier", "2020-03-05", "2020-02-24/2020-03-01"),
        ("three months later", "2020-03-05", "2020-06"),
        ("a year later", "2019-08", "2020-08~"),
        ("the following week", "2020-03-05", "2020-03-09/2020-03-15"),
        ("that month", "2020-03-05", "2020-03"),
        ("the previous year", "2020-03-05", "2019"),
        ("June of that year", "2019-04", "2019-06"),
        ("later that year", "2019-04", "2019"),
        ("later that day", "2020-03-05", "2020-03-05"),
        ("the following Tuesday", "2020-03-05", "2020-03-10"),
        ("the previous Friday", "2020-03-05", "2020-02-28"),
        # The day before a month or a year is no day.
        ("the day before", "2020", None),
        ("the same day", "2020-03", None),
        ("two days later", "2020", None),
    ],
)
def test_what_points_back_is_counted_from_the_day_last_spoken_of(text: str, focus: str, expected: str | None) -> None:
    assert edtf(text, PAST, THURSDAY, focus) == expected


@pytest.mark.parametrize("text", ["the same day", "the day before", "that month", "a week earlier", "later that day"])
def test_what_points_back_is_unknown_where_no_day_was_spoken_of(text: str) -> None:
    assert edtf(text, PAST) is None


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    "text",
    [
        "on Monday",
        "today",
        "last week",
        "November 10",
        "in September",
        "two days ago",
        "this summer",
        "the end of the year",
    ],
)
def test_without_a_publication_day_what_is_relative_is_unknown(text: str, direction: Direction) -> None:
    assert edtf(text, direction, published=None) is None


def test_without_a_publication_day_a_month_takes_the_year_last_spoken_of() -> None:
    assert edtf("in September", FUTURE, None, "2021-04-30") == "2021-09"


@pytest.mark.parametrize(
    "text",
    [
        "11/10/2020",  # October or November
        "Zapad-2021",
        "Agenda 2030",
        "10:30 GMT",
        "two-day",
        "every year",
        "recently",
        "in the coming weeks",
        "in recent days",
        "fiscal 2021",
        "February 30, 2020",
        "31 June 2021",
        "from November 12 to 10, 2020",
        "99 centuries ago",
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_what_cannot_be_decided_is_unknown(text: str, direction: Direction) -> None:
    assert edtf(text, direction) is None


def test_how_long_something_took_is_no_future() -> None:
    assert edtf("in two weeks", PAST) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2001", "2001/.."),
        ("from January 1, 2024", "2024-01-01/.."),
        ("until 2025", "../2025"),
        ("in 2020", "2020"),
        ("by June 2021", "2021-06"),
        ("since 10-12 November 2020", "2020-11-10/2020-11-12"),
    ],
)
def test_an_open_end_is_open_where_asked_for(text: str, expected: str) -> None:
    when = resolved(text, open_ends=True)
    assert when is not None
    assert when.edtf == expected


def test_without_asking_an_open_end_is_the_time_named() -> None:
    assert edtf("since 2001") == "2001"


def test_the_ends_of_a_range_are_days_of_their_own() -> None:
    (expression,) = find_expressions("moved from June 20 to July 9, 2021")
    ends = [resolve(one, Anchor(None), NONE) for one in ends_of(expression)]
    assert [str(when) for when in ends] == ["2021-06-20", "2021-07-09"]


TEXTS = st.sampled_from(
    ["on Monday", "last Friday", "November 10", "29 February", "in September", "next June", "the second quarter", "in the autumn",
     "this winter", "from Nov. 30 to Dec. 2", "from Friday to Monday", "two weeks ago", "next month", "this weekend", "on the 31st"]
)  # fmt: skip
PUBLISHED = st.dates(date(1950, 1, 1), date(2090, 1, 1))


@given(TEXTS, PUBLISHED, st.sampled_from(Direction))
def test_a_relative_date_lies_within_about_four_years(text: str, published: date, direction: Direction) -> None:
    when = resolved(text, direction, published)
    assert when is None or (when.lower is not None and abs((when.lower - published).days) < 4 * 366 + 1)


@given(
    st.sampled_from(["on Monday", "in September", "November 10", "from Nov. 10 to 12", "the third quarter"]), PUBLISHED
)
def test_past_has_begun_and_future_is_not_over(text: str, published: date) -> None:
    past, future = resolved(text, PAST, published), resolved(text, FUTURE, published)
    assert past is not None
    assert past.lower is not None
    assert (past.lower - published).days <= 1
    assert future is not None
    assert future.last is not None
    assert (future.last - published).days >= -1
