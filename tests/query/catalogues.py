"""Small catalogues built by hand, and the ways that tests ask them."""

from __future__ import annotations

from datetime import date

from comity.catalog.load import Catalog
from comity.catalog.names import Names
from comity.model.membership import Membership, Source
from comity.model.organization import Organization, State, StateNames
from comity.model.when import When
from comity.query import Members, members

SOURCE = Source("charter", "The secretariat", "Charter")


def told(
    state: str, status: str = "member", start: str = "2001-06-15", end: str | None = None, **more: str
) -> Membership:
    """One statement about the organization AAA, or about `org`."""
    org, aspect, version = more.get("org", "AAA"), more.get("aspect", "legal"), more.get("version", "")
    until = When.parse(end) if end else None
    return Membership(org, state, status, When.parse(start), until, "decision", SOURCE, aspect=aspect, version=version)


def catalogue(*statements: Membership) -> Catalog:
    """The organizations and states that the statements name; codes are their own names."""
    orgs = sorted({one.org for one in statements})
    states = sorted({one.state for one in statements} - set(orgs))
    return Catalog(
        {org: Organization(org, "organization", {"en": (f"{org} Council",)}) for org in orgs},
        {code: State(code, None, None, None, "state", {"en": StateNames((f"Land of {code}",))}) for code in states},
        {org: tuple(one for one in statements if one.org == org) for org in orgs},
        {},
    )


def ask(catalog: Catalog, expression: str, on: str, status: str = "member") -> Members:
    return members(expression, on=date.fromisoformat(on), status=status, catalog=catalog, names=Names(catalog))
