"""The files of outlets, and finding an outlet by its names."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from comity.catalog.check import check_extra
from comity.catalog.load import ROOT, Catalog
from comity.catalog.loaded import load_outlets, shipped_catalog
from comity.catalog.outlet_files import Outlet, OutletList, Outlets, OutletsFile, read_outlets
from comity.catalog.rules import of_outlets, shared_names
from comity.errors import CatalogError
from comity.model.membership import Source

SOURCES = "sources:\n  own: {publisher: the outlets, title: Imprint, seen: 2026-11-25}\noutlets:\n"
DAILY = "  - {name: Example Daily, also: [Пример], domains: [daily.example.org], country: RUS, control: private, source: own}\n"
SOURCE = Source("own", "the outlets", "Imprint", seen="2026-11-25")


def written(folder: Path, *rows: str) -> Path:
    (folder / "outlets").mkdir(exist_ok=True)
    path = folder / "outlets" / "world.yaml"
    path.write_text(SOURCES + "".join(rows), "utf-8")
    return path


def outlet(name: str = "Example Daily", country: str = "RUS", control: str = "private", **fields: Any) -> Outlet:
    return Outlet(name, country, control, SOURCE, **fields)


def test_a_file_is_read_with_the_source_of_each(tmp_path: Path) -> None:
    written(tmp_path, DAILY)
    assert read_outlets(tmp_path / "outlets").outlets == (outlet(also=("Пример",), domains=("daily.example.org",)),)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{name: A B, country: RUS, control: royal, source: own}", "control 'royal' is none of state, public"),
        ("{name: A B, country: RUS, control: state, source: gone}", "source 'gone' is none of own"),
        ("{name: A B, country: NO, control: state, source: own}", "country is False, not a text"),
        ("{name: A B, country: RUS, control: state, source: own, colour: red}", "'colour' is none of"),
        ("{country: RUS, control: state, source: own}", "name is None"),
        ("{name: A B, domains: a.org, country: RUS, control: state, source: own}", "not a list"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, row: str, why: str) -> None:
    with pytest.raises(CatalogError) as told:
        read_outlets(written(tmp_path, f"  - {row}\n").parent)
    assert told.value.place.startswith("outlets/world.yaml, ")
    assert why in told.value.why


def test_an_outlet_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="stands twice"):
        read_outlets(written(tmp_path, DAILY, DAILY).parent)


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (outlet(country="XYZ"), "no state"),
        (outlet(country="RUS", control="organization"), "no organization"),
        (outlet(domains=("www.example.org",)), "without www"),
    ],
)
def test_a_broken_rule_is_a_problem(tmp_path: Path, broken: Outlet, why: str) -> None:
    problems = list(of_outlets(OutletsFile(written(tmp_path, DAILY)), [broken], shipped_catalog()))
    assert [one.severity for one in problems] == ["error"]
    assert why in problems[0].why


def test_two_outlets_do_not_share_a_name_or_an_address() -> None:
    one, other = outlet(domains=("a.org",)), outlet("EXAMPLE daily", domains=("a.org",))
    assert len(list(shared_names([("first", one), ("second", other)]))) == 2


def test_the_check_of_a_folder_of_the_users_own_covers_its_outlets(tmp_path: Path) -> None:
    (tmp_path / "organizations").mkdir()
    written(tmp_path, DAILY.replace("RUS", "XYZ"))
    problems = check_extra(tmp_path, date(2026, 11, 25), shipped_catalog())
    assert any("XYZ" in one.why and "world.yaml, Example Daily" in one.place for one in problems)


def test_the_users_own_outlet_replaces_the_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "organizations").mkdir()
    written(tmp_path, "  - {name: TASS, country: KAZ, control: public, source: own}\n")
    known = Outlets(load_outlets(tmp_path)).named("TASS")
    assert known is not None
    assert known.country == "KAZ"


def test_the_shipped_outlets_keep_every_rule() -> None:
    catalog: Catalog = shipped_catalog()
    files = [OutletsFile(path) for path in sorted((ROOT / "outlets").glob("*.yaml"))]
    placed = [(file.place, outlets) for file in files for outlets in file.outlets()]
    problems = [one for file in files for one in of_outlets(file, tuple(file.outlets()), catalog)]
    problems += shared_names(placed)
    assert [one for one in problems if one.severity == "error"] == []


def test_the_compiled_catalogue_has_the_outlets_of_the_files() -> None:
    assert load_outlets() == read_outlets(ROOT / "outlets")


def test_an_address_leads_to_the_outlet_of_its_site() -> None:
    both = outlet(domains=("daily.example.org",)), outlet("Other", domains=("example.org",))
    known = Outlets(OutletList(both))
    found = [
        known.at(one) for one in ("https://www.daily.example.org/1", "http://example.org:80/x", "https://example.com/")
    ]
    assert [one and one.name for one in found] == ["Example Daily", "Other", None]


def test_what_is_left_of_two_names_is_nobodys() -> None:
    known = Outlets(OutletList((outlet("Example News"), outlet("Example Agency"))))
    assert known.named("Example") is None


def test_a_signature_that_names_no_outlet_is_nobodys(tmp_path: Path) -> None:
    path = written(tmp_path, DAILY)
    path.write_text(path.read_text("utf-8") + "nobody: [Our correspondent]\n", "utf-8")
    known = Outlets(read_outlets(path.parent))
    assert [known.is_nobody(one) for one in ("OUR CORRESPONDENT", "Example Daily")] == [True, False]


def test_no_shipped_outlet_bears_a_name_of_nobody() -> None:
    known = Outlets(load_outlets())
    assert [one.name for one in known.all for name in (one.name, *one.also) if known.is_nobody(name)] == []
