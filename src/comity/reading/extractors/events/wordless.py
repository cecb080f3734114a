"""Events told without a word for one: "the leaders of the B9 signed a memorandum here on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.reading.clause import Analysis
from comity.reading.mentions import Mention
from comity.reading.phrases import alternatives
from comity.reading.quick import Quick, quick
from comity.reading.sentences import Sentence

_NEAR = 70
_PLACE = re.compile(r"\b(?:in|at|to)\s+(?:the\s+)?$", re.IGNORECASE)
_NOT_THEIRS = re.compile(r"[.;:\"“”]|\b(?:who|which|that|said|says|told|would|could|by|if|whether|after|before)\b")
_GROUP = re.compile(
    r"\b(?:the|all|five|six|three|four|seven|eight|nine|ten|their|our|its)\s+(?:\w+\s+)?$|['’]s?\s+(?:\w+\s+)?$|\b[A-Z][\w+-]*\s+$|^\W*$",
    re.IGNORECASE,
)


# Whatever else they did together, in the past; what they only said may have been said apart.
_ANY_PAST = re.compile(
    r"\b(?:have|has)\s+(?:also\s+|just\s+)?\w+(?:ed|en|un|ung|ut|et)\b|\b(?!(?:said|told|welcomed|expressed|asked|stressed|noted|added|praised|congratulated|wanted|refused|declined|needed|invited|elected|planned|expected|called|hoped|proposed|urged|warned)\b)(?:[a-z]+ed|took|gave|made|drew|put|sought|began|spent|chose)\b"
)


@lru_cache(maxsize=8)
def _pattern(language: str, key: str) -> Quick:
    return quick(rf"\b(?:{alternatives(load_cues(language, 'events')[key])})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _future(language: str) -> re.Pattern[str]:
    words = sorted(load_cues(language, "events")["will_act"], key=len, reverse=True)
    verbs = "|".join(one.replace(" ", r"\s+") for one in words)
    return re.compile(
        r"\b(?:will|are\s+to|are\s+(?:expected|due|set|scheduled)\s+to|plan\s+to)\s+"
        rf"(?:\w+ly\s+|also\s+|then\s+)?(?:{verbs})\b",
        re.IGNORECASE,
    )


# "Have decided to let": what they will do, at no meeting told.
_AGREED_TO = re.compile(r"(?:have\s+|has\s+)?(?:agreed|decided|resolved|pledged)\s+to\s", re.IGNORECASE)


def _day_beside(analysis: Analysis, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a day is told before what they agreed on."""
    days = analysis.expressions_in(sentence.start, match.end() + 12)
    return any(one.kind in ("day", "weekday", "today", "month", "range") for one in days)


_PAPER = re.compile(
    r"\b(?:signed|adopted|endorsed|approved)\s+(?:an?\s+|the\s+|their\s+)(?:[\w-]+\s+){0,2}(?:statement|declaration|communiqu[eé]|memorandum)\b"
)


def _signs_in_lead(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a report begins with the ministers of an organization who "signed a joint statement"."""
    if sentence.start != analysis.sentences[0].start or not _PAPER.search(analysis.text, sentence.start, sentence.end):
        return False
    return bool(analysis.mentions_in(sentence.start, sentence.end, "org"))


def acting(analysis: Analysis, sentence: Sentence, *, only_acted: bool = False) -> Mention | None:
    """Those who meet, doing together what one does at a meeting, with a day or a place beside it."""
    if not _when_or_where(analysis, sentence) and not _signs_in_lead(analysis, sentence):
        return None
    text, acted = analysis.text, _pattern(analysis.language, "acted")
    placed = _where(analysis, sentence)
    every = (acted, _future(analysis.language), _ANY_PAST) if placed else (acted, _future(analysis.language))
    for words in every if not only_acted else (acted,):
        for people in analysis.mentions_in(sentence.start, sentence.end, "level_people"):
            match = words.search(text, people.end, min(sentence.end, people.end + _NEAR + 20))
            if match is None or _NOT_THEIRS.search(text[people.end : match.start()]) or _goes_nowhere(analysis, match):
                continue
            if not placed and _AGREED_TO.match(text, match.start()) and not _day_beside(analysis, sentence, match):
                continue
            if _GROUP.search(text[sentence.start : people.start]):
                return Mention(match.start(), match.end(), "event_verb", "meeting", people.level)
    if only_acted:
        return None
    return _they_acting(analysis, sentence) or _organization_acting(analysis, sentence)


def _goes_nowhere(analysis: Analysis, match: re.Match[str]) -> bool:
    """ "Come to an understanding": no place follows where one must."""
    if not re.search(r"\s(?:to|in)$", match[0]):
        return False
    return not any(
        re.fullmatch(r"\s+(?:the\s+)?(?:\w+\s+capital\b.*|)", analysis.text[match.end() : one.start])
        for one in analysis.mentions_in(match.end(), match.end() + 40, "city", "state", "adjective")
    )


_THEY = re.compile(
    r"\b[Tt]hey\s+(?:(?:had|have|also|then|later|last|first|all|together|jointly|previously|earlier|already)\s+)*"
)
_NOT_THEY = re.compile(r"\b(?:that|which|who|if|because|said|says|told|while|until|as)\b|[\"“]")


def _they_acting(analysis: Analysis, sentence: Sentence) -> Mention | None:
    """ "They had agreed on its outline in Osaka in June 2019": said of those who met before."""
    text, acted = analysis.text, _pattern(analysis.language, "acted")
    they = _THEY.search(text, sentence.start, sentence.end)
    if they is None or _NOT_THEY.search(text, sentence.start, they.start()):
        return None
    match = acted.match(text, they.end(), sentence.end)
    if match is None or _goes_nowhere(analysis, match):
        return None
    return Mention(match.start(), match.end(), "event_verb", "meeting")


_SUBJECT = re.compile(r"^\W*(?:(?:the|all|members?|member\s+states|countries|of)\s+){0,4}$", re.IGNORECASE)
_ACTS = re.compile(r"^\W*(?:\([^)]{2,12}\)\s*)?(?:(?:countries|states|members|on|last|has|have)\s+|\w+day\s+)*$")


def _organization_acting(analysis: Analysis, sentence: Sentence) -> Mention | None:
    """ "The SCO has adopted a declaration in Astana": where an organization acts in a city, those who lead it have met."""
    text, acted = analysis.text, _pattern(analysis.language, "acted")
    for org in analysis.mentions_in(sentence.start, sentence.end, "org"):
        match = acted.search(text, org.end, min(sentence.end, org.end + 50))
        if (
            match is None
            or not _SUBJECT.match(text[sentence.start : org.start])
            or not _ACTS.match(text[org.end : match.start()])
        ):
            continue
        cities = analysis.mentions_in(match.end(), sentence.end, "city")
        if any(_PLACE.search(text[match.end() : one.start]) and one.start - match.end() < 90 for one in cities):
            return Mention(match.start(), match.end(), "event_verb", "meeting")
    return None


def _when_or_where(analysis: Analysis, sentence: Sentence) -> bool:
    if re.search(r"\bhere\b", analysis.text[sentence.start : sentence.end]) or any(
        one.kind not in ("year", "vague", "reference", "name_year", "time")
        for one in analysis.expressions_in(sentence.start, sentence.end)
    ):
        return True
    return _where(analysis, sentence)


def _where(analysis: Analysis, sentence: Sentence) -> bool:
    cities = analysis.mentions_in(sentence.start, sentence.end, "city")
    return any(_PLACE.search(analysis.text[sentence.start : one.start]) for one in cities)


# Heads of state who are received are at their own meeting.
_HEADS = re.compile(r"\b(?:presidents?|leaders|heads\s+of\s+state)\b", re.IGNORECASE)


def receiving(analysis: Analysis, sentence: Sentence) -> Mention | None:
    """ "The heads of government were received by President Japarov"."""
    match = _pattern(analysis.language, "received").search(analysis.text, sentence.start, sentence.end)
    if match is None or not any(
        one.from_ - match.end() < 12 for one in analysis.people.between(match.end(), sentence.end)
    ):
        return None
    if _HEADS.search(analysis.text, sentence.start, match.start()):
        return None
    return Mention(match.start(), match.end(), "event_verb", "meeting", "other")


_COUNTERPARTS = re.compile(
    r"\s+them\b(?!selves)|\s+(?:his|her|their|its)\s+(?:[\w-]+\s+){0,3}(?:counterparts|colleagues|peers|partners)\b"
)


# "Madagascar is to host next year".
_HOSTS_THEN = re.compile(
    r"\s+(?:it\s+|them\s+)?(?:next\s+(?:year|month|spring|autumn)|in\s+(?:19|20)\d\d|again\s+in)\b"
)


def hosting(analysis: Analysis, cues: Iterable[Mention]) -> list[Mention]:
    """ "Trump hosted the leaders of …", "Jordan received the top diplomats of …": the verb alone tells of the meeting."""
    found = []
    for cue in cues:
        if cue.kind != "hosting":
            continue
        if _COUNTERPARTS.match(analysis.text, cue.end):
            found.append(Mention(cue.start, cue.end, "event_verb", "meeting"))
            continue
        if _HOSTS_THEN.match(analysis.text, cue.end):
            found.append(Mention(cue.start, cue.end, "event_verb", "meeting"))
            continue
        people = analysis.mentions_in(cue.end, cue.end + 60, "level_people")
        if people and re.fullmatch(r"\s+(?:[\w-]+\s+){0,4}", analysis.text[cue.end : people[0].start]):
            found.append(Mention(cue.start, cue.end, "event_verb", "meeting", people[0].level))
    return found
