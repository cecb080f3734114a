"""Corrections as a person writes them."""

from __future__ import annotations

import json

import pytest

from comity.errors import UsageError
from comity.query.correcting import field_and_value
from comity.store.rulings import CORRECTABLE

READ: tuple[tuple[str, object], ...] = (
    ("date=2020-09-04", "2020-09-04"),
    ("date = 2020-09", "2020-09"),
    ("date=", None),
    ("status=held", "held"),
    ("level=heads_of_state", "heads_of_state"),
    ("mode=online", "online"),
    ("orgs=ШОС, CIS", ["SCO", "CIS"]),
    ("guests=", []),
    ("participants=Kazakhstan,俄罗斯", ["KAZ", "RUS"]),
    ("host=Uzbekistan", "UZB"),
    ("chair=Russia", "RUS"),
    ("chair=Ana Example", "Ana Example"),
    ("place=Moscow, Russia", {"city": "Moscow", "country": "RUS"}),
    ("place=Moscow", {"city": "Moscow", "country": None}),
    ("place=Russia", {"city": None, "country": "RUS"}),
    ("place=", {"city": None, "country": None}),
    ("edition=20", 20),
    ("edition=", None),
    ("series=Peace Mission", "Peace Mission"),
    ("series=A=B", "A=B"),
    ("persons=Ana Example, Bo Example", [{"name": "Ana Example"}, {"name": "Bo Example"}]),
    ('persons=[{"name": "Ana", "state": "KAZ"}]', [{"name": "Ana", "state": "KAZ"}]),
)

REFUSED = (
    ("date", "corrects no field"),
    ("dates=2020", "a field such as date"),
    ("date=tomorrow", "not a date: 'tomorrow'"),
    ("status=happened", "unknown status 'happened'"),
    ("level=defense_ministers", "did you mean defence_ministers"),
    ("mode=video", "unknown mode 'video'"),
    ("orgs=Arab Leage", "did you mean LAS"),
    ("participants=Wakanda", "unknown state 'Wakanda'"),
    ("place=Moscow, Wakanda", "unknown state 'Wakanda'"),
    ("edition=twentieth", "no number of an edition"),
    ("persons=[{", "is not JSON"),
)


@pytest.mark.parametrize(("text", "value"), READ)
def test_a_correction_is_read_as_the_value_of_its_field(text: str, value: object) -> None:
    field, told = field_and_value(text)
    assert (field, json.loads(told)) == (text.partition("=")[0].strip(), value)


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_no_correction_is_told(text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        field_and_value(text)


def test_all_that_the_store_lets_correct_can_be_written() -> None:
    told = [f"{field}=" for field in CORRECTABLE if field not in ("kind", "status", "level", "mode")]
    assert [field_and_value(text)[0] + "=" for text in told] == told
