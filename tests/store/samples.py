"""The smallest reports and records that a store can keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from comity.model.document import Document
from comity.model.record import EventRecord, MembershipRecord
from comity.resolving import Account, Following, Link, Telling

TEXT = "They met in Moscow, and Belarus joined the SCO."


def document(id: str, *, text: str = TEXT, **fields: Any) -> Document:
    return Document(id, f"{id}.txt", text, **({"language": "en"} | fields))


def meeting(told: Document, **fields: Any) -> EventRecord:
    plain: dict[str, Any] = {"kind": "meeting", "status": "held", "level": "defence_ministers"}
    return EventRecord(evidence=(told.quote(0, 10),), rule="sample", **(plain | fields))


def membership(told: Document, state: str) -> MembershipRecord:
    return MembershipRecord(evidence=(told.quote(20, 46),), org="SCO", state=state, status="member", change="accession")


class EachAlone(Following):
    """Each record is an event: enough where folding does not matter."""

    version = "each-alone"

    def group(self, telling: Telling) -> str:
        return telling.id

    def lean(self, accounts: Sequence[Account]) -> Mapping[str, Link]:
        return {}
