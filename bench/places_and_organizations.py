"""Countries, organizations and names of a corpus, to be scored against what others annotated.

usage: python bench/places_and_organizations.py CORPUS.jsonl PREDICTIONS.jsonl

CORPUS has one document a line: `id`, `published` (or null), `text`. PREDICTIONS gets `{"id", "places": ["FR"], "orgs":
["World Bank"], "mentions": [{"start", "end", "type"}]}`: states by their alpha-2 codes, organizations by their full names,
and where the text names organizations, places and persons. Institutions of states ("the Foreign Ministry") are
organizations among the mentions alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.document import Document
from comity.reading.clause import Analysis
from comity.reading.lexicon import lexicon
from comity.reading.mentions import Mention

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
    """The alpha-2 codes of the states that a text is about or set in."""
    known = load_catalog().states
    codes = {one.code.partition("|")[2] or one.code for one in every(analysis) if one.kind in OF_A_STATE}
    return {alpha2 for code in codes if code in known and (alpha2 := known[code].alpha2)}


def organizations(analysis: Analysis) -> set[str]:
    """The full names of the organizations that a text names."""
    known = load_catalog().organizations
    codes = {one.org for one in every(analysis) if one.org in known}
    return {name for code in codes if code for name in known[code].names[LANGUAGE]}


def named(analysis: Analysis) -> Iterator[Named]:
    """Organizations, places and persons where the text names them."""
    for one in every(analysis):
        if one.kind in TYPES:
            yield Named(one.start, one.end, TYPES[one.kind])
    for person in analysis.people.all:
        yield Named(person.start, person.end, "person")


def every(analysis: Analysis) -> Iterator[Mention]:
    """The mentions of the text and of the datelines."""
    yield from analysis.mentions
    if analysis.datelines:
        yield from analysis.dateline_mentions


if __name__ == "__main__":
    main(sys.argv[1:])
