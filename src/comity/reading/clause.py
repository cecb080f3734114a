"""A report taken apart: sentences, mentions, persons and dates, ready for the extractors."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from comity.model.document import Document
from comity.model.when import When
from comity.reading.dateline import Dateline, find_datelines
from comity.reading.diary import parted
from comity.reading.lexicon import Lexicon
from comity.reading.mentions import Mention, find_mentions
from comity.reading.people import find_people
from comity.reading.person import People
from comity.reading.sentences import Sentence, split
from comity.reading.when import Anchor, Direction, Expression, find_expressions, resolve
from comity.reading.wrapping import unwrapped

T = TypeVar("T", Mention, Expression)

# Where one clause ends and another begins, within a sentence.
BOUNDARY = re.compile(
    r";|:\s|\s[-–—]{1,2}\s|,\s+(?=(?:which|who|whom|whose|where|when|while|whereas|although|though|but|as|because|since|so|if|after|"
    r"before|and\s+(?:he|she|it|they|the|there|that|on|in|at)|with)\b)|\s(?=(?:while|whereas|although|because|unless)\s)|[\"“”»],?\s|[.!?]\s+(?=[A-Z])",
)


class Analysis:
    """One document, taken apart once and read by every extractor."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.text = parted(unwrapped(document.text))
        self.language = document.language or "en"
        self.datelines: tuple[Dateline, ...] = find_datelines(self.text)
        self.sentences: tuple[Sentence, ...] = self._sentences()
        self.mentions: tuple[Mention, ...] = self._mentions(lexicon)
        self.expressions: tuple[Expression, ...] = self._expressions()
        self._sentence_ends = [one.end for one in self.sentences]
        self._mention_starts = [one.start for one in self.mentions]
        self._expression_starts = [one.start for one in self.expressions]

    @cached_property
    def people(self) -> People:
        return find_people(self.text, self.mentions, self.language)

    @cached_property
    def title_mentions(self) -> tuple[Mention, ...]:
        return find_mentions(self.document.title or "", self._lexicon)

    @cached_property
    def dateline_mentions(self) -> tuple[Mention, ...]:
        """Names in the first dateline, its city in ordinary letters."""
        line = self.datelines[0]
        rest = self.text[line.start : line.end].partition(line.city)[2]  # ", Calif., March 4 -"
        return self.mentions_of(line.city.split("/")[0], rest)

    def mentions_of(self, city: str, rest: str = "") -> tuple[Mention, ...]:
        """What the words for a city that stand alone, often in capitals, are names of."""
        return find_mentions(f"In {city.title() if city.isupper() else city}{rest}", self._lexicon)

    @cached_property
    def published(self) -> date | None:
        """The publication day; else the dateline's."""
        if self.document.published:
            return self.document.published
        days = [line.date(None) for line in self.datelines]
        return next((day for day in days if day), None)

    def _sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the report itself, without head and datelines."""
        starts = {line.start: line.end for line in self.datelines}
        blanked = list(self.text)
        for start, end in starts.items():
            blanked[start:end] = " " * (end - start)
        blanked[: self.document.body] = [
            letter if letter in "\r\n" else " " for letter in self.text[: self.document.body]
        ]
        return split("".join(blanked), self.language)

    def _mentions(self, lexicon: Lexicon) -> tuple[Mention, ...]:
        self._lexicon = lexicon
        return tuple(one for one in find_mentions(self.text, lexicon) if self._in_report(one.start))

    def _expressions(self) -> tuple[Expression, ...]:
        return tuple(one for one in find_expressions(self.text, self.language) if self._in_report(one.start))

    def _in_report(self, position: int) -> bool:
        if position < self.document.body:
            return False
        return not any(line.start <= position < line.end for line in self.datelines)

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that a position is in."""
        return min(bisect_right(self._sentence_ends, position), len(self.sentences) - 1)

    def mentions_in(self, start: int, end: int, *kinds: str) -> list[Mention]:
        if not kinds:
            return within(self.mentions, self._mention_starts, start, end)
        first, last = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return [one for one in self.mentions[first:last] if one.kind in kinds and one.end <= end]

    def expressions_in(self, start: int, end: int) -> list[Expression]:
        return within(self.expressions, self._expression_starts, start, end)

    def resolve(self, expression: Expression, direction: Direction, focus: When | None = None) -> When | None:
        return resolve(expression, Anchor(self.published, focus), direction)


def within(spans: Sequence[T], starts: Sequence[int], start: int, end: int) -> list[T]:
    """Those that lie inside `start:end`; `starts` are where the spans begin, in order."""
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return [one for one in spans[first:last] if one.end <= end]


def boundaries(text: str, start: int, end: int) -> list[int]:
    """Where clauses begin inside `start:end`; the first is `start`."""
    return [start, *(match.end() for match in BOUNDARY.finditer(text, start, end) if match.end() < end)]
