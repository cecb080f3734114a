"""Whether a state is in an organization on a day: certain, possible or no, and the statements that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum

import msgspec

from comity.model.membership import Membership
from comity.model.when import When

STATUSES = (
    "member",
    "associate",
    "observer",
    "dialogue_partner",
    "partner",
    "guest",
    "applicant",
    "invited",
    "signatory",
)
BELONGING = ("member", "associate", "observer", "dialogue_partner", "partner", "guest")
"""What `any` covers: whoever has a place in the organization. An applicant or a signatory has none yet."""
PARTICIPATION = ("suspended", "frozen")
SPECIAL = ("any", "active", "former", *PARTICIPATION)
"""`active` is a member neither suspended nor frozen; `former` a state that was a member and is none."""


class Truth(IntEnum):
    """Three values: the sources say no, some say so or the day cannot be told, all say so."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2

    def __invert__(self) -> Truth:
        return Truth(2 - self)


class Standing(msgspec.Struct, frozen=True):
    """Belarus on 4 July 2024, asked for `member` of the SCO: certain, because of the council's decision of that day."""

    truth: Truth
    because: tuple[Membership, ...] = ()
    against: tuple[Membership, ...] = ()
    """What the versions tell that say no, where not all do."""


def standing(statements: Iterable[Membership], status: str, on: date) -> Standing:
    """How one state stands in one organization, from all statements about the two.

    On a day inside a boundary known only to the month or year, and on one on which versions disagree, it is possible.
    """
    told = tuple(statements)
    if status == "active":
        return _active(told, on)
    if status == "former":
        return _former(told, on)
    wanted = BELONGING if status == "any" else (status,)
    aspect = "participation" if status in PARTICIPATION else "legal"
    truths, because, against = [], [], []
    for own in timelines(told, aspect):
        fitting = [one for one in own if one.status in wanted]
        truths.append(max((covers(start, end, on) for start, end in joined(fitting)), default=Truth.NO))
        because += [one for one in fitting if covers(one.start, one.end, on)]
        against += _denying(own, on) if truths[-1] is Truth.NO else []
    # A suspended member is a member; the reader is told both.
    return agreed(truths, because + _barring(told, on) if aspect == "legal" else because, against)


def _denying(own: list[Membership], on: date) -> list[Membership]:
    """What a version that says no tells instead: another status on that day, else what ended before it or came later."""
    holding = [one for one in own if one.status == "none" or (one.start and covers(one.start, one.end, on))]
    if holding:
        return holding
    ended = [one for one in own if one.end is not None and reached(one.end, on)]
    last = sorted(ended, key=lambda one: _first_day(one.end))[-1:]
    coming = [one for one in own if one.start is not None and not reached(one.start, on)]
    return last + sorted(coming, key=lambda one: _first_day(one.start))[:1]


def _barring(told: tuple[Membership, ...], on: date) -> list[Membership]:
    """The statements by which a state is suspended or frozen on a day."""
    return [one for one in told if one.aspect == "participation" and covers(one.start, one.end, on)]


def _active(told: tuple[Membership, ...], on: date) -> Standing:
    member = standing(told, "member", on)
    barred = max((standing(told, status, on) for status in PARTICIPATION), key=lambda one: one.truth)
    truth = min(member.truth, ~barred.truth)
    because = tuple(dict.fromkeys(member.because + barred.against))
    return Standing(truth, because, tuple(dict.fromkeys(member.against + barred.because)))


def _former(told: tuple[Membership, ...], on: date) -> Standing:
    truths, because, against = [], [], []
    for own in timelines(told, "legal"):
        left = [one for one in own if one.status == "member" and reached(one.end, on)]
        truths.append(max((reached(one.end, on) for one in left), default=Truth.NO))
        because += left
        against += _denying(own, on) if truths[-1] is Truth.NO else []
    ended, member = agreed(truths, because, against), standing(told, "member", on)
    return Standing(min(ended.truth, ~member.truth), ended.because, ended.against)


def timelines(told: tuple[Membership, ...], aspect: str) -> list[list[Membership]]:
    """The statements of an aspect, one list a version. Those without a version are one, too.

    A version that says nothing of an aspect which another tells of has an empty one. So has the unnamed other side
    of a version that stands alone: what nobody contests has no version.
    """
    by_version: dict[str, list[Membership]] = {}
    for one in told:
        if one.aspect == aspect:
            by_version.setdefault(one.version, []).append(one)
    if any(by_version):
        named = {one.version for one in told if one.version}
        for version in sorted(named | ({""} if len(named) == 1 else set())):
            by_version.setdefault(version, [])
    return list(by_version.values())


def agreed(truths: list[Truth], because: Iterable[Membership] = (), against: Iterable[Membership] = ()) -> Standing:
    """What versions come to: certain where all are, no where all are, else possible."""
    if not any(truths):
        return Standing(Truth.NO)
    truth = Truth.CERTAIN if min(truths) is Truth.CERTAIN else Truth.POSSIBLE
    return Standing(truth, tuple(because), tuple(dict.fromkeys(against)))


def joined(statements: list[Membership]) -> Iterator[tuple[When | None, When | None]]:
    """Intervals, those that meet at one boundary as one: who went from observer to member in 2005 was in all along."""
    spans = sorted(((one.start, one.end) for one in statements), key=lambda span: _first_day(span[0]))
    while spans:
        start, end = spans.pop(0)
        while end is not None and (following := next((one for one in spans if _same(end, one[0])), None)):
            spans.remove(following)
            end = following[1]
        yield start, end


def _same(end: When, start: When | None) -> bool:
    return start is not None and start.edtf == end.edtf


def _first_day(when: When | None) -> date:
    return (when.lower if when else None) or date.min


def covers(start: When | None, end: When | None, on: date) -> Truth:
    """Whether a day is in the time from `start` up to, not including, `end`."""
    return min(reached(start, on) if start else Truth.CERTAIN, ~reached(end, on))


def reached(boundary: When | None, on: date) -> Truth:
    """Whether a boundary has been reached on a day. A boundary that is "about" may lie as far off as it is long."""
    if boundary is None:
        return Truth.NO
    lower, upper = boundary.lower or date.min, boundary.upper or date.max
    if boundary.is_day:
        return Truth.CERTAIN if on >= lower else Truth.NO
    if (boundary.about or boundary.uncertain) and boundary.length:
        lower, upper = _wider(lower, upper)
    if on < lower:
        return Truth.NO
    return Truth.CERTAIN if on >= upper else Truth.POSSIBLE


def _wider(lower: date, upper: date) -> tuple[date, date]:
    length = upper - lower
    return max(date.min + length, lower) - length, min(date.max - length, upper) + length
