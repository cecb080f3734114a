"""Dates found in running text."""

from __future__ import annotations

from functools import lru_cache

from comity.reading.when.constructions import BY_LANGUAGE, CONSTRUCTIONS, MACROS
from comity.reading.when.expression import Expression, Part
from comity.reading.when.notation import SIGNS, SORTS, Grammar
from comity.reading.when.tokens import Token, stretches

# The name that a part bears, where it is not the sort's own.
_PARTS = {
    "doubtful_month": "month", "short_month": "month", "short_weekday": "weekday", "doubtful_season": "season",
    "day_unit": "unit", "week_unit": "unit", "month_unit": "unit", "quarter_unit": "unit", "year_unit": "unit", "units": "unit", "quarters": "unit",
    "century": "unit", "short_year": "year", "past": "this", "hundred": "number", "article": "number",
}  # fmt: skip
# Sorts that only hold an expression together.
_SILENT = frozenset(
    (
        "the",
        "comma",
        "dot",
        "open",
        "close",
        "apostrophe",
        "of",
        "at",
        "on",
        "in",
        "about",
        "word",
        "cap",
        "acronym",
        "measure",
    )
)
_NAMES: dict[str, str] = {sign: _PARTS.get(sort, sort) for sign, sort in SORTS.items() if sort not in _SILENT}
_DOT = SIGNS["dot"]
_SINCE = frozenset(SIGNS[sort] for sort in ("since", "from"))
_BY, _UNTIL, _THROUGH = SIGNS["by"], SIGNS["until"], "through"
# Read so that they are not misread.
_DROPPED = frozenset(("age", "fraction", "name"))


@lru_cache(maxsize=8)
def _grammar(language: str) -> Grammar:
    return Grammar(BY_LANGUAGE.get(language, CONSTRUCTIONS), MACROS)


def find_expressions(text: str, language: str = "en") -> tuple[Expression, ...]:
    """The dates, times, durations and the like in a text, in its order, none over another.

    Offsets count code points. Raises UnknownNameError for a language without cues.
    """
    grammar = _grammar(language)
    found: list[Expression] = []
    for signs, tokens in stretches(text, language):
        for kind, first, last in grammar.found(signs):
            if kind not in _DROPPED:
                found.append(_expression(kind, tokens, first, last))
    return tuple(found)


def _expression(kind: str, tokens: list[Token], first: int, last: int) -> Expression:
    if tokens[last - 1][0] == _DOT:
        last -= 1
    parts = tuple([Part(_NAMES[sign], value) for sign, value, _, _ in tokens[first:last] if sign in _NAMES])
    return Expression(
        tokens[first][2], tokens[last - 1][3], kind, parts, _bound(*tokens[first - 1][:2]) if first else ""
    )


def _bound(sign: str, value: int | str) -> str:
    if sign in _SINCE:
        return "since"
    if sign == _UNTIL or value == _THROUGH:
        return "until"
    return "by" if sign == _BY else ""
