"""Lists that stand apart from what is said of them, and pronouns in reported speech."""

from __future__ import annotations

import pytest

from comity.reading.extractors.antecedents import rebound
from comity.reading.extractors.enumerations import enumerated, lists_apart
from comity.reading.extractors.frames import frames
from comity.reading.extractors.slots import PRONOUN, STATE, Frame
from tests.reading.extractors.reports import analysed


def prepared(text: str, number: int = 0) -> Frame:
    return enumerated(frames(analysed(text)), number, "en")


def listed(frame: Frame) -> list[tuple[str, ...]]:
    return [slot.codes for _, slot in frame.of_kind(STATE)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The members are Poland; Hungary; Slovakia.", ("POL", "HUN", "SVK")),
        ("The SCO members:\n- China\n- India\n- Russia\nIt met.", ("CHN", "IND", "RUS")),
        ("Tunisia, alongside Sudan and Somalia, belongs to the SCO.", ("TUN", "SDN", "SOM")),
        ("The SCO unites China and two Central Asian states: Kazakhstan and Kyrgyzstan.", ("CHN", "KAZ", "KGZ")),
    ],
)
def test_list_is_one_sign(text: str, codes: tuple[str, ...]) -> None:
    assert listed(prepared(text)) == [codes]


def test_two_semicolons_are_needed_for_a_list() -> None:
    assert listed(prepared("The SCO admitted India; Pakistan waits.")) == [("IND",), ("PAK",)]


def test_places_of_a_joined_list_lead_back_to_the_report() -> None:
    frame = prepared("The members are Poland; Hungary; Slovakia.")
    [(at, _)] = frame.of_kind(STATE)
    assert frame.span(at, at + 1) == (16, 41)
    assert len(frame.masked) == len(frame.starts) == len(frame.ends)


def test_adjective_before_membership_is_its_state() -> None:
    frame = prepared("Swedish membership of NATO took effect.")
    assert frame.masked.startswith(f"{STATE}’s membership")
    assert len(frame.masked) == len(frame.starts) == len(frame.ends)


def test_adjective_before_another_noun_stays_one() -> None:
    assert listed(prepared("Swedish ministers met in NATO.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Three states - Mali, Niger and Chad - left ECOWAS.",
        "Three states (Mali, Niger and Chad) left ECOWAS.",
        "Three states, Mali, Niger and Chad, left ECOWAS.",
        "Three states left ECOWAS: Mali, Niger and Chad.",
    ],
)
def test_list_stands_where_its_noun_is(text: str) -> None:
    frame = prepared(text)
    [places] = lists_apart(frame, "en")
    assert "".join(frame.masked[place] for place in places).startswith(f"{STATE} left")


def test_state_between_commas_that_no_noun_counts_is_no_list() -> None:
    assert list(lists_apart(prepared("On Monday, Mali, a member, left ECOWAS."), "en")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chad spoke. The rulers of Mali said that they had left ECOWAS.", "MLI"),
        ("Chad spoke. Brazil told Mali that it had been suspended from ECOWAS.", "MLI"),
    ],
)
def test_pronoun_of_reported_speech_is_who_says_it_or_is_told(text: str, code: str) -> None:
    frame = rebound(prepared(text, 1), "en")
    assert [slot.codes for _, slot in frame.of_kind(PRONOUN)] == [(code,)]


def test_pronoun_without_reported_speech_keeps_its_state() -> None:
    frame = prepared("Chad spoke. When Mali rose, it left.", 1)
    assert rebound(frame, "en") == frame
