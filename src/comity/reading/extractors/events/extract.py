"""Meetings, exercises and visits, from the words of one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from comity.model.record import EventRecord, Participant, Place
from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import circumstances, parties, series
from comity.reading.extractors.events.status import direction_of, status_of
from comity.reading.extractors.events.topic import Topic
from comity.reading.extractors.events.triggers import Trigger, find_triggers
from comity.reading.extractors.events.unify import unify

_FIRM_VERBS = frozenset(("meeting", "exercise", "visit"))
_DEFINITE = re.compile(r"\b(?:the|this|that|these|such|its|their|both|two)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)


class Candidate(msgspec.Struct, frozen=True):
    """One trigger read in full; `own` says whether it names its parties itself, or takes them from what was said before."""

    record: EventRecord
    trigger: Trigger
    own: bool
    when: When | None = None


def extract(analysis: Analysis) -> Iterator[EventRecord]:
    """The events of a report, the most important first, each once."""
    topic = Topic.of(analysis)
    candidates: list[Candidate] = []
    for number in range(len(analysis.sentences)):
        for trigger in find_triggers(analysis, number):
            candidate = _read(analysis, trigger, topic, candidates)
            if candidate is not None:
                candidates.append(candidate)
    yield from unify(analysis, [one.record for one in candidates])


def _read(analysis: Analysis, trigger: Trigger, topic: Topic, earlier: list[Candidate]) -> Candidate | None:
    status, phrase = status_of(analysis, trigger)
    focus = earlier[-1].when if earlier else None
    when, _ = circumstances.time_of(analysis, trigger, direction_of(status, phrase), focus)
    place, at = circumstances.place_of(analysis, trigger)
    named = parties.organizations(analysis, trigger)
    states = parties.named_states(analysis, trigger, place.country)
    level = parties.level_of(analysis, trigger)
    before = _spoken_of(analysis, trigger, level, named, states, earlier, topic)
    orgs, guests = named.orgs, named.guests
    if not orgs and before is not None:
        orgs, guests = before.orgs, guests or before.guests
    level = _level(analysis, trigger, level, orgs, states, before)
    if level is None:
        return None
    if level == "bilateral":
        orgs = ()
    if level != "bilateral" and not orgs and not _ad_hoc(trigger, states, level):
        return None
    status = _true_status(status, when, analysis)
    mode = circumstances.mode_of(analysis, trigger, place)
    if mode == "online":
        place = Place()
    record = EventRecord(
        evidence=(_evidence(analysis, trigger),),
        rule=f"{trigger.kind}: {trigger.form!r}" + (f", {status}: {phrase!r}" if phrase else ""),
        kind=trigger.kind,
        status=status,
        level=level,
        orgs=orgs,
        guests=guests,
        date=when.edtf if when else None,
        date_basis=(when.basis if when else Basis.UNKNOWN).value,
        place=place,
        mode=mode,
        participants=states if status in ("held", "ongoing") else (),
        invited=() if status in ("held", "ongoing") else states,
        persons=_persons(analysis, trigger),
        chair=series.chair_of(analysis, trigger),
        host=series.host_of(analysis, trigger, at),
        edition=circumstances.edition_of(analysis, trigger),
        series=series.series_of(analysis, trigger),
        body=series.body_of(analysis, trigger),
    )
    return Candidate(record, trigger, bool(named.orgs), when)


def _spoken_of(
    analysis: Analysis,
    trigger: Trigger,
    level: str | None,
    named: parties.Parties,
    states: tuple[str, ...],
    earlier: list[Candidate],
    topic: Topic,
) -> EventRecord | None:
    """The event whose format this one shares, where the words name no organization: "the meeting", "its leaders"."""
    if named.orgs:
        return None
    own = topic.organization_meant(analysis, trigger)
    before = analysis.text[max(trigger.from_, trigger.start - 40) : trigger.start]
    if own is None and len(states) == 2 and not _DEFINITE.search(before):
        return None
    last = _same_word(trigger, level, earlier)
    if own is not None and (last is None or own not in last.orgs):
        return EventRecord(evidence=(), kind=trigger.kind, status="held", level=level or "other", orgs=(own,))
    if last is not None and (_DEFINITE.search(before) or level == last.level):
        return last
    if level is not None and topic.main and trigger.kind != "visit" and len(states) != 2:
        return EventRecord(evidence=(), kind=trigger.kind, status="held", level=level, orgs=(topic.main,))
    return last if _DEFINITE.search(before) else None


def _same_word(trigger: Trigger, level: str | None, earlier: list[Candidate]) -> EventRecord | None:
    """The last event with the same word, else of the same level, else the last of its kind."""
    same_kind = [one for one in reversed(earlier) if one.record.kind == trigger.kind]
    form = trigger.form.lower().rstrip("s")
    for one in same_kind:
        if one.trigger.form.lower().rstrip("s") == form and (level is None or one.record.level == level):
            return one.record
    for one in same_kind:
        if level is not None and one.record.level == level:
            return one.record
    return same_kind[0].record if same_kind and level is None else None


def _level(
    analysis: Analysis, trigger: Trigger, level: str | None, orgs: tuple[str, ...], states: tuple[str, ...], before: EventRecord | None
) -> str | None:
    if trigger.kind == "exercise":
        return "exercise"
    if not orgs and parties.is_bilateral(analysis, trigger, states):
        return "bilateral" if len(states) == 2 else None
    if level is not None:
        return level
    if before is not None and before.evidence:
        return before.level
    if trigger.kind == "visit":
        return "bilateral" if len(states) == 2 else None
    if not orgs:
        return None
    return "conference" if trigger.form.lower() in ("conference", "forum", "congress", "symposium") else "other"


def _ad_hoc(trigger: Trigger, states: tuple[str, ...], level: str) -> bool:
    return len(states) > 2 and level != "other" or (trigger.kind == "exercise" and len(states) > 1)


def _true_status(status: str, when: When | None, analysis: Analysis) -> str:
    """What is told in the past but dated after the report is still to come."""
    published = analysis.published
    if when is None or published is None or status not in ("held", "scheduled"):
        return status
    if status == "held" and when.after(published):
        return "scheduled"
    return status


def _evidence(analysis: Analysis, trigger: Trigger):  # type: ignore[no-untyped-def]
    start, end = trigger.from_, trigger.to
    text = analysis.text
    while start < trigger.start and not text[start].isalnum():
        start += 1
    while end > trigger.end and not (text[end - 1].isalnum() or text[end - 1] in ")%"):
        end -= 1
    return analysis.document.quote(start, end)


def _persons(analysis: Analysis, trigger: Trigger) -> tuple[Participant, ...]:
    found = {}
    for person in analysis.people.between(trigger.from_, trigger.to):
        if not parties.only_speaks(analysis, person.from_, person.end, trigger):
            found.setdefault(person.name, Participant(person.name, person.office, person.state))
    return tuple(found.values())
