"""The check: every rule of the format, broken once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from comity.catalog.check import Problem, check_catalog, check_extra
from comity.catalog.load import ROOT, read_catalog
from tests.catalog.folder import CAPITALS, NAMES, STATES, organization, statement, write_catalogue, write_names

TODAY = date(2026, 11, 25)
Content = dict[str, Any]


def _errors(root: Path) -> list[Problem]:
    return [problem for problem in check_catalog(root, TODAY) if problem.severity == "error"]


def test_a_catalogue_that_keeps_the_rules_has_no_problem(tmp_path: Path) -> None:
    assert check_catalog(write_catalogue(tmp_path), TODAY) == ()


def test_the_shipped_catalogue_breaks_no_rule() -> None:
    assert _errors(ROOT) == []


def _version(name: str, **changes: Any) -> Content:
    return statement(version=name, **changes)


@pytest.mark.parametrize(
    ("content", "place", "why"),
    [
        (organization(kind="club"), "", "kind 'club' is none of"),
        (organization(colour="blue"), "", "key 'colour'"),
        (organization(usual_level="kings"), "", "'kings' is none of"),
        (organization(predecessors=["OLD"]), "predecessors", "'OLD' has no file"),
        (organization(secretariat={"city": "Oz", "state": "OZZ"}), "secretariat", "unknown state 'OZZ'"),
        (organization(founded={"date": "2001", "source": "rumour"}), "founded", "source 'rumour'"),
        (organization(names={"en": []}), "names", "there is none"),
        (organization(ambiguous={"en": ["ECO"]}), "ambiguous.en", "'ECO' is no name or acronym"),
        (
            organization(sources={"charter": {"publisher": "Us", "seen": "2026-11-25"}}),
            "sources.charter",
            "neither title nor url",
        ),
        (
            organization(sources={"charter": {"publisher": "Us", "title": "T", "seen": "lately"}}),
            "sources.charter",
            "is not a day",
        ),
        (
            organization(sources={"charter": {"publisher": "Us", "title": "T", "seen": "2027-01-01"}}),
            "sources.charter",
            "still to come",
        ),
        (organization(mandates=[{"sphere": "sports", "source": "charter"}]), "mandates", "'sports' is none of"),
        (organization(bodies=[{"code": "x", "level": "kings", "source": "charter"}]), "bodies.x", "level 'kings'"),
        (organization(bodies=[{"code": "x", "level": "other"}]), "bodies[1]", "has no source"),
        (
            organization(bodies=[{"code": "x", "level": "other", "source": "charter"}] * 2),
            "bodies",
            "'x' is the code of 2",
        ),
        (organization(series=[{"code": "x", "kind": "party", "source": "charter"}]), "series.x", "kind 'party'"),
        (organization(chairs=[{"state": "OZZ", "source": "charter"}]), "chair OZZ", "unknown code 'OZZ'"),
        (
            organization(chairs=[{"state": "KAZ", "start": "2002", "end": "2001", "source": "charter"}]),
            "chair KAZ",
            "before it starts",
        ),
        (organization(memberships=[statement("OZZ")]), "memberships of OZZ", "unknown code 'OZZ'"),
        (organization(memberships=[statement(status="friend")]), "memberships of KAZ", "status 'friend' is none of"),
        (organization(memberships=[statement(status="frozen")]), "memberships of KAZ", "status 'frozen' is none of"),
        (
            organization(memberships=[statement(), statement(aspect="participation")]),
            "memberships of KAZ",
            "status 'member' is none of",
        ),
        (organization(memberships=[statement(aspect="moral")]), "memberships of KAZ", "aspect 'moral'"),
        (organization(memberships=[statement(basis="hope")]), "memberships of KAZ", "basis 'hope'"),
        (organization(memberships=[statement(end="2005", end_basis="hope")]), "memberships of KAZ", "end_basis 'hope'"),
        (organization(memberships=[statement(end_basis="decision")]), "memberships of KAZ", "an end_basis and no end"),
        (organization(memberships=[statement(start=None)]), "memberships of KAZ", "has no start"),
        (organization(memberships=[statement(end="1999")]), "memberships of KAZ", "before it starts"),
        (organization(memberships=[statement(end="2001-06-15")]), "memberships of KAZ", "before it starts"),
        (organization(dissolved={"date": "2010", "source": "charter"}), "memberships of KAZ", "was dissolved in 2010"),
        (
            organization(memberships=[statement(), statement(status="observer", start="2010")]),
            "memberships of KAZ",
            "overlaps",
        ),
        (
            organization(memberships=[_version("one"), _version("one", start="2005")]),
            "memberships of KAZ",
            "in version 'one'",
        ),
        (organization(memberships=[_version("one")]), "memberships of KAZ", "stands alone"),
        (
            organization(memberships=[_version("one"), _version("two"), statement("RUS", version="one")]),
            "memberships of RUS",
            "stands alone",
        ),
        (organization(memberships=[statement(status="none")]), "memberships of KAZ", "outside any version"),
    ],
)
def test_a_broken_rule_is_an_error(tmp_path: Path, content: Content, place: str, why: str) -> None:
    found = _errors(write_catalogue(tmp_path, content))
    assert any(place in one.place and why in one.why for one in found), found
    assert all(one.place.startswith("organizations/ABC.yaml") for one in found)


@pytest.mark.parametrize(
    "rows",
    [
        [statement(end="2005-01-01"), statement(status="observer", start="2005-01-01")],
        [statement(end="2005"), statement(status="observer", start="2005")],
        [_version("one"), _version("two", start="2005")],
        [_version("one"), _version("two", status="none", start=None)],
        [statement(), statement(status="frozen", aspect="participation", start="2024")],
    ],
)
def test_statements_that_meet_or_contest_are_no_error(tmp_path: Path, rows: list[Content]) -> None:
    kept = [{key: value for key, value in row.items() if value is not None} for row in rows]
    assert _errors(write_catalogue(tmp_path, organization(memberships=kept))) == []


@pytest.mark.parametrize(
    ("end", "severities"),
    [("2005-01-01", []), ("2005", []), ("2005-01-02", ["note"]), (None, ["note"])],
)
def test_two_chairs_at_once_are_a_note(tmp_path: Path, end: str | None, severities: list[str]) -> None:
    first = {"state": "KAZ", "start": "2001-06-15", "source": "charter"} | ({"end": end} if end else {})
    second = {"state": "RUS", "start": "2005-01-01", "source": "charter"}
    found = check_catalog(write_catalogue(tmp_path, organization(chairs=[first, second])), TODAY)
    assert [one.severity for one in found] == severities


def test_a_file_named_otherwise_than_its_code_is_an_error(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path)
    (root / "organizations" / "ABC.yaml").rename(root / "organizations" / "XYZ.yaml")
    assert [one.why for one in _errors(root)] == ["the file's name is not its code, 'ABC'"]


def test_a_file_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path, organization(), organization("XYZ", kind="club"))
    (root / "organizations" / "ABC.yaml").write_text("code: [", "utf-8")
    assert [one.place.split(",")[0] for one in _errors(root)] == ["organizations/ABC.yaml", "organizations/XYZ.yaml"]


def test_a_name_of_two_organizations_is_an_error(tmp_path: Path) -> None:
    shared = {"en": ["The Council"]}
    root = write_catalogue(tmp_path, organization(names=shared), organization("XYZ", names=shared))
    assert [(one.place, one.why) for one in _errors(root)] == [
        ("organizations/XYZ.yaml", "'The Council' (en) is a name of ABC, too, and not ambiguous")
    ]


def test_a_name_that_one_of_two_calls_ambiguous_is_none(tmp_path: Path) -> None:
    shared = {"en": ["The Council"]}
    root = write_catalogue(tmp_path, organization(names=shared), organization("XYZ", names=shared, ambiguous=shared))
    assert _errors(root) == []


@pytest.mark.parametrize(
    ("files", "place", "why"),
    [
        ({"states": STATES.replace(",state,", ",realm,", 1)}, "states.csv, KAZ", "kind 'realm'"),
        ({"states": STATES.replace(",,,UN", ",,OZZ,UN", 1)}, "states.csv, KAZ", "unknown successor 'OZZ'"),
        ({"states": STATES.replace("1991-12-16,", "1991-12-16,1990", 1)}, "states.csv, KAZ", "before it starts"),
        ({"states": STATES.replace("UN: list of members", "", 1)}, "states.csv, KAZ", "has no source"),
        ({"capitals": CAPITALS.replace("Asia/Almaty", "Asia/Oz")}, "capitals.csv, KAZ", "unknown time zone 'Asia/Oz'"),
        ({"capitals": CAPITALS.replace("阿斯塔纳", "")}, "capitals.csv, KAZ", "no name in zh"),
        ({"capitals": CAPITALS.replace("RUS,", "OZZ,")}, "capitals.csv, OZZ", "no code of states.csv"),
    ],
)
def test_a_broken_row_is_an_error(tmp_path: Path, files: dict[str, str], place: str, why: str) -> None:
    found = _errors(write_catalogue(tmp_path, **files))
    assert any(one.place == place and why in one.why for one in found), found


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ({"KAZ": {"names": ["Kazakhstan", "Russian"]}}, "'Russian' is a form of KAZ, too"),
        ({"KAZ": {"names": ["Kazakhstan"], "ambiguous": ["Oz"]}}, "ambiguous 'Oz' is in no other list"),
        ({"KAZ": {"names": ["Kazakhstan"], "decoys": ["Russia"]}}, "decoy 'Russia' is a name of RUS"),
        ({"KAZ": {"names": []}}, "has no name"),
        ({"OZZ": {"names": ["Oz"]}}, "is no code of states.csv"),
    ],
)
def test_a_broken_name_of_a_state_is_an_error(tmp_path: Path, names: dict[str, Any], why: str) -> None:
    root = write_catalogue(tmp_path)
    write_names(root, "en", NAMES["en"] | names)
    found = _errors(root)
    assert any(one.place.startswith("state_names/en.yaml") and why in one.why for one in found), found


def test_the_capitals_name_may_be_ambiguous(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path)
    write_names(root, "en", NAMES["en"] | {"KAZ": {"names": ["Kazakhstan"], "ambiguous": ["Astana"]}})
    assert _errors(root) == []


def _extra(tmp_path: Path, content: Content) -> tuple[Problem, ...]:
    shipped = read_catalog(write_catalogue(tmp_path / "shipped"))
    return check_extra(write_catalogue(tmp_path / "extra", content) / "organizations", TODAY, shipped)


def test_a_users_organizations_are_checked_over_the_shipped_ones(tmp_path: Path) -> None:
    assert _extra(tmp_path, organization("XYZ", predecessors=["ABC"])) == ()


def test_a_name_that_a_shipped_organization_bears_is_an_error_in_a_users_file(tmp_path: Path) -> None:
    (problem,) = _extra(tmp_path, organization("XYZ", names={"en": ["ABC Council"]}))
    assert "is a name of ABC, too" in problem.why


@pytest.mark.parametrize(("seen", "stale"), [("2024-11-26", False), ("2024-11-24", True), (None, True)])
def test_a_file_is_stale_two_years_after_its_last_source_was_seen(
    tmp_path: Path, seen: str | None, stale: bool
) -> None:
    sources = {"charter": {"publisher": "Us", "title": "Charter", "seen": seen}}
    found = check_catalog(write_catalogue(tmp_path, organization(sources=sources)), TODAY)
    assert ("stale" in {one.severity for one in found}) is stale


def test_a_source_that_was_never_consulted_leaves_statements_unverified(tmp_path: Path) -> None:
    sources = {"charter": {"publisher": "Us", "title": "Charter", "seen": None}}
    found = check_catalog(write_catalogue(tmp_path, organization(sources=sources)), TODAY)
    (problem,) = (one for one in found if one.severity == "unverified")
    assert problem.place == "organizations/ABC.yaml, sources.charter"
    assert problem.why == "not consulted; 2 statements rest on it"
