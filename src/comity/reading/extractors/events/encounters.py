"""Two sides who meet, visit or telephone: "Fidan received his Iraqi counterpart in Ankara"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.clause import Analysis
from comity.reading.extractors.events.reciprocal import reciprocal
from comity.reading.extractors.events.sides import Encounter, Side, last_named, sides_in
from comity.reading.quick import Quick, quick
from comity.reading.sentences import Sentence

_GAP = re.compile(
    r"\s+(?:(?!(?:who|which|that|said|to|on|at|in|of|for|by|from|but|as|after|before|if|not)\b)[a-z][\w’'-]*,?\s+){0,4}"
)
_LIST = re.compile(
    r"\s*(?:,\s*(?:and\s+)?(?:with\s+|then\s+)?|\s+and\s+(?:with\s+|then\s+|later\s+)?|\s+as\s+well\s+as\s+)(?:the\s+|his\s+|her\s+|their\s+)?"
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she)\s+(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE)
_AFTERWARDS = re.compile(r"\b(?:after|following|during|before|ahead\s+of|at)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:separate(?:ly)?|also|bilaterals?|margins|sidelines|fringes|in\s+turn|respectively|one-on-one|individual(?:ly)?|each|meetings)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;:\"“”]|\b(?:and\s+(?:said|told)|said\s+that|told)\b")
_FOR_TALKS = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,6}?for\s+(?:[\w’'-]+\s+){0,3}?(?:talks|meetings?|consultations|negotiations|discussions)\b"
)


@lru_cache(maxsize=8)
def _heads(language: str) -> Quick:
    words = load_cues(language, "events")["encounters"]
    verbs = "|".join(sorted(words["verbs"], key=len, reverse=True))
    nouns = "|".join(sorted(words["nouns"], key=len, reverse=True))
    links = "|".join(words["links"])
    return quick(
        rf"\b(?:(?P<noun>{nouns})(?:\s+(?!(?:{links}|said|that|was|were|is|to)\b)[\w’'-]+){{0,6}}?\s+(?:{links})\b|(?P<verb>{verbs})\b)",
        re.IGNORECASE,
    )


_TOGETHER = re.compile(r"[a-z][-–][A-Z]|\b(?:signed|initialled|names|both|two|[Nn]or)\b")


def encounters(analysis: Analysis, sentence: Sentence) -> list[Encounter]:
    """The encounters of a sentence, in order, none inside another."""
    heads = list(_heads(analysis.language).finditer(analysis.text, sentence.start, sentence.end))
    if not heads and not _TOGETHER.search(analysis.text, sentence.start, sentence.end):
        return []
    sides = sides_in(analysis, sentence)
    found = reciprocal(analysis, sentence, sides)
    for match in heads:
        if any(match.start() < one.end and one.start < match.end() for one in found):
            continue
        one = _encounter(analysis, sentence, sides, match)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _encounter(analysis: Analysis, sentence: Sentence, sides: Sequence[Side], match: re.Match[str]) -> Encounter | None:
    objects = _objects(analysis, sides, match.end())
    if not objects:
        return None
    part = "noun" if match["noun"] else "verb"
    start, head = match.span(part)
    if part == "noun" and any(one.org for one in analysis.mentions_in(start - 40, start) if start - one.end < 2):
        return None  # "chaired the OPEC+ meeting together with"
    if len(objects) > 1 and _WELCOMES.fullmatch(match[0]) and _at_a_gathering(analysis, sentence):
        return None
    subject: Side | None = objects[0]
    others = objects[1:]
    if not _BETWEEN.search(analysis.text[start : objects[0].start]):
        subject, others = subject_of(analysis, sentence, sides, start, objects[-1].end, noun=part == "noun"), objects
    end = objects[-1].end
    if purpose := _FOR_TALKS.match(analysis.text, end, min(sentence.end, end + 70)):
        end = purpose.end()
    return _met(analysis, sentence, Encounter(start, head, end), subject, others)


_WELCOMES = re.compile(r"(?:welcom|receiv|host|greet)\w+", re.IGNORECASE)


def _at_a_gathering(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence before tells of an organization's meeting: those whom its host welcomes then came to it."""
    number = analysis.sentence_at(sentence.start)
    before = analysis.sentences[number - 1] if number else sentence
    start = before.start if before.paragraph >= sentence.paragraph - 1 else sentence.start
    told = analysis.mentions_in(start, sentence.start, "event_noun", "event_verb")
    return bool(told) and any(one.org for one in analysis.mentions_in(start, sentence.start))


def _objects(analysis: Analysis, sides: Sequence[Side], position: int) -> list[Side]:
    """The sides named right after the head, all of a list."""
    found: list[Side] = []
    for side in sides:
        if side.start < position:
            continue
        gap = analysis.text[(found[-1].end if found else position) : side.start]
        if not (_LIST if found else _GAP).fullmatch(gap):
            break
        found.append(side)
    return found


def subject_of(
    analysis: Analysis, sentence: Sentence, sides: Sequence[Side], start: int, end: int, *, noun: bool
) -> Side | None:
    """Who met: "he", the one who spoke "after talks with", else the nearest before the head."""
    before = analysis.text[max(sentence.start, start - 60) : start]
    if _PRONOUN.search(before):
        return last_named(analysis, start)
    earlier = [one for one in sides if one.end <= start and (one.states or one.org or one.named)]
    # What parts the nearest from the head parts those before it too.
    earlier = [one for one in earlier[-1:] if not _BREAK.search(analysis.text, one.end, start)]
    if noun and not earlier and _AFTERWARDS.search(before):
        later = [one for one in sides if one.start >= end and (one.states or one.org)]
        return later[0] if later else last_named(analysis, sentence.start)
    return earlier[-1] if earlier else _bare(analysis, sentence, start)


_SURNAME = re.compile(
    r"(?:^|[\s(])(?P<name>[A-Z][a-zà-ž]+(?:[-’'][A-Z]?[a-z]+)?),?\s+(?:(?:who|will|would|is|are|was|to|has|had|have|also|not|then|later|now|again|set|due|expected|scheduled|himself|did|does|never|\w+ly)\s+){0,6}(?:(?:hold|held|have|had|having)\s+(?:an?\s+)?(?:\w+\s+)?)?$"
)


def _bare(analysis: Analysis, sentence: Sentence, start: int) -> Side | None:
    """One who is called by his surname alone, as the subject: "Lavrov will not hold talks with"."""
    first = max(sentence.start, start - 80)
    match = _SURNAME.search(analysis.text[first:start])
    if match is None:
        return None
    begin, end = first + match.start("name"), first + match.end("name")
    if any(one.start < end and begin < one.end for one in analysis.mentions_in(begin - 20, end + 20)):
        return None
    return Side(begin, end, named=True)


# "Will host a summit with A, B, C and D": the gathering is told here.
_GATHERING = re.compile(r"\b(?:summit|meeting|talks|conference|session)\b[^,;.]*$")


def _beside(analysis: Analysis, sentence: Sentence, subject: Side) -> str | None:
    """The state of one who acts with the subject: "Blinken and the Philippines' Enrique Manalo met with"."""
    people = [one for one in analysis.people.between(sentence.start, subject.start) if one.state]
    if people and re.fullmatch(
        r"\s+and\s+(?:the\s+)?", analysis.text[max(people[-1].end, people[-1].to) : subject.start]
    ):
        return people[-1].state
    return None


def _met(
    analysis: Analysis, sentence: Sentence, one: Encounter, subject: Side | None, objects: Sequence[Side]
) -> Encounter | None:
    others = list(dict.fromkeys(state for side in objects for state in side.states))
    orgs = tuple(dict.fromkeys(side.org for side in (subject, *objects) if side and side.org))
    if orgs:
        return msgspec.structs.replace(one, orgs=orgs) if others or subject else None
    unknown = not others and len(objects) == 1 and objects[0].named
    if subject is None or len(subject.states) > 1 or not (others or (unknown and subject.named)):
        return None
    own = subject.states[0] if subject.states else None
    beside = _beside(analysis, sentence, subject)
    if beside and own and len(others) == 1 and len({beside, own, *others}) == 3:
        return msgspec.structs.replace(one, trio=(beside, own, *others))
    if others == [own]:
        return one if subject.named and objects[0].named else None
    others = [state for state in others if state != own]
    if len(others) > 1 and not _APART.search(analysis.text, sentence.start, one.end):
        # Those who came one by one to a gathering told elsewhere: "hosted President A, President B and Prime Minister C".
        if not all(side.named for side in objects):
            return None
        here = _GATHERING.search(analysis.text, one.start, objects[0].start) is not None
        trio = (own, *others) if own and len(objects) == len(others) and (here or len(others) == 2) else ()
        return msgspec.structs.replace(one, trio=trio) if trio or len(objects) > 2 else None
    known = (own,) if own else ()
    pairs = tuple((*known, state) for state in others) or (known,)
    return msgspec.structs.replace(one, pairs=pairs)
