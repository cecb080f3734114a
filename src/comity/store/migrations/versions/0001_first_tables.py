"""The first tables: documents, what was read from them, and the events that it comes to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    _meta()
    _documents()
    _records()
    _events()


def _reference(name: str, table: str) -> sa.Column[str]:
    return sa.Column(name, KEY, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def _links(owner: str, code: str) -> None:
    name = f"{owner}_{code}s"
    op.create_table(
        name,
        _reference(owner, f"{owner}s"),
        sa.Column(code, KEY, nullable=False),
        sa.Column("role", KEY, nullable=False),
        sa.PrimaryKeyConstraint(owner, code, "role"),
    )
    op.create_index(f"ix_{name}_{code}", name, [code])


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _meta() -> None:
    op.create_table("meta", sa.Column("name", KEY, primary_key=True), sa.Column("value", sa.Text, nullable=False))
    op.create_table("stale_folds", sa.Column("fold", KEY, primary_key=True))


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("origin", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("language", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("body", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("unread", sa.Text, nullable=False),
    )
    _index("documents", "published")


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("id", KEY, primary_key=True),
        _reference("document", "documents"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("status", sa.Text),
        sa.Column("level", sa.Text),
        sa.Column("date", sa.Text),
        sa.Column("first_day", sa.Date),
        sa.Column("day_after", sa.Date),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("fold", KEY),
    )
    _index("records", "document", "kind", "first_day", "fold")
    op.create_table(
        "evidence",
        _reference("record", "records"),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("record", "position"),
    )
    _links("record", "org")
    _links("record", "state")


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("first_day", sa.Date),
        sa.Column("day_after", sa.Date),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("fold", KEY, nullable=False),
    )
    _index("events", "kind", "first_day", "fold")
    op.create_table(
        "event_records",
        _reference("event", "events"),
        _reference("record", "records"),
        sa.PrimaryKeyConstraint("event", "record"),
    )
    _index("event_records", "record")
    _links("event", "org")
    _links("event", "state")
