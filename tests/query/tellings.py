"""Tellings and events built by hand, and an archive of events in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from comity.model.document import Evidence
from comity.model.event import Event
from comity.model.record import EventRecord, Place, StatementRecord
from comity.model.series import Edition
from comity.model.when import When
from comity.resolving import Report, Telling

WORDS = (Evidence(0, 40, "the summit will be held in St. Petersburg"),)


def told(day: str | None, status: str, when: str | None, *, words: str = WORDS[0].quote, **fields: Any) -> Telling:
    """A report of a day tells of an SCO summit: its status, and for when."""
    known = {"kind": "meeting", "level": "heads_of_state", "orgs": ("SCO",)} | fields
    record = EventRecord(status=status, date=when, evidence=(Evidence(0, len(words), words),), **known)
    name = f"{day}-{status}-{when}"
    return Telling(name, record, Report(name, published=date.fromisoformat(day) if day else None))


def event_of(*tellings: Telling, id: str = "event") -> Event:
    """What the tellings come to: the last of them that says it was held has the last word, else the last one."""
    held = [one for one in tellings if one.record.status in ("held", "ongoing")]
    last = (held or tellings)[-1].record
    names = ("kind", "status", "level", "orgs", "guests", "date", "place", "edition", "series", "participants")
    return Event(id=id, **{name: getattr(last, name) for name in names})


def said(speaker: str, state: str, *, stance: str = "announces", content: str = "", start: int = 0) -> StatementRecord:
    words = Evidence(start, start + 40, content or WORDS[0].quote)
    return StatementRecord(
        speaker=speaker, office="president", state=state, stance=stance, content=content, evidence=(words,)
    )


def place(city: str | None, country: str | None) -> Place:
    return Place(city, country)


class Memory:
    """What was held, as far as a test says."""

    def __init__(self, *events: Event, sessions: Sequence[Edition] = ()) -> None:
        self._events = events
        self._sessions = sessions

    def held(self, like: EventRecord | Event, *, since: date, until: date) -> Iterable[Event]:
        for event in self._events:
            when = When.parse(event.date) if event.date else None
            alike = (event.kind, event.level) == (like.kind, like.level) and event.status == "held"
            if alike and when and when.lower and when.upper and when.lower < until and when.upper > since:
                yield event

    def sessions(self, like: EventRecord | Event) -> Iterable[Edition]:
        return self._sessions
