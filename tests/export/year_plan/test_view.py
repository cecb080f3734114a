"""What stands in the plan of a year, and how firm it is."""

from __future__ import annotations

from datetime import date

import pytest

from comity.errors import UsageError
from comity.export.calendars import Sessions
from comity.export.year_plan import Bar, Term, YearPlan, year_plan
from comity.model.membership import Chairmanship, Source
from comity.model.record import Place
from comity.model.series import Edition, Series, Window
from comity.model.when import When

SOURCE = Source("a", "Secretariat")
WINDOW = Window(start=date(2026, 7, 1), last=date(2026, 11, 12), expected=date(2026, 8, 29), probability=0.8)


def _plan(*editions: Edition, windows: tuple[Window, ...] = (), chairs: tuple[Chairmanship, ...] = ()) -> YearPlan:
    series = Series(name="SCO/heads-of-state", kind="meeting", level="heads_of_state", orgs=("SCO",), editions=editions)
    return year_plan("SCO", 2026, [Sessions(series, windows)], as_of=date(2026, 3, 1), chairs=chairs)


def _bar(*editions: Edition, windows: tuple[Window, ...] = ()) -> Bar:
    (bar,) = _plan(*editions, windows=windows).bars
    return bar


@pytest.mark.parametrize(
    ("status", "date", "standing"),
    [
        ("held", "2026-06-14/2026-06-15", "certain"),
        ("scheduled", "2026-06-14", "announced"),
        ("scheduled", "2026-06", "expected"),
        ("proposed", "2026-06-14", "expected"),
        ("postponed", "2026-06-14", "cancelled"),
        ("cancelled", "2026-06", "cancelled"),
    ],
)
def test_a_session_is_as_firm_as_its_status_and_date(status: str, date: str, standing: str) -> None:
    assert _bar(Edition(date=date, status=status)).standing == standing


def test_a_session_that_was_put_off_to_another_day_is_expected_then() -> None:
    assert _bar(Edition(date="2026-06-14", status="postponed", moved_from="2026-05-01")).standing == "expected"


def test_a_session_has_its_days_its_number_its_place_and_its_source() -> None:
    bar = _bar(Edition(date="2026-06-14/2026-06-15", number=26, place=Place("Bishkek", "KGZ"), source=SOURCE))
    assert (bar.start, bar.last, bar.source) == (date(2026, 6, 14), date(2026, 6, 15), "Secretariat")
    assert bar.label == "Heads of state, 26th · Bishkek, Kyrgyzstan"


def test_only_what_touches_the_year_is_in_it() -> None:
    plan = _plan(*(Edition(date=day) for day in ("2025-06-14", "2025-12-31/2026-01-01", "2027-01-01", "2026")))
    assert [bar.start.year for bar in plan.bars] == [2025, 2026]


def test_a_window_is_expected_with_its_likeliest_day() -> None:
    bar = _bar(windows=(WINDOW,))
    assert (bar.standing, bar.around, bar.last) == ("expected", date(2026, 8, 29), date(2026, 11, 12))
    assert "80%" in bar.note


def test_a_window_that_is_likeliest_in_the_next_year_is_left_to_its_plan() -> None:
    late = Window(start=date(2026, 12, 9), last=date(2027, 12, 1), expected=date(2027, 8, 1), probability=0.8)
    assert [bar.around for bar in _plan(windows=(WINDOW, late)).bars] == [date(2026, 8, 29)]


def test_a_window_takes_the_place_of_a_session_that_is_only_set_for_the_year() -> None:
    bar = _bar(Edition(date="2026", number=26, place=Place("Bishkek", "KGZ"), status="scheduled"), windows=(WINDOW,))
    assert (bar.label, bar.around) == ("Heads of state, 26th · Bishkek, Kyrgyzstan", date(2026, 8, 29))


def test_a_window_of_what_was_announced_is_not_shown_twice() -> None:
    day = date(2026, 6, 14)
    announced = Window(start=day, last=day, expected=day, probability=1.0, basis="announced")
    assert _bar(Edition(date="2026-06-14", status="scheduled"), windows=(announced,)).standing == "announced"


def test_sessions_without_a_date_are_in_no_year() -> None:
    assert _plan(Edition(date=None)).bars == ()


def test_chairs_whose_terms_touch_the_year_are_named() -> None:
    def term(state: str, start: str, end: str | None) -> Chairmanship:
        return Chairmanship("SCO", state, None, When.parse(start), When.parse(end) if end else None, SOURCE)

    chairs = (
        term("CHN", "2024-07-04", "2025-09-01"),
        term("KGZ", "2025-09-01", "2026-09-01"),
        term("PAK", "2026-09-01", None),
    )
    assert _plan(chairs=chairs).terms == (
        Term("Kyrgyzstan", date(2025, 9, 1), date(2026, 9, 1)),
        Term("Pakistan", date(2026, 9, 1), None),
    )


@pytest.mark.parametrize("year", [0, -5, 12000])
def test_a_year_that_is_none_is_refused_with_one_that_would_do(year: int) -> None:
    with pytest.raises(UsageError, match="such as 2026"):
        year_plan("SCO", year, [], as_of=date(2026, 1, 1))
