"""Judgements are kept, and what they change is noted for the next folding."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from comity.errors import UsageError
from comity.model.judgement import Judgement
from comity.resolving import Resolver
from comity.store.rulings import Rulings, check
from comity.store.schema import event_records, events, judgement_records, judgements, records
from comity.store.stale import mark_accounts, mark_roots, parts
from comity.store.tellings import IS_OF_EVENT, TELLINGS, telling_of


class Docket:
    """The rulings of one database, read again when there are new judgements: they are only ever added to."""

    def __init__(self) -> None:
        self._count = 0
        self._rulings = Rulings()

    def rulings(self, connection: sa.Connection) -> Rulings:
        count = connection.scalar(sa.select(sa.func.count()).select_from(judgements)) or 0
        if count != self._count:
            self._rulings = Rulings(every(connection))
            self._count = count
        return self._rulings


def every(connection: sa.Connection) -> list[Judgement]:
    """All judgements, in the order in which they were made."""
    query = sa.select(judgements.c.content).order_by(judgements.c.at, judgements.c.id)
    return [msgspec.json.decode(content, type=Judgement) for content in connection.scalars(query)]


def judge(connection: sa.Connection, judgement: Judgement, resolver: Resolver) -> None:
    """Keeps a judgement; once more, it changes nothing. Raises UsageError for one that cannot be followed."""
    check(judgement)
    _check_records(connection, judgement.records)
    if connection.scalar(sa.select(judgements.c.id).where(judgements.c.id == judgement.id)):
        return
    content = msgspec.json.encode(judgement).decode()
    row = {"id": judgement.id, "at": judgement.at.isoformat(), "content": content}
    connection.execute(sa.insert(judgements), [row])
    named = [{"judgement": judgement.id, "record": record} for record in sorted(set(judgement.records))]
    connection.execute(sa.insert(judgement_records), named)
    place(connection, resolver, Rulings(every(connection)), judgement.records)


def place(connection: sa.Connection, resolver: Resolver, rulings: Rulings, named: Iterable[str]) -> None:
    """Puts records into the accounts that are theirs now, and notes all that this may change."""
    for part in parts(named):
        for row in connection.execute(TELLINGS.where(records.c.id.in_(part), IS_OF_EVENT)).all():
            now = rulings.account_of(row.id, resolver.group(telling_of(row)))
            mark_accounts(connection, (row.account, now))
            if now != row.account:
                connection.execute(sa.update(records).where(records.c.id == row.id).values(account=now))
        query = sa.select(events.c.root).join(event_records).where(event_records.c.record.in_(part))
        mark_roots(connection, connection.scalars(query))


def _check_records(connection: sa.Connection, named: Iterable[str]) -> None:
    for part in parts(named):
        known = set(connection.scalars(sa.select(records.c.id).where(records.c.id.in_(part))))
        if missing := [one for one in part if one not in known]:
            raise UsageError(f"no record has the id {missing[0]!r}; `comity show EVENT` lists the records of an event")
