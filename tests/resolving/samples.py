"""Small tellings, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from comity.model.document import Evidence
from comity.model.event import Event
from comity.model.record import EventRecord, Participant, Place, record_id
from comity.resolving import Following, Report, Telling
from comity.resolving.together import events_of

RESOLVER = Following()


def tell(
    document: str,
    published: str | None = "2020-09-05",
    *,
    orgs: Sequence[str] = ("SCO",),
    place: str | None = None,
    people: Sequence[tuple[str, str]] = (),
    outlet: str | None = None,
    **fields: Any,
) -> Telling:
    """A report that tells of a meeting of the SCO's defence ministers, unless something else is said."""
    city, _, country = (place or "").rpartition(",")
    fields = {"kind": "meeting", "status": "held", "level": "defence_ministers"} | fields
    record = EventRecord(
        evidence=(Evidence(0, 3, "met"),),
        orgs=tuple(orgs),
        place=Place(city or None, country or None),
        persons=tuple(Participant(name, None, state) for name, state in people),
        **fields,
    )
    day = date.fromisoformat(published) if published else None
    report = Report(document, source=document, outlet=outlet or document, published=day)
    return Telling(record_id(document, record), record, report)


def events(*tellings: Telling) -> list[Event]:
    return events_of(tellings, RESOLVER)


def parts(*tellings: Telling) -> list[set[str]]:
    """Which reports came together, the earliest event first."""
    found = sorted(events(*tellings), key=lambda event: min(event.records))
    order = {telling.id: at for at, telling in enumerate(tellings)}
    found.sort(key=lambda event: min(order[record] for record in event.records))
    return [{mention.document for mention in event.reports} for event in found]
