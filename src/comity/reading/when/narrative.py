"""Dates of a text in its order, each seen from the time last spoken of: "on May 3 … the day before … a year earlier"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from comity.model.when import When
from comity.reading.when.expression import Anchor, Expression
from comity.reading.when.grammar import find_expressions
from comity.reading.when.tense import resolve_in_text

# How long something is moves no story on.
LENGTHS = frozenset(("duration", "window", "hence", "vague"))
# Said of a quarter's figures, "a year ago" is the same quarter of the year before.
_COMPARED = frozenset(("ago", "from_focus", "the_unit", "same_period"))
_PERIODS = frozenset(("quarter", "half"))


class Told(msgspec.Struct, frozen=True):
    """An expression, the days it means, and the time last spoken of before it: in "on May 3 … the day before" May 2,
    seen from May 3."""

    expression: Expression
    when: When | None
    focus: When | None


def told_in(text: str, published: date | None, language: str = "en") -> Iterator[Told]:
    """Each expression of a text, by the publication day, the tense and the time last spoken of."""
    focus: When | None = None
    period: When | None = None
    for one in find_expressions(text, language):
        of_figures = period is not None and one.kind in _COMPARED and one.word("unit") in ("", "year", "quarter")
        when = resolve_in_text(text, one, Anchor(published, period if of_figures else focus), language)
        yield Told(one, when, focus)
        if when and when.lower and when.upper and one.kind not in LENGTHS:
            focus = when
            if one.kind in _PERIODS:
                period = when
