"""Meetings, exercises and visits of a report in any language with cues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from comity.model.record import EventRecord
from comity.reading.extractors.core.account import account_of, persons_in
from comity.reading.extractors.core.fields import AHEAD, has, states_in
from comity.reading.extractors.core.joining import Account, joined, same_event
from comity.reading.extractors.core.page import Page
from comity.reading.extractors.core.spots import Spot, find_spots, pronoun_spot


def extract(page: Page) -> Iterator[EventRecord]:
    """The events of a report, the most important first, each once."""
    return iter(events_of(page))


@lru_cache(maxsize=4)
def events_of(page: Page) -> tuple[EventRecord, ...]:
    """The same, kept for the extractors that come after."""
    accounts: list[Account] = []
    for number in range(len(page.sentences)):
        told = False
        for spot in find_spots(page, number):
            found = _accounts(page, spot, accounts)
            for account in found:
                _put(accounts, account, apart=len(found) > 1)
                told = True
        pointing = pronoun_spot(page, number) if accounts and not told else None
        if pointing is not None:
            for account in _accounts(page, pointing, accounts):
                accounts[-1] = joined(accounts[-1], account)
        elif not told:
            _add_those_present(page, number, accounts)
    records = [one.record for at, one in enumerate(accounts) if at == 0 or _says_enough(one)]
    return tuple(msgspec.structs.replace(one, main=at == 0) for at, one in enumerate(records))


def _says_enough(account: Account) -> bool:
    """Whether what is told besides the main event has a day, a place or a number; else it is only spoken of."""
    record = account.record
    return bool(record.date or record.moved_from or record.edition or record.place.city or record.place.country)


def _put(accounts: list[Account], account: Account, *, apart: bool) -> None:
    bilateral = account.record.level == "bilateral"
    for at in reversed(range(len(accounts))):
        if apart and bilateral:
            break
        if same_event(accounts[at], account):
            accounts[at] = joined(accounts[at], account)
            return
    if account.own_orgs or account.own_level or not accounts or account.fresh:
        accounts.append(account)


def _accounts(page: Page, spot: Spot, before: list[Account]) -> list[Account]:
    account = account_of(page, spot, before)
    if account is None:
        return []
    return _one_by_one(page, spot, account, before) or _each(page, spot, account)


def _one_by_one(page: Page, spot: Spot, account: Account, before: list[Account]) -> list[Account]:
    """先后同德国、法国外长会谈: a meeting with each, on the day and at the place last told."""
    cue = next(page.cues.each.found(page.low, spot.start, spot.head.start), None)
    if cue is None or not has(page.cues.bilateral, page, spot.head.start, spot.head.end):
        return []
    known = [one.code for one in page.mentions_in(spot.start, cue[0], "state", "adjective")]
    known += [one.state for one in page.people.between(spot.start, cue[0]) if one.state]
    others = [one.code for one in page.mentions_in(cue[1], spot.head.start, "state", "adjective")]
    if not known or len(others) < 2:
        return []
    return [_of_two(account, before, (known[0], other)) for other in dict.fromkeys(others) if other != known[0]]


def _of_two(account: Account, before: list[Account], pair: tuple[str, str]) -> Account:
    record, main = account.record, before[0] if before else account
    place = record.place if record.place.city or record.place.country else main.record.place
    ahead = record.status in AHEAD
    when = account.when or main.when
    record = msgspec.structs.replace(
        record,
        orgs=(),
        level="bilateral",
        date=record.date or main.record.date,
        date_basis=record.date_basis if record.date else main.record.date_basis,
        place=place,
        mode=record.mode if place == record.place else main.record.mode,
        participants=() if ahead else pair,
        invited=pair if ahead else (),
        body=None,
        chair=None,
        edition=None,
    )
    return Account(record, when, own_orgs=False, own_level=True, sure=account.sure, fresh=True)


def _each(page: Page, spot: Spot, account: Account) -> list[Account]:
    """ "Саммиты ШОС и БРИКС" are two events, "совместное заседание" is one."""
    orgs = account.record.orgs
    head = (spot.head.start, spot.head.end)
    if len(orgs) < 2 or not has(page.cues.plurals, page, *head) or has(page.cues.joint, page, spot.start, head[1]):
        return [account]
    return [
        msgspec.structs.replace(account, record=msgspec.structs.replace(account.record, orgs=(org,))) for org in orgs
    ]


def _add_those_present(page: Page, number: int, accounts: list[Account]) -> None:
    """ "Участвовали министры России и Китая": of the event told last."""
    sentence = page.sentences[number]
    if not accounts or not next(page.cues.present.found(page.low, sentence.start, sentence.end), None):
        return
    last = accounts[-1]
    states = tuple(states_in(page, sentence.start, sentence.end))
    guests = _guests(page, sentence.start, sentence.end, last.record.orgs)
    field = "invited" if last.record.status in AHEAD else "participants"
    both = tuple(dict.fromkeys((*getattr(last.record, field), *states)))
    guests = tuple(dict.fromkeys((*last.record.guests, *guests)))
    persons = last.record.persons or persons_in(page, sentence.start, sentence.end)
    record = msgspec.structs.replace(last.record, **{field: both}, guests=guests, persons=persons)
    accounts[-1] = msgspec.structs.replace(last, record=record)


def _guests(page: Page, start: int, end: int, orgs: tuple[str, ...]) -> tuple[str, ...]:
    """Organizations whose people come to another's meeting."""
    if not has(page.cues.guests, page, start, end):
        return ()
    return tuple(one.org for one in page.mentions_in(start, end, "org") if one.org and one.org not in orgs)
