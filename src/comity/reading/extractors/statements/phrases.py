"""Subjects without a person's name: the noun phrase, its head, what it comes to."""

from __future__ import annotations

import re
from collections.abc import Collection

from comity.reading.extractors.statements.cues import Grammar
from comity.reading.extractors.statements.lines import PERSON

# What a word of a name may begin with, beside letters.
_INITIAL = f"{PERSON}“\"'’‘$€£#@("
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|met|held|took|made"
    r"|came|went|\w+ed|to|he|she|they|it|we|who|which|that|[Bb]etween|[Bb]oth)\b"
)


def noun_phrase(masked: str, start: int, end: int, grammar: Grammar) -> int | None:
    """Where the noun phrase that ends at `end` begins; None where there is none."""
    begin: int | None = None
    words = list(re.finditer(r"\S+", masked[start:end]))
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0].lower()
        if word == "and" and begin is not None and _is_name(masked[start : start + words[number].start()], grammar):
            continue
        if (
            word in grammar.conjunctions
            or not (word[0].isalnum() or word[0] in _INITIAL)
            or word in ("said", "says", "told")
            or (word[-1] in ",;:.—–" and not _is_abbreviation(word))
        ):
            break
        begin = start + words[number].start()
        before = words[number - 1][0].lower() if number else ""
        is_title = words[number][0][0].isupper() and number > 0
        if word in grammar.determiners and before not in grammar.leading and not is_title:
            break
    return begin if begin is None else _without_adverbial(masked, begin, end, grammar)


def _is_name(words: str, grammar: Grammar) -> bool:
    """Whether what stands before "and" is another name of the same subject, "U.S." or "Belgian diplomats", no clause."""
    each = words.split()
    if not each or _FINITE.search(words):
        return False
    last = each[-1]
    named = (last[0].isupper() and last.lower() not in grammar.nobody) or last[0] == PERSON
    return named or last in grammar.plural


def _is_abbreviation(word: str) -> bool:
    return re.fullmatch(r"(?:[a-z]\.)+|\w{1,3}\.", word) is not None


def _without_adverbial(masked: str, begin: int, end: int, grammar: Grammar) -> int | None:
    """ "At the summit Russia": without the words that only tell where and when."""
    lead = grammar.adverbial.match(masked, begin, end)
    if lead is None:
        return begin
    rest = masked[lead.end() : end]
    inner = re.search(r"(?:the|a|an)\s[^,]*$|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*$", rest)
    if inner and inner.start() > 0:
        return lead.end() + inner.start()
    return lead.end() if lead[0].lower().strip() in ("there", "here") else None


def turned(name: str) -> str:
    """ "spokesman for the Foreign Ministry" is the "Foreign Ministry spokesman"."""
    match = re.fullmatch(r"(?P<who>[\w -]+?)\s(?:for|of|from|at|in)\s(?:the\s)?(?P<whose>[A-Z].*)", name)
    return f"{match['whose']} {match['who']}" if match else name


def full_names(text: str, nouns: Collection[str]) -> dict[str, str]:
    """Surnames with the fuller names that the text gives them first; `nouns` are never given names."""
    found: dict[str, str] = {}
    for match in re.finditer(r"(?<![\w.])(?:[A-ZÀ-Ž][\w’'-]+\s(?:[A-Z]\.\s)?){1,2}[A-ZÀ-Ž][\w’'-]+", text):
        words = match[0].split()
        while len(words) > 2 and words[0].lower() in nouns:
            del words[0]
        if words[0] not in ("The", "In", "On", "But", "And", "For", "At", "Mr", "President", "Secretary", "Senator"):
            found.setdefault(words[-1], " ".join(words))
    return found
