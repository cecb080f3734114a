"""Two mentions of one event, told as one: the more exact date, the surer status, what became of a plan."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from comity.model.record import EventRecord, Place
from comity.model.when import When
from comity.reading.extractors.events import lasting
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.sameness import LEADERS, came_later, goes_on, is_old_place, is_old_plan

_SURE = ("denied", "cancelled")
_FILLED = ("date", "chair", "host", "edition", "series", "body", "moved_from")


def folded(one: Candidate, other: Candidate) -> Candidate:
    """The first mention, completed by the second; the more exact date and the surer status stay."""
    first, second = one.record, other.record
    if other.ends and goes_on(one, other) and one.when and other.when and one.when.lower:
        span = When.days(one.when.lower, other.when.upper, basis=one.when.basis)
        one = msgspec.structs.replace(one, when=span).with_record(date=span.edtf)
        return one.with_record(evidence=(*first.evidence, *second.evidence))
    if is_old_place(one, other):
        return one.with_record(evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))))
    if came_later(one, other):
        changed_plan = _fold_plan(first, second)
        return one.with_record(**changed_plan)
    if is_old_plan(one, other):
        return _replanned(*((other, one) if one.lapsed and first.status == "scheduled" else (one, other)))
    changed: dict[str, object] = {name: getattr(first, name) or getattr(second, name) for name in _FILLED}
    by_report = first.date_basis == "published" and second.date_basis != "published"
    in_full = first.date is not None and (_length(first.date) == one.days or _tells_each_day(first.date))
    days_told = (
        bool(first.date and second.date and _tells_each_day(second.date))
        and (first.date_basis, second.date_basis) == ("relative", "stated")
        and When.parse(first.date or "").within(When.parse(second.date or ""))
    )
    if (
        first.date
        and second.date
        and (by_report or days_told or (_length(second.date) < _length(first.date) and not in_full))
    ):
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
    status = (
        _surer(first.status, second.status)
        if one.sure and other.sure
        else (first if one.sure or wished else second).status
    )
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
    if {first, second} == LEADERS:
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


# The first and the last day told: no single day of it is more exact.
_EACH_DAY = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def _tells_each_day(edtf: str) -> bool:
    """Whether a date is that of a first and a last day; a week from its Monday on is "next week"."""
    days = When.parse(edtf)
    week = days.length == 7 and days.lower is not None and days.lower.weekday() == 0
    return bool(_EACH_DAY.fullmatch(edtf)) and not week


def running(one: Candidate, last: Candidate, published: date | None) -> Candidate:
    """The event under way, where its last day, told later, is not over: "opened on Monday … closes on Friday"."""
    if not last.ends or published is None or one.record.status != "held" or not one.record.date:
        return one
    days = When.parse(one.record.date)
    going_on = days.last is not None and not days.after(published) and published < days.last
    return one.with_record(status="ongoing") if going_on else one


def _length(edtf: str) -> int:
    return When.parse(edtf).length or 10_000
