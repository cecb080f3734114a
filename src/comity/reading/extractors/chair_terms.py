"""Presidencies in the names of organs, and those told by their years: "the chairs were Thailand (2019), Vietnam (2020) and Brunei (2021)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.model.record import ChairRecord
from comity.reading.clause import Analysis
from comity.reading.extractors.evidence import trimmed
from comity.reading.extractors.referents import nearest_organization, organization_before
from comity.reading.extractors.slots import BODY, DATE, ORG, STATE, Frame, Slot
from comity.reading.when import Direction

_PAIRS = (
    re.compile(rf"(?P<state>{STATE})\s*[(\[]\s*(?:in\s+)?(?P<date>{DATE})\s*[)\]]"),
    re.compile(rf"(?P<date>{DATE})\s*(?:[:–—-]|\s)\s*(?:the\s+)?(?P<state>{STATE})"),
    re.compile(rf"(?P<state>{STATE})(?:,|\s+(?:in|for|during))?\s+(?P<date>{DATE})"),
)


def chairs_by_year(analysis: Analysis, frame: Frame) -> Iterator[ChairRecord]:
    """The chairs of a sentence that speaks of presiding and pairs at least two states with years."""
    if len(frame.of_kind(DATE)) < 2 or len(frame.of_kind(STATE)) < 2:
        return
    presiding = _presiding(analysis.language).search(frame.masked)
    pairs = next((found for shape in _PAIRS if len(found := list(shape.finditer(frame.masked))) > 1), [])
    if presiding is None or not pairs:
        return
    near = nearest_organization(frame, presiding.start(), presiding.end())
    orgs = near.codes if near else organization_before(analysis, frame)
    for pair in pairs if orgs else ():
        slot, expression = frame.slots[pair.start("state")], frame.slots[pair.start("date")].expression
        when = analysis.resolve(expression, Direction.NONE) if expression else None
        if when is None or len(slot.codes) != 1 or not re.fullmatch(r"\d{4}(?:/\d{4})?", when.edtf):
            return
        first, _, last = when.edtf.partition("/")
        yield ChairRecord(
            evidence=(trimmed(analysis, *frame.span(pair.start(), pair.end())),),
            rule="chairs are told by their years",
            org=orgs[0],
            state=slot.codes[0],
            start=first,
            end=last or first,
        )


@lru_cache(maxsize=8)
def _presiding(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, 'chairs')['presiding'])})\b", re.IGNORECASE)


def with_posts(analysis: Analysis, frame: Frame) -> Frame:
    """The frame with "the EU Council presidency", where that is one organ's name, as an organization and a post."""
    for at, slot in reversed(frame.of_kind(BODY)):
        post = _post(analysis.language).search(analysis.text, slot.start, slot.end)
        if post is not None and (post.end() == slot.end or post.start() == slot.start):
            frame = _apart(frame, at, slot, post)
    return frame


@lru_cache(maxsize=8)
def _post(language: str) -> re.Pattern[str]:
    words = load_cues(language, "chairs")["words"]
    return re.compile(
        rf"\b(?:{'|'.join(sorted((*words['post'], *words['title']), key=len, reverse=True))})\b", re.IGNORECASE
    )


def _apart(frame: Frame, at: int, slot: Slot, post: re.Match[str]) -> Frame:
    """The sign at a place as that of the organization, with the words for the post after it."""
    added = f" {post[0]}"
    places = range(post.start() - 1, post.end())
    slots = {place + (len(added) if place > at else 0): one for place, one in frame.slots.items() if place != at}
    slots[at] = Slot(ORG, slot.start, max(slot.start + 1, post.start()), slot.codes)
    return Frame(
        frame.number,
        frame.sentence,
        frame.masked[:at] + ORG + added + frame.masked[at + 1 :],
        dict(sorted(slots.items())),
        (*frame.starts[: at + 1], *places, *frame.starts[at + 1 :]),
        (*frame.ends[:at], post.start(), *(place + 1 for place in places), *frame.ends[at + 1 :]),
    )
