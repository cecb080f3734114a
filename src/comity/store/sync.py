"""Records to events: brings up what changed, and no more, in small transactions that others may write between."""

from __future__ import annotations

import time
from collections.abc import Callable

import sqlalchemy as sa

from comity.resolving import Resolver
from comity.store.accounts import summarize
from comity.store.connect import read_transaction, write_transaction
from comity.store.folding import fold
from comity.store.judging import Docket
from comity.store.leaning import ask
from comity.store.regrouping import is_of, regroup
from comity.store.rulings import Rulings
from comity.store.schema import stale_accounts, stale_keys, stale_roots
from comity.store.stale import is_anything_stale

Meter = Callable[[str, int, int], object]
"""Told how a run gets on: the step (`accounts`, `leaning` or `events`), how many of how many are done."""

_Take = Callable[[sa.Connection, Resolver, Rulings], int]
_STEPS: tuple[tuple[str, sa.Column[str], _Take], ...] = (
    ("accounts", stale_accounts.c.account, summarize),
    ("leaning", stale_keys.c.key, ask),
    ("events", stale_roots.c.root, fold),
)
# SQLite's writers do not queue: they look from time to time whether the file is free.
_GIVING_WAY, _AFTER = 0.01, 0.25


class Folder:
    """Brings the events of one database up to its records. What a run that was killed left undone, the next one does."""

    def __init__(self, engine: sa.Engine, resolver: Resolver, docket: Docket) -> None:
        self._engine = engine
        self._resolver = resolver
        self._docket = docket
        self._since = time.monotonic()

    def is_current(self) -> bool:
        """Whether there is nothing to fold."""
        with read_transaction(self._engine) as connection:
            return is_of(connection, self._resolver) and not is_anything_stale(connection)

    def run(self, meter: Meter | None = None) -> int:
        """How many events were folded. Raises StoreError."""
        while self._regroup():
            self._give_way()
        folded = 0
        for name, waiting, take in _STEPS:
            folded = self._step(name, waiting, take, meter)
        return folded

    def _step(self, name: str, waiting: sa.Column[str], take: _Take, meter: Meter | None) -> int:
        with read_transaction(self._engine) as connection:
            total = connection.scalar(sa.select(sa.func.count(waiting.distinct()))) or 0
        done = 0
        while taken := self._take(take):
            done += taken
            if meter is not None:
                meter(name, done, max(done, total))
            self._give_way()
        return done

    def _take(self, take: _Take) -> int:
        with write_transaction(self._engine) as connection:
            return take(connection, self._resolver, self._docket.rulings(connection))

    def _regroup(self) -> bool:
        with read_transaction(self._engine) as connection:
            if is_of(connection, self._resolver):
                return False
        with write_transaction(self._engine) as connection:
            return regroup(connection, self._resolver, self._docket.rulings(connection))

    def _give_way(self) -> None:
        if self._engine.dialect.name == "sqlite" and time.monotonic() - self._since > _AFTER:
            time.sleep(_GIVING_WAY)
            self._since = time.monotonic()
