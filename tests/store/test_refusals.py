"""What a database refuses is told in words that help, and never with a password."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from comity.errors import StoreError
from comity.model.document import Document
from comity.model.record import Reading
from comity.store import Store
from comity.store.connect import address, engine_for
from comity.store.refusals import reason
from tests.postgresql import Server
from tests.store.samples import document, meeting


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "a.db") as opened:
        yield opened


def test_a_locked_file_is_told(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.store.connect._BUSY_SECONDS", 0.05)
    with Store.open(tmp_path / "a.db") as hasty, closing(sqlite3.connect(tmp_path / "a.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked by another program"):
            hasty.add(document("a"), Reading(()))


def test_a_locked_file_can_be_read(store: Store, tmp_path: Path) -> None:
    store.add(document("a"), Reading(()))
    with closing(sqlite3.connect(tmp_path / "a.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        assert [told.id for told in store.documents()] == ["a"]


def test_a_read_only_database_is_read(store: Store, tmp_path: Path) -> None:
    told = document("a")
    store.add(told, Reading((meeting(told),)))
    store.fold()
    with Store.open(_read_only(tmp_path / "a.db")) as looked_at:
        assert len(list(looked_at.events())) == 1


def test_a_read_only_database_is_not_written(store: Store, tmp_path: Path) -> None:
    with (
        Store.open(_read_only(tmp_path / "a.db")) as looked_at,
        pytest.raises(StoreError, match="read-only; make the file"),
    ):
        looked_at.add(document("a"), Reading(()))


def _read_only(path: Path) -> str:
    return f"sqlite:///{path.as_uri()}?mode=ro&uri=true"


def test_a_file_that_may_not_be_written_is_opened_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.add(document("a"), Reading(()))
    monkeypatch.setattr("os.access", lambda *_: False)
    with Store.open(path) as looked_at:
        assert [told.id for told in looked_at.documents()] == ["a"]
        with pytest.raises(StoreError, match="read-only"):
            looked_at.add(document("b"), Reading(()))


def test_a_full_disk_is_told_and_keeps_what_was_there(store: Store, tmp_path: Path) -> None:
    store.add(document("a"), Reading(()))
    engine = engine_for(address(tmp_path / "a.db"))
    sa.event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    small = Store(engine, store._resolver)
    with small, pytest.raises(StoreError, match="the disk is full"):
        small.add(Document("b", "b.txt", "SCO " * 100_000), Reading(()))
    assert [told.id for told in store.documents()] == ["a"]


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("nowhere/a.db", "the folder 'nowhere' does not exist"),
        (".", "a folder, not a database file"),
        ("sqlite:////nowhere/at/all/a.db", "cannot be opened; its folder is missing"),
        ("mysql://user:secret@host/a", "unknown kind of database 'mysql'; known are sqlite and postgresql"),
        ("postgresql://user:secret@host:port/a", "not a database address"),
    ],
)
def test_an_address_that_cannot_be_is_told(place: str, why: str) -> None:
    with pytest.raises(StoreError, match=why) as told:
        Store.open(place)
    assert "secret" not in str(told.value)


def test_a_wrong_password_is_told_without_it(postgresql: Server) -> None:
    with pytest.raises(StoreError, match="refused the user or password") as told:
        Store.open(postgresql.url(password="guessed"))
    assert "guessed" not in str(told.value)
    assert "tester:***@127.0.0.1" in str(told.value)


def test_a_server_that_is_down_is_told(postgresql: Server) -> None:
    with pytest.raises(StoreError, match="no server answers there") as told:
        Store.open(postgresql.url(port=1))
    assert "kept" not in str(told.value)


def test_a_database_that_is_not_there_is_told(postgresql: Server) -> None:
    with pytest.raises(StoreError, match="no such database"):
        Store.open(postgresql.url("absent"))


def test_what_a_driver_says_is_quoted_where_we_know_no_better() -> None:
    assert reason("strange things\nDETAIL: more") == "the database refused: strange things"
    assert reason("") == "the database refused: no reason given"
