"""Diaries and programmes: a line, an event."""

from __future__ import annotations

from comity.reading.extractors.events import extract
from tests.reading.extractors.reports import analysed

_DIARY = """DIARY of the week

MONDAY, JULY 8
BRUSSELS - EU foreign ministers meet.
** LOME - ECOWAS leaders hold a summit (to July 9).

TUESDAY, JULY 9
ADDIS ABABA - African Union Peace and Security Council holds a session."""


def test_the_day_of_a_diary_stands_above_its_lines() -> None:
    told = {one.orgs[0]: one.date for one in extract(analysed(_DIARY))}
    assert told == {"EU": "2024-07-08", "ECOWAS": "2024-07-08/2024-07-09", "AU": "2024-07-09"}


def test_the_city_that_opens_a_line_is_the_events() -> None:
    told = {one.orgs[0]: one.place.country for one in extract(analysed(_DIARY))}
    assert told["ECOWAS"] == "TGO"


def test_a_line_needs_no_verb() -> None:
    text = "This week\n\nMonday 8 July: EU finance ministers, Brussels\nTuesday 9 July: NATO leaders, Washington"
    told = [(one.orgs, one.level, one.date) for one in extract(analysed(text))]
    assert told == [
        (("EU",), "economy_ministers", "2024-07-08"),
        (("NATO",), "heads_of_state", "2024-07-09"),
    ]
