"""How well folding does on the annotated stories."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from comity.model.document import Document
from comity.model.event import Event
from comity.model.record import EventRecord, record_id
from comity.model.when import When
from comity.reading.reader import Reader
from comity.resolving import Following, Report, Telling
from comity.resolving.together import events_of
from tests.reading.scoring import aligned_events

CORPUS = Path(__file__).parents[1] / "corpus"
Row = dict[str, Any]
Labels = dict[str, str]
"""The labelled event of a telling, by the telling's id; background has none."""


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()]


def from_labels() -> tuple[list[Telling], Labels]:
    """What a careful coder reads."""
    tellings: list[Telling] = []
    labels: Labels = {}
    for row in rows("chains.jsonl"):
        for number, event in enumerate(row["gold"]["events"]):
            start = row["text"].find(event["quote"])
            words = {"start": start, "end": start + len(event["quote"]), "quote": event["quote"]}
            fields = {name: value for name, value in event.items() if name not in ("quote", "event_id")}
            record = msgspec.convert(fields | {"evidence": [words]}, EventRecord)
            telling = Telling(f"{record_id(row['id'], record)}-{number}", record, _report(row))
            tellings.append(telling)
            labels |= {telling.id: event["event_id"]} if event.get("event_id") else {}
    return tellings, labels


def from_reading() -> tuple[list[Telling], Labels]:
    """What Comity reads. Records that answer no label are background."""
    reader = Reader()
    tellings: list[Telling] = []
    labels: Labels = {}
    for row in rows("chains.jsonl"):
        read = [one for one in reader.read(_document(row)).records if isinstance(one, EventRecord)]
        named = {
            id(got): gold["event_id"]
            for gold, got in aligned_events(row["gold"]["events"], read)
            if gold.get("event_id")
        }
        for record in read:
            telling = Telling(record_id(row["id"], record), record, _report(row))
            tellings.append(telling)
            labels |= {telling.id: named[id(record)]} if id(record) in named else {}
    return tellings, labels


def figures(tellings: Iterable[Telling], labels: Labels) -> dict[str, float]:
    """B-cubed F1 over labelled mentions, wrong merges, and how often status, date and origins of an event are right."""
    events = events_of(tellings, Following())
    wanted = Counter(
        event["event_id"] for row in rows("chains.jsonl") for event in row["gold"]["events"] if event.get("event_id")
    )
    held = {event.id: Counter(labels[record] for record in event.records if record in labels) for event in events}
    return {
        "bcubed": _bcubed(held, wanted),
        "wrong merges": float(sum(max(0, len(found) - 1) for found in held.values())),
        **_answers(events, held, wanted),
    }


def _bcubed(held: Mapping[str, Counter[str]], wanted: Counter[str]) -> float:
    shared = [(name, count, found.total()) for found in held.values() for name, count in found.items()]
    precision = sum(n * n / total for _, n, total in shared) / sum(n for _, n, _ in shared)
    recall = sum(n * n / wanted[name] for name, n, _ in shared) / wanted.total()
    return 2 * precision * recall / (precision + recall)


def _answers(events: Iterable[Event], held: Mapping[str, Counter[str]], wanted: Counter[str]) -> dict[str, float]:
    right: dict[str, int] = defaultdict(int)
    found = list(events)
    expected = [
        event for chain in rows("chains_expected.jsonl") for event in chain["events"] if event["event_id"] in wanted
    ]
    for want in expected:
        event = max(found, key=lambda one: held[one.id][want["event_id"]])
        if held[event.id][want["event_id"]]:
            right["status"] += event.status == want["final_status"]
            right["date"] += _days(event.date) == _days(want["date"])
            right["origins"] += event.origins == want["independent_origins"]
    return {name: count / len(expected) for name, count in right.items()}


def _days(text: str | None) -> tuple[date | None, date | None] | None:
    when = When.parse(text) if text else None
    return (when.lower, when.upper) if when else None


def _report(row: Row) -> Report:
    return Report(row["id"], row["id"], row["outlet"], row["origin"], _published(row), row["lang"], row["title"])


def _document(row: Row) -> Document:
    return Document(
        row["id"], row["id"], row["text"], row["title"], row["outlet"], row["origin"], _published(row), "en"
    )


def _published(row: Row) -> date | None:
    return date.fromisoformat(row["published"]) if row["published"] else None
