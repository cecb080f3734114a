"""What the records of many reports come to."""

from __future__ import annotations

import msgspec

from comity.model.record import Participant, Place


class Mention(msgspec.Struct, frozen=True):
    """The words of one report about an event: document id and the quote's place in its text."""

    document: str
    start: int
    end: int


class Step(msgspec.Struct, frozen=True):
    """One step of an event's path: which status, as of which day, for which date, by which report."""

    status: str
    as_of: str | None
    date: str | None
    document: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The enlarged SCO defence ministers' meeting of September 2020, from four reports of three origins.

    Never edited by hand; folded again from its records. `origins` are the independent ones: a reprint counts once.
    """

    id: str
    kind: str
    status: str
    level: str
    orgs: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    date: str | None = None
    place: Place = Place()
    mode: str = "unknown"
    participants: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    persons: tuple[Participant, ...] = ()
    chair: str | None = None
    host: str | None = None
    edition: int | None = None
    series: str | None = None
    body: str | None = None
    reports: tuple[Mention, ...] = ()
    origins: tuple[str, ...] = ()
    history: tuple[Step, ...] = ()
    records: tuple[str, ...] = ()
