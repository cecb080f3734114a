"""Patterns over sorts of words instead of letters: `weekday comma? month day` is one, and reads as it is written.

A text is turned into a string with one private sign for each word, by its sort; a pattern over sorts becomes an
ordinary regular expression over these signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# Sorts that the text's shape gives; the others come from a language's data file.
SHAPES = (
    "word", "cap", "comma", "dot", "hyphen", "dash", "open", "close", "slash", "apostrophe", "stop", "other",
    "iso", "numeric", "clock", "decade", "nth", "quarter_number", "half_number", "ampm", "day", "count", "year", "short_year",
)  # fmt: skip
WORDS = (
    "month", "doubtful_month", "short_month", "weekday", "short_weekday", "number", "hundred", "article", "vague", "recent",
    "ordinal", "day_unit", "week_unit", "month_unit", "quarter_unit", "year_unit", "unit", "units", "century", "old", "half",
    "season", "doubtful_season", "decade_word", "today", "tonight", "this", "past", "that", "eve", "ago", "earlier", "later",
    "time_word", "hence", "part", "end", "midyear", "daypart", "point", "zone", "the", "of", "in", "during", "on", "by",
    "before", "after", "since", "until", "about", "at", "from", "between", "to", "and", "or", "every", "all", "fiscal",
    "counted", "numbered", "named", "recurring", "reference",
)  # fmt: skip
SIGNS: dict[str, str] = {sort: chr(0xE000 + number) for number, sort in enumerate((*SHAPES, *WORDS))}
SORTS: dict[str, str] = {sign: sort for sort, sign in SIGNS.items()}

_NAME = re.compile(r"[A-Z]+(?:_[A-Z]+)*|[a-z]+(?:_[a-z]+)*")
_GROUP = re.compile(r"\((?!\?)")


def expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with every name in capitals replaced by what it stands for, over and over."""
    while (whole := re.sub(r"[A-Z]+(?:_[A-Z]+)*", lambda name: f"({macros[name[0]]})", pattern)) != pattern:
        pattern = whole
    return pattern


def compiled(
    constructions: Iterable[tuple[str, str]], macros: Mapping[str, str]
) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One expression that finds them all, the first that fits at a place; group n is of the n-th of the kinds returned."""
    parts, kinds = [], []
    for kind, pattern in constructions:
        plain = _NAME.sub(lambda name: SIGNS[name[0]], expanded(pattern, macros))
        parts.append(f"({_GROUP.sub('(?:', ''.join(plain.split()))})")
        kinds.append(kind)
    return re.compile("|".join(parts)), tuple(kinds)
