"""Cue phrases from data files, as patterns: words, "(a|b)" choices, "…" for up to seven words between."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues

_GAP = r"(?:\s+[^\s.;]+){0,7}?\s+"


class Cue(msgspec.Struct, frozen=True):
    """A compiled phrase and what it says: `value` "denied"."""

    value: str
    phrase: str
    pattern: re.Pattern[str]


def compile_phrase(phrase: str) -> re.Pattern[str]:
    """A pattern that matches the phrase as whole words, without regard to case."""
    parts = [re.sub(r"(?<!\))\s+(?!\()", r"\\s+", part.strip()) for part in phrase.split("…")]
    body = _GAP.join(re.sub(r"\s+", r"\\s+", part.replace(r"\s+", " ")) for part in parts)
    return re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=32)
def ordered_cues(language: str, topic: str, key: str) -> tuple[Cue, ...]:
    """The phrases of a topic whose file is a list of `{KEY: value, phrases: [...]}`, in the file's order."""
    return tuple(
        Cue(group[key], phrase, compile_phrase(phrase))
        for group in load_cues(language, topic)
        for phrase in group["phrases"]
    )
