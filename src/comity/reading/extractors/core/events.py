"""Meetings, exercises and visits of a report in any language with cues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from comity.model.record import EventRecord, Place
from comity.model.when import When
from comity.reading.extractors.core.fields import AHEAD, Status, mode_of, place_of, states_in, status_of, told_when
from comity.reading.extractors.core.joining import Account, joined, same_event
from comity.reading.extractors.core.page import Page
from comity.reading.extractors.core.spots import Spot, find_spots
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
            if account is not None:
                _put(accounts, account)
    records = [one.record for one in accounts]
    return tuple(msgspec.structs.replace(one, main=at == 0) for at, one in enumerate(records))


def _put(accounts: list[Account], account: Account) -> None:
    for at in reversed(range(len(accounts))):
        if same_event(accounts[at], account):
            accounts[at] = joined(accounts[at], account)
            return
    if account.own_orgs or account.own_level or not accounts or account.fresh:
        accounts.append(account)


def _add_those_present(page: Page, number: int, accounts: list[Account]) -> None:
    """ "Участвовали министры России и Китая": of the event told last."""
    sentence = page.sentences[number]
    if not accounts or not next(page.cues.present.found(page.low, sentence.start, sentence.end), None):
        return
    last = accounts[-1]
    states = tuple(states_in(page, sentence.start, sentence.end))
    field = "invited" if last.record.status in AHEAD else "participants"
    both = tuple(dict.fromkeys((*getattr(last.record, field), *states)))
    accounts[-1] = msgspec.structs.replace(last, record=msgspec.structs.replace(last.record, **{field: both}))


def _account(page: Page, spot: Spot, before: list[Account]) -> Account | None:
    orgs = spot.format.orgs or _orgs_of_sentence(page, spot)
    own_orgs = bool(orgs)
    states = states_in(page, spot.start, spot.end)
    level, own_level = _level(page, spot, states, own_orgs=own_orgs)
    weak = next(page.cues.weak.found(page.low, spot.head.start, spot.head.end), None) is not None
    if (weak or spot.head.kind == "event_verb") and not (own_orgs or own_level):
        return None
    if not orgs and level != "bilateral":
        orgs = _topic(page, spot, before)
    if not orgs and not (own_level and len(states) > 1):
        return None
    if not own_level and before and level == "other":
        level = before[-1].record.level
    status = status_of(page, spot)
    told = told_when(page, spot, status, before[-1].when if before else None)
    status = _by_day(page, status, told.when)
    place = place_of(page, spot.start, spot.end, spot.head.start)
    mode = mode_of(page, spot, place)
    place = Place() if mode == "online" else place
    ahead = status.name in AHEAD
    sentence = page.sentences[spot.sentence]
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
    fresh = next(page.cues.fresh.found(page.low, spot.start, spot.head.end), None) is not None
    return Account(record, told.when, own_orgs, own_level, status.sure, fresh)


def _orgs_of_sentence(page: Page, spot: Spot) -> tuple[str, ...]:
    """Of a sentence that speaks of one event only: the organization named in it."""
    if not spot.alone:
        return ()
    named = [one.org for one in page.mentions_in(spot.start, spot.end, "org", "body", "series") if one.org]
    return tuple(named[:1])


def _topic(page: Page, spot: Spot, before: list[Account]) -> tuple[str, ...]:
    """The organization that the report last spoke of as meeting, else that of its headline or its first words."""
    if before:
        return before[-1].record.orgs
    named = [one.org for one in page.title_mentions if one.org]
    named += [one.org for one in page.mentions if one.org and one.start < spot.end]
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
    if len(states) == 2 and not own_orgs:
        return "bilateral", True
    return "other", False


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
