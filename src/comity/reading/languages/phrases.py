"""Phrases of cue files, found in running text: "совещани* министров обороны", 将于…举行.

`word*` is a word with any ending, `(a|b|)` a choice, `…` a gap within the clause. Where a language has no bounds of words,
phrases are found inside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from comity.reading.languages.adapter import Adapter

T = TypeVar("T")

_SPECIAL = re.compile(r"[(*…]")
_CHOICE = re.compile(r"\(([^()]*)\)")
_OPTIONAL = re.compile(r" \((\|[^()]*)\)(?= |$)")
_SPACED_GAP = r"(?:[^\s.;!?]+\s+){0,7}?"
_CLOSE_GAP = r"[^。；！？\n]{0,15}?"


class Phrases(Generic[T]):
    """Many phrases, each with what it stands for; looked for together."""

    def __init__(self, phrases: Iterable[tuple[str, T]], adapter: Adapter) -> None:
        self._adapter = adapter
        self._plain: dict[str, list[T]] = defaultdict(list)
        self._shaped: dict[str, list[tuple[re.Pattern[str], T]]] = defaultdict(list)
        for phrase, worth in phrases:
            self._add(adapter.lowered(phrase), worth)
        self._starts = list(dict.fromkeys([*self._plain, *self._shaped]))
        self._matcher = AhoCorasick(self._starts, matchkind=MatchKind.Standard)

    def _add(self, phrase: str, worth: T) -> None:
        if _SPECIAL.search(phrase) is None:
            self._plain[phrase].append(worth)
            return
        opening = _CHOICE.match(phrase)
        if opening:
            for choice in opening[1].split("|"):
                self._add((choice + phrase[opening.end() :]).strip(), worth)
            return
        start = _SPECIAL.split(phrase)[0].rstrip()
        self._shaped[start].append((re.compile(_pattern(phrase, spaced=self._adapter.spaced)), worth))

    def found(self, low: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, T]]:
        """Every phrase in `low[start:end]`, a text in small letters: where it stands, and what it stands for."""
        end = len(low) if end is None else end
        part = low if (start, end) == (0, len(low)) else low[start:end]
        for index, first, last in self._matcher.find_matches_as_indexes(part, overlapping=True):
            begin, after = first + start, last + start
            opening = self._starts[index]
            if opening in self._plain and self._adapter.stands(low, begin, after):
                yield from ((begin, after, worth) for worth in self._plain[opening])
            if opening in self._shaped and self._begins(low, begin):
                for shape, worth in self._shaped[opening]:
                    if (match := shape.match(low, begin, end)) and self._adapter.stands(low, begin, match.end()):
                        yield begin, match.end(), worth

    def _begins(self, low: str, at: int) -> bool:
        return not self._adapter.spaced or at == 0 or not (low[at - 1].isalnum() or low[at - 1] == "_")


def _pattern(phrase: str, *, spaced: bool) -> str:
    """The phrase as a regular expression. A choice that may be empty takes the blank before it along."""
    phrase = _OPTIONAL.sub(
        lambda found: f"({'|'.join(f' {one}' if one else '' for one in found[1].split('|'))})", phrase
    )
    gap = _SPACED_GAP if spaced else _CLOSE_GAP
    pieces = re.split(r"(\s*…\s*|\s+|[()|*])", phrase)
    shape = "".join(_piece(one, gap, spaced=spaced) for one in pieces if one)
    # So that of several endings the one that ends the word is taken.
    return rf"(?:{shape})(?!\w)" if spaced and phrase[-1].isalpha() | (phrase[-1] in ")*") else shape


def _piece(piece: str, gap: str, *, spaced: bool) -> str:
    if "…" in piece:
        return rf"\s+{gap}" if spaced else gap
    if piece.isspace():
        return r"\s+"
    if piece in "()|":
        return "(?:" if piece == "(" else piece
    return r"\w*" if piece == "*" else re.escape(piece)
