"""What the catalogue knows of one organization or state, all at once or as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog, load_names
from comity.errors import UnknownNameError
from comity.model.membership import Chairmanship, Membership
from comity.model.organization import Names, Organization, State
from comity.query.answer import Reason
from comity.query.standing import covers


class Statement(Reason, frozen=True, kw_only=True):
    """One statement of the catalogue, as it is written: also whom it is about, and which aspect."""

    state: str
    name: str
    aspect: str
    truth: str | None = None


class Chair(msgspec.Struct, frozen=True):
    """Russia presides from 2019-06-14 up to, not including, 2020-11-10.

    `truth` is certain or possible on the day asked for.
    """

    state: str | None
    person: str | None
    start: str | None
    end: str | None
    source: str
    truth: str | None = None


class Organ(msgspec.Struct, frozen=True):
    """SCO/heads-of-state, at the level of heads of state, with the names that it goes by."""

    code: str
    level: str
    names: Names


class OrganizationProfile(msgspec.Struct, frozen=True, kw_only=True):
    """The SCO: its names, seat, organs and series, who belongs to it and who chairs it."""

    code: str
    name: str
    kind: str
    names: Names
    acronyms: Names
    founded: str | None
    dissolved: str | None
    predecessors: tuple[str, ...]
    secretariat: tuple[str, str] | None
    mandates: tuple[str, ...]
    bodies: tuple[Organ, ...]
    series: tuple[str, ...]
    chairs: tuple[Chair, ...]
    memberships: tuple[Statement, ...]


class Seat(msgspec.Struct, frozen=True):
    """Astana, Asia/Almaty, with the days between which it was the capital under this name."""

    city: str
    timezone: str
    start: str | None
    end: str | None


class StateProfile(msgspec.Struct, frozen=True, kw_only=True):
    """Kazakhstan: its codes, names and capitals, and what it belongs to."""

    code: str
    name: str
    kind: str
    alpha2: str | None
    cow: int | None
    wikidata: str | None
    start: str | None
    end: str | None
    successors: tuple[str, ...]
    names: Names
    capitals: tuple[Seat, ...]
    memberships: tuple[Statement, ...]


class Listed(msgspec.Struct, frozen=True):
    """One line of a list."""

    code: str
    name: str
    kind: str


def profile(name: str, *, on: date | None = None, catalog: Catalog | None = None) -> OrganizationProfile | StateProfile:
    """Of an organization or state by code or name; with `on`, only what holds on that day.

    Raises UnknownNameError.
    """
    known = catalog or load_catalog()
    code = name if name in known.organizations or name in known.states else _resolved(name)
    if code in known.organizations:
        return organization_profile(known.organizations[code], on, known)
    return state_profile(known.states[code], on, known)


def _resolved(name: str) -> str:
    names = load_names()
    found = names.resolve(name)
    if found is None or found.kind not in ("organization", "state"):
        raise UnknownNameError("organization or state", name, names.near(name))
    return found.code


def organization_profile(org: Organization, on: date | None, catalog: Catalog) -> OrganizationProfile:
    return OrganizationProfile(
        code=org.code,
        name=org.name(),
        kind=org.kind,
        names=org.names,
        acronyms=org.acronyms,
        founded=org.founded.edtf if org.founded else None,
        dissolved=org.dissolved.edtf if org.dissolved else None,
        predecessors=org.predecessors,
        secretariat=org.secretariat,
        mandates=tuple(mandate.sphere for mandate in org.mandates),
        bodies=tuple(Organ(f"{org.code}/{body.code}", body.level, body.names) for body in org.bodies),
        series=tuple(f"{org.code}/{series.code}" for series in org.series),
        chairs=chairs(org.code, on=on, catalog=catalog),
        memberships=_statements(catalog.memberships.get(org.code, ()), on, catalog),
    )


def state_profile(state: State, on: date | None, catalog: Catalog) -> StateProfile:
    about = [one for told in catalog.memberships.values() for one in told if one.state == state.code]
    seats = [seat for seat in state.capitals if on is None or covers(seat.start, seat.end, on)]
    return StateProfile(
        code=state.code,
        name=state.name(),
        kind=state.kind,
        alpha2=state.alpha2,
        cow=state.cow,
        wikidata=state.wikidata,
        start=state.start.edtf if state.start else None,
        end=state.end.edtf if state.end else None,
        successors=state.successors,
        names={language: told.names for language, told in state.names.items()},
        capitals=tuple(
            Seat(
                seat.names["en"][0],
                seat.timezone,
                seat.start.edtf if seat.start else None,
                seat.end.edtf if seat.end else None,
            )
            for seat in seats
        ),
        memberships=_statements(about, on, catalog),
    )


def chairs(org: str, *, on: date | None = None, catalog: Catalog | None = None) -> tuple[Chair, ...]:
    """Who presides over an organization, by its code; with `on`, on that day."""
    told = (catalog or load_catalog()).chairs.get(org, ())
    return tuple(_chair(one, on) for one in told if on is None or covers(one.start, one.end, on))


def memberships(state: str, *, catalog: Catalog | None = None) -> tuple[Statement, ...]:
    """All statements about one state, by code or name, in the order of time. Raises UnknownNameError."""
    known = catalog or load_catalog()
    code = state if state in known.states else _resolved_state(state)
    about = [one for told in known.memberships.values() for one in told if one.state == code]
    return _statements(sorted(about, key=_place_in_time), None, known)


def _resolved_state(name: str) -> str:
    names = load_names()
    found = names.resolve(name)
    if found is None or found.kind != "state":
        raise UnknownNameError("state", name, names.near(name, kind="state"))
    return found.code


def _place_in_time(one: Membership) -> tuple[date, str, str, str]:
    return (one.start.lower if one.start else None) or date.min, one.org, one.version, one.aspect


def listed(catalog: Catalog, what: str) -> tuple[Listed, ...]:
    """All `states` or `organizations`, by code."""
    found: Iterable[Organization | State] = (
        catalog.states.values() if what == "states" else catalog.organizations.values()
    )
    return tuple(Listed(one.code, one.name(), one.kind) for one in sorted(found, key=lambda one: one.code))


def _chair(one: Chairmanship, on: date | None) -> Chair:
    start, end = one.start.edtf if one.start else None, one.end.edtf if one.end else None
    truth = covers(one.start, one.end, on).name.lower() if on else None
    return Chair(one.state, one.person, start, end, str(one.source), truth)


def _statements(told: Iterable[Membership], on: date | None, catalog: Catalog) -> tuple[Statement, ...]:
    kept = [one for one in told if on is None or covers(one.start, one.end, on)]
    return tuple(_statement(one, on, catalog) for one in kept)


def _statement(one: Membership, on: date | None, catalog: Catalog) -> Statement:
    return Statement(
        org=one.org,
        status=one.status,
        start=one.start.edtf if one.start else None,
        end=one.end.edtf if one.end else None,
        basis=one.basis,
        source=str(one.source),
        seen=one.source.seen,
        state=one.state,
        name=catalog.name(one.state),
        aspect=one.aspect,
        version=one.version or None,
        note=one.note,
        truth=covers(one.start, one.end, on).name.lower() if on else None,
    )
