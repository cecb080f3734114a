"""Patterns over sorts of words instead of letters: `weekday comma? month day` is one, and reads as it is written.

A text is turned into a string with one private sign for each word, by its sort; a pattern over sorts becomes an
ordinary regular expression over these signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

# Sorts that the text's shape gives; the others come from a language's data file.
SHAPES = (
    "word", "cap", "acronym", "comma", "dot", "hyphen", "dash", "open", "close", "slash", "apostrophe", "stop", "other",
    "iso", "numeric", "clock", "decade", "nth", "quarter_number", "half_number", "ampm", "day", "count", "year", "short_year",
)  # fmt: skip
WORDS = (
    "month", "doubtful_month", "short_month", "weekday", "short_weekday", "number", "hundred", "article", "vague", "recent",
    "ordinal", "day_unit", "week_unit", "month_unit", "quarter_unit", "year_unit", "unit", "units", "quarters", "measure", "century", "old", "half",
    "season", "doubtful_season", "decade_word", "today", "tonight", "this", "past", "that", "eve", "ago", "earlier", "later",
    "time_word", "hence", "part", "end", "beginning", "ending", "midyear", "daypart", "point", "zone", "the", "of", "in", "during", "on", "by",
    "before", "after", "since", "until", "about", "at", "from", "between", "to", "and", "or", "every", "all", "fiscal",
    "counted", "numbered", "named", "recurring", "reference", "period",
    "weekdays", "nickname", "paper", "holiday",
)  # fmt: skip
SIGNS: dict[str, str] = {sort: chr(0xE000 + number) for number, sort in enumerate((*SHAPES, *WORDS))}
SORTS: dict[str, str] = {sign: sort for sort, sign in SIGNS.items()}

_NAME = re.compile(r"[A-Z]+(?:_[A-Z]+)*|[a-z]+(?:_[a-z]+)*")
_PIECE = re.compile(r"[a-z_]+|\(\?<?[=!]|[()|?*$]")
_GROUP = re.compile(r"\((?!\?)")
# Rows of signs up to this length are kept with what was found in them.
_KEPT = 60


def expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with every name in capitals replaced by what it stands for, over and over."""
    while (whole := re.sub(r"[A-Z]+(?:_[A-Z]+)*", lambda name: f"({macros[name[0]]})", pattern)) != pattern:
        pattern = whole
    return pattern


class Grammar:
    """Constructions as expressions over signs, one for each sign that any of them can begin with."""

    def __init__(self, constructions: Iterable[tuple[str, str]], macros: Mapping[str, str]) -> None:
        starting: dict[str, list[tuple[str, str]]] = {}
        for kind, pattern in constructions:
            plain = expanded(pattern, macros)
            signs = "".join(_NAME.sub(lambda name: SIGNS[name[0]], plain).split())
            for sort in first_sorts(plain):
                starting.setdefault(SIGNS[sort], []).append((kind, _GROUP.sub("(?:", signs)))
        self._kinds = {sign: tuple(kind for kind, _ in found) for sign, found in starting.items()}
        self._patterns = {
            sign: re.compile("|".join(f"({one})" for _, one in found)) for sign, found in starting.items()
        }

        # Dates are written in few ways: the same short row of signs comes again and again.
        self._found_before = lru_cache(maxsize=4096)(self._found)

    def found(self, signs: str) -> tuple[tuple[str, int, int], ...]:
        """Kind, start and end of each construction, none over another; of those that fit at a place the first."""
        return self._found_before(signs) if len(signs) <= _KEPT else self._found(signs)

    def _found(self, signs: str) -> tuple[tuple[str, int, int], ...]:
        found, position, patterns = [], 0, self._patterns
        while position < len(signs):
            sign = signs[position]
            match = patterns[sign].match(signs, position) if sign in patterns else None
            if match is None:
                position += 1
                continue
            found.append((self._kinds[sign][(match.lastindex or 1) - 1], position, match.end()))
            position = match.end()
        return tuple(found)


def first_sorts(pattern: str) -> frozenset[str]:
    """The sorts that a match of the pattern can begin with."""
    pieces = _PIECE.findall(pattern)
    sorts, _, rest = _first_of_choice(pieces)
    assert not rest
    return frozenset(sorts)


def _first_of_choice(pieces: list[str]) -> tuple[set[str], bool, list[str]]:
    """First sorts up to the closing parenthesis, whether it can be empty, and the pieces that follow."""
    sorts: set[str] = set()
    empty = False
    while True:
        more, can_be_empty, pieces = _first_of_sequence(pieces)
        sorts |= more
        empty = empty or can_be_empty
        if pieces[:1] != ["|"]:
            return sorts, empty, pieces
        pieces = pieces[1:]


def _first_of_sequence(pieces: list[str]) -> tuple[set[str], bool, list[str]]:
    sorts: set[str] = set()
    empty = True
    while pieces and pieces[0] not in ("|", ")"):
        piece, pieces = pieces[0], pieces[1:]
        if piece.startswith("("):
            more, can_be_empty, pieces = _first_of_choice(pieces)
            pieces = pieces[1:]
            if piece != "(":
                continue
        else:
            more, can_be_empty = ({piece} if piece != "$" else set()), False
        if pieces[:1] in (["?"], ["*"]):
            can_be_empty, pieces = True, pieces[1:]
        sorts |= more if empty else set()
        empty = empty and can_be_empty
    return sorts, empty, pieces
