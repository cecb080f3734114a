"""Patterns that a text's words can rule out before they are tried."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from comity.reading.needed import Need, needs_of
from comity.reading.phrases import stems_of, words_of

# So often a pattern is tried before its needs are looked into, which a single report does not repay.
_TRIALS = 48
_END = sys.maxsize

_Found = re.Match[str] | None


class Quick:
    """A compiled pattern that is tried only on texts that have the words it needs (see `needed`).

    "Kazakhstan joined the bank in 2010" is never searched for `\\b(?:chaired|presided over)\\b`. It finds what the
    pattern finds. A pattern that needs no words in particular costs what it costs alone.
    """

    __slots__ = ("_trials", "compiled", "finditer", "fullmatch", "match", "pattern", "search")

    search: Callable[..., _Found]
    match: Callable[..., _Found]
    fullmatch: Callable[..., _Found]
    finditer: Callable[..., Iterable[re.Match[str]]]

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled = compiled
        self.pattern = compiled.pattern
        self._trials = 0
        self.search, self.finditer = self._first_search, self._first_finditer
        self.match, self.fullmatch = compiled.match, compiled.fullmatch

    def _first_search(self, text: str, start: int = 0, end: int = _END) -> _Found:
        self._count()
        return self.compiled.search(text, start, end)

    def _first_finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        self._count()
        return self.compiled.finditer(text, start, end)

    def _count(self) -> None:
        self._trials += 1
        if self._trials == _TRIALS:
            self.settle()

    def settle(self) -> None:
        """From now on, ask for the words that the pattern needs, or for none where it needs none."""
        needs = needs_of(self.pattern, self.compiled.flags & ~re.DEBUG)
        self.search, self.finditer = self.compiled.search, self.compiled.finditer
        if needs:
            self.search, self.finditer = _guarded(self.search, None, needs), _guarded(self.finditer, (), needs)


def _guarded(find: Callable[..., Any], nothing: Any, needs: Sequence[Need]) -> Callable[..., Any]:
    """A search that is made only where the words of `text[start:end]` allow what it looks for."""
    first, *others = needs
    words, stems = first.words, first.stems

    def found(text: str, start: int = 0, end: int = _END) -> Any:
        said = text[start:end]
        known = words_of(said)
        if words.isdisjoint(known) and (not stems or stems.isdisjoint(stems_of(said))):
            return nothing
        for need in others:
            if need.words.isdisjoint(known) and (not need.stems or need.stems.isdisjoint(stems_of(said))):
                return nothing
        return find(text, start, end)

    return found


def quick(pattern: str, flags: int = 0) -> Quick:
    """A pattern, compiled, that is tried only where its words allow it."""
    return Quick(re.compile(pattern, flags))
