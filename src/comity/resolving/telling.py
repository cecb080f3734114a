"""What one report tells of one event, and what a resolver makes of many tellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

import msgspec

from comity.model.event import Event
from comity.model.record import EventRecord


class Report(msgspec.Struct, frozen=True):
    """A document without its text: which, by whom, when."""

    id: str
    source: str = ""
    outlet: str | None = None
    origin: str | None = None
    published: date | None = None
    language: str | None = None
    title: str | None = None

    @property
    def independent(self) -> str:
        """Whose report it is: two reprints of one agency have one name, a report without any is its own."""
        return self.origin or self.outlet or self.id


class Telling(msgspec.Struct, frozen=True):
    """Report A tells in record R that the SCO's defence ministers met in Moscow."""

    id: str
    record: EventRecord
    report: Report


class Resolver(Protocol):
    """Folds the tellings of many reports into events.

    The store keeps tellings apart by `group` and folds a group anew when one of its tellings comes, changes or goes:
    tellings of different groups are never one event. A new `version` makes the store group and fold all of them again.
    """

    version: str

    def group(self, telling: Telling) -> str:
        """The group of a telling; it depends on nothing but the telling."""

    def fold(self, tellings: Sequence[Telling]) -> Iterable[Event]:
        """The events of one group, whatever the order of its tellings. Each telling belongs to one event."""
