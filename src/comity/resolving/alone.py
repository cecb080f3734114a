"""The simplest resolver: each telling is an event of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.model.document import digest
from comity.model.event import Event, Mention, Step
from comity.resolving.telling import Telling


class EachAlone:
    """Every telling is one event; nothing is ever taken for the same."""

    version = "each-alone-1"

    def group(self, telling: Telling) -> str:
        return telling.id

    def fold(self, tellings: Sequence[Telling]) -> Iterable[Event]:
        return [event_of(telling) for telling in tellings]


def event_of(telling: Telling) -> Event:
    """The event as one report tells it."""
    record, report = telling.record, telling.report
    published = report.published.isoformat() if report.published else None
    return Event(
        id=digest("event", telling.id),
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
        reports=tuple(Mention(report.id, one.start, one.end) for one in record.evidence),
        origins=(report.independent,),
        history=(Step(record.status, published, record.date, report.id),),
        records=(telling.id,),
    )
