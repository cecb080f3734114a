"""Who travels where: "Lavrov will visit Algeria, Tunisia and Egypt", "a two-day visit of the president to Rome"."""

from __future__ import annotations

import re

from comity.model.record import Place
from comity.reading.clause import Analysis
from comity.reading.extractors.events.encounters import subject_of
from comity.reading.extractors.events.sides import Side, sides_in
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence

_TO = re.compile(r"[^.;:]{0,70}?\s+(?:to|in)\s+(?:the\s+)?(?:capital\s+(?:of\s+)?)?|\s+of\s+(?:the\s+)?", re.IGNORECASE)
_STRAIGHT = re.compile(r"\s+(?:to\s+)?(?:the\s+)?(?:capital\s+|(?:[a-z-]+\s+){1,4}in\s+(?:the\s+)?)?")
_NEXT = re.compile(
    r"\s*(?:,\s*(?:and\s+|then\s+)*|\s+and\s+(?:then\s+)?|\s+as\s+well\s+as\s+|\s+before\s+)(?:to\s+|the\s+)*"
)
_OF = re.compile(r"\s+(?:of|by)\s+(?:the\s+|an?\s+)?")
# "Met Modi during his visit": the visit of the one who met.
_OWN = re.compile(r"\b(?:his|her)\s+(?:[\w-]+\s+){0,2}$")
_ITS_STATE = re.compile(r",\s+")


def traveller(analysis: Analysis, sentence: Sentence, head: Mention) -> Side | None:
    """Who visits: the subject of the verb, the one whose visit it is."""
    sides = sides_in(analysis, sentence)
    if head.kind == "event_noun":
        of = _OF.match(analysis.text, head.end)
        later = [one for one in sides if of and abs(one.start - of.end()) < 3 and (one.states or one.org)]
        if later:
            return later[0]
        if _OWN.search(analysis.text, max(sentence.start, head.start - 30), head.start):
            first = [one for one in sides if one.end <= head.start and (one.states or one.org)]
            if first:
                return first[0]
    return subject_of(analysis, sentence, sides, head.start, head.end, noun=head.kind == "event_noun")


def destinations(analysis: Analysis, sentence: Sentence, head: Mention) -> tuple[Place, ...]:
    """The places after a verb or a noun of travel, each once: a city with its state is one."""
    shapes = (_STRAIGHT,) if head.kind == "event_verb" else (_TO, _STRAIGHT)
    found: list[Place] = []
    end = head.end
    for one in analysis.mentions_in(head.end, sentence.end, "state", "city"):
        gap = analysis.text[end : one.start]
        if not any(shape.fullmatch(gap) for shape in ((_NEXT,) if found else shapes)):
            if found or head.kind == "event_verb":
                break
            continue
        country = one.code.partition("|")[2] or one.code
        if (
            found
            and found[-1].city
            and one.kind == "state"
            and found[-1].country == country
            and _ITS_STATE.fullmatch(gap)
        ):
            end = one.end
            continue
        found.append(Place(analysis.text[one.start : one.end] if one.kind == "city" else None, country))
        end = one.end
    return tuple(dict.fromkeys(found))


_NEAR = 60
# "Will travel to Prague, where he will attend a summit": one goes to the summit, not to the country.
_GOES_TO_ONE = re.compile(
    r"[^.;]{0,60}?,?\s+(?:where|and)\s+(?:(?:he|she|they)\s+)?(?:(?:will|would|is|are|was|were|to|due|expected|also|scheduled|set)\s+){0,4}"
    r"(?:attend(?:s|ed)?|(?:takes?|took)\s+part\s+in|participate[sd]?\s+in|represents?\s+\w+\s+at|joins?)\s+(?:an?|the|this\s+year['’]s)\s+(?:[\w’'-]+\s+){0,6}?"
    r"(?P<gathering>summit|meeting|session|conference)\b"
)


def gathering_after(analysis: Analysis, end: int) -> int | None:
    """Where the meeting of many is told to which a journey told at `end` only leads."""
    match = _GOES_TO_ONE.match(analysis.text, end)
    if match is None or not analysis.mentions_in(end, match.end() + _NEAR, "org", "body"):
        return None
    return match.end("gathering")
