"""How far past forecasts were off, in all series together: what makes a window honest."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from math import sqrt
from statistics import median

import msgspec

from comity.planning.experts import EXPERTS

FURTHEST = 3
"""How many sessions ahead errors are learned; those further ahead take the widest."""
# Before anything was learned: an error of so much of an interval, and so many errors that this counts for.
_FIRST_GUESS, _COUNTS_FOR = 0.15, 8
# An error is counted up to so many intervals: a skipped session or a lapse must not drown all others.
_MOST = 1.5
# Below so many errors of series of the same kind, those of all kinds are taken.
_ENOUGH = 60
# Below so many, errors tell nothing.
_FEW = 20


class Outcome(msgspec.Struct, frozen=True):
    """A forecast that came true or not: of series of this kind, at this usual gap, each rule was so many days off.

    `off` is the error of the weighed forecast, + where the session came later, and `ratio` the same in its own scale.
    """

    kind: str
    gap: float
    errors: tuple[float, ...]
    off: float
    ratio: float


class Experience:
    """Errors of the past. Each forecast is made from what was known on its day, so learning goes by time."""

    def __init__(self) -> None:
        self._rules: dict[str, list[float]] = {}
        self._off: dict[str, list[float]] = {}
        self._ratios: dict[tuple[str, int], list[float]] = {}

    def learn(self, outcome: Outcome) -> None:
        sums = self._rules.setdefault(outcome.kind, [0.0] * (len(EXPERTS) + 1))
        for at, error in enumerate(outcome.errors):
            sums[at] += min(abs(error) / outcome.gap, _MOST)
        sums[-1] += 1
        insort(self._off.setdefault(outcome.kind, []), min(abs(outcome.off) / outcome.gap, _MOST))
        self.learn_ratio(outcome.kind, 1, outcome.ratio)

    def learn_ratio(self, kind: str, ahead: int, ratio: float) -> None:
        """How far off a forecast was for the session so many ahead, in its own scale."""
        for each in (kind, ""):
            insort(self._ratios.setdefault((each, ahead), []), ratio)

    def rule_errors(self, kind: str) -> list[float]:
        """How far each rule is off, as parts of an interval."""
        sums = self._rules.get(kind, [0.0] * (len(EXPERTS) + 1))
        return [(_FIRST_GUESS * _COUNTS_FOR + one) / (_COUNTS_FOR + sums[-1]) for one in sums[:-1]]

    def error(self, kind: str) -> float:
        """How far the weighed forecast is off, as a part of an interval."""
        off = self._off.get(kind, [])
        middle = median(off) if off else _FIRST_GUESS
        return (_FIRST_GUESS * _COUNTS_FOR + middle * len(off)) / (_COUNTS_FOR + len(off))

    def ratios(self, kind: str, ahead: int = 1) -> Sequence[float]:
        """Past errors in the scale of their forecasts, in order."""
        ahead = min(ahead, FURTHEST)
        own = self._ratios.get((kind, ahead), [])
        return own if len(own) >= _ENOUGH else self._ratios.get(("", ahead), [])

    def quantile(self, kind: str, share: float, ahead: int = 1) -> float:
        """Below which a share of the errors lies. Where too little was learned, as if errors were triangular.

        Of a kind with few errors of its own, the wider of its own and of all: it may be worse than the rest.
        """
        known = self.ratios(kind, ahead)
        if len(known) < _FEW:
            return _unlearned(share) * sqrt(min(ahead, FURTHEST))
        own = self._ratios.get((kind, min(ahead, FURTHEST)), [])
        found = _at(known, share)
        if len(own) < _FEW:
            return found
        return min(found, _at(own, share)) if share < 0.5 else max(found, _at(own, share))

    def share_above(self, kind: str, ratio: float, ahead: int = 1) -> float:
        """The share of errors that were larger."""
        known = self.ratios(kind, ahead)
        return 1.0 if not known else 1 - bisect_left(known, ratio) / len(known)


def _at(known: Sequence[float], share: float) -> float:
    # One more than there are: the next error is not among them.
    at = share * (len(known) + 1) - 1
    low = min(max(int(at), 0), len(known) - 1)
    high = min(low + 1, len(known) - 1)
    part: float = min(max(at - low, 0.0), 1.0)
    return known[low] + (known[high] - known[low]) * part


def _unlearned(share: float) -> float:
    return (share - 0.5) * 4.5
