"""What is told of an event: its status, day, place, mode, and the states that take part."""

from __future__ import annotations

import msgspec

from comity.catalog.loaded import load_catalog
from comity.model.record import Place
from comity.model.when import When
from comity.reading.extractors.core.page import Page
from comity.reading.extractors.core.speakers import words
from comity.reading.extractors.core.spots import Spot
from comity.reading.languages import Phrases
from comity.reading.mentions import Mention
from comity.reading.when import Direction, Expression

# Statuses that hold wherever they are told of an event; the others by the word that stands nearest.
_STRONG = ("postponed", "cancelled", "denied", "hoped", "proposed")
AHEAD = ("scheduled", "hoped", "proposed")
_DAYS = ("day", "range", "today", "weekday", "focus_day", "numeric", "iso", "eve", "ordinal_day", "day_of_month")
# So far before a name the word "in" may stand.
_PREPOSITION = 40
_WORDS_BETWEEN, _SIGNS_BETWEEN = 2, 10
_MARKS = frozenset("，。、；：的,.;")
_BESIDE = 3
# So far behind a day the verb of saying that it belongs to may stand.
_SAYING = 24
_IN_A_LIST = 4
_OF_A_STATE = ("state", "adjective")


class Status(msgspec.Struct, frozen=True):
    """`sure` where words tell it."""

    name: str
    sure: bool

    @property
    def direction(self) -> Direction:
        if self.name in AHEAD:
            return Direction.FUTURE
        return Direction.PAST if self.name == "held" and self.sure else Direction.NONE


def status_of(page: Page, spot: Spot) -> Status:
    """The status that the words of its clauses tell; "held" where they tell none."""
    found = list(page.cues.status.found(page.low, spot.start, spot.end))
    order = page.cues.order
    strong = [one for one in found if one[2] in _STRONG]
    if strong:
        return Status(min(strong, key=lambda one: order[one[2]])[2], sure=True)
    if not found:
        return Status("held", sure=False)
    # Of words over one another the longer tells more.
    return Status(
        min(found, key=lambda one: (_distance(page, one, spot), one[0] - one[1], order[one[2]]))[2], sure=True
    )


def _distance(page: Page, found: tuple[int, int, str], spot: Spot) -> int:
    start, end, _ = found
    if page.adapter.relative and spot.head.end <= start:
        opening = page.adapter.relative.search(page.low, spot.head.end, start)
        if opening is not None:
            return (start - opening.end()) // 10
    own = 0 if start < spot.clause_end else 40
    head = spot.head
    return own + (head.start - end if end <= head.start else max(0, start - head.end))


class Told(msgspec.Struct, frozen=True):
    """When an event is, and from when it was moved."""

    when: When | None = None
    moved_from: When | None = None


def told_when(page: Page, spot: Spot, status: Status, focus: When | None) -> Told:
    found = [
        one
        for one in page.expressions_in(spot.start, spot.end)
        if one.bound != "until" and not _is_of_saying(page, one, spot)
    ]
    if status.name == "postponed":
        return _moved(page, found, spot, focus)
    known = [
        (one, when)
        for one in found
        if not (one.kind == "year" and one.bound == "onto")
        if (when := page.resolve(one, status.direction, _focus(page, one, focus)))
    ]
    if not known:
        return Told()
    return Told(min(known, key=lambda pair: _remoteness(pair[0], spot))[1])


def _is_of_saying(page: Page, one: Expression, spot: Spot) -> bool:
    """Whether it is the day on which somebody told of the event: 外交部发言人27日宣布."""
    told = words(page.language)
    if told.between is None:
        return False
    low, high = one.end, min(spot.end, one.end + _SAYING)
    return any(
        told.between.fullmatch(page.text, low, start) and not low <= spot.head.start < start
        for start, _, stance in told.verbs.found(page.low, low, high)
        if stance in ("says", "announces")
    )


def _focus(page: Page, one: Expression, focus: When | None) -> When | None:
    """The day last spoken of; "the day before" is that before the report where none was."""
    if focus is None and one.kind in ("eve", "focus_day") and page.published:
        return When.days(page.published)
    return focus


def _moved(page: Page, found: list[Expression], spot: Spot, focus: When | None) -> Told:
    """ "С мая на июнь": from the first to the second. A day that stands before the word that tells it moved is the old
    one; of one behind it only a word like "to" says that it is the new one."""
    words = page.cues.status.found(page.low, spot.start, spot.end)
    moved = min((end for _, end, name in words if name == "postponed"), default=0)
    onto = [one for one in found if one.bound == "onto" and one.start >= moved]
    new = (page.resolve(one, Direction.FUTURE, focus) for one in onto)
    old = (page.resolve(one, Direction.NONE, focus) for one in found if one not in onto)
    return Told(next(filter(None, new), None), next(filter(None, old), None))


def _remoteness(one: Expression, spot: Spot) -> tuple[int, int]:
    head = spot.head
    away = head.start - one.end if one.end <= head.start else one.start - head.end
    outside = one.start >= spot.clause_end or one.end <= spot.clause_start
    return (2 * outside + (one.kind not in _DAYS), away)


def place_of(page: Page, start: int, end: int, near: int) -> Place:
    """The city or state that a word like "in" stands before, a city rather than a state, the nearest one."""
    cities = [one for one in page.mentions_in(start, end, "city") if is_set(page, one)]
    if cities:
        best = min(cities, key=lambda one: abs(one.start - near))
        city, _, country = best.code.partition("|")
        return Place(city, country)
    if capital := _capital(page, start, end):
        return capital
    states = [one for one in page.mentions_in(start, end, "state") if is_set(page, one) and not _is_of(page, one)]
    if states:
        return Place(None, min(states, key=lambda one: abs(one.start - near)).code)
    return Place()


def only_place(page: Page, start: int, end: int) -> Place:
    """The one city in which a sentence sets what it tells; none where there are two."""
    cities = {one.code for one in page.mentions_in(start, end, "city") if is_set(page, one)}
    if len(cities) != 1:
        return Place()
    city, _, country = cities.pop().partition("|")
    return Place(city, country)


def _capital(page: Page, start: int, end: int) -> Place | None:
    """ "В таджикской столице": the capital of the state beside the word."""
    for first, last, _ in page.cues.capital.found(page.low, start, end):
        for one in page.mentions_in(max(start, first - _PREPOSITION), min(end, last + _PREPOSITION), *_OF_A_STATE):
            if 0 <= first - one.end <= 1 or 0 <= one.start - last <= 1:
                known = load_catalog().states[one.code].capitals
                current = [city for city in known if city.end is None]
                return Place(current[-1].names["en"][0], one.code) if current else None
    return None


def is_set(page: Page, one: Mention) -> bool:
    """Whether something is told to be in a place."""
    low, adapter = page.low, page.adapter
    before = max(low.rfind("\n", 0, one.start) + 1, one.start - _PREPOSITION)
    if any(one.start - end <= 1 for _, end, _ in page.cues.elsewhere.found(low, before, one.start)):
        return False
    for _, end, _ in page.cues.before_place.found(low, before, one.start):
        between = low[end : one.start]
        gap = between.split()
        if not adapter.spaced and len(between) <= _SIGNS_BETWEEN and not _MARKS & set(between):
            return True
        if not gap or (adapter.spaced and len(gap) <= _WORDS_BETWEEN and all(word.isalpha() for word in gap)):
            return True
    return one.kind == "city" and any(
        start - one.end <= _BESIDE for start, _, _ in page.cues.after_place.found(low, one.end, one.end + 12)
    )


def _is_of(page: Page, one: Mention) -> bool:
    """Whether the state stands beside an office: "president of"."""
    near = page.mentions_in(max(0, one.start - 40), one.end + 20, "office", "level_people")
    return any(0 <= one.start - other.end <= _BESIDE or 0 <= other.start - one.end <= 1 for other in near)


def mode_of(page: Page, spot: Spot, place: Place) -> str:
    modes = [one.code for one in page.mentions_in(spot.start, spot.end, "mode")]
    for mode in ("hybrid", "online", "in_person"):
        if mode in modes:
            return mode
    return "in_person" if place.city or place.country or spot.kind == "exercise" else "unknown"


def _with_listed(first: list[Mention], named: list[Mention]) -> list[Mention]:
    """Those beside an office, and those in one list with them: "лидеры России, Казахстана и Китая"."""
    lists: list[list[Mention]] = []
    for one in named:
        if lists and 0 <= one.start - lists[-1][-1].end <= _IN_A_LIST:
            lists[-1].append(one)
        else:
            lists.append([one])
    return [one for some in lists if any(other in first for other in some) for one in some]


def states_in(page: Page, start: int, end: int) -> list[str]:
    """States named as those who take part: beside an office, or in a clause with a word of presence."""
    found: list[Mention] = []
    for first, last in page.adapter.clauses(page.text, start, end):
        named = page.mentions_in(first, last, "state", "adjective")
        if not named or next(page.cues.apart.found(page.low, first, last), None):
            continue
        if next(page.cues.present.found(page.low, first, last), None):
            found += [one for one in named if not is_set(page, one) or _is_of(page, one)]
        else:
            found += _with_listed([one for one in named if _is_of(page, one)], named)
    return list(dict.fromkeys(one.code for one in found))


def has(phrases: Phrases[bool], page: Page, start: int, end: int) -> bool:
    """Whether any phrase stands in a stretch of the page."""
    return next(phrases.found(page.low, start, end), None) is not None
