"""Files of sessions: what they come to, and slips told with file, series and edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from comity.catalog.check import check_catalog, check_extra
from comity.catalog.loaded import load_sessions, shipped_catalog
from comity.catalog.sessions_file import SessionsFile, read_sessions
from comity.errors import CatalogError
from comity.model.record import Place
from comity.model.series import Cadence
from tests.catalog.folder import write_catalogue

TODAY = date(2026, 11, 25)


def _edition(day: Any = "2019-06-14", **more: Any) -> dict[str, Any]:
    return {"date": day, "source": "list"} | more


def _series(name: str | None = "ABC/heads-of-state", **more: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": name,
        "kind": "meeting",
        "level": "heads_of_state",
        "orgs": ["ABC"],
        "titles": {"en": "Summit"},
        "editions": [_edition()],
    }
    return plain | more


def _write(folder: Path, *series: dict[str, Any], name: str = "ABC.yaml", **more: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    sources = {"list": {"publisher": "Secretariat", "title": "List", "seen": "2026-11-25"}}
    content = {"sources": sources, "series": list(series)} | more
    (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    return folder / name


def _problems(root: Path) -> list[tuple[str, str]]:
    found = check_catalog(root, TODAY)
    return [(one.place, one.why) for one in found if one.severity == "error" and one.place.startswith("sessions")]


def test_a_series_is_read_with_its_editions_by_date(tmp_path: Path) -> None:
    later = _edition(
        "2020-11-10", number=20, mode="online", chair="RUS", moved_from="2020-07-21/2020-07-23", note="By video."
    )
    earlier = _edition(number=19, city="Astana", country="KAZ")
    path = _write(tmp_path, _series(editions=[later, earlier], cadence={"months": 12, "source": "list"}))
    (series,) = SessionsFile(path).series()
    first, second = series.editions
    assert (first.number, first.place, first.mode, first.status) == (19, Place("Astana", "KAZ"), "in_person", "held")
    assert (second.mode, second.chair, second.moved_from, second.note) == (
        "online",
        "RUS",
        "2020-07-21/2020-07-23",
        "By video.",
    )
    assert series.cadence == Cadence(12.0, first.source)
    assert str(first.source) == "Secretariat, List"


def test_no_folder_is_no_series(tmp_path: Path) -> None:
    assert read_sessions(tmp_path / "absent") == ()


@pytest.mark.parametrize(
    ("series", "told"),
    [
        (_series(editions=[_edition("2019-02-30")]), "sessions/ABC.yaml, ABC/heads-of-state, 2019-02-30: date"),
        (_series(editions=[{"source": "list"}]), "editions[1]: 'date' is missing"),
        (_series(editions=[_edition(source="other")]), "2019-06-14: source 'other' is not among"),
        (_series(editions=[_edition(mode="video")]), "2019-06-14: mode: 'video' is none of"),
        (_series(editions=[_edition(status="happened")]), "2019-06-14: status: 'happened' is none of"),
        (_series(editions=[_edition(number="19")]), "2019-06-14: number '19' is not a whole number"),
        (_series(editions=[_edition(town="Astana")]), "2019-06-14: 'town' is no field"),
        (_series(level="kings"), "ABC/heads-of-state: level: 'kings' is none of"),
        (_series(kind="party"), "ABC/heads-of-state: kind: 'party' is none of"),
        (_series(orgs="ABC"), "ABC/heads-of-state, orgs: is 'ABC', not a list"),
        (_series(cadence={"months": "often", "source": "list"}), "cadence: months 'often' is not a number above 0"),
        (_series(name=None), "series[1]: name is None"),
        (_series(editons=[]), "'editons' is no field"),
    ],
)
def test_a_slip_is_told_with_file_series_and_edition(tmp_path: Path, series: dict[str, Any], told: str) -> None:
    path = _write(tmp_path, series)
    with pytest.raises(CatalogError) as error:
        list(SessionsFile(path).series())
    assert told in str(error.value)


def test_a_series_stands_in_one_file_only(tmp_path: Path) -> None:
    _write(tmp_path, _series())
    _write(tmp_path, _series(), name="DEF.yaml")
    with pytest.raises(CatalogError, match=r"sessions/DEF\.yaml, ABC/heads-of-state: this series stands"):
        read_sessions(tmp_path)


def test_a_file_that_keeps_every_rule_has_no_problems(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path / "small")
    _write(root / "sessions", _series())
    assert _problems(root) == []


@pytest.mark.parametrize(
    ("series", "why"),
    [
        (_series(name="ABC/Heads of State"), "'Heads of State' is to be written small"),
        (_series(name="DEF/heads-of-state"), "the name begins with 'DEF', organizations and guests are 'ABC'"),
        (_series(name="XYZ/heads-of-state", orgs=["XYZ"]), "organization 'XYZ' has no file"),
        (_series(titles={}), "has no English title"),
        (_series(editions=[_edition(), _edition()]), "2019-06-14 stands twice"),
        (_series(editions=[_edition(number=1), _edition("2020-06-14", number=1)]), "number 1 stands twice"),
        (_series(editions=[_edition(number=2), _edition("2020-06-14", number=1)]), "do not rise with the dates"),
        (_series(editions=[_edition(city="Astana")]), "the city 'Astana' has no country"),
        (_series(editions=[_edition(country="XXX")]), "country 'XXX' is no state"),
        (_series(editions=[_edition(chair="XXX")]), "chair 'XXX' is no state"),
        (_series(editions=[_edition(mode="online", city="Astana", country="KAZ")]), "held online has no city"),
        (_series(editions=[_edition("2019-06-14/..")]), "the date has an open end"),
        (_series(editions=[_edition("soon")]), "not a date"),
    ],
)
def test_the_check_tells_what_breaks_a_rule(tmp_path: Path, series: dict[str, Any], why: str) -> None:
    root = write_catalogue(tmp_path / "small")
    _write(root / "sessions", series)
    (problem,) = _problems(root)
    assert why in problem[1]


def test_a_source_cited_unseen_is_unverified(tmp_path: Path) -> None:
    root = write_catalogue(tmp_path / "small")
    _write(root / "sessions", _series(), sources={"list": {"publisher": "Secretariat", "title": "List"}})
    found = [one for one in check_catalog(root, TODAY) if one.place.startswith("sessions")]
    assert [(one.severity, one.place) for one in found] == [("unverified", "sessions/ABC.yaml, sources.list")]


def test_a_users_own_series_replaces_the_shipped_one(tmp_path: Path) -> None:
    _write(tmp_path / "sessions", _series("SCO/heads-of-state", orgs=["SCO"]))
    found = {one.name: one for one in load_sessions(tmp_path)}
    assert [edition.date for edition in found["SCO/heads-of-state"].editions] == ["2019-06-14"]
    assert len(found) == len(load_sessions())


def test_a_users_own_sessions_are_checked_against_the_shipped_organizations(tmp_path: Path) -> None:
    _write(tmp_path / "sessions", _series("SCO/heads-of-state", orgs=["SCO"]), _series())
    found = check_extra(tmp_path, TODAY, shipped_catalog())
    assert [one.why for one in found if one.severity == "error"] == ["organization 'ABC' has no file"]


def test_the_shipped_sessions_are_by_name_and_each_edition_has_a_source() -> None:
    shipped = load_sessions()
    names = [one.name for one in shipped]
    assert names == sorted(set(names))
    assert all(edition.source for one in shipped for edition in one.editions)
