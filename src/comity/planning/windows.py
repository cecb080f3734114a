"""The next sessions as windows, seen from a day: what has not come by then is still to come, or was left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from comity.model.series import Edition, Series, Window
from comity.model.when import When
from comity.planning.cadence import first_day
from comity.planning.experience import Experience
from comity.planning.experts import to_day
from comity.planning.forecast import FEWEST, Guess, guess, track_of
from comity.planning.rhythm import Rhythm

PROBABILITY = 0.8
# A session that so few of the past errors would still allow was left out; the one after it is expected.
_GIVEN_UP = 0.05
# Sessions are announced no longer ahead than this.
_SOON = timedelta(days=5 * 366)
# So many sessions left out are looked past; a series that slept longer has no rhythm left.
_FURTHEST = 100


def announced(series: Series, as_of: date) -> Edition | None:
    """The next session for which a date is set, as known on a day; None where none is, or its date has passed."""
    coming = [edition for edition in series.editions if edition.status == "scheduled" and _is_ahead(edition, as_of)]
    return min(coming, key=lambda edition: edition.date or "", default=None)


def _is_ahead(edition: Edition, as_of: date) -> bool:
    when = When.parse(edition.date) if edition.date else None
    day = first_day(edition)
    # A whole year is no date, and a date decades ahead no session: the forecast tells more.
    return when is not None and when.last is not None and when.last > as_of and day is not None and day - as_of < _SOON


def can_forecast(rhythm: Rhythm) -> bool:
    """From two sessions only one interval is known; it takes three, or two and a rule that says how often."""
    return len(rhythm.days) >= FEWEST or (len(rhythm.days) == FEWEST - 1 and rhythm.months is not None)


def first_window(rhythm: Rhythm, experience: Experience, probability: float = PROBABILITY) -> Window | None:
    """The next one as it was expected on the day after the last one."""
    if not can_forecast(rhythm):
        return None
    made = guess(rhythm, track_of(rhythm, experience), experience)
    return _window(rhythm, made, 1, experience, 0.0, probability)


def windows(
    rhythm: Rhythm,
    experience: Experience,
    *,
    as_of: date,
    count: int = 1,
    probability: float = PROBABILITY,
    set_date: Edition | None = None,
    known_until: date | None = None,
) -> tuple[Window, ...]:
    """The next `count` sessions after a day, by time; the first on the date that was set, where one was.

    Sessions up to `known_until` would be known; one that was due after it and before `as_of` may have been held.
    """
    found = [_announced_window(set_date, as_of, probability)] if set_date else []
    if found:
        rhythm, as_of = rhythm.after(found[0].expected), found[0].last
    if can_forecast(rhythm):
        looked = as_of if found else min(as_of, known_until or as_of)
        wanted = count - len(found) + _between(rhythm, looked, as_of)
        coming = _from_intervals(rhythm, experience, looked, wanted, probability)
        found += [_ahead(one, as_of) for one in coming if one.expected > as_of]
    return tuple(found[:count])


def _between(rhythm: Rhythm, looked: date, as_of: date) -> int:
    """How many sessions may have been due since the last day that is known."""
    return 0 if looked == as_of else min(round((as_of - looked).days / max(rhythm.gap, 1)) + 2, _FURTHEST)


def _ahead(window: Window, as_of: date) -> Window:
    """Without the days that have passed."""
    return msgspec.structs.replace(window, start=max(window.start, as_of + timedelta(days=1)))


def _announced_window(edition: Edition, as_of: date, probability: float) -> Window:
    when = When.parse(edition.date or "")
    first, last = max(when.lower or date.max, as_of + timedelta(days=1)), when.last or date.max
    middle = first if (last - first).days <= 21 else first + (last - first) / 2
    return Window(start=first, last=last, expected=middle, probability=probability, basis="announced")


def _from_intervals(
    rhythm: Rhythm, experience: Experience, as_of: date, count: int, probability: float
) -> Iterator[Window]:
    """The first one that may still come; each later one from the one before it."""
    if count < 1:
        return
    track, missed = track_of(rhythm, experience), max(0, round((as_of - rhythm.days[-1]).days / max(rhythm.gap, 1)))
    made = guess(rhythm, track, experience, min(2 * missed, _FURTHEST) + 2)
    first = _first_left(rhythm, made, experience, as_of, probability)
    if first is None:
        return
    yield first
    last, after = first, rhythm.after(first.expected)
    made = guess(after, track, experience, count)
    for ahead in range(1, count):
        last = _later(_window(rhythm, made, ahead, experience, 0.0, probability, as_of, further=1), last)
        yield last


def _first_left(rhythm: Rhythm, made: Guess, experience: Experience, as_of: date, probability: float) -> Window | None:
    for ahead, step in enumerate(made.steps, 1):
        passed = _passed(experience, rhythm.kind, (as_of.toordinal() + 1 - step) / made.scale, ahead)
        if passed <= 1 - _GIVEN_UP:
            return _window(rhythm, made, ahead, experience, passed, probability, as_of)
    return None


def _later(window: Window, before: Window) -> Window:
    """No part of it before that of the one that comes first."""
    start, expected, last = (
        max(own, other + timedelta(days=1))
        for own, other in ((window.start, before.start), (window.expected, before.expected), (window.last, before.last))
    )
    return msgspec.structs.replace(window, start=start, expected=expected, last=last)


def _passed(experience: Experience, kind: str, ratio: float, ahead: int) -> float:
    """The share of the past errors by which it would have come before now."""
    if len(experience.ratios(kind, ahead)) < 20:
        return 0.0 if ratio <= experience.quantile(kind, 0.9, ahead) else 1.0
    return 1 - experience.share_above(kind, ratio, ahead)


def _window(
    rhythm: Rhythm,
    made: Guess,
    ahead: int,
    experience: Experience,
    passed: float,
    probability: float,
    as_of: date | None = None,
    *,
    further: int = 0,
) -> Window:
    """Between the errors that leave out as much on either side, of those that are still possible."""
    step, scale = made.steps[ahead - 1], made.scale

    def at(share: float) -> float:
        return step + scale * experience.quantile(rhythm.kind, passed + (1 - passed) * share, ahead + further)

    start, last = at((1 - probability) / 2), at((1 + probability) / 2)
    # No sooner than tomorrow, and not the session that has just been.
    soonest = max(as_of or date.min, rhythm.days[-1]) + timedelta(days=1)
    days = [max(to_day(one), soonest) for one in (start, last, step if passed < 0.02 else at(0.5))]
    return Window(start=days[0], last=days[1], expected=min(max(days[2], days[0]), days[1]), probability=probability)
