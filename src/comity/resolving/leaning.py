"""Each account leans on the strongest one that it may be of one event with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from comity.resolving.facets import SETTLED, Facets, facets_of
from comity.resolving.likeness import ENOUGH, Likeness, apart, likeness
from comity.resolving.moving import LONGEST_DELAY, successor
from comity.resolving.neighbours import Neighbours
from comity.resolving.telling import Account, Link

# Two matches nearer to each other than this leave open which of them it is.
_MARGIN = 0.05

Match = tuple[Facets, Likeness]


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


def _link(one: Facets, neighbours: Neighbours) -> Link | None:
    found = _best(one, neighbours) or _moved(one, neighbours)
    return Link(one.id, found[0].id, found[1].sure, found[1].because) if found else None


def _best(one: Facets, neighbours: Neighbours) -> Match | None:
    if not one.exact and neighbours.is_often(one):
        return None
    ranked = sorted(_matches(one, neighbours), key=lambda match: (_fit(one, *match), match[0].strength), reverse=True)
    for at, best in enumerate(ranked):
        if not _is_told_better(one, *best, neighbours):
            return None if one.dated and not one.exact and _is_open(best, ranked[at + 1 :]) else best
    return None


def _matches(one: Facets, neighbours: Neighbours) -> Iterator[Match]:
    for other in neighbours.near(one):
        if other.strength > one.strength and (alike := likeness(one, other)) and alike.sure >= ENOUGH:
            yield other, alike


def _moved(one: Facets, neighbours: Neighbours) -> Match | None:
    if one.status in SETTLED:
        return None
    return successor(one, list(neighbours.near(one, before=LONGEST_DELAY, after=LONGEST_DELAY)))


def _is_told_better(one: Facets, other: Facets, alike: Likeness, neighbours: Neighbours) -> bool:
    """Whether a report that tells of it tells of another meeting which is more like `other`: it told them apart."""
    rivals = (likeness(rival, other) for rival in neighbours.beside(one))
    return any(rival.sure > alike.sure for rival in rivals if rival)


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


def _is_open(best: Match, others: Sequence[Match]) -> bool:
    """Whether a vague account fits two meetings on different days equally well."""
    return best[0].exact and any(
        other.exact and best[1].sure - alike.sure < _MARGIN and apart(other, best[0])
        for other, alike in others
        if (other.status in SETTLED) == (best[0].status in SETTLED)
    )
