"""The links inside events: which records were taken for one event, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.resolving import Link
from comity.store.rulings import Rulings
from comity.store.schema import accounts, events, records
from comity.store.stale import parts

_BATCH = 200

_LEANING: sa.Select[Any] = (
    sa.select(accounts.c.id, accounts.c.leans_on, accounts.c.sure, accounts.c.because, events.c.id.label("event"))
    .join(events, events.c.root == accounts.c.root)
    .where(accounts.c.leans_on.is_not(None))
)


class Doubtful(msgspec.Struct, frozen=True):
    """Records A and B were taken for the event that record C tells of, 0.6 sure: same organizations, same month.

    `link` tells of the accounts, `records` are those of the one that leans and `on_records` those of the other. A merge
    of the two sides, a `split` of either, or `keep` with a record of each settles it.
    """

    event: str
    link: Link
    records: tuple[str, ...]
    on_records: tuple[str, ...]


def of_event(connection: sa.Connection, event: str) -> list[Doubtful]:
    """The links inside an event, the least sure first."""
    query = _LEANING.where(events.c.id == event).order_by(accounts.c.sure, accounts.c.id)
    return list(_doubtful(connection, connection.execute(query).all()))


def doubtful(connection: sa.Connection, rulings: Rulings, *, below: float, limit: int) -> list[Doubtful]:
    """The least sure links of all, without those that a person has settled."""
    found: list[Doubtful] = []
    query = _LEANING.where(accounts.c.sure < below).order_by(accounts.c.sure, accounts.c.id).limit(_BATCH)
    start = 0
    while len(found) < limit and (batch := connection.execute(query.offset(start)).all()):
        found += [one for one in _doubtful(connection, batch) if not rulings.settles(one.records, one.on_records)]
        start += _BATCH
    return found[:limit]


def _doubtful(connection: sa.Connection, rows: Sequence[sa.Row[Any]]) -> Iterator[Doubtful]:
    told = _records(connection, {side for row in rows for side in (row.id, row.leans_on)})
    for row in rows:
        link = Link(row.id, row.leans_on, row.sure, row.because)
        yield Doubtful(row.event, link, told[row.id], told[row.leans_on])


def _records(connection: sa.Connection, named: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for part in parts(sorted(named)):
        query = sa.select(records.c.id, records.c.account).where(records.c.account.in_(part)).order_by(records.c.id)
        for row in connection.execute(query):
            found[row.account] += (row.id,)
    return found
