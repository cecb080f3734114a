"""From what reports tell of an event to the promises in it, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from comity.model.document import digest
from comity.model.event import Event
from comity.model.promise import Promise
from comity.model.series import Edition
from comity.model.when import When
from comity.query import wording
from comity.query.alike import Archive, format_name, near_format, same_format
from comity.query.coming import Course, Verdict, course, held_instead, judge
from comity.query.plans import Plan, Spoken, plans, spoken_by
from comity.query.wishing import is_for_custom, judge_custom
from comity.resolving import Telling

# A meeting announced for a month may be held so long after it, and is the one that was meant; one announced for
# a day is another after so short a time, unless reports say that it was moved.
_DELAY, _SHORT_DELAY = timedelta(200), timedelta(14)
_EXACT = 7
_A_DAY = timedelta(1)

Judged = tuple[Plan, Verdict]


def promises_of(
    event: Event, tellings: Sequence[Telling], spoken: Spoken, *, archive: Archive, as_of: date
) -> list[Promise]:
    """What was announced, proposed and hoped of an event in reports up to a day, each with its outcome."""
    known = _known(tellings, as_of)
    came = course(event, known, whole=len(known) == len(tellings))
    meant = [plan for plan in plans(known) if not _is_wish(plan) and not _is_retold(plan, came)]
    judged = _joined((plan, _judge(plan, came, event, archive, as_of)) for plan in meant)
    return [_promise(spoken_by(plan, spoken), verdict, event) for plan, verdict in judged]


def wishes_of(tellings: Sequence[Telling], spoken: Spoken, *, as_of: date) -> list[Plan]:
    """The wishes in the same reports that meetings of the kind become regular."""
    return [spoken_by(plan, spoken) for plan in plans(_known(tellings, as_of)) if _is_wish(plan)]


def fulfilled(wishes: Sequence[Plan], *, archive: Archive, as_of: date) -> list[Promise]:
    """The wishes of all reports with what became of them: one may be another said again."""
    found = []
    for wish in wishes:
        again = [one.made for one in wishes if one.made and near_format(one.record, wish.record)]
        verdict = judge_custom(wish.record, wish.made, again=again, archive=archive, as_of=as_of)
        found.append(_custom(wish, verdict))
    return found


def _known(tellings: Sequence[Telling], as_of: date) -> list[Telling]:
    return [one for one in tellings if one.report.published is None or one.report.published <= as_of]


def _is_wish(plan: Plan) -> bool:
    """That such meetings become regular, which no one meeting fulfils."""
    # "The 47th regular meeting was postponed" is of one meeting.
    one_meeting = plan.record.edition is not None or plan.stance == "postponed"
    wished = any(is_for_custom(one.quote) for one in plan.record.evidence)
    return plan.due is None and not plan.looked_back and not one_meeting and wished


def _is_retold(plan: Plan, came: Course) -> bool:
    """A report after the meeting, or after the day named, tells how it had been planned and announces nothing."""
    if plan.looked_back or plan.made is None:
        return False
    over = [when for when in (came.held, plan.due) if when is not None]
    return any(when.before(plan.made) for when in over)


def _judge(plan: Plan, came: Course, event: Event, archive: Archive, as_of: date) -> Verdict:
    verdict = judge(plan, came, as_of=as_of)
    if verdict.outcome in ("open", "lapsed", "repeated") and not came.told(plan, "denied"):
        other = _held_later(plan, event, archive, as_of)
        if other is not None:
            return judge(plan, held_instead(other), as_of=as_of)
    if verdict.outcome in ("open", "lapsed") and (known := _in_catalogue(plan, archive, as_of)):
        # A report may still come, and has the first word; that nothing came of it would be wrong.
        return (
            known
            if verdict.outcome == "lapsed"
            else msgspec.structs.replace(verdict, because=f"no report yet: {known.because}")
        )
    return verdict


def _in_catalogue(plan: Plan, archive: Archive, as_of: date) -> Verdict | None:
    """Where no report tells of a meeting, the catalogue's own history of the format may, and that it was moved."""
    for one in archive.sessions(plan.record) if plan.due else ():
        when = When.parse(one.date) if one.date else None
        if when is None or when.after(as_of) or plan.due is None or not _is_meant(plan.due, when, one):
            continue
        came = Course(held=when, is_held=True, country=one.place.country)
        verdict = judge(plan, came, as_of=as_of)
        by = f" ({one.source.publisher})" if one.source else ""
        return msgspec.structs.replace(verdict, because=f"{verdict.because}, by the catalogue{by}")
    return None


def _is_meant(due: When, held: When, session: Edition) -> bool:
    """Held at the time, or known to have been moved from it."""
    moved = When.parse(session.moved_from) if session.moved_from else None
    return held.may_overlap(due) or (moved is not None and moved.may_overlap(due))


def _held_later(plan: Plan, event: Event, archive: Archive, as_of: date) -> Event | None:
    """The meeting that was meant, where reports do not say so: the next of its format, soon after the day named."""
    due = plan.due
    if due is None or due.lower is None or due.upper is None:
        return None
    delay = _SHORT_DELAY if (due.length or 0) <= _EXACT else _DELAY
    near = [
        (When.parse(one.date), one)
        for one in archive.held(plan.record, since=due.lower - _DELAY, until=min(due.upper + delay, as_of + _A_DAY))
        if one.id != event.id and one.date and same_format(plan.record, one) and _may_be_meant(plan, one)
    ]
    if any(when.may_overlap(due) for when, _ in near):
        return next(one for when, one in near if when.may_overlap(due))
    if any(when.before(due) for when, _ in near):
        return None
    after = [(when.lower, one.id, one) for when, one in near if when.after(due) and when.lower]
    return min(after)[2] if after else None


def _may_be_meant(plan: Plan, event: Event) -> bool:
    """Of another number or in another country it is another meeting."""
    countries = {plan.host, event.place.country} - {None}
    return len({plan.record.edition, event.edition} - {None}) < 2 and len(countries) < 2


def _joined(judged: Iterable[Judged]) -> list[Judged]:
    """Said again is one promise, as long as it is for the same time and comes to the same."""
    joined: list[Judged] = []
    for plan, verdict in judged:
        for at, (first, before) in enumerate(joined):
            if _is_same(first, plan) and (before.outcome, before.event) == (verdict.outcome, verdict.event):
                words = tuple(dict.fromkeys((*first.evidence, *plan.evidence)))
                joined[at] = (msgspec.structs.replace(first, evidence=words), before)
                break
        else:
            joined.append((plan, verdict))
    return joined


def _is_same(first: Plan, plan: Plan) -> bool:
    timely = first.due is None or plan.due is None or first.due.may_overlap(plan.due)
    return timely and (first.stance == plan.stance or plan.looked_back)


def _promise(plan: Plan, verdict: Verdict, event: Event) -> Promise:
    hosts = plan.by is not None and plan.by == plan.host
    due = plan.due.edtf if plan.due else None
    return Promise(
        id=promise_id(plan, due),
        by=plan.by,
        person=plan.person,
        what=wording.planned(plan.record, due=plan.due, hosts=hosts, later=plan.stance == "postponed"),
        made_on=plan.made.isoformat() if plan.made else None,
        due=due,
        outcome=verdict.outcome,
        stance=plan.stance,
        event=verdict.event or event.id,
        series=format_name(plan.record),
        held=verdict.held,
        because=verdict.because,
        evidence=plan.evidence,
    )


def _custom(plan: Plan, verdict: Verdict) -> Promise:
    return Promise(
        id=promise_id(plan, "regular"),
        by=plan.by,
        person=plan.person,
        what=wording.recurring(plan.record),
        made_on=plan.made.isoformat() if plan.made else None,
        due=None,
        outcome=verdict.outcome,
        stance=plan.stance,
        event=verdict.event,
        series=format_name(plan.record),
        held=verdict.held,
        because=verdict.because,
        evidence=plan.evidence,
    )


def promise_id(plan: Plan, told: str | None) -> str:
    first = plan.evidence[0]
    return digest("promise", first.document, str(first.start), plan.stance, str(told))
