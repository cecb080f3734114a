"""The patterns by which a document is adopted and a decision taken, over sentences with signs."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.extractors.slots import ADJECTIVE, BODY, CAPITAL, DATE, ORG, PERSON, STATE, STATES
from comity.reading.phrases import alternatives
from comity.reading.quick import Quick, quick

_SIGNS = f"{STATE}{ORG}{BODY}{ADJECTIVE}{CAPITAL}{PERSON}"


class Shapes(msgspec.Struct, frozen=True):
    """The patterns of one language, over masked sentences; `types` of documents by noun."""

    document: Quick
    adopted_before: re.Pattern[str]
    adopted_after: re.Pattern[str]
    speaks: re.Pattern[str]
    decides: Quick
    appoints: Quick
    taken: Quick
    acts: Quick
    condemns: Quick
    denied: re.Pattern[str]
    joint: re.Pattern[str]
    within: re.Pattern[str]
    binding: re.Pattern[str]
    elsewhere: re.Pattern[str]
    national: re.Pattern[str]
    titled: re.Pattern[str]
    founded: re.Pattern[str]
    types: Mapping[str, str]


@lru_cache(maxsize=8)
def shapes_of(language: str) -> Shapes:
    """The patterns of a language, from its words for documents, adopting and deciding."""
    words = load_cues(language, "outcomes")
    types = {noun.lower(): kind for kind, nouns in words["documents"].items() for noun in nouns}
    said = {name: _choice(forms) for name, forms in words.items() if isinstance(forms, list)} | {
        "types": _choice(types)
    }
    said["actor"] = rf"(?<!\S)(?:[{ORG}{BODY}](?:['’]s)?{_upto(3)}|[{STATES}]|(?:{said['deciders']}))"
    return Shapes(
        document=_document(said),
        adopted_before=_compiled(rf"\b(?:{said['adopting']})\b(?:(?!\b(?:{said['ending']})\b)[^.;:“”]){{0,110}}$"),
        adopted_after=_adopted_after(said),
        speaks=_compiled(rf"[^.;,]{{0,80}}?\b(?:{said['speaking']})\b"),
        decides=_decides(said),
        appoints=_appoints(said),
        taken=quick(
            rf"\b(?:took|made|adopted|reached|passed)\s+(?:[\w-]+\s+){{0,4}}?(?P<active>decisions?)\b|"
            rf"\bdecisions?\s+(?P<done>was|were)\s+(?:taken|made|adopted|reached)\b{_upto(8, lazy=False)}",
            re.IGNORECASE,
        ),
        acts=_acts(said),
        condemns=quick(
            rf"(?<!\S)(?:the\s+)?{ORG}(?:,?\s+(?:\w+ly|has|have|also|on|{DATE}))*\s+(?:{said['condemning']})\s+[^.;]{{4,60}}",
            re.IGNORECASE,
        ),
        denied=_compiled(rf"\b(?:{said['denials']})\b|n['’]t\b|\bto\s+be\b|\bto\s+$"),
        joint=_compiled(rf"\b(?:{said['joint']})\b"),
        within=_compiled(rf"^\W*in\s+(?:[\w{_SIGNS}-]+\s+){{0,4}}(?:{said['types']})\b"),
        binding=_compiled(rf"\b(?:{said['binding']})\b"),
        elsewhere=_compiled(rf"\b(?:{said['elsewhere']})$"),
        national=_compiled(rf"\b(?:{said['national']})\b[^.;]{{0,25}}$"),
        founded=_compiled(
            rf"[{ORG}{BODY}][^.;]{{0,40}}\b(?:{said['founded']})\b[^.;]{{0,30}}?\b(?:{said['founding_by']})\s+$"
        ),
        titled=_compiled(rf"\s+(?:{said['titled']})\s+[^.;,]{{0,60}}?\b(?:{said['types']})\b"),
        types=types,
    )


def _document(said: Mapping[str, str]) -> Quick:
    """A document's noun with its article and up to four words of description: "a joint action plan"."""
    word = rf"(?:[\w’'“”\"-]+|[{_SIGNS}])"
    described = rf"(?:(?!(?:{said['adopting']}|{said['between']})\b){word}\s+){{0,4}}?"
    return quick(
        rf"(?<![\w-])(?:(?:{said['articles']})\s+)?{described}(?P<noun>{said['types']})\b(?!['’])", re.IGNORECASE
    )


def _adopted_after(said: Mapping[str, str]) -> re.Pattern[str]:
    """ "… was approved", "… adopted today", "… that Belarus signed", "… were among the papers signed"."""
    middle = r"(?:,?\s+(?!(?:which|will|would|said)\b)[^\s.;]+){0,14}?,?\s+"
    passive = r"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?"
    clause = rf"that\s+(?:[\w{_SIGNS}-]+\s+){{0,4}}"
    return _compiled(rf"{middle}(?:{passive}|{clause}|(?:was|were)\s+among\s+the\s+\w+\s+)?(?:{said['adopting']})\b")


def _decides(said: Mapping[str, str]) -> Quick:
    """ "The leaders of the allies agreed at the summit to invite …": who, the verb, "to" and what."""
    of_whom = rf"(?:\s+of\s+[^\s.;]+{_upto(4)})?"
    before = r"(?:,?\s+[^\s.;,]+){0,7}?"
    to = rf"(?!\s+(?:{said['amount']}|[$€£\d]))(?:\s+(?!to\b)[^\s.;,]+){{0,9}}?\s+to\s+(?!(?:{said['idle']}|{said['articles']})\b)\w+"
    return quick(
        rf"{said['actor']}{of_whom}{before}\s+(?P<done>{said['deciding']})\b{to}{_upto(8, lazy=False)}", re.IGNORECASE
    )


def _acts(said: Mapping[str, str]) -> Quick:
    """ "The leaders of the CIS created a new format"; "the creation of a fund was approved"."""
    active = rf"{said['actor']}(?:\s+of\s+(?:the\s+)?[{ORG}{BODY}])?(?:,?\s+(?:\w+ly|also|further|then|had|has|have|on|{DATE}))*\s+(?P<active>{said['acting']})\s+(?:an?|the|\w+)\b"
    passive = rf"\b(?:{said['founding']})\s+of\s+(?:an?|the)\s+[^.;,]{{3,60}}?\s+(?P<done>was|were)\s+(?:{said['deciding']}|{said['binding']})\b"
    return quick(rf"{active}{_upto(6, lazy=False)}|{passive}", re.IGNORECASE)


def _appoints(said: Mapping[str, str]) -> Quick:
    """ "… was appointed Secretary General"; "the summit appointed … as head"."""
    post = rf"(?:[\w{_SIGNS}’'-]+\s+){{0,4}}?(?:{said['posts']})\b"
    passive = rf"\b(?:was|were)\s+(?P<done>{said['appointing']})\s+{post}"
    active = rf"{said['actor']}{_upto(3)}\s+(?P<active>{said['appointing']})\s+[^.;]{{1,60}}?\s+(?:as|to\s+be)\s+{post}"
    return quick(rf"{passive}|{active}", re.IGNORECASE)


def _upto(most: int, *, lazy: bool = True) -> str:
    """Up to so many words of the same clause."""
    return rf"(?:\s+[^\s.;,]+){{0,{most}}}" + ("?" if lazy else "")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _choice(words: Collection[str]) -> str:
    if not any("*" in word for word in words):
        return alternatives(words)
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for word in sorted(words, key=len, reverse=True)
    )
