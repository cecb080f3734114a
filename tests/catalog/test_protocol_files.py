"""Orders in which states stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.catalog.loaded import load_catalog
from comity.catalog.protocol_files import Protocol, load_protocol, protocol_codes, read_protocol
from comity.errors import CatalogError, UnknownNameError

SOURCE = "source: {publisher: We}\n"


def _file(folder: Path, content: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(content, "utf-8")
    return path


def _sorted(order: str, *codes: str) -> list[str]:
    protocol, catalog = load_protocol(order), load_catalog()
    return sorted(codes, key=lambda code: protocol.key(code, catalog.name(code, protocol.language or "en")))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("en", "CIV HRV GIN GNB NER NGA PRK KOR"),
        ("un", "CIV HRV PRK GIN GNB NER NGA KOR MDA RUS"),
        ("ru", "KAZ CHN KGZ"),
        ("ru", "BLR IND IRN KAZ CHN KGZ PAK RUS TJK UZB"),
        ("zh", "ETH AUT AUS BLR PER RUS"),
        ("zh", "BLR RUS KAZ KGZ TJK UZB IND CHN"),
        (
            "local",
            "BEL BGR CZE DNK DEU EST IRL GRC ESP FRA HRV ITA CYP LVA LTU LUX HUN MLT NLD AUT POL PRT ROU SVN SVK FIN SWE",
        ),
    ],
)
def test_states_are_sorted_as_in_practice(order: str, expected: str) -> None:
    codes = expected.split()
    assert _sorted(order, *sorted(codes)) == codes


def test_accents_marks_and_case_do_not_count() -> None:
    protocol = Protocol(code="x", title="x", language="en", source=load_protocol("en").source)
    assert protocol.key("CIV", "CÔTE D’IVOIRE") == protocol.key("CIV", "Cote dIvoire")


def test_a_shorter_name_comes_before_a_longer_one_of_its_words() -> None:
    protocol = load_protocol("en")
    assert protocol.key("GIN", "Guinea") < protocol.key("GNB", "Guinea-Bissau") < protocol.key("X", "Guineas")


@pytest.mark.parametrize("order", protocol_codes())
def test_every_order_tells_its_source(order: str) -> None:
    assert load_protocol(order).source.publisher


def test_an_order_of_ones_own_is_read_from_a_file(tmp_path: Path) -> None:
    path = _file(tmp_path, f"title: by our seats\nlanguage: en\n{SOURCE}letters: {{RUS: a, CHN: b}}\n")
    assert _sorted(str(path), "CHN", "RUS") == ["RUS", "CHN"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("language: en\n" + SOURCE, "has no title"),
        ("title: x\nlanguage: en\n", "no source"),
        (f"title: x\n{SOURCE}nmes: {{}}\n", "unknown key 'nmes'"),
        (f"title: x\n{SOURCE}letters: {{NOR: no}}\n", "put it in quotes"),
    ],
)
def test_a_broken_file_is_told_with_what_is_wrong(tmp_path: Path, content: str, why: str) -> None:
    with pytest.raises(CatalogError, match=rf"protocols/own.yaml.*{why}"):
        read_protocol(_file(tmp_path, content))


def test_an_unknown_order_is_told_with_those_known() -> None:
    with pytest.raises(UnknownNameError, match="en, local, ru, un, zh"):
        load_protocol("klingon")
