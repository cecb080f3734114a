"""The table of awkward names: what resolves, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalog.bearers import name_table
from comity.catalog.load import Catalog
from comity.catalog.loaded import load_names
from comity.catalog.names import Names
from comity.model.organization import Body, Organization, State, StateNames

TABLE = Path(__file__).parents[1] / "tables" / "names.txt"


def _rows() -> list[tuple[str, str | None]]:
    lines = TABLE.read_text("utf-8").splitlines()
    rows = [line.rpartition(" = ") for line in lines if line and not line.startswith("#")]
    return [(name, None if code == "-" else code) for name, _, code in rows]


@pytest.mark.parametrize(("name", "code"), _rows())
def test_name_stands_for(name: str, code: str | None) -> None:
    found = load_names().resolve(name)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(("text", "kind"), [("KAZ", "state"), ("ШОС", "organization"), ("СМИД ОДКБ", "body")])
def test_kind_is_told(text: str, kind: str) -> None:
    found = load_names().resolve(text)
    assert found is not None
    assert (found.text, found.kind) == (text, kind)


def test_a_series_is_told_by_its_code() -> None:
    found = load_names().resolve("SCO/peace-mission")
    assert found is not None
    assert found.kind == "series"


def test_forms_of_other_languages_are_left_out_where_one_is_given() -> None:
    names = load_names()
    assert names.resolve("Россия", "ru") is not None
    assert names.resolve("Россия", "en") is None


def test_all_bearers_are_told_of_a_name_without_an_answer() -> None:
    names = load_names()
    assert names.resolve("ВАС") is None
    assert {found.code for found in names.resolve_all("ВАС")} == {"EAC", "EAS"}


def test_an_unknown_name_has_no_bearers() -> None:
    assert load_names().resolve_all("Wakanda") == ()


def test_near_offers_only_the_kind_asked_for() -> None:
    assert load_names().near("Arab Leage", kind="organization") == ("LAS",)
    assert "SCO" not in load_names().near("SC0", kind="state")


def test_near_offers_a_longer_name_that_begins_so() -> None:
    assert "SCO" in load_names().near("Shanghai Cooperaton", kind="organization")


@pytest.mark.parametrize(
    ("text", "code"), [("sco", "SCO"), ("who", "WHO"), ("union state", "Union State"), ("CAN", "CAN")]
)
def test_an_organization_is_known_in_any_case_where_one_is_meant(text: str, code: str) -> None:
    assert load_names().organization(text) == code


@pytest.mark.parametrize("text", ["Russia", "Congo", "", "ВАС"])
def test_no_organization_is_guessed(text: str) -> None:
    assert load_names().organization(text) is None


def _org(code: str, name: str, **more: tuple[str, ...]) -> Organization:
    ambiguous = {"en": more.get("ambiguous", ())}
    return Organization(code, "format", {"en": (name, *more.get("names", ()))}, ambiguous=ambiguous)


def _names(*orgs: Organization) -> Names:
    return Names(Catalog({org.code: org for org in orgs}, {}, {}, {}))


def test_a_form_of_two_organizations_stands_for_none() -> None:
    names = _names(
        _org("ABC1", "Alpha Council", names=("The Council",)), _org("XYZ1", "Xi Council", names=("The Council",))
    )
    assert names.resolve("The Council") is None
    assert names.resolve("Alpha Council") is not None


def test_the_bearer_that_does_not_call_it_ambiguous_wins() -> None:
    first = _org("ABC1", "Alpha", names=("Common Form",))
    second = _org("XYZ1", "Xi", names=("Common Form",), ambiguous=("Common Form",))
    found = _names(first, second).resolve("Common Form")
    assert found is not None
    assert found.code == "ABC1"


def test_an_organ_form_of_two_organs_stands_for_none() -> None:
    bodies = tuple(Body("ABC1", code, "other", {"en": ("Joint Board",)}) for code in ("one", "two"))
    org = Organization("ABC1", "format", {"en": ("Alpha",)}, bodies=bodies)
    assert _names(org).resolve("Alpha Joint Board") is None


def test_case_tells_an_acronym_from_a_name_of_the_same_letters() -> None:
    state = State("GUM", None, None, None, "territory", {"en": StateNames(("Guam",))})
    org = Organization("GUAM", "organization", {"en": ("Organization for Democracy",)}, {"en": ("GUAM",)})
    names = Names(table=name_table(Catalog({"GUAM": org}, {"GUM": state}, {}, {})))
    assert [found.code for text in ("Guam", "GUAM") if (found := names.resolve(text))] == ["GUM", "GUAM"]


@given(st.text(max_size=30))
def test_any_text_resolves_or_does_not_without_an_error(text: str) -> None:
    found = load_names().resolve(text)
    assert found is None or found.text == text


@given(
    st.sampled_from(["Kyrgyz Republic", "Côte d'Ivoire", "Южная Корея", "Shanghai Cooperation Organisation"]), st.data()
)
def test_case_and_spaces_do_not_matter(name: str, data: st.DataObject) -> None:
    letters = [letter.upper() if data.draw(st.booleans()) else letter.lower() for letter in name]
    spaced = "".join(letter + " " * (letter == " ") for letter in letters)
    found, plain = load_names().resolve(f"  {spaced}\n"), load_names().resolve(name)
    assert found is not None
    assert plain is not None
    assert found.code == plain.code
