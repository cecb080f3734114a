"""Files of rotations: what they tell, and which slips are found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from comity.catalog.loaded import shipped_catalog
from comity.catalog.rotations_file import RotationFile, load_rotation, rotations
from comity.catalog.rules import of_rotation
from comity.errors import CatalogError
from comity.model.rotation import Rotation

LEAST = """org: SCO
sources: {charter: {publisher: SCO, title: Charter, url: null, seen: 2026-11-25}}
orders:
  - {since: 2002-06-07, alphabet: ru, term: session, source: charter}
"""


def file(tmp_path: Path, content: str, name: str = "SCO.yaml") -> RotationFile:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return RotationFile(path, place=f"rotations/{name}")


def read(tmp_path: Path, content: str) -> Rotation:
    return file(tmp_path, content).rotation()


def test_the_order_that_holds_is_the_last_one_begun(tmp_path: Path) -> None:
    later = "  - {since: 2020-01-01, states: [KAZ, CHN], term: year, begins: 07-01, source: charter}\n"
    found = read(tmp_path, LEAST + later)
    assert found.order(date(2001, 1, 1)) is None
    assert [one.alphabet for one in (found.order(date(2019, 12, 31)), found.order(date(2020, 1, 1))) if one] == [
        "ru",
        None,
    ]
    assert found.orders[1].begins == (7, 1)


def test_without_an_expression_the_members_have_a_turn(tmp_path: Path) -> None:
    assert read(tmp_path, LEAST).orders[0].among == "SCO"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("term: session", "term: decade", "term 'decade' is none of session, year"),
        ("alphabet: ru", "alphabet: ru, states: [KAZ]", "either an alphabet or a list"),
        ("alphabet: ru, ", "", "either an alphabet or a list"),
        ("source: charter}", "source: hearsay}", "source 'hearsay' is not among the file's sources"),
        ("2002-06-07", "2002-06", "2002-06 is not one day"),
        ("2002-06-07", "2002-02-30", "day"),
        ("since: 2002-06-07, ", "", "'since' is missing"),
        ("term: session", "term: session, begins: 13-01", "no month and day"),
        ("orders:", "skips: [{state: KAZ, since: 2020-01-01, source: charter}]\norders:", "why is None"),
        ("orders:", "breaks: [{when: 2020-01-01}]\norders:", "'when' is no field; known are day, source, why"),
        ("org: SCO", "organization: SCO", "'organization' is no field"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(CatalogError, match=words) as told:
        read(tmp_path, LEAST.replace(old, new))
    assert told.value.place.startswith("rotations/SCO.yaml")


def test_a_file_without_orders_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="has no orders"):
        read(tmp_path, LEAST[: LEAST.index("orders")])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("org: SCO", "org: SCOO", "organization 'SCOO' has no file"),
        ("alphabet: ru", "alphabet: ar", "KAZ has no name in the language 'ar'; write it under names"),
        ("alphabet: ru", "states: [KAZ, XXX]", "unknown state 'XXX'"),
        ("title: Charter", "title: null", "has neither title nor url"),
    ],
)
def test_the_check_finds_what_can_be_read_and_is_wrong(tmp_path: Path, old: str, new: str, words: str) -> None:
    found = of_rotation(file(tmp_path, LEAST.replace(old, new)), shipped_catalog())
    assert words in {one.why for one in found if one.severity == "error"}


def test_a_source_that_was_not_consulted_is_told(tmp_path: Path) -> None:
    found = of_rotation(file(tmp_path, LEAST.replace("seen: 2026-11-25", "seen: null")), shipped_catalog())
    assert [one.severity for one in found] == ["unverified"]


def test_the_users_own_rule_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rotations"
    folder.mkdir()
    (folder / "SCO.yaml").write_text(LEAST.replace("alphabet: ru", "alphabet: zh"), "utf-8")
    monkeypatch.setenv("COMITY_CATALOG", str(tmp_path))
    own, other = load_rotation("SCO"), load_rotation("CSTO")
    assert own is not None
    assert other is not None
    assert (own.orders[0].alphabet, other.orders[0].alphabet) == ("zh", "ru")


def test_an_organization_without_a_file_has_no_rule() -> None:
    assert load_rotation("NATO") is None


def test_the_shipped_rules_name_their_organizations() -> None:
    assert {"CSTO", "SCO", "CIS", "EU", "G20", "BRICS", "ASEAN"} <= set(rotations())
