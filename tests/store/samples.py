"""The smallest reports and records that a store can keep."""

from __future__ import annotations

from datetime import date
from typing import Any

from comity.model.document import Document
from comity.model.record import EventRecord, MembershipRecord

TEXT = "They met in Moscow, and Belarus joined the SCO."


def document(id: str, *, published: date | None = None, origin: str | None = None) -> Document:
    return Document(id, f"{id}.txt", TEXT, published=published, origin=origin, language="en")


def meeting(told: Document, **fields: Any) -> EventRecord:
    plain: dict[str, Any] = {"kind": "meeting", "status": "held", "level": "defence_ministers"}
    return EventRecord(evidence=(told.quote(0, 10),), rule="sample", **(plain | fields))


def membership(told: Document, state: str) -> MembershipRecord:
    return MembershipRecord(evidence=(told.quote(20, 46),), org="SCO", state=state, status="member", change="accession")
