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
            for account in _accounts(page, spot, accounts):
                _put(accounts, account)
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


def _put(accounts: list[Account], account: Account) -> None:
    for at in reversed(range(len(accounts))):
        if same_event(accounts[at], account):
            accounts[at] = joined(accounts[at], account)
            return
    if account.own_orgs or account.own_level or not accounts or account.fresh:
        accounts.append(account)


def _accounts(page: Page, spot: Spot, before: list[Account]) -> list[Account]:
    account = account_of(page, spot, before)
    return _each(page, spot, account) if account else []


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
