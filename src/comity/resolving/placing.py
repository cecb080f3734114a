"""Where an event is, and whether people meet in a room or on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.model.record import Place
from comity.resolving.claims import OVER, Claim, best, claims_of, has_come, parsed
from comity.resolving.telling import Telling

NOWHERE = Place()
# A meeting that a third of the voices have as hybrid is hybrid to those, too, who sat in the room.
_PART = 3


def place_claims(tellings: Sequence[Telling]) -> list[Claim[Place]]:
    return claims_of(tellings, lambda one: None if one.record.place == NOWHERE else one.record.place)


def mode_claims(tellings: Sequence[Telling]) -> list[Claim[str]]:
    return claims_of(tellings, lambda one: None if one.record.mode == "unknown" else one.record.mode)


def best_place(tellings: Sequence[Telling], chosen: str | None, mode: str) -> Place:
    """The country that most voices tell, and of its cities the one that most do; nowhere for what is on screens alone."""
    if mode == "online":
        return NOWHERE
    layers = list(_of_the_time(tellings, chosen))
    country = next((told for layer in layers if (told := best(_by_country(layer)))), None)
    for layer in layers:
        within = [one for one in place_claims(layer) if one.value.city and one.value.country in (country, None)]
        if found := best(within):
            return Place(found.city, found.country or country)
    return Place(country=country)


def best_mode(tellings: Sequence[Telling], chosen: str | None) -> str:
    """Hybrid where a good part say so; else as most do."""
    layers = [claims for layer in _of_the_time(tellings, chosen) if (claims := mode_claims(layer))]
    if any(map(_is_hybrid, layers)):
        return "hybrid"
    return best(layers[0]) or "unknown" if layers else "unknown"


def _is_hybrid(claims: Sequence[Claim[str]]) -> bool:
    hybrid = sum(len(one.voices) for one in claims if one.value == "hybrid")
    return hybrid > 0 and hybrid * _PART >= sum(len(one.voices) for one in claims)


def _of_the_time(tellings: Sequence[Telling], chosen: str | None) -> Iterator[Sequence[Telling]]:
    """Those that tell of it as it was, else those that plan it for the day that it has in the end, else all.

    A summit that was moved from a city in July to screens in November is in no city.
    """
    yield [one for one in tellings if has_come(one) and _fits(one, chosen)]
    yield [one for one in tellings if one.record.status not in OVER and _fits(one, chosen)]
    yield tellings


def _fits(telling: Telling, chosen: str | None) -> bool:
    told = telling.record.date
    return chosen is None or told is None or parsed(told).may_overlap(parsed(chosen))


def _by_country(tellings: Sequence[Telling]) -> list[Claim[str]]:
    return claims_of(tellings, lambda one: one.record.place.country)
