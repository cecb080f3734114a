"""The tables. A change here needs a new file in `migrations/versions` and its name in REVISION."""

from __future__ import annotations

import sqlalchemy as sa

REVISION = "0001"
"""The newest migration; a database with another one is older (and is brought up) or newer (and is refused)."""

VERSION_TABLE = "comity_version"

metadata = sa.MetaData()

# Both back ends must put ids in one order, whatever the server's locale.
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def _reference(column: str, *, primary_key: bool = False, index: bool | None = None) -> sa.Column[str]:
    """`documents.id` as the column `document`; what refers to a row goes with it."""
    name = column.split(".")[0].removesuffix("s")
    target = sa.ForeignKey(column, ondelete="CASCADE")
    return sa.Column(name, KEY, target, nullable=False, primary_key=primary_key, index=index)


meta = sa.Table(
    "meta",
    metadata,
    sa.Column("name", KEY, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", KEY, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("outlet", sa.Text),
    sa.Column("origin", sa.Text),
    sa.Column("published", sa.Date, index=True),
    sa.Column("language", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("body", sa.Integer, nullable=False),
    # What was read, and under which rules: tells whether reading again would change anything.
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("reading", sa.Text, nullable=False),
    sa.Column("rules", sa.Text, nullable=False),
    sa.Column("unread", sa.Text, nullable=False),
)

records = sa.Table(
    "records",
    metadata,
    sa.Column("id", KEY, primary_key=True),
    _reference("documents.id", index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("status", sa.Text),
    sa.Column("level", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("first_day", sa.Date, index=True),
    sa.Column("day_after", sa.Date),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    # Which tellings a resolver folds together; empty for records that tell of no event.
    sa.Column("fold", KEY, index=True),
)

evidence = sa.Table(
    "evidence",
    metadata,
    _reference("records.id", primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
)

record_orgs = sa.Table(
    "record_orgs",
    metadata,
    _reference("records.id", primary_key=True),
    sa.Column("org", KEY, primary_key=True, index=True),
    sa.Column("role", KEY, primary_key=True),
)

record_states = sa.Table(
    "record_states",
    metadata,
    _reference("records.id", primary_key=True),
    sa.Column("state", KEY, primary_key=True, index=True),
    sa.Column("role", KEY, primary_key=True),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", KEY, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("date", sa.Text),
    sa.Column("first_day", sa.Date, index=True),
    sa.Column("day_after", sa.Date),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("fold", KEY, nullable=False, index=True),
)

event_records = sa.Table(
    "event_records",
    metadata,
    _reference("events.id", primary_key=True),
    _reference("records.id", primary_key=True, index=True),
)

event_orgs = sa.Table(
    "event_orgs",
    metadata,
    _reference("events.id", primary_key=True),
    sa.Column("org", KEY, primary_key=True, index=True),
    sa.Column("role", KEY, primary_key=True),
)

event_states = sa.Table(
    "event_states",
    metadata,
    _reference("events.id", primary_key=True),
    sa.Column("state", KEY, primary_key=True, index=True),
    sa.Column("role", KEY, primary_key=True),
)

# Groups whose tellings changed and that are to be folded again. Written in the document's own transaction,
# so a run that was killed is caught up with by the next one.
stale_folds = sa.Table(
    "stale_folds",
    metadata,
    sa.Column("fold", KEY, primary_key=True),
)
