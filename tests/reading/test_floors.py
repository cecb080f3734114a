"""Quality on the annotated reports does not sink unnoticed: each figure has a floor, which is raised and never lowered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from comity.model.document import Document
from comity.reading.reader import Reader
from tests.reading.scoring import Read, Row, figures

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = {
    "events": 0.75,
    "main dates": 0.92,
    "status": 0.89,
    "level": 0.95,
    "organizations": 0.94,
    "country": 0.87,
    "mode": 0.90,
    "participants": 0.84,
    "memberships": 0.85,
    "chairs": 0.85,
    "tallies": 0.77,
    "outcomes": 0.77,
    "speakers": 0.87,
    "contents": 0.78,
}


@pytest.fixture(scope="module")
def read() -> Read:
    reader = Reader()
    rows = [row for name in ("en.jsonl", "chains.jsonl") for row in _rows(CORPUS / name)]
    return [(row, reader.read(_document(row)).records) for row in rows]


@pytest.fixture(scope="module")
def measured(read: Read) -> dict[str, float]:
    return figures(read)


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] == "en":
            yield row


def _document(row: Row) -> Document:
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(row["id"], row["id"], row["text"], row.get("title"), row.get("outlet"), None, day, "en")


def test_every_quote_is_exact(read: Read) -> None:
    for row, records in read:
        for record in records:
            assert record.evidence
            assert all(row["text"][one.start : one.end] == one.quote for one in record.evidence), row["id"]


@pytest.mark.parametrize("figure", FLOORS)
def test_figure_is_not_below_its_floor(measured: dict[str, float], figure: str) -> None:
    assert measured[figure] >= FLOORS[figure]


def test_reports_without_events_yield_none(measured: dict[str, float]) -> None:
    assert measured["false events"] <= 0.08
