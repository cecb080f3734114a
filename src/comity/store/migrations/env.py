"""Run by alembic inside the transaction that `comity.store.migrate` opened."""

from __future__ import annotations

from alembic import context

from comity.store.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    # SQLite can hardly alter a table; alembic then copies it.
    render_as_batch=True,
)
context.run_migrations()
