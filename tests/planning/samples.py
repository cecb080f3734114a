"""Series built by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from comity.model.series import Cadence, Edition, Series


def series(
    *dates: str, name: str = "ABC/heads-of-state", months: float | None = None, more: Iterable[Edition] = ()
) -> Series:
    """A series held on these dates (EDTF)."""
    held = tuple(Edition(date=one, number=number) for number, one in enumerate(dates, 1))
    return Series(
        name=name,
        kind="meeting",
        level="heads_of_state",
        orgs=("ABC",),
        cadence=None if months is None else Cadence(months),
        editions=(*held, *more),
    )


def every(days: int, count: int, *, start: date = date(2000, 6, 1)) -> list[date]:
    """Days at even distances."""
    return [start + timedelta(days=days * at) for at in range(count)]


def yearly(count: int, *, start: int = 2000, day: str = "06-15") -> list[str]:
    return [f"{start + at}-{day}" for at in range(count)]
