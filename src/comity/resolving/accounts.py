"""Tellings that say the same of when, where, who and how are one account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.model.document import digest
from comity.model.record import EventRecord
from comity.resolving.facets import parties_of
from comity.resolving.telling import Account, Telling

_MOST_DOCUMENTS = 64


def group_of(telling: Telling) -> str:
    """The id of the account that a telling belongs to."""
    record = telling.record
    # The presidents and the ministers of two states may meet on one day.
    named = {*parties_of(record), *(one.name for one in record.persons)} if _is_by_states(record) else ()
    undated = "" if record.date else _month(telling.report.published)
    return digest(
        "account",
        record.kind,
        record.status,
        record.level,
        "+".join(sorted(record.orgs)),
        "+".join(sorted(record.guests)),
        "+".join(sorted(named)),
        record.date or "",
        undated,
        record.moved_from or "",
        record.place.city or "",
        record.place.country or "",
        str(record.edition or ""),
        (record.series or "").casefold(),
    )


def account_of(tellings: Sequence[Telling]) -> Account:
    """What tellings of one group come to, whatever their order."""
    ordered = sorted(tellings, key=lambda one: one.id)
    published = [one.report.published for one in ordered if one.report.published]
    documents = sorted({one.report.id for one in ordered})
    return Account(
        id=group_of(ordered[0]),
        sample=ordered[0].record,
        documents=tuple(documents[:_MOST_DOCUMENTS]),
        voices=len({one.report.voice or one.report.id for one in ordered}),
        first=min(published, default=None),
        last=max(published, default=None),
    )


def _is_by_states(record: EventRecord) -> bool:
    return not record.orgs and not record.guests


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""
