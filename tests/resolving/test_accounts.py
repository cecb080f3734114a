"""What tellings that say the same come to."""

from __future__ import annotations

from datetime import date

from comity.resolving.accounts import account_of, group_of
from comity.resolving.facets import anchor_of, name_of
from tests.resolving.samples import tell


def test_the_same_facts_in_two_reports_are_one_account() -> None:
    assert group_of(tell("a", date="2020-09-04")) == group_of(tell("b", "2020-09-07", date="2020-09-04"))


def test_another_place_is_another_account() -> None:
    assert group_of(tell("a", place="Moscow,RUS")) != group_of(tell("a", place=",RUS"))


def test_without_a_date_it_matters_when_it_was_told() -> None:
    assert group_of(tell("a", "2020-09-05")) != group_of(tell("b", "2021-09-05"))


def test_an_account_knows_its_reports_and_the_days_of_their_publication() -> None:
    account = account_of([tell("b", "2020-09-07", date="2020-09"), tell("a", "2020-09-05", date="2020-09")])
    assert (account.documents, account.voices) == (("a", "b"), 2)
    assert (account.first, account.last) == (date(2020, 9, 5), date(2020, 9, 7))


def test_an_account_lies_around_its_first_day_or_else_its_first_report() -> None:
    assert anchor_of(account_of([tell("a", date="2020-09")])) == date(2020, 9, 1)
    assert anchor_of(account_of([tell("a", "2020-09-05")])) == date(2020, 9, 5)
    assert anchor_of(account_of([tell("a", None)])) is None


def test_an_exercise_is_known_by_any_of_its_names_without_its_year() -> None:
    assert name_of("Peace Mission-2021") == name_of("Мирная миссия") == "SCO/peace-mission"
    assert name_of("Golden Bridge 24") == "golden bridge"
    assert name_of(None) is None
