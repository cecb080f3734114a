"""Sentences ready for reading statements: quotations and persons folded into single signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from comity.reading.clause import Analysis
from comity.reading.extractors.statements.quotations import Quotation, find_quotations
from comity.reading.person import Person

_BRACKET = re.compile(r"\s\([^()\n]{1,40}\)")
QUOTE, PERSON = "\ue100", "\ue101"


class Line(msgspec.Struct, frozen=True, dict=True):
    """One sentence, or several that a quotation holds together. `masked` has a sign for each quotation and person;
    `starts` and `ends` lead back to the report's text."""

    start: int
    end: int
    paragraph: int
    masked: str
    quotations: dict[int, Quotation]
    persons: dict[int, Person]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text of `masked[start:end]`."""
        return self.starts[start], self.ends[end - 1]

    @cached_property
    def positions(self) -> dict[int, int]:
        """Where in `masked` a place of the text is."""
        return {place: at for at, place in enumerate(self.starts)}


def find_lines(analysis: Analysis) -> Iterator[Line]:
    """The report's sentences in order."""
    quotations = find_quotations(analysis.text, analysis.document.body)
    for start, end, paragraph in _joined(analysis, quotations):
        spoken = [one for one in quotations if one.speech and start <= one.from_ < end]
        persons = [one for one in analysis.people.all if start <= one.from_ and one.end <= end]
        yield _masked(analysis.text, start, end, paragraph, spoken, persons)


def _joined(analysis: Analysis, quotations: Sequence[Quotation]) -> Iterator[tuple[int, int, int]]:
    """Sentences; those that the splitter parted inside a quotation in one."""
    open_: list[int] | None = None
    for sentence in analysis.sentences:
        if open_ is not None and open_[2] == sentence.paragraph and _inside(quotations, open_[1], sentence.start):
            open_[1] = sentence.end
            continue
        if open_ is not None:
            yield open_[0], open_[1], open_[2]
        open_ = [sentence.start, sentence.end, sentence.paragraph]
    if open_ is not None:
        yield open_[0], open_[1], open_[2]


def _inside(quotations: Sequence[Quotation], end: int, start: int) -> bool:
    """Whether a quotation runs over the border between two sentences."""
    return any(one.from_ < end and start < one.to for one in quotations) or any(
        one.to - 1 == start for one in quotations
    )


def _masked(
    text: str, start: int, end: int, paragraph: int, spoken: Sequence[Quotation], persons: Sequence[Person]
) -> Line:
    folds: list[tuple[int, int, str, Quotation | Person]] = [
        (one.from_, min(one.to, end), QUOTE, one) for one in spoken
    ]
    for person in persons:
        first, last = person.from_, max(person.to, person.end)
        bracket = _BRACKET.match(text, last)
        last = bracket.end() if bracket else last
        if not any(first < other[1] and other[0] < last for other in folds):
            folds.append((first, min(last, end), PERSON, person))
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quotations: dict[int, Quotation] = {}
    named: dict[int, Person] = {}
    at = start
    for first, last, sign, value in sorted(folds, key=lambda fold: fold[0]):
        signs += text[at:first]
        starts += range(at, first)
        ends += range(at + 1, first + 1)
        if isinstance(value, Quotation):
            quotations[len(signs)] = value
        else:
            named[len(signs)] = value
        signs.append(sign)
        starts.append(first)
        ends.append(last)
        at = last
    signs += text[at:end]
    starts += range(at, end)
    ends += range(at + 1, end + 1)
    return Line(start, end, paragraph, "".join(signs), quotations, named, tuple(starts), tuple(ends))
