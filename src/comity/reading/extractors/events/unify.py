"""One report, one event, many mentions: what is the same is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from comity.model.record import EventRecord, Place
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import lasting, timing, worth
from comity.reading.extractors.events.attendance import with_attendance
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.circumstances import of_one_occasion

_SURE = ("denied", "cancelled")
_FILLED = ("date", "chair", "host", "edition", "series", "body", "moved_from")


def unify(analysis: Analysis, candidates: Iterable[Candidate]) -> list[EventRecord]:
    """Mentions of one event folded into its fullest record; one of them marked as the report's main event."""
    kept: list[Candidate] = []
    for candidate in candidates:
        for at, other in _in_question(candidate, kept):
            if same_event(other, candidate, analysis.published):
                kept[at] = _running(_fold(other, candidate), candidate, analysis.published)
                break
        else:
            kept.append(candidate)
    kept = [one for one in kept if not _shadow(one, kept)]
    if not kept:
        return []
    main = _main(analysis, kept)
    kept[main] = _levelled(analysis, _dated(analysis, kept[main], kept))
    records = of_one_occasion([one.record for one in with_attendance(analysis, kept, main)])
    first = msgspec.structs.replace(records[main], main=True)
    return [first, *(one for at, one in enumerate(records) if at != main)]


def _in_question(candidate: Candidate, kept: Sequence[Candidate]) -> list[tuple[int, Candidate]]:
    """The events told so far, those first that a mention is likely to be of: "the summit" is the last one spoken of."""
    told = list(enumerate(kept))
    if not candidate.back:
        return told
    return sorted(told, key=lambda pair: -max(one.start for one in pair[1].record.evidence))


def same_event(first: Candidate, second: Candidate, published: date | None = None) -> bool:
    """Whether two mentions in one report can be of one event: nothing that both say differs."""
    a, b = first.record, second.record
    if _is_on_the_journey(a, b) or _is_on_the_journey(b, a):
        return not (a.date and b.date) or When.parse(a.date).may_overlap(When.parse(b.date))
    if second.back and a.kind == b.kind and _same_parties(a, b) and not first.apart and _points_to(first, second, published):
        return True
    if a.kind != b.kind or not _same_level(first, second) or not _same_parties(a, b) or first.apart or second.apart:
        return False
    if second.fresh and not first.fresh and not (a.date and b.date):
        return False
    if (second.ends and _goes_on(first, second)) or _is_old_plan(first, second):
        return True
    replanned = {a.status, b.status} == {"scheduled", "postponed"}
    if not replanned and not (_agree(a.place.city, b.place.city) and _agree(a.place.country, b.place.country)):
        return False
    if not _agree(a.edition, b.edition) or not _agree(a.series, b.series) or _status_differs(first, second):
        return False
    if a.date and b.date and "published" not in (a.date_basis, b.date_basis):
        return When.parse(a.date).may_overlap(When.parse(b.date))
    return not (_is_news(first, second, published) or _is_news(second, first, published))


def _status_differs(first: Candidate, second: Candidate) -> bool:
    return first.sure and second.sure and not _same_status(first.record, second.record)


def _points_to(first: Candidate, second: Candidate, published: date | None) -> bool:
    """Whether "the summit" is the one told before, whatever has become of it since: put off, called off, held."""
    a, b = first.record, second.record
    if not _agree(a.edition, b.edition) or (a.level != b.level and second.level_told and {a.level, b.level} != _LEADERS):
        return False
    exercised = a.kind == "exercise" and {a.status, b.status} <= {"held", "ongoing", "scheduled"}
    if a.status != b.status and not exercised and b.status not in ("proposed", "cancelled", "scheduled"):
        return False
    if a.date and published and When.parse(a.date).before(published - timedelta(days=60)):
        return False  # an earlier summit, told as background
    if a.kind == "visit" or not (_agree(a.place.city, b.place.city) and _agree(a.place.country, b.place.country)):
        return False
    return not (a.date and b.date) or second.lapsed or When.parse(a.date).may_overlap(When.parse(b.date))


def _is_on_the_journey(journey: EventRecord, meeting: EventRecord) -> bool:
    """Whether two met in the country to which one of them had travelled."""
    if meeting.mode == "online" or journey.kind != "visit" or meeting.kind != "meeting" or not journey.level == meeting.level == "bilateral":
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


# The first and the last day told: no single day of it is more exact.
_EACH_DAY = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def _tells_each_day(edtf: str) -> bool:
    """Whether a date is that of a first and a last day; a week from its Monday on is "next week"."""
    days = When.parse(edtf)
    week = days.length == 7 and days.lower is not None and days.lower.weekday() == 0
    return bool(_EACH_DAY.fullmatch(edtf)) and not week


def _running(one: Candidate, last: Candidate, published: date | None) -> Candidate:
    """The event under way, where its last day, told later, is not over: "opened on Monday … closes on Friday"."""
    if not last.ends or published is None or one.record.status != "held" or not one.record.date:
        return one
    days = When.parse(one.record.date)
    going_on = days.last is not None and not days.after(published) and published < days.last
    return one.with_record(status="ongoing") if going_on else one


def _same_level(first: Candidate, second: Candidate) -> bool:
    """Whether both are of one level, or one does not tell it and is near in time."""
    if first.record.level == second.record.level or _are_leaders(first, second):
        return True
    return (
        not (first.level_told and second.level_told)
        and "bilateral" not in (first.record.level, second.record.level)
        and bool(first.when and second.when)
    )


_LEADERS = {"heads_of_state", "heads_of_government"}


def _are_leaders(first: Candidate, second: Candidate) -> bool:
    """Whether "the summit" of one day is that of the prime ministers told beside it."""
    if {first.record.level, second.record.level} != _LEADERS or not first.record.date or not second.record.date:
        return False
    return When.parse(first.record.date).may_overlap(When.parse(second.record.date))


def _goes_on(first: Candidate, second: Candidate) -> bool:
    """Whether the last day told follows on the first: "opened on Saturday … ended on Sunday"."""
    begin, end = first.when, second.when
    return bool(begin and end and begin.lower and end.lower and begin.is_day and 0 < (end.lower - begin.lower).days < 8)


def _is_old_plan(first: Candidate, second: Candidate) -> bool:
    """Whether one was the plan for what the other tells to be put off or called off."""
    for plan, other in ((second, first), (first, second)):
        if (
            plan.lapsed
            and plan.record.status == "scheduled"
            and other.record.status in ("postponed", "cancelled")
            and _agree(plan.record.edition, other.record.edition)
        ):
            return True
    return _came_later(first, second)


def _came_later(first: Candidate, second: Candidate) -> bool:
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
    # The title says "to meet", the text "was postponed"; the report of an ongoing meeting also tells what was done.
    return pair in (
        {"held", "ongoing"},
        {"scheduled", "postponed"},
        {"scheduled", "cancelled"},
        {"scheduled", "ongoing"},
        {"postponed", "cancelled"},
        {"proposed", "hoped"},
    )


def _agree(a: object, b: object) -> bool:
    return a is None or b is None or a == b


def _fold(one: Candidate, other: Candidate) -> Candidate:
    """The first mention, completed by the second; the more exact date and the surer status stay."""
    first, second = one.record, other.record
    if other.ends and _goes_on(one, other) and one.when and other.when and one.when.lower:
        span = When.days(one.when.lower, other.when.upper, basis=one.when.basis)
        one = msgspec.structs.replace(one, when=span).with_record(date=span.edtf)
        return one.with_record(evidence=(*first.evidence, *second.evidence))
    if _came_later(one, other):
        changed_plan = _fold_plan(first, second)
        return one.with_record(**changed_plan)
    if _is_old_plan(one, other):
        return _replanned(*((other, one) if one.lapsed and first.status == "scheduled" else (one, other)))
    changed: dict[str, object] = {name: getattr(first, name) or getattr(second, name) for name in _FILLED}
    by_report = first.date_basis == "published" and second.date_basis != "published"
    in_full = first.date is not None and (_length(first.date) == one.days or _tells_each_day(first.date))
    days_told = (
        bool(first.date and second.date and _tells_each_day(second.date))
        and (first.date_basis, second.date_basis) == ("relative", "stated")
        and When.parse(first.date or "").within(When.parse(second.date or ""))
    )
    if first.date and second.date and (by_report or days_told or (_length(second.date) < _length(first.date) and not in_full)):
        changed |= {"date": second.date, "date_basis": second.date_basis}
    elif not first.date:
        changed["date_basis"] = second.date_basis
    changed["place"] = Place(first.place.city or second.place.city, first.place.country or second.place.country)
    changed["kind"] = "meeting" if {first.kind, second.kind} == {"meeting", "visit"} else first.kind
    changed["mode"] = first.mode if first.mode != "unknown" else second.mode
    if changed["mode"] == "online":
        changed["place"] = Place()
    changed["guests"] = first.guests or second.guests
    changed["level"] = _level(one, other)
    if (
        first.date
        and other.days
        and one.when
        and one.when.is_day
        and one.when.lower
        and lasting.opens(first.evidence[0].quote)
    ):
        changed["date"] = When.days(one.when.lower, one.when.lower + timedelta(days=other.days)).edtf
    wished = other.back and second.status in ("hoped", "proposed") and first.status == "scheduled"
    other = msgspec.structs.replace(other, sure=False) if wished and (first.date or first.edition) else other
    status = _surer(first.status, second.status) if one.sure and other.sure else (first if one.sure or wished else second).status
    named = dict.fromkeys((*first.participants, *first.invited, *second.participants, *second.invited))
    came = status in ("held", "ongoing")
    changed |= {"status": status, "participants": tuple(named) if came else (), "invited": () if came else tuple(named)}
    for name in ("persons", "evidence"):
        changed[name] = tuple(dict.fromkeys((*getattr(first, name), *getattr(second, name))))
    whole = one.with_record(**changed)
    return msgspec.structs.replace(
        whole, sure=one.sure or other.sure, when=one.when or other.when, level_told=one.level_told or other.level_told
    )


def _level(one: Candidate, other: Candidate) -> str:
    """The level that is told; "the prime ministers" tells more than "the summit"."""
    first, second = one.record.level, other.record.level
    if {first, second} == _LEADERS:
        return second if one.trigger.form.lower().startswith("summit") else first
    return first if one.level_told or not other.level_told else second


def _fold_plan(first: EventRecord, second: EventRecord) -> dict[str, object]:
    """What an earlier plan adds to the event that came of it: the date that it was moved from, a place where none is told."""
    place = first.place if first.place.country or first.mode == "online" else second.place
    same = bool(first.date and second.date and When.parse(second.date).within(When.parse(first.date)))
    if same and first.place.country == second.place.country:
        place = Place(first.place.city or second.place.city, first.place.country)
    return {
        "date": second.date if same else first.date,
        "date_basis": second.date_basis if same else first.date_basis,
        "status": second.status if same and first.status == "scheduled" else first.status,
        "moved_from": first.moved_from or second.moved_from or second.date,
        "place": place,
        "mode": "in_person" if place.country and first.mode == "unknown" else first.mode,
        "evidence": tuple(dict.fromkeys((*first.evidence, *second.evidence))),
    }


def _replanned(one: Candidate, plan: Candidate) -> Candidate:
    """What was put off or called off, with the date and place that it was planned for."""
    record, old = one.record, plan.record
    changed: dict[str, object] = {"evidence": tuple(dict.fromkeys((*record.evidence, *old.evidence)))}
    if record.status == "postponed":
        changed["moved_from"] = record.moved_from or (old.date if old.date != record.date else None)
    elif not record.date:
        changed |= {"date": old.date, "date_basis": old.date_basis}
    changed["place"] = Place(record.place.city or old.place.city, record.place.country or old.place.country)
    for name in ("edition", "host", "series", "body"):
        changed[name] = getattr(record, name) or getattr(old, name)
    changed["mode"] = old.mode if record.mode == "unknown" else record.mode
    return one.with_record(**changed)


def _surer(first: str, second: str) -> str:
    if "postponed" in (first, second) and first in ("postponed", "cancelled"):
        return "postponed"  # "has been cancelled, and fresh dates will be worked out"
    if second in _SURE or (second == "ongoing" and first == "scheduled"):
        return second
    return "ongoing" if first == "held" and second == "ongoing" else first


def _length(edtf: str) -> int:
    return When.parse(edtf).length or 10_000


def _shadow(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    """A mention that says nothing of its own (no date, place or edition) of a format told elsewhere in full."""
    one = candidate.record
    if one.date or one.place.city or one.place.country or one.edition or candidate.apart or candidate.fresh:
        return False
    if candidate.sure and one.status not in ("held", "scheduled"):
        return False
    named = worth.names_the_gathering(candidate)
    planned = candidate.sure and one.status == "scheduled" and not named
    return any(
        other is not candidate
        and not (planned and other.record.status in ("held", "ongoing"))
        and other.record.kind == one.kind
        and (other.record.level == one.level or named or _is_untold(candidate) or (candidate.pointing and not candidate.own))
        and (set(one.orgs) == set(other.record.orgs) if candidate.own else set(one.orgs) <= set(other.record.orgs))
        and (other.record.date or other.record.place.country)
        for other in others
    )


def _is_untold(candidate: Candidate) -> bool:
    """Whether a mention's level is only guessed: "a session", "the meeting"."""
    return candidate.record.level == "other" and not candidate.level_told


def _levelled(analysis: Analysis, main: Candidate) -> Candidate:
    """The main event with the level that the headline tells, where the text tells none."""
    if main.level_told or main.record.kind != "meeting":
        return main
    levels = [
        one.level
        for one in analysis.title_mentions
        if one.level and one.kind in ("level_people", "event_noun", "body", "level_nouns")
    ]
    return main.with_record(level=levels[0]) if levels else main


def _dated(analysis: Analysis, main: Candidate, others: Iterable[Candidate]) -> Candidate:
    """The report's main event with the day that its first words tell of, where it has none of its own."""
    if main.record.date or main.trigger.aside:
        return main
    when = None
    if main.record.status in ("held", "ongoing"):
        when = timing.day_of_lead(analysis, main.trigger)
    elif main.record.status == "scheduled":
        told = [one for other in others if other is not main for one in other.record.evidence]
        when = timing.day_of_plan(analysis, main.trigger, [(one.start, one.end) for one in told])
    return main.with_record(date=when.edtf, date_basis=when.basis.value) if when else main


def _main(analysis: Analysis, kept: Sequence[Candidate]) -> int:
    """Which event the report is about: one of the lead, and of those the one told most fully."""
    records = [one.record for one in kept]
    lead = {0, 1}
    starts = [one.evidence[0].start for one in records]
    paragraphs = [analysis.sentences[analysis.sentence_at(start)].paragraph for start in starts]
    first = min(paragraphs)

    def weight(at: int) -> tuple[int, ...]:
        one = records[at]
        told = sum(bool(part) for part in (one.date, one.place.country, one.orgs, one.edition, one.body, one.guests))
        return (
            int(paragraphs[at] - first in lead),
            int(not _long_past(analysis, one)),
            int(not kept[at].trigger.aside),
            told + 2 * (len(one.evidence) > 1),
            -starts[at],
        )

    return max(range(len(records)), key=weight)


def _long_past(analysis: Analysis, one: EventRecord) -> bool:
    """Whether an event is a report's background: more than two months before it."""
    if one.date is None or analysis.published is None:
        return False
    return When.parse(one.date).before(analysis.published - timedelta(days=60))
