"""Whether two accounts may be of one event, and how sure that is."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import msgspec

from comity.resolving.facets import AHEAD, SETTLED, Facets, left_of

ENOUGH = 0.4
"""Two accounts less alike than this are two events."""

# What each sign is worth. The same organizations on the same days are enough; the same organizations in one year just so.
SAME_FORMAT, PART_OF_FORMAT = 0.25, 0.05
SAME_DAYS, SAME_MONTH, SAME_QUARTER, SAME_YEAR, NEAR_DAYS, UNDATED = 0.45, 0.35, 0.25, 0.15, 0.25, 0.2
SAME_CITY, SAME_COUNTRY, OTHER_CITY, OTHER_COUNTRY = 0.15, 0.08, -0.1, -0.3
SAME_EDITION, SAME_NAME, SAME_PERSON, OTHER_LEVEL = 0.4, 0.3, 0.1, -0.15

# Without a date nothing is surer than this.
MOST_UNDATED = 0.6

# By how many days reports of one meeting differ, by who meets; others meet too often to tell.
SLIPS = {"leaders": 2, "foreign_ministers": 1, "defence_ministers": 1, "exercise": 5}
# What is announced may slip further until it is held.
SLIPS_AHEAD = {"leaders": 7, "foreign_ministers": 4, "defence_ministers": 4, "exercise": 14}
# One edition is the same meeting even when it moved by this many days.
EDITION_MOVES = 900


class Likeness(msgspec.Struct, frozen=True):
    """How sure it is that two accounts are of one event, and by which signs."""

    sure: float
    signs: tuple[str, ...]

    @property
    def because(self) -> str:
        return ", ".join(self.signs)


def likeness(one: Facets, other: Facets) -> Likeness | None:
    """None where the two cannot be one event."""
    if not one.documents.isdisjoint(other.documents) or _clashes(one, other):
        return None
    found = [_format(one, other), _days(one, other)]
    if None in found:
        return None
    found += [_edition(one, other), _name(one, other), *_place(one, other), _persons(one, other), _level(one, other)]
    signs = [sign for sign in found if sign]
    most = 1.0 if (one.dated and other.dated) or _same_edition(one, other) else MOST_UNDATED
    return Likeness(round(min(most, sum(worth for worth, _ in signs)), 3), tuple(sign for _, sign in signs if sign))


Sign = tuple[float, str]


def _clashes(one: Facets, other: Facets) -> bool:
    """What one meeting cannot have twice: its kind, the rank of those who meet, its number, its name, its people."""
    if one.kind != other.kind or one.rank != other.rank:
        return True
    editions = one.record.edition, other.record.edition
    if None not in editions and editions[0] != editions[1]:
        return True
    if one.name and other.name and one.name not in other.name and other.name not in one.name:
        return True
    return one.rank == "bilateral" and _other_people(one, other)


def _other_people(one: Facets, other: Facets) -> bool:
    """The presidents and the ministers of two states meet apart: of one state both name people, and no one twice."""
    states = {state for state, _ in one.surnames} & {state for state, _ in other.surnames}
    return any(
        {name for where, name in one.surnames if where == state}.isdisjoint(
            {name for where, name in other.surnames if where == state}
        )
        for state in states
    )


def _format(one: Facets, other: Facets) -> Sign | None:
    if one.orgs or other.orgs:
        if one.orgs == other.orgs:
            return SAME_FORMAT, "same organizations"
        if one.name and one.name == other.name and not (one.orgs and other.orgs):
            return PART_OF_FORMAT, ""
        small, large = sorted((one, other), key=lambda each: len(each.orgs))
        # Guests may go unnamed, the host does not.
        whole = bool(small.orgs) and small.orgs < large.orgs and large.host in small.orgs
        return (PART_OF_FORMAT, "one names fewer organizations") if whole else None
    if one.parties == other.parties:
        return (SAME_FORMAT, "same states") if one.parties else (PART_OF_FORMAT, "")
    small_parties, large_parties = sorted((one.parties, other.parties), key=len)
    if small_parties < large_parties and len(small_parties) > 1:
        return PART_OF_FORMAT, "one names fewer states"
    return (PART_OF_FORMAT, "") if one.name and one.name == other.name else None


def _days(one: Facets, other: Facets) -> Sign | None:
    if one.lower is None or one.upper is None or other.lower is None or other.upper is None:
        return (0.0, "") if _same_edition(one, other) else None
    gap = apart(one, other)
    if gap == 0 and _is_mere_wish(one, other):
        return None
    if gap == 0:
        return _overlap(one, other)
    if _same_edition(one, other) and gap <= EDITION_MOVES and not (one.status in SETTLED and other.status in SETTLED):
        return 0.0, "another date"
    if one.exact and other.exact and gap <= _slip(one, other):
        return NEAR_DAYS, f"{gap} day{'s' if gap > 1 else ''} apart"
    return None


def _is_mere_wish(one: Facets, other: Facets) -> bool:
    """To hope for meetings some day is not to speak of the next one."""
    return any(
        wish.status == "hoped" and not wish.dated and met.dated and not _same_edition(wish, met)
        for wish, met in ((one, other), (other, one))
    )


def _overlap(one: Facets, other: Facets) -> Sign:
    if not (one.dated or other.dated) and _left_same_days(one, other):
        return SAME_DAYS, "moved from the same days"
    if not (one.dated and other.dated):
        return UNDATED, "no date in one, and the time fits"
    longer = max(one.length, other.length)
    if one.exact and other.exact:
        return SAME_DAYS, "same days"
    if longer <= 31:
        return SAME_MONTH, "same month"
    return (SAME_QUARTER, "same season") if longer <= 92 else (SAME_YEAR, "same year")


def _left_same_days(one: Facets, other: Facets) -> bool:
    left, right = left_of(one.record), left_of(other.record)
    return left is not None and right is not None and left.may_overlap(right)


def apart(one: Facets, other: Facets) -> int:
    """Days from the end of the earlier to the start of the later: 1 for neighbouring days, 0 where they share one."""
    lower, upper = max(_lower(one), _lower(other)), min(_upper(one), _upper(other))
    return max(0, (lower - upper).days + 1)


def _slip(one: Facets, other: Facets) -> int:
    # Reports tell the first day of an exercise, its last, or one between.
    whole = one.kind == "exercise" and one.name is not None and one.name == other.name
    ahead = whole or (one.status in AHEAD) != (other.status in AHEAD)
    return (SLIPS_AHEAD if ahead else SLIPS).get(one.rank, 0)


def _same_edition(one: Facets, other: Facets) -> bool:
    return one.record.edition is not None and one.record.edition == other.record.edition


def _edition(one: Facets, other: Facets) -> Sign | None:
    return (SAME_EDITION, f"both number {one.record.edition}") if _same_edition(one, other) else None


def _name(one: Facets, other: Facets) -> Sign | None:
    return (SAME_NAME, "same name") if one.name and one.name == other.name else None


def _place(one: Facets, other: Facets) -> list[Sign]:
    a, b = one.record.place, other.record.place
    if a.country and b.country and a.country != b.country:
        # What was planned for a year may be held elsewhere in that year.
        vague_plan = any(each.status in AHEAD and each.dated and not each.exact for each in (one, other))
        return [(0.0 if vague_plan else OTHER_COUNTRY, "another country")]
    if a.city and b.city:
        if _letters(a.city) == _letters(b.city):
            return [(SAME_CITY, "same city")]
        return [(SAME_COUNTRY + OTHER_CITY if a.country and b.country else OTHER_CITY, "another city")]
    return [(SAME_COUNTRY, "same country")] if a.country and b.country else []


def _letters(name: str) -> str:
    """Al-Ula and AlUla, Iguazú and Iguazu, St George's and St George’s."""
    return "".join(letter for letter in normalize("NFKD", name.casefold()) if letter.isalnum())


def _level(one: Facets, other: Facets) -> Sign | None:
    """Presidents and heads of government meet together in some organizations, and apart in others."""
    return (OTHER_LEVEL, "another level") if one.record.level != other.record.level else None


def _persons(one: Facets, other: Facets) -> Sign | None:
    return (SAME_PERSON, "same people") if one.surnames & other.surnames else None


def _lower(facets: Facets) -> date:
    return facets.lower or date.min


def _upper(facets: Facets) -> date:
    return facets.upper or date.max
