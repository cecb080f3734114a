"""The rules of membership statements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from comity.catalog.load import Catalog
from comity.catalog.rules.problem import BASES, LEGAL, PARTICIPATION, Problem, known
from comity.catalog.rules.terms import backward, overlap
from comity.model.membership import Membership
from comity.model.organization import Organization


def of_memberships(place: str, org: Organization, catalog: Catalog) -> Iterator[Problem]:
    """Broken rules of the statements about one organization."""
    told = catalog.memberships[org.code]
    for one in told:
        yield from _of_statement(f"{place}, memberships of {one.state}", one, org, catalog)
    yield from _overlaps(place, told)
    yield from _lone_versions(place, told)


def _of_statement(place: str, one: Membership, org: Organization, catalog: Catalog) -> Iterator[Problem]:
    if one.state not in catalog.states and one.state not in catalog.organizations:
        yield Problem("error", place, f"unknown code {one.state!r}")
    yield from known(place, "aspect", one.aspect, ("legal", "participation"))
    yield from known(place, "status", one.status, PARTICIPATION if one.aspect == "participation" else LEGAL)
    yield from known(place, "basis", one.basis, BASES)
    if one.end_basis is not None:
        yield from known(place, "end_basis", one.end_basis, BASES)
    if one.end_basis is not None and one.end is None:
        yield Problem("error", place, "has an end_basis and no end")
    if one.start is None and one.status != "none":
        yield Problem("error", place, f"{one.status} has no start")
    if one.status == "none" and not one.version:
        yield Problem("error", place, "none stands outside any version: who was never in needs no statement")
    if backward(one.start, one.end):
        yield Problem("error", place, f"{one.status} ends on {one.end}, on or before it starts on {one.start}")
    if org.dissolved and one.end is None and one.status != "none":
        yield Problem("error", place, f"{one.status} lasts, but the organization was dissolved in {org.dissolved}")


def _overlaps(place: str, told: tuple[Membership, ...]) -> Iterator[Problem]:
    """Legal statuses of one state in one version that certainly hold on the same day."""
    timelines: dict[tuple[str, str], list[Membership]] = {}
    for one in told:
        if one.aspect == "legal":
            timelines.setdefault((one.state, one.version), []).append(one)
    for (state, version), own in timelines.items():
        for first, second in combinations(own, 2):
            if overlap(first, second):
                in_version = f" in version {version!r}" if version else ""
                told_first, told_second = (f"{one.status} from {one.start}" for one in (first, second))
                why = f"{told_first} overlaps {told_second}{in_version}"
                yield Problem("error", f"{place}, memberships of {state}", why)


def _lone_versions(place: str, told: tuple[Membership, ...]) -> Iterator[Problem]:
    """A contested fact has two versions at least; where one says that the state was never in, its status is none."""
    by_state: dict[str, set[str]] = {}
    for one in told:
        by_state.setdefault(one.state, set()).add(one.version)
    for state, versions in by_state.items():
        if len(versions) == 1 and "" not in versions:
            version = next(iter(versions))
            why = f"version {version!r} stands alone: where is the other?"
            yield Problem("error", f"{place}, memberships of {state}", why)
