"""The JSON shapes of plans, and their rows: one contract for commands, board and API."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from comity.export.promise_shapes import promise_shape
from comity.export.series_shapes import edition_shape, window_shape
from comity.model.plan import Clash, Coming, OwnPlan, Plan, PlannedSession

PLAN_COLUMNS = (
    "series",
    "from",
    "to",
    "expected",
    "probability",
    "basis",
    "chair",
    "host",
    "city",
    "because",
    "sources",
)
OWN_COLUMNS = ("name", "number", "from", "to", "weekday", "wished", "host", "invited", "doubtful", "avoided", "left")


def plan_shape(plan: Plan) -> dict[str, Any]:
    """`{"series", "titles", "as_of", "standing", "next": [{"from", "to", …, "chair", "host", "because"}], "open_promises", …}`."""
    standing = plan.standing
    overdue = {"since": standing.since, "days": standing.overdue_days, "because": standing.because}
    shape: dict[str, Any] = {
        "series": plan.series.name,
        "titles": plan.series.titles,
        "as_of": plan.as_of,
        "standing": standing.standing,
        "next": [_coming_shape(one) for one in plan.next],
        "open_promises": [promise_shape(one) | {"overdue": one.id in plan.late} for one in plan.open_promises],
        "overdue": overdue if standing.overdue_days is not None else None,
    }
    built: dict[str, Any] = msgspec.to_builtins(shape)
    return built


def plan_rows(plan: Plan) -> list[tuple[object, ...]]:
    """One session a row of PLAN_COLUMNS."""
    return [
        (
            plan.series.name,
            *(one.window.start, one.window.last, one.window.expected, one.window.probability, one.window.basis),
            *(one.chair, one.host, one.city, "; ".join(one.because), "; ".join(map(str, one.sources))),
        )
        for one in plan.next
    ]


def own_plan_shape(plan: OwnPlan) -> dict[str, Any]:
    """`{"name", "expression", "level", "as_of", "sessions": [{"number", "from", "to", "weekday", "wished", …}]}`."""
    shape = {
        "name": plan.name,
        "expression": plan.expression,
        "level": plan.level,
        "as_of": plan.as_of,
        "sessions": [_session_shape(one) for one in plan.sessions],
        "unknown_holidays": plan.unknown_holidays,
    }
    built: dict[str, Any] = msgspec.to_builtins(shape)
    return built


def own_plan_rows(plan: OwnPlan) -> list[tuple[object, ...]]:
    """One session a row of OWN_COLUMNS."""
    return [
        (
            plan.name,
            *(one.number, one.first, one.last, f"{one.first:%A}", one.wished, one.host),
            *(
                " ".join(one.invited),
                " ".join(one.doubtful),
                "; ".join(days_words(one.passed)),
                "; ".join(days_words(one.remaining)),
            ),
        )
        for one in plan.sessions
    ]


def clash_words(clash: Clash) -> str:
    """ "Friday 20 March 2026: Eid al-Fitr in KGZ, UZB"."""
    return f"{_day_words(clash.day)}: {_against(clash)}"


def days_words(clashes: Iterable[Clash]) -> list[str]:
    """All that speaks against each day, a line a day: "Friday 20 March 2026: day of rest in IRN; Eid al-Fitr in KGZ"."""
    by_day: dict[date, list[str]] = {}
    for clash in clashes:
        by_day.setdefault(clash.day, []).append(_against(clash))
    return [f"{_day_words(day)}: {'; '.join(against)}" for day, against in by_day.items()]


def _against(clash: Clash) -> str:
    return clash.what + (f" in {', '.join(clash.states)}" if clash.states else "")


def _day_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _coming_shape(one: Coming) -> dict[str, Any]:
    return window_shape(one.window) | {
        "chair": one.chair,
        "host": one.host,
        "city": one.city,
        "because": one.because,
        "sources": [str(source) for source in one.sources],
        "announced": edition_shape(one.announced) if one.announced else None,
    }


def _session_shape(one: PlannedSession) -> dict[str, Any]:
    return {
        "number": one.number,
        "from": one.first,
        "to": one.last,
        "weekday": f"{one.first:%A}",
        "wished": one.wished,
        "host": one.host,
        "invited": one.invited,
        "doubtful": one.doubtful,
        "clashes_avoided": [msgspec.to_builtins(clash) | {"told": clash_words(clash)} for clash in one.passed],
        "clashes_left": [msgspec.to_builtins(clash) | {"told": clash_words(clash)} for clash in one.remaining],
        "expected_then": one.expected,
    }
