"""Patterns that a text's words can rule out before they are tried."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

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

    __slots__ = ("_needs", "_trials", "compiled", "finditer", "fullmatch", "match", "pattern", "search")

    search: Callable[..., _Found]
    match: Callable[..., _Found]
    fullmatch: Callable[..., _Found]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled = compiled
        self.pattern = compiled.pattern
        self._needs: tuple[Need, ...] = ()
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
        self._needs = needs_of(self.pattern, self.compiled.flags & ~re.DEBUG)
        self.search = self._search if self._needs else self.compiled.search
        self.finditer = self._finditer if self._needs else self.compiled.finditer

    def _search(self, text: str, start: int = 0, end: int = _END) -> _Found:
        return self.compiled.search(text, start, end) if self.may_be_in(text, start, end) else None

    def _finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, start, end) if self.may_be_in(text, start, end) else iter(())

    def may_be_in(self, text: str, start: int, end: int) -> bool:
        """Whether the words of `text[start:end]` allow the pattern to be found there."""
        said = text[start:end]
        words = words_of(said)
        for need in self._needs:
            if need.words.isdisjoint(words) and (not need.stems or need.stems.isdisjoint(stems_of(said))):
                return False
        return True


def quick(pattern: str, flags: int = 0) -> Quick:
    """A pattern, compiled, that is tried only where its words allow it."""
    return Quick(re.compile(pattern, flags))
