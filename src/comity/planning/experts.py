"""Simple rules that each guess when the next session is. None is right everywhere; experience weighs them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from statistics import median

from comity.planning.cadence import MONTH, YEAR, gaps
from comity.planning.rhythm import Rhythm

Expert = Callable[[Rhythm], float]
"""From what is known of a series: the ordinal of the next day."""


def by_the_rules(known: Rhythm) -> float:
    """The last one, and what the rules want after it; the middle interval where they say nothing."""
    return _last(known) + (known.months * MONTH if known.months else median(gaps(known.days)))


def by_the_middle(known: Rhythm) -> float:
    """The last one, and the middle of the last five intervals."""
    return _last(known) + median(gaps(known.days)[-5:])


def by_the_pace(known: Rhythm) -> float:
    """The last one, and an interval between the last one and the one in the middle: the pace may have changed."""
    between = gaps(known.days)
    return _last(known) + (between[-1] + median(between[-5:])) / 2


def by_the_season(known: Rhythm) -> float:
    """The weeks of the year in which the last five were, in the year in which the next one is due."""
    return _in_season(known, known.days[-5:])


def by_the_late_season(known: Rhythm) -> float:
    """The same from the last two alone: a season may have moved."""
    return _in_season(known, known.days[-2:])


def by_the_whole_years(known: Rhythm) -> float:
    """The last one, and as many whole years as usual."""
    return _in_season(known, known.days[-1:])


def by_the_chair(known: Rhythm) -> float:
    """The weeks of the year in which the coming chair invited before: mountains in summer, a port in spring."""
    pairs = zip(known.days, known.chairs, strict=False)
    own = [day for day, chair in pairs if chair is not None and chair == known.coming]
    return _in_season(known, own[-2:]) if own else by_the_whole_years(known)


def by_last_year(known: Rhythm) -> float:
    """Where there are several a year, a year after the one that stood at this place last year."""
    days, usual = known.days, median(gaps(known.days)[-6:])
    count = round(YEAR / max(usual, 1))
    if count < 2 or len(days) < count:
        return by_the_middle(known)
    # A year with one more or one less puts every place out of step; half a usual gap is the least.
    return max(days[-count].toordinal() + YEAR, _last(known) + usual / 2)


EXPERTS: tuple[Expert, ...] = (
    by_the_rules,
    by_the_middle,
    by_the_pace,
    by_the_season,
    by_the_late_season,
    by_the_whole_years,
    by_the_chair,
    by_last_year,
)


def _last(known: Rhythm) -> int:
    return known.days[-1].toordinal()


def _in_season(known: Rhythm, recent: Sequence[date]) -> float:
    gap = known.months * MONTH if known.months else median(gaps(known.days)[-5:])
    years = round(gap / YEAR)
    if years < 1:
        return _last(known) + gap
    last = known.days[-1]
    # Each earlier one is moved to the year of the last one, to the side that lies nearer to it.
    shifts = [_shift(day, last) for day in recent]
    return last.toordinal() + median(shifts) + years * YEAR


def _shift(day: date, last: date) -> float:
    """How many days earlier or later in the year than the last one; within half a year."""
    away = (day - last).days
    return away - round(away / YEAR) * YEAR


def to_day(ordinal: float) -> date:
    """The nearest day that the calendar has."""
    try:
        return date.fromordinal(round(ordinal))
    except (ValueError, OverflowError):
        return date.max - timedelta(days=1)
