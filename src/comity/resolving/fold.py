"""Tellings of one event become the event: each field as best supported, with all that is told where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from comity.model.document import digest
from comity.model.event import Event, Mention, Version
from comity.model.record import EventRecord
from comity.resolving.claims import Claim, best, claims_of, versions_of
from comity.resolving.dating import best_date, date_claims
from comity.resolving.gathering import chair_of, format_key, organizations_of, people_of, states_of
from comity.resolving.origins import origins_of
from comity.resolving.path import final_status, history
from comity.resolving.placing import best_mode, best_place, mode_claims, place_claims
from comity.resolving.telling import Telling

# Fields with one value each, of which what most voices say is taken.
_PLAIN: dict[str, Callable[[EventRecord], str | int | None]] = {
    "kind": lambda record: record.kind,
    "level": lambda record: record.level,
    "host": lambda record: record.host,
    "edition": lambda record: record.edition,
    "series": lambda record: record.series,
    "body": lambda record: record.body,
}


def fold(tellings: Sequence[Telling]) -> Event:
    """The event that they all tell of, whatever their order; a telling given twice counts once."""
    ordered = sorted({one.id: one for one in tellings}.values(), key=_place)
    day = best_date(ordered)
    mode = best_mode(ordered, day)
    orgs, guests = organizations_of(ordered)
    came = states_of(ordered, lambda one: one.record.participants)
    awaited = states_of(ordered, lambda one: one.record.invited)
    origins = origins_of(ordered)
    event = Event(
        id=event_id(ordered[0].id),
        status=final_status(ordered),
        orgs=orgs,
        guests=guests,
        date=day,
        place=best_place(ordered, day, mode),
        mode=mode,
        chair=chair_of(ordered),
        participants=came,
        invited=tuple(one for one in awaited if one not in came),
        persons=people_of(ordered),
        reports=tuple(
            dict.fromkeys(Mention(one.report.id, e.start, e.end) for one in ordered for e in one.record.evidence)
        ),
        origins=len(origins),
        origin_details=origins,
        history=history(ordered, day),
        records=tuple(one.id for one in ordered),
        **_plain_fields(ordered),
    )
    return _with_versions(event, ordered)


def event_id(record: str) -> str:
    """The id of an event whose earliest telling is this record."""
    return digest("event", record)


def _place(telling: Telling) -> tuple[date, str]:
    return telling.report.published or date.max, telling.id


def _plain_fields(tellings: Sequence[Telling]) -> dict[str, Any]:
    return {field: best(claims_of(tellings, _asking(ask))) for field, ask in _PLAIN.items()}


def _asking(ask: Callable[[EventRecord], str | int | None]) -> Callable[[Telling], str | int | None]:
    return lambda telling: ask(telling.record)


def _with_versions(event: Event, tellings: Sequence[Telling]) -> Event:
    return msgspec.structs.replace(event, versions=dict(_versions(event, tellings)))


def _versions(event: Event, tellings: Sequence[Telling]) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """By field, all that reports say where they do not agree."""
    found = {
        "date": versions_of(date_claims(tellings), event.date, str),
        "place": versions_of(place_claims(tellings), event.place, lambda place: place),
        "mode": versions_of(mode_claims(tellings), event.mode, str),
        "chair": versions_of(claims_of(tellings, lambda one: one.record.chair), event.chair, str),
        "status": versions_of(claims_of(tellings, lambda one: one.record.status), event.status, str),
        "orgs": versions_of(
            claims_of(tellings, lambda one: _everyone(one.record)), _everyone(event), lambda orgs: orgs
        ),
    }
    for field, ask in _PLAIN.items():
        claims: list[Claim[str | int]] = claims_of(tellings, _asking(ask))
        found[field] = versions_of(claims, getattr(event, field), _as_is)
    yield from ((field, versions) for field, versions in found.items() if versions)


def _as_is(value: str | int) -> str | int:
    return value


def _everyone(told: EventRecord | Event) -> tuple[str, ...] | None:
    """Hosts and guests in one order, so that only who is named makes a difference."""
    return tuple(sorted(map(format_key, (*told.orgs, *told.guests)))) or None
