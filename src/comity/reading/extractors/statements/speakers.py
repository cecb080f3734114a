"""Who said it, as a report's words give it."""

from __future__ import annotations

import msgspec


class Speaker(msgspec.Struct, frozen=True):
    """Who said it: "Sergei Lebedev", CIS Executive Secretary. `start:end` are the words that say so."""

    name: str
    office: str | None
    state: str | None
    start: int
    end: int
    person: bool = False
