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


class Expression(msgspec.Struct, frozen=True):
    """`text[start:end]` speaks of a time. `kind` is the construction, `parts` its named words ("month": "November")."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]
