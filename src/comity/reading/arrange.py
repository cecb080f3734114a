"""What was read, in the order of the report's words."""

from __future__ import annotations

from comity.model.document import Document
from comity.model.record import AnyRecord, Reading, Unread, record_id


def arranged(document: Document, reading: Reading) -> Reading:
    """Records and unread words by where they stand; of records that say the same of the same words, the first."""
    first: dict[str, AnyRecord] = {}
    for record in sorted(reading.records, key=_place):
        first.setdefault(record_id(document.id, record), record)
    return Reading(tuple(first.values()), tuple(sorted(reading.unread, key=_start)))


def _place(record: AnyRecord) -> tuple[int, int]:
    """Records without words come last."""
    return min(((one.start, one.end) for one in record.evidence), default=(1 << 62, 0))


def _start(unread: Unread) -> tuple[int, int]:
    return unread.start, unread.end
