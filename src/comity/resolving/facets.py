"""What accounts are compared by, worked out once for each."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from comity.catalog.loaded import load_names
from comity.model.record import EventRecord
from comity.model.when import When
from comity.resolving.telling import FAR, Account

# Statuses of what is yet to come, and of what came about.
AHEAD = frozenset({"scheduled", "proposed", "hoped", "postponed"})
SETTLED = frozenset({"held", "ongoing"})
LEADERS = frozenset({"heads_of_state", "heads_of_government"})

# A date of so many days at most says which meeting it was; "this week" still does, a month does not.
_EXACT = 10
# An exercise takes longer.
_EXACT_EXERCISE = 31
# An approximate date may be out by half its length, and by no more than this.
_MOST_ABOUT = 90
# The days around a report in which an event lies whose date it does not tell, by status; else from 30 before to 400 after.
_UNDATED = {"held": (-30, 1), "ongoing": (-3, 4)} | dict.fromkeys(AHEAD, (0, 550))
_OTHERWISE = (-30, 400)

_EDITION_OF_NAME = re.compile(r"[\s\-–—]*(?:[-'’]?\d{2,4}|[IVXLC]+)$")
_STATES = re.compile(r"[A-Z]{3}(?:-[A-Z]{3})+")


class Facets(msgspec.Struct, frozen=True):
    """An account's sides: whose format it is, when, where, which one, and who tells it.

    `lower` and `upper` bound the days of the event (half-open), by its date or else by the days of the reports.
    """

    account: Account
    kind: str
    rank: str
    status: str
    orgs: frozenset[str]
    host: str | None
    parties: frozenset[str]
    name: str | None
    dated: bool
    exact: bool
    lower: date | None
    upper: date | None
    documents: frozenset[str]
    surnames: frozenset[tuple[str | None, str]]

    @property
    def id(self) -> str:
        return self.account.id

    @property
    def record(self) -> EventRecord:
        return self.account.sample

    @property
    def length(self) -> int:
        return (self.upper - self.lower).days if self.lower and self.upper else 10_000

    @property
    def strength(self) -> tuple[int, bool, int, int, int, str]:
        """A strict order: what others lean on, the strongest last. Of what has no date, the first word is the strongest."""
        exactness = 2 if self.exact else 1 if self.dated else 0
        told = 0 if self.dated or self.account.first is None else -self.account.first.toordinal()
        return exactness, self.status in SETTLED, told, self.account.voices, -self.length, self.id


def facets_of(account: Account) -> Facets:
    record = account.sample
    when = When.parse(record.date) if record.date else None
    lower, upper = _span(when, account)
    orgs = frozenset(map(_format, record.orgs))
    everyone = orgs | frozenset(map(_format, record.guests))
    return Facets(
        account=account,
        kind=record.kind,
        rank="leaders" if record.level in LEADERS else record.level,
        status=record.status,
        orgs=everyone,
        host=_format(record.orgs[0]) if record.orgs else None,
        parties=frozenset() if everyone else parties_of(record),
        name=name_of(record.series),
        dated=when is not None,
        exact=when is not None and (when.length or 10_000) <= _most_exact(record) and not when.about,
        lower=lower,
        upper=upper,
        documents=frozenset(account.documents),
        surnames=frozenset((one.state, one.name.split()[-1].casefold()) for one in record.persons if one.name.split()),
    )


def _most_exact(record: EventRecord) -> int:
    return _EXACT_EXERCISE if record.kind == "exercise" else _EXACT


def parties_of(record: EventRecord) -> frozenset[str]:
    """The states that a meeting without an organization is of."""
    persons = {one.state for one in record.persons if one.state}
    return frozenset({*record.participants, *record.invited, *persons})


@lru_cache(maxsize=4096)
def name_of(series: str | None) -> str | None:
    """What a series is called in the catalogue, or as it is written; without its edition: "Peace Mission-2021"."""
    if not series or not (plain := _EDITION_OF_NAME.sub("", series.strip())):
        return None
    known = load_names().resolve(plain)
    return known.code if known and known.kind == "series" else plain.casefold()


def keys_of(account: Account) -> tuple[str, ...]:
    """What accounts of one event share at least one of."""
    facets = facets_of(account)
    keys = {f"{facets.kind}/{facets.rank}/{org}" for org in facets.orgs}
    if facets.record.edition is not None:
        # The 19th summit may be proposed again after six years.
        keys |= {f"{key}{FAR}{facets.record.edition}" for key in keys}
    if facets.name:
        keys.add(f"{facets.kind}/{facets.name}")
    if not keys:
        keys.add(f"{facets.kind}/{facets.rank}/{'-'.join(sorted(facets.parties)) or facets.record.place.country}")
    return tuple(sorted(keys))


def anchor_of(account: Account) -> date | None:
    """The first day of its date, else the day on which it was first told."""
    if account.sample.date:
        when = When.parse(account.sample.date)
        return when.lower or when.last
    return account.first


def left_of(record: EventRecord) -> When | None:
    """The date that it was moved from."""
    return When.parse(record.moved_from) if record.moved_from else None


def _format(org: str) -> str:
    """A format that is named by its states is the same in any order of them."""
    return "-".join(sorted(org.split("-"))) if _STATES.fullmatch(org) else org


def _span(when: When | None, account: Account) -> tuple[date | None, date | None]:
    if when is None:
        if account.first is None or account.last is None:
            return None, None
        before, after = _UNDATED.get(account.sample.status, _OTHERWISE)
        first, last = account.first + timedelta(before), account.last + timedelta(after)
        left = left_of(account.sample)
        if left is None or left.lower is None or left.upper is None or account.sample.status in SETTLED:
            return first, last
        # What was moved lies after the day it left, however late that is told.
        return min(first, left.lower), min(last, left.upper + timedelta(after))
    if not when.about or when.lower is None or when.upper is None:
        return when.lower, when.upper
    doubt = timedelta(min(_MOST_ABOUT, max(3, (when.upper - when.lower).days // 2)))
    return when.lower - doubt, when.upper + doubt
