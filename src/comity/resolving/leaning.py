"""Each account leans on the strongest one that it may be of one event with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from comity.resolving.facets import SETTLED, Facets, facets_of, keys_of
from comity.resolving.likeness import ENOUGH, Likeness, apart, likeness
from comity.resolving.moving import successor
from comity.resolving.telling import Account, Link

# Those who meet more often than this in half a year are told apart by their days alone.
_OFTEN = 6
_HALF_A_YEAR = timedelta(183)
# Two matches nearer to each other than this leave open which of them it is.
_MARGIN = 0.05


def lean(accounts: Iterable[Account]) -> dict[str, Link]:
    """What each account leans on, by its id; those that stand by themselves are left out."""
    neighbours = Neighbours(map(facets_of, accounts))
    links = [link for one in neighbours.all if (link := _link(one, neighbours))]
    documents = {one.id: one.documents for one in neighbours.all}
    return {link.account: link for link in told_as_one(links, documents)}


def told_as_one(links: Iterable[Link], documents: Mapping[str, frozenset[str]]) -> Iterator[Link]:
    """The links, the surest first, without those that would join what one report tells apart."""
    above: dict[str, str] = {}
    tellers = dict(documents)

    def root(account: str) -> str:
        while (next_one := above.get(account, account)) != account:
            account = next_one
        return account

    for link in sorted(links, key=lambda link: (-link.sure, link.account)):
        low, high = sorted((root(link.account), root(link.on)), key=lambda one: (len(tellers[one]), one))
        if low != high and tellers[low].isdisjoint(tellers[high]):
            above[low] = high
            tellers[high] |= tellers[low]
            yield link


class Neighbours:
    """All accounts, by their keys and by time."""

    def __init__(self, facets: Iterable[Facets]) -> None:
        self.all = sorted(facets, key=lambda one: one.id)
        self._keys = {one.id: keys_of(one.account) for one in self.all}
        self._by_key: dict[str, list[Facets]] = defaultdict(list)
        self._by_document: dict[str, list[Facets]] = defaultdict(list)
        for one in self.all:
            for key in self._keys[one.id]:
                self._by_key[key].append(one)
            for document in one.documents:
                self._by_document[document].append(one)

    def near(self, one: Facets) -> Iterator[Facets]:
        """Those that share a key, each once."""
        seen = {one.id}
        for key in self._keys[one.id]:
            for other in self._by_key[key]:
                if other.id not in seen:
                    seen.add(other.id)
                    yield other

    def beside(self, one: Facets) -> Iterator[Facets]:
        """Those that a report tells beside it."""
        for document in one.documents:
            yield from (other for other in self._by_document[document] if other.id != one.id)

    def is_often(self, one: Facets) -> bool:
        """Whether those who meet here meet so often that a vague date does not tell which meeting it was."""
        if one.lower is None:
            return False
        around = one.lower - _HALF_A_YEAR / 2, one.lower + _HALF_A_YEAR / 2
        days = {
            other.lower
            for other in self.near(one)
            if other.exact and other.lower and other.orgs == one.orgs and around[0] <= other.lower < around[1]
        }
        return len(days) > _OFTEN


def _link(one: Facets, neighbours: Neighbours) -> Link | None:
    near = list(neighbours.near(one))
    matches = [(other, alike) for other in near if other.strength > one.strength and (alike := _alike(one, other))]
    matches = [(other, alike) for other, alike in matches if not _is_told_better(one, other, alike, neighbours)]
    best = _best(one, matches, neighbours)
    if best:
        return Link(one.id, best[0].id, best[1].sure, best[1].because)
    moved = successor(one, near)
    return Link(one.id, moved[0].id, moved[1].sure, moved[1].because) if moved else None


def _alike(one: Facets, other: Facets) -> Likeness | None:
    alike = likeness(one, other)
    return alike if alike and alike.sure >= ENOUGH else None


def _is_told_better(one: Facets, other: Facets, alike: Likeness, neighbours: Neighbours) -> bool:
    """Whether a report that tells of it tells of another meeting which is more like `other`: it told them apart."""
    rivals = (likeness(rival, other) for rival in neighbours.beside(one))
    return any(rival.sure > alike.sure for rival in rivals if rival)


def _best(
    one: Facets, matches: Sequence[tuple[Facets, Likeness]], neighbours: Neighbours
) -> tuple[Facets, Likeness] | None:
    if not matches:
        return None
    if not one.exact and neighbours.is_often(one):
        return None
    ranked = sorted(matches, key=lambda match: (_fit(one, *match), match[0].strength), reverse=True)
    best = ranked[0]
    if one.dated and not one.exact and _is_open(best, ranked[1:]):
        return None
    return best


def _fit(one: Facets, other: Facets, alike: Likeness) -> tuple[bool, bool, float, int]:
    """What has a day before what has none, the more alike, and of undated ones the nearest.

    What is postponed is the meeting that is told of afterwards, rather than the one that was planned.
    """
    later = one.status == "postponed" and _is_told_later(one, other)
    return other.exact, later, alike.sure, 0 if one.dated else -_distance(one, other)


def _is_told_later(one: Facets, other: Facets) -> bool:
    return other.account.last is None or (one.account.first or date.min) < other.account.last


def _distance(one: Facets, other: Facets) -> int:
    told = one.account.first
    return abs(((other.lower or date.max) - told).days) if told else 0


def _is_open(best: tuple[Facets, Likeness], others: Sequence[tuple[Facets, Likeness]]) -> bool:
    """Whether a vague account fits two meetings on different days equally well."""
    return best[0].exact and any(
        other.exact and best[1].sure - alike.sure < _MARGIN and apart(other, best[0])
        for other, alike in others
        if (other.status in SETTLED) == (best[0].status in SETTLED)
    )
