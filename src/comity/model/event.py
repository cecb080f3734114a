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


class Version(msgspec.Struct, frozen=True):
    """What some reports say of one field: "Moscow, says one origin, in reports A and B". `value` is as in the event."""

    value: str | int | tuple[str, ...] | Place | None
    documents: tuple[str, ...]
    origins: int


class Origin(msgspec.Struct, frozen=True):
    """Whose telling it is: Xinhua, of China, controlled by the state, in reports A and B, which it wrote or others reprint.

    `country` (alpha-3) and `control` (state, public, private, organization) are None where the catalogue does not say.
    """

    name: str
    country: str | None = None
    control: str | None = None
    documents: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The enlarged SCO defence ministers' meeting of September 2020, from four reports of three origins.

    Never edited by hand; folded again from its records. `origins` counts the independent ones: a reprint counts once.
    `versions` has, by field, all that reports say where they do not agree, the best supported first.
    `judged` are the ids of the judgements that had a say in it.
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
    origins: int = 0
    origin_details: tuple[Origin, ...] = ()
    history: tuple[Step, ...] = ()
    versions: dict[str, tuple[Version, ...]] = {}
    judged: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
