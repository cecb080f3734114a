"""All series on a day, and one of them with all that can be said of it."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.membership import Chairmanship, Source
from comity.model.series import Edition, Series
from comity.model.when import When
from comity.planning import COLUMNS, Courses, Finding, chairs_of, rhythm_of
from tests.planning.samples import series, yearly

A = series(*yearly(10, start=2010), name="ABC/heads-of-state")
B = series("2012-03-01", name="ABC/defence-ministers")
TERM = Chairmanship("ABC", "KGZ", None, When.parse("2019-06-15"), None, Source("a", "b"))
FINDING = Finding(
    lambda name, known: next(one for one in known if one.name == name),
    lambda org, known: [one for one in known if org in one.orgs],
    lambda one, others: (),
)


def _courses(*known: Series, as_of: date = date(2020, 1, 1)) -> Courses:
    return Courses(known, as_of=as_of, finding=FINDING, chairs={"ABC": (TERM,)})


def test_each_series_is_a_course() -> None:
    assert [(one.name, one.standing) for one in _courses(A, B)] == [
        ("ABC/heads-of-state", "regular"),
        ("ABC/defence-ministers", "single"),
    ]


def test_a_slice_and_those_of_an_organization_are_courses_again() -> None:
    found = _courses(A, B)
    assert [one.name for one in found[1:]] == ["ABC/defence-ministers"]
    assert len(found.of("ABC")) == 2
    assert len(found.of("DEF")) == 0


def test_one_is_found_by_its_name() -> None:
    assert _courses(A, B).named("ABC/defence-ministers").standing == "single"


def test_the_next_sessions_are_windows() -> None:
    first, second = _courses(A)[0].next(2)
    assert (first.expected.year, second.expected.year) == (2020, 2021)


def test_a_lapsed_series_has_no_next_session_unless_one_is_announced() -> None:
    other = series(*yearly(25), name="ABC/foreign-ministers")
    assert _courses(A, other, as_of=date(2024, 7, 1)).named("ABC/heads-of-state").next() == ()
    again = series(*yearly(10, start=2010), more=[Edition(date="2025-06-15", status="scheduled")])
    (window,) = _courses(again, other, as_of=date(2024, 7, 1))[0].next()
    assert window.basis == "announced"


def test_what_reports_alone_tell_teaches_nothing() -> None:
    cited = Source("list", "Secretariat")
    listed = series(
        name="ABC/foreign-ministers", more=[Edition(date=one, source=cited) for one in yearly(60, start=1960)]
    )
    (alone,) = _courses(listed).of("ABC")
    holes = series("1990-01-01", "1991-01-01", "1999-01-01", "2012-01-01", "2013-01-01", name="ABC/interior-ministers")
    assert _courses(listed, holes).named("ABC/foreign-ministers").next() == alone.next()


def test_one_session_has_no_interval_and_no_next() -> None:
    course = _courses(B)[0]
    assert (course.interval, course.next()) == (None, ())


def test_a_frame_has_a_row_for_each_edition() -> None:
    frame = _courses(A, B).to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == 11
    assert frame["first_day"].max().date() == date(2019, 6, 15)


def test_no_series_make_an_empty_frame() -> None:
    assert len(_courses().to_frame()) == 0


def test_the_chairs_of_an_organization_count_for_its_summits_alone() -> None:
    assert list(chairs_of(A, {"ABC": (TERM,)})) == [TERM]
    ministers = Series(name="ABC/defence-ministers", kind="meeting", level="defence_ministers", orgs=("ABC",))
    joint = Series(name="ABC+DEF/heads-of-state", kind="meeting", level="heads_of_state", orgs=("ABC", "DEF"))
    assert [list(chairs_of(one, {"ABC": (TERM,)})) for one in (ministers, joint)] == [[], []]


@pytest.mark.parametrize(("day", "who"), [(date(2020, 1, 1), "KGZ"), (date(2012, 1, 1), None)])
def test_who_takes_over_is_known_where_a_term_tells(day: date, who: str | None) -> None:
    assert rhythm_of(A, day, (TERM,)).coming == who
