"""Tellings of one event become the event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.model.document import digest
from comity.model.event import Event, Mention, Step
from comity.resolving.telling import Telling


def fold(tellings: Sequence[Telling]) -> Event:
    """The event that they all tell of, whatever their order."""
    ordered = sorted(tellings, key=_place)
    first = ordered[0]
    record = first.record
    return Event(
        id=event_id(first.id),
        kind=record.kind,
        status=record.status,
        level=record.level,
        orgs=record.orgs,
        guests=record.guests,
        date=record.date,
        place=record.place,
        mode=record.mode,
        participants=record.participants,
        invited=record.invited,
        persons=record.persons,
        chair=record.chair,
        host=record.host,
        edition=record.edition,
        series=record.series,
        body=record.body,
        reports=tuple(Mention(one.report.id, e.start, e.end) for one in ordered for e in one.record.evidence),
        origins=len({one.report.voice or one.report.id for one in ordered}),
        history=tuple(Step(one.record.status, _day(one), one.record.date, one.report.id) for one in ordered),
        records=tuple(one.id for one in ordered),
    )


def event_id(record: str) -> str:
    """The id of an event whose earliest telling is this record."""
    return digest("event", record)


def _place(telling: Telling) -> tuple[date, str]:
    return telling.report.published or date.max, telling.id


def _day(telling: Telling) -> str | None:
    return telling.report.published.isoformat() if telling.report.published else None
