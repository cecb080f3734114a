"""Floors of the languages that are read through an adapter; raised with the figures, never lowered."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from comity.model.document import Document
from comity.reading.languages import adapted_languages
from comity.reading.reader import Reader
from tests.reading.scoring import Read, Row, figures

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = {
    "ru": {
        "events": 0.67,
        "main dates": 0.79,
        "status": 0.94,
        "level": 0.93,
        "organizations": 0.90,
        "country": 0.78,
        "mode": 0.84,
        "participants": 0.66,
        "memberships": 0.74,
        "chairs": 0.67,
        "speakers": 0.70,
        "contents": 0.62,
    },
    "zh": {
        "events": 0.60,
        "main dates": 0.79,
        "status": 0.90,
        "level": 0.98,
        "organizations": 0.87,
        "country": 0.83,
        "mode": 0.88,
        "participants": 0.87,
        "memberships": 0.77,
        "chairs": 0.72,
        "speakers": 0.66,
        "contents": 0.66,
    },
}
MOST_FALSE_EVENTS = {"ru": 0.0, "zh": 0.15}


@lru_cache(maxsize=2)
def _read(language: str) -> Read:
    reader = Reader()
    rows = [json.loads(line) for line in (CORPUS / f"{language}.jsonl").read_text("utf-8").splitlines()]
    return [(row, reader.read(_document(row, language)).records) for row in rows]


@lru_cache(maxsize=2)
def _measured(language: str) -> dict[str, float]:
    return figures(_read(language))


def _document(row: Row, language: str) -> Document:
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(row["id"], row["id"], row["text"], row.get("title"), row.get("outlet"), None, day, language)


def test_every_adapted_language_has_floors() -> None:
    assert set(FLOORS) == set(adapted_languages())


@pytest.mark.parametrize("language", FLOORS)
def test_every_quote_is_exact(language: str) -> None:
    for row, records in _read(language):
        for record in records:
            assert record.evidence
            assert all(row["text"][one.start : one.end] == one.quote for one in record.evidence), row["id"]


@pytest.mark.parametrize(
    ("language", "figure"), [(language, figure) for language in FLOORS for figure in FLOORS[language]]
)
def test_figure_is_not_below_its_floor(language: str, figure: str) -> None:
    assert _measured(language)[figure] >= FLOORS[language][figure]


@pytest.mark.parametrize("language", FLOORS)
def test_reports_without_events_yield_none(language: str) -> None:
    assert _measured(language)["false events"] <= MOST_FALSE_EVENTS[language]
