"""What a sentence names: dates, persons with a state, states, organizations and capitals, each as a slot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.slots import ADJECTIVE, BODY, CAPITAL, DATE, ORG, PERSON, POSSESSIVE, STATE, Slot
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence

_NAME_OF = re.compile(r"(?:[A-ZÀ-Ž][\w’'-]+\s+){2,4}of\s+(?:the\s+)?$")
_NAME_OWNED = re.compile(r"['’]s\s+[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+){1,3}")


def named(analysis: Analysis, sentence: Sentence) -> Iterator[Slot]:
    """What the sentence names: dates, persons with a state, states, organizations, capitals."""
    start, end = sentence.start, sentence.end
    for expression in analysis.expressions_in(start, end):
        yield Slot(DATE, expression.start, expression.end, (), expression)
    for person in analysis.people.between(start, end):
        if person.state:
            # "Tinubu, the chairman of ECOWAS": the name of an organization stays a sign of its own.
            apposed = "," in analysis.text[person.end : person.to] and any(
                one.org for one in analysis.mentions_in(person.end, person.to)
            )
            last = person.end if apposed else max(person.end, person.to)
            yield Slot(PERSON, min(person.from_, person.start), last, (person.state,))
    for mention in analysis.mentions_in(start, end):
        if mention.org and mention.kind != "series":
            yield Slot(ORG if mention.kind == "org" else BODY, mention.start, mention.end, (mention.org,))
        elif mention.kind == "state":
            yield from _state(analysis, mention, sentence)
        else:
            yield from _belonging(mention)


def _belonging(mention: Mention) -> Iterator[Slot]:
    """Words that stand for a state without being its name: "Russian", "the Kremlin", "Moscow"."""
    if mention.kind == "adjective":
        yield Slot(ADJECTIVE, mention.start, mention.end, (mention.code,))
    elif mention.kind == "metonym":
        yield Slot(CAPITAL, mention.start, mention.end, (mention.code,))
    elif mention.kind == "city" and _is_capital(mention.code):
        yield Slot(CAPITAL, mention.start, mention.end, (mention.code.partition("|")[2],))


def _state(analysis: Analysis, mention: Mention, sentence: Sentence) -> Iterator[Slot]:
    """A state, and a person or office that its name is part of: "Ashraf Ghani of Afghanistan", "Cuba's ambassador"."""
    text, codes = analysis.text, (mention.code,)
    yield Slot(STATE, mention.start, mention.end, codes)
    name = _NAME_OF.search(text, max(sentence.start, mention.start - 80), mention.start)
    if name and not _speaks_of_office(analysis, _last_words(name), name.end()):
        yield Slot(PERSON, name.start(), mention.end, codes)
    owned = _NAME_OWNED.match(text, mention.end, sentence.end)
    if owned and not _speaks_of_office(analysis, mention.end, owned.end()):
        yield Slot(PERSON, mention.start, owned.end(), codes)
    offices = analysis.mentions_in(mention.end, min(sentence.end, mention.end + 60), "office")
    if offices and offices[0].start < mention.end + 6 and POSSESSIVE.match(text, mention.end):
        yield Slot(PERSON, mention.start, offices[0].end, codes)


def _last_words(name: re.Match[str]) -> int:
    """Where the last two words of "Prime Minister Abdulla Aripov of" begin: the name itself."""
    words = list(re.finditer(r"\S+", name[0]))
    capitals = [word for word in words if word[0][0].isupper()]
    return name.start() + capitals[-2].start()


def _speaks_of_office(analysis: Analysis, start: int, end: int) -> bool:
    """ "Ministry of Defence of Belarus" is no person."""
    return bool(
        analysis.mentions_in(
            start, end, "office", "institution", "org", "body", "level_people", "level_nouns", "event_noun"
        )
    )


@lru_cache(maxsize=4096)
def _is_capital(code: str) -> bool:
    name, _, state = code.partition("|")
    known = load_catalog().states.get(state)
    return known is not None and any(name in forms for one in known.capitals for forms in one.names.values())
