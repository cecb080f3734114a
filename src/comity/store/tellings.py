"""Records of events with the reports that they are from, as resolvers take them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.model.document import Document
from comity.model.record import EVENT_KINDS, EventRecord
from comity.resolving import Report, Telling
from comity.resolving.origins import first_voice
from comity.resolving.reprints import fingerprint
from comity.store.schema import documents, records

TELLINGS: sa.Select[Any] = sa.select(
    records.c.id,
    records.c.content,
    records.c.account,
    documents.c.id.label("document_id"),
    documents.c.source,
    documents.c.outlet,
    documents.c.origin,
    documents.c.published,
    documents.c.language,
    documents.c.title,
    documents.c.bands,
).join(documents, records.c.document == documents.c.id)
"""Of the records that tell of events, which are those that have an account; rejected ones have none."""

_WITHOUT_BANDS = TELLINGS.with_only_columns(*(one for one in TELLINGS.selected_columns if one.key != "bands"))
# So many records are asked for in one statement.
_TOGETHER = 500
IS_OF_EVENT = records.c.kind.in_(EVENT_KINDS)

_decode = msgspec.json.Decoder(EventRecord).decode


def telling_of(row: sa.Row[Any]) -> Telling:
    report = Report(row.document_id, row.source, row.outlet, row.origin, row.published, row.language, row.title)
    return Telling(row.id, _decode(row.content), report)


def tellings_of(connection: sa.Connection, found: Iterable[str]) -> dict[str, Telling]:
    """Those of these records, by the record's id; of others than events there are none."""
    left = iter(found)
    told: dict[str, Telling] = {}
    while part := list(islice(left, _TOGETHER)):
        query = _WITHOUT_BANDS.where(records.c.id.in_(part), IS_OF_EVENT)
        told |= {row.id: telling_of(row) for row in connection.execute(query)}
    return told


def report_of(document: Document) -> Report:
    one = document
    return Report(one.id, one.source, one.outlet, one.origin, one.published, one.language, one.title)


def voiced(rows: Sequence[sa.Row[Any]]) -> list[Telling]:
    """Tellings whose reports know whose telling they are: of texts that are nearly one, that of the first.

    Only reports of one event are compared: a copy tells of the same.
    """
    tellings = [telling_of(row) for row in rows]
    reports = {one.report.id: one.report for one in tellings}
    bands = {row.document_id: bands_in(row.bands) for row in rows}
    named: dict[str, Report] = {}
    for copies in _copies(bands):
        voice = first_voice(reports[one] for one in copies)
        named |= {one: msgspec.structs.replace(reports[one], voice=voice) for one in copies}
    return [Telling(one.id, one.record, named[one.report.id]) for one in tellings]


def bands_of(document: Document) -> bytes:
    """What copies of a report's text share a part of, as it is kept."""
    return _bands(document.text, document.body)


def fingerprint_all(connection: sa.Connection) -> None:
    """Takes the fingerprints of all reports that tell of events."""
    telling = sa.select(records.c.document).where(records.c.account.is_not(None))
    query = sa.select(documents.c.id, documents.c.text, documents.c.body).where(documents.c.id.in_(telling))
    update = sa.update(documents).where(documents.c.id == sa.bindparam("name")).values(bands=sa.bindparam("taken"))
    last = ""
    while batch := connection.execute(query.where(documents.c.id > last).order_by(documents.c.id).limit(500)).all():
        connection.execute(update, [{"name": row.id, "taken": _bands(row.text, row.body)} for row in batch])
        last = batch[-1].id


def bands_in(kept: bytes | None) -> Sequence[int]:
    return array("q", kept or b"")


def _bands(text: str, body: int) -> bytes:
    return array("q", fingerprint(text[body:])).tobytes()


def _copies(bands: Mapping[str, Sequence[int]]) -> Iterable[list[str]]:
    """Reports in groups, of which each has a band in common with another of its group."""
    above: dict[str, str] = {}
    first: dict[int, str] = {}
    for document, many in bands.items():
        for other in {first.setdefault(band, document) for band in many}:
            one, other = _top(document, above), _top(other, above)
            if one != other:
                above[one] = other
    groups: dict[str, list[str]] = defaultdict(list)
    for document in bands:
        groups[_top(document, above)].append(document)
    return groups.values()


def _top(document: str, above: Mapping[str, str]) -> str:
    while document in above:
        document = above[document]
    return document
