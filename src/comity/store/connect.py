"""Addresses of databases, and connections that behave alike on SQLite and PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from comity.errors import StoreError
from comity.store.refusals import refusing

_BUSY_SECONDS = 30
_CACHE_KILOBYTES = 200_000
# All writers of one PostgreSQL database queue for this lock, as SQLite makes them do.
_WRITERS = 0x636F6D69
_WRITING = "comity_writing"


def address(place: str | Path) -> sa.URL:
    """The URL of a path or URL. Raises StoreError for one that cannot be."""
    text = str(place)
    if "://" not in text:
        return _file_address(text)
    try:
        url = make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreError(
            _without_password(text), "not a database address; write sqlite:///FILE or postgresql://USER@HOST/NAME"
        ) from error
    backend = url.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(str(url), f"unknown kind of database {backend!r}; known are sqlite and postgresql")
    return url


def _without_password(text: str) -> str:
    scheme, _, rest = text.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _file_address(text: str) -> sa.URL:
    path = Path(text)
    if text == ":memory:":
        return sa.URL.create("sqlite")
    if path.is_dir():
        raise StoreError(text, "a folder, not a database file")
    if not path.parent.is_dir():
        raise StoreError(text, f"the folder {str(path.parent)!r} does not exist")
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return sa.URL.create("sqlite", database=text)
    return _read_only(path)


def _read_only(path: Path) -> sa.URL:
    """A file that we may only look at. Without a log beside it no one is writing, and none can be made."""
    query = {"mode": "ro", "uri": "true"}
    if not Path(f"{path}-wal").exists():
        query["immutable"] = "1"
    return sa.URL.create("sqlite", database=path.resolve().as_uri(), query=query)


def is_absent(url: sa.URL) -> bool:
    """Whether a SQLite file is named that is not there."""
    return (
        url.get_backend_name() == "sqlite"
        and bool(url.database)
        and not url.query
        and not Path(url.database or "").exists()
    )


def engine_for(url: sa.URL) -> sa.Engine:
    """An engine. Raises StoreError where PostgreSQL's driver is not installed."""
    if url.get_backend_name() == "sqlite":
        engine = sa.create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return sa.create_engine(url, connect_args={"connect_timeout": 10}, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(
            url.render_as_string(), "PostgreSQL needs its driver: pip install 'comity[postgresql]'"
        ) from error


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver would begin transactions by itself, and late; see _begin_sqlite.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that begins as a reader and turns writer fails at once when another wrote in between.
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def write_ahead(engine: sa.Engine) -> None:
    """Lets SQLite's readers read while one writes. Kept in the file, so asked for once."""
    if engine.dialect.name != "sqlite" or "mode" in engine.url.query:
        return
    # Outside of any transaction, hence not through the two below.
    with refusing(engine.url.render_as_string()), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


@contextmanager
def read_transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A short transaction that only looks. Raises StoreError."""
    with refusing(engine.url.render_as_string()), engine.begin() as connection:
        yield connection


@contextmanager
def write_transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that is kept as a whole or not at all; one writer at a time. Raises StoreError."""
    with refusing(engine.url.render_as_string()), engine.connect() as plain:
        connection = plain.execution_options(**{_WRITING: True})
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITERS)))
            yield connection
