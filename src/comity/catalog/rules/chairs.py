"""The rules of chairs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from comity.catalog.load import Catalog
from comity.catalog.rules.problem import Problem
from comity.catalog.rules.terms import backward, overlap
from comity.model.membership import Chairmanship


def of_chairs(place: str, code: str, catalog: Catalog) -> Iterator[Problem]:
    """Broken rules of one organization's chairs; a note where two hold the chair at once, which may be a slip."""
    told = catalog.chairs[code]
    for chair in told:
        who = f"{place}, chair {_named(chair)}"
        if chair.state and chair.state not in catalog.states and chair.state not in catalog.organizations:
            yield Problem("error", who, f"unknown code {chair.state!r}")
        if backward(chair.start, chair.end):
            yield Problem("error", who, f"ends on {chair.end}, on or before it starts")
    for first, second in combinations(told, 2):
        if overlap(first, second):
            yield Problem("note", f"{place}, chair {_named(second)}", f"holds the chair together with {_named(first)}")


def _named(chair: Chairmanship) -> str:
    return f"{chair.state or chair.person} from {chair.start}"
