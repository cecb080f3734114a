"""Where cities are."""

from __future__ import annotations

import pytest

from comity.catalog.coordinates import Positions
from comity.catalog.loaded import load_positions
from comity.model.record import Place


@pytest.mark.parametrize(
    ("place", "near"),
    [
        (Place("Moscow", "RUS"), (55.75, 37.62)),
        (Place("Bishkek", "KGZ"), (42.87, 74.59)),
        (Place("Shanghai", "CHN"), (31.22, 121.46)),
        (Place("Brasília", "BRA"), (-15.78, -47.93)),
        (Place("Brasilia", "BRA"), (-15.78, -47.93)),
    ],
)
def test_a_city_is_where_it_is(place: Place, near: tuple[float, float]) -> None:
    assert load_positions()[place] == pytest.approx(near, abs=0.1)


def test_of_two_cities_of_one_name_the_country_tells() -> None:
    assert load_positions()[Place("Moscow", "RUS")] != load_positions()[Place("Moscow", "USA")]


@pytest.mark.parametrize("place", [Place(), Place(None, "RUS"), Place("Atlantis", "GRC"), Place("Moscow", None)])
def test_what_is_no_known_city_is_nowhere(place: Place) -> None:
    assert load_positions().get(place) is None


def test_positions_are_known_by_their_places() -> None:
    found = Positions({"Moscow|RUS": (5575, 3762)})
    assert dict(found) == {Place("Moscow", "RUS"): (55.75, 37.62)}
    assert len(found) == 1
