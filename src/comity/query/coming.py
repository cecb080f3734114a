"""What an announced event came to, up to a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from comity.model.event import Event
from comity.model.when import When
from comity.query.plans import AHEAD, SETTLED, Plan
from comity.resolving import Telling

# What was fixed is more often held unreported than dropped: silence means little for so long after the day.
SILENCE_AFTER_PLANS = timedelta(730)
# A proposal that nobody takes up for so long, or as long as the time that it was for, is over.
SILENCE_AFTER_WISHES = timedelta(90)
# Without a day it waits so long.
PATIENCE = timedelta(730)
# A date told as a month may be one day wide of the mark by the clock of another capital.
_SLIP = timedelta(1)


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an SCO summit: held on 10 November 2020, by event E.

    `words` is what reports tell of it that is not that it was held: on which day, which status, for when.
    """

    event: str | None = None
    held: When | None = None
    is_held: bool = False
    country: str | None = None
    words: tuple[tuple[date, str, When | None], ...] = ()

    def told(self, plan: Plan, status: str) -> date | None:
        """When a report last said so of a plan: not before it was made, nor of a day that was over by then."""
        made = plan.made or date.min
        days = [told for told, said, when in self.words if said == status and told >= made and not _is_over(when, made)]
        return max(days, default=None)


class Verdict(msgspec.Struct, frozen=True):
    """`late`, because it was held on 10 November 2020."""

    outcome: str
    because: str
    held: str | None = None
    event: str | None = None


def course(event: Event, tellings: Sequence[Telling], *, whole: bool) -> Course:
    """From the tellings known; where these are the `whole`, dates and places are the event's own."""
    settled = [one for one in tellings if one.record.status in SETTLED and not _is_ahead(one)]
    dates = [one.record.date for one in settled if one.record.date]
    day = event.date if whole and event.status in SETTLED and not _is_after(event.date, settled) else _best(dates)
    country = event.place.country if whole else None
    return Course(
        event=event.id,
        held=When.parse(day) if settled and day else None,
        is_held=bool(settled),
        country=(country or _best_country(settled)) if settled else None,
        words=tuple(sorted(_words(tellings), key=lambda word: word[0])),
    )


def _is_ahead(telling: Telling) -> bool:
    """What is told as held on a day after the report is misread."""
    return telling.record.date is not None and _is_after(telling.record.date, [telling])


def _is_after(day: str | None, settled: Sequence[Telling]) -> bool:
    last = max((one.report.published for one in settled if one.report.published), default=None)
    return day is None or (last is not None and When.parse(day).after(last + _SLIP))


def held_instead(event: Event) -> Course:
    """The course of a plan that another event fulfilled."""
    when = When.parse(event.date) if event.date else None
    return Course(event=event.id, held=when, is_held=True, country=event.place.country)


def judge(plan: Plan, came: Course, *, as_of: date) -> Verdict:
    """The outcome of a plan, given what became of the event."""
    return _if_held(plan, came) if came.is_held else _if_not(plan, came, as_of)


def _if_held(plan: Plan, came: Course) -> Verdict:
    held = came.held.edtf if came.held else None
    day = f"held {held}" if held else "held"
    if plan.due is None or came.held is None:
        return _elsewhere(plan, came, held) or Verdict("kept", day, held, came.event)
    slip = timedelta(0) if plan.due.is_day else _SLIP
    if plan.due.upper is not None and came.held.lower is not None and came.held.lower >= plan.due.upper + slip:
        return Verdict("late", f"{day}, due {plan.due.edtf}", held, came.event)
    return _elsewhere(plan, came, held) or Verdict("kept", day, held, came.event)


def _elsewhere(plan: Plan, came: Course, held: str | None) -> Verdict | None:
    if plan.host and came.country and plan.host != came.country and plan.record.mode != "online":
        return Verdict("broken", f"held {held or ''} in {came.country}, not in {plan.host}", held, came.event)
    return None


def _if_not(plan: Plan, came: Course, as_of: date) -> Verdict:
    if told := came.told(plan, "cancelled"):
        # Where no time was fixed, nothing that was fixed is broken.
        return Verdict("broken" if plan.due else "lapsed", f"cancelled, told on {told}", None, came.event)
    if told := came.told(plan, "denied"):
        firm = plan.stance == "scheduled" and plan.due is not None and plan.due.is_day
        return Verdict("broken" if firm else "lapsed", f"denied, told on {told}, and not held", None, came.event)
    if again := _told_again(plan, came):
        return again
    until = _deadline(plan)
    if until is None or as_of <= until:
        return Verdict("open", _why_open(plan, as_of), None, came.event)
    return Verdict("lapsed", f"no report up to {as_of} tells that it was held", None, came.event)


def _told_again(plan: Plan, came: Course) -> Verdict | None:
    """Announced later for another time, and not held since."""
    made, due = plan.made or date.min, plan.due
    for told, status, when in came.words:
        if told <= made or due is None or status not in (*AHEAD, "postponed"):
            continue
        if when is not None and due.before(when):
            return Verdict("repeated", f"{status} again on {told}, for {when.edtf}", None, came.event)
        if when is None and due.upper is not None and told >= due.upper and status != "postponed":
            return Verdict("repeated", f"{status} again on {told}, without a day", None, came.event)
    return None


def _deadline(plan: Plan) -> date | None:
    """Up to when silence does not mean that it came to nothing; None where that cannot be told."""
    if plan.due is None:
        return plan.made + PATIENCE if plan.made else None
    if plan.due.upper is None:
        return None
    silence = SILENCE_AFTER_PLANS
    if plan.stance in ("proposed", "hoped"):
        silence = max(SILENCE_AFTER_WISHES, timedelta(plan.due.length or 0))
    return plan.due.upper + silence


def _why_open(plan: Plan, as_of: date) -> str:
    if plan.due is None:
        return "no day was told"
    if plan.due.before(as_of):
        return f"due {plan.due.edtf}; no report tells yet whether it was held"
    return "still to come"


def _words(tellings: Sequence[Telling]) -> list[tuple[date, str, When | None]]:
    return [
        (one.report.published, one.record.status, When.parse(one.record.date) if one.record.date else None)
        for one in tellings
        if one.report.published and one.record.status not in SETTLED
    ]


def _best_country(settled: Sequence[Telling]) -> str | None:
    counted = Counter(one.record.place.country for one in settled if one.record.place.country)
    return min(counted, key=lambda code: (-counted[code], code), default=None)


def _is_over(when: When | None, day: date) -> bool:
    return when is not None and when.before(day)


def _best(dates: Sequence[str]) -> str | None:
    """The most exact date; of these the one that most reports tell."""
    counted = Counter(dates)
    return min(counted, key=lambda told: (When.parse(told).length or 9999, -counted[told], told), default=None)
