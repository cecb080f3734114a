"""The path of an event: hoped, proposed, scheduled, moved, called off, held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from comity.model.event import Step
from comity.resolving.claims import day_of, is_slip, parsed
from comity.resolving.dating import length
from comity.resolving.facets import SETTLED
from comity.resolving.telling import Telling

# Of what is told on one day, the last counts.
ORDER = ("hoped", "proposed", "scheduled", "postponed", "denied", "cancelled", "ongoing", "held")
_WISHES = frozenset({"hoped", "proposed"})


def in_order(tellings: Sequence[Telling]) -> list[Telling]:
    """By the day of the report, and of one day by how far it had come, the most exact first."""

    def place(one: Telling) -> tuple[date, int, bool, int, str]:
        told = one.record.date
        return day_of(one), ORDER.index(one.record.status), told is None, length(parsed(told)) if told else 0, one.id

    return sorted(tellings, key=place)


def final_status(tellings: Sequence[Telling]) -> str:
    """What was held stays held, whatever later reports recall or expect; else what was told last.

    To hope for what is already scheduled takes nothing back.
    """
    told = [one.record.status for one in _credible(in_order(tellings))]
    came = [status for status in ORDER if status in SETTLED and status in told]
    if came:
        return came[-1]
    status = told[0]
    for later in told[1:]:
        if not (status == "scheduled" and later in _WISHES):
            status = later
    return status


def _credible(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Without those that have as held what is yet to come, where others are left."""
    return [one for one in tellings if not is_slip(one)] or tellings


def history(tellings: Sequence[Telling], chosen: str | None) -> tuple[Step, ...]:
    """Distinct steps by the day on which a report first says so; `chosen` is the date that the event has in the end."""
    steps: list[Step] = []
    for telling in _credible(in_order(tellings)):
        steps += [step for step in _steps(telling, steps) if _is_new(step, steps, chosen)]
    return tuple(steps)


def _steps(telling: Telling, before: Sequence[Step]) -> Iterator[Step]:
    """What a report tells, and the plan that it says was left, where none told of that before."""
    record, document = telling.record, telling.report.id
    left = record.moved_from
    if left and not any(_may_be_same(left, step.date) for step in before if step.date):
        yield Step("scheduled", None, left, document)
    yield Step(record.status, _text(telling.report.published), record.date, document)


def _is_new(step: Step, before: Sequence[Step], chosen: str | None) -> bool:
    if not before:
        return True
    last = before[-1]
    if last.status in SETTLED and step.status not in SETTLED:
        return False
    if step.status == last.status:
        return _tells_more(step.date, last.date, chosen if step.status in SETTLED else None)
    if last.status == "held":
        return False
    return not (step.status in _WISHES and last.status == "scheduled")


def _tells_more(told: str | None, known: str | None, chosen: str | None) -> bool:
    """Another date, or a more exact one. Of what was held only what comes nearer to the date that was found right."""
    if told is None or told == known:
        return False
    if chosen and not _may_be_same(told, chosen):
        return False
    if known is None:
        return True
    return length(parsed(told)) < length(parsed(known)) or not _may_be_same(told, known)


def _may_be_same(one: str, other: str | None) -> bool:
    return other is not None and parsed(one).may_overlap(parsed(other))


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
