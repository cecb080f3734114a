"""One mention of an event read in full: who meets, when, where, how."""

from __future__ import annotations

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.record import EventRecord, Participant, Place
from comity.model.when import Basis, When
from comity.reading.extractors.core.fields import (
    AHEAD,
    Status,
    Told,
    has,
    mode_of,
    only_place,
    place_of,
    states_in,
    status_of,
    told_when,
)
from comity.reading.extractors.core.joining import Account
from comity.reading.extractors.core.page import Page
from comity.reading.extractors.core.spots import Spot, is_of_office
from comity.reading.mentions import Mention

# So far before its noun the number of an edition, and a word like "this", may stand; and so far from a word for
# presiding the one who presides.
_TOLD_IN, _PRESIDES = 30, 60
_TWO = 2
# So many states that meet by themselves are a group of their own.
_FEWEST, _MOST = 3, 5


class Who(msgspec.Struct, frozen=True):
    """Who meets: `own_orgs` and `own_level` say whether the words of the mention tell them."""

    orgs: tuple[str, ...]
    level: str
    states: tuple[str, ...]
    own_orgs: bool
    own_level: bool


def account_of(page: Page, spot: Spot, before: list[Account]) -> Account | None:
    """None where the words tell of no event of states or organizations."""
    fresh = has(page.cues.fresh, page, spot.start, spot.head.end)
    who = _who(page, spot, before, fresh=fresh)
    if who is None:
        return None
    status, told = _times(page, spot, before)
    place = _place(page, spot)
    if not (place.city or place.country or (told.when and spot.kind != "visit")) and _needs_more(page, spot):
        return None
    mode = mode_of(page, spot, place)
    place = Place() if mode == "online" else place
    ahead = status.name in AHEAD
    sentence = page.sentences[spot.sentence]
    record = EventRecord(
        evidence=(page.document.quote(sentence.start, sentence.end),),
        rule="core",
        kind=spot.kind,
        status=status.name,
        level=who.level,
        orgs=who.orgs,
        date=told.when.edtf if told.when else None,
        date_basis=told.when.basis.value if told.when else "unknown",
        moved_from=told.moved_from.edtf if told.moved_from else None,
        place=place,
        mode=mode,
        participants=() if ahead else who.states,
        invited=who.states if ahead else (),
        persons=persons_in(page, spot.start, spot.end),
        chair=_chair(page, spot),
        host=place.country if mode == "in_person" else None,
        edition=page.cues.edition(page.text, page.low, max(spot.start, spot.head.start - _TOLD_IN), spot.head.end),
        body=_body(page, spot),
        series=_series(page, spot),
    )
    return Account(record, told.when, who.own_orgs, who.own_level, status.sure, fresh)


def _needs_more(page: Page, spot: Spot) -> bool:
    """A visit is somewhere; what those who meet do tells of a meeting only with a day or a place."""
    return spot.kind == "visit" or _acts(page, spot)


def _acts(page: Page, spot: Spot) -> bool:
    return spot.head.kind == "event_verb" and has(page.cues.acts, page, spot.head.start, spot.head.end)


def _who(page: Page, spot: Spot, before: list[Account], *, fresh: bool) -> Who | None:
    orgs = spot.format.orgs or _orgs_of_sentence(page, spot)
    states = tuple(states_in(page, spot.start, spot.end))
    if spot.kind == "visit" and not orgs and (visit := _visit(page, spot, states)):
        return visit
    level, own_level = _level(page, spot, states, own_orgs=bool(orgs))
    if _acts(page, spot) and not (spot.format.orgs and spot.format.level):
        return None
    if has(page.cues.pronouns, page, spot.head.start, spot.head.end):
        return _pointed_to(before, states)
    weak = spot.head.kind == "event_verb" or has(page.cues.weak, page, spot.head.start, spot.head.end)
    told = own_level and (level != "conference" or has(page.cues.sits, page, spot.start, spot.end))
    if weak and not (orgs or told or (fresh and before)):
        return None
    own_orgs = bool(orgs)
    if not orgs and level == "conference" and not (before and before[-1].record.orgs):
        own_level = told
    elif not orgs and not before and own_level and _are_group(page, spot, states):
        orgs = ("-".join(states),)
    elif not orgs and level != "bilateral":
        orgs = _topic(page, spot, before, anywhere=own_level)
    if not orgs and not (own_level and (len(states) > 1 or level == "conference")):
        return None
    if not own_level and before and level == "other":
        level = before[-1].record.level
    return Who(orgs, level, states, own_orgs, own_level)


def _are_group(page: Page, spot: Spot, states: tuple[str, ...]) -> bool:
    """Whether a few states meet by themselves: no organization is named beside them."""
    told = spot.format.level is not None or not page.adapter.head_first
    return told and _FEWEST <= len(states) <= _MOST and not _names_organization(page, spot)


def _visit(page: Page, spot: Spot, states: tuple[str, ...]) -> Who | None:
    """ "Президент Казахстана прибыл с визитом в Узбекистан": of the visitor's state and the state visited."""
    visited = place_of(page, spot.start, spot.end, spot.head.start).country
    if visited is None or len({*states, visited}) != _TWO:
        return None
    return Who((), "bilateral", tuple(dict.fromkeys((*states, visited))), own_orgs=False, own_level=True)


def _pointed_to(before: list[Account], states: tuple[str, ...]) -> Who | None:
    """Those of the event told last: "мероприятие пройдёт в Минске"."""
    return (
        Who(before[-1].record.orgs, before[-1].record.level, states, own_orgs=False, own_level=False)
        if before
        else None
    )


def _focus(page: Page, before: list[Account]) -> When | None:
    """The day last told of what has been; what is only to come is no day that "the same day" goes back to."""
    known = [one.when for one in before if one.when and not (page.published and one.when.after(page.published))]
    return known[-1] if known else None


def _times(page: Page, spot: Spot, before: list[Account]) -> tuple[Status, Told]:
    status = status_of(page, spot)
    told = told_when(page, spot, status, _focus(page, before))
    status = _by_day(page, status, told.when)
    if status.name == "ongoing" and told.when is None and page.published:
        told = Told(When.days(page.published, basis=Basis.PUBLISHED))
    return status, told


def _place(page: Page, spot: Spot) -> Place:
    place = place_of(page, spot.start, spot.end, spot.head.start)
    if place.city or place.country:
        return place
    sentence = page.sentences[spot.sentence]
    return only_place(page, sentence.start, sentence.end)


def persons_in(page: Page, start: int, end: int) -> tuple[Participant, ...]:
    """Persons with an office, in a stretch with a word of presence."""
    if not has(page.cues.present, page, start, end):
        return ()
    known = [one for one in page.people.between(start, end) if one.office]
    return tuple({one.name: Participant(one.name, one.office, one.state) for one in known}.values())


def _chair(page: Page, spot: Spot) -> str | None:
    """Who presides: the person, else the state, beside a word like "under the chairmanship of"."""
    sentence = page.sentences[spot.sentence]
    for start, end, _ in page.cues.chaired.found(page.low, sentence.start, sentence.end):
        low, high = max(sentence.start, start - _PRESIDES), min(sentence.end, end + _PRESIDES)
        people = sorted(page.people.between(low, high), key=lambda one: min(abs(one.start - end), abs(start - one.end)))
        if people:
            return people[0].name
        states = [one.code for one in page.mentions_in(end, high, "state", "adjective")]
        if states:
            return states[0]
    return None


def _orgs_of_sentence(page: Page, spot: Spot) -> tuple[str, ...]:
    """Of a sentence that speaks of one event only: the organization named in it."""
    if not spot.alone:
        return ()
    named = [
        one
        for one in page.mentions_in(spot.start, spot.end, "org", "body", "series")
        if one.org and not is_of_office(page, one)
    ]
    return tuple([one.org for one in named if one.org][:1])


def _topic(page: Page, spot: Spot, before: list[Account], *, anywhere: bool) -> tuple[str, ...]:
    """The organization that the paragraph last spoke of as meeting, else that of the main event, of the headline or of
    the first words."""
    here = page.sentences[spot.sentence].paragraph
    for one in [*reversed(before), *before[:1]]:
        same = page.sentences[page.sentence_at(one.record.evidence[-1].start)].paragraph == here
        if one.record.orgs and (same or one is before[0]):
            return one.record.orgs
    named = [one.org for one in page.title_mentions if one.org]
    named += [one.org for one in page.mentions if one.org and (anywhere or one.start < spot.end)]
    return tuple(named[:1])


def _level(page: Page, spot: Spot, states: tuple[str, ...], *, own_orgs: bool) -> tuple[str, bool]:
    """The level, and whether the words tell it."""
    if spot.kind == "exercise":
        return "exercise", True
    if len(states) == 2 and not own_orgs and not _names_organization(page, spot) and _is_bilateral(page, spot):
        return "bilateral", True
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


def _names_organization(page: Page, spot: Spot) -> bool:
    sentence = page.sentences[spot.sentence]
    return any(one.org and not is_of_office(page, one) for one in page.mentions_in(sentence.start, sentence.end))


def _is_bilateral(page: Page, spot: Spot) -> bool:
    near = (max(spot.start, spot.head.start - _TOLD_IN), spot.head.start)
    return has(page.cues.bilateral, page, spot.head.start, spot.head.end) and not has(page.cues.anaphors, page, *near)


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
    return page.text[named[0].start : named[0].end].strip('«»“”"「」') if named and spot.kind == "exercise" else None
