"""Which accounts may be of one event with another: by their keys and by time, so that few need to be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from comity.resolving.facets import Facets, keys_of
from comity.resolving.telling import FAR

# Days by which accounts of one meeting may lie apart, with the length of an exact date.
_SLIP = 25
# No vague date and no date expected from a report's day is longer, unless it is a whole time.
_LONGEST_LOOSE = 600
# Those who meet on more days than this in half a year are told apart by their days alone.
_OFTEN = 6
_QUARTER = 91


class _Shelf(msgspec.Struct):
    """Accounts of one key by their first day: exact ones, vague ones, and those without an end."""

    exact: list[tuple[int, str, Facets]] = []
    loose: list[tuple[int, str, Facets]] = []
    endless: list[Facets] = []

    def put(self, one: Facets) -> None:
        if one.lower is None or one.length > _LONGEST_LOOSE:
            self.endless.append(one)
        else:
            (self.exact if one.exact else self.loose).append((one.lower.toordinal(), one.id, one))

    def sort(self) -> None:
        self.exact.sort(key=_place)
        self.loose.sort(key=_place)

    def between(self, since: int, until: int) -> Iterator[Facets]:
        """Those that may touch these days."""
        yield from _cut(self.exact, since - _SLIP, until + _SLIP)
        yield from _cut(self.loose, since - _LONGEST_LOOSE, until + _SLIP)
        yield from self.endless


class Neighbours:
    """All accounts, by their keys, their days, and their reports."""

    def __init__(self, facets: Iterable[Facets]) -> None:
        self.all = sorted(facets, key=lambda one: one.id)
        self._keys = {one.id: keys_of(one.account) for one in self.all}
        self._shelves: dict[str, _Shelf] = defaultdict(_Shelf)
        self._by_document: dict[str, list[Facets]] = defaultdict(list)
        meeting_days: dict[object, set[int]] = defaultdict(set)
        for one in self.all:
            for key in self._keys[one.id]:
                self._shelves[key].put(one)
            for document in one.documents:
                self._by_document[document].append(one)
            if one.exact and one.lower:
                meeting_days[_format(one)].add(one.lower.toordinal())
        for shelf in self._shelves.values():
            shelf.sort()
        self._meeting_days = {key: sorted(days) for key, days in meeting_days.items()}

    def near(self, one: Facets, *, before: int = 0, after: int = 0) -> Iterator[Facets]:
        """Those that share a key and may touch its days, or so many days before or after them; each once."""
        seen = {one.id}
        since = (one.lower or date.min).toordinal() - before
        until = (one.upper or date.max).toordinal() + after
        for key in self._keys[one.id]:
            everyone = FAR in key or one.lower is None
            for other in self._shelves[key].between(*((0, date.max.toordinal()) if everyone else (since, until))):
                if other.id not in seen:
                    seen.add(other.id)
                    yield other

    def beside(self, one: Facets) -> Iterator[Facets]:
        """Those that a report tells beside it, each once."""
        seen = {one.id}
        for document in one.documents:
            for other in self._by_document[document]:
                if other.id not in seen:
                    seen.add(other.id)
                    yield other

    def is_often(self, one: Facets) -> bool:
        """Whether those who meet here meet so often that a vague date does not tell which meeting it was."""
        if one.lower is None:
            return False
        days, middle = self._meeting_days.get(_format(one), []), one.lower.toordinal()
        return bisect_left(days, middle + _QUARTER) - bisect_left(days, middle - _QUARTER) > _OFTEN


def _format(one: Facets) -> tuple[object, ...]:
    return one.kind, one.rank, one.orgs, one.parties


def _place(entry: tuple[int, str, Facets]) -> tuple[int, str]:
    return entry[0], entry[1]


def _cut(shelf: list[tuple[int, str, Facets]], since: int, until: int) -> Iterator[Facets]:
    for at in range(bisect_left(shelf, (since, ""), key=_place), len(shelf)):
        if shelf[at][0] > until:
            return
        yield shelf[at][2]
