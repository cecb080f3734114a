"""Who belongs to what, by which source."""

from __future__ import annotations

import msgspec

from comity.model.when import When


class Source(msgspec.Struct, frozen=True):
    """Where a fact comes from. `seen` is the day it was last consulted (ISO), None where it is cited unseen."""

    key: str
    publisher: str
    title: str | None = None
    url: str | None = None
    seen: str | None = None

    def __str__(self) -> str:
        told = ", ".join(part for part in (self.publisher, self.title) if part)
        return f"{told} <{self.url}>" if self.url else told


class Membership(msgspec.Struct, frozen=True):
    """Kazakhstan is a member of the SCO since 2001-06-15, on the basis of its signature, says the founding declaration.

    `state` is an alpha-3 code, or an organization's code where an organization is a member. `start` is the first day,
    `end` the first day no longer; None is open. `aspect` is `legal` or `participation` (suspended, frozen).
    `version` names one of several contested versions of a state's timeline; empty where sources agree.
    """

    org: str
    state: str
    status: str
    start: When | None
    end: When | None
    basis: str
    source: Source
    end_basis: str | None = None
    aspect: str = "legal"
    version: str = ""
    note: str | None = None


class Chairmanship(msgspec.Struct, frozen=True):
    """Russia chairs the SCO from 2019-06-14 up to, not including, 2020-11-10."""

    org: str
    state: str | None
    person: str | None
    start: When | None
    end: When | None
    source: Source
