"""Where a state sits, and by which clock."""

from __future__ import annotations

from datetime import date

import pytest

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.errors import UsageError
from comity.model.organization import Capital, Organization, State
from comity.model.when import When
from comity.planning.seats import known_zone, offsets_of, seat_of, with_zones
from tests.planning.clocks import seat

DAY = date(2020, 11, 10)


def _city(name: str, start: str | None = None, end: str | None = None) -> Capital:
    begun, ended = (When.parse(day) if day else None for day in (start, end))
    return Capital("AAA", {"en": (name,), "ru": (name.upper(),)}, "Asia/Almaty", begun, ended)


def _catalog(*capitals: Capital) -> Catalog:
    state = State("AAA", None, None, None, "state", {}, capitals)
    secretariat = Organization("ORG", "organization", {}, secretariat=("Oldtown", "AAA"))
    return Catalog({"ORG": secretariat, "LOOSE": Organization("LOOSE", "format", {})}, {"AAA": state}, {}, {})


MOVED = _catalog(_city("Old", None, "1997-12-10"), _city("New", "1997-12-10"))


@pytest.mark.parametrize(("on", "city"), [("1997-12-09", "Old"), ("1997-12-10", "New"), ("2020-01-01", "New")])
def test_the_seat_is_that_of_the_day(on: str, city: str) -> None:
    found = seat_of("AAA", date.fromisoformat(on), MOVED)
    assert found
    assert found.city == city


def test_in_a_year_of_change_both_may_be_the_seat() -> None:
    found = seat_of("AAA", date(1998, 5, 1), _catalog(_city("Old", None, "1998"), _city("New", "1998")))
    assert found
    assert (found.city, found.also) == ("Old", ("New",))


def test_a_seat_is_named_in_the_language_asked_for() -> None:
    found = seat_of("AAA", DAY, MOVED, language="ru")
    assert found
    assert found.city == "NEW"


def test_an_organization_sits_at_its_secretariat() -> None:
    found = seat_of("ORG", DAY, MOVED)
    assert found
    assert (found.city, found.timezone) == ("Oldtown", "Asia/Almaty")


@pytest.mark.parametrize("code", ["LOOSE", "ZZZ"])
def test_who_has_no_seat_has_none(code: str) -> None:
    assert seat_of(code, DAY, MOVED) is None


def test_every_state_of_today_has_a_seat() -> None:
    catalog = load_catalog()
    states = [code for code, state in catalog.states.items() if state.kind == "state"]
    assert [code for code in states if seat_of(code, date(2026, 11, 25), catalog) is None] == []


@pytest.mark.parametrize(
    ("alpha2", "on", "expected"),
    [
        ("KG", DAY, ()),
        ("KZ", DAY, ("+05:00", "+06:00")),
        ("KZ", date(2024, 3, 1), ()),
        ("AU", date(2026, 7, 1), ("+08:00", "+08:45", "+09:30", "+10:00", "+10:30")),
        (None, DAY, ()),
    ],
)
def test_a_state_with_several_clocks_tells_them(alpha2: str | None, on: date, expected: tuple[str, ...]) -> None:
    found = offsets_of(alpha2, on)
    # Islands far off come first or last; what is between them is the mainland.
    assert set(expected) <= set(found) if expected else found == ()


def test_another_clock_takes_the_place_of_the_capitals() -> None:
    (found,) = with_zones([seat("Europe/Moscow", "RUS")], {"RUS": "asia/vladivostok"})
    assert (found.state, found.timezone) == ("RUS", "Asia/Vladivostok")


def test_who_is_not_among_the_seats_is_one_more() -> None:
    found = with_zones([seat("Europe/Moscow", "RUS")], {"Secretary": "UTC"})
    assert [(one.state, one.timezone) for one in found] == [("RUS", "Europe/Moscow"), ("Secretary", "UTC")]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Asia/Vladivostock", "did you mean Asia/Vladivostok"), ("Mosow", "Europe/Moscow"), ("qqqq", "Asia/Almaty")],
)
def test_an_unknown_time_zone_is_told_with_what_it_may_be(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"unknown time zone '{name}'; .*{hint}"):
        known_zone(name)
