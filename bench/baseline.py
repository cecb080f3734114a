"""The fixed piece of work that every figure is set against, so that a figure means the same on any machine.

It splits a text into words with one regular expression and counts the capitalised ones: what the simplest reader
would do. A ratio of 0.01 says that a document costs as much as a hundred times this.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable

_WORD = re.compile(r"[^\W\d_]+")


def count_capitals(text: str) -> int:
    return sum(word[0].isupper() for word in _WORD.findall(text))


def seconds(work: Callable[[], object], *, repeats: int = 5) -> float:
    """The fastest of several runs: the one that the machine disturbed least."""
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def baseline_rate(texts: Iterable[str]) -> float:
    """Documents a second of the baseline on these texts."""
    held = list(texts)
    return len(held) / seconds(lambda: [count_capitals(text) for text in held])
