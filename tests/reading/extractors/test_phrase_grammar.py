"""The little language of cue phrases, and the quick test that goes before its patterns."""

from __future__ import annotations

import pytest

from comity.reading.extractors.constructions import constructions
from comity.reading.extractors.frames import frames
from comity.reading.extractors.phrase_grammar import anchors, auxiliaries, compile_slots
from comity.reading.extractors.slots import CAPITAL, ORG, STATE, STATES
from tests.reading.extractors.reports import analysed

WORDS = {"role": "members?|observers?", "aux": auxiliaries("en")}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("{states} (joined|left) {org}", f"{STATE} joined the {ORG}"),
        ("{states} [has|have] joined {org}", f"{STATE} joined {ORG}"),
        ("{states} … joined {org}", f"{STATE} in the end joined the {ORG}"),
        ("{states} {aux} joined {org}", f"{STATE} has formally joined {ORG}"),
        ("{org} has … {role} {list} {states}", f"{ORG} has eight members: {STATE}"),
        ("{org} has … {role} {list} {states}", f"{ORG} has eight members, namely the {STATE}"),
        ("{states} , [a|the] {role}", f"{STATE}, a member"),
        ("{states}'s exit", f"{STATE}’s exit"),
        ("{states} joined {end}", f"{STATE} joined, too"),
    ],
)
def test_phrase_matches(phrase: str, text: str) -> None:
    assert compile_slots(phrase, WORDS).search(text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("{states} … joined {org}", f"{STATE} said that {STATE} had not, and {STATE} was; it joined {ORG}"),
        ("{states} joined {end}", f"{STATE} joined talks"),
        ("{states} (joined|left) {org}", f"{STATE} rejoined the {ORG}"),
    ],
)
def test_phrase_does_not_match(phrase: str, text: str) -> None:
    assert compile_slots(phrase, WORDS).search(text) is None


def test_anchors_are_a_word_of_each_form_of_what_may_not_be_missing() -> None:
    found = anchors("{states} [has] (joined|pulled out of) … {role}", {"role": ["member", "full member"]})
    assert found == (frozenset(STATES + CAPITAL), frozenset(("joined", "pulled")), frozenset(("member",)))


@pytest.mark.parametrize("topic", ["memberships", "chairs"])
def test_quick_test_never_hides_a_match(topic: str) -> None:
    text = (
        "Belarus, which became a member of the SCO in 2024, chairs the CSTO. Russia's chairmanship of the SCO passed "
        "to China. The EAEU has members: Armenia, Belarus, Kazakhstan and Russia. Georgia left the CIS."
    )
    for frame in frames(analysed(text)):
        possible = constructions("en", topic).possible(frame)
        for construction in constructions("en", topic):
            if construction.pattern.search(frame.masked):
                assert construction in possible


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Russia, China and India met.", [("RUS", "CHN", "IND")]),
        ("Belarus, Russia's ally, met.", [("BLR",), ("RUS",)]),
        ("The United Arab Emirates (UAE) and Oman met.", [("ARE", "OMN")]),
        ("Russia and China met. The two countries agreed.", [("RUS", "CHN"), ("RUS", "CHN")]),
    ],
)
def test_lists_and_second_mentions_are_one_sign_each(text: str, kinds: list[tuple[str, ...]]) -> None:
    assert [slot.codes for frame in frames(analysed(text)) for _, slot in frame.of_kind(STATE)] == kinds
