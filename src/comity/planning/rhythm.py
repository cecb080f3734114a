"""What forecasts of a series start from."""

from __future__ import annotations

from datetime import date

import msgspec

from comity.planning.cadence import usual_gap


class Rhythm(msgspec.Struct, frozen=True):
    """Days in order, who was in the chair, the months that the rules want, and the kind of the series.

    `chairs` has one for each day, and `coming` is who presides over the next session; None where unknown. `turning` is
    the month and day on which the chair passes on each year, None where it does not.
    """

    days: tuple[date, ...]
    months: float | None = None
    exercise: bool = False
    turning: tuple[int, int] | None = None
    chairs: tuple[str | None, ...] = ()
    coming: str | None = None

    @property
    def gap(self) -> float:
        return usual_gap(self.days, self.months)

    @property
    def kind(self) -> str:
        """Series of one kind learn from one another."""
        if self.exercise:
            return "exercise"
        return "several a year" if self.gap < 250 else "yearly" if self.gap < 500 else "rarer"

    def until(self, at: int) -> Rhythm:
        """As it was known after so many sessions: who takes over the chair is known by then."""
        coming = self.chairs[at] if at < len(self.chairs) else self.coming
        return msgspec.structs.replace(self, days=self.days[:at], chairs=self.chairs[:at], coming=coming)

    def after(self, day: date) -> Rhythm:
        """As if the next session were on this day; who follows in the chair is not known."""
        chairs = (*self.chairs, self.coming) if self.chairs else ()
        return msgspec.structs.replace(self, days=(*self.days, day), chairs=chairs, coming=None)
