"""A video call of those whom an expression calls: who takes part, by which clocks, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from comity.catalog.load import Catalog
from comity.errors import UsageError
from comity.model.invitation import Roll
from comity.planning.asked import clock
from comity.planning.invitations import nobody
from comity.planning.seats import Seat, seat_of, with_zones
from comity.planning.slots import OpenWindow, SharedSeries, Slot, SlotOptions, find_slots, share_series


class ShownHours(msgspec.Struct, frozen=True):
    """09:00 to 18:00."""

    first: str = msgspec.field(name="from")
    last: str = msgspec.field(name="to")


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """Two hours of "SCO | CSTO | CIS" on 10 November 2020: it may start from 07:00 to 08:00 UTC.

    `parties` are all who take part, with their clocks. `windows` are in everybody's office hours; where there are none,
    `best` are the least unfair slots. `doubtful` are states on whom sources do not agree, left out or let in by
    `with_doubtful`. `unseated` are those whose seat is not known. `series` is None where none was asked for.
    """

    expression: str
    on: str
    length_minutes: int
    hours: ShownHours
    measure: str
    parties: tuple[Seat, ...]
    windows: tuple[OpenWindow, ...]
    best: tuple[Slot, ...]
    series: SharedSeries | None = None
    doubtful: tuple[str, ...] = ()
    unseated: tuple[str, ...] = ()


class CallOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Beside the hours: other clocks by state or name, a series of so many calls, and whether the doubtful take part."""

    slots: SlotOptions = SlotOptions()
    zones: Mapping[str, str] = {}
    series: int | None = None
    with_doubtful: bool = False
    language: str = "en"


def plan_call(
    roll: Roll,
    expression: str,
    *,
    on: str,
    days: Sequence[date],
    catalog: Catalog,
    options: CallOptions | None = None,
) -> Call:
    """When those who are called on the first of the days can meet. Raises UsageError."""
    options = options or CallOptions()
    codes = [one.code for one in roll.called if one.certain or options.with_doubtful]
    known = {code: seat_of(code, days[0], catalog, language=options.language) for code in codes}
    seats = with_zones((seat for seat in known.values() if seat), options.zones)
    doubtful = tuple(one.code for one in roll.called if not one.certain)
    _check(seats, roll, expression, days[0], doubtful)
    windows, best = find_slots(seats, days, options.slots)
    return Call(
        expression=expression,
        on=on,
        length_minutes=options.slots.length,
        hours=ShownHours(clock(options.slots.hours.first), clock(options.slots.hours.last)),
        measure=options.slots.measure,
        parties=seats,
        windows=windows,
        best=best,
        series=share_series(seats, days, options.series, options.slots) if options.series else None,
        doubtful=doubtful,
        unseated=tuple(code for code, seat in known.items() if seat is None and code not in options.zones),
    )


def _check(seats: Sequence[Seat], roll: Roll, expression: str, on: date, doubtful: tuple[str, ...]) -> None:
    if seats:
        return
    if doubtful:
        raise UsageError(
            f"nobody is in {expression!r} on {on} for certain; {', '.join(doubtful)} may be: add --with-doubtful"
        )
    raise UsageError(nobody(roll, expression, on))
