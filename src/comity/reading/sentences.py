"""Where sentences and paragraphs begin and end, with offsets into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from sentencex import get_sentence_boundaries

# Abbreviations after which the splitter must not break: a name, number or month follows.
_JOINED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Maj|Col|Adm|Capt|Sgt|Gov|Sen|Rep|Prof|St|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|"
    r"Dec|Inc|Ltd|Rev|Hon|Amb)\.|\b[A-Z]\.)\s*$"
)
_PARAGRAPH = re.compile(r"[^\n\r]+")
_CLOSERS = "\"'”’»)]"


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of `text[start:end]`; `paragraph` counts the paragraphs from 0."""

    start: int
    end: int
    paragraph: int


def split(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """All sentences of a text, in order; white space between them belongs to none."""
    found: list[Sentence] = []
    for number, block in enumerate(_PARAGRAPH.finditer(text)):
        found += (Sentence(start, end, number) for start, end in _within(text, block.start(), block.end(), language))
    return tuple(found)


def _within(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    pieces = [
        (start + one["start_index"], start + one["end_index"]) for one in get_sentence_boundaries(language, block)
    ]
    for lower, upper in _join(text, pieces):
        lower += len(text[lower:upper]) - len(text[lower:upper].lstrip())
        upper = lower + len(text[lower:upper].rstrip())
        if upper > lower:
            yield lower, upper


def _join(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Joins what an abbreviation parted."""
    open_at: int | None = None
    for lower, upper in pieces:
        first = lower if open_at is None else open_at
        open_at = first if _JOINED.search(text[lower:upper]) and upper != pieces[-1][1] else None
        if open_at is None:
            yield first, upper
