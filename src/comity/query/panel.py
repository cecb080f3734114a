"""Organizations, states and years as one table: the panel that studies of international organizations start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog, load_names
from comity.catalog.names import Names
from comity.errors import UnknownNameError, UsageError
from comity.model.membership import Membership
from comity.model.when import When
from comity.query.members import statements_by_state
from comity.query.standing import PARTICIPATION, STATUSES, Truth, agreed, joined, reached, timelines


class StateYear(msgspec.Struct, frozen=True):
    """In 2012 Uzbekistan, COW code 704, was a member of the CSTO on some day, for certain.

    `answer` is certain, or possible where versions disagree on the year or a boundary is too vague to tell.
    """

    org: str
    state: str
    cow: int | None
    year: int
    status: str
    answer: str


def panel(
    orgs: Sequence[str], *, first: int, last: int, catalog: Catalog | None = None, names: Names | None = None
) -> tuple[StateYear, ...]:
    """One row an organization, state, year and status, from the year `first` to `last`, both included.

    A status counts in a year in which it holds on some day. Raises UnknownNameError and UsageError.
    """
    if not 1 <= first <= last < date.max.year:
        raise UsageError(
            f"the years {first} to {last} are no time: the first comes before the last, both from 1 to 9998"
        )
    known = catalog or load_catalog()
    codes = dict.fromkeys(_code(org, known, names) for org in orgs)
    return tuple(row for code in codes for row in _of_organization(code, range(first, last + 1), known))


def _code(org: str, catalog: Catalog, names: Names | None) -> str:
    if org in catalog.organizations:
        return org
    known = names or load_names()
    code = known.organization(org)
    if code is None:
        raise UnknownNameError("organization", org, known.near(org, kind="organization"))
    return code


def _of_organization(org: str, years: Iterable[int], catalog: Catalog) -> Iterator[StateYear]:
    for code, statements in sorted(statements_by_state(org, catalog).items()):
        state = catalog.states.get(code)
        statuses = [one for one in (*STATUSES, *PARTICIPATION) if any(told.status == one for told in statements)]
        for year in years:
            for status in statuses:
                truth = truth_in_year(statements, status, year)
                if truth:
                    yield StateYear(org, code, state.cow if state else None, year, status, truth.name.lower())


def truth_in_year(statements: Iterable[Membership], status: str, year: int) -> Truth:
    """Whether a status held on some day of a year: certain where every version has such a day."""
    aspect = "participation" if status in PARTICIPATION else "legal"
    truths = []
    for own in timelines(tuple(statements), aspect):
        spans = joined([one for one in own if one.status == status])
        truths.append(max((_in_year(start, end, year) for start, end in spans), default=Truth.NO))
    return agreed(truths).truth


def _in_year(start: When | None, end: When | None, year: int) -> Truth:
    """It has begun by the year's last day, and has not ended by its first."""
    return min(_begun(start, year) if start else Truth.CERTAIN, ~reached(end, date(year, 1, 1)))


def _begun(start: When, year: int) -> Truth:
    begun = reached(start, date(year, 12, 31))
    # What began in 2001 may have begun on its last day, on which it is possible; in the year it is certain.
    return max(begun, reached(start, date(year + 1, 1, 1))) if begun else begun
