"""Patterns over sorts of words."""

from __future__ import annotations

import pytest

from comity.reading.when.constructions import CONSTRUCTIONS, MACROS
from comity.reading.when.notation import SIGNS, Grammar, expanded, first_sorts


def signs(*sorts: str) -> str:
    return "".join(SIGNS[sort] for sort in sorts)


def test_macros_are_replaced_over_and_over() -> None:
    assert expanded("A day", {"A": "B?", "B": "month"}) == "((month)?) day"


@pytest.mark.parametrize(
    ("pattern", "sorts"),
    [
        ("month day", {"month"}),
        ("the? month day", {"the", "month"}),
        ("(weekday comma?)? (month | nth) day", {"weekday", "month", "nth"}),
        ("(the? this)* unit", {"the", "this", "unit"}),
        ("(?<= in | by) month", {"month"}),
        ("month | year? day", {"month", "year", "day"}),
    ],
)
def test_first_sorts_are_those_that_a_match_can_begin_with(pattern: str, sorts: set[str]) -> None:
    assert first_sorts(pattern) == sorts


def test_the_first_construction_that_fits_wins() -> None:
    grammar = Grammar((("long", "month day year"), ("short", "month day?")), {})
    text = signs("word", "month", "day", "year", "month", "word", "month", "day")
    assert list(grammar.found(text)) == [("long", 1, 4), ("short", 4, 5), ("short", 6, 8)]


@pytest.mark.parametrize(
    ("kind", "pattern"), CONSTRUCTIONS, ids=[f"{kind}-{place}" for place, (kind, _) in enumerate(CONSTRUCTIONS)]
)
def test_no_construction_is_empty(kind: str, pattern: str) -> None:
    grammar = Grammar(((kind, pattern),), MACROS)
    assert list(grammar.found("")) == []
    assert first_sorts(expanded(pattern, MACROS)) <= set(SIGNS)


@pytest.mark.parametrize("pattern", [pattern for _, pattern in CONSTRUCTIONS])
def test_no_construction_repeats_without_bound(pattern: str) -> None:
    assert "*" not in expanded(pattern, MACROS)


def test_a_long_row_of_signs_is_read_as_a_short_one() -> None:
    grammar = Grammar((("day", "month day"),), {})
    row = signs("word", "month", "day")
    assert [one[1] for one in grammar.found(row * 30)] == [3 * number + 1 for number in range(30)]
