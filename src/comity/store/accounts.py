"""Tellings to accounts: summarizes again those whose tellings changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.resolving import FAR, Account, Resolver
from comity.store.clusters import recluster
from comity.store.rulings import Rulings
from comity.store.schema import account_keys, accounts, records, stale_accounts
from comity.store.stale import mark_keys, mark_roots, parts
from comity.store.tellings import TELLINGS, voiced

_BATCH = 500

_encode = msgspec.json.Encoder().encode


def summarize(connection: sa.Connection, resolver: Resolver, rulings: Rulings) -> int:
    """Takes some accounts whose tellings changed; how many. Zero when there are none left."""
    names = connection.scalars(
        sa.select(stale_accounts.c.account).order_by(stale_accounts.c.account).limit(_BATCH)
    ).all()
    if not names:
        return 0
    query = sa.select(accounts.c.id, accounts.c.content, accounts.c.root).where(accounts.c.id.in_(names))
    before = {row.id: row for row in connection.execute(query)}
    now = _accounts(connection, resolver, names)
    content = {name: _encode(account).decode() for name, account in now.items()}
    changed = {name for name in names if name not in before or content.get(name) != before[name].content}
    old = _unkeyed(connection, changed & set(before))
    _replace(connection, changed & set(before), {name: content[name] for name in changed & set(now)})
    new = _keyed(connection, resolver, {n: now[n] for n in changed & set(now) - rulings.apart})
    mark_keys(connection, old | new, resolver.reach)
    mark_roots(connection, (before[name].root if name in before else name for name in names))
    connection.execute(sa.delete(stale_accounts).where(stale_accounts.c.account.in_(names)))
    if rulings.merges:
        recluster(connection, rulings, now, {row.root for row in before.values()})
    return len(names)


def _accounts(connection: sa.Connection, resolver: Resolver, names: Iterable[str]) -> dict[str, Account]:
    groups: dict[str, list[sa.Row[Any]]] = defaultdict(list)
    for row in connection.execute(TELLINGS.where(records.c.account.in_(names)).order_by(records.c.id)):
        groups[row.account].append(row)
    # What a person set apart is called by the judgement, not by what it says.
    return {name: msgspec.structs.replace(resolver.account(voiced(group)), id=name) for name, group in groups.items()}


def _replace(connection: sa.Connection, old: set[str], new: Mapping[str, str]) -> None:
    for part in parts(sorted(old - set(new))):
        connection.execute(sa.delete(accounts).where(accounts.c.id.in_(part)))
    if kept := sorted(old & set(new)):
        update = sa.update(accounts).where(accounts.c.id == sa.bindparam("name")).values(content=sa.bindparam("told"))
        connection.execute(update, [{"name": name, "told": new[name]} for name in kept])
    if came := sorted(set(new) - old):
        connection.execute(sa.insert(accounts), [{"id": name, "root": name, "content": new[name]} for name in came])


def _unkeyed(connection: sa.Connection, changed: Iterable[str]) -> set[tuple[str, int | None]]:
    """The keys and anchors that accounts had, which they lose."""
    found: set[tuple[str, int | None]] = set()
    for part in parts(sorted(changed)):
        mine = account_keys.c.account.in_(part)
        rows = connection.execute(sa.select(account_keys.c.key, account_keys.c.anchor).where(mine))
        found |= {(row.key, row.anchor) for row in rows}
        connection.execute(sa.delete(account_keys).where(mine))
    return found


def _keyed(
    connection: sa.Connection, resolver: Resolver, changed: Mapping[str, Account]
) -> set[tuple[str, int | None]]:
    """The keys and anchors that accounts have now."""
    rows: list[dict[str, Any]] = []
    keyed: set[tuple[str, int | None]] = set()
    for name, account in sorted(changed.items()):
        anchor, keys = _day_number(resolver.anchor(account)), sorted(set(resolver.keys(account)))
        # Who shares a key with FAR in it is near, however many days apart.
        places = [(key, None if FAR in key else anchor) for key in keys]
        keyed |= set(places)
        rows += [{"account": name, "key": key, "anchor": day} for key, day in places]
    if rows:
        connection.execute(sa.insert(account_keys), rows)
    return keyed


def _day_number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
