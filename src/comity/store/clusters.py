"""Accounts that come to rest on one another are one event: finds where each comes to rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from comity.store.rulings import Rulings
from comity.store.schema import accounts, records
from comity.store.stale import mark_roots, parts

_Rows = dict[str, sa.Row[Any]]


def recluster(connection: sa.Connection, rulings: Rulings, changed: Iterable[str], roots: Iterable[str] = ()) -> None:
    """Finds the roots anew of accounts whose links changed, and of all that this touches.

    `roots` are those of accounts that changed or are gone. Roots at which something else comes to rest now are noted.
    """
    joined = _joined(connection, rulings)
    found = _touched(connection, set(changed), set(roots), joined)
    now = roots_of({name: row.leans_on for name, row in found.items()}, joined)
    moved = [(name, row.root, now[name]) for name, row in sorted(found.items()) if row.root != now[name]]
    if not moved:
        return
    update = sa.update(accounts).where(accounts.c.id == sa.bindparam("name")).values(root=sa.bindparam("rests"))
    connection.execute(update, [{"name": name, "rests": root} for name, _, root in moved])
    mark_roots(connection, (root for _, *both in moved for root in both))


def roots_of(links: Mapping[str, str | None], joined: Iterable[Iterable[str]] = ()) -> dict[str, str]:
    """Where accounts come to rest by what they lean on; those that a person joined, at the smallest of their tops."""
    # What is leant on and is gone is as if it had never been: the one that leans will be asked again.
    below = {one: on for one, on in links.items() if on is not None and on in links}
    tops = {one: _top(one, below) for one in links}
    above: dict[str, str] = {}
    for group in joined:
        met = sorted({_top(tops[one], above) for one in group if one in tops})
        for top in met[1:]:
            above[top] = met[0]
    return {one: _top(rest, above) for one, rest in tops.items()}


def _top(account: str, links: Mapping[str, str]) -> str:
    path: dict[str, None] = {}
    while account in links:
        if account in path:
            # Two lean on each other while only one of them has been asked again: until the other is, either will do.
            return min(list(path)[list(path).index(account) :])
        path[account] = None
        account = links[account]
    return account


def _joined(connection: sa.Connection, rulings: Rulings) -> list[set[str]]:
    """The accounts that persons joined, by their records."""
    named = sorted({record for merge in rulings.merges for record in merge})
    where: dict[str, str] = {}
    for part in parts(named):
        query = sa.select(records.c.id, records.c.account).where(records.c.id.in_(part), records.c.account.is_not(None))
        where |= {row.id: row.account for row in connection.execute(query)}
    groups = ({where[record] for record in merge if record in where} for merge in rulings.merges)
    return [group for group in groups if len(group) > 1]


def _touched(connection: sa.Connection, ids: set[str], roots: set[str], joined: Sequence[set[str]]) -> _Rows:
    """Accounts with all that came to rest where they did, all that they lean on, and all that they are joined with."""
    found: _Rows = {}
    done: set[str] = set()
    while (ids := ids - set(found)) | (roots := roots - done):
        rows = _rows(connection, accounts.c.id, ids) + _rows(connection, accounts.c.root, roots)
        done |= roots
        asked, new = ids, {row.id: row for row in rows if row.id not in found}
        found |= new
        roots = {row.root for row in new.values()}
        ids = {row.leans_on for row in new.values() if row.leans_on}
        for group in joined:
            if not group.isdisjoint(new):
                ids |= group
        # What is gone is not asked for again and again.
        ids -= asked
    return found


def _rows(connection: sa.Connection, column: sa.Column[str], wanted: set[str]) -> list[sa.Row[Any]]:
    query: sa.Select[Any] = sa.select(accounts.c.id, accounts.c.root, accounts.c.leans_on)
    return [row for part in parts(sorted(wanted)) for row in connection.execute(query.where(column.in_(part)))]
