"""Whether two mentions in one report are of one event."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.model.record import EventRecord
from comity.model.when import When
from comity.reading.extractors.events.candidate import Candidate


def same_event(first: Candidate, second: Candidate, published: date | None = None) -> bool:
    """Whether two mentions in one report can be of one event: nothing that both say differs."""
    a, b = first.record, second.record
    if _is_on_the_journey(a, b) or _is_on_the_journey(b, a):
        return not (a.date and b.date) or When.parse(a.date).may_overlap(When.parse(b.date))
    if a.kind != b.kind or not _same_parties(a, b) or first.apart:
        return False
    if second.back and _points_to(first, second, published):
        return True
    if second.apart or not _same_level(first, second):
        return False
    if second.fresh and not first.fresh and not (a.date and b.date):
        return False
    if (second.ends and goes_on(first, second)) or is_old_plan(first, second):
        return True
    return not _tells_apart(first, second) and _of_one_time(first, second, published)


def _tells_apart(first: Candidate, second: Candidate) -> bool:
    """Whether their places, numbers, series or statuses differ."""
    a, b = first.record, second.record
    replanned = {a.status, b.status} == {"scheduled", "postponed"}
    if not replanned and not _same_place(a, b):
        return True
    return not _agree(a.edition, b.edition) or not _agree(a.series, b.series) or _status_differs(first, second)


def _of_one_time(first: Candidate, second: Candidate, published: date | None) -> bool:
    """Whether their days meet; one told without a day is no news of what is long past."""
    a, b = first.record, second.record
    if a.date and b.date and "published" not in (a.date_basis, b.date_basis):
        return When.parse(a.date).may_overlap(When.parse(b.date))
    return not (_is_news(first, second, published) or _is_news(second, first, published))


def _same_place(a: EventRecord, b: EventRecord) -> bool:
    return _same_city(a.place.city, b.place.city) and _agree(a.place.country, b.place.country)


def _status_differs(first: Candidate, second: Candidate) -> bool:
    return first.sure and second.sure and not _same_status(first.record, second.record)


def _points_to(first: Candidate, second: Candidate, published: date | None) -> bool:
    """Whether "the summit" is the one told before, whatever has become of it since: put off, called off, held."""
    a, b = first.record, second.record
    if not _agree(a.edition, b.edition) or (a.level != b.level and second.level_told and {a.level, b.level} != LEADERS):
        return False
    exercised = a.kind == "exercise" and {a.status, b.status} <= {"held", "ongoing", "scheduled"}
    if a.kind == "exercise" and not exercised:
        return False
    put_off = b.status == "postponed" and a.status in ("scheduled", "proposed")
    if (
        a.status != b.status
        and not exercised
        and not put_off
        and b.status not in ("proposed", "cancelled", "scheduled")
    ):
        return False
    if a.date and published and When.parse(a.date).before(published - timedelta(days=60)):
        return False  # an earlier summit, told as background
    if a.kind == "visit" or not (_same_place(a, b) or is_old_place(first, second)):
        return False
    return not (a.date and b.date) or second.lapsed or When.parse(a.date).may_overlap(When.parse(b.date))


def _is_on_the_journey(journey: EventRecord, meeting: EventRecord) -> bool:
    """Whether two met in the country to which one of them had travelled."""
    if (
        meeting.mode == "online"
        or journey.kind != "visit"
        or meeting.kind != "meeting"
        or not journey.level == meeting.level == "bilateral"
    ):
        return False
    sides = {*meeting.participants, *meeting.invited}
    return journey.place.country in sides and {*journey.participants, *journey.invited} <= sides


def _is_news(one: Candidate, other: Candidate, published: date | None) -> bool:
    """Whether one, told without a day, is of these days, and the other long past: no words tie them together."""
    first, second = one.record, other.record
    if published is None or first.date or not second.date or not one.sure or first.status not in ("held", "ongoing"):
        return False
    if not (first.edition or first.place.country) or (first.place.city and first.place.city == second.place.city):
        return False
    return When.parse(second.date).before(published - timedelta(days=120))


def _same_level(first: Candidate, second: Candidate) -> bool:
    """Whether both are of one level, or one does not tell it and is near in time."""
    if first.record.level == second.record.level or _are_leaders(first, second) or _is_the_one(first, second):
        return True
    return (
        not (first.level_told and second.level_told)
        and "bilateral" not in (first.record.level, second.record.level)
        and bool(first.when and second.when)
    )


_THE_BLOCS = re.compile(r"\b[Tt]he\s+(?:[A-Z][\w’'-]*\s+){1,4}$")
_PLAIN = ("meeting", "conference", "gathering", "event", "talks")


def _is_the_one(first: Candidate, second: Candidate) -> bool:
    """Whether "the Quad meeting", told with neither level nor day, is the one whose day has been told."""
    record, trigger = second.record, second.trigger
    if second.when or record.level not in ("other", "conference") or trigger.form.lower() not in _PLAIN:
        return False
    if first.record.level == "bilateral" or first.when is None or first.trigger.aside:
        return False
    if second.sure and first.record.status != record.status:
        return False
    quote = record.evidence[0]
    return _THE_BLOCS.search(quote.quote[: max(0, trigger.start - quote.start)]) is not None


LEADERS = {"heads_of_state", "heads_of_government"}


def _are_leaders(first: Candidate, second: Candidate) -> bool:
    """Whether "the summit" of one day is that of the prime ministers told beside it."""
    if {first.record.level, second.record.level} != LEADERS or not first.record.date or not second.record.date:
        return False
    return When.parse(first.record.date).may_overlap(When.parse(second.record.date))


def goes_on(first: Candidate, second: Candidate) -> bool:
    """Whether the last day told follows on the first: "opened on Saturday … ended on Sunday"."""
    begin, end = first.when, second.when
    return bool(begin and end and begin.lower and end.lower and begin.is_day and 0 < (end.lower - begin.lower).days < 8)


def is_old_plan(first: Candidate, second: Candidate) -> bool:
    """Whether one was the plan for what the other tells to be put off or called off."""
    for plan, other in ((second, first), (first, second)):
        if (
            plan.lapsed
            and plan.record.status == "scheduled"
            and other.record.status in ("postponed", "cancelled")
            and _agree(plan.record.edition, other.record.edition)
        ):
            return True
    return came_later(first, second)


def is_old_place(first: Candidate, second: Candidate) -> bool:
    """Whether the second only tells where the first had once been planned: "it had been due in Abu Dhabi"."""
    a, b = first.record, second.record
    return second.back and second.lapsed and b.status == "scheduled" and not b.date and not _same_place(a, b)


def came_later(first: Candidate, second: Candidate) -> bool:
    """Whether the second tells for when the first had been planned: "it had been due in April"."""
    a, b = first.record, second.record
    lapsed = second.lapsed and (b.status == "scheduled" or (b.status == "cancelled" and a.status == "postponed"))
    planned = b.moved_from or (b.date if lapsed else None)
    if (
        planned is None
        or not a.date
        or not (b.status == "postponed" or second.lapsed)
        or not _agree(a.edition, b.edition)
    ):
        return False
    return _earlier(When.parse(planned), When.parse(a.date)) and not (
        b.moved_from and b.date and not When.parse(b.date).may_overlap(When.parse(a.date))
    )


def _earlier(plan: When, day: When) -> bool:
    """Whether a plan was for an earlier beginning, even if its days reach into those of the event."""
    return plan.before(day) or bool(plan.lower and day.lower and plan.lower < day.lower and (plan.length or 99) < 15)


def _same_parties(a: EventRecord, b: EventRecord) -> bool:
    if a.level == "bilateral" or not (a.orgs or b.orgs):
        named_a, named_b = set(a.participants + a.invited), set(b.participants + b.invited)
        if a.level == b.level == "bilateral":
            return named_a <= named_b or named_b <= named_a
        return named_a == named_b
    return set(a.orgs) == set(b.orgs) and (not a.guests or not b.guests or set(a.guests) == set(b.guests))


def _same_status(a: EventRecord, b: EventRecord) -> bool:
    if a.status == b.status:
        return True
    pair = {a.status, b.status}
    if pair == {"scheduled", "proposed"} and a.date == b.date and a.place.city == b.place.city:
        return a.date is not None  # what was proposed has been fixed
    # The title says "to meet", the text "was postponed"; the report of an ongoing meeting also tells what was done.
    return pair in (
        {"held", "ongoing"},
        {"scheduled", "postponed"},
        {"scheduled", "cancelled"},
        {"scheduled", "ongoing"},
        {"postponed", "cancelled"},
        {"proposed", "hoped"},
    )


def _same_city(one: str | None, other: str | None) -> bool:
    """Whether two names can be of one city: "Delhi" is New Delhi."""
    return one is None or other is None or one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def _agree(a: object, b: object) -> bool:
    return a is None or b is None or a == b
