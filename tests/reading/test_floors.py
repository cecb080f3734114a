"""Quality on the annotated reports does not sink unnoticed: each figure has a floor, which is raised and never lowered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from comity.model.document import Document
from comity.model.record import AnyRecord, EventRecord, MembershipRecord, OutcomeRecord, StatementRecord, TallyRecord
from comity.model.when import When
from comity.reading.reader import Reader

CORPUS = Path(__file__).parents[1] / "corpus"
Row = dict[str, Any]


@pytest.fixture(scope="module")
def readings() -> list[tuple[Row, tuple[AnyRecord, ...]]]:
    reader = Reader()
    return [
        (row, reader.read(_document(row)).records)
        for name in ("en.jsonl", "chains.jsonl")
        for row in _rows(CORPUS / name)
    ]


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] == "en":
            yield row


def _document(row: Row) -> Document:
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(row["id"], row["id"], row["text"], row.get("title"), row.get("outlet"), None, day, "en")


def _f1(pairs: Sequence[tuple[Sequence[object], Sequence[object]]]) -> float:
    """Of gold and read keys, each counted as often as it stands there."""
    hits = wanted = given = 0
    for gold, read in pairs:
        left = list(read)
        for key in gold:
            if key in left:
                left.remove(key)
                hits += 1
        wanted, given = wanted + len(gold), given + len(read)
    return 2 * hits / (wanted + given)


def test_every_quote_is_exact(readings: list[tuple[Row, tuple[AnyRecord, ...]]]) -> None:
    for row, records in readings:
        for record in records:
            assert record.evidence
            assert all(row["text"][one.start : one.end] == one.quote for one in record.evidence), row["id"]


def test_events_floor(readings: list[tuple[Row, tuple[AnyRecord, ...]]]) -> None:
    """An event counts with its level, its organizations and its month."""

    def key(level: object, formats: object, day: str | None) -> object:
        first = When.parse(day).lower if day else None
        return (level, formats, first.isoformat()[:7] if first else None)

    pairs = [
        (
            [
                key(one["level"], frozenset([*one["orgs"], *(one.get("guests") or ())]), one["date"])
                for one in row["gold"].get("events", ())
            ],
            [
                key(one.level, frozenset([*one.orgs, *one.guests]), one.date)
                for one in records
                if isinstance(one, EventRecord)
            ],
        )
        for row, records in readings
    ]
    assert _f1(pairs) >= 0.64


def test_memberships_floor(readings: list[tuple[Row, tuple[AnyRecord, ...]]]) -> None:
    pairs = [
        (
            [
                (one["org"], one["state"], one["status"], one.get("change"))
                for one in row["gold"].get("memberships", ())
            ],
            [(one.org, one.state, one.status, one.change) for one in records if isinstance(one, MembershipRecord)],
        )
        for row, records in readings
    ]
    assert _f1(pairs) >= 0.81


def test_tallies_floor(readings: list[tuple[Row, tuple[AnyRecord, ...]]]) -> None:
    pairs = [
        (
            [(float(one["value"]), one["bound"], one.get("org")) for one in row["gold"].get("tallies", ())],
            [(one.value, one.bound, one.org) for one in records if isinstance(one, TallyRecord)],
        )
        for row, records in readings
    ]
    assert _f1(pairs) >= 0.75


def test_outcomes_floor(readings: list[tuple[Row, tuple[AnyRecord, ...]]]) -> None:
    pairs = [
        (
            [(one["type"], frozenset(one.get("orgs") or ())) for one in row["gold"].get("outcomes", ())],
            [(one.type, frozenset(one.orgs)) for one in records if isinstance(one, OutcomeRecord)],
        )
        for row, records in readings
    ]
    assert _f1(pairs) >= 0.70


def test_speakers_floor(readings: list[tuple[Row, tuple[AnyRecord, ...]]]) -> None:
    pairs: list[tuple[list[object], list[object]]] = [
        (
            [one["speaker"].split()[-1] for one in row["gold"].get("statements", ())],
            [one.speaker.split()[-1] for one in records if isinstance(one, StatementRecord)],
        )
        for row, records in readings
    ]
    assert _f1(pairs) >= 0.85


def test_reports_without_events_yield_none(readings: list[tuple[Row, tuple[AnyRecord, ...]]]) -> None:
    without = [(row, records) for row, records in readings if not row["gold"].get("events")]
    false = [row["id"] for row, records in without if any(isinstance(one, EventRecord) for one in records)]
    assert len(false) / len(without) <= 0.08
