"""Which way the tense of a clause points its date."""

from __future__ import annotations

from datetime import date

import pytest

from comity.reading.when import Anchor, Direction, direction_of, find_expressions, resolve_in_text

PAST, FUTURE, NONE = Direction.PAST, Direction.FUTURE, Direction.NONE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on Monday.", PAST),
        ("The ministers will meet on Monday.", FUTURE),
        ("The summit is scheduled for Monday.", FUTURE),
        ("The summit is to be held from Monday.", FUTURE),
        ("The work is expected to be completed on Monday.", FUTURE),
        ("It announced on Monday that it will meet.", PAST),
        ("On Monday, the ministers will meet.", FUTURE),
        ("On Monday, the ministers signed a declaration.", PAST),
        ("The summit was put off to Monday.", FUTURE),
        ("It had been due to expire on Monday.", PAST),
        ("MINISTERS WILL MEET ON MONDAY", FUTURE),
        ("A summit on Monday.", NONE),
        # Neither a name nor a month is a verb.
        ("Thursday, May 7, on Monday, Mohamed", NONE),
        # The sentence before does not count.
        ("They will meet again. On Monday they met.", PAST),
    ],
)
def test_the_nearest_verb_of_the_clause_tells(text: str, expected: Direction) -> None:
    one = find_expressions(text)[-1]
    assert direction_of(text, one.start, one.end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on Monday.", "2020-11-09"),
        ("The ministers will meet on Monday.", "2020-11-16"),
        ("The heads of state met in December.", "2019-12"),
        ("It declared a dividend of five cents to all its holders of record on November 20.", "2020-11-20"),
        ("They met in September.", "2020-09"),
        ("They will meet in September.", "2021-09"),
        ("They met in September 2019.", "2019-09"),
    ],
)
def test_a_date_is_read_by_the_tense_unless_that_puts_it_a_year_away(text: str, expected: str) -> None:
    (one,) = find_expressions(text)
    when = resolve_in_text(text, one, Anchor(date(2020, 11, 12)))
    assert when is not None
    assert when.edtf == expected


def test_without_a_publication_day_the_tense_does_not_help() -> None:
    text = "They met on Monday."
    assert resolve_in_text(text, find_expressions(text)[0], Anchor(None)) is None
