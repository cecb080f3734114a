"""What is still to be done, noted in the transaction that made it necessary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from comity.store.schema import stale_accounts, stale_keys, stale_roots

ALWAYS = (0, 4_000_000)
"""From before the first day of the calendar to after its last, in days."""

# Windows that differ by less than this are noted as one.
_ROUNDED = 64
# SQLite takes no more parameters than this at once, less what else a statement has.
_MOST_PARAMETERS = 900

Window = tuple[int, int]
"""A first and a last day, by their numbers in the calendar."""

T = TypeVar("T")


def mark_accounts(connection: sa.Connection, accounts: Iterable[str | None]) -> None:
    """Their tellings changed."""
    _mark(connection, stale_accounts, ({"account": one} for one in sorted({one for one in accounts if one})))


def mark_roots(connection: sa.Connection, roots: Iterable[str]) -> None:
    """What comes to rest there changed."""
    _mark(connection, stale_roots, ({"root": one} for one in sorted(set(roots))))


def mark_keys(connection: sa.Connection, changed: Iterable[tuple[str, int | None]], reach: int) -> None:
    """Accounts with these keys and anchors came, went or changed: those within reach are to be asked again."""
    windows = {(key, *_around(anchor, reach)) for key, anchor in changed}
    _mark(connection, stale_keys, ({"key": k, "since": s, "until": u} for k, s, u in sorted(windows)))


def mark_windows(connection: sa.Connection, key: str, windows: Iterable[Window]) -> None:
    """What of a key is left to be asked."""
    _mark(connection, stale_keys, ({"key": key, "since": s, "until": u} for s, u in windows))


def is_anything_stale(connection: sa.Connection) -> bool:
    tables = (stale_accounts, stale_keys, stale_roots)
    return any(connection.execute(sa.select(sa.literal(1)).select_from(one).limit(1)).first() for one in tables)


def merged(windows: Iterable[Window]) -> list[Window]:
    """The same days in as few windows as possible, in order."""
    found: list[Window] = []
    for since, until in sorted(windows):
        if found and since <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], until))
        else:
            found.append((since, until))
    return found


def parts(many: Iterable[T], size: int = _MOST_PARAMETERS) -> Iterator[Sequence[T]]:
    """So many at once as one statement takes."""
    every = list(many)
    for start in range(0, len(every), size):
        yield every[start : start + size]


def _around(anchor: int | None, reach: int) -> Window:
    if anchor is None:
        return ALWAYS
    since, until = anchor - reach, anchor + reach
    return max(0, since // _ROUNDED * _ROUNDED), (until // _ROUNDED + 1) * _ROUNDED


def _mark(connection: sa.Connection, table: sa.Table, rows: Iterable[dict[str, Any]]) -> None:
    many = list(rows)
    if not many:
        return
    insert = sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
    connection.execute(insert.on_conflict_do_nothing(), many)
