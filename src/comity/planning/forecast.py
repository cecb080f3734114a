"""When the next sessions of a series are to be expected: simple rules weighed by how right they were, and a window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from comity.planning.experience import Experience, Outcome
from comity.planning.experts import EXPERTS, to_day
from comity.planning.rhythm import Rhythm
from comity.planning.turns import within_turn

# Forecasts need this many sessions: from two, only one interval is known.
FEWEST = 3
# What is known of all series of a kind weighs as much as so many forecasts of this one.
_RULE_WEIGHT, _SCALE_WEIGHT = 3.0, 4.0
# How strongly the better rule is preferred.
_SHARPNESS = 3.0
# Older errors count for less, each by so much.
_FADING = 0.9
_MOST = 1.5


class Track(msgspec.Struct):
    """How the rules fared so far in one series; older errors fade."""

    errors: list[float] = msgspec.field(default_factory=lambda: [0.0] * len(EXPERTS))
    off: float = 0.0
    count: float = 0.0

    def add(self, outcome: Outcome) -> None:
        self.errors = [
            old * _FADING + min(abs(new), _MOST * outcome.gap)
            for old, new in zip(self.errors, outcome.errors, strict=True)
        ]
        self.off = self.off * _FADING + min(abs(outcome.off), _MOST * outcome.gap)
        self.count = self.count * _FADING + 1


class Guess(msgspec.Struct, frozen=True):
    """The next sessions as ordinals, one for each step ahead; the scale of the first one's error, in days."""

    steps: tuple[float, ...]
    rules: tuple[float, ...]
    scale: float


def guess(rhythm: Rhythm, track: Track, experience: Experience, ahead: int = 1) -> Guess:
    """The days weighed from all rules, and how far they may be off."""
    gap, kind = rhythm.gap, rhythm.kind
    known = zip(track.errors, experience.rule_errors(kind), strict=True)
    weights = [
        ((_RULE_WEIGHT * prior * gap + own) / (_RULE_WEIGHT + track.count) + 1) ** -_SHARPNESS for own, prior in known
    ]
    scale = (_SCALE_WEIGHT * experience.error(kind) * gap + track.off) / (_SCALE_WEIGHT + track.count)
    known_then, steps = rhythm, []
    first: tuple[float, ...] = ()
    for _ in range(ahead):
        guesses = [expert(known_then) for expert in EXPERTS]
        first = first or tuple(guesses)
        steps.append(within_turn(_weighed_middle(guesses, weights), known_then.days, rhythm.turning))
        known_then = known_then.after(max(to_day(steps[-1]), known_then.days[-1] + timedelta(days=1)))
    return Guess(tuple(steps), first, max(scale, 1.5))


def _weighed_middle(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighed mean of the values between which half of the weight lies; a lone rule far off does not draw it."""
    ordered = sorted(zip(values, weights, strict=True))
    half, seen = sum(weights) / 2, 0.0
    middle = ordered[-1][0]
    for value, weight in ordered:
        seen += weight
        if seen >= half:
            middle = value
            break
    mean = sum(value * weight for value, weight in ordered) / (2 * half)
    return (middle + mean) / 2


def outcome_of(rhythm: Rhythm, made: Guess, actual: date) -> Outcome:
    """How a forecast fared, from the day on which the session was."""
    came = actual.toordinal()
    off = came - made.steps[0]
    return Outcome(rhythm.kind, rhythm.gap, tuple(came - one for one in made.rules), off, off / made.scale)


def track_of(rhythm: Rhythm, experience: Experience) -> Track:
    """How the rules would have fared on the sessions of one series."""
    track = Track()
    for at in range(FEWEST, len(rhythm.days)):
        before = rhythm.until(at)
        track.add(outcome_of(before, guess(before, track, experience), rhythm.days[at]))
    return track
