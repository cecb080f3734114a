"""Numbers as reports write them: 1,100, thirty-nine, two hundred, a dozen, 1.2 million."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.catalog.cue_files import load_cues

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"


@lru_cache(maxsize=8)
def number_pattern(language: str) -> str:
    """A pattern, without groups, for one number in digits or words."""
    words = load_cues(language, "references")["numbers"]
    units, tens, scales = ("|".join(sorted(words[part], key=len, reverse=True)) for part in ("units", "tens", "scales"))
    small = rf"(?:(?:{tens})(?:[-\s](?:{units}))?|{units})"
    spelled = rf"(?:(?:a|{small})\s+(?:{scales})(?:\s+and\s+{small})?|(?:{scales})|{small})"
    return rf"(?:(?:{_DIGITS})(?:\s+(?:{scales}))?|{spelled})"


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
