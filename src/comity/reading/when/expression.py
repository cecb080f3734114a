"""A date as the text writes it, before it is known which days are meant."""

from __future__ import annotations

from datetime import date
from enum import Enum

import msgspec

from comity.model.when import When


class Direction(Enum):
    """Which way the tense of the clause points a date that leaves it open."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class Anchor(msgspec.Struct, frozen=True):
    """What relative dates count from: the publication day, and the day last spoken of ("the day before")."""

    published: date | None
    focus: When | None = None


class Part(msgspec.Struct, frozen=True, gc=False):
    """One word of an expression and what it is worth: in "early November" the part "early" and the month 11."""

    name: str
    value: int | str


class Expression(msgspec.Struct, frozen=True, gc=False):
    """`text[start:end]` speaks of a time: "Tuesday, November 10" is a `day` made of a weekday, a month and a day.

    `kind` is the construction. `bound` is "since", "until" or "by" where such a word stands before; it is not in the
    span.
    """

    start: int
    end: int
    kind: str
    parts: tuple[Part, ...] = ()
    bound: str = ""

    def first(self, *names: str) -> int | str | None:
        """The value of the first part of that name."""
        return next((part.value for part in self.parts if part.name in names), None)

    def number(self, *names: str) -> int | None:
        """The first part of that name as a number."""
        value = self.first(*names)
        return value if isinstance(value, int) else None

    def word(self, *names: str) -> str:
        """The first part of that name as a word; empty where there is none."""
        value = self.first(*names)
        return value if isinstance(value, str) else ""

    def numbers(self, *names: str) -> tuple[int, ...]:
        """All parts of that name as numbers, in the order of the text."""
        return tuple(part.value for part in self.parts if part.name in names and isinstance(part.value, int))

    def words(self, *names: str) -> tuple[str, ...]:
        """All parts of that name as words, in the order of the text."""
        return tuple(part.value for part in self.parts if part.name in names and isinstance(part.value, str))
