"""Documents and sentences a second, for the gate and for full reading, on one core.

usage: python bench/reading.py [REPORTS.jsonl]     (default: tests/corpus/en.jsonl)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from baseline import baseline_rate, seconds

from comity.model.document import Document, content_id
from comity.reading.gate import is_relevant
from comity.reading.lexicon import lexicon
from comity.reading.reader import Reader
from comity.reading.sentences import split

DEFAULT = Path(__file__).parents[1] / "tests" / "corpus" / "en.jsonl"


def main(arguments: list[str]) -> None:
    path = Path(arguments[0]) if arguments else DEFAULT
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    documents = [
        Document(content_id(row["text"]), path.name, row["text"], row.get("title"), language="en") for row in rows
    ]
    texts = [document.text for document in documents]
    size = sum(len(text.encode()) for text in texts) / 1e6
    sentences = sum(len(split(text)) for text in texts)
    reader, known = Reader(), lexicon("en")
    base = baseline_rate(texts)
    gate = len(texts) / seconds(lambda: [is_relevant(text, known) for text in texts])
    full = len(texts) / seconds(lambda: [reader.read(document) for document in documents], repeats=3)
    print(f"{len(texts)} documents, {sentences} sentences, {size:.2f} MB")
    print(f"baseline       {base:10,.0f} documents/s")
    print(
        f"gate           {gate:10,.0f} documents/s  {gate * size / len(texts):6.1f} MB/s      ratio {gate / base:.4f}"
    )
    print(
        f"full reading   {full:10,.0f} documents/s  {full * sentences / len(texts):6,.0f} sentences/s  ratio {full / base:.4f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
