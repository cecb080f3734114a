"""Fields as a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from comity.model.document import Evidence
from comity.model.record import EventRecord, Place
from comity.model.when import When
from comity.query import wording

WORDS = (Evidence(0, 1, "x"),)


def _record(level: str = "heads_of_state", kind: str = "meeting", **fields: Any) -> EventRecord:
    return EventRecord(status="scheduled", kind=kind, level=level, evidence=WORDS, **{"orgs": ("SCO",)} | fields)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020-09-04", "on 4 September 2020"),
        ("2020-07-21/2020-07-23", "on 21–23 July 2020"),
        ("2019-10-31/2019-11-01", "between 31 October 2019 and 1 November 2019"),
        ("2020-06", "in June 2020"),
        ("2020", "in 2020"),
        ("2020-21", "in spring 2020"),
        ("2024-34", "in the second quarter of 2024"),
        ("2002-40", "in the first half of 2002"),
        ("2020-06~", "about in June 2020"),
    ],
)
def test_days_in_words(edtf: str, words: str) -> None:
    assert wording.in_words(When.parse(edtf)) == words


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (_record(), "the SCO summit"),
        (_record(edition=21), "the 21st SCO summit"),
        (_record(edition=12), "the 12th SCO summit"),
        (
            _record("defence_ministers", guests=("CSTO", "CIS")),
            "the meeting of SCO defence ministers with CSTO and CIS",
        ),
        (_record("defence_ministers", orgs=("SCO", "CIS")), "the meeting of SCO and CIS defence ministers"),
        (_record("bilateral", orgs=(), participants=("IND", "CHN")), "talks between India and China"),
        (_record("exercise", "exercise", series="Peace Mission"), "Peace Mission"),
        (_record("exercise", "exercise"), "the SCO exercise"),
        (_record("no such level"), "the SCO meeting"),
    ],
)
def test_what_is_held(record: EventRecord, words: str) -> None:
    assert wording.meeting(record) == words


@pytest.mark.parametrize(
    ("record", "hosts", "words"),
    [
        (
            _record(place=Place("St. Petersburg", "RUS")),
            True,
            "host the SCO summit in St. Petersburg on 4 July 2020",
        ),
        (_record(place=Place(None, "UZB")), False, "hold the SCO summit in Uzbekistan on 4 July 2020"),
        (_record(mode="online"), False, "hold the SCO summit by video on 4 July 2020"),
    ],
)
def test_what_is_planned(record: EventRecord, hosts: bool, words: str) -> None:
    assert wording.planned(record, due=When.parse("2020-07-04"), hosts=hosts) == words


def test_what_is_put_off_is_to_be_later() -> None:
    assert wording.planned(_record(), due=None, later=True) == "hold the SCO summit later"


def test_a_wish_is_for_no_edition() -> None:
    assert wording.recurring(_record(edition=5)) == "make the SCO summit regular"


def test_own_words_stand_on_one_line() -> None:
    assert wording.quoted("to lead\n with dialogue") == "“to lead with dialogue”"
