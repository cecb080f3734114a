"""Dates of a corpus in TimeML's terms, to be scored against what others annotated.

usage: python bench/timex_predictions.py CORPUS.jsonl PREDICTIONS.jsonl [--dates-only]

CORPUS has one document a line: `id`, `published` (or null), `text`. PREDICTIONS gets `{"id", "timex": [{"start", "end",
"value", "type"}]}`. With --dates-only, durations, times of day and words like "now" are left out, and weeks, seasons and
decades are written as intervals of days.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import msgspec
from timeml import timexes

from comity.reading.when import Anchor, Direction, find_expressions, resolve

_HEAD = 400


def main(arguments: list[str]) -> None:
    corpus, predictions = (Path(name) for name in arguments[:2])
    lines = []
    for row in map(json.loads, corpus.read_text("utf-8").splitlines()):
        published = date.fromisoformat(row["published"][:10]) if row["published"] else _dateline(row["text"])
        found = timexes(row["text"], published, dates_only="--dates-only" in arguments)
        lines.append(json.dumps({"id": row["id"], "timex": [msgspec.to_builtins(one) for one in found]}))
    predictions.write_text("\n".join(lines) + "\n", "utf-8")


def _dateline(text: str) -> date | None:
    """The first whole date, where it stands at the head of the text."""
    for one in find_expressions(text[:_HEAD]):
        when = resolve(one, Anchor(None), Direction.NONE)
        if when and when.is_day:
            return when.lower
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
