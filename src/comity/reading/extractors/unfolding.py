"""A sentence's clauses unfolded into plain ones: "Syria, whose membership was suspended in 2011, was readmitted".

That sentence says what "Syria was readmitted" says and what "Syria's membership was suspended in 2011" says. Each
reading is a frame of its own, whose signs still know their places in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.extractors.enumerations import lists_apart
from comity.reading.extractors.slots import BODY, CAPITAL, DATE, GOVERNED, ORG, PERSON, PRONOUN, STATE, Frame
from comity.reading.quick import Quick, quick

_SUBJECTS = STATE + PRONOUN + PERSON + CAPITAL + ORG + BODY
_MOST = 12
_LONG = 1500
# "… at the same time, in May 2022": a clause goes on after a comma.
_MORE = r"(?:,\s+(?:in|on|as|along|together|at)\s+[^,;:()]{2,60})?"
_HEAD = re.compile(rf"(?:[-–—•*·]\s*|\d{{1,2}}[.)]\s*)?(?P<state>[{STATE}])\s*(?::|\s[-–—])\s+")
_BRACKETS = re.compile(r"\s*\([^()]{1,120}\)")


class Joints(msgspec.Struct, frozen=True):
    """The patterns of one language for where a clause goes into another."""

    inserted: Quick
    relative: Quick
    having: Quick
    coordinated: Quick
    predicative: Quick
    gapped: Quick
    likewise: Quick
    elliptic: Quick


@lru_cache(maxsize=8)
def _joints(language: str) -> Joints:
    words = load_cues(language, "references")["clauses"]
    said = {name: "|".join(forms) for name, forms in words.items()}
    return Joints(
        inserted=quick(rf",\s+(?:{said['inserting']})\b[^,;:()]{{2,140}}{_MORE},(?=\s+[a-z{DATE}])", re.IGNORECASE),
        relative=quick(
            rf"(?P<head>[{_SUBJECTS}]),?\s+(?P<word>{said['relative']})\s+(?P<rest>[^,;:()]{{6,200}}{_MORE})",
            re.IGNORECASE,
        ),
        having=quick(rf",\s+(?:{said['having']})\s+(?P<rest>[^;:()]{{4,200}})", re.IGNORECASE),
        coordinated=quick(
            rf"(?:,\s+|\s+)(?:{said['coordinating']})\s+(?P<rest>(?:\w+ly\s+)?(?:{said['verbs']})\b[^;:]{{0,200}})",
            re.IGNORECASE,
        ),
        predicative=quick(
            rf"\s(?P<verb>{said['copulas']})\s[^;:]{{2,90}}?\band\s+(?:also\s+)?(?P<rest>(?:{said['articles']})\s[^;:]{{4,90}})",
            re.IGNORECASE,
        ),
        gapped=quick(
            rf"[{STATE}](?P<verb>[^,;:(){STATE}]{{3,60}}?)\s+(?:{said['marking']})\s+[^,;:(){STATE}]{{3,60}},?\s+(?:and\s+)?"
            rf"(?P<other>[{STATE}])(?P<rest>\s+(?:{said['marking']})\s+[^,;:()]{{3,60}})",
            re.IGNORECASE,
        ),
        elliptic=quick(
            rf"{STATE}(?P<verb>(?:\s+\w+){{1,3}}?)\s+(?:an?|the)\s[^,;:(){STATE}]{{3,60}},?\s+and\s+(?:the\s+)?"
            rf"(?P<other>{STATE})(?P<rest>\s+(?:an?|the)\s+[^,;:()]{{3,60}})",
            re.IGNORECASE,
        ),
        likewise=quick(
            rf",?\s+(?:and\s+)?(?:{said['likewise']})\s+(?:{said['doing']})\s+(?:the\s+)?(?P<other>{STATE})",
            re.IGNORECASE,
        ),
    )


def unfolded(frame: Frame, language: str) -> tuple[Frame, ...]:
    """The sentence as it stands, and then each plainer reading of it."""
    if len(frame.masked) > _LONG:
        return (frame,)
    apart = (_of(frame, places) for places in lists_apart(frame, language))
    return (frame, *islice(chain(apart, _plainer(frame, _joints(language))), _MOST))


def _plainer(frame: Frame, joints: Joints) -> Iterator[Frame]:
    text = frame.masked
    cuts = [
        match.span() for match in joints.inserted.finditer(text) if match.start() and text[match.start() - 1] != ","
    ]
    bare = _without(frame, sorted([*cuts, *_bracketed(frame, cuts)]))
    if bare is not None:
        yield bare
    for match in joints.relative.finditer(text):
        owned = "’s " if match["word"].lower() == "whose" else " "
        yield _spliced(frame, match.start("head"), owned, match.start("rest"), match.end())
    for match in (*joints.gapped.finditer(text), *joints.elliptic.finditer(text)):
        places = [*range(match.start("verb"), match.end("verb")), *range(match.start("rest"), match.end())]
        yield _of(frame, [match.start("other"), *places])
    for match in joints.likewise.finditer(text):
        subject = _subject(frame, match.start())
        if subject is not None:
            yield _of(frame, [match.start("other"), *range(subject + 1, match.start())])
    yield from _entries(frame)
    for base in (frame, bare):
        if base is not None:
            yield from _predicates(base, joints)


def _bracketed(frame: Frame, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for match in _BRACKETS.finditer(frame.masked):
        if not any(start < match.end() and match.start() < end for start, end in cuts):
            yield match.span()


def _entries(frame: Frame) -> Iterator[Frame]:
    """ "Vietnam - observer since 1992; full member since 1995": a list's entry says each of these of the first name."""
    head = _HEAD.match(frame.masked)
    if head is None:
        return
    at = head.end()
    for part in re.finditer(r"[^,;]+", frame.masked[at:]):
        start = at + part.start() + len(part[0]) - len(part[0].lstrip())
        yield _of(frame, [head.start("state"), *range(start, at + part.end())], ", ")


def _predicates(frame: Frame, joints: Joints) -> Iterator[Frame]:
    """ "Georgia joined in 1993 and left in 2009": what comes after "and" is said of the same subject."""
    for match in joints.predicative.finditer(frame.masked):
        subject = _subject(frame, match.start())
        if subject is not None:
            places = [*range(match.start(), match.end("verb") + 1), *range(match.start("rest"), match.end())]
            yield _of(frame, [subject, *places])
    for pattern in (joints.coordinated, joints.having):
        for match in pattern.finditer(frame.masked):
            subject = _subject(frame, match.start())
            if subject is not None:
                yield _spliced(frame, subject, " ", match.start("rest"), match.end())


def _subject(frame: Frame, before: int) -> int | None:
    """The first name of the clause that nothing governs or owns."""
    clause = max(frame.masked.rfind(";", 0, before), frame.masked.rfind(": ", 0, before))
    for at, _ in frame.of_kind(_SUBJECTS):
        text = frame.masked
        if (
            clause < at < before
            and not GOVERNED.search(text[max(0, at - 24) : at])
            and not re.match(r"['’]", text[at + 1 : at + 2])
        ):
            return at
    return None


def _without(frame: Frame, cuts: list[tuple[int, int]]) -> Frame | None:
    """The frame without these stretches of its sentence."""
    if not cuts:
        return None
    gone = {place for start, end in cuts for place in range(start, end)}
    return _of(frame, [place for place in range(len(frame.masked)) if place not in gone])


def _spliced(frame: Frame, head: int, joint: str, start: int, end: int) -> Frame:
    """The sign at `head`, a joint, and what follows from `start` to `end`."""
    return _of(frame, [head, *range(start, end)], joint)


def _of(frame: Frame, places: list[int], joint: str = "") -> Frame:
    """A frame of some of another's places, in order; a joint is put after the first."""
    signs = [frame.masked[place] for place in places]
    starts = [frame.starts[place] for place in places]
    ends = [frame.ends[place] for place in places]
    slots = {number: frame.slots[place] for number, place in enumerate(places) if place in frame.slots}
    if joint:
        signs[1:1] = list(joint)
        starts[1:1] = [starts[0]] * len(joint)
        ends[1:1] = [ends[0]] * len(joint)
        slots = {at + len(joint) if at else 0: slot for at, slot in slots.items()}
    return Frame(frame.number, frame.sentence, "".join(signs), slots, tuple(starts), tuple(ends))
