"""Which organization a report is about, and which one its second mentions mean."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import msgspec

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.events.formats import of_states
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.mentions import Mention

_POSSESSIVE = re.compile(
    r"\b(?:its|their)\s+(?:\w+\s+){0,2}(?:leaders|presidents|ministers|summit|meeting|session|exercise|drills|council|heads)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\bthe\s+(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?(?:foreign\s+)?(?:leaders|ministers|presidents|heads\s+of\s+state|prime\s+ministers|premiers|allies|council|member\s+states|partners)\b",
    re.IGNORECASE,
)


class Topic(msgspec.Struct, frozen=True):
    """`main` is the organization named most and first; `named` are all, by first mention."""

    main: str | None
    named: tuple[str, ...] = ()

    @classmethod
    def of(cls, analysis: Analysis) -> Topic:
        weights: Counter[str] = Counter()
        for mention in analysis.title_mentions:
            if mention.org:
                weights[mention.org] += 3
        for number, mention in enumerate(one for one in analysis.mentions if one.org):
            weights[mention.org or ""] += 3 if number == 0 else 1
        named = tuple(dict.fromkeys(one.org for one in analysis.mentions if one.org))
        main = max(weights, key=lambda org: weights[org], default=None)
        return cls(main or _of_those_states(analysis), named)

    def organization_meant(self, analysis: Analysis, trigger: Trigger) -> str | None:
        """The organization that "the bloc", "the alliance", "its leaders" in the trigger's clause stand for."""
        words = analysis.text[trigger.from_ : trigger.to]
        for org in reversed(self._before(analysis, trigger.start)):
            if _nouns(org, analysis.language).search(words):
                return org
        if self.main and (_POSSESSIVE.search(words) or _PEOPLE.search(words)):
            before = self._before(analysis, trigger.start)
            return before[-1] if before else self.main
        return None

    def _before(self, analysis: Analysis, position: int) -> list[str]:
        """Organizations named before a position; the latest last."""
        orgs = [one.org for one in analysis.mentions if one.org and one.start < position]
        return [org for at, org in enumerate(orgs) if org not in orgs[at + 1 :]] or ([self.main] if self.main else [])


_OF_THOSE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
_NEXT = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_NUMBERS = {4: "four", 5: "five", 6: "six"}


def _of_those_states(analysis: Analysis) -> str | None:
    """The format without a name that a report is about: "ministers from A, B, C, D and E", who are "the five"."""
    states = analysis.mentions_in(0, len(analysis.text), "state")
    for people in analysis.mentions_in(0, len(analysis.text), "level_people"):
        listed: list[Mention] = []
        end = people.end
        for one in states:
            if one.start < end:
                continue
            if not (_NEXT if listed else _OF_THOSE).fullmatch(analysis.text[end : one.start]):
                break
            listed.append(one)
            end = one.end
        number = _NUMBERS.get(len(listed))
        if number and re.search(rf"\bthe\s+(?:\w+\s+)?{number}\b", analysis.text, re.IGNORECASE):
            return next(iter(of_states([one.code for one in listed])), None)
    return None


@lru_cache(maxsize=512)
def _nouns(org: str, language: str) -> re.Pattern[str]:
    known = load_catalog().organizations.get(org)
    nouns = known.nouns.get(language, ()) if known else ()
    words = "|".join(re.escape(noun) for noun in nouns if noun) or r"(?!)"
    return re.compile(rf"\b(?:the|this|our)\s+(?:\w+-\w+\s+|\w+\s+)?(?:{words})(?:['’]s)?\b", re.IGNORECASE)
