"""The plan as a page and a picture: whole, harmless, on one sheet."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.export.year_plan import Bar, Term, YearPlan, year_plan_file, year_plan_page, year_plan_svg

SUMMIT = Bar(
    title="Heads of state, 26th",
    start=date(2026, 8, 31),
    last=date(2026, 9, 1),
    standing="announced",
    place="Bishkek, Kyrgyzstan",
    source="The Astana Times",
)
NAME = "{http://www.w3.org/2000/svg}"


def _plan(*bars: Bar, organization: str = "SCO", terms: tuple[Term, ...] = ()) -> YearPlan:
    return YearPlan(organization=organization, year=2026, as_of=date(2026, 3, 1), bars=bars, terms=terms)


def _texts(plan: YearPlan) -> list[str]:
    """What is read out; the white edge of a label is a text that is not."""
    picture = ET.fromstring(year_plan_svg(plan))
    return [one.text or "" for one in picture.iter(f"{NAME}text") if one.get("aria-hidden") != "true"]


def test_the_picture_names_the_year_its_months_and_its_sessions() -> None:
    texts = _texts(_plan(SUMMIT))
    assert {"SCO: 2026", "as known on 2026-03-01", "January", "December", "31"} <= set(texts)
    assert texts.count("Heads of state, 26th · Bishkek, Kyrgyzstan") == 1


def test_who_presides_is_named_once_a_term() -> None:
    change = date(2026, 9, 1)
    texts = _texts(_plan(terms=(Term("Kyrgyzstan", date(2025, 9, 1), change), Term("Pakistan", change, None))))
    assert [text for text in texts if text in ("Kyrgyzstan", "Pakistan")] == ["Kyrgyzstan", "Pakistan"]


def test_a_long_name_of_a_chair_is_cut_and_told_whole_beside_the_pointer() -> None:
    picture = year_plan_svg(_plan(terms=(Term("Saint Vincent and the Grenadines", None, None),)))
    assert re.search(r">Saint Vin\w*…<", picture)
    assert "<title>Saint Vincent and the Grenadines presides</title>" in picture


def test_what_is_only_set_for_the_year_stands_below_the_months() -> None:
    bar = Bar(title="Summit", start=date(2026, 1, 1), last=date(2026, 12, 31), standing="expected")
    assert "Summit (2026-01-01 to 2026-12-31: no day is set)" in _texts(_plan(bar))


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_stands_in_it_the_picture_is_well_formed(title: str, place: str) -> None:
    bar = Bar(
        title=title, start=date(2026, 8, 31), last=date(2026, 9, 1), standing="certain", place=place, source=title
    )
    ET.fromstring(year_plan_svg(_plan(bar, organization=title, terms=(Term(title, None, None),))))


def test_what_reports_say_cannot_act_in_the_page() -> None:
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    bar = Bar(
        title=evil,
        start=date(2026, 8, 31),
        last=date(2026, 9, 1),
        standing="certain",
        place=evil,
        note=evil,
        source=evil,
    )
    page = year_plan_page(_plan(bar, organization=evil, terms=(Term(evil, None, None),)))
    assert "<script" not in page
    assert "<img" not in page


def test_a_page_asks_for_nothing_from_anywhere() -> None:
    page = year_plan_page(_plan(SUMMIT))
    assert "src=" not in page
    assert "href=" not in page
    assert "@import" not in page
    assert "url(" not in page


def test_the_list_below_has_each_session_with_its_source() -> None:
    page = year_plan_page(_plan(SUMMIT))
    assert (
        "<tr><td>2026-08-31 to 2026-09-01</td><td>Heads of state, 26th</td><td>Bishkek, Kyrgyzstan</td>"
        "<td>announced</td><td>The Astana Times</td></tr>"
    ) in page


def test_an_empty_year_says_so() -> None:
    assert "No session of this year is known or expected." in year_plan_page(_plan())


@pytest.mark.parametrize(("paper", "wide"), [("A4", "281mm"), ("A3", "404mm")])
def test_the_sheet_lies_on_its_long_side(paper: str, wide: str) -> None:
    page = year_plan_page(_plan(SUMMIT), paper=paper)
    assert f"@page{{size:{paper} landscape" in page
    assert f"svg{{width:{wide}" in page


@pytest.mark.parametrize(
    ("name", "start"), [("a.svg", "<svg"), ("A.SVG", "<svg"), ("a.html", "<!doctype"), ("a", "<!doctype")]
)
def test_a_file_s_name_tells_whether_the_picture_or_the_page_is_wanted(name: str, start: str) -> None:
    assert year_plan_file(_plan(SUMMIT), name).startswith(start)


def test_an_unknown_paper_is_refused_with_those_known() -> None:
    with pytest.raises(UsageError, match="unknown paper 'A5'; there are A4, A3"):
        year_plan_page(_plan(), paper="A5")
