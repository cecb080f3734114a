"""When an event takes place."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.extractors.events.reports import main_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Cuba's minister arrived on Tuesday in Kingstown to attend the CELAC summit, scheduled for Friday.",
            "2024-03-22",
        ),
        ("The EAC summit was called after rebels took Goma on January 27. It will be held on March 30.", "2024-03-30"),
        ("ECOWAS leaders said on Tuesday that they would meet on Saturday.", "2024-03-23"),
        (
            "The Council of the Baltic Sea States met in Wismar on 1 March, its first session since Russia left in May 2022.",
            "2024-03-01",
        ),
        (
            "The African Union Peace and Security Council held its 1172nd meeting on Tuesday, after Monday's takeover.",
            "2024-03-19",
        ),
        ("The African Union summit, first planned for January, took place on 9 March.", "2024-03-09"),
        ("Next week's Arab League summit in Jeddah, due on March 29, will be attended by Syria.", "2024-03-29"),
        ("Last year the SCO met in Delhi; this year's summit will be held in Astana in July.", "2024-07"),
        ("Sri Lanka called on Tuesday for an early summit of SAARC.", None),
    ],
)
def test_day_is_the_events_and_not_that_of_another_act(text: str, day: str | None) -> None:
    assert main_of(text).date == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("EU trade ministers open two days of talks in Lisbon on Friday.", "2024-03-22/2024-03-23"),
        ("The OAS talks, which lasted three days, ended in Lima on March 15.", "2024-03-13/2024-03-15"),
        ("ECOWAS army chiefs meet in Accra for two days from Thursday.", "2024-03-21/2024-03-22"),
        ("NATO chiefs of defence hold a session in Brussels today and tomorrow.", "2024-03-20/2024-03-21"),
        ("EU foreign ministers met on Monday and Tuesday in Berlin.", "2024-03-18/2024-03-19"),
        ("G7 leaders gathered in Bari on Wednesday for three days of talks.", "2024-03-20/2024-03-22"),
    ],
)
def test_event_of_several_days_is_an_interval(text: str, days: str) -> None:
    assert main_of(text).date == days


def test_week_is_made_exact_by_a_day_told_later() -> None:
    text = "Saudi Arabia will host the GCC summit in Riyadh next week. The GCC summit will be held on March 27."
    assert main_of(text).date == "2024-03-27"


def test_first_and_last_day_stay_where_one_of_them_is_told_again() -> None:
    text = "EU leaders met in Brussels on 14 and 15 March. The summit ended on Friday."
    assert main_of(text).date == "2024-03-14/2024-03-15"


def test_last_day_told_later_makes_an_interval() -> None:
    text = "The CARICOM summit began this Monday in Port of Spain. The summit, which runs until Wednesday, has a guest."
    assert main_of(text).date == "2024-03-18/2024-03-20"


def test_day_told_later_outdoes_that_of_the_report() -> None:
    text = "ECOWAS leaders have met in an extraordinary session. The session was held in Accra on March 14."
    assert main_of(text).date == "2024-03-14"


def test_year_that_bounds_something_else_is_no_date() -> None:
    text = "The CIS air forces will hold the exercise Combat Commonwealth 2019 and a plan until 2025."
    assert main_of(text, date(2019, 6, 3)).date == "2019"
