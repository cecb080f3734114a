"""`comity slot`: fair hours for a video call of states in many time zones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

import click

from comity.cli.output import answer_format, as_of, today, write_csv, write_table, write_value

if TYPE_CHECKING:
    from datetime import date

    from comity.planning.calls import Call
    from comity.planning.slots import Local, OpenWindow, SharedSeries, Slot

COLUMNS = (
    *("kind", "start_from", "start_to", "worst", "sum", "count"),
    *("state", "timezone", "from", "to", "outside", "weekend"),
)
CLOCKS = ("state", "name", "seat", "time zone", "from", "to", "outside", "")
WINDOWS = ("days", "start, UTC", "offices rest in")
SLOTS = ("start, UTC", "worst", "sum", "outside for", "worst for", "offices rest in")


@click.command(short_help="Find fair hours for a video call.")
@click.argument("expression")
@click.option("--on", metavar="DAYS", help="DATE, DATE,DATE…, FROM/TO, a month or a year; without it, today.")
@as_of
@click.option("--length", default="2h", show_default=True, help="2h, 90m or 1h30m.")
@click.option("--hours", default="09-18", show_default=True, help="Office hours by everybody's own clock.")
@click.option(
    "--measure",
    type=click.Choice(["worst", "sum", "count"]),
    default="worst",
    show_default=True,
    help="What makes a slot less unfair, where none is in all hours.",
)
@click.option("--step", default="15m", show_default=True, help="Between the starts that are tried.")
@click.option("--best", type=click.IntRange(1, 100), default=3, show_default=True, help="So many of the least unfair.")
@click.option("--series", type=click.IntRange(1, 104), help="So many calls, whose bad hours go round.")
@click.option("--workdays", is_flag=True, help="No call on a day on which anybody's offices rest.")
@click.option(
    "--zone", "zones", multiple=True, metavar="NAME=ZONE", help="Another clock for a state, or one more party."
)
@click.option("--with-doubtful", is_flag=True, help="Let those take part on whom sources disagree.")
@click.option("--status", default="member", show_default=True, help="The status of organizations that name none.")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="Of the names: en, ru, zh.")
@answer_format
def slot(
    expression: str, on: str | None, as_of: date | None, zones: tuple[str, ...], form: str, **asked: object
) -> None:
    """Find when those whom EXPRESSION calls can meet by video, each by the clock of its capital on that day.

    A window is a span of starts at which the whole call is in everybody's office hours. Where no day has one, the
    least unfair slots are told, of several days one each. How far a call reaches outside office hours is measured by
    the worst (the furthest that anybody's call reaches), the sum (over all) or the count (of those outside).

    With --series, the burden goes round: who bears most over all calls bears as little as can be. One day stands for
    weekly calls from it on.

    A day is that of the capital in the middle of the clocks. Days on which offices rest are marked.
    """
    from comity.convening.asked import question_of
    from comity.convening.calls import SlotQuestion, read_zones
    from comity.convening.calls import slot as find

    question = question_of(SlotQuestion, {**asked, "zones": read_zones(zones)})
    found = find(expression, on=on or today(as_of), question=question)
    if form in ("json", "jsonl"):
        write_value(found, form)
    elif form == "csv":
        write_csv(COLUMNS, _rows(found))
    else:
        _print(found)


def _rows(found: Call) -> Iterator[tuple[object, ...]]:
    """One a party and slot, by COLUMNS."""
    for window in found.windows:
        times = (window.start_from.isoformat(), window.start_to.isoformat())
        yield from (("window", *times, 0, 0, 0, *_cells(one)) for one in window.local)
    meetings = found.series.meetings if found.series else ()
    for kind, slots in (("best", found.best), ("series", meetings)):
        for slot in slots:
            start = slot.start.isoformat()
            yield from ((kind, start, start, slot.worst, slot.sum, slot.count, *_cells(one)) for one in slot.local)


def _cells(one: Local) -> tuple[object, ...]:
    weekend = "yes" if one.weekend else "no"
    return one.state, one.timezone, one.begins.isoformat(), one.ends.isoformat(), one.outside, weekend


def _print(found: Call) -> None:
    hours = f"{found.hours.first}-{found.hours.last}"
    title = f"{found.expression} on {found.on}: {len(found.parties)} take part, {_hours(found.length_minutes / 60)}"
    if found.windows:
        _print_windows(found, f"{title}, within {hours} of each clock")
    else:
        told = f"{title}; no start is within {hours} of each clock, the least unfair by {found.measure} are"
        write_table(SLOTS, (_slot(one, len(found.parties)) for one in found.best), title=told)
        click.echo()
        _print_clocks(found, found.best[0].local, f"by each clock, from {_utc(found.best[0].start)} UTC")
    if found.series:
        _print_series(found.series)
    _print_notes(found)


def _print_windows(found: Call, title: str) -> None:
    rows = [_window(list(alike)) for _, alike in groupby(found.windows, key=_alike)]
    write_table(WINDOWS, rows, title=title)
    click.echo()
    first = found.windows[0]
    _print_clocks(found, first.local, f"the time that all share on {first.local[0].begins.date()}, by each clock")


def _alike(window: OpenWindow) -> tuple[object, ...]:
    resting = tuple(one.state for one in window.local if one.weekend)
    return window.start_from.time(), window.start_to.time(), resting


def _window(alike: Sequence[OpenWindow]) -> tuple[str, str, str]:
    first, last = alike[0].start_from, alike[-1].start_from
    days = str(first.date()) if first.date() == last.date() else f"{first.date()} to {last.date()}"
    starts = f"{first:%H:%M} to {alike[0].start_to:%H:%M}" if first != alike[0].start_to else f"{first:%H:%M}"
    resting = [one.state for one in alike[0].local if one.weekend]
    return days, starts, _resting(resting, len(alike[0].local))


def _resting(states: Sequence[str], parties: int) -> str:
    return "all of them" if len(states) == parties > 1 else ", ".join(states)


def _slot(one: Slot, parties: int) -> tuple[object, ...]:
    return (
        _utc(one.start),
        _hours(one.worst),
        _hours(one.sum),
        one.count,
        ", ".join(one.bears),
        _resting(one.weekend, parties),
    )


def _print_clocks(found: Call, local: Sequence[Local], title: str) -> None:
    names = {seat.state: (seat.name, seat.city) for seat in found.parties}
    day = local[0].begins.date()
    write_table(
        CLOCKS,
        (
            (
                one.state,
                *names[one.state],
                one.timezone,
                _clock(one.begins, day),
                _clock(one.ends, day),
                _hours(one.outside) if one.outside else "",
                "offices rest" if one.weekend else "",
            )
            for one in local
        ),
        title=title,
    )


def _print_series(series: SharedSeries) -> None:
    click.echo()
    most = max((one.hours for one in series.burden), default=0)
    told = f"a series of {len(series.meetings)}: nobody bears more than {_hours(most)}, all together {_hours(series.sum)}; "
    told += (
        f"at the least unfair hour each time it would be {_hours(series.unshared)} and {_hours(series.unshared_sum)}"
    )
    write_table(SLOTS, (_slot(one, len(one.local)) for one in series.meetings), title=told)
    if series.burden:
        click.echo()
        write_table(
            ("state", "outside office hours, in all", "the worst hour, times"),
            ((one.state, _hours(one.hours), one.worst) for one in series.burden),
        )


def _print_notes(found: Call) -> None:
    notes = [
        f"{one.name} has clocks from UTC{one.offsets[0]} to UTC{one.offsets[-1]}; that of {one.city} counts."
        for one in found.parties
        if one.offsets
    ]
    if found.doubtful and not {one.state for one in found.parties} >= set(found.doubtful):
        notes.append(
            f"Left out, for sources disagree on them: {', '.join(found.doubtful)} (--with-doubtful lets them in)."
        )
    if found.unseated:
        notes.append(f"Left out, for no seat is known: {', '.join(found.unseated)}.")
    if notes:
        click.echo("\n" + "\n".join(notes))


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _clock(moment: datetime, day: date) -> str:
    return f"{moment:%H:%M}" if moment.date() == day else f"{moment:%H:%M}, {moment:%-d %b}"


def _hours(hours: float) -> str:
    whole, minutes = divmod(round(hours * 60), 60)
    return f"{whole}h" + (f"{minutes:02}" if minutes else "")
