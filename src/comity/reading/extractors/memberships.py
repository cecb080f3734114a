"""Who belongs to what, and who came or went, from the words of one report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.model.document import Evidence
from comity.model.record import MembershipRecord
from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.antecedents import rebound
from comity.reading.extractors.constructions import Found, find, has_words, is_denied
from comity.reading.extractors.enumerations import enumerated
from comity.reading.extractors.evidence import evidence
from comity.reading.extractors.frames import frames
from comity.reading.extractors.referents import date_of, leading_organization, organizations_meant, subject_before
from comity.reading.extractors.slots import BODY, DATE, ORG, PERSON, STATE, STATES, Slot
from comity.reading.when import Direction

_TOPIC = "memberships"
_FOLLOWER = re.compile(
    rf"(?:,|;|,?\s+and)\s+(?P<state>{STATE})(?:['’]s?)?(?:\s+(?:the|its)\s+[\w-]+|\s+(?:followed|did|too))?"
    rf"\s+(?:in|on|since|from)\s+(?P<date>{DATE})"
)
_THEN = re.compile(rf"(?:,|,?\s+and)\s+(?:the\s+)?(?P<org>[{ORG}])\s+(?:in|on)\s+(?P<date>{DATE})")
_SECOND = re.compile(
    rf"(?:(?:,|,?\s+and|\s+as\s+well\s+as)\s+(?:also\s+)?(?:of\s+|in\s+|to\s+)?(?:the\s+)?[{ORG}{BODY}])+(?=\s*(?:[,.;)]|$)|\s+(?:since|in|on)\s+{DATE})"
)
_ANOTHER_CLAUSE = re.compile(r",\s+(?:and|but|while|whereas)\b|;")
_ATTENDING = "states take part as observers or partners"
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


def extract(analysis: Analysis) -> Iterator[MembershipRecord]:
    """The memberships that a report states: a record for each organization and state, each once."""
    if not has_words(analysis.language, _TOPIC):
        return
    seen: set[tuple[str | None, ...]] = set()
    last: Standing | None = None
    known = frames(analysis)
    for number in range(len(known)):
        read: list[Standing] = []
        founds = find(
            rebound(enumerated(known, number, analysis.language), analysis.language), analysis.language, _TOPIC
        )
        for found in sorted(founds, key=lambda one: one.construction.order):
            standing = _standing(analysis, found, last)
            if standing is not None and not any(_repeats(standing, earlier) for earlier in read):
                read.append(standing)
                last = standing
        for standing in sorted(
            _without_results(read), key=lambda one: one.found.frame.span(one.found.start, one.found.end)
        ):
            for record in _records(analysis, standing):
                key = (record.org, record.state, record.status, record.change, record.date)
                if key not in seen or len(standing.orgs) > 1:
                    seen.add(key)
                    yield record


def _without_results(read: list[Standing]) -> Iterator[Standing]:
    """A sentence that tells of a state's accession or exit need not tell as well that it is or was a member."""
    changed = [one for one in read if one.found.construction.facts.get("change")]
    told = {key for one in changed for key in one.keys}
    told |= {(org, state, "member") for org, state, status in told if status == "former"}
    yield from (one for one in read if one in changed or not one.keys <= told)


def _standing(analysis: Analysis, found: Found, last: Standing | None) -> Standing | None:
    facts = found.construction.facts
    if is_denied(found, analysis.language, _TOPIC) or _is_of_something_else(analysis, found):
        return None
    if _is_unreal(found, analysis.language):
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
    return Standing(found, status, states, orgs)


def _is_of_something_else(analysis: Analysis, found: Found) -> bool:
    """ "Joined the SCO summit", "observers of the exercise"."""
    text, words = found.frame.masked, _elsewhere(analysis.language)
    if found.places.get("org", -1) in (found.end - 1, found.end - 3) and words[0].match(text, found.end):
        return True
    if found.construction.rule != _ATTENDING:
        return False
    near = frames(analysis)[max(0, found.frame.number - 2) : found.frame.number + 1]
    return any(words[1].search(frame.masked) for frame in near)


def _is_unreal(found: Found, language: str) -> bool:
    """ "Plans to admit …" admits nobody; "agreed to admit …" does; who "is no longer a member" is none."""
    undecided, no_more = _reality(language)
    if found.construction.facts.get("status") != "former" and no_more.search(found.text):
        return True
    if found.start in found.frame.slots:
        return False
    before = found.frame.masked[max(0, found.start - 90) : found.start]
    return before.endswith("to ") and undecided.search(before) is None


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
    if "named" not in found.filled or not re.search(
        r"\b(?:besides|apart from|in addition to|alongside|also)\b", found.frame.masked[: found.end], re.IGNORECASE
    ):
        return slot.codes
    before = [one for at, one in found.frame.of_kind(slot.kind) if at < found.start]
    return tuple(dict.fromkeys(code for one in [*before, slot] for code in one.codes))


def _repeats(standing: Standing, earlier: Standing) -> bool:
    """Whether an earlier construction has read the same words of the same state."""
    ours, theirs = standing.found, earlier.found
    if _follows(ours, theirs):
        return False
    same = set(standing.states) & set(earlier.states) and (
        set(standing.orgs) & set(earlier.orgs) or standing.status == earlier.status
    )
    if standing.status != earlier.status and (ours.construction.facts.get("change") is None) != (
        theirs.construction.facts.get("change") is None
    ):
        return False
    return (bool(same) or ours.construction.rule == theirs.construction.rule) and ours.shares(theirs)


def _follows(ours: Found, theirs: Found) -> bool:
    """ "Papua New Guinea holds observer status, as does East Timor": the same words are said of two."""
    for name in ("states", "named", "party"):
        if name in ours.filled and name in theirs.filled:
            return ours.filled[name].start > max(theirs.covered)
    return False


def _records(analysis: Analysis, standing: Standing) -> Iterator[MembershipRecord]:
    found, facts = standing.found, standing.found.construction.facts
    when = _when(analysis, found)
    if facts.get("dated") and (when is None or _is_past(analysis, found, when)):
        return
    for org in standing.orgs:
        for state in standing.states:
            yield from _record(standing, org, state, when, evidence(analysis, found))
        if facts.get("change"):
            for org_slot, later, end in _followers(analysis, found, _THEN, "org"):
                for state in standing.states:
                    yield from _record(standing, org_slot.codes[0], state, later, evidence(analysis, found, to=end))
            for slot, later, end in _followers(analysis, found, _FOLLOWER, "state"):
                for state in slot.codes:
                    yield from _record(standing, org, state, later, evidence(analysis, found, to=end))


def _is_past(analysis: Analysis, found: Found, when: When) -> bool:
    """Whether what is to come is given a day that is gone: then the day belongs to something else."""
    day, told = analysis.published, found.construction.facts["retold"]
    return bool(day and when.upper and when.upper <= day) and not any(word in found.text.split() for word in told)


def _record(standing: Standing, org: str, state: str, when: When | None, words: Evidence) -> Iterator[MembershipRecord]:
    if org != state:
        yield MembershipRecord(
            evidence=(words,),
            rule=standing.found.construction.rule,
            org=org,
            state=state,
            status=standing.status,
            change=standing.found.construction.facts.get("change"),
            date=when.edtf if when else None,
            date_basis=(when.basis if when else Basis.UNKNOWN).value,
        )


def _followers(
    analysis: Analysis, found: Found, pattern: re.Pattern[str], name: str
) -> Iterator[tuple[Slot, When, int]]:
    """Those who did the same at another time: "Greece joined in 1952, Spain in 1982"."""
    frame, at = found.frame, found.end
    first = re.compile(rf"(?:\s+(?:in|on|since)\s+{DATE})?").match(frame.masked, at)
    at = first.end() if first else at
    while match := pattern.match(frame.masked, at):
        slot, dated = frame.slots[match.start(name)], frame.slots[match.start("date")]
        when = analysis.resolve(dated.expression, Direction.PAST) if dated.expression else None
        at = match.end()
        if when is not None:
            yield slot, when, at


def _when(analysis: Analysis, found: Found) -> When | None:
    """The date of a change; who merely belongs has one only after "since"."""
    facts = found.construction.facts
    if not facts.get("change") and not re.search(r"\bsince\b", found.frame.masked[found.start : found.end + 8]):
        return None
    direction = Direction.FUTURE if facts.get("dated") else Direction.PAST
    return date_of(analysis, found, direction) or _only_date(analysis, found, direction)


def _only_date(analysis: Analysis, found: Found, direction: Direction) -> When | None:
    """Of a change without a date beside it: the one of its sentence, if there is only one; else the one before."""
    dated = found.frame.of_kind(DATE)
    if any(_ANOTHER_CLAUSE.search(found.frame.masked, found.end, at) for at, _ in dated if at > found.end):
        return None
    dates = [slot for _, slot in dated]
    if not dates and found.construction.facts.get("change") == "accession":
        earlier = frames(analysis)[max(0, found.frame.number - 2) : found.frame.number]
        dates = [slot for frame in earlier for _, slot in frame.of_kind(DATE)][-1:]
    if len(dates) != 1 or dates[0].expression is None:
        return None
    when = analysis.resolve(dates[0].expression, direction)
    return when if when is not None and (when.lower or when.upper) else None
