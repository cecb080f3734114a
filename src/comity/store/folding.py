"""Events whose accounts changed are folded again from their tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from comity.model.event import Event
from comity.resolving import Resolver
from comity.resolving.fold import event_id
from comity.store import rows
from comity.store.rulings import Rulings
from comity.store.schema import accounts, event_orgs, event_records, event_states, events, records, stale_roots
from comity.store.stale import parts
from comity.store.tellings import TELLINGS, voiced

_BATCH = 200


def fold(connection: sa.Connection, resolver: Resolver, rulings: Rulings) -> int:
    """Folds some events; how many. Zero when there are none left."""
    roots = connection.scalars(sa.select(stale_roots.c.root).order_by(stale_roots.c.root).limit(_BATCH)).all()
    if not roots:
        return 0
    found = {root: rulings.applied(resolver.fold(voiced(told))) for root, told in _tellings(connection, roots).items()}
    connection.execute(sa.delete(events).where(events.c.root.in_(roots)))
    # An event that lost its earliest telling to another one of these, and is still to be folded without it.
    for part in parts([event.id for event in found.values()]):
        connection.execute(sa.delete(events).where(events.c.id.in_(part)))
    _insert(connection, found)
    connection.execute(sa.delete(stale_roots).where(stale_roots.c.root.in_(roots)))
    return len(roots)


def _tellings(connection: sa.Connection, roots: Sequence[str]) -> dict[str, list[sa.Row[Any]]]:
    found: dict[str, list[sa.Row[Any]]] = defaultdict(list)
    query = TELLINGS.add_columns(accounts.c.root).join(accounts, accounts.c.id == records.c.account)
    for row in connection.execute(query.where(accounts.c.root.in_(roots)).order_by(accounts.c.root, records.c.id)):
        found[row.root].append(row)
    return found


def _insert(connection: sa.Connection, found: dict[str, Event]) -> None:
    every = list(found.values())
    for table, many in (
        (events, [rows.event_row(event, root) for root, event in found.items()]),
        (event_records, [row for event in every for row in _record_rows(event)]),
        (event_orgs, [row for one in every for row in rows.link_rows("event", one.id, "org", rows.orgs_of(one))]),
        (event_states, [row for one in every for row in rows.link_rows("event", one.id, "state", rows.states_of(one))]),
    ):
        if many:
            connection.execute(sa.insert(table), many)


def _record_rows(event: Event) -> Iterable[rows.Row]:
    return ({"event": event.id, "record": one, "alias": event_id(one)} for one in event.records)
