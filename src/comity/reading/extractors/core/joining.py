"""Several mentions of one event in a report become one record."""

from __future__ import annotations

import msgspec

from comity.model.record import EventRecord, Place
from comity.model.when import When


class Account(msgspec.Struct, frozen=True):
    """One mention read. `own_orgs` and `own_level` say whether its words tell them; `sure` whether they tell the status;
    `fresh` that it is another event than those told before: "следующий саммит"."""

    record: EventRecord
    when: When | None
    own_orgs: bool
    own_level: bool
    sure: bool
    fresh: bool = False


_LOOSE = ("other", "conference", "bilateral")


def same_event(one: Account, other: Account) -> bool:
    """Whether a later mention is of the event of an earlier one: nothing that both tell is different."""
    first, second = one.record, other.record
    if first.kind != second.kind or not _levels_fit(one, other) or not _orgs_fit(one, other):
        return False
    if first.status == "denied" and second.status == "postponed":
        return True
    if one.when and other.when:
        return one.when.may_overlap(other.when)
    if other.fresh or not _places_fit(first.place, second.place):
        return False
    if first.edition and second.edition and first.edition != second.edition:
        return False
    return first.status == second.status or not (one.sure and other.sure)


def _levels_fit(one: Account, other: Account) -> bool:
    if one.record.level == other.record.level:
        return True
    if "bilateral" in (one.record.level, other.record.level) and (one.own_orgs or other.own_orgs):
        return False
    return not (one.own_level and other.own_level)


def _orgs_fit(one: Account, other: Account) -> bool:
    first, second = set(one.record.orgs), set(other.record.orgs)
    return first == second or not (one.own_orgs and other.own_orgs) or (bool(first & second) and first <= second)


def _places_fit(one: Place, other: Place) -> bool:
    if one.city and other.city:
        return one.city == other.city
    return not (one.country and other.country) or one.country == other.country


def joined(one: Account, other: Account) -> Account:
    """Both in one: what the first does not tell is the second's."""
    first, second = one.record, other.record
    moved = second.status == "postponed" and first.status == "denied"
    finer = moved or bool(other.when and (one.when is None or (other.when.length or 0) < (one.when.length or 0)))
    place = first.place if first.place.city or not second.place.city else second.place
    record = msgspec.structs.replace(
        first,
        status=second.status if moved or (other.sure and not one.sure) else first.status,
        level=first.level if one.own_level or not other.own_level else second.level,
        orgs=first.orgs if one.own_orgs or not other.own_orgs else second.orgs,
        date=second.date if finer else first.date,
        date_basis=second.date_basis if finer else first.date_basis,
        place=place if place.city or place.country else second.place,
        mode=first.mode if first.mode in ("online", "hybrid") or second.mode == "unknown" else second.mode,
        participants=tuple(dict.fromkeys((*first.participants, *second.participants))),
        invited=tuple(dict.fromkeys((*first.invited, *second.invited))),
        persons=first.persons or second.persons,
        edition=first.edition or second.edition,
        series=first.series or second.series,
        body=first.body or second.body,
        host=first.host or second.host,
        chair=first.chair or second.chair,
        guests=tuple(dict.fromkeys((*first.guests, *second.guests))),
        moved_from=first.moved_from or second.moved_from,
        evidence=first.evidence if second.evidence[0] in first.evidence else (*first.evidence, *second.evidence),
    )
    return Account(
        record,
        other.when if finer else one.when,
        one.own_orgs or other.own_orgs,
        one.own_level or other.own_level,
        one.sure or other.sure,
        one.fresh,
    )
