"""What reports say of one field of an event, each value with those who say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

import msgspec

from comity.model.event import Version
from comity.model.record import Place
from comity.resolving.facets import SETTLED
from comity.resolving.origins import voice_of
from comity.resolving.telling import Telling

V = TypeVar("V", bound=Hashable)
Value = str | int | tuple[str, ...] | Place | None

# What can no longer take place tells nothing new of where and when it would have.
OVER = frozenset({"cancelled", "denied"})


class Claim(msgspec.Struct, Generic[V], frozen=True):
    """Four September, say three voices, two of them after the event; first told on the fifth, last on the eighth.

    `after` are the voices that tell of it as held or ongoing, `firm` those that do not call it off.
    """

    value: V
    voices: frozenset[str]
    after: frozenset[str]
    firm: frozenset[str]
    documents: tuple[str, ...]
    first: date
    last: date
    told: tuple[tuple[date, str], ...]

    def since(self, day: date) -> int:
        """How many voices say so on a day or after it."""
        return len({voice for told, voice in self.told if told >= day})


def claims_of(tellings: Iterable[Telling], say: Callable[[Telling], V | None]) -> list[Claim[V]]:
    """The values that a field has in them, and who says so; in no order that could mean anything."""
    by_value: dict[V, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if (value := say(telling)) is not None:
            by_value[value].append(telling)
    return [_claim(value, by_value[value]) for value in sorted(by_value, key=repr)]


def best(claims: Sequence[Claim[V]]) -> V | None:
    """What most voices say; of equals what is told after the event, then what was told last."""
    ranked = sorted(claims, key=lambda one: (len(one.voices), len(one.after), one.last, repr(one.value)))
    return ranked[-1].value if ranked else None


def versions_of(claims: Sequence[Claim[V]], chosen: object, show: Callable[[V], Value]) -> tuple[Version, ...]:
    """All that is said of a field, what was chosen first; nothing where all say the same."""
    if len(claims) < 2:
        return ()
    ranked = sorted(claims, key=lambda one: (show(one.value) != chosen, -len(one.voices), repr(one.value)))
    return tuple(Version(show(one.value), one.documents, len(one.voices)) for one in ranked)


def voice(telling: Telling) -> str:
    return telling.report.voice or voice_of(telling.report)


def day_of(telling: Telling) -> date:
    """Of the report; one without a day is from after what it tells as held, and from before what it tells as planned."""
    unknown = date.max if telling.record.status in SETTLED else date.min
    return telling.report.published or unknown


def _claim(value: V, tellings: Sequence[Telling]) -> Claim[V]:
    days = [day_of(one) for one in tellings]
    return Claim(
        value=value,
        voices=frozenset(map(voice, tellings)),
        after=frozenset(voice(one) for one in tellings if one.record.status in SETTLED),
        firm=frozenset(voice(one) for one in tellings if one.record.status not in OVER),
        documents=tuple(sorted({one.report.id for one in tellings})),
        first=min(days),
        last=max(days),
        told=tuple(sorted({(day_of(one), voice(one)) for one in tellings})),
    )
