"""Countries, organizations and names of a corpus, to be scored against what others annotated.

usage: python bench/places_and_organizations.py CORPUS.jsonl PREDICTIONS.jsonl

CORPUS has one document a line: `id`, `published` (or null), `text`. PREDICTIONS gets `{"id", "places": ["FR"], "orgs":
["World Bank"], "mentions": [{"start", "end", "type"}]}`: states by their alpha-2 codes, organizations by their full names,
and where the text names organizations, places and persons. Institutions of states ("the Foreign Ministry") are
organizations among the mentions alone.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.document import Document
from comity.reading.clause import Analysis
from comity.reading.lexicon import lexicon
from comity.reading.mentions import Mention
from comity.reading.person_names import name_shapes

LANGUAGE = "en"
TYPES = {
    "org": "organization",
    "body": "organization",
    "institution": "organization",
    "state": "place",
    "city": "place",
}
# Which mentions name a state: by its name, its people, its government, its capital.
OF_A_STATE = ("state", "adjective", "metonym", "city")
# So many times named, a state or organization is one that a report is about.
OFTEN = 3
# Where a report says what it is about.
LEAD = 600
_WORD = r"[A-ZÀ-Ž][\w’'-]*\w"
CAPITALS = re.compile(rf"\b{_WORD}(?:\s+(?:(?:of|for|the|de|al)\s+){{0,2}}{_WORD})*")
DETERMINER = re.compile(
    r"(?:The|A|An|This|These|Those|Our|Their|His|Her|Its|In|On|At|But|And|When|While|After|Before|As|For|If|It|He|She|We|They|However)\s+"
)
DATE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b"
)
TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Gen|Lt|Col|Capt|HMS|USS|Operation)\b")
GEOGRAPHY = re.compile(
    r"\b(?:Mount|Gulf|Sea|River|Camp|Base|Airfield|Airport|Mosque|Province|Mountains?|East|West|North|South|Northern|Southern|Eastern|Western|Dam|Valley|Island|Asia|Europe|Africa|"
    r"America|City|Strait|Ocean|Lake|Hospital|Province|District|Border|Village|Street|Square|Palace|Room)\b"
)
# Bodies of people that a text names by what they are: "Iraqi forces", "the coalition", "the Syrian opposition".
BODY_OF_PEOPLE = re.compile(
    r"\b(?:(?:[Tt]he|[A-Z]\w+(?:-\w+)*)\s+){1,3}(?:[a-z]+-led\s+|security\s+|armed\s+|state\s+)?(?:forces|coalition|regime|opposition|government|army|military|troops|police|parliament|"
    r"authorities|ministry|militants|fighters|rebels|group|navy|embassy)\b"
)
MONEY = re.compile(
    r"\s+(?:dlrs?|dollars?|francs?|yen|pounds?|pesos?|marks?|kroner?|guilders?|lire|lira|shillings?|rupees?|club)\b",
    re.IGNORECASE,
)


class Named(msgspec.Struct, frozen=True):
    """Where a text names something, and of which kind it is."""

    start: int
    end: int
    type: str


def main(arguments: list[str]) -> None:
    corpus, predictions = (Path(name) for name in arguments)
    lines = []
    for row in map(json.loads, corpus.read_text("utf-8").splitlines()):
        document = Document(id=row["id"], source=row["id"], text=row["text"], language=LANGUAGE)
        analysis = Analysis(document, lexicon(LANGUAGE))
        lines.append(
            json.dumps(
                {
                    "id": row["id"],
                    "places": sorted(places(analysis)),
                    "orgs": sorted(organizations(analysis)),
                    "mentions": [msgspec.to_builtins(one) for one in named(analysis)],
                }
            )
        )
    predictions.write_text("\n".join(lines) + "\n", "utf-8")


def places(analysis: Analysis) -> set[str]:
    """The alpha-2 codes of the states that a report is about: named in its headline or dateline, first, or again and again."""
    known, told = load_catalog().states, Counter(dict.fromkeys(_states(_of_dateline(analysis), ""), OFTEN))
    for one in analysis.mentions:
        for state in _states((one,), analysis.text):
            told[state] += OFTEN if one.start < analysis.text.find("\n") else 1
    first = next(iter(told), None)
    codes = {state for state, times in told.items() if times >= OFTEN or state == first}
    return {alpha2 for code in codes if code in known and (alpha2 := known[code].alpha2)}


def _of_dateline(analysis: Analysis) -> Sequence[Mention]:
    return analysis.dateline_mentions if analysis.datelines else ()


def _states(mentions: Iterable[Mention], text: str) -> Iterator[str]:
    """The states that mentions name; a currency ("the Canadian dollar") speaks of none."""
    for one in mentions:
        if one.kind in OF_A_STATE and not (text and MONEY.match(text, one.end)):
            yield one.code.partition("|")[2] or one.code


def organizations(analysis: Analysis) -> set[str]:
    """The full names of the organizations that a report is about: those of its headline and first lines, and those
    named again and again."""
    known = load_catalog().organizations
    named_often = Counter(one.org for one in analysis.mentions if one.org)
    first = next(iter(named_often), None)
    codes = {
        one.org
        for one in analysis.mentions
        if one.org and (one.start < LEAD or one.org == first or named_often[one.org] >= OFTEN)
    }
    return {name for code in codes if code in known for name in known[code].names[LANGUAGE]}


def named(analysis: Analysis) -> Iterator[Named]:
    """Organizations, places and persons where the text names them; a name that is of none we know is a place's where a word
    of geography is in it, else an organization's."""
    for person in analysis.people.all:
        yield Named(person.start, person.end, "person")
    for one in analysis.mentions:
        if one.kind in ("org", "body", "state", "city"):
            yield Named(one.start, one.end, "organization" if one.org else "place")
    bodies = [Named(*one.span(), "organization") for one in BODY_OF_PEOPLE.finditer(analysis.text)]
    yield from bodies
    for name in unknown_names(analysis):
        if not any(name.start < one.end and one.start < name.end for one in bodies):
            yield name


def unknown_names(analysis: Analysis) -> Iterator[Named]:
    """Words in capitals that begin no sentence alone: "Human Rights Watch", "ISIL", "Mount Sinjar"."""
    words = name_shapes(LANGUAGE).not_names
    offices = [one for one in analysis.mentions if one.kind in ("office", "level_people", "event_noun", "org", "body")]
    places_ = {(one.start, one.end) for one in analysis.mentions if one.kind in ("state", "city", "adjective")}
    people = [(one.from_, max(one.end, one.to)) for one in analysis.people.all]
    taken = [*people, *((one.start, one.end) for one in offices)]
    for run in CAPITALS.finditer(analysis.text):
        start = run.start() + (len(first[0]) if (first := DETERMINER.match(run[0])) else 0)
        name = analysis.text[start : run.end()]
        if not name or (start, run.end()) in places_ or DATE.search(name) or TITLED.match(name):
            continue
        if any(start < end and begin < run.end() for begin, end in taken):
            continue
        alone = " " not in name and not (name.isupper() and len(name) > 1)
        if not (alone and (name in words or begins_sentence(analysis, start) or len(name) < 3)):
            yield Named(start, run.end(), "place" if GEOGRAPHY.search(name) else "organization")


def begins_sentence(analysis: Analysis, position: int) -> bool:
    return any(
        one.start == position or analysis.text[one.start : position].strip(" \n\"“‘'") == ""
        for one in analysis.sentences
    )


if __name__ == "__main__":
    main(sys.argv[1:])
