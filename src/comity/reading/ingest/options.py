"""What the caller knows of all reports, and how their columns are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from comity.errors import UsageError

COLUMNS = ("text", "id", "title", "published", "lang", "outlet", "origin", "url")


class Options(msgspec.Struct, frozen=True):
    """ "All of these are Russian, and what they call `headline` is the title": `columns` is {"title": "headline"}."""

    published: date | None = None
    language: str | None = None
    columns: Mapping[str, str] = {}


def read_columns(written: str) -> dict[str, str]:
    """`text=body,title=headline` as {"text": "body", "title": "headline"}. Raises UsageError."""
    found: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in written.split(","))):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or not theirs:
            raise UsageError(f"{pair!r} names no column; write text=body,title=headline")
        if ours not in COLUMNS:
            raise UsageError(f"{ours!r} is no field of a report; those are: {', '.join(COLUMNS)}")
        if ours in found:
            raise UsageError(f"{ours!r} is given two columns: {found[ours]!r} and {theirs!r}")
        found[ours] = theirs
    return found
