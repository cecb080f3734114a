"""Accounts that lean on one another, judgements, fingerprints of texts, aliases of events, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from comity.store.tellings import fingerprint_all
from comity.store.text_index import create, fill

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    _documents()
    _records_and_events()
    _accounts()
    _stale()
    _judgements()
    _texts()


def _reference(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _documents() -> None:
    op.add_column("documents", sa.Column("bands", sa.LargeBinary))


def _records_and_events() -> None:
    """Events are folded again from their records, under the ids that they had."""
    _rename("records", "fold", "account")
    op.drop_table("event_records")
    op.execute("DELETE FROM events")
    op.execute("DELETE FROM meta WHERE name = 'resolver'")
    _rename("events", "fold", "root")
    op.create_table(
        "event_records",
        _reference("event", "events"),
        _reference("record", "records"),
        sa.Column("alias", KEY, nullable=False),
        sa.PrimaryKeyConstraint("event", "record"),
    )
    _index("event_records", "record", "alias")


def _rename(table: str, old: str, new: str) -> None:
    # Not through a copy of the table: to drop it would take along all that refers to it.
    op.drop_index(f"ix_{table}_{old}", table)
    op.execute(f"ALTER TABLE {table} RENAME COLUMN {old} TO {new}")
    _index(table, new)


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("root", KEY, nullable=False),
        sa.Column("leans_on", KEY),
        sa.Column("sure", sa.Float),
        sa.Column("because", sa.Text),
    )
    _index("accounts", "root", "leans_on", "sure")
    op.create_table(
        "account_keys",
        _reference("account", "accounts"),
        sa.Column("key", KEY, nullable=False),
        sa.Column("anchor", sa.Integer),
        sa.PrimaryKeyConstraint("account", "key"),
    )
    op.create_index("ix_account_keys_key_anchor", "account_keys", ["key", "anchor"])


def _stale() -> None:
    op.drop_table("stale_folds")
    for name in ("account", "root"):
        op.create_table(f"stale_{name}s", sa.Column(name, KEY, primary_key=True))
    op.create_table(
        "stale_keys",
        sa.Column("key", KEY, nullable=False),
        sa.Column("since", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("until", sa.Integer, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("key", "since", "until"),
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "judgement_records",
        _reference("judgement", "judgements"),
        sa.Column("record", KEY, nullable=False),
        sa.PrimaryKeyConstraint("judgement", "record"),
    )
    _index("judgement_records", "record")


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("document", KEY, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.UniqueConstraint("number"),
    )
    connection = op.get_bind()
    create(connection)
    fill(connection)
    fingerprint_all(connection)
