"""When a resolver's rules changed, all is grouped and folded anew: in small steps, of which none is done twice."""

from __future__ import annotations

import sqlalchemy as sa

from comity.resolving import Resolver
from comity.store.rulings import Rulings
from comity.store.schema import accounts, events, meta, records, stale_accounts, stale_keys, stale_roots
from comity.store.tellings import IS_OF_EVENT, TELLINGS, telling_of

_BATCH = 1_000
_RULES, _REACHED = "resolver", "regrouped"
# Before the first record: old events and accounts are to be cleared away.
_CLEARING = "-"


def is_of(connection: sa.Connection, resolver: Resolver) -> bool:
    """Whether records are grouped by this resolver's rules, or there are none."""
    return _value(connection, _RULES) == resolver.version or _is_empty(connection)


def begin(connection: sa.Connection, resolver: Resolver) -> None:
    """Notes the rules that the first records are grouped by."""
    if _value(connection, _RULES) is None and _is_empty(connection):
        _note(connection, _RULES, resolver.version)


def regroup(connection: sa.Connection, resolver: Resolver, rulings: Rulings) -> bool:
    """One step; whether there is another. What was done when a run was killed stays done."""
    if is_of(connection, resolver):
        return False
    version, _, reached = (_value(connection, _REACHED) or "").rpartition(" ")
    if version != resolver.version:
        reached = _CLEARING
    if reached == _CLEARING:
        if not _clear(connection):
            reached = ""
    elif (last := _group(connection, resolver, rulings, reached)) is None:
        _finish(connection, resolver)
        return False
    else:
        reached = last
    _note(connection, _REACHED, f"{resolver.version} {reached}")
    return True


def _clear(connection: sa.Connection) -> bool:
    """Away with some of the old events and accounts; whether there were any."""
    for table in (events, accounts):
        some = connection.scalars(sa.select(table.c.id).order_by(table.c.id).limit(_BATCH)).all()
        if some:
            connection.execute(sa.delete(table).where(table.c.id <= some[-1]))
            return True
    for table in (stale_accounts, stale_keys, stale_roots):
        connection.execute(sa.delete(table))
    return False


def _group(connection: sa.Connection, resolver: Resolver, rulings: Rulings, after: str) -> str | None:
    """Names the accounts of some records anew; the last of these records, None where there are no more."""
    query = TELLINGS.where(records.c.id > after, IS_OF_EVENT).order_by(records.c.id).limit(_BATCH)
    batch = connection.execute(query).all()
    changed = [
        {"name": row.id, "now": now}
        for row in batch
        if (now := rulings.account_of(row.id, resolver.group(telling_of(row)))) != row.account
    ]
    if changed:
        update = sa.update(records).where(records.c.id == sa.bindparam("name")).values(account=sa.bindparam("now"))
        connection.execute(update, changed)
    return batch[-1].id if batch else None


def _finish(connection: sa.Connection, resolver: Resolver) -> None:
    named = sa.select(records.c.account).where(records.c.account.is_not(None)).distinct()
    connection.execute(sa.delete(stale_accounts))
    connection.execute(sa.insert(stale_accounts).from_select(["account"], named))
    connection.execute(sa.delete(meta).where(meta.c.name == _REACHED))
    _note(connection, _RULES, resolver.version)


def _is_empty(connection: sa.Connection) -> bool:
    return connection.scalar(sa.select(records.c.account).where(records.c.account.is_not(None)).limit(1)) is None


def _value(connection: sa.Connection, name: str) -> str | None:
    return connection.scalar(sa.select(meta.c.value).where(meta.c.name == name))


def _note(connection: sa.Connection, name: str, value: str) -> None:
    connection.execute(sa.delete(meta).where(meta.c.name == name))
    connection.execute(sa.insert(meta), [{"name": name, "value": value}])
