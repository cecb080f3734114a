"""Video calls: who takes part, from the questions on members, and which hours planning finds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from comity.catalog.loaded import load_catalog, load_names
from comity.convening.asked import known_language
from comity.errors import UsageError
from comity.planning.asked import Hours, read_days, read_length, read_step
from comity.planning.calls import Call, CallOptions, plan_call
from comity.planning.slots import SlotOptions
from comity.query.capacities import roll
from comity.query.days import today


class SlotQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two hours within 09-18 by everybody's clock, else what is best by the worst hour; `zones` are other clocks by name."""

    length: str = "2h"
    hours: str = "09-18"
    measure: str = "worst"
    step: str = "15m"
    best: int = 3
    workdays: bool = False
    zones: dict[str, str] = {}
    series: int | None = None
    with_doubtful: bool = False
    status: str = "member"
    language: str = "en"


def slot(expression: str, *, on: date | str | None = None, question: SlotQuestion | None = None) -> Call:
    """When those whom an expression calls can meet by video, on a day or on any of several.

    `on` is a day, days with commas, or the first and the last with a slash. Raises UsageError and its kinds.
    """
    asked = question or SlotQuestion()
    known_language(asked.language)
    told = str(today() if on is None else on)
    days = read_days(told)
    if asked.best < 1 or (asked.series is not None and asked.series < 1):
        raise UsageError("the numbers of best slots and of meetings in a series begin with 1")
    options = CallOptions(
        slots=SlotOptions(
            length=read_length(asked.length),
            hours=Hours.parse(asked.hours),
            measure=asked.measure,
            step=read_step(asked.step),
            best=asked.best,
            workdays=asked.workdays,
        ),
        zones={_party(name): zone for name, zone in asked.zones.items()},
        series=asked.series,
        with_doubtful=asked.with_doubtful,
        language=asked.language,
    )
    called = roll(expression, on=days[0], status=asked.status)
    return plan_call(called, expression, on=told, days=days, catalog=load_catalog(), options=options)


def read_zones(told: Iterable[str]) -> dict[str, str]:
    """ "RUS=Asia/Vladivostok" each. Raises UsageError."""
    found = {}
    for one in told:
        name, sign, zone = one.partition("=")
        if not (sign and name.strip() and zone.strip()):
            raise UsageError(f"a clock of {one!r} cannot be read; write it as RUS=Asia/Vladivostok")
        found[name.strip()] = zone.strip()
    return found


def _party(name: str) -> str:
    """A state's or an organization's code; else whoever else takes part, as named."""
    found = load_names().resolve(name)
    return found.code if found and found.kind in ("state", "organization") else name
