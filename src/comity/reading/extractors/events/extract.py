"""Meetings, exercises and visits, from the words of one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.model.document import Evidence
from comity.model.record import EventRecord, Participant, Place
from comity.model.when import ONE_DAY, Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import circumstances, formats, moving, parties, series, timing
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.sharing import shared
from comity.reading.extractors.events.status import Status, direction_of, is_lapsed, status_of
from comity.reading.extractors.events.topic import Topic
from comity.reading.extractors.events.triggers import Trigger, find_triggers
from comity.reading.extractors.events.unify import unify

_DEFINITE = re.compile(r"\b(?:a\s+new|another|a\s+further|the|this|that|these|such|its|their|both|two)\s+(?:[\w-]+\s+){0,3}$|\b(?:it|one|event)\s+$", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:joint|jointly|together|enlarged|expanded|common|plus)\b", re.IGNORECASE)
_PLURAL = ("summits", "meetings", "sessions", "conferences")


def extract(analysis: Analysis) -> Iterator[EventRecord]:
    """The events of a report, the most important first, each once."""
    topic = Topic.of(analysis)
    candidates: list[Candidate] = []
    for number in range(len(analysis.sentences)):
        first = len(candidates)
        for trigger in find_triggers(analysis, number):
            if candidates and _describes(analysis, trigger):
                candidates[-1] = _described(analysis, trigger, candidates[-1])
                continue
            candidate = _read(analysis, trigger, topic, candidates)
            if candidate is not None:
                candidates += _each(analysis, candidate)
        candidates[first:] = shared(analysis, candidates[first:])
    candidates = [one for one in candidates if _says_enough(one)]
    yield from unify(analysis, candidates)


_COPULA = re.compile(r"^\W*(?:it|this|that)\s+(?:is|was|will\s+be|would\s+be|became)\s+(?:only\s+)?(?:the|their|its|an?|his|her)\s+(?:[\w’'-]+\s+){0,5}$", re.IGNORECASE)


def _describes(analysis: Analysis, trigger: Trigger) -> bool:
    """ "It will be the second meeting at this level": said of the event just told."""
    if not _COPULA.match(analysis.text[trigger.from_ : trigger.start]):
        return False
    return not analysis.expressions_in(trigger.end, trigger.to) and not analysis.mentions_in(trigger.end, trigger.to, "city")


def _described(analysis: Analysis, trigger: Trigger, last: Candidate) -> Candidate:
    """The event with the number and the way of meeting that such a sentence gives."""
    edition = last.record.edition or circumstances.edition_of(analysis, trigger)
    online = any(one.code == "online" for one in analysis.mentions_in(trigger.from_, trigger.to, "mode"))
    changed: dict[str, object] = {"edition": edition}
    if online and last.record.mode == "unknown":
        changed["mode"] = "online"
    return last.with_record(**changed)


def _says_enough(candidate: Candidate) -> bool:
    """A bare word ("the meeting", "consultations with partners") with neither time, place nor a verb is no event of its own."""
    one = candidate.record
    if one.date or one.place.country or one.edition or one.series or one.mode == "online":
        return True
    if one.status not in ("held", "scheduled"):
        return True
    if candidate.days:
        return True
    if candidate.sure and one.status == "scheduled" and not candidate.trigger.aside:
        return True
    return candidate.sure and (candidate.own or one.level == "bilateral" or bool(one.participants or one.persons))


def _each(analysis: Analysis, candidate: Candidate) -> list[Candidate]:
    """ "The SCO and BRICS summits" are two events, "a joint meeting of the SCO and the CIS" is one."""
    orgs, trigger = candidate.record.orgs, candidate.trigger
    if trigger.form.lower() in _PLURAL:
        spread = timing.pairs_of(analysis, trigger, direction_of(status_of(analysis, trigger)))
        if len(spread) > 1:
            each = [candidate.with_record(place=place, date=when.edtf, date_basis=when.basis.value) for place, when in spread]
            return [msgspec.structs.replace(one, apart=True) for one in each]
    if candidate.record.level == "bilateral" and len(parties.sides(candidate.record)) > 2 and trigger.form.lower() in _PLURAL:
        return _pairs(candidate)
    if trigger.form.lower() in _PLURAL and (days := timing.each_day(analysis, trigger, direction_of(status_of(analysis, trigger)))):
        each = [candidate.with_record(date=when.edtf, date_basis=when.basis.value) for when in days]
        return [msgspec.structs.replace(one, apart=True, when=when) for one, when in zip(each, days, strict=True)]
    if len(orgs) < 2 or trigger.form.lower() not in _PLURAL or _JOINT.search(candidate.record.evidence[0].quote):
        return [candidate]
    return [candidate.with_record(orgs=(org,)) for org in orgs]


def _pairs(candidate: Candidate) -> list[Candidate]:
    """ "Bilateral meetings with the presidents of A, B and C": one each."""
    record = candidate.record
    first, *others = parties.sides(record)
    field = "participants" if record.participants else "invited"
    return [msgspec.structs.replace(candidate.with_record(**{field: (first, other)}), apart=True) for other in others]


def _read(analysis: Analysis, trigger: Trigger, topic: Topic, earlier: list[Candidate]) -> Candidate | None:
    told = status_of(analysis, trigger)
    focus = _focus(told, earlier)
    when = timing.time_of(analysis, trigger, direction_of(told), focus)
    if when is None and told.name in ("held", "ongoing"):
        when = timing.day_of_saying(analysis, trigger) or timing.just_now(analysis, trigger)
    when = _next_year(analysis, trigger, told, when)
    place, at = circumstances.place_of(analysis, trigger, _last_place(earlier))
    host = series.host_of(analysis, trigger, at)
    if host and not place.country:
        place = Place(None, host)
    named = parties.organizations(analysis, trigger)
    states = parties.named_states(analysis, trigger, place.country)
    level = parties.level_of(analysis, trigger)
    before = _spoken_of(analysis, trigger, level, named, states, earlier, topic)
    orgs, guests = named.orgs, named.guests
    if not orgs and formats.is_ad_hoc(analysis, trigger) and len(states) > 2:
        orgs, before = formats.named_by_states(analysis, trigger, states), None
    if not orgs and before is not None:
        orgs, guests = before.orgs, guests or before.guests
    if not orgs:
        orgs = formats.named_by_states(analysis, trigger, states)
    if len(orgs) == 1 and (home := formats.home(orgs[0])):
        orgs, level = (home[0],), level or home[1]
    persons = _persons(analysis, trigger)
    known = level or parties.level_of_persons(persons, analysis.language) if orgs else level
    level_told = known is not None or before is not None
    level = _level(analysis, trigger, known, orgs, states, before)
    if level is None:
        return None
    if level == "bilateral":
        orgs = ()
    if level != "bilateral" and not orgs and not _ad_hoc(trigger, states, level):
        return None
    if told.name == "held" and trigger.kind == "meeting" and _is_habit(analysis, trigger, when):
        return None
    if _is_weak(analysis, trigger) and level != "bilateral" and when is None and not place.country:
        return None
    status = told.name if is_lapsed(analysis, trigger) else _true_status(told, when, analysis)
    moved_from = None
    if status in ("scheduled", "proposed") and trigger.kind != "visit" and moving.is_moved(analysis, trigger):
        status = "postponed"
    if status == "postponed":
        when, moved_from = moving.dates_of(analysis, trigger, when)
    face_to_face = (trigger.kind == "visit" or level == "bilateral") and status in ("held", "ongoing", "scheduled")
    mode = circumstances.mode_of(analysis, trigger, place, face_to_face=face_to_face)
    if mode == "online":
        place = Place()
    record = EventRecord(
        evidence=(_evidence(analysis, trigger),),
        rule=f"{trigger.kind}: {trigger.form!r}" + (f", {told.name}: {told.phrase!r}" if told.phrase else ""),
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
        persons=persons,
        chair=series.chair_of(analysis, trigger.from_, trigger.to),
        host=host,
        edition=circumstances.edition_of(analysis, trigger),
        series=series.series_of(analysis, trigger),
        body=series.body_of(analysis, trigger),
        moved_from=moved_from,
        by=_by(analysis, trigger) if status in ("hoped", "proposed") else None,
    )
    record = _without_speaker(record)
    return Candidate(
        record, trigger, bool(named.orgs), told.sure, when, level_told or level != "other", is_lapsed(analysis, trigger),
        timing.days_of(analysis, trigger), timing.is_end(analysis, trigger),
    )  # fmt: skip


def _next_year(analysis: Analysis, trigger: Trigger, told: Status, when: When | None) -> When | None:
    """ "The next summit will be held on October 9", said on October 10: a year on."""
    if when is None or analysis.published is None or told.name != "scheduled" or when.basis is not Basis.RELATIVE:
        return when
    is_next = re.search(r"\bnext\b", analysis.text[max(trigger.from_, trigger.start - 40) : trigger.end], re.IGNORECASE)
    if not is_next or not when.is_day or when.lower is None or not when.before(analysis.published):
        return when
    return When.days(when.lower.replace(year=when.lower.year + 1), basis=when.basis) if (when.lower.month, when.lower.day) != (2, 29) else when


def _focus(told: Status, earlier: list[Candidate]) -> When | None:
    """The time last spoken of, where what was, was then, and what is to be, is then."""
    came = told.name in ("held", "ongoing")
    dated = [one for one in reversed(earlier) if one.when]
    alike = [one for one in dated if (one.record.status in ("held", "ongoing")) == came]
    return (alike or dated)[0].when if dated else None


def _last_place(earlier: list[Candidate]) -> Place | None:
    return next((one.record.place for one in reversed(earlier) if one.record.place.country), None)


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
        same = [one.record for one in reversed(earlier) if one.record.kind == trigger.kind and own in one.record.orgs]
        if same and level is None:
            return same[0]
        return EventRecord(evidence=(), kind=trigger.kind, status="held", level=level or "other", orgs=(own,))
    if last is not None and (_DEFINITE.search(before) or level == last.level):
        return last
    if (level is not None or len(states) > 2) and topic.main and trigger.kind != "visit" and len(states) != 2:
        shared = next((one.record.orgs for one in earlier if topic.main in one.record.orgs), (topic.main,))
        return EventRecord(evidence=(), kind=trigger.kind, status="held", level=level or "other", orgs=shared)
    return last if _DEFINITE.search(before) else None


def _same_word(trigger: Trigger, level: str | None, earlier: list[Candidate]) -> EventRecord | None:
    """The last event with the same word, else of the same level, else the last of its kind."""
    same_kind = [one for one in reversed(earlier) if one.record.kind == trigger.kind]
    same_kind.sort(key=lambda one: one.trigger.aside)
    form = trigger.form.lower().rstrip("s")
    for group in ([one for one in same_kind if not one.trigger.aside], same_kind):
        for one in group:
            if one.trigger.form.lower().rstrip("s") == form and (level is None or one.record.level == level):
                return one.record
        for one in group:
            if level is not None and one.record.level == level:
                return one.record
    return same_kind[0].record if same_kind and level is None else None


def _level(
    analysis: Analysis, trigger: Trigger, level: str | None, orgs: tuple[str, ...], states: tuple[str, ...], before: EventRecord | None
) -> str | None:
    if trigger.kind == "exercise":
        return "exercise"
    if trigger.kind == "visit":
        return "bilateral" if not orgs and (states or analysis.people.between(trigger.from_, trigger.start)) else None
    if not orgs and parties.is_bilateral(analysis, trigger, states):
        return "bilateral" if len(states) == 2 else None
    if trigger.form.lower() in _PLURAL and len(states) > 2 and parties.says_bilateral(analysis, trigger):
        return "bilateral"
    if level is not None:
        return level
    if before is not None and before.evidence:
        return before.level
    if not orgs:
        return None
    usual = load_catalog().organizations[orgs[0]].usual_level if orgs[0] in load_catalog().organizations else None
    if usual:
        return usual
    if ministers := parties.of_ministers(analysis, trigger):
        return ministers
    return "conference" if trigger.form.lower() in ("conference", "forum", "congress", "symposium") else "other"


def _is_habit(analysis: Analysis, trigger: Trigger, when: When | None) -> bool:
    """Meetings in general: "suspended its participation in CIS meetings in 2022", "the ministers have met every year"."""
    near = analysis.text[trigger.from_ : trigger.to]
    if re.search(r"\b(?:every|each)\s+(?:year|month|week|quarter)|\bregularly\b|\bannually\b|\ball\s+previous\b", near, re.IGNORECASE):
        return True
    general = trigger.form.lower() in _PLURAL and trigger.verb is None and (when is None or (when.length or 999) > 300)
    return general and bool(_IN_GENERAL.search(analysis.text[max(trigger.from_, trigger.start - 60) : trigger.start]))


_IN_GENERAL = re.compile(r"\b(?:participation\s+in|part\s+in|joins?|some\s+of|attend\w*|of|in|to|from|such)\s+(?:(?:its|their|the|any|all)\s+)?(?:[\w’'+-]+\s+){0,2}$", re.IGNORECASE)


def _is_weak(analysis: Analysis, trigger: Trigger) -> bool:
    """ "Consultations" and "dialogue" go on without an event; they are one where a time or a place is told."""
    return trigger.verb is None and trigger.form.lower() in load_cues(analysis.language, "events")["weak"]


def _ad_hoc(trigger: Trigger, states: tuple[str, ...], level: str) -> bool:
    return len(states) > 2 and level != "other" or (trigger.kind == "exercise" and len(states) > 1)


def _true_status(told: Status, when: When | None, analysis: Analysis) -> str:
    """What the words say; what they tell in the past but date after the report is still to come."""
    published = analysis.published
    if when is None or published is None or told.name not in ("held", "scheduled"):
        return told.name
    if told.name == "held" and when.after(published):
        return "scheduled"
    present, on_that_day = told.phrase in ("present tense", "said at"), when.is_day and when.lower == published
    if present and on_that_day:
        return "ongoing"
    if told.phrase == "present tense" and when.before(published):
        return "held"
    if when.lower and when.last and 1 < (when.length or 0) < 15 and when.lower <= published < when.last + (told.name == "scheduled") * ONE_DAY:
        return "ongoing"
    return told.name


def _evidence(analysis: Analysis, trigger: Trigger) -> Evidence:
    start, end = trigger.from_, trigger.to
    text = analysis.text
    while start < trigger.start and not text[start].isalnum():
        start += 1
    while end > trigger.end and not (text[end - 1].isalnum() or text[end - 1] in ")%"):
        end -= 1
    return analysis.document.quote(start, end)


def _by(analysis: Analysis, trigger: Trigger) -> str | None:
    """Who hopes or proposes: the person before the event in its clause, else the one who is quoted after it."""
    people = analysis.people.between(trigger.from_, analysis.sentences[trigger.sentence].end)
    before = [person for person in people if person.end <= trigger.start]
    return (before or people)[0].name if before or people else None


def _without_speaker(record: EventRecord) -> EventRecord:
    """Who hopes for an event or proposes it is not thereby at it."""
    speaker = next((one for one in record.persons if one.name == record.by), None)
    if speaker is None:
        return record
    states = {one.state for one in record.persons if one is not speaker}
    invited = tuple(one for one in record.invited if one != speaker.state or one in states)
    return msgspec.structs.replace(record, persons=tuple(one for one in record.persons if one is not speaker), invited=invited)


def _persons(analysis: Analysis, trigger: Trigger) -> tuple[Participant, ...]:
    found = {}
    for person in analysis.people.between(trigger.from_, trigger.to):
        if not parties.only_speaks(analysis, person.from_, person.end, trigger):
            found.setdefault(person.name, Participant(person.name, person.office, person.state))
    return tuple(found.values())
