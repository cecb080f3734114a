"""What was promised in all reports of a store, what became of it, and how often promises are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, overload

import msgspec

from comity.errors import UnknownNameError, UsageError
from comity.model.event import Event
from comity.model.promise import OUTCOMES, Promise
from comity.query.archive import StoredReports
from comity.query.days import to_day
from comity.query.events import organization, state_code
from comity.query.plans import SETTLED, Plan
from comity.query.promising import fulfilled, promises_of, wishes_of
from comity.query.sayings import told_apart
from comity.store import Store, Wanted

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    *("id", "by", "person", "what", "made_on", "due", "outcome", "held", "because", "stance", "event", "series"),
    "reports",
)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Russia's promises about the SCO that were late; None does not matter.

    `by` is a state or organization by code or name, or a part of a person's name; `since` a day from which on, `until`
    one before which they were made.
    """

    by: str | None = None
    org: str | None = None
    state: str | None = None
    person: str | None = None
    outcome: str | None = None
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.outcome is not None and self.outcome not in OUTCOMES:
            raise UnknownNameError("outcome", self.outcome, OUTCOMES)

    def with_codes(self) -> Asked:
        """Organizations and states by their codes. Raises UnknownNameError."""
        return msgspec.structs.replace(
            self,
            org=organization(self.org) if self.org else None,
            state=state_code(self.state) if self.state else None,
        )

    def takes(self, promise: Promise) -> bool:
        made = date.fromisoformat(promise.made_on) if promise.made_on else None
        return (
            self.outcome in (None, promise.outcome)
            and self.state in (None, promise.by)
            and (self.by is None or _is_by(promise, self.by))
            and (self.person is None or _is_named(promise.person, self.person))
            and self.is_in_time(made)
        )

    def is_in_time(self, made: date | None) -> bool:
        """A promise of an unknown day is in no stretch of time."""
        if made is None:
            return self.since is None and self.until is None
        return (self.since is None or made >= self.since) and (self.until is None or made < self.until)


def asked_for(told: Mapping[str, str | date | None]) -> Asked:
    """A question from words: days as dates or ISO text. Raises UnknownNameError and DateError."""
    unknown = sorted(set(told) - set(Asked.__struct_fields__))
    if unknown:
        raise UnknownNameError("filter", unknown[0], Asked.__struct_fields__)
    days = {name: to_day(day) for name in ("since", "until") if (day := told.get(name))}
    words = {name: str(word) for name, word in told.items() if word is not None and name not in days}
    return Asked(**days, **words)  # type: ignore[arg-type]


class Promises(Sequence[Promise]):
    """The promises that a question found, by the day on which they were made, as a list that can become a table."""

    def __init__(self, promises: Iterable[Promise]) -> None:
        self._promises = tuple(promises)

    def __len__(self) -> int:
        return len(self._promises)

    @overload
    def __getitem__(self, at: int) -> Promise: ...
    @overload
    def __getitem__(self, at: slice) -> Promises: ...
    def __getitem__(self, at: int | slice) -> Promise | Promises:
        return Promises(self._promises[at]) if isinstance(at, slice) else self._promises[at]

    def __repr__(self) -> str:
        return f"<{len(self)} promises: {self.summary}>"

    @property
    def counts(self) -> dict[str, int]:
        """How many came to what; outcomes of none are left out."""
        found = Counter(one.outcome for one in self._promises)
        return {outcome: found[outcome] for outcome in OUTCOMES if found[outcome]}

    @property
    def judged(self) -> int:
        """How many have come due, and can be told: not open, and about more than a person's own words."""
        return sum(one.outcome != "open" and one.checked for one in self._promises)

    @property
    def kept_rate(self) -> float | None:
        """The share that was kept of those `judged`; None where there are none."""
        kept = sum(one.outcome == "kept" and one.checked for one in self._promises)
        return kept / self.judged if self.judged else None

    @property
    def summary(self) -> str:
        """ "kept 7 of 12 (58 %), late 3, lapsed 2, open 4; 2 in own words": of those that can be told; then the rest."""
        told = Promises(one for one in self._promises if one.checked)
        rate, counts = told.kept_rate, told.counts
        first = (
            "none has come due"
            if rate is None
            else f"kept {counts.get('kept', 0)} of {told.judged} ({100 * rate:.0f} %)"
        )
        rest = (f"{outcome} {count}" for outcome, count in counts.items() if outcome != "kept")
        own = f"; {len(self) - len(told)} in own words, which nothing can tell" if len(told) < len(self) else ""
        return ", ".join((first, *rest)) + own

    def to_frame(self) -> DataFrame:
        """One promise a row, by COLUMNS. Raises UsageError where pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            raise UsageError("tables need pandas: pip install 'comity[frames]'") from error
        return pandas.DataFrame([flat_promise(one) for one in self._promises], columns=list(COLUMNS), dtype="object")


def flat_promise(promise: Promise) -> dict[str, str | int | None]:
    """A promise as one row of COLUMNS."""
    plain = {name: getattr(promise, name) for name in COLUMNS if name != "reports"}
    return plain | {"reports": len({words.document for words in promise.evidence})}


def find_promises(store: Store, asked: Asked, *, as_of: date) -> Promises:
    """The promises that reports up to a day tell of. Raises UnknownNameError."""
    wanted, reports = asked.with_codes(), StoredReports(store)
    found = [one for one in _all(store, wanted, reports, as_of) if wanted.takes(one)]
    return Promises(sorted(found, key=lambda one: (one.made_on or "9999", one.due or "9999", one.id)))


def _all(store: Store, asked: Asked, reports: StoredReports, as_of: date) -> Iterator[Promise]:
    wishes: list[Plan] = []
    for event in store.events(Wanted(org=asked.org)):
        if not _is_promising(event, asked):
            continue
        tellings = reports.tellings(event)
        yield from promises_of(event, tellings, reports.spoken, archive=reports, as_of=as_of)
        wishes += wishes_of(tellings, reports.spoken, as_of=as_of)
    apart = told_apart(store, reports, org=asked.org, as_of=as_of)
    yield from apart.promises
    yield from fulfilled([*wishes, *apart.wishes], archive=reports, as_of=as_of)


def _is_promising(event: Event, asked: Asked) -> bool:
    """Something was told of it other than that it took place, in the time asked for."""
    steps = [step for step in event.history if step.status not in SETTLED]
    return any(step.as_of is None or asked.is_in_time(date.fromisoformat(step.as_of)) for step in steps)


def _is_by(promise: Promise, name: str) -> bool:
    folded = name.casefold()
    if _is_named(promise.person, name) or (promise.by or "").casefold() == folded:
        return True
    return promise.by is not None and promise.by in _codes(name)


def _is_named(person: str | None, name: str) -> bool:
    return person is not None and name.casefold() in person.casefold()


def _codes(name: str) -> tuple[str, ...]:
    from comity.catalog.loaded import load_names

    return tuple(one.code for one in load_names().resolve_all(name))
