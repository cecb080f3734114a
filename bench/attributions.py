"""Statements of a corpus as attributions, to be scored against what others annotated.

usage: python bench/attributions.py CORPUS.jsonl PREDICTIONS.jsonl

CORPUS has one document a line: `id`, `published` (or null), `text`. PREDICTIONS gets `{"id", "attributions": [{"content":
[start, end], "source": [start, end]}]}`. The sentences of one quotation, statements of their own to Comity, are one
content here; the source is the words that name the speaker there, a name or a pronoun.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from comity.model.document import Document
from comity.reading.clause import Analysis
from comity.reading.extractors.statements.extract import Found, find_statements
from comity.reading.lexicon import lexicon

LANGUAGE = "en"
# The rule of a quotation that has no attribution of its own.
CARRIED = "quotation"
LONGEST_BETWEEN = 160


class Attribution(msgspec.Struct, frozen=True):
    """Where somebody's words stand in a text, and where the text names him."""

    content: tuple[int, int]
    source: tuple[int, int]


def main(arguments: list[str]) -> None:
    corpus, predictions = (Path(name) for name in arguments)
    lines = []
    for row in map(json.loads, corpus.read_text("utf-8").splitlines()):
        published = date.fromisoformat(row["published"][:10]) if row["published"] else None
        document = Document(id=row["id"], source=row["id"], text=row["text"], language=LANGUAGE, published=published)
        found = [msgspec.to_builtins(one) for one in attributions(document)]
        lines.append(json.dumps({"id": row["id"], "attributions": found}))
    predictions.write_text("\n".join(lines) + "\n", "utf-8")


def attributions(document: Document) -> Iterator[Attribution]:
    """The attributions of one text."""
    held: Found | None = None
    for found in find_statements(Analysis(document, lexicon(LANGUAGE))):
        if held and _is_one_quotation(document.text, held, found):
            held = msgspec.structs.replace(held, end=found.end)
            continue
        if held:
            yield _attribution(held)
        held = found
    if held:
        yield _attribution(held)


def _is_one_quotation(text: str, held: Found, found: Found) -> bool:
    """Whether two pieces of direct speech are parted by nothing or by the first one's attribution alone."""
    if not (held.quoted and found.quoted and held.end <= found.start):
        return False
    between = text[held.end : found.start]
    own = found.rule != CARRIED and found.from_ > held.start and found.from_ < found.start - 2
    return (
        held.speaker.name == found.speaker.name
        and found.to <= found.end + 2
        and not own
        and len(between) < LONGEST_BETWEEN
        and "\n" not in between
    )


def _attribution(found: Found) -> Attribution:
    return Attribution((found.start, found.end), (found.speaker.start, found.speaker.end))


if __name__ == "__main__":
    main(sys.argv[1:])
