"""Numbers as reports write them: 1,100, thirty-nine, two hundred, a dozen, 1.2 million."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.reading.phrases import alternatives

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"


@lru_cache(maxsize=8)
def number_pattern(language: str) -> str:
    """A pattern, without groups, for one number in digits or words."""
    words = load_cues(language, "references")["numbers"]
    units, tens, scales = (alternatives(words[part], space=" ") for part in ("units", "tens", "scales"))
    small = rf"(?:(?:{tens})(?:[-\s](?:{units}))?|{units})"
    spelled = rf"(?:(?:a|{small})\s+(?:{scales})(?:\s+and\s+{small})?|(?:{scales})|{small})"
    return rf"(?:(?:{_DIGITS})(?:\s+(?:{scales}))?|{spelled})"


@lru_cache(maxsize=8)
def _number_words(language: str) -> frozenset[str]:
    words = load_cues(language, "references")["numbers"]
    return frozenset(word for part in ("units", "tens", "scales") for form in words[part] for word in form.split())


def may_count(words: frozenset[str], language: str) -> bool:
    """Whether a sentence of these words can have a number in it: a cheap test before the patterns."""
    return not _number_words(language).isdisjoint(words) or any(word[0].isdigit() for word in words)


def number_value(written: str, language: str = "en") -> float | None:
    """39 for "thirty-nine"; None where a word is not one of a number."""
    words = load_cues(language, "references")["numbers"]
    total = 0.0
    for word in re.split(r"[-\s]+", written.lower().replace(",", "")):
        if word in ("a", "and", ""):
            continue
        if word in words["scales"]:
            total = (total or 1) * words["scales"][word]
        elif word in words["units"] or word in words["tens"]:
            total += words["units"].get(word) or words["tens"][word]
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            total += float(word)
        else:
            return None
    return total
