"""Which state presides over which organization, from the words of one report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.model.record import ChairRecord
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.chair_terms import chairs_by_year, with_posts
from comity.reading.extractors.constructions import Found, find, has_words, is_denied
from comity.reading.extractors.evidence import evidence
from comity.reading.extractors.frames import frames
from comity.reading.extractors.referents import organizations_meant, slot_of_date, subject_before
from comity.reading.extractors.slots import BODY, DATE, ORG, STATE, Slot
from comity.reading.when import Direction

_TOPIC = "chairs"
_HANDING_OVER = ("the chair passes from one state to another", "a state takes over the chair")
_JUST_BEFORE = 8
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# ISO 8601-2 writes the halves of a year as 2019-40 and 2019-41.
_HALF = re.compile(r"(\d{4})-(40|41)")
_MONTH = re.compile(r"\d{4}-\d{2}")
_FOR_YEARS = re.compile(r"\bfor\s+(?:the\s+year\s+)?(\d{4})(?:\s*[-–—/]\s*(\d{4}|\d{2}))?\b")
_OPENING = re.compile(r"\s*(?:(?:in|from|on|since|during|for|as\s+of)\s+)?", re.IGNORECASE)
_OWN_PRESIDENCY = re.compile(rf"{STATE}['’]s?\s+(?:new\s+)?presidency$")
_TWO = re.compile(rf"(?P<one>{ORG})(?:,|,?\s+and|\s+as\s+well\s+as)\s+(?:of\s+|in\s+)?(?:the\s+)?(?P<other>{ORG})")
_YEAR = re.compile(r"\d{4}")


class Term(msgspec.Struct, frozen=True):
    """When a state presides: EDTF or None for each end."""

    start: str | None = None
    end: str | None = None

    @property
    def known(self) -> int:
        return (self.start is not None) + (self.end is not None)


def extract(analysis: Analysis) -> Iterator[ChairRecord]:
    """The chairs that a report names, each organization and state once: the place that tells most of the term."""
    if not has_words(analysis.language, _TOPIC):
        return
    best: dict[tuple[str, str], ChairRecord] = {}
    for sentence in frames(analysis):
        frame = with_posts(analysis, sentence)
        taken: list[Found] = []
        for found in find(frame, analysis.language, _TOPIC):
            if not _holds(analysis, found, spoken_of=bool(best)) or any(found.shares(one) for one in taken):
                continue
            records = list(_records(analysis, found))
            taken += [found] if records else []
            for record in records:
                _keep(best, record)
        for record in chairs_by_year(analysis, frame):
            _keep(best, record)
    yield from (_followed(record, best.values()) for record in best.values())


def _followed(record: ChairRecord, others: Iterable[ChairRecord]) -> ChairRecord:
    """A predecessor's term ends where that of the state after it begins."""
    if record.end is not None or record.start is None or not record.rule.startswith("another"):
        return record
    later = [one.start for one in others if one.org == record.org and one.start and one.start > record.start]
    return msgspec.structs.replace(record, end=min(later)) if later else record


def _keep(best: dict[tuple[str, str], ChairRecord], record: ChairRecord) -> None:
    key = (record.org, record.state)
    old = best.get(key)
    if old is None or Term(record.start, record.end).known > Term(old.start, old.end).known:
        best[key] = record


def _holds(analysis: Analysis, found: Found, *, spoken_of: bool) -> bool:
    if found.construction.facts.get("follows") and not spoken_of:
        return False
    after = found.frame.masked[found.end : found.end + 80]
    if "title" in found.words and not _is_chaired(found):
        return False
    if found.construction.facts.get("passive") and _not_after(analysis.language).search(
        found.frame.masked[max(0, found.start - 60) : found.start]
    ):
        return False
    if _is_of_an_organ(analysis, found) or is_denied(found, analysis.language, _TOPIC):
        return False
    if "org" not in found.filled and _is_of_the_state(found, analysis.language):
        return False
    before, speaking = _not_before(analysis.language)
    return not before.match(after) and ("org" in found.filled or not speaking.match(after))


def _is_of_the_state(found: Found, language: str) -> bool:
    """ "Assumed Peru's presidency": whose post that is is said before it, and it is none of an organization."""
    if not _OWN_PRESIDENCY.search(found.text):
        return False
    before = found.frame.masked[max(0, found.start - 24) : found.start]
    return found.construction.rule in _HANDING_OVER or _taking(language).search(before) is not None


@lru_cache(maxsize=8)
def _taking(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, _TOPIC)['words']['takes'])})\s+(?:the\s+)?$", re.IGNORECASE)


def _is_chaired(found: Found) -> bool:
    """Whether the catalogue knows chairs of the organization: its president is a state's, not an official."""
    org = found.filled.get("org")
    return org is None or any(load_catalog().chairs.get(code) for code in org.codes)


@lru_cache(maxsize=8)
def _not_after(language: str) -> re.Pattern[str]:
    """ "An extraordinary session, chaired by Egypt"."""
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, _TOPIC)['not_after'])})\b[^;]{{0,30}}$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _not_before(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Chaired the SCO summit", "chairs the alliance's Military Committee"; "the Turkish presidency said"."""
    cues = load_cues(language, _TOPIC)
    sessions, speaking = (
        "|".join(word.replace("*", r"\w*") for word in cues[part]) for part in ("not_before", "speaking")
    )
    return (
        re.compile(rf"\s+(?:[\w-]+\s+)?(?:{sessions})\b|['’]s\s+(?!bodies|organs|councils|work)", re.IGNORECASE),
        re.compile(rf"\s+(?:[\w-]+\s+)?(?:{speaking})\b", re.IGNORECASE),
    )


def _is_of_an_organ(analysis: Analysis, found: Found) -> bool:
    """Whether an organ with officials of its own is chaired: "chairperson of the African Union Commission"."""
    org = found.filled.get("org")
    name = analysis.text[org.start : org.end] if org and org.kind == BODY else ""
    return _organs(analysis.language).search(name) is not None


@lru_cache(maxsize=8)
def _organs(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, _TOPIC)['apart'])})\b", re.IGNORECASE)


def _records(analysis: Analysis, found: Found) -> Iterator[ChairRecord]:
    parties = _parties(found)
    states = {code for _, slot in parties for code in slot.codes}
    orgs = organizations_meant(analysis, found, lambda org: _has(org, states)) or organizations_meant(analysis, found)
    at, when = slot_of_date(analysis, found, _direction(found, analysis.language))
    if at is not None and when is not None and not _beside(found, at) and not _is_year_of_all(found, at, when):
        at, when = None, None
    if when is None and found.construction.rule in _HANDING_OVER:
        at, when = _occasion(analysis, found)
    handover = "from" in found.filled and "whole" not in found.construction.facts
    whole = _years(found) if when is None else None
    orgs = _together(found, orgs[0]) if orgs else ()
    monthly = bool(orgs) and orgs[0] in load_cues(analysis.language, _TOPIC)["monthly"]
    for name, slot in parties:
        term = (
            whole
            if whole and name != "from"
            else _term(found, name, at, when, handover=handover, monthly=monthly, language=analysis.language)
        )
        for org in orgs:
            for state in slot.codes[:1] if len(slot.codes) == 1 else ():
                if state != org:
                    yield ChairRecord(
                        evidence=(evidence(analysis, found, to=max(_end(found), (at or 0) + 1)),),
                        rule=found.construction.rule,
                        org=org,
                        state=state,
                        start=term.start,
                        end=term.end,
                    )


def _together(found: Found, org: str) -> tuple[str, ...]:
    """ "The SCO and BRICS chairmanships": both, where the words name two side by side."""
    for pair in _TWO.finditer(
        found.frame.masked, max(0, found.start - 30), min(len(found.frame.masked), found.end + 30)
    ):
        both = (*found.frame.slots[pair.start("one")].codes[:1], *found.frame.slots[pair.start("other")].codes[:1])
        if org in both:
            return both
    return (org,)


def _years(found: Found) -> Term | None:
    """ "The chairmanship for 2026", "for 2025-26": the years that a term is of."""
    years = _FOR_YEARS.search(found.frame.masked, found.start, min(len(found.frame.masked), found.end + 12))
    if years is None:
        return None
    first, last = years[1], years[2] or years[1]
    return Term(first, first[: 4 - len(last)] + last)


def _occasion(analysis: Analysis, found: Found) -> tuple[int | None, When | None]:
    """ "At the end of the summit the chair passed to …": the day that the sentence or the one before it names."""
    words = load_cues(analysis.language, _TOPIC)
    text = found.frame.masked
    gone = _direction(found, analysis.language) is Direction.PAST
    met = any(re.search(rf"\b{occasion}\b", text, re.IGNORECASE) for occasion in words["occasions"])
    if not gone and not met:
        return None, None
    near = frames(analysis)[0 if met else max(0, found.frame.number - 3) : found.frame.number]
    dates = [slot.expression for frame in near for _, slot in frame.of_kind(DATE)]
    dates += [slot.expression for at, slot in found.frame.of_kind(DATE) if ";" not in text[found.end : at]]
    for expression in filter(None, reversed(dates)):
        when = analysis.resolve(expression, Direction.PAST if gone else Direction.NONE)
        if when is not None and _DAY.fullmatch(when.edtf):
            return found.start, when
    return None, None


def _beside(found: Found, at: int) -> bool:
    """Whether a date stands right beside the words; one in the next clause tells of something else."""
    if found.start <= at < found.end:
        return True
    text = found.frame.masked
    if at < found.start:
        return found.start - at < _JUST_BEFORE and "passive" not in found.construction.facts
    return re.fullmatch(r"(?:\s+(?!and\b)[^\s,;:]+){0,6}\s+", text[found.end : at]) is not None


def _is_year_of_all(found: Found, at: int, when: When) -> bool:
    """ "This year the Union's bodies are presided over by Kazakhstan": the year that a sentence opens with."""
    opens = at < found.start and _OPENING.fullmatch(found.frame.masked[:at])
    return bool(opens and _YEAR.fullmatch(when.edtf) and len(found.frame.of_kind(DATE)) == 1)


def _direction(found: Found, language: str) -> Direction:
    words = load_cues(language, _TOPIC)
    text = found.frame.masked[found.start : found.end + 14]
    if re.search(rf"\b(?:{'|'.join(words['future'])})\b", text, re.IGNORECASE):
        return Direction.FUTURE
    return Direction.PAST if re.search(rf"\b(?:{'|'.join(words['past'])})\b", text, re.IGNORECASE) else Direction.NONE


def _has(org: str, states: set[str]) -> bool:
    """Whether the catalogue knows chairs of the organization and these states as members: to choose between several."""
    catalog = load_catalog()
    members = {one.state for one in catalog.memberships.get(org, ()) if one.status == "member"}
    return bool(catalog.chairs.get(org)) and states <= members


def _end(found: Found) -> int:
    """Where the words end with their organization: "the Russian presidency in the SCO"."""
    tail = re.compile(rf"\s+(?:in|of|at|over)\s+(?:the\s+)?[{ORG}{BODY}]").match(found.frame.masked, found.end)
    return tail.end() if tail else found.end


def _parties(found: Found) -> list[tuple[str, Slot]]:
    named = [
        (name, slot)
        for name, slot in found.filled.items()
        if name in ("to", "from", "party", "states", "named", "adjective")
    ]
    if named:
        return sorted(named, key=lambda pair: pair[0] == "from")
    subject = subject_before(found.frame, found.start)
    return [("party", subject)] if subject else []


def _term(
    found: Found, name: str, at: int | None, when: When | None, *, handover: bool, monthly: bool, language: str
) -> Term:
    """A year said of one state is its whole term; a day or month is when it takes over from another."""
    if when is None or at is None:
        return Term()
    first, _, last = when.edtf.partition("/")
    before = found.frame.masked[max(0, at - 24) : at]
    is_year = _YEAR.fullmatch(when.edtf) is not None
    if half := _HALF.fullmatch(when.edtf):
        half_year = (
            Term(f"{half[1]}-01", f"{half[1]}-06") if half[2] == "40" else Term(f"{half[1]}-07", f"{half[1]}-12")
        )
        return Term(None, half_year.start) if name == "from" else half_year
    if monthly and _MONTH.fullmatch(when.edtf):
        return Term(first, first)
    if name == "from":
        return Term(None, None if is_year else first)
    if found.construction.facts.get("ends") or _ends(language).search(before):
        return Term(None, last or first)
    if last:
        return Term(first, last)
    whole = before.lower().endswith("for ") or not handover
    if before.lower().endswith(("since ", "from ")) or not is_year or not whole:
        return Term(first, None)
    return Term(first, first)


@lru_cache(maxsize=8)
def _ends(language: str) -> re.Pattern[str]:
    """ "Until", "expires on", "ends in": what comes before the last day of a term."""
    words = "|".join(load_cues(language, _TOPIC)["ending"])
    return re.compile(rf"\b(?:{words})\s+(?:(?:on|in|at|the|end|of)\s+)*$", re.IGNORECASE)
