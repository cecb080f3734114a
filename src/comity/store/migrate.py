"""Brings a database's tables up to this version of the code; refuses what is newer or not ours."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import sqlalchemy as sa

from comity.errors import StoreError
from comity.store.connect import read_transaction, write_ahead, write_transaction
from comity.store.schema import REVISION, VERSION_TABLE, metadata

if TYPE_CHECKING:
    from alembic.config import Config


def bring_up(engine: sa.Engine) -> None:
    """Creates the tables of a new database, or migrates those of an old one. Raises StoreError."""
    found = revision(engine)
    write_ahead(engine)
    if found == REVISION:
        return
    with write_transaction(engine) as connection:
        _upgrade(connection, engine.url.render_as_string())


def revision(engine: sa.Engine) -> str | None:
    """Which migration a database has; None for an empty one. Raises StoreError for what is not ours."""
    with read_transaction(engine) as connection:
        tables = set(sa.inspect(connection).get_table_names())
        if VERSION_TABLE in tables:
            return _revision(connection)
    strange = tables if engine.dialect.name == "sqlite" else tables & set(metadata.tables)
    if strange:
        why = f"another program's database (it has tables such as {min(strange)!r}); name another with --db"
        raise StoreError(engine.url.render_as_string(), why)
    return None


def _revision(connection: sa.Connection) -> str | None:
    version = sa.table(VERSION_TABLE, sa.column("version_num", sa.String))
    return connection.scalar(sa.select(version.c.version_num))


def _upgrade(connection: sa.Connection, url: str) -> None:
    # Alembic takes half a second to import, and an up-to-date database does not need it.
    from alembic import command
    from alembic.script import ScriptDirectory

    config = migrations()
    known = {one.revision for one in ScriptDirectory.from_config(config).walk_revisions()}
    # Asked again under the writers' lock: another program may have made the tables meanwhile.
    found = _revision(connection) if sa.inspect(connection).has_table(VERSION_TABLE) else None
    if found is not None and found not in known:
        raise StoreError(url, f"made by a newer Comity (its tables are {found!r}, ours {REVISION!r}); update Comity")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def migrations() -> Config:
    """Alembic's configuration; there is no ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("comity.store") / "migrations"))
    return config
