"""What a sentence tells of belonging, and how a table writes it down."""

from __future__ import annotations

from comity.reading.extractors.memberships import extract
from tests.reading.extractors.reports import analysed


def told(text: str, title: str) -> set[tuple[str, str, str, str | None]]:
    return {(one.org, one.state, one.status, one.change) for one in extract(analysed(text, title=title or None))}


def meant(words: str) -> set[tuple[str, str, str, str | None]]:
    """ "SCO member accession BLR IRN; SCO observer MNG" as records."""
    records: set[tuple[str, str, str, str | None]] = set()
    for part in filter(None, words.split("; ")):
        org, status, *rest = part.split()
        change = rest.pop(0) if rest[0].islower() else None
        records |= {(org, state, status, change) for state in rest}
    return records
