"""What a report counts: members, delegations, documents, events, troops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from comity.model.record import TallyRecord
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import has_words
from comity.reading.extractors.evidence import trimmed
from comity.reading.extractors.frames import frames
from comity.reading.extractors.numbers import may_count, number_value
from comity.reading.extractors.referents import nearest_organization, organization_before
from comity.reading.extractors.slots import BODY, DATE, ORG, STATE, Frame
from comity.reading.extractors.tally_shapes import Shapes, key_words_of, shapes_of
from comity.reading.phrases import words_of
from comity.reading.when import Direction

_TOPIC = "tallies"
_PERIOD = re.compile(rf"[^.;:,{STATE}]{{0,30}}\b(?:in|during|over|since|on|for)\s+({DATE})")
# From so many on, "all 50 states" counts them; "all three states" speaks again of those named.
_MANY = 10
_NTH = "the member of such a number"
_SAME = (_NTH, "a number of members", "a number of states", "an organization of so many members")
_SIZE = "something of so many"
_STRENGTH = re.compile(r"-(?:strong|man|person|soldier|troop)\b", re.IGNORECASE)
# Whose number may stand without them: "40 countries are interested and 22 have asked".
_GOING_ON = ("members", "partners", "people", "states", "forces")


def extract(analysis: Analysis) -> Iterator[TallyRecord]:
    """The tallies of a report in its order, each count of one thing once."""
    if not has_words(analysis.language, _TOPIC):
        return
    seen: set[tuple[object, ...]] = set()
    for frame in frames(analysis):
        said = analysis.text[frame.sentence.start : frame.sentence.end]
        words = words_of(said)
        if key_words_of(analysis.language).isdisjoint(words):
            continue
        if not may_count(words, analysis.language) and words.isdisjoint(shapes_of(analysis.language).ordinals):
            continue
        for record in sorted(_in_frame(analysis, frame), key=lambda one: one.evidence[0].start):
            # "The six members", "the six countries": the same six, told again.
            what = "" if record.rule in _SAME else record.what
            key = (what, record.value, record.bound, record.org)
            if key not in seen:
                seen.add(key)
                yield record


def _in_frame(analysis: Analysis, frame: Frame) -> Iterator[TallyRecord]:
    shapes = shapes_of(analysis.language)
    last = None
    for match in shapes.counted.finditer(frame.masked):
        value = number_value(match["number"], analysis.language)
        kind = _kind(match, shapes)
        bound = _bound(match, shapes)
        if value is None or not _counts(frame, match, shapes, kind, bound=bound, value=value):
            continue
        last = match
        yield _counted(analysis, frame, match, match, shapes)
        part = shapes.share.search(frame.masked, 0, match.start())
        if part and (_bound(part, shapes) or (number_value(part["number"], analysis.language) or 0) >= kind["least"]):
            yield _counted(analysis, frame, part, match, shapes)
    if last is not None and _kind(last, shapes)["name"] in _GOING_ON:
        for match in shapes.bare.finditer(frame.masked, last.end()):
            yield _counted(analysis, frame, match, last, shapes)
    for match in shapes.risen.finditer(frame.masked):
        yield _counted(analysis, frame, match, match, shapes)
    yield from _nth(analysis, frame, shapes)
    yield from _sizes(analysis, frame, shapes)
    yield from _blocs(analysis, frame, shapes)


def _sizes(analysis: Analysis, frame: Frame, shapes: Shapes) -> Iterator[TallyRecord]:
    """ "A membership of 19", "the 5,000-strong force"."""
    for shape, rule in ((shapes.membership, "so many members in all"), (shapes.sized, _SIZE)):
        for match in shape.finditer(frame.masked):
            value = number_value(match["number"], analysis.language)
            if value is not None and (shape is shapes.membership or value > 2):
                what = match.groupdict().get("what") or "members"
                bound = _bound(match, shapes) or "exactly"
                yield _record(analysis, frame, match, what=what, value=value, bound=bound, rule=rule)


def _nth(analysis: Analysis, frame: Frame, shapes: Shapes) -> Iterator[TallyRecord]:
    """ "Kuwait became the 28th member": then there are 28."""
    for match in shapes.nth.finditer(frame.masked):
        value = float(shapes.ordinals.get(match["number"].lower()) or match["number"])
        if value > 2:
            yield _record(analysis, frame, match, what="members", value=value, bound="exactly", rule=_NTH)


def _counted(
    analysis: Analysis, frame: Frame, match: re.Match[str], thing: re.Match[str], shapes: Shapes
) -> TallyRecord:
    """So many (at one place) of what is named (there, or at another)."""
    kind = _kind(thing, shapes)
    what = analysis.text[frame.starts[thing.start("what")] : frame.ends[thing.end("what") - 1]]
    return _record(
        analysis,
        frame,
        match,
        what="members" if _is_members(kind, thing) else what,
        value=number_value(match["number"], analysis.language) or 0,
        bound=_bound(match, shapes) or "exactly",
        rule=f"a number of {kind['name']}",
    )


def _kind(match: re.Match[str], shapes: Shapes) -> Mapping[str, Any]:
    return shapes.kinds[" ".join(match["noun"].lower().split())]


def _blocs(analysis: Analysis, frame: Frame, shapes: Shapes) -> Iterator[TallyRecord]:
    """ "The six-member organization", wherever it stands: second mentions are signs in the masked sentence."""
    for match in shapes.bloc.finditer(analysis.text, frame.sentence.start, frame.sentence.end):
        value = number_value(match["number"], analysis.language)
        slot = next(
            (
                one
                for one in frame.slots.values()
                if one.kind in (ORG, BODY) and one.start < match.end() + 2 and match.start() < one.end
            ),
            None,
        )
        if value is not None and value > 2 and slot is not None:
            yield TallyRecord(
                evidence=(trimmed(analysis, match.start(), max(match.end(), slot.end)),),
                rule="an organization of so many members",
                what="members",
                value=value,
                org=slot.codes[0],
            )


def _is_members(kind: Mapping[str, Any], match: re.Match[str]) -> bool:
    return kind["name"] == "members" and "member" in match["noun"].lower() and match["described"].strip() in ("", ORG)


def _bound(match: re.Match[str], shapes: Shapes) -> str | None:
    said = match.groupdict()
    for group in ("before", "after"):
        if said.get(group):
            return shapes.bounds[" ".join(said[group].lower().split())]
    return None


def _counts(
    frame: Frame, match: re.Match[str], shapes: Shapes, kind: Mapping[str, Any], *, bound: str | None, value: float
) -> bool:
    """Whether the number tells how many there are, and does not point back ("the three countries")."""
    if not bound and value < kind["least"]:
        return False
    if kind.get("unless_named") and shapes.named.match(frame.masked, match.end()):
        return False
    before = frame.masked[: match.start()]
    if kind.get("of_members") or shapes.part.search(before):
        return True
    again = shapes.anaphoric.search(before)
    if again is None:
        return True
    word, of_org = (again["word"] or "").lower(), ORG in match["described"]
    if kind["name"] == "states" and word == "the" and kind["least"] <= value < _MANY:
        return True
    return (word == "all" and (of_org or value >= _MANY)) or (word.endswith("the") and of_org and value >= _MANY)


def _record(
    analysis: Analysis, frame: Frame, match: re.Match[str], *, what: str, value: float, bound: str, rule: str
) -> TallyRecord:
    org = nearest_organization(frame, match.start(), match.end())
    # "A 14-nation exercise" is nobody's where its sentence names no organization.
    before = organization_before(analysis, frame) if rule != _SIZE or _STRENGTH.search(match[0]) else ()
    orgs = org.codes if org else before
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
    after = _PERIOD.match(frame.masked, end)
    slot = frame.slots.get(after.start(1)) if after else None
    when = analysis.resolve(slot.expression, Direction.PAST) if slot and slot.expression else None
    return when.edtf if when else None
