"""Cue phrases from data files, as patterns: words, "(a|b)" choices, "…" for up to seven words between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from comity.catalog.cue_files import load_cues
from comity.reading.lexicon import lower, whole_word
from comity.reading.needed import STEM

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

    A bit stands for each phrase. Of the first sets, one number tells for each word which phrases it serves; so of the
    second sets, and so on: as many numbers are joined as a sentence has words that occur in any phrase.
    """

    def __init__(self, needed: Iterable[Sequence[frozenset[str]]]) -> None:
        self._by_word: list[dict[str, int]] = []
        self._open: list[int] = []
        count = 0
        for number, sets in enumerate(needed):
            count += 1
            while len(self._by_word) < len(sets):
                self._by_word.append({})
                self._open.append((1 << number) - 1)
            for rank, words in enumerate(self._by_word):
                if rank >= len(sets):
                    self._open[rank] |= 1 << number
                for word in sets[rank] if rank < len(sets) else ():
                    words[word] = words.get(word, 0) | 1 << number
        self._all = (1 << count) - 1

    def possible(self, words: frozenset[str]) -> Iterator[int]:
        """The numbers of the phrases that the words allow, in order."""
        left = self._all
        for by_word, fits in zip(self._by_word, self._open, strict=True):
            for word in words & by_word.keys():
                fits |= by_word[word]
            left &= fits
            if not left:
                return
        while left:
            bit = left & -left
            yield bit.bit_length() - 1
            left ^= bit


class Guarded(msgspec.Struct, frozen=True):
    """A pattern, and words of which a text must have one for it to match: asked first, since that costs little."""

    pattern: re.Pattern[str]
    needed: frozenset[str]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return iter(()) if self.needed.isdisjoint(words_of(text)) else self.pattern.finditer(text)


@lru_cache(maxsize=2048)
def words_of(text: str) -> frozenset[str]:
    """The words and signs of a sentence in small letters, asked for by one topic after another."""
    return frozenset(_WORD.findall(text.lower()))


@lru_cache(maxsize=1024)
def stems_of(text: str) -> frozenset[str]:
    """The first letters of the words of a sentence: "presided" and "president" are both "pres"."""
    return frozenset([word[:STEM] for word in words_of(text)])


def key_words(forms: Iterable[str]) -> frozenset[str]:
    """Of each form its longest word, the least common as a rule: one of them occurs wherever a form does."""
    return frozenset(max(_WORD.findall(form.lower()), key=len) for form in forms)


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
