"""Invitations, in the order of a protocol."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalog.loaded import load_catalog
from comity.catalog.protocol_files import protocol_codes
from comity.errors import UnknownNameError, UsageError
from comity.model.invitation import Called, Capacity, Roll
from comity.planning.invitations import Invitation, InviteOptions, invite, ordered

DAY = date(2020, 11, 10)
CODES = sorted(code for code, state in load_catalog().states.items() if state.kind == "state")


def _capacity(org: str = "SCO", *, certain: bool = True, **more: object) -> Capacity:
    told = Capacity(org=org, status="member", start="2001", end=None, basis="decision", source="S", certain=certain)
    return Capacity(**{**{name: getattr(told, name) for name in told.__struct_fields__}, **more})


def _roll(*codes: str, doubtful: tuple[str, ...] = (), organizations: tuple[str, ...] = ()) -> Roll:
    called = [Called(code=code, certain=True, capacities=(_capacity(),)) for code in codes]
    called += [Called(code=code, certain=False, capacities=(_capacity(certain=False),)) for code in doubtful]
    called += [Called(code=code, certain=True, is_state=False) for code in organizations]
    return Roll(called=tuple(called), orgs=("SCO",))


def _invite(roll: Roll, **options: str) -> Invitation:
    return invite(roll, "SCO", on=DAY, catalog=load_catalog(), options=InviteOptions(**options))


SIX = _roll("CHN", "IND", "KAZ", "KGZ", "RUS", "UZB")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"order": "en"}, "CHN IND KAZ KGZ RUS UZB"),
        ({"order": "ru"}, "IND KAZ CHN KGZ RUS UZB"),
        ({"order": "zh"}, "RUS KAZ KGZ UZB IND CHN"),
        ({"order": "zh-strokes"}, "CHN UZB IND KGZ RUS KAZ"),
        ({"order": "local"}, "IND KGZ UZB KAZ RUS CHN"),
        ({"host": "RUS"}, "RUS CHN IND KAZ KGZ UZB"),
        ({"host": "CHN", "host_place": "last"}, "IND KAZ KGZ RUS UZB CHN"),
        ({"start": "KGZ"}, "KGZ RUS UZB CHN IND KAZ"),
        ({"start": "KGZ", "host": "UZB"}, "UZB KGZ RUS CHN IND KAZ"),
    ],
)
def test_states_stand_in_the_order_of_the_protocol(options: dict[str, str], expected: str) -> None:
    assert _invite(SIX, **options).codes == tuple(expected.split())


@given(
    st.lists(st.sampled_from(CODES), min_size=1, max_size=40, unique=True),
    st.sampled_from(protocol_codes()),
    st.sampled_from(["first", "last"]),
    st.data(),
)
def test_every_state_is_invited_once_whatever_the_order(
    codes: list[str], order: str, place: str, data: st.DataObject
) -> None:
    host, start = data.draw(st.sampled_from(codes)), data.draw(st.sampled_from(codes))
    found = _invite(_roll(*codes), order=order, host=host, host_place=place, start=start).codes
    assert sorted(found) == sorted(codes)
    assert found[0 if place == "first" else -1] == host


@given(st.permutations(CODES[:30]))
def test_the_order_does_not_depend_on_that_of_the_roll(codes: list[str]) -> None:
    assert _invite(_roll(*codes), order="ru").codes == _invite(_roll(*sorted(codes)), order="ru").codes


def test_names_are_in_the_language_of_the_order() -> None:
    assert [one.name for one in _invite(_roll("KGZ"), order="ru").invited] == ["Кыргызстан"]


def test_names_are_in_the_language_asked_for() -> None:
    assert [one.name for one in _invite(_roll("KGZ"), order="ru", language="en").invited] == ["Kyrgyzstan"]


def test_each_state_has_its_seat_on_the_day() -> None:
    (found,) = _invite(_roll("KAZ")).invited
    assert (found.capital, found.timezone) == ("Nur-Sultan", "Asia/Almaty")


def test_doubtful_states_and_organizations_stand_apart() -> None:
    found = _invite(_roll("RUS", doubtful=("UKR",), organizations=("EU",)))
    assert found.codes == ("RUS",)
    assert [one.state for one in found.doubtful] == ["UKR"]
    assert [one.state for one in found.organizations] == ["EU"]


def test_a_doubt_is_told_with_what_the_versions_say() -> None:
    against = _capacity(version="charter", status="associate", start="1994")
    told = _capacity("CIS", certain=False, version="participant", against=(against,))
    roll = Roll(called=(Called(code="TKM", certain=False, capacities=(told,)),), orgs=("CIS",))
    (found,) = _invite(roll).doubtful
    assert found.why == ("CIS: member since 2001 by version participant; associate since 1994 by version charter",)


def test_a_vague_day_is_told_to_be_the_doubt() -> None:
    (found,) = _invite(_roll(doubtful=("UKR",))).doubtful
    assert found.why == ("SCO: member since 2001, a day that is not known exactly",)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"host": "FRA"}, "the host is FRA, which is not invited; invited are CHN, IND"),
        ({"start": "FRA"}, "the order is to begin with FRA, which is not invited"),
        ({"host": "CHN", "host_place": "middle"}, "the host's place is 'middle'; it is first or last"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(options: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        _invite(SIX, **options)


def test_an_unknown_order_is_told_with_those_known() -> None:
    with pytest.raises(UnknownNameError, match=r"unknown order 'fr'; .*en, local, ru"):
        _invite(SIX, order="fr")


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({}, "the catalogue tells of no members of SCO or EU"),
        ({"first": "2021-06-15"}, "nobody belonged to SCO or EU before 2021-06-15; ask for that day or a later one"),
        (
            {"first": "2001", "last": "2014-10-10"},
            "nobody has belonged to SCO or EU since 2014-10-10; ask for an earlier",
        ),
        (
            {"first": "2001", "others": {"MNG": (_capacity(status="observer"),)}},
            "there are 1 in SCO:observer: ask for any",
        ),
        ({"first": "2001"}, "ask for another day"),
    ],
)
def test_an_empty_invitation_is_refused_with_what_would_not_be(told: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        _invite(Roll(called=(), orgs=("SCO", "EU"), **told))


def test_an_order_begins_with_a_state_and_goes_round() -> None:
    assert ordered("dbca", lambda code: code, InviteOptions(start="c")) == ["c", "d", "a", "b"]
