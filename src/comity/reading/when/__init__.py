"""Dates in running text: finding them, and resolving them against the publication day and the tense."""

from comity.reading.when.expression import Anchor, Direction, Expression
from comity.reading.when.grammar import find_expressions
from comity.reading.when.narrative import Told, told_in
from comity.reading.when.ranges import ends_of
from comity.reading.when.resolving import resolve
from comity.reading.when.tense import direction_of, resolve_in_text

__all__ = [
    "Anchor",
    "Direction",
    "Expression",
    "Told",
    "direction_of",
    "ends_of",
    "find_expressions",
    "resolve",
    "resolve_in_text",
    "told_in",
]
