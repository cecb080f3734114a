"""What a year's plan shows: sessions with their days, how firm each is, and who presides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from comity.errors import UsageError
from comity.export.calendars.dating import days_of
from comity.export.calendars.series import Sessions, is_off
from comity.export.calendars.words import Name, ordinal, place_words
from comity.model.membership import Chairmanship
from comity.model.series import Edition, Series, Window

CERTAIN, ANNOUNCED, EXPECTED, CANCELLED = "certain", "announced", "expected", "cancelled"
STANDINGS = {
    "held": CERTAIN,
    "ongoing": CERTAIN,
    "scheduled": ANNOUNCED,
    "cancelled": CANCELLED,
    "denied": CANCELLED,
    "postponed": EXPECTED,
    "proposed": EXPECTED,
    "hoped": EXPECTED,
}


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """The SCO's heads of state, 26th session, from 31 August to 1 September in Bishkek: announced, by this source.

    `standing` is certain (held), announced (a day is set), expected (a window of days, or only a month is known) or
    cancelled (or postponed). `start` and `last` are both days of it; `around` is the likeliest of a window.
    """

    title: str
    start: date
    last: date
    standing: str
    place: str | None = None
    around: date | None = None
    note: str = ""
    source: str | None = None

    @property
    def is_vague(self) -> bool:
        """Whether only a month, a season or a year is set."""
        return self.standing == EXPECTED and self.around is None

    @property
    def label(self) -> str:
        return " · ".join(part for part in (self.title, self.place) if part)


class Term(msgspec.Struct, frozen=True):
    """Kyrgyzstan presides, from 1 September 2025 on; None where an end is open or not known."""

    chair: str
    start: date | None
    end: date | None


class YearPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The SCO's year 2026, as known on a day."""

    organization: str
    year: int
    as_of: date
    bars: tuple[Bar, ...] = ()
    terms: tuple[Term, ...] = ()


def year_plan(
    organization: str, year: int, found: Iterable[Sessions], *, as_of: date, chairs: Sequence[Chairmanship] = ()
) -> YearPlan:
    """The plan of one year, from the organization's series with the windows of their next sessions.

    Raises UsageError for a year that no calendar has.
    """
    if not 1 < year < 9999:
        raise UsageError(f"{year} is not a year of the calendar; write one such as 2026")
    from comity.catalog.loaded import load_catalog

    name = load_catalog().name
    bars = [bar for one in found for bar in _bars(one, name) if _is_shown(bar, year)]
    terms = [Term(_chair(one, name), *_bounds(one)) for one in chairs]
    return YearPlan(
        organization=organization,
        year=year,
        as_of=as_of,
        bars=tuple(sorted(bars, key=lambda bar: (bar.start, bar.last, bar.title))),
        terms=tuple(
            one for one in terms if _is_in(one.start or date.min, (one.end or date.max) - timedelta(days=1), year)
        ),
    )


def _is_shown(bar: Bar, year: int) -> bool:
    """What touches the year; a window that begins in it and is likeliest after it belongs to the next plan."""
    return _is_in(bar.start, bar.last, year) and (bar.around is None or bar.around.year <= year)


def _is_in(start: date, last: date, year: int) -> bool:
    return start.year <= year <= last.year


def _bars(one: Sessions, name: Name) -> Iterator[Bar]:
    """Sessions, and windows; a window tells more of when than a session for which only a year is set."""
    made = [bar for edition in one.series.editions if (bar := _held(one.series, edition, name))]
    for window in one.windows:
        if window.basis != "announced":
            vague = next((bar for bar in made if bar.is_vague and bar.start <= window.expected <= bar.last), None)
            made = [bar for bar in made if bar is not vague]
            yield _window(one.series, window, vague)
    yield from made


def _held(series: Series, edition: Edition, name: Name) -> Bar | None:
    days = days_of(edition.date)
    if days is None:
        return None
    standing = CANCELLED if is_off(edition) else STANDINGS.get(edition.status, EXPECTED)
    number = f", {ordinal(edition.number)}" if edition.number else ""
    vague = f"known only as {edition.date}" if days.vague else ""
    notes = (edition.status, vague, f"first set for {edition.moved_from}" if edition.moved_from else "")
    return Bar(
        title=f"{_title(series)}{number}",
        start=days.start,
        last=days.end - timedelta(days=1),
        standing=EXPECTED if days.vague and standing == ANNOUNCED else standing,
        place=place_words(edition.place, edition.mode, name),
        note="; ".join(filter(None, notes)),
        source=str(edition.source) if edition.source else None,
    )


def _window(series: Series, window: Window, session: Bar | None) -> Bar:
    expected = f"expected around {window.expected}, {window.probability:.0%} from {window.start} to {window.last}"
    return Bar(
        title=session.title if session else _title(series),
        start=window.start,
        last=window.last,
        standing=EXPECTED,
        place=session.place if session else None,
        around=window.expected,
        note="; ".join(filter(None, (session.note if session else "", expected))),
        source=session.source if session else None,
    )


def _title(series: Series) -> str:
    own = series.series or series.level.replace("_", " ")
    others = [*series.orgs[1:], *series.guests]
    joint = f" with {', '.join(others)}" if others else ""
    return f"{own[:1].upper()}{own[1:]}{joint}"


def _chair(one: Chairmanship, name: Name) -> str:
    return (name(one.state) if one.state else None) or one.person or "?"


def _bounds(one: Chairmanship) -> tuple[date | None, date | None]:
    start, end = (None if bound is None else bound.lower for bound in (one.start, one.end))
    return start, end
