"""What a report counts: members, delegations, documents, events, troops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import load_cues
from comity.model.record import TallyRecord
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import has_words
from comity.reading.extractors.evidence import trimmed
from comity.reading.extractors.frames import frames
from comity.reading.extractors.numbers import number_pattern, number_value
from comity.reading.extractors.referents import nearest_organization, organization_before
from comity.reading.extractors.slots import ADJECTIVE, BODY, CAPITAL, DATE, ORG, STATE, Frame
from comity.reading.phrases import Guarded, key_words
from comity.reading.when import Direction

_TOPIC = "tallies"


class Shapes(msgspec.Struct, frozen=True):
    """The patterns of counting in one language, over masked sentences."""

    counted: Guarded
    bloc: Guarded
    membership: Guarded
    anaphoric: re.Pattern[str]
    bounds: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, Any]]


def extract(analysis: Analysis) -> Iterator[TallyRecord]:
    """The tallies of a report in its order, each count of one thing once."""
    if not has_words(analysis.language, _TOPIC):
        return
    seen: set[tuple[object, ...]] = set()
    for frame in frames(analysis):
        for record in sorted(_in_frame(analysis, frame), key=lambda one: one.evidence[0].start):
            key = (record.what, record.value, record.bound, record.org)
            if key not in seen:
                seen.add(key)
                yield record


def _in_frame(analysis: Analysis, frame: Frame) -> Iterator[TallyRecord]:
    shapes = _shapes(analysis.language)
    for match in shapes.counted.finditer(frame.masked):
        bound = _bound(match, shapes)
        value = number_value(match["number"], analysis.language)
        kind = shapes.kinds[" ".join(match["noun"].lower().split())]
        if value is None or not _counts(frame, match, shapes, kind, bound=bound, value=value):
            continue
        what = analysis.text[frame.starts[match.start("what")] : frame.ends[match.end() - 1]]
        yield _record(
            analysis,
            frame,
            match,
            what="members" if _is_members(kind, match) else what,
            value=value,
            bound=bound or "exactly",
            rule=f"a number of {kind['name']}",
        )
    for match in shapes.membership.finditer(frame.masked):
        value = number_value(match["number"], analysis.language)
        if value is not None:
            yield _record(
                analysis, frame, match, what="members", value=value, bound="exactly", rule="so many members in all"
            )
    yield from _blocs(analysis, frame, shapes)


def _blocs(analysis: Analysis, frame: Frame, shapes: Shapes) -> Iterator[TallyRecord]:
    """ "The six-member organization", wherever it stands: second mentions are signs in the masked sentence."""
    first = frame.sentence.start
    for match in shapes.bloc.finditer(analysis.text[first : frame.sentence.end]):
        start, end = first + match.start(), first + match.end()
        value = number_value(match["number"], analysis.language)
        slot = next(
            (
                one
                for one in frame.slots.values()
                if one.kind in (ORG, BODY) and one.start < end + 2 and start < one.end
            ),
            None,
        )
        if value is not None and value > 2 and slot is not None:
            yield TallyRecord(
                evidence=(trimmed(analysis, start, max(end, slot.end)),),
                rule="an organization of so many members",
                what="members",
                value=value,
                org=slot.codes[0],
            )


def _is_members(kind: Mapping[str, Any], match: re.Match[str]) -> bool:
    return kind["name"] == "members" and "member" in match["noun"].lower() and match["described"].strip() in ("", ORG)


def _bound(match: re.Match[str], shapes: Shapes) -> str | None:
    for group in ("before", "after"):
        if match[group]:
            return shapes.bounds[" ".join(match[group].lower().split())]
    return None


def _counts(
    frame: Frame, match: re.Match[str], shapes: Shapes, kind: Mapping[str, Any], *, bound: str | None, value: float
) -> bool:
    """Whether the number tells how many there are, and does not point back ("the three countries")."""
    if not bound and value < kind["least"]:
        return False
    before = frame.masked[: match.start()]
    if kind.get("of_members") or (
        kind["name"] == "states" and ORG in match["described"] and before.lower().endswith("all ")
    ):
        return True
    return not shapes.anaphoric.search(before)


def _record(
    analysis: Analysis, frame: Frame, match: re.Match[str], *, what: str, value: float, bound: str, rule: str
) -> TallyRecord:
    org = nearest_organization(frame, match.start(), match.end())
    orgs = org.codes if org else organization_before(analysis, frame)
    return TallyRecord(
        evidence=(trimmed(analysis, *frame.span(match.start(), match.end())),),
        rule=rule,
        what=" ".join(what.split()),
        value=value,
        bound=bound,
        org=orgs[0] if orgs else None,
        period=_period(analysis, frame, match.end()),
    )


def _period(analysis: Analysis, frame: Frame, end: int) -> str | None:
    """The time that the count is of, where one follows: "over 60 events in 2020"."""
    after = re.compile(rf"[^.;:,{STATE}]{{0,30}}\b(?:in|during|over|since|on|for)\s+({DATE})").match(frame.masked, end)
    slot = frame.slots.get(after.start(1)) if after else None
    when = analysis.resolve(slot.expression, Direction.PAST) if slot and slot.expression else None
    return when.edtf if when else None


@lru_cache(maxsize=8)
def _shapes(language: str) -> Shapes:
    words = load_cues(language, _TOPIC)
    number = number_pattern(language)
    before, after = (_inverted(words[part]) for part in ("bounds", "bounds_after"))
    kinds = {noun: kind for kind in words["kinds"] for noun in kind["nouns"]}
    word = rf"(?!(?:{_choice(words['not_between'])})\b)(?:[a-z][\w’'-]*|[{ADJECTIVE}{ORG}{CAPITAL}])"
    counted = (
        rf"(?<![\w.,$€£-])(?:(?P<before>{_choice(before)})\s+)?(?P<number>{number})(?:\s+(?P<after>{_choice(after)}))?\s+"
        rf"(?P<what>(?P<described>(?:{word}\s+){{0,3}}?)(?P<noun>{_choice(kinds)}))\b(?!['’])"
    )
    bloc = rf"(?<![\w-])(?P<number>{number})[- ](?:{_choice(words['hyphenated'])})(?=\s+\w)"
    membership = rf"(?:{_choice(words['membership'])})\s+(?P<number>{number})\b"
    return Shapes(
        Guarded(re.compile(counted, re.IGNORECASE), key_words(kinds)),
        Guarded(re.compile(bloc, re.IGNORECASE), key_words(words["hyphenated"])),
        Guarded(re.compile(membership, re.IGNORECASE), key_words(words["membership"])),
        re.compile(rf"(?:(?:^|[\s(“\"])(?:{_choice(words['anaphoric'])})|['’]s)\s+$", re.IGNORECASE),
        {**before, **after},
        kinds,
    )


def _inverted(bounds: Mapping[str, list[str]]) -> dict[str, str]:
    return {phrase: bound for bound, phrases in bounds.items() for phrase in phrases}


def _choice(words: Mapping[str, Any] | list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
