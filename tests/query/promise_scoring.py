"""How many promises of the annotated stories come to what a careful analyst says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from comity.model.event import Event
from comity.model.promise import Promise
from comity.model.record import StatementRecord
from comity.model.when import When
from comity.query.promising import fulfilled, promises_of, wishes_of
from comity.resolving import Following, Telling
from comity.resolving.together import events_of
from tests.query.tellings import Memory
from tests.resolving.scoring import Labels, rows

Row = dict[str, Any]
Folded = Callable[[Sequence[Telling], Labels], list[Event]]


def by_label(tellings: Sequence[Telling], labels: Labels) -> list[Event]:
    """Events as the annotator joins them."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for one in tellings:
        groups[labels.get(one.id, one.id)].append(one)
    return [Following().fold(group) for group in groups.values()]


def by_resolver(tellings: Sequence[Telling], _: Labels) -> list[Event]:
    return events_of(tellings, Following())


def answers(tellings: Sequence[Telling], labels: Labels, folded: Folded) -> Iterator[tuple[Row, Promise | None]]:
    """Each promise that an analyst lists of an event, with ours of the same event and, where there is one, due."""
    events = folded(tellings, labels)
    told = {one.id: one for one in tellings}
    spoken = _spoken().__getitem__
    for chain in rows("chains_expected.jsonl"):
        documents = {row["id"]: row["published"] for row in rows("chains.jsonl") if row["chain"] == chain["chain"]}
        as_of = date.fromisoformat(max(day for day in documents.values() if day))
        archive, found = Memory(*events), []
        for event in events:
            own = [told[one] for one in event.records]
            if any(one.report.id in documents for one in own):
                found += promises_of(event, own, spoken, archive=archive, as_of=as_of)
                found += fulfilled(wishes_of(own, spoken, as_of=as_of), archive=archive, as_of=as_of)
        for wanted in chain["promises"]:
            if wanted["event_id"]:
                words = {
                    (one.report.id, one.record.evidence[0].start)
                    for one in tellings
                    if labels.get(one.id) == wanted["event_id"]
                }
                yield wanted, _ours(wanted, found, words)


def _ours(wanted: Row, found: Sequence[Promise], words: set[tuple[str, int]]) -> Promise | None:
    of_it = [one for one in found if any((mention.document, mention.start) in words for mention in one.evidence)]
    return min(
        of_it,
        key=lambda one: (_unlike(one.due, wanted["due"]), one.made_on != wanted["made_on"], one.made_on or "~"),
        default=None,
    )


def _unlike(due: str | None, wanted: str | None) -> int:
    if due == wanted:
        return 0
    return 1 if due and wanted and When.parse(due).may_overlap(When.parse(wanted)) else 2


def _spoken() -> dict[str, list[StatementRecord]]:
    return {
        row["id"]: [_statement(row, one) for one in row["gold"].get("statements", [])] for row in rows("chains.jsonl")
    }


def _statement(row: Row, one: Row) -> StatementRecord:
    start = row["text"].find(one["quote"])
    words = {"start": start, "end": start + len(one["quote"]), "quote": one["quote"]}
    return msgspec.convert(
        {name: value for name, value in one.items() if name != "quote"} | {"evidence": [words]}, StatementRecord
    )
