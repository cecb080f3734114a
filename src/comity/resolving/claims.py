"""What reports say of one field of an event, each value with those who say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Generic, TypeVar

import msgspec

from comity.model.event import Version
from comity.model.record import Place
from comity.model.when import When
from comity.resolving.facets import SETTLED
from comity.resolving.origins import voice_of
from comity.resolving.telling import Telling

V = TypeVar("V", bound=Hashable)
Value = str | int | tuple[str, ...] | Place | None

# Where it is tomorrow already, it was held a day after the report.
_AHEAD_OF_US = 1
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
    """What most voices say; of equals what is told after the event, then in more reports, then what was told last."""

    def support(one: Claim[V]) -> tuple[int, int, int, date, str]:
        return len(one.voices), len(one.after), len(one.documents), one.last, repr(one.value)

    return max(claims, key=support).value if claims else None


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


@lru_cache(maxsize=4096)
def parsed(text: str) -> When:
    """The days of a date, which the reports of one event repeat many times."""
    return When.parse(text)


def has_come(telling: Telling) -> bool:
    """Whether it tells of what came about."""
    return telling.record.status in SETTLED and not is_slip(telling)


def is_slip(telling: Telling) -> bool:
    """Nothing is held on days after the report that says so: the words of two sentences were taken for one."""
    told, record = telling.report.published, telling.record
    if record.status not in SETTLED or told is None or record.date is None:
        return False
    when = parsed(record.date)
    return when.lower is not None and not when.about and when.lower > told + timedelta(_AHEAD_OF_US)


def _claim(value: V, tellings: Sequence[Telling]) -> Claim[V]:
    days = [day_of(one) for one in tellings]
    return Claim(
        value=value,
        voices=frozenset(map(voice, tellings)),
        after=frozenset(voice(one) for one in tellings if has_come(one)),
        firm=frozenset(voice(one) for one in tellings if one.record.status not in OVER),
        documents=tuple(sorted({one.report.id for one in tellings})),
        first=min(days),
        last=max(days),
        told=tuple(sorted({(day_of(one), voice(one)) for one in tellings})),
    )
