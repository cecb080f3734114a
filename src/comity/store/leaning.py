"""Accounts near which something changed are asked again on what they lean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.resolving import Account, Link, Resolver
from comity.store.clusters import recluster
from comity.store.rulings import Rulings
from comity.store.schema import account_keys, accounts, stale_keys
from comity.store.stale import ALWAYS, Window, mark_windows, merged, parts

# So many are asked at once, with those around them: more take longer than others should wait for.
_MOST_ASKED = 2_000
_MOST_KEYS = 100

Row = sa.Row[Any, Any, Any]

_decode = msgspec.json.Decoder(Account).decode

_KEYED = sa.select(account_keys.c.account, account_keys.c.key, account_keys.c.anchor)


def ask(connection: sa.Connection, resolver: Resolver, rulings: Rulings) -> int:
    """Asks some accounts again; how many keys were taken on. Zero when there is nothing to be asked."""
    waiting = _waiting(connection)
    targets, taken = _targets(connection, waiting)
    if not taken:
        return 0
    known = _accounts(connection, _near(connection, targets, resolver.reach) | targets)
    links = resolver.lean([account for account, _ in known.values()])
    changed = _relink(connection, {one: known[one][1] for one in targets}, links)
    connection.execute(sa.delete(stale_keys).where(stale_keys.c.key.in_(list(taken))))
    for key, left in taken.items():
        mark_windows(connection, key, left)
    recluster(connection, rulings, changed)
    return len(taken)


def _waiting(connection: sa.Connection) -> dict[str, list[Window]]:
    keys = connection.scalars(sa.select(stale_keys.c.key).distinct().order_by(stale_keys.c.key).limit(_MOST_KEYS)).all()
    found: dict[str, list[Window]] = {key: [] for key in keys}
    for row in connection.execute(sa.select(stale_keys).where(stale_keys.c.key.in_(keys))):
        found[row.key].append((row.since, row.until))
    return {key: merged(windows) for key, windows in found.items()}


def _targets(
    connection: sa.Connection, waiting: Mapping[str, list[Window]]
) -> tuple[set[str], dict[str, list[Window]]]:
    """Whom to ask, and the keys that are done with that, of a large one with the days that are left."""
    targets: set[str] = set()
    taken: dict[str, list[Window]] = {}
    for key, windows in waiting.items():
        rows = list(_inside(connection, key, windows))
        if taken and len(targets) + len(rows) > _MOST_ASKED:
            break
        days = sorted(row.anchor for row in rows if row.anchor is not None)
        last = days[_MOST_ASKED - 1] if len(days) > _MOST_ASKED else ALWAYS[1]
        targets |= {row.account for row in rows if row.anchor is None or row.anchor <= last}
        taken[key] = [(max(since, last + 1), until) for since, until in windows if until > last]
    return targets, taken


def _inside(connection: sa.Connection, key: str, windows: Iterable[Window]) -> Iterator[Row]:
    """Accounts with a key that lie in these days; those that lie nowhere are near all."""
    of_key = _KEYED.where(account_keys.c.key == key)
    yield from connection.execute(of_key.where(account_keys.c.anchor.is_(None)))
    for since, until in windows:
        yield from connection.execute(of_key.where(account_keys.c.anchor.between(since, until)))


def _near(connection: sa.Connection, targets: set[str], reach: int) -> set[str]:
    """Those who share a key with one of them and lie within reach of it."""
    around: dict[str, list[Window]] = defaultdict(list)
    for part in parts(sorted(targets)):
        for row in connection.execute(_KEYED.where(account_keys.c.account.in_(part))):
            around[row.key].append(ALWAYS if row.anchor is None else (row.anchor - reach, row.anchor + reach))
    return {row.account for key, windows in around.items() for row in _inside(connection, key, merged(windows))}


def _accounts(connection: sa.Connection, ids: Iterable[str]) -> dict[str, tuple[Account, Row]]:
    found: dict[str, tuple[Account, Row]] = {}
    for part in parts(sorted(ids)):
        for row in connection.execute(sa.select(accounts).where(accounts.c.id.in_(part))):
            found[row.id] = _decode(row.content), row
    return found


def _relink(connection: sa.Connection, before: Mapping[str, Row], links: Mapping[str, Link]) -> list[str]:
    """Keeps what they lean on now; the accounts for which that is another than before."""
    rows: list[dict[str, Any]] = []
    changed: list[str] = []
    for name, old in sorted(before.items()):
        link = links.get(name)
        now = (link.on, link.sure, link.because) if link else (None, None, None)
        if now != (old.leans_on, old.sure, old.because):
            rows.append({"name": name, "now_on": now[0], "now_sure": now[1], "now_because": now[2]})
        if now[0] != old.leans_on:
            changed.append(name)
    if rows:
        update = sa.update(accounts).where(accounts.c.id == sa.bindparam("name"))
        links_now = {"leans_on": "now_on", "sure": "now_sure", "because": "now_because"}
        connection.execute(update.values({name: sa.bindparam(now) for name, now in links_now.items()}), rows)
    return changed
