"""How far forecasts of past sessions were off, by series, and how many sessions their windows held.

Every session from the fourth on is forecast from those before it, with what was known on the day after the last one. The
rule to beat is "the last session, and the interval that the rules want, else the middle one of those before".

usage: python bench/forecast.py [PROBABILITY]     (default: 0.8)
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from time import perf_counter

from comity.catalog.loaded import load_catalog, load_sessions
from comity.planning import Rhythm, Trial, chairs_of, rhythm_of, trials

# The day up to which the catalogue's sessions are known: what is only scheduled is none.
KNOWN = date(2026, 11, 25)


def main(arguments: list[str]) -> None:
    probability = float(arguments[0]) if arguments else 0.8
    rhythms = _rhythms()
    began = perf_counter()
    found = trials(rhythms, probability)
    took = perf_counter() - began
    print(f"{'series':42} forecasts  mean error  simple rule  within {probability:.0%}  window, days")
    for name in sorted({one.series for one in found}):
        _tell(name, [one for one in found if one.series == name])
    print()
    for kind in sorted({rhythms[one.series].kind for one in found}):
        _tell(kind, [one for one in found if rhythms[one.series].kind == kind])
    _tell("all", found)
    print(
        f"\n{len(found)} forecasts in {took:.2f} s; better or as good in {_better(found)} series of {len(_names(found))}"
    )


def _rhythms() -> dict[str, Rhythm]:
    chairs = load_catalog().chairs
    return {one.name: rhythm_of(one, KNOWN, chairs_of(one, chairs)) for one in load_sessions()}


def _tell(name: str, trials: list[Trial]) -> None:
    share = sum(one.within for one in trials) / len(trials)
    width = sum(one.last - one.start for one in trials) / len(trials)
    errors = (_mean(one.error for one in trials), _mean(one.simple for one in trials))
    print(f"{name:42} {len(trials):9} {errors[0]:11.1f} {errors[1]:12.1f} {share:10.1%} {width:13.0f}")


def _mean(errors: Iterable[float]) -> float:
    sizes = [abs(one) for one in errors]
    return sum(sizes) / len(sizes)


def _names(found: list[Trial]) -> set[str]:
    return {one.series for one in found}


def _better(found: list[Trial]) -> int:
    by_name = [[one for one in found if one.series == name] for name in _names(found)]
    return sum(_mean(one.error for one in own) <= _mean(one.simple for one in own) for own in by_name)


if __name__ == "__main__":
    main(sys.argv[1:])
