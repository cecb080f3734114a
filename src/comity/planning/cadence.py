"""When the sessions of a series were, and what lies between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from comity.model.series import Edition, Interval, Series
from comity.model.when import When

YEAR = 365.2425
MONTH = YEAR / 12
HELD = ("held", "ongoing")
# A date vaguer than a quarter of a year tells nothing of the time between sessions.
_TOO_VAGUE = 93
# Intervals count as even while they stay within so much of the one in the middle; of two or three it takes more.
_EVEN, _EVEN_OF_FEW = 0.35, 0.15


def was_held(edition: Edition, as_of: date | None = None) -> bool:
    """Whether it took place, as far as is known on a day (any, where None): what lies after it is not known yet."""
    if edition.status not in HELD:
        return False
    lower = When.parse(edition.date).lower if edition.date else date.min
    return as_of is None or (lower is not None and lower <= as_of)


def first_day(edition: Edition) -> date | None:
    """The day it began; the middle of a time known only to the month; None where it is vaguer than a quarter."""
    when = When.parse(edition.date) if edition.date else None
    if when is None or when.lower is None or when.length is None or when.length > _TOO_VAGUE:
        return None
    # A few days are a session that lasts, more are a day that is not known.
    return when.lower if when.length <= 21 else when.lower + timedelta(days=when.length // 2)


def held_days(series: Series, as_of: date | None = None) -> tuple[date, ...]:
    """The first days of the sessions held, in order, as known on a day."""
    return tuple(day for day, _ in held_sessions(series, as_of))


def held_sessions(series: Series, as_of: date | None = None) -> tuple[tuple[date, str | None], ...]:
    """The first days of the sessions held, in order, with who presided, as known on a day."""
    found: dict[date, str | None] = {}
    for edition in series.editions:
        day = first_day(edition) if was_held(edition, as_of) else None
        if day is not None and (as_of is None or day <= as_of):
            found[day] = found.get(day) or edition.chair
    return tuple(sorted(found.items()))


def presumed(series: Series, as_of: date) -> Edition | None:
    """The last session that a source announced for a day that has passed, and of which nothing more is known.

    Most are held as announced; the next one is counted from it. What only reports announce is not presumed: other
    reports would tell.
    """
    days = held_days(series, as_of)
    passed = [
        (day, edition)
        for edition in series.editions
        if edition.status == "scheduled" and edition.source is not None and edition.event is None
        if (day := first_day(edition)) is not None and day <= as_of and (not days or day > days[-1])
    ]
    return max(passed, key=lambda one: one[0])[1] if passed else None


def gaps(days: Sequence[date]) -> list[int]:
    """The days between each session and the next."""
    return [(after - before).days for before, after in pairwise(days)]


def interval(days: Sequence[date]) -> Interval | None:
    """What lies between sessions; None where there are fewer than two."""
    between = gaps(days)
    if not between:
        return None
    return Interval(round(median(between)), min(between), max(between), between[-1], len(between))


def usual_gap(days: Sequence[date], months: float | None = None) -> float:
    """In days: the middle one of the last eight, or what the rules want where there are none."""
    between = gaps(days)[-8:]
    return float(median(between)) if between else (months or 12) * MONTH


def is_even(days: Sequence[date]) -> bool:
    """Whether sessions come regularly: most of the last intervals are alike, or every year has about as many."""
    between = gaps(days)[-8:]
    if len(between) < 2:
        return False
    middle = median(between)
    near = (_EVEN if len(between) > 3 else _EVEN_OF_FEW) * middle
    alike = sum(abs(one - middle) <= near for one in between)
    return alike >= 0.75 * len(between) or _same_number_a_year(days)


def _same_number_a_year(days: Sequence[date]) -> bool:
    """Over the last five whole years, two or more a year, and never one more or less than in another."""
    years = range(max(days[0].year + 1, days[-1].year - 5), days[-1].year)
    counts = [sum(day.year == year for day in days) for year in years]
    return len(counts) >= 3 and min(counts) >= 2 and max(counts) - min(counts) <= 1


def regular_since(days: Sequence[date]) -> date:
    """The first session of the unbroken run that goes on to the last one."""
    between = gaps(days)
    middle = median(between[-8:])
    at = len(between)
    while at and between[at - 1] <= (1 + _EVEN) * middle + 60:
        at -= 1
    return days[at]
