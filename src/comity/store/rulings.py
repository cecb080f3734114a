"""What the judgements of persons, taken together, say of each record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, get_type_hints

import msgspec

from comity.errors import DateError, UsageError
from comity.model.document import digest
from comity.model.event import Event, Version
from comity.model.judgement import KINDS, Judgement
from comity.model.record import EVENT_KINDS, EVENT_STATUSES, LEVELS
from comity.model.when import When

CORRECTABLE = (
    "kind",
    "status",
    "level",
    "orgs",
    "guests",
    "date",
    "place",
    "mode",
    "participants",
    "invited",
    "persons",
    "chair",
    "host",
    "edition",
    "series",
    "body",
)
_KNOWN = {"kind": EVENT_KINDS, "status": EVENT_STATUSES, "level": LEVELS}
_REJECTED = ""


class Rulings:
    """All judgements in the order in which they were made; of two that do not agree, the later one holds.

    A later `merge` or `split` of a rejected record takes it in again, and a later `split` undoes what joined its records
    with others; what was corrected before stays with the rest.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self.all = sorted(judgements, key=lambda one: (one.at, one.id))
        self._places: dict[str, str] = {}
        self._naming: dict[str, list[Judgement]] = defaultdict(list)
        self._corrected: dict[str, set[str]] = {}
        merges: list[set[str]] = []
        for one in self.all:
            for record in one.records:
                self._naming[record].append(one)
            merges = self._rule(one, merges)
        self.merges = [frozenset(merge) for merge in merges if len(merge) > 1]
        self.apart = frozenset(place for place in self._places.values() if place)

    def _rule(self, one: Judgement, merges: list[set[str]]) -> list[set[str]]:
        if one.kind == "reject":
            self._places |= dict.fromkeys(one.records, _REJECTED)
        elif one.kind == "split":
            self._places |= dict.fromkeys(one.records, digest("apart", one.id))
            for corrected in self._corrected.values():
                if not corrected.issubset(one.records):
                    corrected.difference_update(one.records)
            return [merge.difference(one.records) for merge in merges]
        elif one.kind == "merge":
            for record in one.records:
                if self._places.get(record) == _REJECTED:
                    del self._places[record]
            return [*merges, set(one.records)]
        elif one.kind == "correct":
            self._corrected[one.id] = set(one.records)
        return merges

    def account_of(self, record: str, group: str) -> str | None:
        """Where a record belongs that without a judgement would be of `group`; None where it tells of no event."""
        return self._places.get(record, group) or None

    def applied(self, event: Event) -> Event:
        """The event with what was corrected, and with the judgements that name one of its records."""
        naming = [one for one in self.naming(event.records) if self._holds(one, event)]
        for one in naming:
            if one.kind == "correct":
                event = _corrected(event, one)
        return msgspec.structs.replace(event, judged=tuple(one.id for one in naming)) if naming else event

    def _holds(self, one: Judgement, event: Event) -> bool:
        return one.kind != "correct" or not self._corrected[one.id].isdisjoint(event.records)

    def naming(self, records: Iterable[str]) -> list[Judgement]:
        """The judgements that name one of these records, in their order."""
        if not self._naming:
            return []
        found = {one.id: one for record in records for one in self._naming.get(record, ())}
        return sorted(found.values(), key=lambda one: (one.at, one.id))

    def settles(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a person said that these records and those are rightly of one event."""
        first, second = set(one), set(other)
        return any(
            judgement.kind in ("keep", "merge") and not second.isdisjoint(judgement.records)
            for judgement in self.naming(first)
        )


def check(judgement: Judgement) -> None:
    """Raises UsageError for a judgement that cannot be followed."""
    if judgement.kind not in KINDS:
        raise UsageError(f"unknown kind of judgement {judgement.kind!r}; known are {', '.join(KINDS)}")
    fewest = 2 if judgement.kind == "merge" else 1
    if len(set(judgement.records)) < fewest:
        raise UsageError(f"to {judgement.kind} takes {'two records or more' if fewest == 2 else 'a record'}")
    if judgement.kind == "correct":
        value_of(judgement)


def value_of(judgement: Judgement) -> Any:
    """The value that a correction gives, as an event has it. Raises UsageError."""
    field, text = judgement.field, judgement.value
    if field not in CORRECTABLE:
        raise UsageError(f"an event's {field!r} cannot be corrected; what can is {', '.join(CORRECTABLE)}")
    try:
        value = msgspec.json.decode(text or "null", type=_types()[field], strict=True)
    except msgspec.DecodeError as error:
        raise UsageError(f"{text!r} is no value of an event's {field!r}: {error}") from error
    if field in _KNOWN and value not in _KNOWN[field]:
        raise UsageError(f"unknown {field} {value!r}; known are {', '.join(_KNOWN[field])}")
    if field == "date" and value is not None:
        _check_date(value)
    return value


def _check_date(text: str) -> None:
    try:
        When.parse(text)
    except DateError as error:
        raise UsageError(str(error)) from error


@cache
def _types() -> dict[str, Any]:
    return get_type_hints(Event)


def _corrected(event: Event, judgement: Judgement) -> Event:
    """What was read stays among the versions."""
    field = judgement.field or ""
    value, read = value_of(judgement), getattr(event, field)
    versions = dict(event.versions)
    if value != read and field not in versions:
        versions[field] = (Version(_version(read), _documents(event), event.origins),)
    return msgspec.structs.replace(event, **{field: value}, versions=versions)


def _version(read: Any) -> Any:
    return tuple(one.name for one in read) if isinstance(read, tuple) and read and hasattr(read[0], "name") else read


def _documents(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.document for one in event.reports))
