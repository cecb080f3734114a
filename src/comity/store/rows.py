"""Values to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.model.document import Document, digest
from comity.model.event import Event
from comity.model.record import (
    RECORD_TYPES,
    AnyRecord,
    ChairRecord,
    EventRecord,
    MembershipRecord,
    OutcomeRecord,
    Reading,
    Record,
    StatementRecord,
    TallyRecord,
    Unread,
    record_id,
)
from comity.model.when import When

Row = dict[str, Any]
Link = tuple[str, str]
"""A code and the role that it plays: ("CSTO", "guest")."""


def document_row(document: Document, reading: Reading, rules: str) -> Row:
    row = msgspec.structs.asdict(document)
    return row | {
        "digest": document_digest(document),
        "reading": reading_digest(document.id, reading),
        "rules": rules,
        "unread": msgspec.json.encode(reading.unread).decode(),
    }


def document_digest(document: Document) -> str:
    """What a reading depends on. Not where the document came from: a copy in another folder is the same report."""
    told = msgspec.structs.replace(document, source="")
    return digest("document", msgspec.json.encode(told).decode())


def reading_digest(document: str, reading: Reading) -> str:
    return digest(
        "reading",
        document,
        msgspec.json.encode([[one.kind, one] for one in reading.records]).decode(),
        str(reading.unread),
    )


def to_document(row: sa.Row[Any]) -> Document:
    names = Document.__struct_fields__
    return Document(**{name: row._mapping[name] for name in names})


def to_unread(text: str) -> tuple[Unread, ...]:
    return msgspec.json.decode(text, type=tuple[Unread, ...])


def record_row(document: str, position: int, record: AnyRecord) -> Row:
    date = _date(record)
    return {
        "id": record_id(document, record),
        "document": document,
        "position": position,
        "kind": record.kind,
        "status": getattr(record, "status", None),
        "level": getattr(record, "level", None),
        "date": date,
        **_days(date),
        "rule": record.rule,
        "content": msgspec.json.encode(record).decode(),
    }


def to_record(kind: str, content: str) -> AnyRecord:
    return msgspec.json.decode(content, type=RECORD_TYPES[kind])


def event_row(event: Event, root: str) -> Row:
    return {
        "id": event.id,
        "kind": event.kind,
        "status": event.status,
        "level": event.level,
        "date": event.date,
        **_days(event.date),
        "content": msgspec.json.encode(event).decode(),
        "root": root,
    }


def to_event(content: str) -> Event:
    return msgspec.json.decode(content, type=Event)


def evidence_rows(record: str, told: Record) -> Iterator[Row]:
    for position, one in enumerate(told.evidence):
        yield {"record": record, "position": position, "start": one.start, "end": one.end, "quote": one.quote}


def orgs_of(told: AnyRecord | Event) -> frozenset[Link]:
    """The organizations that a record or event is of, with their roles."""
    if isinstance(told, EventRecord | Event):
        return _links(told.orgs, "org") | _links(told.guests, "guest")
    if isinstance(told, OutcomeRecord):
        return _links(told.orgs, "org")
    if isinstance(told, MembershipRecord | ChairRecord | TallyRecord):
        return _links([told.org], "org")
    return frozenset()


def states_of(told: AnyRecord | Event) -> frozenset[Link]:
    """The states that a record or event names, with their roles."""
    if isinstance(told, EventRecord | Event):
        people = _links((one.state for one in told.persons), "person")
        hosts = _links([told.host], "host") | _links([told.place.country], "place")
        return (
            _links(told.participants, "participant")
            | _links(told.invited, "invited")
            | people
            | hosts
            | _chair(told.chair)
        )
    if isinstance(told, MembershipRecord):
        return _links([told.state], "member")
    if isinstance(told, ChairRecord):
        return _links([told.state], "chair")
    if isinstance(told, StatementRecord):
        return _links([told.state], "speaker")
    return frozenset()


def _chair(chair: str | None) -> frozenset[Link]:
    """A chair is a state's code or a person's name."""
    return _links([chair], "chair") if chair and len(chair) == 3 and chair.isupper() else frozenset()


def _links(codes: Iterable[str | None], role: str) -> frozenset[Link]:
    return frozenset((code, role) for code in codes if code)


def link_rows(owner: str, owner_id: str, column: str, links: Iterable[Link]) -> Iterator[Row]:
    for code, role in sorted(links):
        yield {owner: owner_id, column: code, "role": role}


def _date(record: AnyRecord) -> str | None:
    if isinstance(record, EventRecord | MembershipRecord):
        return record.date
    if isinstance(record, ChairRecord):
        return record.start
    return None


def _days(date: str | None) -> Row:
    when = When.parse(date) if date else None
    return {"first_day": when.lower if when else None, "day_after": when.upper if when else None}


def distinct(document: str, records: Sequence[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Records without those that say the same of the same words."""
    first: dict[str, AnyRecord] = {}
    for record in records:
        first.setdefault(record_id(document, record), record)
    return tuple(first.values())
