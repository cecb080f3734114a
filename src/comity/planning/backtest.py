"""History forecast again: every session from those before it, by what was known on the day of the forecast."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from comity.planning.experience import FURTHEST, Experience
from comity.planning.experts import by_the_rules
from comity.planning.forecast import FEWEST, Guess, Track, guess, outcome_of
from comity.planning.rhythm import Rhythm


class Trial(msgspec.Struct, frozen=True):
    """In 2019 the next SCO summit was expected around 12 June 2020, in a window of 80 %; it came on 10 November.

    Errors are in days, + where it came later. `simple` is that of "the last one and the nominal interval".
    """

    series: str
    made_on: date
    actual: date
    error: float
    simple: float
    start: float
    last: float

    @property
    def within(self) -> bool:
        return self.start <= self.actual.toordinal() <= self.last


def experience_of(rhythms: Mapping[str, Rhythm], before: date = date.max) -> Experience:
    """What all series taught up to a day."""
    experience = Experience()
    for _ in _walk(rhythms, experience, before, 0.8):
        pass
    return experience


def trials(rhythms: Mapping[str, Rhythm], probability: float = 0.8) -> list[Trial]:
    """Every forecast that could have been made, in the order of time."""
    return list(_walk(rhythms, Experience(), date.max, probability))


def _walk(rhythms: Mapping[str, Rhythm], experience: Experience, before: date, probability: float) -> Iterator[Trial]:
    """Goes through history day by day: what has come out is learned before the next forecast is made."""
    tracks = {name: Track() for name in rhythms}
    waiting: list[_Waiting] = []
    for number, (made_on, name, at) in enumerate(_forecasts(rhythms, before)):
        while waiting and waiting[0].day < made_on:
            _learn(heapq.heappop(waiting), tracks, experience)
        known = rhythms[name].until(at)
        made = guess(known, tracks[name], experience, FURTHEST)
        coming = [day for day in rhythms[name].days[at : at + FURTHEST] if day < before]
        for ahead, day in enumerate(coming, 1):
            heapq.heappush(waiting, _Waiting(day, number, ahead, name, known, made))
        yield _trial(name, made_on, coming[0], known, made, experience, probability)
    for one in sorted(waiting):
        _learn(one, tracks, experience)


class _Waiting(NamedTuple):
    """A forecast of the session so many ahead, of which the day will come out. In the order of days."""

    day: date
    number: int
    ahead: int
    series: str
    known: Rhythm
    made: Guess


def _learn(one: _Waiting, tracks: Mapping[str, Track], experience: Experience) -> None:
    if one.ahead == 1:
        outcome = outcome_of(one.known, one.made, one.day)
        tracks[one.series].add(outcome)
        experience.learn(outcome)
    else:
        off = one.day.toordinal() - one.made.steps[one.ahead - 1]
        experience.learn_ratio(one.known.kind, one.ahead, off / one.made.scale)


def _trial(
    name: str, made_on: date, actual: date, known: Rhythm, made: Guess, experience: Experience, probability: float
) -> Trial:
    low, high = (experience.quantile(known.kind, share) for share in ((1 - probability) / 2, (1 + probability) / 2))
    came, step = actual.toordinal(), made.steps[0]
    simple = came - by_the_rules(known)
    return Trial(name, made_on, actual, came - step, simple, step + low * made.scale, step + high * made.scale)


def _forecasts(rhythms: Mapping[str, Rhythm], before: date) -> Iterable[tuple[date, str, int]]:
    """The day after each session, where enough came before and another one followed."""
    return sorted(
        (whole.days[at - 1] + timedelta(days=1), name, at)
        for name, whole in rhythms.items()
        for at in range(FEWEST, len(whole.days))
        if whole.days[at] < before
    )
