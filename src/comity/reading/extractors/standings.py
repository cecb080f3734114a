"""Who is said to have which status in what: one construction's states, organizations and status."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import Found, is_denied
from comity.reading.extractors.frames import frames
from comity.reading.extractors.membership_dates import day_of, is_past
from comity.reading.extractors.numbers import number_value
from comity.reading.extractors.referents import (
    leading_organization,
    members_of,
    organizations_meant,
    subject_before,
)
from comity.reading.extractors.slots import BODY, DATE, ORG, PERSON, STATE, STATES, Slot

_TOPIC = "memberships"
_SECOND = re.compile(
    rf"(?:(?:,|,?\s+and|\s+as\s+well\s+as)\s+(?:also\s+)?(?:of\s+|in\s+|to\s+)?(?:the\s+)?[{ORG}{BODY}])+(?=\s*(?:[,.;)]|$)|\s+(?:since|in|on)\s+{DATE})"
)
_ATTENDING = "states take part as observers or partners"
_LISTED = "the members of an organization are listed"
_BID = "a bid for membership"
_FOR_ALL = ("member", "applicant", "suspended", "former", None)


class Standing(msgspec.Struct, frozen=True):
    """What one construction says: these states, of these organizations, have this status."""

    found: Found
    status: str
    states: tuple[str, ...]
    orgs: tuple[str, ...]

    @property
    def keys(self) -> frozenset[tuple[str, str, str]]:
        return frozenset((org, state, self.status) for org in self.orgs for state in self.states)


def standing_of(analysis: Analysis, found: Found, last: Standing | None) -> Standing | None:
    facts = found.construction.facts
    if is_denied(found, analysis.language, _TOPIC) or _is_of_something_else(analysis, found):
        return None
    if _is_unreal(found, analysis.language) or (facts.get("same") and not _continues(found, last)):
        return None
    status = (
        last.status if facts.get("same") and last else facts.get("status") or _said_status(found, analysis.language)
    )
    states = _states(analysis, found)
    orgs = _organizations(analysis, found, states, status)
    if not status or not orgs or len(states) < facts.get("least", 1):
        return None
    if facts.get("same") and last:
        orgs = last.orgs
    # What an organization's own word means: the EAC's "partner states" are its members.
    status = load_cues(analysis.language, _TOPIC)["own_senses"].get(orgs[0], {}).get(status, status)
    if facts.get("counted") and not _are_all(analysis, found, states, orgs):
        return None
    if facts.get("dated") and is_past(analysis, found, day_of(analysis, found)):
        return None
    return Standing(found, status, states, orgs)


def _is_of_something_else(analysis: Analysis, found: Found) -> bool:
    """ "Joined the SCO summit", "observers of the exercise"."""
    text, words = found.frame.masked, _elsewhere(analysis.language)
    org = found.places.get("org", -1)
    if org == found.end - 3 or (org == found.end - 1 and words[0].match(text, found.end)):
        return True
    if _other_partners(analysis.language).search(found.text) or _is_of_an_occasion(found, analysis.language):
        return True
    if found.construction.rule != _ATTENDING:
        return False
    near = frames(analysis)[max(0, found.frame.number - 2) : found.frame.number + 1]
    return any(words[1].search(frame.masked) for frame in near)


@lru_cache(maxsize=8)
def _other_partners(language: str) -> re.Pattern[str]:
    """ "The EU's largest trading partner" is none of the EU's partner states."""
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, _TOPIC)['other_partners'])})\s+partners?\b", re.IGNORECASE)


def _is_of_an_occasion(found: Found, language: str) -> bool:
    """ "The participants included …" are those of a meeting; "Egypt's candidacy" for the chair is none for membership."""
    attending, posts = _occasions(language)
    words = found.words.get("rank") or found.words.get("role") or ""
    if found.construction.rule == _LISTED and words.lower() in attending:
        return True
    return found.construction.rule == _BID and posts.search(found.frame.masked) is not None


@lru_cache(maxsize=8)
def _occasions(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    cues = load_cues(language, _TOPIC)
    return frozenset(cues["attending"]), re.compile(rf"\b(?:{'|'.join(cues['posts'])})\b", re.IGNORECASE)


def _are_all(analysis: Analysis, found: Found, states: tuple[str, ...], orgs: tuple[str, ...]) -> bool:
    """Whether so many states as are counted are all the members of the organization: "the six Gulf countries"."""
    count = number_value(found.words.get("number") or "", analysis.language)
    return count == len(states) and len(orgs) == 1 and set(states) == members_of(orgs[0], analysis.published)


def _continues(found: Found, last: Standing | None) -> bool:
    """Whether what was told last is what others are said to do or to have, too."""
    return last is not None and last.found.construction.facts.get("change") in (
        found.construction.facts.get("change"),
        "accession",
    )


def _is_unreal(found: Found, language: str) -> bool:
    """ "Plans to admit …" admits nobody; "agreed to admit …" does; who "is no longer a member" is none."""
    undecided, no_more = _reality(language)
    if found.construction.facts.get("status") != "former" and no_more.search(found.text):
        return True
    before = found.frame.masked[max(0, found.start - 90) : found.start]
    if found.start in found.frame.slots:
        return found.construction.rule == _ATTENDING and _to_take(language).search(before) is not None
    if found.construction.facts.get("status") != "applicant" and _urged(language).search(before):
        return True
    return before.endswith("to ") and undecided.search(before) is None


@lru_cache(maxsize=8)
def _to_take(language: str) -> re.Pattern[str]:
    """ "The first body to accept Russia as a member": whether it came about is told elsewhere."""
    return re.compile(
        rf"\bto\s+(?:{'|'.join(load_cues(language, _TOPIC)['words']['admits'])})\s+(?:the\s+)?$", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _urged(language: str) -> re.Pattern[str]:
    """ "Urged the expulsion of Nigeria": what is asked for or threatened has not come about."""
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, _TOPIC)['urging'])})\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _reality(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = load_cues(language, _TOPIC)
    decided, unless = ("|".join(cues[part]) for part in ("decided", "unless"))
    return (
        re.compile(rf"\b(?:{decided})\b(?!\s+(?:{unless}))[^.;]*$", re.IGNORECASE),
        re.compile(r"\bno\s+longer\b", re.IGNORECASE),
    )


@lru_cache(maxsize=8)
def _elsewhere(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = load_cues(language, _TOPIC)
    before, about = ("|".join(word.replace("*", r"\w*") for word in cues[part]) for part in ("not_before", "not_about"))
    return (
        re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?(?:{before})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{about})\b", re.IGNORECASE),
    )


def _organizations(analysis: Analysis, found: Found, states: tuple[str, ...], status: str | None) -> tuple[str, ...]:
    if found.construction.facts.get("leading"):
        return leading_organization(analysis, found.frame)
    if "org" in found.filled:
        return _with_second(found)
    fitting = organizations_meant(analysis, found, lambda org: _knows(org, states, status))
    return fitting or organizations_meant(analysis, found)


def _with_second(found: Found) -> tuple[str, ...]:
    """ "A member of both the EU and NATO": the organizations of one list."""
    text, at = found.frame.masked, found.places["org"]
    more = _SECOND.match(text, at + 1)
    slots = [slot for place, slot in found.frame.of_kind(ORG + BODY) if at <= place < (more.end() if more else at + 1)]
    return tuple(dict.fromkeys(code for slot in slots for code in slot.codes))


def _knows(org: str, states: tuple[str, ...], status: str | None) -> bool:
    """Whether the catalogue has these states beside the organization, and the status: to choose between several."""
    known = load_catalog().memberships.get(org, ())
    return bool({one.state for one in known} & set(states)) and (
        status in _FOR_ALL or status in {one.status for one in known}
    )


def _said_status(found: Found, language: str) -> str | None:
    """The status in the words "observer states", "full membership"; who joins without a word of it is a member."""
    for slot in ("role", "rank", "standing"):
        word = found.words.get(slot)
        if word:
            return _statuses(language, slot).get(" ".join(word.lower().split()))
    return (
        "member"
        if found.construction.facts.get("change") == "accession" or "{role}" not in found.construction.rule
        else None
    )


@lru_cache(maxsize=8)
def _statuses(language: str, slot: str) -> Mapping[str, str]:
    return {form: status for status, forms in load_cues(language, _TOPIC)["words"][slot].items() for form in forms}


def _states(analysis: Analysis, found: Found) -> tuple[str, ...]:
    for name in ("states", "named", "party"):
        if name in found.filled:
            codes = _beside(found, found.filled[name]) or _with_others(found, found.filled[name])
            return codes + _accompanying(found, analysis.language) if found.filled[name].kind in STATES else codes
    subject = subject_before(found.frame, found.start)
    return subject.codes if subject else ()


def _beside(found: Found, slot: Slot) -> tuple[str, ...]:
    """ "A of Belarus and B of Mongolia represented observer states": several persons, several states."""
    if slot.kind != PERSON or not (found.words.get("role") or "").lower().endswith("s"):
        return ()
    at = found.places["party"]
    return tuple(dict.fromkeys(code for place, one in found.frame.of_kind(PERSON) if place <= at for code in one.codes))


def _accompanying(found: Found, language: str) -> tuple[str, ...]:
    """ "India was admitted alongside Pakistan": those in whose company a state is."""
    beside = _company(language).match(found.frame.masked, found.end)
    return found.frame.slots[beside.end() - 1].codes if beside else ()


@lru_cache(maxsize=8)
def _company(language: str) -> re.Pattern[str]:
    company = "|".join(load_cues(language, "references")["clauses"]["company"])
    return re.compile(rf"(?:\s+(?:in|on)\s+{DATE})?,?\s+(?:{company})\s+(?:the\s+)?{STATE}", re.IGNORECASE)


def _with_others(found: Found, slot: Slot) -> tuple[str, ...]:
    """ "Besides France and the United States, the group comprises …": those named before belong too."""
    if "named" not in found.filled or not (
        re.search(r"\balso\b", found.text, re.IGNORECASE)
        or re.search(
            r"\b(?:besides|apart from|in addition to|alongside)\b", found.frame.masked[: found.end], re.IGNORECASE
        )
    ):
        return slot.codes
    before = [one for at, one in found.frame.of_kind(slot.kind) if at < found.start]
    return tuple(dict.fromkeys(code for one in [*before, slot] for code in one.codes))
