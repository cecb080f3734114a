"""Who belongs to what, and who came or went, from the words of one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.document import Evidence
from comity.model.record import MembershipRecord
from comity.model.when import Basis, When
from comity.reading.clause import Analysis
from comity.reading.extractors.antecedents import rebound
from comity.reading.extractors.constructions import Found, find, has_words
from comity.reading.extractors.enumerations import enumerated
from comity.reading.extractors.evidence import evidence
from comity.reading.extractors.frames import frames
from comity.reading.extractors.membership_dates import day_of
from comity.reading.extractors.slots import DATE, ORG, STATE, Slot
from comity.reading.extractors.standings import Standing, standing_of
from comity.reading.when import Direction

_TOPIC = "memberships"
_FOLLOWER = re.compile(
    rf"(?:,|;|,?\s+and)\s+(?P<state>{STATE})(?:['’]s?)?(?:\s+(?:the|its)\s+[\w-]+|\s+(?:followed|did|too))?"
    rf"\s+(?:in|on|since|from)\s+(?P<date>{DATE})"
)
_THEN = re.compile(rf"(?:,|,?\s+and)\s+(?:the\s+)?(?P<org>[{ORG}])\s+(?:in|on)\s+(?P<date>{DATE})")


def extract(analysis: Analysis) -> Iterator[MembershipRecord]:
    """The memberships that a report states, each once: where one place tells the day, those without it are left out."""
    records = list(_told(analysis))
    dated = {(one.org, one.state, one.status, one.change) for one in records if one.date}
    yield from (one for one in records if one.date or (one.org, one.state, one.status, one.change) not in dated)


def _told(analysis: Analysis) -> Iterator[MembershipRecord]:
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
            standing = standing_of(analysis, found, last)
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


def _repeats(standing: Standing, earlier: Standing) -> bool:
    """Whether an earlier construction has read the same words of the same state."""
    ours, theirs = standing.found, earlier.found
    if _follows(ours, theirs):
        return False
    same = set(standing.states) & set(earlier.states) and (
        set(standing.orgs) & set(earlier.orgs) or standing.status == earlier.status
    )
    if earlier.status == "applicant" and ours.covered <= theirs.covered:
        return True
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
    when = day_of(analysis, found)
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


def _record(standing: Standing, org: str, state: str, when: When | None, words: Evidence) -> Iterator[MembershipRecord]:
    facts = standing.found.construction.facts
    if org != state:
        yield MembershipRecord(
            evidence=(words,),
            rule=standing.found.construction.rule,
            org=org,
            state=state,
            status=standing.status,
            change=None if facts.get("if_dated") and when is None else facts.get("change"),
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
