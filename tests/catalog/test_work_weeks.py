"""Days of rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from comity.catalog.work_weeks import load_work_weeks, read_work_weeks
from comity.errors import CatalogError


@pytest.mark.parametrize(
    ("state", "on", "rest"),
    [
        ("FRA", "2020-01-01", {5, 6}),
        ("SAU", "2013-06-27", {3, 4}),
        ("SAU", "2013-06-28", {4, 5}),
        ("ARE", "2021-12-31", {4, 5}),
        ("ARE", "2022-01-01", {5, 6}),
        ("BRN", "2020-01-01", {4, 6}),
        ("NPL", "2020-01-01", {5}),
    ],
)
def test_days_of_rest_are_those_of_the_time(state: str, on: str, rest: set[int]) -> None:
    assert load_work_weeks().rest_days(state, date.fromisoformat(on)) == rest


def test_a_day_of_rest_is_told_by_its_day_of_the_week() -> None:
    friday = date(2026, 11, 27)
    assert load_work_weeks().rests("EGY", friday)
    assert not load_work_weeks().rests("RUS", friday)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("[{rest: [fryday], source: a}]", "fryday"),
        ("[{rest: [], source: a}]", "no day"),
        ("[{rest: [friday], source: b}]", "none of the file's sources"),
        ("[{rest: [friday], since: 2020, source: a}]", "not one day"),
        ("[{rest: [friday], since: '2020-02-30', source: a}]", "not a date"),
        (
            "[{rest: [friday], until: 2020-01-01, source: a}, {rest: [sunday], since: 2020-02-01, source: a}]",
            "holds until",
        ),
    ],
)
def test_a_broken_row_is_told_with_its_state(tmp_path: Path, row: str, why: str) -> None:
    path = tmp_path / "weeks.yaml"
    path.write_text(f"sources: {{a: {{publisher: We, title: T}}}}\nstates:\n  AAA: {row}\n", "utf-8")
    with pytest.raises(CatalogError, match=rf"weeks.yaml, AAA: .*{why}"):
        read_work_weeks(path)


def test_a_day_that_does_not_exist_is_an_error_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "weeks.yaml"
    path.write_text("sources: {}\nstates:\n  AAA: [{rest: [friday], since: 2020-02-30}]\n", "utf-8")
    with pytest.raises(CatalogError, match=r"weeks\.yaml: .*day"):
        read_work_weeks(path)
