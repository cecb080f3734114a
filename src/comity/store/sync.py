"""Records to events: folds again the groups whose tellings changed, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.model.event import Event
from comity.model.record import EVENT_KINDS, EventRecord
from comity.resolving import Resolver, Telling
from comity.store import rows
from comity.store.connect import read_transaction, write_transaction
from comity.store.schema import documents, event_orgs, event_records, event_states, events, meta, records, stale_folds

_BATCH = 200
_RULES = "resolver"

_TELLINGS: sa.Select[Any] = (
    sa.select(
        records.c.id,
        records.c.content,
        records.c.fold,
        documents.c.id.label("document_id"),
        documents.c.source,
        documents.c.outlet,
        documents.c.origin,
        documents.c.published,
        documents.c.language,
        documents.c.title,
    )
    .join(documents, records.c.document == documents.c.id)
    .where(records.c.kind.in_(EVENT_KINDS))
)


_FOLDS = sa.select(records.c.fold).where(records.c.fold.is_not(None)).distinct()


def fold_stale(engine: sa.Engine, resolver: Resolver) -> int:
    """Brings the events up to the records; how many groups were folded. Raises StoreError.

    Small transactions, so that others may read and write in between; what is not done stays marked.
    """
    _regroup(engine, resolver)
    folded = 0
    while True:
        with read_transaction(engine) as connection:
            stale = connection.scalar(sa.select(stale_folds.c.fold).limit(1))
        if stale is None:
            return folded
        with write_transaction(engine) as connection:
            names = connection.scalars(sa.select(stale_folds.c.fold).order_by(stale_folds.c.fold).limit(_BATCH)).all()
            _fold(connection, resolver, names)
        folded += len(names)


def fold_as_of(engine: sa.Engine, resolver: Resolver, day: date) -> Iterator[Event]:
    """The events as they were known on a day: from reports published on it or before, kept nowhere."""
    _regroup(engine, resolver)
    last = ""
    while True:
        with read_transaction(engine) as connection:
            names = connection.scalars(_FOLDS.where(records.c.fold > last).order_by(records.c.fold).limit(_BATCH)).all()
            if not names:
                return
            known = _TELLINGS.where(records.c.fold.in_(names), documents.c.published <= day)
            tellings = _tellings(connection, known)
        for _, group in groupby(tellings, key=lambda pair: pair[0]):
            yield resolver.fold([telling for _, telling in group])
        last = names[-1]


def mark_stale(connection: sa.Connection, folds: Iterable[str | None]) -> None:
    """Notes groups for the next folding, inside the transaction that changed them."""
    wanted = {fold for fold in folds if fold}
    if not wanted:
        return
    known = set(connection.scalars(sa.select(stale_folds.c.fold).where(stale_folds.c.fold.in_(wanted))))
    if wanted - known:
        connection.execute(sa.insert(stale_folds), [{"fold": fold} for fold in sorted(wanted - known)])


def is_current(engine: sa.Engine, resolver: Resolver) -> bool:
    """Whether there is nothing to fold."""
    with read_transaction(engine) as connection:
        if connection.scalar(sa.select(stale_folds.c.fold).limit(1)):
            return False
        return _version(connection) == resolver.version or connection.scalar(sa.select(records.c.fold).limit(1)) is None


def _fold(connection: sa.Connection, resolver: Resolver, names: Sequence[str]) -> None:
    connection.execute(sa.delete(events).where(events.c.fold.in_(names)))
    connection.execute(sa.delete(stale_folds).where(stale_folds.c.fold.in_(names)))
    tellings = _tellings(connection, _TELLINGS.where(records.c.fold.in_(names)))
    for name, group in groupby(tellings, key=lambda pair: pair[0]):
        _insert(connection, resolver.fold([telling for _, telling in group]), name)


def _tellings(connection: sa.Connection, wanted: sa.Select[Any]) -> list[tuple[str, Telling]]:
    """Groups and their tellings, in one order on every database."""
    ordered = wanted.order_by(records.c.fold, documents.c.published.is_(None), documents.c.published, records.c.id)
    return [(row.fold, _telling(row)) for row in connection.execute(ordered)]


def _telling(row: sa.Row[Any]) -> Telling:
    return Telling(row.id, msgspec.json.decode(row.content, type=EventRecord), rows.to_report(row))


def _insert(connection: sa.Connection, event: Event, fold: str) -> None:
    connection.execute(sa.insert(events), [rows.event_row(event, fold)])
    for table, many in (
        (event_records, [{"event": event.id, "record": record} for record in event.records]),
        (event_orgs, list(rows.link_rows("event", event.id, "org", rows.orgs_of(event)))),
        (event_states, list(rows.link_rows("event", event.id, "state", rows.states_of(event)))),
    ):
        if many:
            connection.execute(sa.insert(table), many)


def _regroup(engine: sa.Engine, resolver: Resolver) -> None:
    """When the resolver's rules changed, all groups are formed and folded anew."""
    with read_transaction(engine) as connection:
        if _version(connection) == resolver.version:
            return
    with write_transaction(engine) as connection:
        connection.execute(sa.delete(events))
        connection.execute(sa.delete(stale_folds))
        _group_all(connection, resolver)
        connection.execute(sa.insert(stale_folds).from_select(["fold"], _FOLDS))
        connection.execute(sa.delete(meta).where(meta.c.name == _RULES))
        connection.execute(sa.insert(meta), [{"name": _RULES, "value": resolver.version}])


def _group_all(connection: sa.Connection, resolver: Resolver) -> None:
    last = ""
    while batch := connection.execute(_TELLINGS.where(records.c.id > last).order_by(records.c.id).limit(_BATCH)).all():
        for row in batch:
            fold = resolver.group(_telling(row))
            if fold != row.fold:
                connection.execute(sa.update(records).where(records.c.id == row.id).values(fold=fold))
        last = batch[-1].id


def _version(connection: sa.Connection) -> str | None:
    return connection.scalar(sa.select(meta.c.value).where(meta.c.name == _RULES))
