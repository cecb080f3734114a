"""Second mentions: "the bloc", "the three countries", "all three above-mentioned organizations", "it"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.numbers import number_pattern
from comity.reading.extractors.slots import BODY, ORG, PRONOUN, STATE, Slot
from comity.reading.phrases import alternatives
from comity.reading.quick import Quick, quick
from comity.reading.sentences import Sentence

_IT = quick(
    r"(?:^|[,;:]\s|\b(?:and|but|that|year|\d{4}|later|when|as|where|after|before|since|once|until|while|because|if|which|than|whether|though|although|said|says|say|saying|announcing|declaring)\s)(?P<it>it|they)\b(?!['’])",
    re.IGNORECASE,
)


class Vocabulary(msgspec.Struct, frozen=True):
    """The second mentions of one language, each with the kind of its slot and what gives its code; and the organizations
    that a noun may stand for."""

    patterns: tuple[tuple[Quick, str, Callable[[re.Match[str]], str]], ...]
    orgs_by_noun: dict[str, frozenset[str]]


@lru_cache(maxsize=8)
def vocabulary(language: str) -> Vocabulary:
    """The patterns, from the catalogue's nouns for organizations and the language's own words."""
    words = load_cues(language, "references")
    number = number_pattern(language)
    by_noun: dict[str, set[str]] = {}
    for org in load_catalog().organizations.values():
        for noun in org.nouns.get(language, ()):
            by_noun.setdefault(noun.lower(), set()).add(org.code)
    for noun in words["generic"]:
        by_noun.setdefault(noun, set())
    nouns, modifiers = _choice(by_noun), _choice(words["modifiers"])
    modifier = rf"(?:(?:(?:\w+-)+\w+|{modifiers}|(?-i:[A-Z][a-z]+(?:ern|an|ic)|North|South|West|East))\s+){{0,3}}"
    said_before = r"(?:(?:above[- ]mentioned|aforementioned|said|such)\s+)?"
    not_of = r"\b(?!\s+of\b)"
    bloc = _compiled(rf"\b(?:the|this|that|our)\s+{modifier}(?P<noun>{nouns}){not_of}")
    organ = _compiled(rf"\b(?:the|this|that)\s+(?:{_choice(words['organs'])}){not_of}")
    several_orgs = _compiled(
        rf"\b(?:both|all|these|the)\s+(?:of\s+)?(?:the\s+|these\s+)?(?P<count>{number})?\s*{said_before}"
        rf"(?:{_choice(words['organizations'])})\b"
    )
    country = _compiled(rf"\b(?:the|this|that)\s+(?:{_choice(words['country'])}){not_of}")
    own_country = _compiled(rf"\b(?:{_choice(words['owners'])})\s+(?:own\s+)?(?:{_choice(words['country'])})\b")
    countries = _compiled(
        rf"\b(?:the|both|these|all)\s+(?:of\s+the\s+)?(?P<count>{number})?\s*(?:[A-Z][\w-]+\s+)?"
        rf"(?:{_choice(words['countries'])})\b(?!['’]|\s+of\b)"
        rf"|(?:(?<=[.;]\s)|(?<=\n)|\band\s+)(?P<pair>{_choice(words['pair'])})(?=\s+(?:{'|'.join(words['clauses']['verbs'])})\b)"
        rf"|\ball\s+(?P<all>{number})(?=\s+(?:are|were|have|had|joined|became)\b)"
    )
    return Vocabulary(
        patterns=(
            (organ, BODY, lambda _: "?"),
            (bloc, ORG, lambda match: "?" + match["noun"].lower()),
            (several_orgs, ORG, lambda match: "#" + (match["count"] or "two")),
            (country, STATE, lambda _: "?"),
            (own_country, STATE, lambda _: "?his"),
            (countries, STATE, _how_many),
        ),
        orgs_by_noun={noun: frozenset(orgs) for noun, orgs in by_noun.items()},
    )


def _compiled(pattern: str) -> Quick:
    return quick(pattern, re.IGNORECASE)


def _choice(words: Iterable[str]) -> str:
    return alternatives(words, space=r"\ ")


def second_mentions(analysis: Analysis, sentence: Sentence) -> Iterator[Slot]:
    """What may speak again of something named before; the codes hold a mark: "?bloc" one so called, "#3" so many."""
    words = vocabulary(analysis.language)
    for pattern, kind, code in words.patterns:
        for match in pattern.finditer(analysis.text, sentence.start, sentence.end):
            yield Slot(kind, match.start(), match.end(), (code(match),))
    for match in _IT.finditer(analysis.text[sentence.start : sentence.end]):
        yield Slot(PRONOUN, sentence.start + match.start("it"), sentence.start + match.end("it"), ("?",))


def _how_many(match: re.Match[str]) -> str:
    return "#" + (match["count"] or match["all"] or ("two" if match["pair"] else ""))
