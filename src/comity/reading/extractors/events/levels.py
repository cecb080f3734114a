"""At which level an event is: that of its organ, of those who meet, or of the offices of those at it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.model.record import Participant
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.mentions import Mention


def level_of_persons(persons: Sequence[Participant], language: str) -> str | None:
    """The level that the offices of those at it tell, where all who hold one known hold the same."""
    levels = {
        level
        for one in persons
        for level in (
            "heads_of_state",
            "heads_of_government",
            "foreign_ministers",
            "defence_ministers",
            "interior_ministers",
        )
        if one.office and fits(one.office.lower(), level, language)
    }
    if levels and levels <= {"heads_of_state", "heads_of_government"}:
        return "heads_of_state"
    return levels.pop() if len(levels) == 1 else None


_LEADERS = ("heads_of_state", "heads_of_government")
_JOINT = ("foreign_ministers", "defence_ministers", "security_council_secretaries", "interior_ministers")


@lru_cache(maxsize=512)
def fits(office: str, level: str, language: str) -> bool:
    """Whether one who holds an office is of those who meet at a level."""
    cues = load_cues(language, "levels")
    if not office or re.search(rf"\b(?:{'|'.join(cues['deputies'])})\b", office):
        return False
    levels = _LEADERS if level in _LEADERS else _JOINT if level == "joint_ministers" else (level,)
    return any(
        re.search(rf"\b{re.escape(one)}\b", office)
        for name in levels
        for one in cues["levels"].get(name, {}).get("single", ())
    )


# "The heads of government of the Visegrad states are holding a summit".
_HOLD = re.compile(
    r"[^.;]{0,70}?\b(?:hold|held|holding|meet|met|meeting|gather|gathered|gathering|convene|convened|attend|attended|come|came)\s+(?:(?:for|at|to|together)\s+)*(?:(?:on|in)\s+\w+\s+)?(?:for\s+)?(?:an?|their|its|the)\s+(?:[\w’'-]+\s+){0,3}"
)


def _hold_it(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether a summit is held by heads of government, of whom alone the words before it speak."""
    people = analysis.mentions_in(trigger.from_, trigger.to, "level_people")
    before = [one for one in people if one.end < trigger.start]
    return (
        bool(before)
        and all(one.level == "heads_of_government" for one in people)
        and _HOLD.fullmatch(analysis.text, before[-1].end, trigger.start) is not None
    )


_SHORT_ORGAN = re.compile(r"\bthe\s+(?P<organ>Assembly|Council|Committee|Commission|Board)\b(?!\s+(?:of|for|on)\b)")


def _level_of_organ(analysis: Analysis, trigger: Trigger) -> str | None:
    """The level of an organ called by its last word: "when the Assembly opened its 37th Ordinary Session"."""
    match = _SHORT_ORGAN.search(analysis.text, trigger.from_, trigger.to)
    if match is None:
        return None
    word = match["organ"]
    for one in reversed([one for one in analysis.mentions if one.kind == "body" and one.start < match.start()]):
        if word in analysis.text[one.start : one.end]:
            return one.level
    orgs = [one.org for one in analysis.mentions if one.org and one.start < match.start()]
    known = load_catalog().organizations.get(orgs[-1] or "") if orgs else None
    organs = (
        [body for body in known.bodies for name in body.names.get(analysis.language, ()) if word in name]
        if known
        else []
    )
    return organs[0].level if organs else None


_OF_MINISTERS = ("foreign_ministers", "defence_ministers", "interior_ministers", "economy_ministers")


def of_ministers(analysis: Analysis, trigger: Trigger) -> str | None:
    """Ministers of whom no more is said are the foreign ministers."""
    near = analysis.text[max(trigger.from_, trigger.start - 120) : min(trigger.to, trigger.end + 80)].lower()
    told = [
        one.level
        for one in analysis.mentions_in(0, trigger.start, "level_people", "office")
        if one.level in _OF_MINISTERS
    ]
    return (
        (told[-1] if told else "foreign_ministers")
        if re.search(
            r"(?<!prime )\bministers\b(?!['’]?\s+(?:council\s|(?:of|for)\s+(?!the\s)))(?<!prime ministers)", near
        )
        else None
    )


# "The meeting will be headed by X, who presides over the ministerial council".
_BARE_SUBJECT = re.compile(r"\W*(?:The|This)\s+(?:meeting|session|gathering|event)")


def _organs(analysis: Analysis, trigger: Trigger) -> list[Mention]:
    """The organs near a trigger that have a level, but not one over which only the host of "the meeting" presides."""
    reach = 40 if _BARE_SUBJECT.fullmatch(analysis.text[trigger.from_ : trigger.end]) else 160
    bodies = analysis.mentions_in(trigger.from_, trigger.to, "body")
    return [one for one in bodies if one.level and -160 < one.start - trigger.start < reach]


def level_of(analysis: Analysis, trigger: Trigger) -> str | None:
    """The level of those who meet: an organ's, else that of the people named nearest, else the noun's own."""
    if trigger.kind == "exercise":
        return "exercise"
    if trigger.level in ("experts", "conference") or trigger.form.lower().endswith("received by"):
        return trigger.level
    if (
        trigger.level == "heads_of_state"
        and trigger.form.lower().startswith("summit")
        and (trigger.verb is None or trigger.verb.kind != "body")
    ):
        return "heads_of_government" if _hold_it(analysis, trigger) else trigger.level
    near = _organs(analysis, trigger)
    if len({one.level for one in near}) > 1 and (_together(analysis, trigger) or _joint(analysis, near)):
        return "joint_ministers"
    people = _people(analysis, trigger)
    if near:
        organ = min(near, key=lambda one: abs(one.start - trigger.start)).level
        if any(_is_group_under(analysis, one, near) for one in people):
            return "experts"
        told = tuple(dict.fromkeys(one.level for one in people if one.level))
        # "OECS ministers of foreign affairs at a meeting of the Council of Ministers": the people say it more exactly.
        return told[0] if organ == "joint_ministers" and len(told) == 1 and told[0] in _JOINT else organ
    levels = tuple(dict.fromkeys(one.level for one in people if one.level))
    if len(levels) > 1 and (_joint(analysis, people) or (len(levels) > 2 and _together(analysis, trigger))):
        return "joint_ministers"
    if people:
        return min(people, key=lambda one: _distance(one, trigger)).level
    return trigger.level or _level_of_organ(analysis, trigger)


@lru_cache(maxsize=512)
def _governments_alone(code: str) -> bool:
    """Whether an organization, rather than a loose format, has an organ of heads of government and none of heads of state."""
    known = load_catalog().organizations.get(code)
    if known is None or known.kind == "format":
        return False
    found = {body.level for body in known.bodies}
    return "heads_of_government" in found and "heads_of_state" not in found


def of_summit(analysis: Analysis, trigger: Trigger, level: str, orgs: Sequence[str]) -> str:
    """The level, corrected for the summit of an organization in which only heads of government meet, if no presidents are named."""
    if level != "heads_of_state" or len(orgs) != 1 or not trigger.form.lower().startswith("summit"):
        return level
    people = {one.level for one in analysis.mentions_in(trigger.from_, trigger.to, "level_people")}
    return "heads_of_government" if _governments_alone(orgs[0]) and "heads_of_state" not in people else level


_UNDER = re.compile(r"\s+(?:[\w-]+\s+){0,4}?(?:under|within|attached\s+to|of)\s+(?:the\s+)?(?:[\w’']+\s+){0,3}")


def _is_group_under(analysis: Analysis, group: Mention, bodies: Sequence[Mention]) -> bool:
    """ "The working group on Afghanistan under the Ministerial Council": the group meets, not the council."""
    return (
        group.kind == "level_nouns"
        and group.level == "experts"
        and any(one.start > group.end and _UNDER.fullmatch(analysis.text, group.end, one.start) for one in bodies)
    )


def _together(analysis: Analysis, trigger: Trigger) -> bool:
    return bool(re.search(r"\b(?:joint|jointly|together)\b", analysis.text[trigger.from_ : trigger.to], re.IGNORECASE))


def _people(analysis: Analysis, trigger: Trigger) -> list[Mention]:
    """Words for those who meet in scope, deputies among them; the speaker's own office is not one."""
    found = []
    for one in analysis.mentions_in(trigger.from_, trigger.to, "level_people", "level_nouns"):
        before = analysis.text[max(0, one.start - 20) : one.start]
        if re.search(rf"\b(?:{_deputies(analysis.language)})\s+$", before, re.I):
            one = Mention(one.start, one.end, one.kind, "experts", "experts")
        found.append(one)
    return found


@lru_cache(maxsize=8)
def _deputies(language: str) -> str:
    return "|".join(load_cues(language, "levels")["deputies"])


def _joint(analysis: Analysis, people: Sequence[Mention]) -> bool:
    """Several portfolios in one list: "foreign and defence ministers", "the foreign ministers, the defence ministers and …"."""
    gaps = [analysis.text[one.end : other.start] for one, other in pairwise(people)]
    return bool(gaps) and all(re.fullmatch(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?", gap) for gap in gaps)


def _distance(one: Mention, trigger: Trigger) -> int:
    return min(abs(one.start - trigger.end), abs(trigger.start - one.end))
