"""How a series stands, and the reasons it gives."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.membership import Source
from comity.model.series import Edition, Kin, Series, Standing, Window
from comity.planning.cadence import presumed
from comity.planning.standing import Seen, standing
from tests.planning.samples import series, yearly


def _standing(known: Series, as_of: date, **more: object) -> Standing:
    return standing(Seen(series=known, as_of=as_of, **more))  # type: ignore[arg-type]


WINDOW = Window(start=date(2020, 5, 20), last=date(2020, 8, 1), expected=date(2020, 6, 15), probability=0.8)
TEN = series(*yearly(10, start=2010))


@pytest.mark.parametrize(
    ("as_of", "name", "late"),
    [
        (date(2019, 7, 1), "regular", None),
        (date(2020, 8, 1), "regular", None),
        (date(2020, 8, 2), "overdue", 48),
        (date(2021, 12, 1), "overdue", 534),
        (date(2022, 1, 1), "lapsed", 565),
    ],
)
def test_a_series_is_overdue_after_its_window_and_lapsed_after_more_than_another_interval(
    as_of: date, name: str, late: int | None
) -> None:
    found = _standing(TEN, as_of, window=WINDOW)
    assert (found.standing, found.overdue_days) == (name, late)


def test_what_is_announced_is_not_overdue() -> None:
    coming = Edition(date="2020-11-10", status="scheduled")
    found = _standing(TEN, date(2020, 9, 1), window=WINDOW, set_date=coming)
    assert found.standing == "regular"
    assert "the next one is announced for 2020-11-10" in found.because


def test_one_session_is_single_however_long_ago() -> None:
    found = _standing(series("1999-05-05"), date(2020, 1, 1))
    assert (found.standing, found.since, found.overdue_days) == ("single", date(1999, 5, 5), None)


def test_one_session_is_overdue_where_the_rules_want_another() -> None:
    assert _standing(series("2018-05-05", months=12), date(2019, 8, 1), months=12).standing == "overdue"


def test_a_series_without_a_session_has_none() -> None:
    known = series(more=[Edition(date=None, status="hoped")])
    found = _standing(known, date(2020, 1, 1))
    assert found == Standing(
        standing="none", because=("no session is known to have been held", "1 session more proposed or hoped for")
    )


def test_uneven_intervals_are_irregular() -> None:
    known = series("2000-01-01", "2001-01-01", "2004-01-01", "2004-03-01", "2009-01-01")
    assert _standing(known, date(2009, 2, 1)).standing == "irregular"


def test_two_sessions_within_weeks_are_no_rhythm() -> None:
    assert _standing(series("2023-05-01", "2023-05-07"), date(2025, 1, 1)).standing == "irregular"


@pytest.mark.parametrize(("count", "name"), [(1, "single"), (2, "irregular")])
def test_a_session_of_an_unknown_day_was_held_all_the_same(count: int, name: str) -> None:
    known = series(more=[Edition(date=None), Edition(date="2014")][:count])
    assert _standing(known, date(2020, 1, 1)).standing == name


def test_numbers_tell_of_sessions_that_are_not_known() -> None:
    known = series(more=[Edition(date="2017-01-23", number=1), Edition(date="2019-09-16", number=4)])
    assert "nothing is known of no. 2, 3" in _standing(known, date(2020, 1, 1)).because


def test_a_series_is_not_overdue_where_nothing_later_is_known_of_any() -> None:
    found = _standing(TEN, date(2020, 12, 1), window=WINDOW, known_until=date(2020, 7, 1))
    assert found.standing == "regular"
    assert "no session of any series is known after 2020-07-01; one of this may have been held since" in found.because


def test_it_is_overdue_where_later_sessions_of_others_are_known() -> None:
    assert _standing(TEN, date(2020, 12, 1), window=WINDOW, known_until=date(2020, 9, 1)).standing == "overdue"


def test_what_a_source_announced_is_taken_as_held_and_told_so() -> None:
    coming = Edition(date="2020-06-20", status="scheduled", source=Source("list", "Secretariat"))
    known = series(*yearly(10, start=2010), more=[coming])
    assert presumed(known, date(2020, 12, 1)) == coming
    found = _standing(known, date(2020, 12, 1), presumed=coming)
    assert found.standing == "regular"
    assert "was announced for 2020-06-20 and is taken as held, though nothing tells of it" in found.because


@pytest.mark.parametrize(
    "coming",
    [
        Edition(date="2020-06-20", status="scheduled", event="e1"),
        Edition(date="2020", status="scheduled", source=Source("list", "Secretariat")),
        Edition(date="2021-06-20", status="scheduled", source=Source("list", "Secretariat")),
        Edition(date="2019-01-20", status="scheduled", source=Source("list", "Secretariat")),
    ],
    ids=["reports would tell more", "no day", "still ahead", "one was held after it"],
)
def test_nothing_else_is_taken_as_held(coming: Edition) -> None:
    assert presumed(series(*yearly(10, start=2010), more=[coming]), date(2020, 12, 1)) is None


class TestTheEnlargedMeetingOfDefenceMinisters:
    """Held in September 2020 with one circle and in December 2022 with nearly the same, and then no more."""

    own = series("2020-09-04", name="SCO+CSTO+CIS/defence-ministers")
    kin = (Kin("SCO+CIS/defence-ministers", (Edition(date="2022-12-09"),)),)

    def test_it_is_overdue_by_the_one_interval_that_there_was(self) -> None:
        found = _standing(self.own, date(2025, 12, 31), kin=self.kin)
        assert (found.standing, found.since, found.overdue_days) == ("overdue", date(2025, 3, 14), 292)

    def test_the_reasons_name_both_sessions_and_say_that_they_never_became_regular(self) -> None:
        found = _standing(self.own, date(2025, 12, 31), kin=self.kin)
        assert found.because == (
            "1 session held: 2020-09-04 (no. 1)",
            "of nearly the same circle (SCO+CIS/defence-ministers): 1 session held: 2022-12-09",
            "the two sessions of both circles lie 826 days apart; they never became regular",
            "nothing is known of a session since 2022-12-09, for 1118 days",
            "the next one was to be expected around 2025-03-14: 292 days ago",
        )

    def test_joint_meetings_on_two_days_are_one_occasion(self) -> None:
        kin = (Kin("SCO+CIS/defence-ministers", (Edition(date="2020-09-05"),)),)
        assert _standing(self.own, date(2025, 12, 31), kin=kin).standing == "single"

    def test_kin_alone_make_no_standing(self) -> None:
        found = _standing(series(name="SCO+CIS/defence-ministers"), date(2023, 6, 1), kin=self.kin)
        assert (found.standing, found.because) == (
            "none",
            (
                "no session is known to have been held",
                "of nearly the same circle (SCO+CIS/defence-ministers): 1 session held: 2022-12-09",
            ),
        )

    def test_it_has_lapsed_some_years_later(self) -> None:
        assert _standing(self.own, date(2029, 1, 1), kin=self.kin).standing == "lapsed"

    def test_it_was_single_before_its_kin_met(self) -> None:
        assert _standing(self.own, date(2022, 1, 1), kin=self.kin).standing == "single"


def test_an_extraordinary_session_is_never_due() -> None:
    days = ("2019-01-10", "2020-01-10", "2021-01-10", "2022-01-10")
    called = Series(
        name="CSTO/extraordinary-heads-of-state",
        kind="meeting",
        level="heads_of_state",
        orgs=("CSTO",),
        occasional=True,
        editions=tuple(Edition(date=day) for day in days),
    )
    seen = standing(Seen(series=called, as_of=date(2026, 1, 1)))
    assert (seen.standing, seen.overdue_days) == ("regular", None)
    assert "it is called when there is cause, so that none is ever due" in seen.because
