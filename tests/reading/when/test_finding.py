"""Which words of a text speak of a time, and which only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UnknownNameError
from comity.reading.when import find_expressions


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind) for one in find_expressions(text)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("November 10, 2020", "day"),
        ("10 November", "day"),
        ("Nov. 10", "day"),
        ("Nov 10", "day"),
        ("NOVEMBER 10", "day"),
        ("10th of November, 2020", "day"),
        ("10-Nov-2020", "day"),
        ("Tuesday, November 10", "day"),
        ("Tuesday (November 10)", "day"),
        ("this Sunday, Dec 1", "day"),
        ("Fri, 13 Nov 2020", "day"),
        ("November 10 last year", "day"),
        ("2020-11-10", "iso"),
        ("10.11.2020", "numeric"),
        ("11/10/2020", "numeric"),
        ("the week of November 9", "week_of_day"),
        ("the last Friday of September", "nth_weekday"),
        ("the first week of December", "week_of_month"),
        ("September 2020", "month"),
        ("late September 2021", "month"),
        ("February last year", "month"),
        ("June of that year", "month"),
        ("the end of June", "bare_month"),
        ("mid-October", "bare_month"),
        ("last March", "bare_month"),
        ("last Tuesday", "weekday"),
        ("Tuesday evening", "weekday"),
        ("Tuesday last week", "weekday"),
        ("the following Thursday", "weekday"),
        ("yesterday", "today"),
        ("earlier today", "today"),
        ("this morning", "today"),
        ("last night", "today"),
        ("the same day", "focus_day"),
        ("the same period", "same_period"),
        ("the following day", "focus_day"),
        ("the next day", "focus_day"),
        ("two days ago", "ago"),
        ("a decade ago", "ago"),
        ("in two weeks", "hence"),
        ("in three weeks' time", "hence"),
        ("a week earlier", "from_focus"),
        ("three months later", "from_focus"),
        ("earlier this week", "within_unit"),
        ("later that day", "within_unit"),
        ("early next month", "part_of_unit"),
        ("the end of the year", "part_of_unit"),
        ("the second half of the week", "part_of_unit"),
        ("year-end", "part_of_unit"),
        ("next week", "this_unit"),
        ("that month", "this_unit"),
        ("the first half of 2021", "half"),
        ("the second quarter", "quarter"),
        ("third-quarter", "quarter"),
        ("Q3 2022", "quarter"),
        ("the first six months of 2021", "first_months"),
        ("this summer", "season"),
        ("the autumn of 2020", "season"),
        ("from Nov. 10 to 12", "range"),
        ("10-12 November", "range"),
        ("November 10–12, 2020", "range"),
        ("October 31 - November 1", "range"),
        ("between 3 and 5 May", "range"),
        ("September 5 and 6", "range"),
        ("September 5, 6 and 7", "range"),
        ("from August 5 through August 9", "range"),
        ("from January to March", "month_range"),
        ("late August and early September", "month_range"),
        ("from Monday to Friday", "weekday_range"),
        ("2022-2024", "year_range"),
        ("1998-99", "year_range"),
        ("the early 1990s", "decade"),
        ("the nineties", "decade"),
        ("the 20th century", "century"),
        ("nineteen ninety-six", "year"),
        ("the past two weeks", "window"),
        ("the coming weeks", "vague"),
        ("recent days", "vague"),
        ("10:30 GMT", "time"),
        ("8 a.m.", "time"),
        ("1500 GMT", "time"),
        ("two-day", "duration"),
        ("two and a half years", "duration"),
        ("every year", "recurrence"),
        ("annual", "recurrence"),
        ("now", "reference"),
        ("fiscal 2021", "fiscal"),
        ("Zapad-2021", "name_year"),
        ("Agenda 2030", "name_year"),
        ("Interaction-2025", "name_year"),
    ],
)
def test_words_are_one_expression_of_their_kind(words: str, kind: str) -> None:
    assert found(f"They met {words}, it said") == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers may meet.",
        "Theresa May said so.",
        "The March on Washington drew thousands.",
        "Protesters march on the capital.",
        "Some 2020 people came.",
        "The army sent 2000 soldiers and 1500 tonnes of aid.",
        "It cost $2020 and 1.5 million euros.",
        "The side won 2-1.",
        "Call 202-555-0147.",
        "The Council adopted resolution 1973.",
        "Room 2010 is on the second floor.",
        "She came second and he first.",
        "He is a 45-year-old lawyer, 45 years old.",
        "G20, C5+1 and COVID-19 were discussed.",
        "The fall of the city shook the alliance.",
        "A quarter of the members abstained.",
        "Growth was 10 percent.",
        "An early end to the late shift in part of the city.",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A month's name stands alone only where the words before say that it is a month.
        ("Prime Minister May spoke in May.", ["May"]),
        ("In March they march.", ["March"]),
        # A year in brackets after a resolution's number.
        ("Resolution 2254 (2015) was recalled.", ["2015"]),
        # "And" between days of one month is a range, between years it is not.
        ("in 2019 and 2021", ["2019", "2021"]),
        # The word that opens an interval is no part of the date.
        ("since 2001 and until 2025", ["2001", "2025"]),
        # "From today" counts from nothing: it begins today.
        ("The city hosts from today the meeting.", ["today"]),
        # A sentence's end parts two dates.
        ("It met in 2019. May 5 is a holiday.", ["2019", "May 5"]),
        ("a time stamp 2020-11-10T10:00:00Z", ["2020-11-10", "T10:00:00Z"]),
        ("on November 10\nand on 12 December", ["November 10", "12 December"]),
        ("the Nov. 10 meeting. In Nov. they met", ["Nov. 10", "Nov"]),
    ],
)
def test_neighbours_do_not_run_together(text: str, expected: list[str]) -> None:
    assert [words for words, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("since 2001", "since"),
        ("from January 1, 2024", "since"),
        ("until 2025", "until"),
        ("by June", "by"),
        ("in 2001", ""),
    ],
)
def test_the_word_before_tells_which_end_is_open(text: str, bound: str) -> None:
    assert [one.bound for one in find_expressions(text)] == [bound]


def test_offsets_count_code_points() -> None:
    text = "🕊️ «Мир» 和平: on November 10, 2020"
    assert found(text) == [("November 10, 2020", "day")]


def test_a_language_without_words_for_dates_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        find_expressions("on Tuesday", "tlh")


def test_a_long_text_without_blanks_is_read_once() -> None:
    text = "a2020b5/6/2021," * 20_000
    assert all(one.start < one.end for one in find_expressions(text))


@pytest.mark.parametrize("filler", [" ", "\n", "x", "9", "(", "the ", "from May 5 to ", "a week "])
def test_long_runs_of_one_thing_end(filler: str) -> None:
    text = f"on Tuesday {filler * 20_000} on May 5"
    assert len(find_expressions(text)) >= 1


PIECES = st.sampled_from(
    ["on", "from", "November", "10", "to", "12", ",", "2020", "-", "Tuesday", "the", "last", "week", "of", "May", "a", "year",
     "earlier", "early", "next", "month", "(", ")", ".", "and", "first", "half", "21st", "1990s", "'98", "10:30", "p.m.", "\n",
     "two", "days", "ago", "said", "Minsk", "в", "🙂", "May", "5/6/2020", "2020-11-10", "$5", "%", "’s"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_expressions_stand_in_order_inside_the_text_and_none_over_another(text: str) -> None:
    end = 0
    for one in find_expressions(text):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        end = one.end


@given(st.lists(PIECES, max_size=12).map("".join))
def test_words_run_together_break_nothing(text: str) -> None:
    assert all(text[one.start : one.end] for one in find_expressions(text))
