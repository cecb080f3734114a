"""One trigger read in full: the record that its words make."""

from __future__ import annotations

import re
from datetime import timedelta

import msgspec

from comity.model.document import Evidence
from comity.model.record import EventRecord, Participant, Place
from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import (
    circumstances,
    diary,
    formats,
    hosting,
    lasting,
    levels,
    location,
    moving,
    parties,
    presiding,
    series,
    settings,
    timing,
    unrelated,
    worth,
)
from comity.reading.extractors.events.bystanders import only_speaks
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.meeting_format import Format, format_of
from comity.reading.extractors.events.numbering import edition_of
from comity.reading.extractors.events.referring import focus, last_place
from comity.reading.extractors.events.status import REPLACED, Status, direction_of, is_lapsed, status_of, true_status
from comity.reading.extractors.events.topic import Topic
from comity.reading.extractors.events.triggers import Trigger

_LATELY = timedelta(days=20)
_TAKES_PLACE = ("held", "ongoing")


def read(analysis: Analysis, trigger: Trigger, topic: Topic, earlier: list[Candidate]) -> Candidate | None:
    """The candidate of a trigger; None where it tells of no event. `earlier` are those read before it."""
    told = Status("held", trigger.form) if _was_before(trigger) else status_of(analysis, trigger)
    if earlier and (worth.points_back(analysis, trigger) or worth.is_by_host(analysis, trigger)):
        return None
    if earlier and settings.only_points_back(analysis, trigger):
        return None
    when = _time(analysis, trigger, told, earlier)
    about = bool(earlier) and worth.is_back(analysis, trigger) and settings.tells_agenda(analysis, trigger)
    when = None if about else when
    if told.name == "ongoing" and when and analysis.published and when.before(analysis.published - _LATELY):
        told = Status("scheduled", told.phrase)  # "in December, when the leaders are holding a summit"
        when = _time(analysis, trigger, told, earlier)
    if _is_of_the_week(analysis, told, when):
        told = Status("scheduled", told.phrase)
        when = _time(analysis, trigger, told, earlier)
    place, host = (Place(), None) if about else _place(analysis, trigger, earlier)
    entry = diary.entry_of(analysis, trigger)
    if entry is not None:
        when = entry.days(when)
        place = place if place.city else entry.place
    states = (
        trigger.sides
        if trigger.paired or (trigger.kind == "visit" and trigger.sides)
        else parties.named_states(analysis, trigger, place.country)
    )
    if len(states) == 2 and not trigger.paired and settings.is_scene(analysis, trigger):
        states = ()
    persons = _persons(analysis, trigger)
    form = _encountered(trigger, levels.level_of_persons(persons, analysis.language)) or format_of(
        analysis, trigger, topic, earlier, states, persons, dated=when is not None and place.country is not None
    )
    if form is None or worth.is_no_event(analysis, trigger, told, form.level, when, place):
        return None
    replaced = told.phrase == REPLACED
    if replaced and not form.own:
        return None  # "will replace the two separate gatherings"
    status, when, moved_from = _status(analysis, trigger, told, when)
    status = entry.status(status) if entry else status
    record = _record(analysis, trigger, form, status, when, place, states)
    record = msgspec.structs.replace(
        record, rule=_rule(trigger, told), persons=persons, host=host, moved_from=moved_from
    )
    return Candidate(
        _without_speaker(record), trigger, form.own, told.sure, when, form.level_told, is_lapsed(analysis, trigger),
        lasting.days_of(analysis, trigger), lasting.is_end(analysis, trigger), apart=replaced or (entry is not None and form.level == "bilateral"), fresh=worth.is_fresh(analysis, trigger), pointing=worth.is_pointing(analysis, trigger), back=worth.is_back(analysis, trigger),
    )  # fmt: skip


_IS_DOING = re.compile(r"(?:is|are)\s+\w+ing\b|present tense", re.IGNORECASE)


def _is_of_the_week(analysis: Analysis, told: Status, when: When | None) -> bool:
    """Whether a present tense has a weekday other than that of the report: "are holding a summit on Thursday"."""
    if told.name != "ongoing" or when is None or analysis.published is None or when.basis is not Basis.RELATIVE:
        return False
    return when.is_day and when.lower != analysis.published and _IS_DOING.match(told.phrase) is not None


def _was_before(trigger: Trigger) -> bool:
    """ "The previous one"."""
    return bool(re.match(r"(?:previous|last|earlier|first)\s+one$", trigger.form))


def _encountered(trigger: Trigger, level: str | None) -> Format | None:
    """The format of two who met: bilateral, else that of the organization whose official was one of them."""
    if trigger.trio:
        return Format(formats.of_states(trigger.sides), (), level or "other", own=True, level_told=True)
    if trigger.paired or (trigger.kind == "visit" and (trigger.sides or (trigger.places and not trigger.orgs))):
        return Format((), (), "bilateral", own=False, level_told=True)
    return Format(trigger.orgs, (), "other", own=True, level_told=True) if trigger.orgs else None


def _time(analysis: Analysis, trigger: Trigger, told: Status, earlier: list[Candidate]) -> When | None:
    when = timing.time_of(
        analysis, trigger, direction_of(told), focus(told, earlier), lapsed=is_lapsed(analysis, trigger)
    )
    if when is None and told.name in _TAKES_PLACE:
        when = (
            timing.day_of_saying(analysis, trigger)
            or timing.day_of_what_followed(analysis, trigger)
            or timing.just_now(analysis, trigger, ongoing=told.name == "ongoing")
        )
    return _next_year(analysis, trigger, told, when)


def _place(analysis: Analysis, trigger: Trigger, earlier: list[Candidate]) -> tuple[Place, str | None]:
    place = location.place_of(analysis, trigger, last_place(earlier))
    if trigger.places and place.country != trigger.places[0].country:
        place = trigger.places[0]
    inside = analysis.mentions_in(trigger.start, trigger.end, "city")
    if inside and not place.country:
        city, _, country = inside[0].code.partition("|")
        place = Place(city, country)
    of_whom = trigger.kind == "visit" and analysis.text.startswith((" of ", " by "), trigger.end)
    if of_whom and place.country and trigger.sides == (place.country,):
        place = Place()  # "the visit of the US President to the Kingdom"
    host = hosting.host_of(analysis, trigger, place.country)
    return Place(None, host) if host and not place.country else place, host


def _status(
    analysis: Analysis, trigger: Trigger, told: Status, when: When | None
) -> tuple[str, When | None, str | None]:
    """The status, the date, and the one that it was moved from."""
    status = told.name if is_lapsed(analysis, trigger) else true_status(told, when, analysis.published)
    usual = unrelated.is_usual(analysis, trigger)
    if (
        (status in ("scheduled", "proposed") or usual)
        and trigger.kind != "visit"
        and moving.is_moved(analysis, trigger)
    ):
        status = "postponed"
    if status == "postponed":
        new, old = moving.dates_of(analysis, trigger, when)
        return status, (lasting.lengthened(analysis, trigger.from_, trigger.to, new) if new else None) or new, old
    if status == "scheduled" and (once := moving.first_planned(analysis, trigger)):
        return status, None if when and when.edtf == once.edtf else when, once.edtf
    if status in _TAKES_PLACE and when is not None and trigger.kind != "visit":
        return status, when, moving.plan_before(analysis, trigger, when)
    return status, when, None


def _rule(trigger: Trigger, told: Status) -> str:
    return f"{trigger.kind}: {trigger.form!r}" + (f", {told.name}: {told.phrase!r}" if told.phrase else "")


def _record(
    analysis: Analysis,
    trigger: Trigger,
    form: Format,
    status: str,
    when: When | None,
    place: Place,
    states: tuple[str, ...],
) -> EventRecord:
    face_to_face = (trigger.kind == "visit" or form.level == "bilateral") and status in (*_TAKES_PLACE, "scheduled")
    mode = circumstances.mode_of(analysis, trigger, place, face_to_face=face_to_face)
    return EventRecord(
        evidence=(_evidence(analysis, trigger),),
        kind=trigger.kind,
        status=status,
        level=form.level,
        orgs=form.orgs,
        guests=form.guests,
        date=when.edtf if when else None,
        date_basis=(when.basis if when else Basis.UNKNOWN).value,
        place=Place() if mode == "online" else place,
        mode=mode,
        participants=states if status in _TAKES_PLACE else (),
        invited=() if status in _TAKES_PLACE else states,
        chair=presiding.chair_of(analysis, trigger.from_, trigger.to),
        edition=edition_of(analysis, trigger),
        series=series.series_of(analysis, trigger),
        body=series.body_of(analysis, trigger),
        by=_by(analysis, trigger) if status in ("hoped", "proposed") else None,
    )


def _next_year(analysis: Analysis, trigger: Trigger, told: Status, when: When | None) -> When | None:
    """ "The next summit will be held on October 9", said on October 10: a year on."""
    if when is None or analysis.published is None or told.name != "scheduled" or when.basis is not Basis.RELATIVE:
        return when
    is_next = re.search(r"\bnext\b", analysis.text[max(trigger.from_, trigger.start - 40) : trigger.end], re.IGNORECASE)
    if not is_next or not when.is_day or when.lower is None or not when.before(analysis.published):
        return when
    return (
        When.days(when.lower.replace(year=when.lower.year + 1), basis=when.basis)
        if (when.lower.month, when.lower.day) != (2, 29)
        else when
    )


def _evidence(analysis: Analysis, trigger: Trigger) -> Evidence:
    start, end = trigger.from_, trigger.to
    text = analysis.text
    while start < trigger.start and not text[start].isalnum():
        start += 1
    while end > trigger.end and not (text[end - 1].isalnum() or text[end - 1] in ")%"):
        end -= 1
    return analysis.document.quote(start, end)


_MEETS_WITH = re.compile(r"\b(?:between|with|of|among|attended\s+by)\s+(?:[^,.]{0,60}\s)?$", re.IGNORECASE)


def _by(analysis: Analysis, trigger: Trigger) -> str | None:
    """Who hopes or proposes: the person before the event in its clause, else the one who is quoted after it."""
    people = analysis.people.between(trigger.from_, analysis.sentences[trigger.sentence].end)
    before = [person for person in people if person.end <= trigger.start]
    after = [
        one
        for one in people
        if one.start >= trigger.end and not _MEETS_WITH.search(analysis.text[trigger.end : one.from_])
    ]
    return (before or after)[0].name if before or after else None


def _without_speaker(record: EventRecord) -> EventRecord:
    """Who hopes for an event or proposes it is not thereby at it."""
    speaker = next((one for one in record.persons if one.name == record.by), None)
    if speaker is None:
        return record
    states = {one.state for one in record.persons if one is not speaker}
    invited = tuple(one for one in record.invited if one != speaker.state or one in states)
    return msgspec.structs.replace(
        record, persons=tuple(one for one in record.persons if one is not speaker), invited=invited
    )


def _persons(analysis: Analysis, trigger: Trigger) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for person in analysis.people.between(trigger.from_, trigger.to):
        if not only_speaks(analysis, person.from_, person.end, trigger):
            found.setdefault(person.name, Participant(person.name, person.office, person.state))
    return tuple(found.values())
