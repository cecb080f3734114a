"""The sessions of a series as a calendar: those held, those set, and the windows in which the next ones are expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from comity.export.calendars.dating import Days, days_of, moment
from comity.export.calendars.entry import CANCELLED, TENTATIVE, Calendar, Entry
from comity.export.calendars.events import DOMAIN, Position, status_of
from comity.export.calendars.properties import conference_of
from comity.export.calendars.words import Name, ordinal, place_words
from comity.model.record import Place
from comity.model.series import Edition, Series, Window
from comity.model.when import ONE_DAY

# A session's versions are numbered by how far it has come; a moved one comes after the one that was set.
_STAGES = {
    "hoped": 1,
    "proposed": 1,
    "scheduled": 2,
    "postponed": 3,
    "ongoing": 5,
    "held": 6,
    "cancelled": 7,
    "denied": 7,
}
_MOVED = 2
_COUNTED = ("held", "ongoing", "scheduled")


class Sessions(msgspec.Struct, frozen=True):
    """A series as known on a day, with the windows of the sessions that are expected next."""

    series: Series
    windows: tuple[Window, ...] = ()


class _Known(msgspec.Struct, frozen=True):
    """What all entries of a calendar go by: the day on which it is made, names, where places are."""

    as_of: date
    name: Name
    positions: Mapping[Place, Position]


def series_calendar(
    found: Iterable[Sessions],
    *,
    name: str,
    as_of: date,
    recurring: bool = False,
    positions: Mapping[Place, Position] | None = None,
) -> Calendar:
    """Each session an entry of its own, by the number that it keeps from the first window to the day it is held.

    With `recurring`, the sessions of one series whose days are known are one repeating entry, and each of them an
    exception that names the day that was first set; many programs show only a part of those.
    """
    from comity.catalog.loaded import load_catalog, load_positions

    known = _Known(as_of, load_catalog().name, load_positions() if positions is None else positions)
    entries: list[Entry] = []
    left_out = 0
    for one in found:
        made = ((edition, _session(one.series, edition, known)) for edition in one.series.editions)
        sessions = [(edition, entry) for edition, entry in made if entry is not None]
        left_out += len(one.series.editions) - len(sessions)
        entries += _repeating(one.series, sessions) if recurring else (entry for _, entry in sessions)
        entries += _windows(one, known)
    return Calendar(name=name, entries=tuple(entries), left_out=left_out)


def _session(series: Series, edition: Edition, known: _Known) -> Entry | None:
    days = days_of(edition.date)
    if days is None:
        return None
    uid = f"{_own_id(series, edition)}@{DOMAIN}"
    return Entry(
        uid=uid,
        start=days.start,
        end=days.end,
        summary=_summary(series, edition.number, edition.status) + (" (day unknown)" if days.vague else ""),
        stamp=moment(min(_seen(edition) or known.as_of, known.as_of)),
        status=CANCELLED if is_off(edition) else status_of(edition.status, days),
        sequence=_STAGES.get(edition.status, 0) + (_MOVED if edition.moved_from else 0),
        description="\n".join(_told(series, edition, days, known.name)),
        location=place_words(edition.place, edition.mode, known.name),
        geo=known.positions.get(edition.place),
        url=edition.source.url if edition.source else None,
        conference=conference_of(uid) if edition.mode in ("online", "hybrid") else None,
        categories=_categories(series),
        facts=tuple(_facts(series, edition)),
    )


def is_off(edition: Edition) -> bool:
    """Whether it is put off from its day to no other."""
    return edition.status == "postponed" and edition.moved_from is None


def _own_id(series: Series, edition: Edition) -> str:
    """What a session keeps: its number, the event of the reports, or the day that was first set for it."""
    if edition.number is not None:
        return f"{series.name}/{edition.number}"
    return edition.event or f"{series.name}/{edition.moved_from or edition.date}"


def _summary(series: Series, number: int | None, status: str) -> str:
    title = series.titles.get("en") or f"{', '.join(series.orgs)}: {series.series or series.level.replace('_', ' ')}"
    session = f", {ordinal(number)} session" if number else ""
    return f"{title}{session}" + ("" if status in _COUNTED else f" ({status})")


def _seen(edition: Edition) -> date | None:
    return date.fromisoformat(edition.source.seen) if edition.source and edition.source.seen else None


def _told(series: Series, edition: Edition, days: Days, name: Name) -> Iterator[str]:
    if days.vague:
        yield days.vague
    yield f"Status: {edition.status}"
    yield f"Series: {series.name}"
    if edition.moved_from:
        yield f"First set for: {edition.moved_from}"
    if edition.chair:
        yield f"Chair: {name(edition.chair)}"
    if edition.note:
        yield edition.note
    if edition.source:
        yield f"Source: {edition.source}"
    if edition.event:
        yield f"Event: {edition.event}"


def _categories(series: Series) -> tuple[str, ...]:
    return (*series.orgs, *series.guests, series.kind, series.level.replace("_", " "))


def _facts(series: Series, edition: Edition) -> Iterator[tuple[str, str]]:
    told = {
        "SERIES": series.name,
        "EDITION": edition.number,
        "DATE": edition.date,
        "STATUS": edition.status,
        "KIND": series.kind,
        "LEVEL": series.level,
        "ORGS": " ".join(series.orgs),
        "GUESTS": " ".join(series.guests),
        "MODE": edition.mode,
        "CITY": edition.place.city,
        "COUNTRY": edition.place.country,
        "CHAIR": edition.chair,
    }
    return ((name, str(value)) for name, value in told.items() if value)


def _windows(one: Sessions, known: _Known) -> Iterator[Entry]:
    """Expected sessions; those for which a date was set are editions already."""
    series = one.series
    numbers = [edition.number for edition in series.editions if edition.number and edition.status in _COUNTED]
    expected = [window for window in one.windows if window.basis != "announced"]
    for ahead, window in enumerate(expected, 1):
        number = max(numbers) + ahead if numbers else None
        own = f"{series.name}/{number}" if number else f"{series.name}/next-{ahead}"
        yield Entry(
            uid=f"{own}@{DOMAIN}",
            start=window.start,
            end=window.last + ONE_DAY,
            summary=f"{_summary(series, number, 'held')} (expected)",
            stamp=moment(known.as_of),
            status=TENTATIVE,
            description=(
                f"Expected around {window.expected}; with {window.probability:.0%} probability on a day from "
                f"{window.start} to {window.last}, by the intervals of its sessions. No date is set.\nSeries: {series.name}"
            ),
            categories=_categories(series),
            facts=(
                ("SERIES", series.name),
                ("STATUS", "expected"),
                ("EXPECTED", window.expected.isoformat()),
                ("PROBABILITY", str(window.probability)),
            ),
        )


def _repeating(series: Series, sessions: Sequence[tuple[Edition, Entry]]) -> list[Entry]:
    """The sessions with a day as one entry that lists the days first set, and exceptions to it; the rest as they are."""
    dated: dict[date, Entry] = {}
    others: list[Entry] = []
    for edition, entry in sessions:
        day = _first_set(edition)
        if day is None or day in dated:
            others.append(entry)
        else:
            dated[day] = entry
    if len(dated) < 2:
        return [entry for _, entry in sessions]
    uid, days = f"{series.name}@{DOMAIN}", sorted(dated)
    master = Entry(
        uid=uid,
        start=days[0],
        end=days[0] + ONE_DAY,
        summary=_summary(series, None, "held"),
        stamp=max(entry.stamp for entry in dated.values()),
        sequence=max(entry.sequence for entry in dated.values()),
        description=f"Series: {series.name}",
        categories=_categories(series),
        facts=(("SERIES", series.name),),
        # With the first: some programs leave out the day that the entry begins on where it is not listed.
        repeats=tuple(days),
    )
    exceptions = [msgspec.structs.replace(dated[day], uid=uid, replaces=day) for day in days]
    return [master, *exceptions, *others]


def _first_set(edition: Edition) -> date | None:
    """The day that was first set for a session; None where no day of it is known."""
    for told in (edition.moved_from, edition.date):
        days = days_of(told)
        if days is not None and not days.vague:
            return days.start
    return None
