"""When an event is: of many dates the best supported, an exact one before a vague one it fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.model.record import EventRecord
from comity.model.when import When
from comity.resolving.claims import Claim, claims_of, day_of, parsed
from comity.resolving.facets import AHEAD
from comity.resolving.telling import Telling

_ENDLESS = 100_000
# A meeting of more days than this was told as "that month"; an exercise takes longer.
_MEETING, _EXERCISE = 10, 31
_WEEK = 7
# Two outlets that saw one day of a summit do not outweigh one that saw it all; three do.
_OUTWEIGHS = 2

Dated = Claim[str]


class Days:
    """Claims that may be of the same days: 2020-11-10 and 2020-11."""

    def __init__(self, claim: Dated) -> None:
        self.claims = [claim]
        self.core = parsed(claim.value)

    def takes(self, claim: Dated) -> bool:
        return self.core.may_overlap(parsed(claim.value))

    @property
    def first(self) -> date:
        return min((one.first for one in self.claims if one.firm), default=date.max)

    @property
    def voices(self) -> frozenset[str]:
        return frozenset().union(*(one.voices for one in self.claims))

    @property
    def after(self) -> frozenset[str]:
        return frozenset().union(*(one.after for one in self.claims))

    def since(self, day: date) -> int:
        return len({voice for one in self.claims for told, voice in one.told if told >= day})

    def has(self, value: str) -> bool:
        return any(one.value == value for one in self.claims)


def date_claims(tellings: Sequence[Telling]) -> list[Dated]:
    return claims_of(tellings, lambda one: one.record.date)


def best_date(tellings: Sequence[Telling]) -> str | None:
    """EDTF text, as some report has it; None where none tells."""
    claims = [one for one in date_claims(tellings) if not (one.after and _is_too_early(one, tellings))]
    long = _EXERCISE if tellings[0].record.kind == "exercise" else _MEETING
    plans = _plan(_grouped([*claims, *_left(tellings)]), [one.record for one in tellings], long)
    came = [one for one in claims if one.after]
    if not came:
        return plans
    found = max(_grouped(came), key=lambda days: _support(days, claims))
    held = _most_exact([one for one in found.claims if one.after], long, only_after=True)
    if plans and _is_vague(held, long) and _exactness(plans, long) < _exactness(held, long):
        return plans if parsed(plans).within(parsed(held)) else held
    if plans and _shrinks(held, plans, claims, long):
        return plans
    return held


def _shrinks(held: str, plans: str, claims: Sequence[Dated], long: int) -> bool:
    """Whether reports tell of one day of a meeting for which more of them had several."""
    if length(parsed(held)) != 1 or not _is_span(plans, long) or not parsed(held).within(parsed(plans)):
        return False
    weigh = {one.value: len(one.voices) for one in claims}
    return weigh.get(held, 0) < weigh.get(plans, 0)


def length(when: When) -> int:
    return when.length or _ENDLESS


def _left(tellings: Sequence[Telling]) -> list[Dated]:
    """The dates from which it was moved; it keeps such a date where no other is told."""
    return claims_of(tellings, lambda one: one.record.moved_from)


def _grouped(claims: Sequence[Dated]) -> list[Days]:
    """The exact ones apart, each with the vague ones that may mean it."""
    groups: list[Days] = []
    for claim in sorted(claims, key=lambda one: (length(parsed(one.value)), one.value)):
        joined = [group for group in groups if group.takes(claim)]
        for group in joined:
            group.claims.append(claim)
        if not joined:
            groups.append(Days(claim))
    return groups


def _support(days: Days, claims: Sequence[Dated]) -> tuple[int, int, int, int, int, str]:
    """Voices after the event, then all that fit, then reports, then the exact before the vague, then those told first."""
    fitting = frozenset().union(*(one.voices for one in claims if days.takes(one)))
    reports = len({document for one in days.claims for document in one.documents})
    return len(days.after), len(fitting), reports, -length(days.core), -days.first.toordinal(), days.core.edtf


def _is_too_early(claim: Dated, tellings: Sequence[Telling]) -> bool:
    """Whether reports still had it before them when these days were over: a slip of the pen."""
    when = parsed(claim.value)
    ahead = [day_of(one) for one in tellings if one.record.status in AHEAD and one.report.published]
    return bool(ahead) and when.last is not None and when.last < min(ahead)


def _plan(groups: Sequence[Days], records: Sequence[EventRecord], long: int) -> str | None:
    """The days for which it is planned in the end: what is told later takes the place of what nobody says any more."""
    current: Days | None = None
    for group in sorted(groups, key=lambda one: (one.first, one.core.edtf)):
        if current is None or _replaces(group, current, records):
            current = group
    return _most_exact(current.claims, long) if current else None


def _replaces(group: Days, current: Days, records: Sequence[EventRecord]) -> bool:
    moves = {
        (one.moved_from, one.date)
        for one in records
        if one.moved_from and one.date and not parsed(one.moved_from).may_overlap(parsed(one.date))
    }
    if any(current.has(left) and group.has(new) for left, new in moves):
        return True
    if any(group.has(left) and not current.has(left) for left, _ in moves):
        return False
    if group.first == date.max:
        return False
    return current.since(group.first) < max(1, len(group.voices))


def _most_exact(claims: Sequence[Dated], long: int, *, only_after: bool = False) -> str:
    """Of dates that may be the same. A summit of two days is not shrunk by who was there on one of them."""

    def weight(claim: Dated) -> int:
        return len(claim.after if only_after else claim.voices)

    ranked = sorted(claims, key=lambda one: (_exactness(one.value, long)[0], -weight(one), one.value))
    finest = ranked[0]
    day = parsed(finest.value)
    whole = [
        one
        for one in ranked
        if _is_span(one.value, long) and day.within(parsed(one.value)) and weight(finest) <= _OUTWEIGHS * weight(one)
    ]
    if length(day) == 1 and whole:
        return max(whole, key=lambda one: (weight(one), -length(parsed(one.value)), one.value)).value
    return min(ranked, key=lambda one: (_exactness(one.value, long), -weight(one), one.value)).value


def _is_span(text: str, long: int) -> bool:
    """The days of one meeting, and no week "in" which it is."""
    when = parsed(text)
    return 1 < length(when) <= long and not when.about and not _is_week(when, long)


def _is_week(when: When, long: int) -> bool:
    return long == _MEETING and length(when) == _WEEK and when.lower is not None and when.lower.weekday() == 0


def _exactness(text: str, long: int) -> tuple[int, int]:
    """Days first, then spans of a meeting's length, then weeks, months and years; what is about after what is not."""
    when = parsed(text)
    if when.about or when.uncertain:
        return 3, length(when)
    if length(when) == 1:
        return 0, 1
    return (1 if _is_span(text, long) else 2), length(when)


def _is_vague(text: str, long: int) -> bool:
    return _exactness(text, long)[0] > 1
