"""Meetings, exercises and visits, from the words of one report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from comity.model.record import EventRecord, Place
from comity.reading.clause import Analysis
from comity.reading.extractors.events import parties, timing, worth
from comity.reading.extractors.events.account import read
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.due import in_its_time
from comity.reading.extractors.events.editions import Edition, editions, places
from comity.reading.extractors.events.sharing import shared
from comity.reading.extractors.events.status import direction_of, status_of
from comity.reading.extractors.events.topic import Topic
from comity.reading.extractors.events.triggers import PLURAL, Trigger, find_triggers
from comity.reading.extractors.events.unify import unify

_JOINT = re.compile(r"\b(?:joint|jointly|together|enlarged|expanded|common|plus)\b", re.IGNORECASE)


def extract(analysis: Analysis) -> Iterator[EventRecord]:
    """The events of a report, the most important first, each once."""
    return iter(events_of(analysis))


@lru_cache(maxsize=4)
def events_of(analysis: Analysis) -> tuple[EventRecord, ...]:
    """The same, kept for the extractors that come after: an outcome is that of a meeting."""
    return tuple(_events(analysis))


def _events(analysis: Analysis) -> Iterator[EventRecord]:
    topic = Topic.of(analysis)
    candidates: list[Candidate] = []
    for number in range(len(analysis.sentences)):
        first = len(candidates)
        for trigger in find_triggers(analysis, number):
            if candidates and worth.describes(analysis, trigger):
                candidates[-1] = worth.described(analysis, trigger, candidates[-1])
                continue
            before = [one for one in candidates if one.trigger.start != trigger.start]
            candidate = read(analysis, trigger, topic, before)
            if candidate is not None:
                candidates += _each(analysis, candidate)
        candidates[first:] = shared(analysis, candidates[first:])
    candidates = [one for one in candidates if worth.says_enough(one)]
    if not any(one.trigger.sentence <= 2 and not one.trigger.aside for one in candidates):
        candidates = [*_of_title(analysis, topic), *candidates]
    yield from (in_its_time(record, analysis.published) for record in unify(analysis, candidates))


def _of_title(analysis: Analysis, topic: Topic) -> list[Candidate]:
    """The event that the headline names, where the first sentences tell of it without a word for it."""
    nouns = [one for one in analysis.title_mentions if one.kind in ("event_noun", "body", "level_nouns")]
    if not nouns or not analysis.sentences or topic.main is None:
        return []
    first = analysis.sentences[0]
    if not analysis.expressions_in(first.start, first.end) and not analysis.mentions_in(first.start, first.end, "city"):
        return []
    title = analysis.document.title or ""
    levels = [one.level for one in analysis.title_mentions if one.level]
    kind = nouns[0].code if nouns[0].kind == "event_noun" else "meeting"
    form = title[nouns[0].start : nouns[0].end]
    trigger = Trigger(first.start, first.start, kind, form, 0, first.start, first.end, levels[0] if levels else None)
    found = read(analysis, trigger, topic, [])
    orgs = tuple(dict.fromkeys(one.org for one in analysis.title_mentions if one.org)) or (topic.main,)
    return [found.with_record(orgs=found.record.orgs or orgs)] if found and found.record.level != "bilateral" else []


def _each(analysis: Analysis, candidate: Candidate) -> list[Candidate]:
    """ "The SCO and BRICS summits" are two events, "a joint meeting of the SCO and the CIS" is one."""
    record, trigger = candidate.record, candidate.trigger
    direction = direction_of(status_of(analysis, trigger))
    told = editions(analysis, trigger, direction) if record.date else []
    if told:
        return [_edition(candidate, one) for one in told]
    if trigger.form.lower() not in PLURAL:
        return [candidate]
    if not analysis.expressions_in(trigger.end, trigger.to) and (where := places(analysis, trigger)):
        return [candidate.with_record(place=place) for place in where]
    if record.level == "bilateral" and len(parties.sides(record)) > 2:
        return _with_each(analysis, candidate) or _pairs(candidate)
    days = timing.each_day(analysis, trigger, direction)
    if days:
        each = [candidate.with_record(date=when.edtf, date_basis=when.basis.value) for when in days]
        return [msgspec.structs.replace(one, apart=True, when=when) for one, when in zip(each, days, strict=True)]
    if len(record.orgs) < 2 or not candidate.own or _JOINT.search(record.evidence[0].quote):
        return [candidate]
    return [candidate.with_record(orgs=(org,)) for org in record.orgs]


def _edition(candidate: Candidate, one: Edition) -> Candidate:
    place = one.place or (Place() if candidate.record.place.city else candidate.record.place)
    told = candidate.with_record(date=one.when.edtf, date_basis=one.when.basis.value, place=place, edition=None)
    return msgspec.structs.replace(told, when=one.when)


_WITH_EACH = re.compile(r"[^.;,]{0,50}?\b(?:between|of)\s+the\s+(?P<org>[^,;.]{2,50}?)\s+(?:and|with)\s+(?:the\s+)?")


def _with_each(analysis: Analysis, candidate: Candidate) -> list[Candidate]:
    """ "Summits between the EU and Japan, India and Brazil respectively": the organization's with each of them."""
    trigger, record = candidate.trigger, candidate.record
    states = analysis.mentions_in(trigger.end, trigger.to, "state")
    match = _WITH_EACH.fullmatch(analysis.text[trigger.end : states[0].start]) if states else None
    if match is None:
        return []
    orgs = [
        one.org for one in analysis.mentions_in(trigger.end + match.start("org"), states[0].start, "org") if one.org
    ]
    if not orgs:
        return []
    field = "participants" if record.participants else "invited"
    level = "heads_of_state" if trigger.form.lower() == "summits" else "other"
    return [
        msgspec.structs.replace(
            candidate.with_record(**{field: (state,)}, orgs=(orgs[0],), level=level), apart=True, own=True
        )
        for state in parties.sides(record)
    ]


def _pairs(candidate: Candidate) -> list[Candidate]:
    """ "Bilateral meetings with the presidents of A, B and C": one each."""
    record = candidate.record
    first, *others = parties.sides(record)
    field = "participants" if record.participants else "invited"
    return [msgspec.structs.replace(candidate.with_record(**{field: (first, other)}), apart=True) for other in others]
