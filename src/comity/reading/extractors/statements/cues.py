"""The verbs that tell what somebody said: their forms, their stance and what follows them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.phrases import Forms, alternatives
from comity.reading.quick import Quick, quick

_TOPIC = "statements"
_VOWELS = "aeiou"
_DOUBLING = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")


class Use(msgspec.Struct, frozen=True):
    """What a verb says of its content, and how it takes it: stance `says`, frame `speech`; `link` is the word that
    leads to the content after a person ("accuse … of")."""

    stance: str
    frame: str
    link: str | None = None


class Verb(msgspec.Struct, frozen=True):
    """A verb with all its uses: "warn"."""

    lemma: str
    uses: tuple[Use, ...]

    def use(self, *frames: str) -> Use | None:
        return next((use for frame in frames for use in self.uses if use.frame == frame), None)


class Form(msgspec.Struct, frozen=True):
    """A form in the text: `kind` is present, past, participle (-ing) or base."""

    verb: Verb
    kind: str


class Grammar(msgspec.Struct, frozen=True):
    """Words by which a verb's subject is found. `governed` ends before a word that a preposition governs, `link` parts
    a head from what follows it, `adverbial` opens words that tell where and when, `plural` are nouns of many speakers."""

    conjunctions: frozenset[str]
    determiners: frozenset[str]
    leading: frozenset[str]
    nobody: frozenset[str]
    anyone: frozenset[str]
    plural: frozenset[str]
    governed: re.Pattern[str]
    link: re.Pattern[str]
    adverbial: re.Pattern[str]


class Vocabulary(msgspec.Struct, frozen=True):
    """All that tells statements in one language, compiled."""

    forms: dict[str, tuple[Form, ...]]
    grammar: Grammar
    said: Forms
    auxiliary: re.Pattern[str]
    passive: re.Pattern[str]
    adjunct: re.Pattern[str]
    noun: Quick
    noun_stance: dict[str, str]
    adjective: Quick
    adjective_stance: dict[str, str]
    speakers: frozenset[str]
    again: dict[str, str]
    nouns_too: frozenset[str]
    clause_only: frozenset[str]
    carrier: re.Pattern[str]
    carrying: frozenset[str]
    turns: tuple[tuple[str, Quick], ...]
    introducing: Quick
    own: re.Pattern[str]
    within: re.Pattern[str]


@lru_cache(maxsize=4)
def vocabulary(language: str) -> Vocabulary:
    words = load_cues(language, _TOPIC)
    forms = _forms(words["verbs"], words["irregular"])
    nouns, adjectives = _by_word(words["nouns"], but="verbs"), _by_word(words["adjectives"])
    noun_verbs = "|".join(form for verb in words["nouns"]["verbs"] for form in _all_forms(verb, words["irregular"]))
    return Vocabulary(
        forms=forms,
        grammar=_grammar(words),
        said=Forms(forms),
        auxiliary=re.compile(rf"(?:\s*\b(?:{'|'.join(words['auxiliaries'])}))+\s*$", re.IGNORECASE),
        passive=re.compile(rf"(?:\b|(?<=n))(?:{'|'.join(words['passive'])})\s+(?:\w+ly\s+)?$", re.IGNORECASE),
        adjunct=re.compile(rf"(?:{'|'.join(words['adjuncts'])})\b", re.IGNORECASE),
        noun=quick(
            rf"(?<![\w-])(?:{noun_verbs})\s+(?:(?:the|their|his|her|its|a|an)\s+)?(?:\w+\s+(?:of\s+|and\s+\w+\s+)?)?(?P<noun>{_either(nouns)})\b"
        ),
        noun_stance=nouns,
        adjective=quick(rf"\b(?:is|are|was|were|am|been)\s+(?:\w+ly\s+)?(?P<noun>{_either(adjectives)})\b"),
        adjective_stance=adjectives,
        speakers=frozenset(words["speakers"]),
        again={word: kind for kind, group in words["again"].items() for word in group},
        nouns_too=frozenset(words["nouns_too"]),
        clause_only=frozenset(words["clause_only"]),
        carrier=re.compile(rf"(?:{'|'.join(words['carriers']['subjects'])})\b", re.IGNORECASE),
        carrying=frozenset(words["carriers"]["verbs"]),
        turns=tuple((turn["stance"], quick(turn["content"])) for turn in words["turns"]),
        introducing=quick(rf"\b(?:{'|'.join(words['introducing'])})\b"),
        own=re.compile(words["own"]),
        within=re.compile(words["within"]),
    )


def _grammar(words: dict[str, list[str]]) -> Grammar:
    prepositions = "|".join(words["prepositions"])
    links = "|".join([*words["prepositions"], *words["links"]])
    return Grammar(
        conjunctions=frozenset(words["conjunctions"]),
        determiners=frozenset(words["determiners"]),
        leading=frozenset([*words["prepositions"], "familiar", "close"]),
        nobody=frozenset(words["nobody"]),
        anyone=frozenset(words["anyone"]),
        plural=frozenset(word for word in words["speakers"] if word.endswith(("s", "people"))),
        governed=re.compile(rf"\b(?:{prepositions})\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?$", re.IGNORECASE),
        link=re.compile(rf"\s(?:{links})\b", re.IGNORECASE),
        adverbial=re.compile(rf"(?:{prepositions}|there|here)\s", re.IGNORECASE),
    )


def _by_word(groups: dict[str, list[str]], *, but: str = "") -> dict[str, str]:
    return {word: stance for stance, group in groups.items() if stance != but for word in group}


def _either(words: dict[str, str]) -> str:
    return alternatives(words, space=r"\ ")


def _forms(verbs: dict[str, dict[str, list[str]]], irregular: dict[str, list[str]]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for lemma, uses in _uses(verbs).items():
        verb = Verb(lemma, uses)
        adverb, first, rest = _inflecting(lemma)
        present, past, *middle, going = [f"{adverb}{form} {rest}".strip() for form in _inflected(first, irregular)]
        for form, kind in ((lemma, "base"), (present, "present"), (past, "past"), (going, "participle")):
            found[form].append(Form(verb, kind))
        for form in middle:
            found[form].append(Form(verb, "past"))
    return {form: tuple(each) for form, each in found.items()}


def _all_forms(lemma: str, irregular: dict[str, list[str]]) -> list[str]:
    adverb, first, rest = _inflecting(lemma)
    return list(dict.fromkeys([lemma, *(f"{adverb}{form} {rest}".strip() for form in _inflected(first, irregular))]))


def _inflecting(lemma: str) -> tuple[str, str, str]:
    """The word of a lemma that inflects, with what stands before and after it: "highly value", "call for"."""
    lead, _, rest = lemma.partition(" ")
    adverb, rest = (f"{lead} ", rest) if lead.endswith("ly") and rest else ("", lemma)
    first, _, after = rest.partition(" ")
    return adverb, first, after


def _uses(verbs: dict[str, dict[str, list[str]]]) -> dict[str, tuple[Use, ...]]:
    uses: dict[str, list[Use]] = defaultdict(list)
    for stance, frames in verbs.items():
        for frame, lemmas in frames.items():
            for lemma in lemmas:
                name, _, link = lemma.rpartition(" ") if frame == "of" and " " in lemma else (lemma, "", "")
                uses[name].append(Use(stance, frame, link or None))
    return {lemma: tuple(each) for lemma, each in uses.items()}


def _inflected(verb: str, irregular: dict[str, list[str]]) -> list[str]:
    """Present, past (and its participle where another), -ing."""
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    stem = verb + verb[-1] if _DOUBLING.search(verb) and len(verb) < 5 else verb
    return [verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), stem + "ed", stem + "ing"]
