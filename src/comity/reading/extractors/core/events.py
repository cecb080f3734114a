"""Meetings, exercises and visits of a report in any language with cues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.record import EventRecord, Place
from comity.model.when import Basis, When
from comity.reading.extractors.core.fields import AHEAD, Status, Told, mode_of, only_place, place_of, states_in, status_of, told_when
from comity.reading.extractors.core.joining import Account, joined, same_event
from comity.reading.extractors.core.page import Page
from comity.reading.extractors.core.spots import Spot, find_spots
from comity.reading.languages import Phrases
from comity.reading.mentions import Mention

_TOLD_IN = 30


def extract(page: Page) -> Iterator[EventRecord]:
    """The events of a report, the most important first, each once."""
    return iter(events_of(page))


@lru_cache(maxsize=4)
def events_of(page: Page) -> tuple[EventRecord, ...]:
    """The same, kept for the extractors that come after."""
    accounts: list[Account] = []
    for number in range(len(page.sentences)):
        spots = find_spots(page, number)
        if not spots:
            _add_those_present(page, number, accounts)
        for spot in spots:
            account = _account(page, spot, accounts)
            for one in _each(page, spot, account) if account else ():
                _put(accounts, one)
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


def _each(page: Page, spot: Spot, account: Account) -> list[Account]:
    """ "Саммиты ШОС и БРИКС" are two events, "совместное заседание" is one."""
    orgs = account.record.orgs
    head = (spot.head.start, spot.head.end)
    if len(orgs) < 2 or not _has(page.cues.plurals, page, *head) or _has(page.cues.joint, page, spot.start, head[1]):
        return [account]
    return [
        msgspec.structs.replace(account, record=msgspec.structs.replace(account.record, orgs=(org,))) for org in orgs
    ]


def _has(phrases: Phrases[bool], page: Page, start: int, end: int) -> bool:
    return next(phrases.found(page.low, start, end), None) is not None


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
    record = msgspec.structs.replace(last.record, **{field: both}, guests=guests)
    accounts[-1] = msgspec.structs.replace(last, record=record)


def _guests(page: Page, start: int, end: int, orgs: tuple[str, ...]) -> tuple[str, ...]:
    """Organizations whose people come to another's meeting."""
    if not _has(page.cues.guests, page, start, end):
        return ()
    return tuple(one.org for one in page.mentions_in(start, end, "org") if one.org and one.org not in orgs)


def _account(page: Page, spot: Spot, before: list[Account]) -> Account | None:
    orgs = spot.format.orgs or _orgs_of_sentence(page, spot)
    own_orgs = bool(orgs)
    states = states_in(page, spot.start, spot.end)
    level, own_level = _level(page, spot, states, own_orgs=own_orgs)
    head = (spot.head.start, spot.head.end)
    acts = spot.head.kind == "event_verb" and _has(page.cues.acts, page, *head)
    if acts and not (spot.format.orgs and spot.format.level):
        return None
    fresh = _has(page.cues.fresh, page, spot.start, spot.head.end)
    weak = _has(page.cues.weak, page, *head) or spot.head.kind == "event_verb"
    if weak and not (own_orgs or own_level or (fresh and before)):
        return None
    if not orgs and level == "conference" and not before:
        own_level = _has(page.cues.before_place, page, spot.start, spot.end)
    elif not orgs and level != "bilateral":
        orgs = _topic(page, spot, before, anywhere=own_level)
    if not orgs and not (own_level and (len(states) > 1 or level == "conference")):
        return None
    if not own_level and before and level == "other":
        level = before[-1].record.level
    status = status_of(page, spot)
    told = told_when(page, spot, status, before[-1].when if before else None)
    status = _by_day(page, status, told.when)
    if status.name == "ongoing" and told.when is None and page.published:
        told = Told(When.days(page.published, basis=Basis.PUBLISHED))
    place = place_of(page, spot.start, spot.end, spot.head.start)
    sentence = page.sentences[spot.sentence]
    if not (place.city or place.country):
        place = only_place(page, sentence.start, sentence.end)
    if acts and not (told.when or place.city):
        return None
    mode = mode_of(page, spot, place)
    place = Place() if mode == "online" else place
    ahead = status.name in AHEAD
    record = EventRecord(
        evidence=(page.document.quote(sentence.start, sentence.end),),
        rule="core",
        kind=spot.kind,
        status=status.name,
        level=level,
        orgs=orgs,
        date=told.when.edtf if told.when else None,
        date_basis=told.when.basis.value if told.when else "unknown",
        moved_from=told.moved_from.edtf if told.moved_from else None,
        place=place,
        mode=mode,
        participants=() if ahead else tuple(states),
        invited=tuple(states) if ahead else (),
        host=place.country if mode == "in_person" else None,
        edition=page.cues.edition(page.text, page.low, max(spot.start, spot.head.start - _TOLD_IN), spot.head.end),
        body=_body(page, spot),
        series=_series(page, spot),
    )
    return Account(record, told.when, own_orgs, own_level, status.sure, fresh)


def _orgs_of_sentence(page: Page, spot: Spot) -> tuple[str, ...]:
    """Of a sentence that speaks of one event only: the organization named in it."""
    if not spot.alone:
        return ()
    named = [one.org for one in page.mentions_in(spot.start, spot.end, "org", "body", "series") if one.org]
    return tuple(named[:1])


def _topic(page: Page, spot: Spot, before: list[Account], *, anywhere: bool) -> tuple[str, ...]:
    """The organization that the report last spoke of as meeting, else that of its headline or its first words."""
    if before and before[-1].record.orgs:
        return before[-1].record.orgs
    named = [one.org for one in page.title_mentions if one.org]
    named += [one.org for one in page.mentions if one.org and (anywhere or one.start < spot.end)]
    return tuple(named[:1])


def _level(page: Page, spot: Spot, states: list[str], *, own_orgs: bool) -> tuple[str, bool]:
    """The level, and whether the words tell it."""
    if spot.kind == "exercise":
        return "exercise", True
    if spot.format.level:
        return spot.format.level, True
    people = page.mentions_in(spot.start, spot.clause_end, "level_people", "body", "level_nouns")
    if people and people[0].level:
        return people[0].level, True
    if next(page.cues.conferences.found(page.low, spot.head.start, spot.head.end), None):
        return "conference", True
    if len(states) == 2 and not own_orgs and _is_bilateral(page, spot):
        return "bilateral", True
    usual = {load_catalog().organizations[org].usual_level for org in spot.format.orgs} - {None}
    return (usual.pop() or "other", True) if len(usual) == 1 else ("other", False)


def _is_bilateral(page: Page, spot: Spot) -> bool:
    near = (max(spot.start, spot.head.start - _TOLD_IN), spot.head.start)
    return _has(page.cues.bilateral, page, spot.head.start, spot.head.end) and not _has(page.cues.anaphors, page, *near)


def _by_day(page: Page, status: Status, when: When | None) -> Status:
    """A day to come makes a meeting one that is to be held, where no word tells; a day gone by one that was."""
    if status.name in ("postponed", "cancelled", "denied", "hoped", "proposed") or not (when and page.published):
        return status
    if when.after(page.published) and status.name in ("held", "ongoing"):
        return Status("scheduled", sure=status.sure)
    if when.before(page.published) and status.name in ("ongoing", "scheduled"):
        return Status("held", sure=status.sure)
    return status


def _body(page: Page, spot: Spot) -> str | None:
    body: Mention | None = spot.format.body
    return page.text[body.start : body.end] if body else None


def _series(page: Page, spot: Spot) -> str | None:
    named = page.mentions_in(spot.start, spot.end, "series")
    return page.text[named[0].start : named[0].end].strip("«»") if named and spot.kind == "exercise" else None
