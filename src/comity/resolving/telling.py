"""What one report tells of one event, what many tellings come to, and what a resolver makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

import msgspec

from comity.model.event import Event
from comity.model.record import EventRecord

FAR = "#"


class Report(msgspec.Struct, frozen=True):
    """A document without its text: which, by whom, when.

    `voice` is the one whose telling it is, found when it was stored: two reprints of one text have one voice.
    """

    id: str
    source: str = ""
    outlet: str | None = None
    origin: str | None = None
    published: date | None = None
    language: str | None = None
    title: str | None = None
    voice: str | None = None


class Telling(msgspec.Struct, frozen=True):
    """Report A tells in record R that the SCO's defence ministers met in Moscow."""

    id: str
    record: EventRecord
    report: Report


class Account(msgspec.Struct, frozen=True):
    """What tellings that say the same come to: "reports A and B: the SCO's defence ministers met in Moscow on 4 September".

    `sample` is one of them, the same whatever their order. `documents` are their reports (of very many the smallest ids),
    `voices` counts independent ones, `first` and `last` bound the days of publication, None where no report has one.
    """

    id: str
    sample: EventRecord
    documents: tuple[str, ...]
    voices: int
    first: date | None
    last: date | None


class Link(msgspec.Struct, frozen=True):
    """One account leans on another: how sure that is (0 to 1), and why, in plain words; a person may look at doubtful ones."""

    account: str
    on: str
    sure: float
    because: str


class Resolver(Protocol):
    """Folds the tellings of many reports into events: `group` → `account` → `lean` → `fold`. Each is a function of a set.

    The store calls `group` when a record comes, and brings the rest up afterwards: accounts whose tellings changed, the
    leaning of those within their reach, the events whose accounts changed. A new `version` makes it do all of it again.
    """

    version: str

    def group(self, telling: Telling) -> str:
        """The id of the account; it depends on nothing but what the telling says."""

    def account(self, tellings: Sequence[Telling]) -> Account:
        """The account of tellings of one group, whatever their order."""

    def keys(self, account: Account) -> tuple[str, ...]:
        """Accounts that share none of these are never one event.

        One with FAR in it makes neighbours of those who share it, however many days apart.
        """

    def anchor(self, account: Account) -> date | None:
        """The day around which it lies; None where nothing tells."""

    reach: int
    """What an account leans on depends on no account whose anchor is more days away from its own."""

    def lean(self, accounts: Sequence[Account]) -> Mapping[str, Link]:
        """What the accounts lean on, by the id of the one that leans; those that stand by themselves are left out.

        Right for each account whose neighbourhood (a key shared, anchors within `reach`) is among those given.
        Accounts without an anchor are neighbours of all that share a key.
        """

    def fold(self, tellings: Sequence[Telling]) -> Event:
        """One event of all the tellings of accounts that lean on one another, whatever their order."""
