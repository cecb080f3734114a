"""The format of one event: whose it is, who are guests, and at which level they meet."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.record import EventRecord, Participant
from comity.reading.clause import Analysis
from comity.reading.extractors.events import formats, levels, parties, worth
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.referring import are_others, level_of_them, spoken_of
from comity.reading.extractors.events.topic import Topic
from comity.reading.extractors.events.triggers import PLURAL, Trigger


class Format(msgspec.Struct, frozen=True):
    """The SCO's defence ministers, with the CIS's as guests. `own` says that the words name the organization themselves,
    `level_told` that they tell the level."""

    orgs: tuple[str, ...]
    guests: tuple[str, ...]
    level: str
    own: bool
    level_told: bool


def format_of(
    analysis: Analysis,
    trigger: Trigger,
    topic: Topic,
    earlier: list[Candidate],
    states: tuple[str, ...],
    persons: Sequence[Participant],
    *,
    dated: bool,
) -> Format | None:
    """The format; None where the words tell of none. `dated` says that a time and a place are told."""
    named = parties.organizations(analysis, trigger)
    if are_others(analysis, trigger) and analysis.mentions_in(trigger.start, trigger.end, "event_verb", "hosting"):
        return None
    if earlier and parties.only_guests(analysis, trigger):
        named = parties.Parties((), parties.unique((*named.orgs, *named.guests)))
    if not named.orgs and not earlier and topic.main and _is_of_a_group(analysis, trigger):
        named = parties.Parties((topic.main,), named.guests)
    if not named.orgs and parties.is_pair(analysis, trigger) and len(states) < 3:
        return Format((), (), "bilateral", own=False, level_told=True)
    level = levels.level_of(analysis, trigger) or level_of_them(analysis, trigger)
    before = spoken_of(analysis, trigger, level, named, states, earlier, topic)
    orgs, guests = _parties(analysis, trigger, named, before, states)
    if not named.orgs and _is_by_number(analysis, trigger, states):
        before = None
    if len(orgs) == 1 and (home := formats.home(orgs[0])):
        orgs, level = (home[0],), level or home[1]
    known = level or levels.level_of_persons(persons, analysis.language) if orgs else level
    found = _level(analysis, trigger, known, orgs, states, before)
    if worth.is_named_conference(analysis, trigger, named.orgs) and (found is None or dated):
        return Format((), (), "conference", own=False, level_told=True) if dated else None
    if found is None or (found != "bilateral" and not orgs and not _ad_hoc(trigger, states, found)):
        return None
    told = known is not None or before is not None or found != "other"
    return Format(() if found == "bilateral" else orgs, guests, found, bool(named.orgs), told)


# A lead's "summit of central European nations", whose organization the report names after it.
_OF_A_GROUP = re.compile(
    r"\s+of\s+(?:(?!and\b)[\w’'-]+\s+){0,6}?(?:nations|countries|states|neighbou?rs|allies|powers|economies|leaders)\b"
)


def _is_of_a_group(analysis: Analysis, trigger: Trigger) -> bool:
    return trigger.sentence < 2 and _OF_A_GROUP.match(analysis.text, trigger.end, trigger.to) is not None


def _is_by_number(analysis: Analysis, trigger: Trigger, states: Sequence[str]) -> bool:
    return formats.is_ad_hoc(analysis, trigger) and len(states) > 2


def _parties(
    analysis: Analysis, trigger: Trigger, named: parties.Parties, before: EventRecord | None, states: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Organizations and guests: those named, else those of the event spoken of, else a format by its states."""
    if named.orgs:
        return named.orgs, named.guests
    if _is_by_number(analysis, trigger, states):
        return formats.named_by_states(analysis, trigger, states), named.guests
    if before is not None and before.orgs:
        return before.orgs, tuple(one for one in named.guests if one not in before.orgs) or before.guests
    return formats.named_by_states(analysis, trigger, states), named.guests


def _level(
    analysis: Analysis,
    trigger: Trigger,
    level: str | None,
    orgs: tuple[str, ...],
    states: tuple[str, ...],
    before: EventRecord | None,
) -> str | None:
    if trigger.kind == "exercise":
        return "exercise"
    if trigger.kind == "visit":
        return "bilateral" if not orgs and (states or analysis.people.between(trigger.from_, trigger.start)) else None
    if not orgs and parties.is_bilateral(analysis, trigger, states):
        return "bilateral" if len(states) == 2 else None
    if trigger.form.lower() in PLURAL and len(states) > 2 and parties.says_bilateral(analysis, trigger):
        return "bilateral"
    if level is not None:
        return levels.of_summit(analysis, trigger, level, orgs)
    if before is not None and before.evidence:
        return before.level
    if not orgs:
        return None
    usual = load_catalog().organizations[orgs[0]].usual_level if orgs[0] in load_catalog().organizations else None
    if usual:
        return usual
    if ministers := levels.of_ministers(analysis, trigger):
        return ministers
    return "conference" if trigger.form.lower() in ("conference", "forum", "congress", "symposium") else "other"


def _ad_hoc(trigger: Trigger, states: tuple[str, ...], level: str) -> bool:
    return (len(states) > 2 and level != "other") or (trigger.kind == "exercise" and len(states) > 1)
