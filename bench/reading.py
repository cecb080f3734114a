"""Documents and sentences a second, on one core, each also as a ratio to the baseline.

The gate alone; reading behind the gate, as `comity read` does with a corpus, and what share of it is let through; full
reading of those that are let through, and of all.

usage: python bench/reading.py [REPORTS.jsonl [MOST]]     (default: tests/corpus/en.jsonl, all of it)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from baseline import baseline_rate, seconds

from comity.model.document import Document, content_id
from comity.reading.gate import is_relevant
from comity.reading.lexicon import lexicon
from comity.reading.reader import Reader
from comity.reading.sentences import split

_FEW = 500
DEFAULT = Path(__file__).parents[1] / "tests" / "corpus" / "en.jsonl"


def main(arguments: list[str]) -> None:
    path = Path(arguments[0]) if arguments else DEFAULT
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows = rows[: int(arguments[1])] if len(arguments) > 1 else rows
    documents = [
        Document(content_id(row["text"]), path.name, row["text"], row.get("title"), language="en") for row in rows
    ]
    known, reader = lexicon("en"), Reader()
    relevant = [document for document in documents if is_relevant(document.text, known)]
    base = baseline_rate(document.text for document in documents)
    print(f"{_told(documents)}, {len(relevant) / len(documents):.1%} of them relevant")
    print(f"baseline              {base:10,.0f} documents/s")
    _tell("gate", documents, lambda: [is_relevant(document.text, known) for document in documents])
    _tell("reading of relevant", relevant, lambda: [reader.read(document) for document in relevant])
    _tell(
        "reading behind a gate",
        documents,
        lambda: [reader.read(document) for document in documents if is_relevant(document.text, known)],
    )
    if len(documents) <= _FEW:
        _tell("reading of all", documents, lambda: [reader.read(document) for document in documents])


def _told(documents: Sequence[Document]) -> str:
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    return f"{len(documents)} documents, {_sentences(documents)} sentences, {size:.2f} MB"


def _tell(work: str, documents: Sequence[Document], run: Callable[[], object]) -> None:
    """What a piece of work does a second, against the baseline on the same documents."""
    if not documents:
        return
    took = seconds(run, repeats=3)
    ratio = len(documents) / took / baseline_rate(document.text for document in documents)
    told = f"{len(documents) / took:10,.0f} documents/s {_sentences(documents) / took:10,.0f} sentences/s"
    print(f"{work:21} {told}  ratio {ratio:.4f}")


def _sentences(documents: Sequence[Document]) -> int:
    return sum(len(split(document.text)) for document in documents)


if __name__ == "__main__":
    main(sys.argv[1:])
