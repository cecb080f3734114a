"""Which databases are opened, brought up or refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from comity.errors import StoreError
from comity.model.document import Document
from comity.model.record import EventRecord, Reading, record_id
from comity.resolving.fold import event_id
from comity.store import Store
from comity.store.connect import address, engine_for, write_transaction
from comity.store.migrate import migrations
from comity.store.schema import REVISION, VERSION_TABLE, metadata
from tests.store.samples import document, meeting

NewDatabase = Callable[[], str]


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    assert ScriptDirectory.from_config(migrations()).get_heads() == [REVISION]


def test_migrations_make_the_tables_that_the_code_expects(new_database: NewDatabase) -> None:
    place = new_database()
    Store.open(place).close()
    engine = engine_for(address(place))
    with engine.connect() as connection:
        ours = {"version_table": VERSION_TABLE, "compare_type": True, "include_name": _is_ours}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """The search index is of another make on each back end, and SQLite keeps it in tables of its own."""
    return kind != "table" or not (name or "").startswith("text_words")


def test_a_newer_database_is_refused(new_database: NewDatabase) -> None:
    place = new_database()
    Store.open(place).close()
    engine = engine_for(address(place))
    with engine.begin() as connection:
        connection.execute(sa.text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer Comity"):
        Store.open(place)


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"another program's database.*'bookmarks'"):
        Store.open(path)
    assert path.read_bytes() == before


def test_another_programs_tables_are_refused_where_names_clash(new_database: NewDatabase) -> None:
    place = new_database()
    engine = engine_for(address(place))
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE events (id INTEGER)"))
    engine.dispose()
    with pytest.raises(StoreError, match="another program's database"):
        Store.open(place)


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("SCO ministers met.\n" * 100)
    with pytest.raises(StoreError, match=r"not a database; name another file with --db"):
        Store.open(path)
    assert path.read_text().startswith("SCO ministers met.")


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with Store.open(path) as store:
        store.add(document("a"), Reading(()))
    assert path.stat().st_size > 0


def test_a_database_in_memory_is_gone_when_closed() -> None:
    with Store.open(":memory:") as store:
        store.add(document("a"), Reading(()))
        assert [told.id for told in store.documents()] == ["a"]
    with Store.open(":memory:") as store:
        assert list(store.documents()) == []


def test_readers_and_a_writer_share_a_file(tmp_path: Path) -> None:
    Store.open(tmp_path / "a.db").close()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_database_of_the_first_tables_is_brought_up_with_all_that_it_has(new_database: NewDatabase) -> None:
    place = new_database()
    told = document("a", text="They met in Moscow.", published=date(2020, 9, 4))
    record = meeting(told, orgs=("SCO",), date="2020-09-03")
    _first_tables(place, told, record)
    with Store.open(place) as store:
        assert list(store.documents()) == [told]
        assert [one.record for one in store.records()] == [record]
        assert [(event.id, event.date) for event in store.events()] == [
            (event_id(record_id("a", record)), "2020-09-03")
        ]
        assert [found.document for found in store.search("moscow")] == ["a"]


def _first_tables(place: str, told: Document, record: EventRecord) -> None:
    """A database as the first version of the tables left it, with an event of its own making."""
    engine = engine_for(address(place))
    with write_transaction(engine) as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        name = record_id(told.id, record)
        _insert(
            connection,
            "documents",
            {name: getattr(told, name) for name in told.__struct_fields__}
            | {"digest": "", "reading": "", "rules": "", "unread": "[]"},
        )
        plain = {"id": name, "document": "a", "position": 0, "kind": "meeting", "status": "held", "level": record.level}
        content = {"content": msgspec.json.encode(record).decode(), "rule": "sample", "date": record.date}
        _insert(connection, "records", plain | content | {"fold": name})
        event = {"id": "old", "kind": "meeting", "status": "held", "level": record.level, "content": "{}", "fold": name}
        _insert(connection, "events", event)
        _insert(connection, "event_records", {"event": "old", "record": name})
        _insert(connection, "stale_folds", {"fold": name})
        _insert(connection, "meta", {"name": "resolver", "value": "each-alone-1"})
    engine.dispose()


def _insert(connection: sa.Connection, table: str, row: dict[str, Any]) -> None:
    connection.execute(sa.insert(sa.table(table, *map(sa.column, row))), [row])
