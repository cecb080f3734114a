"""A date that keeps its precision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from comity.errors import DateError
from comity.model.edtf import parse_span, print_span

ONE_DAY = timedelta(days=1)


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    RELATIVE = "relative"
    DATELINE = "dateline"
    PUBLISHED = "published"
    UNKNOWN = "unknown"


class When(msgspec.Struct, frozen=True):
    """A date as exact as its source: in "the ministers met in September 2020" it is 2020-09, and no day is invented.

    `edtf` is ISO 8601-2 text, `lower` the first day, `upper` the first day after it (half-open); None is an open end.
    `about` and `uncertain` say whether the text carries `~` or `?`. Build one with `When.parse` or `When.days`.
    """

    edtf: str
    lower: date | None
    upper: date | None
    basis: Basis = Basis.STATED
    about: bool = False
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str, basis: Basis = Basis.STATED) -> When:
        """From EDTF text. Raises DateError."""
        span = parse_span(text)
        return cls(text.strip(), span.lower, span.upper, basis, span.about, span.uncertain)

    @classmethod
    def days(cls, lower: date, upper: date | None = None, *, basis: Basis = Basis.STATED, about: bool = False) -> When:
        """From `lower` up to, not including, `upper` (the day after `lower` where None). Raises DateError where there are none."""
        if upper is None and lower == date.max:
            raise DateError(lower.isoformat(), "the calendar has no day after it")
        upper = upper or lower + ONE_DAY
        text = print_span(lower, upper)
        if about:
            text = "/".join(part + "~" for part in text.split("/"))
        return cls(text, lower, upper, basis, about)

    def __str__(self) -> str:
        return self.edtf

    @property
    def is_day(self) -> bool:
        """Whether it is one day, neither about nor uncertain."""
        return self.length == 1 and not (self.about or self.uncertain)

    @property
    def length(self) -> int | None:
        """In days; None where an end is open."""
        return (self.upper - self.lower).days if self.lower and self.upper else None

    @property
    def last(self) -> date | None:
        """The last day that belongs to it; None where open."""
        return self.upper - ONE_DAY if self.upper else None

    def before(self, other: When | date) -> bool:
        """Certainly before: it ends before any day of `other`."""
        lower = other if isinstance(other, date) else other.lower
        return self.upper is not None and lower is not None and self.upper <= lower

    def after(self, other: When | date) -> bool:
        """Certainly after: it starts after every day of `other`."""
        upper = other + ONE_DAY if isinstance(other, date) else other.upper
        return self.lower is not None and upper is not None and upper <= self.lower

    def may_overlap(self, other: When | date) -> bool:
        """Whether both may be the same time; neither certainly before nor after."""
        return not self.before(other) and not self.after(other)

    def within(self, other: When) -> bool:
        """Whether every day of it is a day of `other`."""
        starts = other.lower is None or (self.lower is not None and other.lower <= self.lower)
        ends = other.upper is None or (self.upper is not None and self.upper <= other.upper)
        return starts and ends

    def intersection(self, other: When) -> When | None:
        """The days in both, on the basis of this one; None where there are none."""
        lower = max((day for day in (self.lower, other.lower) if day), default=None)
        upper = min((day for day in (self.upper, other.upper) if day), default=None)
        if lower and upper:
            return self._marked_like(other, When.days(lower, upper, basis=self.basis)) if lower < upper else None
        return self if self.within(other) else other.resting_on(self.basis)

    def _marked_like(self, other: When, shared: When) -> When:
        """What two dates share is as approximate or uncertain as either: a doubtful day does not become a fact."""
        about, uncertain = self.about or other.about, self.uncertain or other.uncertain
        mark = "%" if about and uncertain else "~" if about else "?" if uncertain else ""
        edtf = "/".join(part + mark for part in shared.edtf.split("/"))
        return msgspec.structs.replace(shared, edtf=edtf, about=about, uncertain=uncertain)

    def resting_on(self, basis: Basis) -> When:
        return msgspec.structs.replace(self, basis=basis)


def earliest(whens: Iterable[When]) -> When | None:
    """The one that starts first."""
    return min((when for when in whens if when.lower), key=lambda when: when.lower or date.max, default=None)
