"""The catalogue's files as values, and what is said of files that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comity.catalog.load import City, overlaid, read_catalog
from comity.catalog.loaded import load_catalog, load_names
from comity.errors import CatalogError
from tests.catalog.folder import STATES, organization, statement, write_catalogue


def test_a_statement_of_several_states_is_one_each(tmp_path: Path) -> None:
    row = {"states": ["KAZ", "RUS"], "status": "member", "start": "2001", "basis": "signature", "source": "charter"}
    catalog = read_catalog(write_catalogue(tmp_path, organization(memberships=[row])))
    assert [(one.state, str(one.start), one.source.title) for one in catalog.memberships["ABC"]] == [
        ("KAZ", "2001", "Charter"),
        ("RUS", "2001", "Charter"),
    ]


def test_a_state_has_its_names_and_capital(tmp_path: Path) -> None:
    state = read_catalog(write_catalogue(tmp_path)).states["KAZ"]
    assert (state.name(), state.name("zh"), state.cow) == ("Kazakhstan", "哈萨克斯坦", 705)
    assert [(seat.names["ru"], seat.timezone) for seat in state.capitals] == [(("Астана",), "Asia/Almaty")]


def test_chairs_keep_person_and_state(tmp_path: Path) -> None:
    chair = {"state": "KAZ", "person": "A. Chair", "start": "2024", "source": "charter"}
    catalog = read_catalog(write_catalogue(tmp_path, organization(chairs=[chair])))
    assert [(one.state, one.person) for one in catalog.chairs["ABC"]] == [("KAZ", "A. Chair")]


def test_names_of_a_code_are_those_of_a_state_or_organization(tmp_path: Path) -> None:
    catalog = read_catalog(write_catalogue(tmp_path))
    assert [catalog.name(code) for code in ("KAZ", "ABC", "XYZ")] == ["Kazakhstan", "ABC Council", "XYZ"]


@pytest.mark.parametrize(
    ("changes", "place", "why"),
    [
        ({"code": None}, "file", "'code' is missing"),
        ({"kind": None}, "ABC", "'kind' is missing"),
        ({"names": ["ABC"]}, "names", "not keys with values"),
        ({"names": {"en": "ABC"}}, "names.en", "not a list"),
        ({"names": {"en": [2001]}}, "names.en", "put it in quotes"),
        ({"founded": {"date": "2001-13-01"}}, "founded.date", "not a date"),
        ({"sources": {"charter": {"title": "Charter"}}}, "sources.charter", "'publisher' is missing"),
        ({"sources": ["charter"]}, "sources", "not keys with values"),
        ({"memberships": {"state": "KAZ"}}, "memberships", "not a list"),
        ({"memberships": ["KAZ"]}, "memberships[1]", "not keys with values"),
        ({"memberships": [statement(source="rumour")]}, "memberships[1]", "source 'rumour' is not among"),
        ({"memberships": [statement(), statement(status=None)]}, "memberships[2]", "'status' is missing"),
        ({"memberships": [statement(state=False)]}, "memberships[1]", "put it in quotes"),
        ({"memberships": [statement(start="2001-02-30")]}, "memberships[1].start", "has no day 30"),
        ({"memberships": [statement(end="soon")]}, "memberships[1].end", "not EDTF"),
        ({"chairs": [{"start": "2001", "source": "charter"}]}, "chairs[1]", "neither a state nor a person"),
        ({"bodies": [{"code": "summit", "names": {}}]}, "bodies[1]", "'level' is missing"),
    ],
)
def test_a_broken_file_is_told_with_file_and_key(tmp_path: Path, changes: dict[str, Any], place: str, why: str) -> None:
    root = write_catalogue(tmp_path)
    content = organization(**changes)
    content = {key: value for key, value in content.items() if value is not None}
    (root / "organizations" / "ABC.yaml").write_text(_dumped(content), "utf-8")
    with pytest.raises(CatalogError) as caught:
        read_catalog(root)
    assert caught.value.place.startswith("organizations/ABC.yaml")
    assert place in caught.value.place
    assert why in caught.value.why


def _dumped(content: dict[str, Any]) -> str:
    import yaml

    return str(yaml.safe_dump(content, allow_unicode=True))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("code: [", "while parsing"),
        ("- ABC", "holds list"),
        ("code: ABC\nkind: format\nkind: union\n", "stands twice"),
        ("", "NoneType"),
    ],
)
def test_a_file_that_is_no_block_of_keys_is_told(tmp_path: Path, text: str, why: str) -> None:
    root = write_catalogue(tmp_path)
    (root / "organizations" / "ABC.yaml").write_text(text, "utf-8")
    with pytest.raises(CatalogError, match=why):
        read_catalog(root)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda text: text.replace("705", "seven"), "states.csv, KAZ"),
        (lambda text: text.replace("1991-12-16", "1991-99"), "states.csv, KAZ"),
        (lambda text: text + text.splitlines()[1] + "\n", "states.csv, KAZ"),
        (lambda text: text.replace("kind,", "sort,"), "states.csv, KAZ"),
        (lambda text: text + "too,many,cells,for,the,table,that,it,is,in,here\n", "states.csv, too"),
    ],
)
def test_a_broken_row_of_states_is_told(tmp_path: Path, change: Callable[[str], str], place: str) -> None:
    root = write_catalogue(tmp_path, states=change(STATES))
    with pytest.raises(CatalogError) as caught:
        read_catalog(root)
    assert caught.value.place == place


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path)
    (root / "capitals.csv").unlink()
    with pytest.raises(CatalogError, match=r"capitals\.csv"):
        read_catalog(root)


def test_two_files_of_one_code_are_told(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path)
    (root / "organizations" / "again.yaml").write_text(
        (root / "organizations" / "ABC.yaml").read_text("utf-8"), "utf-8"
    )
    with pytest.raises(CatalogError, match=r"is that of organizations/ABC\.yaml"):
        read_catalog(root)


def test_a_users_organization_is_laid_over(tmp_path: Path) -> None:
    base = read_catalog(write_catalogue(tmp_path / "base"))
    extra = write_catalogue(tmp_path / "extra", organization("XYZ"), organization(memberships=[statement("RUS")]))
    catalog = overlaid(base, extra)
    assert set(catalog.organizations) == {"ABC", "XYZ"}
    assert [one.state for one in catalog.memberships["ABC"]] == ["RUS"]
    assert catalog.states == base.states


def test_a_folder_of_bare_files_is_laid_over_too(tmp_path: Path) -> None:
    base = read_catalog(write_catalogue(tmp_path / "base"))
    extra = write_catalogue(tmp_path / "extra", organization("XYZ")) / "organizations"
    assert "XYZ" in overlaid(base, extra).organizations


def test_a_users_file_is_called_by_its_path(tmp_path: Path) -> None:
    base = read_catalog(write_catalogue(tmp_path / "base"))
    extra = write_catalogue(tmp_path / "extra", organization("XYZ")) / "organizations"
    (extra / "XYZ.yaml").write_text("kind: format", "utf-8")
    with pytest.raises(CatalogError) as caught:
        overlaid(base, extra)
    assert str(extra / "XYZ.yaml") in caught.value.place


def test_a_missing_folder_of_the_users_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no such folder"):
        overlaid(read_catalog(write_catalogue(tmp_path)), tmp_path / "nowhere")


def test_the_environment_names_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extra = write_catalogue(tmp_path, organization("XYZ"))
    monkeypatch.setenv("COMITY_CATALOG", str(extra))
    found = load_names().resolve("XYZ Council")
    assert "XYZ" in load_catalog().organizations
    assert found is not None
    assert found.code == "XYZ"


def test_without_it_the_users_organizations_are_gone() -> None:
    assert "XYZ" not in load_catalog().organizations


@pytest.mark.parametrize(
    ("language", "forms"), [("en", ("Almaty", "Alma-Ata")), ("ru", ("Алматы",)), ("zh", ("阿拉木图",))]
)
def test_a_city_has_forms_in_the_script_of_a_language(language: str, forms: tuple[str, ...]) -> None:
    city = City("Almaty", "KAZ", 2_000_000, "Asia/Almaty", ("Alma-Ata", "Алматы", "阿拉木图"))
    assert city.forms(language) == forms
