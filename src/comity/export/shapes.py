"""The JSON shapes of documents, records and events: one contract for commands, board and API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from comity.errors import DocumentError
from comity.model.document import Document
from comity.model.event import Event
from comity.model.judgement import Judgement
from comity.model.record import AnyRecord, Reading, record_id
from comity.store import Found

Shape = dict[str, Any]

_DOCUMENT = ("id", "source", "outlet", "origin", "published", "language", "title")
# These come last: a reader wants what is said before the words that say so.
_LAST = ("kind", "evidence", "rule")


def document_shape(document: Document) -> Shape:
    """Which report: `{"id", "source", "outlet", "origin", "published", "language", "title"}`."""
    return {name: msgspec.to_builtins(getattr(document, name)) for name in _DOCUMENT}


def record_shape(document: str, record: AnyRecord) -> Shape:
    """`{"kind", …fields of the record format…, "evidence": [{"start", "end", "quote"}], "id", "rule"}`."""
    told: Shape = msgspec.to_builtins(record)
    fields = {name: value for name, value in told.items() if name not in _LAST}
    return (
        {"kind": record.kind}
        | fields
        | {"evidence": told["evidence"], "id": record_id(document, record), "rule": record.rule}
    )


def reading_shape(document: Document, reading: Reading) -> Shape:
    """`{"document", "records", "unread"}`: one report and all that was read from it."""
    return {
        "document": document_shape(document),
        "records": [record_shape(document.id, record) for record in reading.records],
        "unread": msgspec.to_builtins(reading.unread),
    }


def refusal_shape(error: DocumentError) -> Shape:
    """`{"source", "line", "error"}`: one report that could not be read."""
    return {"source": error.source, "line": error.line, "error": error.why}


def event_shape(event: Event) -> Shape:
    """`{"id", "kind", "status", "level", "orgs", "guests", "date", "place", …, "reports", "origins", "history", …}`."""
    shape: Shape = msgspec.to_builtins(event)
    return shape


def judgement_shape(judgement: Judgement) -> Shape:
    """`{"id", "kind", "records", "field", "value", "by", "at", "why"}`; `value` as JSON, as an event has it."""
    told: Shape = msgspec.to_builtins(judgement)
    value = None if judgement.value is None else msgspec.json.decode(judgement.value)
    names = ("kind", "records", "field", "value", "by", "at", "why")
    return {"id": judgement.id} | {name: told[name] for name in names} | {"value": value}


def found_shape(found: Found) -> Shape:
    """`{"document", "title", "outlet", "published", "language", "snippet": {"start", "text", "marks"}, "rank"}`."""
    shape: Shape = msgspec.to_builtins(found)
    return shape


def shown_event_shape(
    event: Event, told: Iterable[tuple[Document, str, AnyRecord]], judgements: Iterable[Judgement] = ()
) -> Shape:
    """An event with each report's words and with the judgements that had a say in it.

    `"quotes": [{"document", "record", "status", "start", "end", "quote"}], "judgements": [...]`.
    """
    quotes = [
        {
            "document": document_shape(document),
            "record": record,
            "status": getattr(one, "status", None),
            **msgspec.to_builtins(words),
        }
        for document, record, one in told
        for words in one.evidence
    ]
    return event_shape(event) | {"quotes": quotes, "judgements": [judgement_shape(one) for one in judgements]}


def shown_record_shape(document: Document, record: AnyRecord, event: str | None) -> Shape:
    """A record with its report and the event that it went into."""
    return record_shape(document.id, record) | {"document": document_shape(document), "event": event}
