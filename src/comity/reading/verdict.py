"""A membership that a report states, against the catalogue."""

from __future__ import annotations

from datetime import date

import msgspec

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.model.membership import Membership
from comity.model.record import AnyRecord, MembershipRecord
from comity.model.when import When

_LASTING = ("member", "associate", "observer", "dialogue_partner", "partner")
_PARTICIPATION = ("suspended", "frozen")


def with_verdict(record: AnyRecord, published: date | None) -> AnyRecord:
    """The record as it is; a membership also says `agrees`, `contradicts` or `unknown`."""
    if not isinstance(record, MembershipRecord):
        return record
    return msgspec.structs.replace(record, verdict=verdict(record, load_catalog(), published))


def verdict(record: MembershipRecord, catalog: Catalog, published: date | None) -> str:
    """`agrees` where some sourced version has it so, `contradicts` where all have it otherwise.

    `unknown` where the catalogue does not know the organization, or the report gives no day to compare.
    """
    known = [one for one in catalog.memberships.get(record.org, ()) if one.state == record.state]
    if not catalog.memberships.get(record.org):
        return "unknown"
    when = When.parse(record.date) if record.date else When.days(published) if published else None
    if when is None or record.status == "applicant":
        return "unknown"
    if record.change == "withdrawal" or record.status == "former":
        return _left(known, when, stated=record.date is not None)
    if record.status in _PARTICIPATION or record.change in ("suspension", "freeze"):
        return _answer(any(one.aspect == "participation" and _covers(one, when) for one in known))
    if record.change in ("signature", "ratification"):
        return "unknown"
    if record.status not in _LASTING:
        return "unknown"
    return _answer(any(one.aspect == "legal" and one.status == record.status and _covers(one, when) for one in known))


def _left(known: list[Membership], when: When, *, stated: bool) -> str:
    ends = [one.end for one in known if one.aspect == "legal" and one.status == "member" and one.end]
    if not ends:
        return "contradicts" if any(one.status == "member" for one in known) else "unknown"
    if not stated:
        return _answer(any(not end.after(when) for end in ends))
    # A year's difference is that between the notice and its effect, which reports do not keep apart.
    return _answer(any(abs(_year(end) - _year(when)) <= 1 for end in ends))


def _year(when: When) -> int:
    day = when.lower or when.upper
    return day.year if day else 0


def _covers(one: Membership, when: When) -> bool:
    starts = one.start is None or not one.start.after(when)
    ends = one.end is None or not one.end.before(when) or when.may_overlap(one.end)
    return starts and ends


def _answer(agrees: bool) -> str:
    return "agrees" if agrees else "contradicts"
