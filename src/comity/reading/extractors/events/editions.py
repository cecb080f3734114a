"""Several meetings told with one word: "summits were held in Riyadh in 2021, Doha in 2023 and Kuwait City in 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from comity.model.record import Place
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import PLURAL, Trigger
from comity.reading.mentions import Mention
from comity.reading.when import Direction, Expression

_INSIDE = re.compile(r",?\s+(?:\(|(?:in|at|on|the|early|late|mid)\s+){0,3}\(?")
_BETWEEN = re.compile(
    r"\)?(?:\s*[,;]|\s+and|\s*,\s*and|\s+as\s+well\s+as|\s+then|,?\s+followed\s+by)\s+(?:(?:then|again|finally|most\s+recently)\s+)?(?:(?:in|at|on)\s+)?(?:the\s+)?"
)
_TIMES = re.compile(
    r"\b(?:twice|(?:two|three|four|five|six|seven)\s+times|(?:two|three|four|five)\s+(?:summits|meetings|sessions|rounds))\b",
    re.IGNORECASE,
)


class Edition(msgspec.Struct, frozen=True):
    """One of the meetings told: where, if it is said, and when, in the words `told`; `end` is where it ends."""

    place: Place | None
    when: When
    end: int
    told: Expression


def editions(analysis: Analysis, trigger: Trigger, direction: Direction) -> list[Edition]:
    """The meetings that a list of places and dates after a trigger tells apart; none where there are not two."""
    past = direction if direction is not Direction.NONE else Direction.PAST
    found: list[Edition] = []
    atoms = _atoms(analysis, trigger)
    at = 0
    while at < len(atoms):
        pair = _pair(analysis, atoms[at:])
        if pair and found and not _BETWEEN.fullmatch(analysis.text[found[-1].end : pair[0].start]):
            break
        one = _edition(analysis, pair, past, found[-1].when if found else None)
        if one is None:
            at += 1
            if found:
                break
            continue
        found.append(one)
        at += len(pair)
    found = _of_one_year(found)
    return found if len(found) > 1 and _are_several(analysis, trigger, found) else []


_IN = re.compile(r"\s+(?:in|at)\s+")
_AND = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?:in\s+|at\s+)?")


def places(analysis: Analysis, trigger: Trigger) -> list[Place]:
    """The places of a plural that are told without a time: "the summits in Minsk and Astana"."""
    found: list[Mention] = []
    for city in analysis.mentions_in(trigger.end, trigger.to, "city"):
        gap = analysis.text[(found[-1].end if found else trigger.end) : city.start]
        if not (_AND if found else _IN).fullmatch(gap):
            break
        found.append(city)
    if len(found) < 2 or trigger.form.lower() not in PLURAL:
        return []
    return [Place(analysis.text[one.start : one.end], one.code.partition("|")[2]) for one in found]


def _atoms(analysis: Analysis, trigger: Trigger) -> list[Mention | Expression]:
    cities = analysis.mentions_in(trigger.end, trigger.to, "city")
    dates = [one for one in analysis.expressions_in(trigger.end, trigger.to) if one.kind not in ("time", "vague")]
    return sorted([*cities, *dates], key=lambda one: one.start)


def _pair(analysis: Analysis, atoms: Sequence[Mention | Expression]) -> list[Mention | Expression]:
    """A place and its date, in either order, or one of them alone."""
    both = len(atoms) > 1 and isinstance(atoms[0], Mention) != isinstance(atoms[1], Mention)
    if both and _INSIDE.fullmatch(analysis.text[atoms[0].end : atoms[1].start]):
        return list(atoms[:2])
    return list(atoms[:1])


def _edition(
    analysis: Analysis, pair: Sequence[Mention | Expression], direction: Direction, last: When | None
) -> Edition | None:
    place, when, told = None, None, None
    for one in pair:
        if isinstance(one, Mention):
            country = one.code.partition("|")[2]
            place = Place(analysis.text[one.start : one.end], country)
        else:
            when, told = analysis.resolve(one, direction, last), one
    if told is None or when is None or when.lower is None:
        return None
    return Edition(place, when, max(one.end for one in pair), told)


def _of_one_year(found: Sequence[Edition]) -> list[Edition]:
    """ "In March, in June and in October 2023": the year told last is of all."""
    years = [one.told.number("year") for one in found]
    return [
        _in_year(one, next((year for year in years[at:] if year), None)) if one.told.kind == "bare_month" else one
        for at, one in enumerate(found)
    ]


def _in_year(one: Edition, year: int | None) -> Edition:
    month = one.told.number("month")
    if not year or not month:
        return one
    return msgspec.structs.replace(one, when=When.parse(f"{year}-{month:02}", basis=one.when.basis))


def _are_several(analysis: Analysis, trigger: Trigger, found: Sequence[Edition]) -> bool:
    """Whether the list tells of several meetings, not of several days of one."""
    if any(one.when.may_overlap(other.when) for one in found for other in found if one is not other):
        return False
    if trigger.form.lower() in PLURAL or _TIMES.search(analysis.text, trigger.from_, found[0].end):
        return True
    return all(one.place for one in found) and len({one.place for one in found}) == len(found)
