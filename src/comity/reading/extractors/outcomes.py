"""Documents adopted and decisions taken, from the words of one report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.record import OutcomeRecord
from comity.reading.clause import Analysis
from comity.reading.extractors.constructions import has_words
from comity.reading.extractors.events import events_of
from comity.reading.extractors.evidence import trimmed
from comity.reading.extractors.frames import frames
from comity.reading.extractors.outcome_shapes import Shapes, shapes_of
from comity.reading.extractors.referents import main_organization, nearest_organization, organization_before
from comity.reading.extractors.slots import BODY, DATE, ORG, STATES, Frame, Slot

_ISSUED = ("communique", "declaration", "statement", "roadmap", "resolution")
_FOUNDING = ("declaration", "agreement", "treaty")
_BETWEEN_TWO = ("agreement", "treaty", "memorandum", "plan", "roadmap")
_STATES_ONLY = re.compile(r"[A-Z]{3}(?:-[A-Z]{3})+")
_VOICED = ("communique", "declaration", "statement", "resolution")
_CONDEMNS = "an organization condemns"
_ATTRIBUTE = re.compile(
    r"\s+(?:[A-Z][\w-]+\s+){0,3}(?:Strategy|Charter|Convention|Office|Resolution|resolution|Secretary|Agency|Fund)\b"
)


class Outcome(msgspec.Struct, frozen=True):
    """A document or decision at a place of a frame, and the construction that says it is done."""

    type: str
    frame: Frame
    start: int
    end: int
    rule: str
    known: bool = False


def extract(analysis: Analysis) -> Iterator[OutcomeRecord]:
    """The outcomes of a report in its order; a document spoken of again is not counted twice."""
    if not has_words(analysis.language, "outcomes"):
        return
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for frame in frames(analysis):
        for outcome in sorted(_in_frame(frame, shapes_of(analysis.language)), key=lambda one: one.start):
            orgs = _orgs(analysis, outcome)
            if orgs is None or (outcome.known and (outcome.type, orgs) in seen) or _is_told(outcome, seen):
                continue
            seen.add((outcome.type, orgs))
            span = frame.span(outcome.start, outcome.end)
            yield OutcomeRecord(evidence=(trimmed(analysis, *span),), rule=outcome.rule, type=outcome.type, orgs=orgs)


def _is_told(outcome: Outcome, seen: set[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether what an organization condemns stands in a document that the report has told of."""
    return outcome.rule == _CONDEMNS and any(kind in _VOICED for kind, _ in seen)


def _in_frame(frame: Frame, shapes: Shapes) -> Iterator[Outcome]:
    text = frame.masked
    for match in shapes.document.finditer(text):
        outcome = _document(frame, match, shapes)
        if outcome is not None:
            yield outcome
    for shape, rule in (
        (shapes.decides, "those who meet decide"),
        (shapes.appoints, "an official is appointed"),
        (shapes.taken, "a decision is taken"),
        (shapes.acts, "those who meet decide"),
    ):
        for match in shape.finditer(text):
            if not shapes.denied.search(text[max(0, match.start() - 20) : _done(match)]) and not shapes.within.search(
                text[: _done(match)]
            ):
                yield Outcome("decision", frame, match.start(), match.end(), rule)
    for match in shapes.condemns.finditer(text):
        if not shapes.denied.search(match[0]):
            yield Outcome("statement", frame, match.start(), match.end(), _CONDEMNS)


def _done(match: re.Match[str]) -> int:
    """Where the verb of a decision ends."""
    return next(
        (match.end(name) for name in ("done", "active") if name in match.re.groupindex and match[name]), match.end()
    )


def _document(frame: Frame, match: re.Match[str], shapes: Shapes) -> Outcome | None:
    """The document if the words around it say that it was adopted, or if it speaks for all."""
    text = frame.masked
    kind = shapes.types[" ".join(match["noun"].lower().split())]
    if shapes.elsewhere.search(match[0]) or (kind == "statement" and shapes.titled.match(text, match.end())):
        return None
    known = bool(re.match(r"(?:the|that|this)\b", match[0], re.IGNORECASE))
    done = shapes.adopted_before.search(text, 0, match.start())
    dated = re.match(rf"\s+of\s+{DATE}", text[match.end() :])
    if (
        done
        and not dated
        and not shapes.national.search(text[max(0, done.start() - 60) : done.start()])
        and _may_be(kind, done[0], shapes)
        and not shapes.denied.search(text[max(0, done.start() - 30) : match.start()])
    ):
        return Outcome(kind, frame, done.start(), match.end(), "a document is adopted", known)
    founded = shapes.founded.search(text, 0, match.start())
    if founded and kind in _FOUNDING:
        return Outcome(kind, frame, founded.start(), match.end(), "a document founds an organization", known)
    after = shapes.adopted_after.match(text, match.end())
    if (
        after
        and _may_be(kind, after[0], shapes)
        and not shapes.denied.search(text[max(0, match.start() - 10) : after.end()])
    ):
        return Outcome(kind, frame, match.start(), after.end(), "a document is adopted", known)
    if kind != "statement" or shapes.joint.search(match[0]):
        speaks = shapes.speaks.match(text[match.start() :]) or re.search(
            r"\b(?:in|according to)\s+$", text[: match.start()], re.IGNORECASE
        )
        if speaks and kind in ("statement", "communique", "declaration"):
            return Outcome(kind, frame, match.start(), match.end(), "a document speaks for all", known)
    return None


def _may_be(kind: str, words: str, shapes: Shapes) -> bool:
    """A statement is issued; a plan that is only published is nobody's decision."""
    return kind in _ISSUED or shapes.binding.search(words) is not None


def _orgs(analysis: Analysis, outcome: Outcome) -> tuple[str, ...] | None:
    """Whose outcome it is: the sentence's organization; none where two states act alone; else the last one named."""
    frame = outcome.frame
    near = nearest_organization(
        frame, outcome.start, outcome.end, lambda org: org == main_organization(analysis)
    ) or _own_organization(frame, outcome)
    if near is not None:
        return _with_partner(frame, near)
    states = _actors(frame, outcome)
    if outcome.type == "decision" and len(_named_among(frame, outcome)) == 1:
        return None
    if len(states) == 2:
        return None if outcome.type == "decision" and set(states) <= set(_named_among(frame, outcome)) else ()
    before = organization_before(analysis, frame)
    met = _of_meeting(analysis, frame)
    if not all(map(_acts_alone, met)):
        met = ()
    if not before:
        alone = _group(analysis, states)
        return met or (() if alone is None and _is_between_two(analysis, outcome) else alone)
    return met if set(before) < set(met) else _together(analysis, frame, before)


def _is_between_two(analysis: Analysis, outcome: Outcome) -> bool:
    """Whether what is signed is signed on a visit, or where two sides meet."""
    told = next((one for one in events_of(analysis) if one.main), None)
    return outcome.type in _BETWEEN_TWO and told is not None and (told.kind == "visit" or told.level == "bilateral")


def _acts_alone(org: str) -> bool:
    """Whether an organization or a group of states, and not a wider format of another, decides."""
    known = load_catalog().organizations.get(org)
    return _STATES_ONLY.fullmatch(org) is not None or (known is not None and known.kind in ("organization", "union"))


def _of_meeting(analysis: Analysis, frame: Frame) -> tuple[str, ...]:
    """The organizations of the meeting that a sentence tells of; else of the report's main one."""
    known = events_of(analysis)
    here = [
        one for one in known if any(frame.sentence.start <= words.start < frame.sentence.end for words in one.evidence)
    ]
    return next((one.orgs for one in (*here, *known) if one in here or one.main), ())


def _together(analysis: Analysis, frame: Frame, before: tuple[str, ...]) -> tuple[str, ...]:
    """ "The first summit of the GCC and Central Asia" adopts what it adopts for both."""
    for earlier in reversed(frames(analysis)[max(0, frame.number - 3) : frame.number]):
        for _, slot in earlier.of_kind(ORG + BODY):
            if slot.codes == before:
                both = _with_partner(earlier, slot)
                if len(both) > 1:
                    return both
    return before


def _own_organization(frame: Frame, outcome: Outcome) -> Slot | None:
    """The nearest organization that is not part of the name of something else ("the UN Global Strategy")."""
    slots = [(at, slot) for at, slot in frame.of_kind(ORG + BODY) if not _ATTRIBUTE.match(frame.masked[at + 1 :])]
    return min(slots, key=lambda pair: max(0, outcome.start - pair[0], pair[0] - outcome.end), default=(0, None))[1]


def _group(analysis: Analysis, states: tuple[str, ...]) -> tuple[str, ...] | None:
    """Three states or more without an organization: those of the sentence, else those that the report begins with."""
    if len(states) < 3:
        first = [slot for frame in frames(analysis)[:2] for _, slot in frame.of_kind(STATES)]
        states = tuple(dict.fromkeys(code for slot in first for code in slot.codes))
    if len(states) < 2:
        return None
    formats = (org for org in load_catalog().organizations if set(org.split("-")) == set(states))
    return (next(formats, "-".join(sorted(states))),) if 2 < len(states) < 7 else ()


def _with_partner(frame: Frame, slot: Slot) -> tuple[str, ...]:
    """ "The GCC and the EU" act together."""
    pairs = frame.of_kind(ORG + BODY)
    at = next(number for number, (_, one) in enumerate(pairs) if one is slot)
    codes = list(slot.codes)
    for other in (at - 1, at + 1):
        if 0 <= other < len(pairs):
            first, second = sorted((pairs[at][0], pairs[other][0]))
            if re.fullmatch(
                r",?\s*(?:(?:and|with)\s+|[-–]\s*)(?:the\s+)?(?:states\s+of\s+)?", frame.masked[first + 1 : second]
            ):
                codes = [*codes, *pairs[other][1].codes] if other > at else [*pairs[other][1].codes, *codes]
    return tuple(dict.fromkeys(codes))


def _named_among(frame: Frame, outcome: Outcome) -> tuple[str, ...]:
    """The states that the outcome's own words begin with: "the two countries agreed to …"."""
    slot = frame.slots.get(outcome.start) or frame.slots.get(outcome.start + 1)
    return slot.codes if slot and slot.kind in STATES else ()


def _actors(frame: Frame, outcome: Outcome) -> tuple[str, ...]:
    """The states that a sentence names before and among the words of the outcome."""
    slots: Iterable[Slot] = (slot for at, slot in frame.of_kind(STATES) if at < outcome.end)
    return tuple(dict.fromkeys(code for slot in slots for code in slot.codes))
