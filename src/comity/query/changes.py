"""What changed between two days: who joined, who left, whose status changed, by which sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.catalog.names import Names
from comity.model.membership import Membership
from comity.model.when import When
from comity.query.answer import Reason, reason, reasons
from comity.query.expression import Expression, Operand, operands
from comity.query.members import evaluate, read_expression, statements_by_state
from comity.query.standing import Truth, timelines

BEGINNINGS = {"applicant": "applied", "invited": "invited", "signatory": "signed"}
"""Statuses that give no place in an organization yet: nobody joins by them."""
TOLD = {Truth.NO: None, Truth.POSSIBLE: "possible", Truth.CERTAIN: "in"}


class Change(msgspec.Struct, frozen=True, rename={"before": "from", "after": "to"}):
    """Belarus changed from observer to member of the SCO on 2024-07-04.

    `change` is joined, left or status_changed; for who has no place in it yet applied, invited, signed or, at its end,
    ended; for participation suspended, frozen or resumed. `before` and `after`
    are statuses; for an expression of several organizations they are "in" or "possible". `date` is EDTF text.
    `certain` is false where only some versions say so, or where the day may lie outside the time asked for.
    """

    org: str
    state: str
    name: str
    change: str
    before: str | None
    after: str | None
    date: str
    certain: bool
    because: tuple[Reason, ...]


class _Step(msgspec.Struct, frozen=True):
    """A change as one version tells it."""

    change: str
    before: str | None
    after: str | None
    when: When
    statement: Membership


def changes(
    expression: str,
    *,
    since: date,
    until: date,
    status: str = "member",
    catalog: Catalog | None = None,
    names: Names | None = None,
) -> tuple[Change, ...]:
    """Changes from `since` up to, not including, `until`, in the order of their days.

    Of one organization: every status that its states had. Of an expression, or with a status (`SCO:observer`):
    who came into the set and who left it. Raises ExpressionError and UnknownNameError.
    """
    parsed, known = read_expression(expression, status=status, names=names), catalog or load_catalog()
    if isinstance(parsed, Operand) and parsed == Operand(parsed.org):
        found = list(_of_organization(parsed.org, since, until, known))
    else:
        found = list(_of_set(parsed, expression, since, until, known))
    return tuple(sorted(found, key=lambda one: (one.date, one.state)))


def _of_organization(org: str, since: date, until: date, catalog: Catalog) -> Iterator[Change]:
    for state, statements in statements_by_state(org, catalog).items():
        for aspect in ("legal", "participation"):
            by_version = [list(_steps(own)) for own in timelines(tuple(statements), aspect)]
            yield from _agreed(org, state, by_version, since, until, catalog)


def _agreed(
    org: str, state: str, by_version: list[list[_Step]], since: date, until: date, catalog: Catalog
) -> Iterator[Change]:
    """The steps of all versions, each once; certain are those that every version tells."""
    kinds: dict[tuple[str, str | None, str | None, str], list[_Step]] = {}
    for steps in by_version:
        for step in steps:
            kinds.setdefault((step.change, step.before, step.after, step.when.edtf), []).append(step)
    window = When.days(since, until)
    for (change, before, after, day), told in kinds.items():
        if told[0].when.may_overlap(window):
            certain = len(told) == len(by_version) and told[0].when.within(window)
            why = tuple(dict.fromkeys(reason(one.statement) for one in told))
            yield Change(org, state, catalog.name(state), change, before, after, day, certain, why)


def _steps(told: Iterable[Membership]) -> Iterator[_Step]:
    """One version's statements, in order, as the changes from each to the next."""
    last: Membership | None = None
    for one in sorted(told, key=lambda statement: _day(statement.start)):
        if last is not None and last.end is not None and one.start is not None and last.end.may_overlap(one.start):
            if last.status != one.status:
                yield _step("status_changed", last.status, one.status, one.start, one)
        else:
            yield from _end(last)
            if one.start is not None:
                change = BEGINNINGS.get(one.status, "joined") if one.aspect == "legal" else one.status
                yield _step(change, None, one.status, one.start, one)
        last = one
    yield from _end(last)


def _end(last: Membership | None) -> Iterator[_Step]:
    if last is not None and last.end is not None:
        legal = "ended" if last.status in BEGINNINGS else "left"
        yield _step(legal if last.aspect == "legal" else "resumed", last.status, None, last.end, last)


def _step(change: str, before: str | None, after: str | None, when: When, statement: Membership) -> _Step:
    return _Step(change, before, after, when, statement)


def _of_set(parsed: Expression, text: str, since: date, until: date, catalog: Catalog) -> Iterator[Change]:
    """The set on each day on which it may change, against the set of the day before."""
    day_before = since - timedelta(days=1)
    last = evaluate(parsed, day_before, catalog)
    status = parsed.status if isinstance(parsed, Operand) else "member"
    came, went = BEGINNINGS.get(status, "joined"), "ended" if status in BEGINNINGS else "left"
    for day in _days(parsed, since, until, catalog):
        now = evaluate(parsed, day, catalog)
        for code in sorted(last.certain | last.possible | now.certain | now.possible):
            before, after = last.truth(code), now.truth(code)
            if before is not after:
                change = came if after > before else went
                why = reasons((now if after else last).because[code])
                sure = Truth.POSSIBLE not in (before, after)
                yield Change(
                    text, code, catalog.name(code), change, TOLD[before], TOLD[after], day.isoformat(), sure, why
                )
        last = now


def _days(parsed: Expression, since: date, until: date, catalog: Catalog) -> list[date]:
    """The days on which some statement about some organization of the expression begins or ends to hold."""
    bounds = {
        day
        for operand in operands(parsed)
        for one in catalog.memberships.get(operand.org, ())
        for when in (one.start, one.end)
        if when is not None
        for day in (when.lower, when.upper, *_about(when))
        if day is not None and since <= day < until
    }
    return sorted(bounds)


def _about(when: When) -> tuple[date, ...]:
    if not (when.about or when.uncertain) or when.lower is None or when.upper is None:
        return ()
    length = when.upper - when.lower
    return when.lower - length, when.upper + length


def _day(when: When | None) -> date:
    return (when.lower if when else None) or date.min
