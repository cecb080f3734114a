"""Whether two texts are one, carried by two: MinHash of their words, in bands.

One-permutation hashing (Li, Owen and Zhang 2012), empty bins filled from full ones at random (Shrivastava 2017):
each run of words is hashed once, so a report costs a fraction of a millisecond and no numeric library.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

BANDS, ROWS = 20, 6
"""Nearly all texts of which one word in twenty differs share a band, most of which a fifth does, none that share a third."""

# Of so many words at least is a run made, and so many runs a text needs: a headline alone is nobody's own.
_WORDS, _LETTERS = 3, 5
_FEWEST = 20

_BINS = BANDS * ROWS
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
# A wire's file ends in who may be called and what may not be copied; a page's does in addresses.
_LINK = re.compile(r"https?://\S+|\S+@\S+")


def fingerprint(text: str) -> tuple[int, ...]:
    """Whole numbers of 64 bits, of which near-duplicates share at least one; empty for a text too short to tell.

    The same on every machine. A quote, or a paragraph of background that both end with, is too little to share one.
    """
    runs = _runs(_LINK.sub(" ", unicodedata.normalize("NFKC", text)).casefold())
    return _bands(_filled(_lowest(runs))) if len(runs) >= _FEWEST else ()


def shared_bands(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How many of two fingerprints are the same; any at all says that the texts are one."""
    return len(set(one) & set(other))


def _runs(text: str) -> set[bytes]:
    """Runs of three words, in Chinese of five characters."""
    tokens = _TOKEN.findall(text)
    han = sum(1 for token in tokens if _IS_HAN.match(token))
    length = _LETTERS if han * 2 > len(tokens) else _WORDS
    return {" ".join(tokens[at : at + length]).encode("utf-8", "replace") for at in range(len(tokens) - length + 1)}


def _lowest(runs: set[bytes]) -> list[int | None]:
    """The lowest hash in each bin."""
    lowest: list[int | None] = [None] * _BINS
    for run in runs:
        place, value = divmod(int.from_bytes(hashlib.blake2b(run, digest_size=8).digest()), 1 << 48)
        place %= _BINS
        known = lowest[place]
        if known is None or value < known:
            lowest[place] = value
    return lowest


def _filled(lowest: list[int | None]) -> list[int]:
    """Empty bins take what the first full one has in an order of their own, so that neighbours do not copy the same."""
    return [next(value for at in order if (value := lowest[at]) is not None) for order in _orders()]


@lru_cache(maxsize=1)
def _orders() -> tuple[tuple[int, ...], ...]:
    """For each bin itself and then all others, shuffled in a way that never changes."""

    def rank(place: int, other: int) -> bytes:
        return hashlib.blake2b(f"{place} {other}".encode(), digest_size=8).digest()

    return tuple(
        (place, *sorted((other for other in range(_BINS) if other != place), key=lambda other: rank(place, other)))
        for place in range(_BINS)
    )


def _bands(values: list[int]) -> tuple[int, ...]:
    return tuple(_band(number, values[number * ROWS : (number + 1) * ROWS]) for number in range(BANDS))


def _band(number: int, values: list[int]) -> int:
    text = f"{number} {' '.join(map(str, values))}".encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), signed=True)
