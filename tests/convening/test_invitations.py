"""Invitations from an expression, with names in the reader's words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from comity.convening.asked import question_of
from comity.convening.invitations import InviteQuestion, invite, listed_of, read_listed
from comity.errors import DateError, ExpressionError, UnknownNameError, UsageError
from comity.model.record import Participant, Reading
from comity.store import Store
from tests.store.samples import document, meeting

ENLARGED = "SCO | CSTO | CIS"


@pytest.mark.parametrize(
    ("on", "status", "count"),
    [("2020-11-10", "member", 12), ("2024-07-04", "active", 12), ("2024-07-04", "member", 13)],
    ids=["2020", "2024, those who take part", "2024, in law"],
)
def test_the_three_organization_format_invites(on: str, status: str, count: int) -> None:
    assert len(invite(ENLARGED, on=on, question=InviteQuestion(status=status)).codes) == count


def test_belarus_is_invited_in_three_capacities_since_it_joined() -> None:
    found = {one.state: one for one in invite(ENLARGED, on=date(2024, 7, 4)).invited}
    assert [one.org for one in found["BLR"].capacities] == ["SCO", "CSTO", "CIS"]


def test_host_and_start_may_be_named_in_any_language() -> None:
    question = InviteQuestion(host="Узбекистан", host_place="last", start="Kazakhstan")
    codes = invite("SCO", on="2020-11-10", question=question).codes
    assert (codes[0], codes[-1]) == ("KAZ", "UZB")


@pytest.mark.parametrize(
    ("expression", "on", "question", "error"),
    [
        ("SCO &", "2020-11-10", InviteQuestion(), ExpressionError),
        ("SCX", "2020-11-10", InviteQuestion(), UnknownNameError),
        ("SCO", "2021-02-30", InviteQuestion(), DateError),
        ("SCO", "2020-11-10", InviteQuestion(host="Wakanda"), UnknownNameError),
        ("SCO", "2020-11-10", InviteQuestion(host="SCO"), UnknownNameError),
        ("SCO", "1990-01-01", InviteQuestion(), UsageError),
        ("SCO", "2020-11-10", InviteQuestion(language="xx"), UnknownNameError),
    ],
)
def test_what_cannot_be_is_refused(expression: str, on: str, question: InviteQuestion, error: type[UsageError]) -> None:
    with pytest.raises(error):
        invite(expression, on=on, question=question)


def test_options_are_told_by_name() -> None:
    assert question_of(InviteQuestion, {"order": "ru"}) == InviteQuestion(order="ru")


@pytest.mark.parametrize("told", [{"oder": "ru"}, {"order": 3}])
def test_an_option_that_is_none_is_refused_with_those_known(told: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"options are .*order"):
        question_of(InviteQuestion, told)


def test_a_list_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "came.txt"
    path.write_text("\ufeffRussia\nChina\n", "utf-8")
    assert read_listed(str(path)).codes == ("RUS", "CHN")


@pytest.mark.parametrize("names", ["Russia, China", "Russia\nChina", "Russia, China" + ", Russia" * 60])
def test_a_list_may_be_the_names_themselves(names: str) -> None:
    assert read_listed(names).codes == ("RUS", "CHN")


def test_a_name_with_stops_is_no_file() -> None:
    assert read_listed("St. Lucia, U.S.").codes == ("LCA", "USA")


@pytest.mark.parametrize("told", ["came.txt", "who came.txt", "lists/came"])
def test_a_file_that_is_not_there_is_no_name(told: str) -> None:
    with pytest.raises(UsageError, match=f"no file '{told}'; give a file with one name a line, or names"):
        read_listed(told)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "came.txt"
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UsageError, match="a list is a text file in UTF-8"):
        read_listed(str(path))


def _stored(folder: Path, **fields: object) -> Store:
    store, told = Store.open(folder / "a.db"), document("a")
    store.add(told, Reading((meeting(told, orgs=("SCO",), date="2020-09-04", **fields),)))
    return store


def _event(store: Store) -> str:
    (event,) = store.events()
    return event.id


def test_those_whom_an_events_reports_name_are_a_list(tmp_path: Path) -> None:
    person = Participant("Sergei Shoigu", "defence minister", "RUS")
    store = _stored(tmp_path, participants=("KAZ", "UZB"), persons=(person,), chair="TJK")
    assert listed_of(store, _event(store)).codes == ("KAZ", "UZB", "RUS", "TJK")


def test_a_person_in_the_chair_is_no_state(tmp_path: Path) -> None:
    store = _stored(tmp_path, participants=("KAZ",), chair="Sergei Shoigu")
    assert listed_of(store, _event(store)).codes == ("KAZ",)


def test_an_event_that_names_nobody_is_refused_with_what_would_work(tmp_path: Path) -> None:
    store = _stored(tmp_path)
    with pytest.raises(UsageError, match="name no state that took part; give a list with --compare"):
        listed_of(store, _event(store))


def test_a_report_is_no_event(tmp_path: Path) -> None:
    store = _stored(tmp_path)
    with pytest.raises(UsageError, match="'a' is no event; `comity events` lists"):
        listed_of(store, "a")
