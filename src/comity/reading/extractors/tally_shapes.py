"""The patterns of counting in one language, over masked sentences: "more than 120 countries", "the ten-member bloc"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.extractors.numbers import number_pattern
from comity.reading.extractors.slots import ADJECTIVE, CAPITAL, ORG, STATE
from comity.reading.phrases import alternatives
from comity.reading.quick import Quick, quick


class Shapes(msgspec.Struct, frozen=True):
    """How things are counted: a number before a noun, a share of a whole, a number that has risen, one left bare."""

    counted: Quick
    share: Quick
    bare: Quick
    risen: Quick
    bloc: Quick
    sized: Quick
    nth: Quick
    ordinals: Mapping[str, int]
    membership: Quick
    anaphoric: Quick
    part: Quick
    named: Quick
    bounds: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, Any]]


@lru_cache(maxsize=8)
def shapes_of(language: str) -> Shapes:
    """The patterns, from the language's cue words and number words."""
    words = load_cues(language, "tallies")
    number = number_pattern(language)
    before, after = (_inverted(words[part]) for part in ("bounds", "bounds_after"))
    kinds = {noun: kind for kind in words["kinds"] for noun in kind["nouns"]}
    word = rf"(?!(?:{choice(words['not_between'])})\b)(?:[a-z][\w’'-]*|[{ADJECTIVE}{ORG}{CAPITAL}])"
    noun = rf"(?P<what>(?P<described>(?:{word}\s+){{0,3}}?)(?P<noun>{choice(kinds)}))\b(?!['’])"
    bound = rf"(?:(?P<before>{choice(before)})\s+)?"
    ordinals = load_cues(language, "dates")["ordinals"]
    free = r"(?<![\w.,$€£-])"
    verbs = choice(words["doing"])
    return Shapes(
        counted=_compiled(rf"{free}{bound}(?P<number>{number})(?:\s+(?P<after>{choice(after)}))?\s+{noun}"),
        share=_compiled(
            rf"{free}{bound}(?P<number>{number})\s+(?:out\s+)?of\s+(?:the|its|their|all|(?:the\s+)?{ORG}['’]s?)\s+$"
        ),
        bare=_compiled(
            rf"(?:[,;:]|\b(?:{choice(words['going_on'])}))\s+(?:(?P<whose>{STATE})\s+)?{bound}(?P<number>{number})\b"
            rf"(?(whose)(?![-\w]|\s+[a-z]+s\b)|(?=\s+(?:{verbs})\b))"
        ),
        risen=_compiled(
            rf"\b(?:{choice(words['number_of'])})\s+of\s+{noun}(?:\s+[^\s,;:]+){{0,5}}?\s+(?:{choice(words['reaching'])})\s+"
            rf"{bound}(?P<number>{number})\b"
        ),
        bloc=_compiled(rf"(?<![\w-])(?P<number>{number})[- ](?:{choice(words['hyphenated'])})(?=\s+\w)"),
        sized=_compiled(
            rf"{free}{bound}(?P<number>{number})-(?:{choice(words['sizes'])})\s+(?P<what>(?:[\w-]+\s+){{0,3}}?(?:{choice(words['sized'])}))\b"
        ),
        nth=_compiled(
            rf"\b(?:{choice(words['becoming'])})\s+(?:the|its|their|{ORG}['’]s)\s+(?P<number>\d+(?=st|nd|rd|th)|{choice(ordinals)})"
            rf"(?:st|nd|rd|th)?\s+(?:{word}\s+){{0,2}}?(?:{choice(words['nth_member'])})\b"
        ),
        ordinals=ordinals,
        membership=_compiled(
            rf"(?:(?:{choice(words['membership'])})\s+(?:from\s+{number}\s+)?(?:to|at|of)|\b(?:{choice(words['growing'])})(?:\s+from\s+{number})?\s+to(?=[^.;,]{{1,12}}(?:[.,;)]|$)))"
            rf"\s+(?P<number>{number})\b(?!\s*(?:{choice(words['not_members'])}))"
        ),
        anaphoric=_compiled(rf"(?:(?:^|[\s(“\"])(?P<word>{choice(words['anaphoric'])})|['’]s)\s+$"),
        part=_compiled(
            rf"(?:{number}|{choice(words['parts'])})\s+(?:out\s+)?of\s+(?:the|its|their|all|(?:the\s+)?{ORG}['’]s?)\s+$"
        ),
        named=_compiled(rf"\s*(?:[:(]|[-–—]+)\s*(?:the\s+)?{STATE}"),
        bounds={**before, **after},
        kinds=kinds,
    )


@lru_cache(maxsize=8)
def key_words_of(language: str) -> frozenset[str]:
    """Words of which a sentence has one if it counts anything: a cheap test before the patterns."""
    words = load_cues(language, "tallies")
    nouns = (noun for kind in words["kinds"] for noun in kind["nouns"])
    forms = (
        *nouns,
        *words["hyphenated"],
        *words["membership"],
        *words["growing"],
        *words["sized"],
        *words["nth_member"],
    )
    return frozenset(form.lower().split()[-1].rsplit("-", 1)[-1] for form in forms)


def _inverted(bounds: Mapping[str, list[str]]) -> dict[str, str]:
    return {phrase: bound for bound, phrases in bounds.items() for phrase in phrases}


def choice(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return alternatives(words)


def _compiled(pattern: str) -> Quick:
    return quick(pattern, re.IGNORECASE)
