"""What speaks against a day: rest and holidays of the invited states, fasts, other sessions of the same ministers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.work_weeks import WorkWeeks
from comity.errors import UsageError
from comity.model.plan import Clash
from comity.planning.fasts import ramadan
from comity.planning.own_series import Avoided

_LANGUAGES = ("en_US", "en_GB", "en")
DESCRIBED = {
    "weekend": "avoid.weekends",
    "holiday": "avoid.holidays",
    "fast": "avoid.fasts",
    "session": "avoid.sessions",
    "day": "avoid.days",
}
"""Each kind of clash with the field of the file that asks to avoid it."""


class Busy(msgspec.Struct, frozen=True):
    """SCO/defence-ministers meet from 27 to 28 April 2023; `states` are those of the invited who belong to it."""

    series: str
    first: date
    last: date
    states: tuple[str, ...]


class Obstacles(msgspec.Struct, frozen=True, kw_only=True):
    """All that can speak against a day. `holidays` gives what a state celebrates on a day, None where nobody knows."""

    avoid: Avoided
    weeks: WorkWeeks
    holidays: Callable[[str, date], tuple[str, ...] | None]
    busy: Sequence[Busy] = ()

    def on(self, day: date, invited: Sequence[str], host: str | None) -> tuple[Clash, ...]:
        """What speaks against a day, for the states invited and the one that hosts."""
        return tuple(self._on(day, invited, host))

    def _on(self, day: date, invited: Sequence[str], host: str | None) -> Iterator[Clash]:
        resting = [one for one in _whose(self.avoid.weekends, invited, host) if self.weeks.rests(one, day)]
        if resting:
            yield Clash(day=day, kind="weekend", what="day of rest", states=tuple(resting))
        for what, states in self._celebrated(day, _whose(self.avoid.holidays, invited, host)).items():
            yield Clash(day=day, kind="holiday", what=what, states=tuple(states))
        if "ramadan" in self.avoid.fasts and ramadan(day):
            yield Clash(day=day, kind="fast", what="Ramadan")
        if day in self.avoid.days:
            yield Clash(day=day, kind="day", what="is to be kept free")
        for one in self.busy:
            yield from self._near(day, one)

    def _celebrated(self, day: date, states: Sequence[str]) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for state in states:
            for name in self.holidays(state, day) or ():
                found.setdefault(name, []).append(state)
        return found

    def _near(self, day: date, one: Busy) -> Iterator[Clash]:
        within = timedelta(days=self.avoid.session_days)
        if one.first - within <= day <= one.last + within:
            days = f"{one.first}" if one.first == one.last else f"{one.first} to {one.last}"
            yield Clash(day=day, kind="session", what=f"{one.series} meets on {days}", states=one.states)


def national_holidays(codes: Mapping[str, str]) -> Callable[[str, date], tuple[str, ...] | None]:
    """What a state celebrates on a day, by its two letters in `codes`; None where its holidays are not known.

    Raises UsageError where the calendars of holidays are not installed.
    """
    try:
        import holidays
    except ImportError as error:
        raise UsageError("national holidays need a calendar of them: pip install 'comity[calendar]'") from error
    supported = holidays.list_supported_countries()

    @lru_cache(maxsize=1024)
    def of_year(state: str, year: int) -> Any:
        code = codes.get(state)
        if code is None or code not in supported:
            return None
        languages = _supported_languages(code)
        language = next((one for one in _LANGUAGES if one in languages), None)
        return holidays.country_holidays(code, years=year, language=language)

    def on(state: str, day: date) -> tuple[str, ...] | None:
        known = of_year(state, day.year)
        return None if known is None else tuple(known.get_list(day))

    return on


def _supported_languages(code: str) -> Sequence[str]:
    import holidays

    languages: Sequence[str] = holidays.list_localized_countries().get(code, ())
    return languages


def _whose(asked: str, invited: Sequence[str], host: str | None) -> Sequence[str]:
    if asked == "all":
        return invited
    return (host,) if asked == "host" and host else ()
