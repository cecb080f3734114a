"""What coordinated events of one sentence have in common: "the SCO and the BRICS summit will be held in Ufa in July"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from comity.reading.clause import Analysis
from comity.reading.extractors.events.candidate import Candidate

_COORDINATED = re.compile(
    r"^[^.;:]{0,70}?(?:\band\b|,|\bas\s+well\s+as\b|\balong\s+with\b|\balongside\b|\btogether\s+with\b|\bback\s+to\s+back\s+with\b)\s+(?:an?\s+|the\s+|then\s+|one\s+)?[^.;:,]{0,60}$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|said|says|told|took|met|held|agreed|hosts?|hosted|in\s+which|preceded|which|who|where|while|after|before|during|ahead|followed|follows|nor)\b",
    re.IGNORECASE,
)


# "Will be held in Moscow, he announced during the session in Bishkek": said elsewhere than it is to be.
_TOLD = re.compile(r"\b(?:said|told|announced|added|noted|stated)\b", re.IGNORECASE)
_SIDELINES = re.compile(r"\b(?:sidelines|margins|fringes|during)\b[^.;]*$", re.IGNORECASE)


def shared(analysis: Analysis, group: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of one sentence, each with the time, place and status that its neighbour in a list gives it."""
    found = _listed(analysis, list(group))
    for at in range(1, len(found)):
        previous = next((one for one in reversed(found[:at]) if one.trigger.start != found[at].trigger.start), None)
        if _on_the_sidelines(analysis, found[at - 1], found[at]):
            for before in range(at):
                if found[before].trigger == found[at - 1].trigger:
                    found[before] = _completed(found[before], found[at])
            found[at] = _completed(found[at], found[at - 1])
        elif previous and (_there(analysis, previous, found[at]) or _is_along(analysis, previous, found[at])):
            found[at] = _completed(found[at], previous)
        elif _in_one_list(analysis, found[at - 1], found[at]):
            found[at - 1], found[at] = _completed(found[at - 1], found[at]), _completed(found[at], found[at - 1])
            if _are_two(found[at - 1], found[at]):
                found[at] = msgspec.structs.replace(found[at], apart=True)
    return found


_OPENS_LIST = re.compile(r":|\b(?:among\s+(?:them|these)|including|such\s+as|namely)\b")


def _listed(analysis: Analysis, group: list[Candidate]) -> list[Candidate]:
    """After "Two summits are planned for Friday:" the list's events take the time told before the colon; the plural is
    none of its own."""
    if len(group) < 2 or not group[0].trigger.form.lower().endswith("s"):
        return group
    head, *others = group
    if not _OPENS_LIST.search(analysis.text[head.trigger.end : others[0].trigger.start]):
        return group
    return [_completed(msgspec.structs.replace(one, sure=False), head) for one in others]


# "The summit will be held in Kuala Lumpur on Monday, along with the East Asia Summit".
_ALONG = re.compile(
    r"^[^.;:]{0,110}(?:\b(?:along|together|back\s+to\s+back|in\s+parallel)\s+with|\balongside|\bas\s+will|\bas\s+well\s+as)\s+(?:[\w’'-]+\s+){0,6}$",
    re.IGNORECASE,
)


def _is_along(analysis: Analysis, first: Candidate, second: Candidate) -> bool:
    return bool(_ALONG.match(analysis.text[first.trigger.end : second.trigger.start]))


def _in_one_list(analysis: Analysis, first: Candidate, second: Candidate) -> bool:
    if (
        first.record.kind != second.record.kind
        or first.trigger.aside
        or second.trigger.aside
        or first.trigger == second.trigger
    ):
        return False
    between = analysis.text[first.trigger.end : second.trigger.start]
    return bool(_COORDINATED.match(between)) and not _VERB.search(between)


def _are_two(first: Candidate, second: Candidate) -> bool:
    """ "A Business Forum and the first Youth Summit": two of one organization, at one level, that are not the same."""
    a, b = first.record, second.record
    if not a.orgs or (a.orgs, a.level) != (b.orgs, b.level):
        return False
    return a.level == "conference" and first.trigger.form.lower() != second.trigger.form.lower()


def _on_the_sidelines(analysis: Analysis, first: Candidate, second: Candidate) -> bool:
    """ "They met on the sidelines of the summit in Tashkent on Thursday": the place and day are of both."""
    between = analysis.text[first.trigger.end : second.trigger.start]
    if _TOLD.search(between):
        return False
    return second.trigger.aside and not first.trigger.aside and bool(_SIDELINES.search(between))


_AT_ITS_MARGINS = re.compile(
    r"\b(?:(?:sidelines|margins|fringes)\s+of|during|while\s+attending|attending)\s+(?:[\w’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^[^.;]*,\s+(?:where|during\s+which|on\s+the\s+(?:sidelines|margins)\s+of\s+which)\b[^.;]*$", re.IGNORECASE
)


# "Will travel to Kigali on 3 May, Rwanda, where he will attend the summit", "arrived in Lima for the meeting".
_BOUND_FOR = re.compile(
    r"^[^.;:]{0,80}?(?:,?\s+where\s+(?:he|she|they)\s+(?:will|would|is\s+to|are\s+to|was\s+to|attended|took)\b"
    r"|\bto\s+(?:attend|take\s+part\s+in|participate\s+in|join|chair|address)|\bfor|\b(?:after|to)\s+attending)\s[^.;:]{0,60}$",
    re.IGNORECASE,
)


# "A meeting of the ministers took place in October when he was visiting Amman".
_WHILE = re.compile(r"^[^.;]*\b(?:when|while)\s+(?:[\w’'.-]+\s+){1,9}$")


def _there(analysis: Analysis, first: Candidate, second: Candidate) -> bool:
    """ "On the margins of the summit in Jakarta on Tuesday he met", "to Kazan in October, where he will meet"."""
    between = analysis.text[first.trigger.end : second.trigger.start]
    if first.trigger.kind == "visit" and second.trigger.kind == "meeting" and _BOUND_FOR.match(between):
        return True
    if second.trigger.kind == "visit" and first.trigger.kind == "meeting" and _WHILE.match(between):
        return True
    if second.trigger.aside:
        return False
    if first.trigger.aside:
        return bool(_AT_ITS_MARGINS.search(analysis.text[max(0, first.trigger.start - 60) : first.trigger.start]))
    return bool(_WHERE.match(between))


def _completed(one: Candidate, other: Candidate) -> Candidate:
    record, giver = one.record, other.record
    changed: dict[str, object] = {}
    if not record.date and giver.date:
        changed |= {"date": giver.date, "date_basis": giver.date_basis}
    if not record.place.country and giver.place.country:
        changed["place"] = giver.place
    if record.mode == "unknown":
        changed["mode"] = giver.mode
    if not one.sure and other.sure and not (one.trigger.aside and giver.status in ("proposed", "hoped", "denied")):
        changed["status"] = giver.status
    changed["host"] = record.host or giver.host
    done = one.with_record(**changed)
    return msgspec.structs.replace(done, when=one.when or other.when, sure=one.sure or other.sure)
