"""Organizations, their organs and series; states."""

from __future__ import annotations

import msgspec

from comity.model.membership import Source
from comity.model.when import When

Names = dict[str, tuple[str, ...]]
"""Names by language (ISO 639-1); the first of a language is the preferred one."""


class Body(msgspec.Struct, frozen=True):
    """An organ: the SCO's Council of Heads of State. `own_names` name the organization by themselves."""

    org: str
    code: str
    level: str
    names: Names = {}
    own_names: Names = {}
    acronyms: Names = {}
    source: Source | None = None


class NamedSeries(msgspec.Struct, frozen=True):
    """A named series of exercises or meetings: Peace Mission."""

    org: str
    code: str
    kind: str
    names: Names = {}
    source: Source | None = None


class Mandate(msgspec.Struct, frozen=True):
    """A sphere that an organization is charged with: political, security, economic, law_enforcement …"""

    sphere: str
    source: Source


class Organization(msgspec.Struct, frozen=True):
    """An organization (SCO), a format without a secretariat (G20), a treaty's parties, or a union.

    `usual_level` is that of its meetings where a report does not say who met (OPEC: ministers of energy). `regions` name the format only
    beside a word for those who meet: "the leaders of Central Asia".
    """

    code: str
    kind: str
    names: Names
    acronyms: Names = {}
    ambiguous: Names = {}
    decoys: Names = {}
    nouns: Names = {}
    wikidata: str | None = None
    founded: When | None = None
    dissolved: When | None = None
    predecessors: tuple[str, ...] = ()
    secretariat: tuple[str, str] | None = None
    mandates: tuple[Mandate, ...] = ()
    bodies: tuple[Body, ...] = ()
    series: tuple[NamedSeries, ...] = ()
    usual_level: str | None = None
    regions: Names = {}

    def name(self, language: str = "en") -> str:
        return (self.names.get(language) or self.names.get("en") or (self.code,))[0]


class Capital(msgspec.Struct, frozen=True):
    """The seat of a state's government over a time, with its IANA time zone."""

    state: str
    names: Names
    timezone: str
    start: When | None = None
    end: When | None = None


class DatedName(msgspec.Struct, frozen=True):
    name: str
    since: When | None = None
    until: When | None = None


class StateNames(msgspec.Struct, frozen=True):
    """What a state is called in one language."""

    names: tuple[str, ...] = ()
    dated: tuple[DatedName, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    decoys: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    """A state or territory: KGZ, Kyrgyzstan, COW 703. `names` by language."""

    code: str
    alpha2: str | None
    cow: int | None
    wikidata: str | None
    kind: str
    names: dict[str, StateNames]
    capitals: tuple[Capital, ...] = ()
    start: When | None = None
    end: When | None = None
    successors: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        known = self.names.get(language) or self.names.get("en")
        return known.names[0] if known and known.names else self.code
