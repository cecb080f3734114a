"""What is told and when it is to be do not always agree once a report has been read whole; the day decides."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from comity.model.record import EventRecord
from comity.model.when import When

_SINCE = re.compile(r"\bsince\s+(?:[A-Z]|yesterday|last|\d)")


def in_its_time(record: EventRecord, published: date | None) -> EventRecord:
    """What is dated after the report is still to come; what was announced for a day long past was held."""
    if record.date is None or published is None or record.kind == "visit":
        return record
    when = When.parse(record.date)
    if record.status == "held" and when.after(published):
        return msgspec.structs.replace(
            record, status="scheduled", participants=(), invited=_union(record.invited, record.participants)
        )
    if record.status == "ongoing" and any(_SINCE.search(one.quote) for one in record.evidence):
        return record  # "have been meeting since Monday": the day is the first of them
    if record.status in ("scheduled", "ongoing") and when.before(published) and record.moved_from is None:
        return msgspec.structs.replace(
            record, status="held", participants=_union(record.participants, record.invited), invited=()
        )
    return record


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
