"""Cue phrases from data files, as patterns: words, "(a|b)" choices, "…" for up to seven words between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from comity.catalog.cue_files import load_cues
from comity.reading.lexicon import lower, whole_word
from comity.reading.needed import STEM, cost

# Words, and the signs that stand for names.
_WORD = re.compile(r"\w+|[\ue000-\ue007]")
_OPTION = re.compile(r"\([^()]*\)[?*]")
_PIECE = re.compile(r"\(([^()]*)\)|([^\s()…]+)")
_PLAIN = re.compile(r"[\w' -]*\w[\w' -]*")
_GAP = r"(?:\s+[^\s.;]+){0,7}?\s+"


class Cue(msgspec.Struct, frozen=True):
    """A compiled phrase and what it says: `value` "denied"; `needed` are sets of words of each of which it has one."""

    value: str
    phrase: str
    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...] = ()


class Forms:
    """Many forms looked for at once: whole words in any case, the longest where forms overlap. Its cost does not grow
    with their number, which that of a pattern of alternatives does."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = [lower(form) for form in forms]
        self._matcher = AhoCorasick(self._forms, matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and the form in small letters, in text order."""
        low = lower(text).replace("\xa0", " ")
        found = [
            (start, -end, index)
            for index, start, end in self._matcher.find_matches_as_indexes(low, overlapping=True)
            if whole_word(text, start, end)
        ]
        last = 0
        for start, end, index in sorted(found):
            if start >= last:
                last = -end
                yield start, last, self._forms[index]


class WordIndex:
    """Which of many phrases some words may hold, where each phrase needs one word of each of several sets.

    A bit stands for each phrase. The first sets make a number for each word, of the phrases that it serves there; so do
    the second sets, and so on. A sentence costs as many steps as it has words that occur in any phrase.
    """

    def __init__(self, needed: Iterable[Sequence[frozenset[str]]]) -> None:
        phrases = list(needed)
        ranks = range(max(map(len, phrases), default=0))
        self._all = (1 << len(phrases)) - 1
        self._free = [sum(1 << at for at, sets in enumerate(phrases) if len(sets) <= rank) for rank in ranks]
        served: dict[str, list[int]] = {}
        for at, sets in enumerate(phrases):
            for rank, words in enumerate(sets):
                for word in words:
                    served.setdefault(word, [0] * len(ranks))[rank] |= 1 << at
        self._served = {word: [(rank, bits) for rank, bits in enumerate(each) if bits] for word, each in served.items()}

    def possible(self, words: frozenset[str]) -> Iterator[int]:
        """The numbers of the phrases that the words allow, in order."""
        fits = self._free.copy()
        for word in words & self._served.keys():
            for rank, bits in self._served[word]:
                fits[rank] |= bits
        left = self._all
        for bits in fits:
            left &= bits
        while left:
            bit = left & -left
            yield bit.bit_length() - 1
            left ^= bit


@lru_cache(maxsize=2048)
def words_of(text: str) -> frozenset[str]:
    """The words and signs of a sentence in small letters, asked for by one topic after another."""
    return frozenset(_WORD.findall(text.lower()))


@lru_cache(maxsize=1024)
def stems_of(text: str) -> frozenset[str]:
    """The first letters of the words of a sentence: "presided" and "president" are both "pres"."""
    return frozenset([word[:STEM] for word in words_of(text)])


def key_words(forms: Iterable[str]) -> frozenset[str]:
    """Of each form its least common word, as far as its length tells: one of them occurs wherever a form does."""
    return frozenset(min(_WORD.findall(form.lower()), key=lambda word: (cost(word), -len(word))) for form in forms)


def alternatives(forms: Iterable[str], *, space: str = r"\s+") -> str:
    """A pattern for one of some forms, the longest that fits, as a tree: what many forms begin with is compared once."""
    tree: dict[str, Any] = {}
    for form in forms:
        branch = tree
        for letter in form:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _branches(tree, space)


def _branches(tree: dict[str, Any], space: str) -> str:
    grown = [
        (space if letter == " " else re.escape(letter)) + _branches(branch, space)
        for letter, branch in tree.items()
        if letter
    ]
    if not grown:
        return ""
    ends = "" in tree
    return grown[0] if len(grown) == 1 and not ends else f"(?:{'|'.join(grown)}){'?' if ends else ''}"


def compile_phrase(phrase: str) -> re.Pattern[str]:
    """A pattern that matches the phrase as whole words, without regard to case."""
    parts = [re.sub(r"(?<!\))\s+(?!\()", r"\\s+", part.strip()) for part in phrase.split("…")]
    body = _GAP.join(re.sub(r"\s+", r"\\s+", part.replace(r"\s+", " ")) for part in parts)
    return re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=32)
def ordered_cues(language: str, topic: str, key: str) -> tuple[Cue, ...]:
    """The phrases of a topic whose file is a list of `{KEY: value, phrases: [...]}`, in the file's order."""
    return tuple(
        Cue(group[key], phrase, compile_phrase(phrase), needed_words(phrase))
        for group in load_cues(language, topic)
        for phrase in group["phrases"]
    )


def cues_in(text: str, language: str, topic: str, key: str) -> Iterator[Cue]:
    """Those of a topic's phrases that a text may hold, judged by its words alone, in the file's order."""
    cues = ordered_cues(language, topic, key)
    for number in _index(language, topic, key).possible(words_of(text)):
        yield cues[number]


@lru_cache(maxsize=32)
def _index(language: str, topic: str, key: str) -> WordIndex:
    return WordIndex(cue.needed for cue in ordered_cues(language, topic, key))


def needed_words(phrase: str) -> tuple[frozenset[str], ...]:
    """Sets of words, one of each of which must occur where the phrase does. Pieces with signs of patterns need none."""
    needed = []
    for choice, word in _PIECE.findall(_OPTION.sub(" ", phrase.lower())):
        forms = choice.split("|") if choice else [word]
        if all(_PLAIN.fullmatch(form) for form in forms):
            needed.append(key_words(forms))
    return tuple(needed)
