"""Which session of a series an event is, and what the catalogue and reports tell of it together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from comity.model.event import Event
from comity.model.record import Place
from comity.model.series import Edition, Series
from comity.model.when import When

# Reports and secretariats differ by a day or two on when a session began.
_NEAR = timedelta(days=3)
# Sessions of one number lie no further apart, however often they were moved.
_SAME_NUMBER = timedelta(days=300)
_VAGUE = 21
# An edition that is held comes first: what was planned or hoped is then seen to be that one.
ORDER = ("held", "ongoing", "cancelled", "postponed", "scheduled", "proposed", "hoped")
WISHES = ("proposed", "hoped")
_YEAR = timedelta(days=365)
_Month = tuple[int, int]


def known(series: Series, as_of: date) -> Series:
    """The series without what lay ahead on a day, save what was announced by then."""
    editions = tuple(one for one in series.editions if _is_known(one, as_of))
    return series if editions == series.editions else msgspec.structs.replace(series, editions=editions)


def _is_known(edition: Edition, as_of: date) -> bool:
    lower = _when(edition.date).lower if edition.date else None
    if lower is not None and lower <= as_of:
        return True
    if edition.status in ("held", "ongoing"):
        return False
    if edition.source is not None and edition.source.seen:
        return edition.source.seen <= as_of.isoformat()
    # Cited unseen: sessions are announced a year ahead at most, as a rule.
    return lower is None or lower - _YEAR <= as_of


def joined(editions: Sequence[Edition], events: Iterable[Event]) -> tuple[Edition, ...]:
    """Editions with the events that they are; events that are none of them become editions of their own. By date."""
    found = Calendar(editions)
    counted = any(one.number is not None for one in editions)
    for event in sorted(events, key=_rank):
        at = found.place_of(event)
        found.put(at, _edition(event) if at is None else told_by(found.editions[at], event, counted=counted))
    return tuple(sorted(found.editions, key=lambda one: (one.date is None, one.date or "", one.number or 0)))


def _rank(event: Event) -> tuple[int, int, str, str]:
    exact = _when(event.date).length if event.date else None
    return ORDER.index(event.status), exact or 10**6, event.date or "", event.id


class Calendar:
    """Editions by the months in which they lie, and by number: an event is compared with few of them."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self.editions: list[Edition] = []
        self._months: dict[_Month, list[int]] = {}
        self._long: list[int] = []
        self._numbers: dict[int, list[int]] = {}
        for edition in editions:
            self.put(None, edition)

    def put(self, at: int | None, edition: Edition) -> None:
        """In the place of another one, or after all of them."""
        if at is None:
            at = len(self.editions)
            self.editions.append(edition)
        self.editions[at] = edition
        if edition.number is not None:
            self._numbers.setdefault(edition.number, []).append(at)
        for told in filter(None, (edition.date, edition.moved_from)):
            months = _months(_when(told))
            for place in [self._long] if months is None else [self._months.setdefault(one, []) for one in months]:
                place.append(at)

    def place_of(self, event: Event) -> int | None:
        """Which of the editions an event is: the same number, else the nearest of those at the same time."""
        when = _when(event.date) if event.date else None
        for at in self._numbers.get(event.edition, ()) if event.edition is not None else ():
            if when is None or _apart(when, self.editions[at]) <= _SAME_NUMBER:
                return at
        if when is None:
            return None
        fitting = [at for at in self._near(when) if _may_be(event, when, self.editions[at])]
        return min(fitting, key=lambda at: (_apart(when, self.editions[at]), at), default=None)

    def _near(self, when: When) -> Iterable[int]:
        months = _months(when)
        if months is None:
            return range(len(self.editions))
        return {at for month in months for at in self._months.get(month, ())} | set(self._long)


def _months(when: When) -> list[_Month] | None:
    """The months of a time and of the days near it; None where it is longer than a year."""
    if when.lower is None or when.last is None or when.last - when.lower > _YEAR + _NEAR:
        return None
    first, last = max(when.lower, date.min + _NEAR) - _NEAR, min(when.last, date.max - _NEAR) + _NEAR
    count = (last.year - first.year) * 12 + last.month - first.month
    numbers = range(first.year * 12 + first.month - 1, first.year * 12 + first.month + count)
    return [divmod(number, 12) for number in numbers]


@lru_cache(maxsize=65536)
def _when(told: str) -> When:
    return When.parse(told)


def _may_be(event: Event, when: When, edition: Edition) -> bool:
    if event.edition is not None and edition.number is not None and event.edition != edition.number:
        return False
    if edition.date and _overlap(when, _when(edition.date)):
        return True
    # What was planned for the day that was first set is the session that was held later.
    return bool(
        event.status not in ("held", "ongoing") and edition.moved_from and _overlap(when, _when(edition.moved_from))
    )


def _overlap(first: When, second: When) -> bool:
    bounds = (first.lower, first.upper, second.lower, second.upper)
    if None in bounds:
        return first.may_overlap(second)
    start, end, other_start, other_end = (bound or date.min for bound in bounds)
    return start < other_end + _NEAR and other_start < end + _NEAR


def _apart(when: When, edition: Edition) -> timedelta:
    other = _when(edition.date) if edition.date else None
    if other is None or other.lower is None or when.lower is None:
        return timedelta(0)
    return abs(_middle(when) - _middle(other))


def _middle(when: When) -> date:
    lower = when.lower or date.min
    return lower + timedelta(days=(when.length or 1) // 2)


def told_by(edition: Edition, event: Event, *, counted: bool = True) -> Edition:
    """The edition with what an event adds: fields that were unknown, a more exact date, that it was held.

    A number is added only where the series is `counted`: the first exercise with India is not the first one.
    """
    if edition.event is not None:
        return edition
    changes: dict[str, object] = {"event": event.id}
    if event.status in ("held", "ongoing") and edition.status != "held":
        changes |= {"status": event.status, "date": event.date or edition.date}
    elif _more_exact(event.date, edition.date):
        changes["date"] = event.date
    for field, told in (("number", event.edition if counted else None), ("chair", event.chair)):
        if getattr(edition, field) is None and told is not None:
            changes[field] = told
    if edition.place == Place() and event.place != Place() and edition.mode != "online":
        changes["place"] = event.place
    if edition.mode == "unknown":
        changes["mode"] = event.mode
    return msgspec.structs.replace(edition, **changes)


def _more_exact(told: str | None, known: str | None) -> bool:
    if told is None or known is None:
        return known is None and told is not None
    other, own = _when(told), _when(known)
    return (
        own.length is not None
        and own.length > _VAGUE
        and other.length is not None
        and other.within(own)
        and other.length <= _VAGUE
    )


def _edition(event: Event) -> Edition:
    return Edition(
        date=event.date,
        number=event.edition,
        place=event.place,
        mode=event.mode,
        chair=event.chair,
        status=event.status,
        event=event.id,
    )
