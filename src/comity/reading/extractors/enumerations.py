"""Lists of states that stand apart from what is said of them: after a colon, between dashes, one a line.

"Ten countries will join the EU: Cyprus, Estonia …" says of the states what it says of the ten countries; so does
"the three states - Mali, Niger and Burkina Faso - have left".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.extractors.numbers import number_pattern
from comity.reading.extractors.slots import ADJECTIVE, ORG, STATE, Frame, Slot

_ENTRY = re.compile(rf"(?:[-–—•*·]|\d{{1,2}}[.)])?\s*(?:the\s+)?{STATE}\s*(?:,?\s+and|[,;.])?")
# "Poland; Hungary; Slovakia": a list with marks that otherwise part clauses.
_SEPARATED = re.compile(rf"{STATE}(?:\s*[;/|•·]\s*(?:and\s+)?(?:the\s+)?{STATE}){{2,}}")
_HYPHENATED = re.compile(rf"(?<=[{ORG}])[-‑–](?=[a-z])")
_DASH = r"\s+(?:[-–—]+|&[mn]dash;)\s+"
_INSERTED = re.compile(
    rf"(?:{_DASH}|\s+\()(?:namely\s+)?(?:the\s+)?(?P<dashed>{STATE})(?:{_DASH}|\)[,]?\s+)|,\s+(?:namely\s+)?(?P<commaed>{STATE}),\s+"
)


def enumerated(frames: Sequence[Frame], number: int, language: str) -> Frame:
    """A sentence whose list of states is one sign: lines after a colon, "A; B; C", "A, alongside B and C,"."""
    frame = _unhyphenated(frames[number])
    for adjective in reversed(list(_national(language).finditer(frame.masked))):
        frame = _owned(frame, adjective.start())
    if frame.masked.endswith(":"):
        return _with_lines(frame, list(takewhile(_is_entry, frames[number + 1 :])))
    match = _SEPARATED.search(frame.masked) or _accompanied(language).search(frame.masked)
    match = match or _in_two_parts(language).search(frame.masked)
    return _joined(frame, match.start(), match.end()) if match else frame


@lru_cache(maxsize=8)
def _accompanied(language: str) -> re.Pattern[str]:
    """ "Tunisia, alongside Sudan and Somalia,": all of them do what the sentence says."""
    company = "|".join(load_cues(language, "references")["clauses"]["company"])
    return re.compile(rf"{STATE},\s+(?:{company})\s+(?:the\s+)?{STATE}(?:,(?=\s+[a-z]))", re.IGNORECASE)


@lru_cache(maxsize=8)
def _national(language: str) -> re.Pattern[str]:
    nouns = "|".join(load_cues(language, "references")["clauses"]["belonging"])
    return re.compile(rf"{ADJECTIVE}(?=(?:\s+[a-z-]+)?\s+(?:{nouns})\b)", re.IGNORECASE)


def _owned(frame: Frame, at: int) -> Frame:
    """ "Swedish membership of NATO" as "Sweden's membership of NATO"."""
    slots = {place + (2 if place > at else 0): slot for place, slot in frame.slots.items()}
    slots[at] = msgspec.structs.replace(frame.slots[at], kind=STATE)
    return Frame(
        frame.number,
        frame.sentence,
        f"{frame.masked[:at]}{STATE}’s{frame.masked[at + 1 :]}",
        slots,
        (*frame.starts[: at + 1], *([frame.starts[at]] * 2), *frame.starts[at + 1 :]),
        (*frame.ends[: at + 1], *([frame.ends[at]] * 2), *frame.ends[at + 1 :]),
    )


@lru_cache(maxsize=8)
def _in_two_parts(language: str) -> re.Pattern[str]:
    """ "China, Russia and four Central Asian states: Kazakhstan, Kyrgyzstan …": one list."""
    words = load_cues(language, "references")
    return re.compile(
        rf"{STATE}(?:,|,?\s+and)\s+(?:the\s+)?{number_pattern(language)}\s+(?:[\w-]+\s+|{ADJECTIVE}\s+){{0,3}}"
        rf"(?:{'|'.join(words['countries'])})(?:\s*[:(]|\s+[-–—])\s*(?:the\s+)?{STATE}",
        re.IGNORECASE,
    )


def _unhyphenated(frame: Frame) -> Frame:
    """ "NATO-member Turkey" as "NATO member Turkey"."""
    masked = _HYPHENATED.sub(" ", frame.masked)
    return msgspec.structs.replace(frame, masked=masked) if masked != frame.masked else frame


def _is_entry(frame: Frame) -> bool:
    return _ENTRY.fullmatch(frame.masked) is not None


def _with_lines(frame: Frame, entries: Sequence[Frame]) -> Frame:
    slots = [slot for one in entries for _, slot in one.of_kind(STATE)]
    if not slots:
        return frame
    whole = _whole(slots)
    return Frame(
        frame.number,
        frame.sentence,
        f"{frame.masked} {STATE}",
        {**frame.slots, len(frame.masked) + 1: whole},
        (*frame.starts, whole.start - 1, whole.start),
        (*frame.ends, whole.start, whole.end),
    )


def _joined(frame: Frame, start: int, end: int) -> Frame:
    """The frame with the states between two places as one."""
    whole = _whole([slot for at, slot in frame.of_kind(STATE) if start <= at < end])
    gone = end - start - 1
    slots = {at if at < start else at - gone: slot for at, slot in frame.slots.items() if not start <= at < end}
    return msgspec.structs.replace(
        frame,
        masked=frame.masked[:start] + STATE + frame.masked[end:],
        slots=dict(sorted({**slots, start: whole}.items())),
        starts=(*frame.starts[: start + 1], *frame.starts[end:]),
        ends=(*frame.ends[:start], whole.end, *frame.ends[end:]),
    )


def _whole(slots: Sequence[Slot]) -> Slot:
    codes = dict.fromkeys(code for one in slots for code in one.codes)
    return Slot(STATE, slots[0].start, slots[-1].end, tuple(codes))


@lru_cache(maxsize=8)
def _counted(language: str) -> re.Pattern[str]:
    """ "Ten countries", "the following states": a noun for the states that a list names."""
    words = load_cues(language, "references")
    return re.compile(
        rf"(?:{number_pattern(language)}|several|these|those|the|following|all)\s+(?:[\w-]+\s+){{0,3}}?"
        rf"(?:{'|'.join(words['countries'])})\b(?!['’-])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _one(language: str) -> re.Pattern[str]:
    """ "The region's youngest country, Timor-Leste,": a noun for the state that is named after it."""
    words = load_cues(language, "references")
    return re.compile(rf"\b(?:{'|'.join((*words['country'], *words['neighbours']))})$", re.IGNORECASE)


def lists_apart(frame: Frame, language: str) -> Iterator[list[int]]:
    """The places of readings in which a list stands where its noun is: "Cyprus, Estonia … will join the EU"."""
    text = frame.masked
    for match in _INSERTED.finditer(text):
        at = match.start("dashed") if match["dashed"] else match.start("commaed")
        several = len(frame.slots[at].codes) > 1 and _counted(language).search(text, 0, match.start())
        if match["dashed"] or several or _one(language).search(text, 0, match.start()):
            yield [at, match.end() - 1, *range(match.end(), len(text))]
    last = re.search(rf":\s+(?:the\s+)?(?P<state>{STATE})", text)
    noun = _counted(language).search(text, 0, last.start()) if last else None
    if last and noun:
        yield [*range(noun.start()), last.start("state"), *range(noun.end(), last.start())]
