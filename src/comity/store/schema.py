"""The tables. A change here needs a new file in `migrations/versions` and its name in REVISION."""

from __future__ import annotations

import sqlalchemy as sa

REVISION = "0002"
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
    # The text's fingerprint, by which its copies are told; only where it tells of events.
    sa.Column("bands", sa.LargeBinary),
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
    # Those who say the same; empty for records that tell of no event.
    sa.Column("account", KEY, index=True),
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
    # The account on which all of its accounts come to rest.
    sa.Column("root", KEY, nullable=False, index=True),
)

event_records = sa.Table(
    "event_records",
    metadata,
    _reference("events.id", primary_key=True),
    _reference("records.id", primary_key=True, index=True),
    # The id that the event would have if this record were its earliest: by it, too, the event is found.
    sa.Column("alias", KEY, nullable=False, index=True),
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

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", KEY, primary_key=True),
    sa.Column("content", sa.Text, nullable=False),
    # Where it comes to rest: itself, or what it leans on in the end, or what a person joined it with.
    sa.Column("root", KEY, nullable=False, index=True),
    sa.Column("leans_on", KEY, index=True),
    sa.Column("sure", sa.Float, index=True),
    sa.Column("because", sa.Text),
)

# What accounts of one event share; those that a person set apart have none.
account_keys = sa.Table(
    "account_keys",
    metadata,
    _reference("accounts.id", primary_key=True),
    sa.Column("key", KEY, primary_key=True),
    # The day around which the account lies, as its number in the calendar; none where nothing tells.
    sa.Column("anchor", sa.Integer),
    sa.Index("ix_account_keys_key_anchor", "key", "anchor"),
)

# What is still to be done. Written in the transaction that made it necessary, so a run that was killed is caught up
# with by the next one: accounts to be summarized, keys under which accounts are to be asked again on what they lean (those
# that lie on certain days), roots whose event is to be folded.
stale_accounts = sa.Table("stale_accounts", metadata, sa.Column("account", KEY, primary_key=True))
stale_roots = sa.Table("stale_roots", metadata, sa.Column("root", KEY, primary_key=True))
stale_keys = sa.Table(
    "stale_keys",
    metadata,
    sa.Column("key", KEY, primary_key=True),
    sa.Column("since", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("until", sa.Integer, primary_key=True, autoincrement=False),
)

judgements = sa.Table(
    "judgements",
    metadata,
    sa.Column("id", KEY, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
)

# Not tied to the records: one that is read again meets what was judged of it.
judgement_records = sa.Table(
    "judgement_records",
    metadata,
    _reference("judgements.id", primary_key=True),
    sa.Column("record", KEY, primary_key=True, index=True),
)

# The number of a report in the search index `text_words`, which is of another make on each back end and not listed here.
texts = sa.Table(
    "texts",
    metadata,
    sa.Column("document", KEY, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False, unique=True, autoincrement=False),
)
