"""What was known on a day: events from reports published on it or before, kept nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.model.event import Event
from comity.resolving import Account, Resolver
from comity.store.clusters import roots_of
from comity.store.connect import read_transaction
from comity.store.judging import Docket
from comity.store.schema import documents, records
from comity.store.stale import parts
from comity.store.tellings import TELLINGS, voiced

_BATCH = 500


def is_all_known(engine: sa.Engine, day: date) -> bool:
    """Whether all reports of events were published by then: what is kept is what was known."""
    query = (
        sa.select(records.c.id)
        .join(documents, documents.c.id == records.c.document)
        .where(records.c.account.is_not(None), sa.or_(documents.c.published > day, documents.c.published.is_(None)))
    )
    with read_transaction(engine) as connection:
        return connection.execute(query.limit(1)).first() is None


def events_known(engine: sa.Engine, resolver: Resolver, docket: Docket, day: date) -> Iterator[Event]:
    """The events as they were known on a day, with the judgements of today."""
    with read_transaction(engine) as connection:
        rulings = docket.rulings(connection)
    known: dict[str, Account] = {}
    home: dict[str, str] = {}
    for account, rows in _groups(engine, day):
        known[account] = msgspec.structs.replace(resolver.account(voiced(rows)), id=account)
        home |= {row.id: account for row in rows if rulings.naming([row.id])}
    links = resolver.lean([account for name, account in known.items() if name not in rulings.apart])
    joined = [{home[record] for record in merge if record in home} for merge in rulings.merges]
    clusters: dict[str, list[str]] = defaultdict(list)
    for account, root in roots_of({one: links[one].on if one in links else None for one in known}, joined).items():
        clusters[root].append(account)
    for members in clusters.values():
        yield rulings.applied(resolver.fold(voiced(_rows(engine, members, day))))


def _groups(engine: sa.Engine, day: date) -> Iterator[tuple[str, list[sa.Row[Any]]]]:
    """Accounts with their tellings, a few at a time."""
    last = ""
    named = sa.select(records.c.account).where(records.c.account.is_not(None)).distinct().order_by(records.c.account)
    while True:
        with read_transaction(engine) as connection:
            names = connection.scalars(named.where(records.c.account > last).limit(_BATCH)).all()
        if not names:
            return
        groups: dict[str, list[sa.Row[Any]]] = defaultdict(list)
        for row in _rows(engine, names, day):
            groups[row.account].append(row)
        yield from groups.items()
        last = names[-1]


def _rows(engine: sa.Engine, names: Sequence[str], day: date) -> list[sa.Row[Any]]:
    found: list[sa.Row[Any]] = []
    for part in parts(names):
        query = TELLINGS.where(records.c.account.in_(part), documents.c.published <= day).order_by(records.c.id)
        with read_transaction(engine) as connection:
            found += connection.execute(query).all()
    return found
