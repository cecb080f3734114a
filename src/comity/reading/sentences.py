"""Where sentences and paragraphs begin and end, with offsets into the text."""

from __future__ import annotations

import re

import msgspec
from sentencex import get_sentence_boundaries

# Abbreviations after which the splitter must not break: a name, number or month follows.
_JOINED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Maj|Col|Adm|Capt|Sgt|Gov|Sen|Rep|Prof|St|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|"
    r"Dec|Inc|Ltd|Rev|Hon|Amb|Brig|Eng|Sh|Kh|Zh|Ch|Yu|Ya|Ye|Ts|Dz)\.|\b[A-Z]\.)$"
)
# And what stands before it, so that "Max." is not "x.".
_LONGEST_ABBREVIATION = 8
_PARAGRAPH = re.compile(r"[^\n\r]+")


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence of `text[start:end]`; `paragraph` counts the paragraphs from 0."""

    start: int
    end: int
    paragraph: int


def split(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """All sentences of a text, in order; white space between them belongs to none."""
    found: list[Sentence] = []
    for number, block in enumerate(_PARAGRAPH.finditer(text)):
        found += [Sentence(*span, number) for span in _within(block[0], block.start(), language)]
    return tuple(found)


def _within(block: str, start: int, language: str) -> list[tuple[int, int]]:
    if block.isspace():
        return []
    pieces = [(one["start_index"], one["end_index"]) for one in get_sentence_boundaries(language, block)]
    return [
        (start + lower + len(piece) - len(piece.lstrip()), start + lower + len(piece.rstrip()))
        for lower, upper in _joined(block, pieces)
        if not (piece := block[lower:upper]).isspace() and piece
    ]


def _joined(block: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Joins what an abbreviation parted."""
    if len(pieces) < 2:
        return pieces
    joined: list[tuple[int, int]] = []
    open_at: int | None = None
    for lower, upper in pieces:
        first = lower if open_at is None else open_at
        if upper != pieces[-1][1] and _ends_open(block, lower, upper):
            open_at = first
            continue
        open_at = None
        joined.append((first, upper))
    return joined


def _ends_open(block: str, lower: int, upper: int) -> bool:
    """Whether the piece ends in an abbreviation; only its last letters are looked at."""
    tail = block[lower:upper].rstrip()[-_LONGEST_ABBREVIATION:]
    return tail.endswith(".") and _JOINED.search(tail) is not None
