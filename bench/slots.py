"""How long the year's best slot takes, over 50 states in many time zones, and over all members of the United Nations.

usage: python bench/slots.py [YEAR]     (default: 2026)
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from time import perf_counter

from comity.catalog.loaded import load_catalog
from comity.planning.asked import Hours
from comity.planning.seats import Seat, seat_of
from comity.planning.slots import SlotOptions, find_slots, share_series


def main(arguments: list[str]) -> None:
    first = date(int(arguments[0]) if arguments else 2026, 1, 1)
    days = [first + timedelta(days=number) for number in range(365)]
    catalog = load_catalog()
    seats = [seat_of(code, first, catalog) for code, state in catalog.states.items() if state.kind == "state"]
    known = [seat for seat in seats if seat]
    for count in (50, len(known)):
        # Every fourth or so, so that all parts of the world are in.
        chosen = known[:: len(known) // count][:count]
        _tell(chosen, days, "the year's best slot", SlotOptions())
        _tell(chosen, days, "of working days only", SlotOptions(workdays=True))
        _tell(chosen, days, "a short call, in long hours", SlotOptions(length=30, hours=Hours(0, 24 * 60)))
        began = perf_counter()
        found = share_series(chosen, days, 12, SlotOptions())
        most = max((one.hours for one in found.burden), default=0)
        took = perf_counter() - began
        print(
            f"{count:4} states  {'a series of twelve':28} {took:6.2f} s  at most {most:g} h, else {found.unshared:g} h"
        )


def _tell(seats: Sequence[Seat], days: Sequence[date], what: str, options: SlotOptions) -> None:
    zones = len({seat.timezone for seat in seats})
    began = perf_counter()
    found = find_slots(seats, days, options)
    took = perf_counter() - began
    best = f"{found.best[0].start:%Y-%m-%d %H:%M} UTC, worst {found.best[0].worst:g} h" if found.best else ""
    told = best or f"{len(found.windows)} windows"
    print(f"{len(seats):4} states  {what:28} {took:6.2f} s  {zones} zones; {told}")


if __name__ == "__main__":
    main(sys.argv[1:])
