"""The JSON shape of a series, and its rows: one contract for commands, board and API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from comity.model.series import Edition, Interval, Kin, Series, Standing, Window

WISHES = ("proposed", "hoped")
SERIES_COLUMNS = (
    *("series", "standing", "since", "overdue_days", "held", "last", "median_days"),
    *("next_from", "next_to", "next_expected", "probability", "basis", "because"),
)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of one series on a day."""

    series: Series
    standing: Standing
    interval: Interval | None = None
    next: tuple[Window, ...] = ()
    kin: tuple[Kin, ...] = ()


def series_shape(told: Told) -> dict[str, Any]:
    """`{"series", "titles", …, "editions", "interval", "next", "later", "standing", "since", "overdue_days", "because"}`."""
    series = told.series
    windows = [window_shape(one) for one in told.next]
    shape: dict[str, Any] = {
        "series": series.name,
        "titles": series.titles,
        "kind": series.kind,
        "level": series.level,
        "orgs": series.orgs,
        "guests": series.guests,
        "editions": [edition_shape(one) for one in series.editions if one.status not in WISHES],
        "wishes": [edition_shape(one) for one in series.editions if one.status in WISHES],
        "kin": [{"series": one.name, "editions": [edition_shape(each) for each in one.editions]} for one in told.kin],
        "cadence": series.cadence and {"months": series.cadence.months, "source": _source(series.cadence.source)},
        "interval": told.interval,
        "next": windows[0] if windows else None,
        "later": windows[1:],
        **msgspec.to_builtins(told.standing),
    }
    built: dict[str, Any] = msgspec.to_builtins(shape)
    return built


def edition_shape(edition: Edition) -> dict[str, Any]:
    """`{"number", "date", "place", "mode", "chair", "status", "source", "event", "moved_from", "note"}`."""
    return {
        "number": edition.number,
        "date": edition.date,
        "place": msgspec.to_builtins(edition.place),
        "mode": edition.mode,
        "chair": edition.chair,
        "status": edition.status,
        "source": _source(edition.source),
        "event": edition.event,
        "moved_from": edition.moved_from,
        "note": edition.note,
    }


def window_shape(window: Window) -> dict[str, Any]:
    """`{"from", "to", "expected", "probability", "basis"}`; both days are days of the window."""
    return {
        "from": window.start.isoformat(),
        "to": window.last.isoformat(),
        "expected": window.expected.isoformat(),
        "probability": window.probability,
        "basis": window.basis,
    }


def series_row(told: Told) -> tuple[object, ...]:
    """A series as one row of SERIES_COLUMNS."""
    held = held_editions(told.series.editions)
    coming = told.next[0] if told.next else None
    return (
        told.series.name,
        told.standing.standing,
        told.standing.since,
        told.standing.overdue_days,
        len(held),
        last_day(held),
        told.interval.median_days if told.interval else None,
        *((coming.start, coming.last, coming.expected, coming.probability, coming.basis) if coming else (None,) * 5),
        "; ".join(told.standing.because),
    )


def held_editions(editions: Iterable[Edition]) -> list[Edition]:
    return [one for one in editions if one.status in ("held", "ongoing")]


def last_day(held: Iterable[Edition]) -> str | None:
    """The date of the last one whose date is known."""
    return max((one.date for one in held if one.date), default=None)


def _source(source: object) -> str | None:
    return None if source is None else str(source)
