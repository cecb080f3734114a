"""Where reports, what was read from them, and the events that it comes to are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.errors import StoreError
from comity.model.document import Document
from comity.model.event import Event
from comity.model.judgement import Judgement
from comity.model.record import AnyRecord, EventRecord, Reading
from comity.resolving import Following, Resolver, Telling
from comity.store import judging, links, rows, text_index
from comity.store.connect import address, engine_for, is_absent, read_transaction, write_transaction
from comity.store.known import events_known, is_all_known
from comity.store.links import Doubtful
from comity.store.migrate import bring_up
from comity.store.regrouping import begin
from comity.store.rulings import Rulings
from comity.store.schema import documents, event_records, events, evidence, record_orgs, record_states, records
from comity.store.stale import mark_accounts
from comity.store.sync import Folder, Meter
from comity.store.tellings import TELLINGS, bands_of, report_of, telling_of, tellings_of
from comity.store.text_index import Found, Sought
from comity.store.wanted import Wanted

_BATCH = 500
EVERYTHING = Wanted()


class Change(msgspec.Struct, frozen=True):
    """What adding one reading did: the report is `new`, `changed` or `unchanged`; ids of records that came and went."""

    document: str
    what: str
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """A record with its id and the id of the report that it is from."""

    id: str
    document: str
    record: AnyRecord


class Store:
    """Reports and events in one database: a SQLite file, or PostgreSQL where it is shared. `Store.open` opens one."""

    def __init__(self, engine: sa.Engine, resolver: Resolver) -> None:
        self._engine = engine
        self._resolver = resolver
        self._docket = judging.Docket()
        self._folder = Folder(engine, resolver, self._docket)

    @classmethod
    def open(cls, place: str | Path, *, resolver: Resolver | None = None, existing: bool = False) -> Store:
        """A database by path or URL; brought up to this version where need be, and made unless it must be `existing`.

        Raises StoreError.
        """
        url = address(place)
        if existing and is_absent(url):
            raise StoreError(
                str(place), "there is no database yet; read reports into it first: comity read REPORTS --db FILE"
            )
        engine = engine_for(url)
        try:
            bring_up(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, resolver or Following())

    @property
    def url(self) -> str:
        """Without a password."""
        return self._engine.url.render_as_string()

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, document: Document, reading: Reading, *, rules: str = "") -> Change:
        """Keeps a report and its records; what was read from it before is replaced. See `add_all`."""
        return self.add_all([(document, reading)], rules=rules)[0]

    def add_all(self, read: Sequence[tuple[Document, Reading]], *, rules: str = "") -> list[Change]:
        """Keeps reports and their records, in one transaction; what was read from them before is replaced.

        The same reading once more changes nothing. `rules` names the rules that they were read by. Raises StoreError.
        """
        changes: list[Change] = []
        with write_transaction(self._engine) as connection:
            begin(connection, self._resolver)
            for part in _without_repeats(read):
                changes += self._keep(connection, part, rules)
        return changes

    def _keep(self, connection: sa.Connection, read: Sequence[tuple[Document, Reading]], rules: str) -> list[Change]:
        """Reports that are all different ones, in as few statements as for one."""
        ids = [document.id for document, _ in read]
        old = {row.id: row for row in connection.execute(sa.select(documents).where(documents.c.id.in_(ids)))}
        rulings = self._docket.rulings(connection)
        changes: list[Change] = []
        kept: list[dict[str, Any]] = []
        found: list[tuple[dict[str, Any], AnyRecord]] = []
        for document, given in read:
            reading = Reading(rows.distinct(document.id, given.records), given.unread)
            row, before = rows.document_row(document, reading, rules), old.get(document.id)
            if before is not None and (before.digest, before.reading) == (row["digest"], row["reading"]):
                if before.rules != rules:
                    connection.execute(sa.update(documents).where(documents.c.id == document.id).values(rules=rules))
                changes.append(Change(document.id, "unchanged"))
                continue
            went = self._clear(connection, document.id) if before is not None else set()
            told = self._record_rows(document, reading, rulings)
            kept.append(row | {"bands": bands_of(document) if any(one["account"] for one in told) else None})
            found += zip(told, reading.records, strict=True)
            came = {one["id"] for one in told}
            state = "new" if before is None else "changed"
            changes.append(Change(document.id, state, tuple(sorted(came - went)), tuple(sorted(went - came))))
        if kept:
            connection.execute(sa.insert(documents), kept)
        self._insert(connection, found)
        text_index.index(connection, [row for row in kept if _says_other(row, old.get(row["id"]))])
        return changes

    def reading_of(self, document: Document, *, rules: str) -> Reading | None:
        """What was read from this very report by these very rules; None where it is to be read."""
        return self.readings_of([document], rules=rules)[0]

    def readings_of(self, wanted: Sequence[Document], *, rules: str) -> list[Reading | None]:
        """What was read from these very reports by these very rules; None for those that are to be read."""
        ids = [document.id for document in wanted]
        with read_transaction(self._engine) as connection:
            rows_of = {row.id: row for row in connection.execute(sa.select(documents).where(documents.c.id.in_(ids)))}
            return [
                self._reading(connection, row)
                if (row := rows_of.get(document.id)) is not None
                and (row.digest, row.rules) == (rows.document_digest(document), rules)
                else None
                for document in wanted
            ]

    def reading(self, document: str) -> Reading | None:
        """What was read from a report last; None for an unknown one."""
        with read_transaction(self._engine) as connection:
            row = connection.execute(sa.select(documents).where(documents.c.id == document)).one_or_none()
            return None if row is None else self._reading(connection, row)

    def document(self, document: str) -> Document | None:
        with read_transaction(self._engine) as connection:
            row = connection.execute(sa.select(documents).where(documents.c.id == document)).one_or_none()
        return None if row is None else rows.to_document(row)

    def documents(self) -> Iterator[Document]:
        """All reports, in the order of their ids."""
        return map(rows.to_document, self._stream(sa.select(documents), documents.c.id))

    def records(self, wanted: Wanted = EVERYTHING) -> Iterator[Told]:
        """Records, in the order of their ids."""
        query = sa.select(records.c.id, records.c.document, records.c.kind, records.c.content).where(*wanted.records())
        for row in self._stream(query, records.c.id):
            yield Told(row.id, row.document, rows.to_record(row.kind, row.content))

    def record(self, record: str) -> Told | None:
        with read_transaction(self._engine) as connection:
            row = connection.execute(sa.select(records).where(records.c.id == record)).one_or_none()
        return None if row is None else Told(row.id, row.document, rows.to_record(row.kind, row.content))

    def fold(self, meter: Meter | None = None) -> int:
        """Brings the events up to the records; how many of them were folded again.

        In small transactions: a run that is killed is gone on with by the next one. Raises StoreError.
        """
        return self._folder.run(meter)

    def events(self, wanted: Wanted = EVERYTHING, *, as_of: date | None = None) -> Iterator[Event]:
        """Events, in the order of their ids; `as_of` a day, from reports published on it or before."""
        self._catch_up()
        if as_of is not None and not is_all_known(self._engine, as_of):
            known = events_known(self._engine, self._resolver, self._docket, as_of)
            return iter(sorted(filter(wanted.matches, known), key=lambda event: event.id))
        query = sa.select(events.c.id, events.c.content).where(*wanted.events())
        return (rows.to_event(row.content) for row in self._stream(query, events.c.id))

    def event(self, event: str) -> Event | None:
        """By its id, or by one that it had before an earlier report came."""
        self._catch_up()
        query = sa.select(events.c.content)
        former = query.join(event_records).where(event_records.c.alias == event)
        with read_transaction(self._engine) as connection:
            content = connection.scalar(query.where(events.c.id == event)) or connection.scalar(former)
        return None if content is None else rows.to_event(content)

    def event_of(self, record: str) -> str | None:
        """The id of the event that a record went into."""
        self._catch_up()
        with read_transaction(self._engine) as connection:
            return connection.scalar(sa.select(event_records.c.event).where(event_records.c.record == record))

    def tellings(self, event: str) -> list[Telling]:
        """What each report tells of an event, as it was folded last; by the ids of the records."""
        query = TELLINGS.join(event_records, event_records.c.record == records.c.id).where(
            event_records.c.event == event
        )
        with read_transaction(self._engine) as connection:
            return [telling_of(row) for row in connection.execute(query.order_by(records.c.id))]

    def tellings_of(self, found: Iterable[str]) -> dict[str, Telling]:
        """What each of these records tells, with its report, by the record's id; others than of events are left out."""
        with read_transaction(self._engine) as connection:
            return tellings_of(connection, found)

    def ids(self, prefix: str, *, limit: int = 6) -> list[tuple[str, str]]:
        """What has an id that starts so, as (`event`, id), (`record`, id) and (`document`, id)."""
        self._catch_up()
        found: list[tuple[str, str]] = []
        with read_transaction(self._engine) as connection:
            for kind, table in (("event", events), ("record", records), ("document", documents)):
                like = sa.select(table.c.id).where(table.c.id.startswith(prefix, autoescape=True)).order_by(table.c.id)
                # SQLite's LIKE takes upper and lower case for the same.
                found += [(kind, one) for one in connection.scalars(like.limit(10 * limit)) if one.startswith(prefix)]
            if not found:
                former = sa.select(event_records.c.event).where(event_records.c.alias == prefix).distinct()
                found = [("event", one) for one in connection.scalars(former)]
        return found[:limit]

    def judge(self, judgement: Judgement) -> None:
        """Keeps what a person decided of records; it holds from now on, whatever is read or folded again.

        `comity.model.judgement` tells the kinds. Nothing that was read is altered. Raises UsageError for an unknown
        record, and for a correction that an event cannot have.
        """
        with write_transaction(self._engine) as connection:
            judging.judge(connection, judgement, self._resolver)

    def judgements(self) -> list[Judgement]:
        """All that persons decided, in the order in which they did."""
        with read_transaction(self._engine) as connection:
            return judging.every(connection)

    def links(self, event: str) -> list[Doubtful]:
        """Why the records of an event were taken for one: the links between them, the least sure first."""
        self._catch_up()
        with read_transaction(self._engine) as connection:
            return links.of_event(connection, event)

    def doubtful(self, limit: int = 50, *, below: float = 0.7) -> list[Doubtful]:
        """The links of all events that are the least sure and that no person has settled by `merge` or `keep`."""
        self._catch_up()
        with read_transaction(self._engine) as connection:
            return links.doubtful(connection, self._docket.rulings(connection), below=below, limit=limit)

    def search(
        self,
        text: str,
        *,
        language: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 20,
    ) -> list[Found]:
        """Reports that have all these words, in title or text, the best first.

        Words are found with other endings, too, Chinese ones as they are written, and "what stands in quotation marks"
        as a phrase. Published from `since` up to, not including, `until`. Any text is a question: none of it is taken
        for the database's own language.
        """
        sought = Sought(language=language, since=since, until=until, limit=limit)
        with read_transaction(self._engine) as connection:
            return text_index.search(connection, text, sought)

    def _catch_up(self) -> None:
        if not self._folder.is_current():
            self.fold()

    def _reading(self, connection: sa.Connection, row: sa.Row[Any]) -> Reading:
        query = (
            sa.select(records.c.kind, records.c.content)
            .where(records.c.document == row.id)
            .order_by(records.c.position)
        )
        found = tuple(rows.to_record(kind, content) for kind, content in connection.execute(query))
        return Reading(found, rows.to_unread(row.unread))

    def _clear(self, connection: sa.Connection, document: str) -> set[str]:
        old = connection.execute(sa.select(records.c.id, records.c.account).where(records.c.document == document)).all()
        mark_accounts(connection, (row.account for row in old))
        connection.execute(sa.delete(documents).where(documents.c.id == document))
        return {row.id for row in old}

    def _record_rows(self, document: Document, reading: Reading, rulings: Rulings) -> list[dict[str, Any]]:
        report = report_of(document)
        found = [rows.record_row(document.id, position, record) for position, record in enumerate(reading.records)]
        for row, record in zip(found, reading.records, strict=True):
            group = (
                self._resolver.group(Telling(row["id"], record, report)) if isinstance(record, EventRecord) else None
            )
            row["account"] = rulings.account_of(row["id"], group) if group else None
        return found

    def _insert(self, connection: sa.Connection, found: Sequence[tuple[dict[str, Any], AnyRecord]]) -> None:
        told = [(row["id"], record) for row, record in found]
        links = [(one, rows.orgs_of(record), rows.states_of(record)) for one, record in told]
        for table, many in (
            (records, [row for row, _ in found]),
            (evidence, [row for one, record in told for row in rows.evidence_rows(one, record)]),
            (record_orgs, [row for one, orgs, _ in links for row in rows.link_rows("record", one, "org", orgs)]),
            (
                record_states,
                [row for one, _, states in links for row in rows.link_rows("record", one, "state", states)],
            ),
        ):
            if many:
                connection.execute(sa.insert(table), many)
        mark_accounts(connection, (row["account"] for row, _ in found))

    def _stream(self, query: sa.Select[Any], key: sa.Column[str]) -> Iterator[sa.Row[Any]]:
        """All rows in batches, each in a transaction of its own: a slow reader never holds up a writer."""
        last: str | None = None
        while True:
            batch = query.order_by(key).limit(_BATCH)
            with read_transaction(self._engine) as connection:
                found = connection.execute(batch if last is None else batch.where(key > last)).all()
            yield from found
            if len(found) < _BATCH:
                return
            last = found[-1].id


def _without_repeats(read: Sequence[tuple[Document, Reading]]) -> Iterator[list[tuple[Document, Reading]]]:
    """The reports in their order, in parts of which none has one report twice."""
    part: dict[str, tuple[Document, Reading]] = {}
    for document, reading in read:
        if document.id in part:
            yield list(part.values())
            part = {}
        part[document.id] = (document, reading)
    if part:
        yield list(part.values())


def _says_other(row: dict[str, Any], before: sa.Row[Any] | None) -> bool:
    return before is None or (before.title, before.text) != (row["title"], row["text"])
