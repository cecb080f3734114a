"""The index that reports are searched by: FTS5 on SQLite, a tsvector on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from comity.store.schema import documents, texts
from comity.store.words import Snippet, Term, snippet_of, spaced, terms_of

_BATCH = 500

_CREATE = {
    # Without a copy of the text: the quotes come from the reports themselves.
    "sqlite": ["CREATE VIRTUAL TABLE text_words USING fts5(title, text, content='', tokenize='unicode61')"],
    "postgresql": [
        "CREATE TABLE text_words (number INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_text_words_words ON text_words USING gin (words)",
    ],
}
_INSERT = {
    "sqlite": "INSERT INTO text_words (rowid, title, text) VALUES (:number, :title, :text)",
    "postgresql": "INSERT INTO text_words (number, words) VALUES (:number,"
    " setweight(to_tsvector('simple', :title), 'A') || to_tsvector('simple', :text))",
}
# A word in the title counts as four in the text.
_MATCH = {
    "sqlite": "SELECT rowid AS number, -bm25(text_words, 4.0, 1.0) AS rank FROM text_words WHERE text_words MATCH :query",
    "postgresql": "SELECT number, ts_rank(words, asked, 1) AS rank"
    " FROM text_words, to_tsquery('simple', :query) AS asked WHERE words @@ asked",
}


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Report A has what was asked for: "… the **ministers** met in **Moscow** …". The higher its rank, the better.

    `snippet.start` counts from the start of the report's text, `snippet.marks` from the start of the snippet.
    """

    document: str
    title: str | None
    outlet: str | None
    published: date | None
    language: str | None
    snippet: Snippet
    rank: float


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """Which reports are searched: those in `language`, published from `since` up to, not including, `until`."""

    language: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 20

    def conditions(self) -> list[sa.ColumnElement[bool]]:
        found: list[sa.ColumnElement[bool]] = []
        if self.language:
            found.append(documents.c.language == self.language)
        if self.since:
            found.append(documents.c.published >= self.since)
        if self.until:
            found.append(documents.c.published < self.until)
        return found


def create(connection: sa.Connection) -> None:
    for statement in _CREATE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def fill(connection: sa.Connection) -> None:
    """Indexes all reports of a database that had no index."""
    query = sa.select(documents.c.id, documents.c.title, documents.c.text).order_by(documents.c.id).limit(_BATCH)
    last = ""
    while batch := connection.execute(query.where(documents.c.id > last)).all():
        index(connection, [dict(row._mapping) for row in batch])
        last = batch[-1].id


def index(connection: sa.Connection, kept: Sequence[Mapping[str, Any]]) -> None:
    """Takes reports in, by their rows; what was indexed of them before is found no more."""
    if not kept:
        return
    # A number is never given twice, so what is left in the index of an older text leads nowhere.
    first = (connection.scalar(sa.select(sa.func.max(texts.c.number))) or 0) + 1
    connection.execute(sa.delete(texts).where(texts.c.document.in_([row["id"] for row in kept])))
    numbered = list(enumerate(kept, first))
    connection.execute(sa.insert(texts), [{"document": row["id"], "number": number} for number, row in numbered])
    words = [{"number": at, "title": spaced(row["title"] or ""), "text": spaced(row["text"])} for at, row in numbered]
    connection.execute(sa.text(_INSERT[connection.dialect.name]), words)


def search(connection: sa.Connection, query: str, sought: Sought) -> list[Found]:
    """The reports that have all that is asked for, the best first."""
    terms = terms_of(query)
    if not terms:
        return []
    written = {"sqlite": _for_sqlite, "postgresql": _for_postgresql}[connection.dialect.name](terms)
    matched = sa.text(_MATCH[connection.dialect.name]).bindparams(query=written)
    hits = matched.columns(sa.column("number", sa.Integer), sa.column("rank", sa.Float)).subquery("hits")
    wanted = (
        sa.select(documents, hits.c.rank)
        .join(texts, texts.c.document == documents.c.id)
        .join(hits, hits.c.number == texts.c.number)
        .where(*sought.conditions())
        .order_by(hits.c.rank.desc(), documents.c.id)
        .limit(sought.limit)
    )
    return [_found(row, terms) for row in connection.execute(wanted)]


def _found(row: sa.Row[Any], terms: Sequence[Term]) -> Found:
    snippet = snippet_of(row.text, terms)
    return Found(
        document=row.id,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        language=row.language,
        snippet=snippet,
        rank=round(row.rank, 6),
    )


def _for_sqlite(terms: Iterable[Term]) -> str:
    return " AND ".join(
        _either(f'"{" ".join(term.tokens)}"', f'"{term.stem}" *' if term.stem else None) for term in terms
    )


def _for_postgresql(terms: Iterable[Term]) -> str:
    def phrase(term: Term) -> str:
        return " <-> ".join(f"'{token}'" for token in term.tokens)

    return " & ".join(_either(f"({phrase(term)})", f"'{term.stem}':*" if term.stem else None, "|") for term in terms)


def _either(whole: str, begun: str | None, word: str = "OR") -> str:
    """A word as it is counts besides what begins like it, and so more."""
    return f"({whole} {word} {begun})" if begun else whole
