"""Numbers that count something, with their bounds; and numbers that do not."""

from __future__ import annotations

import pytest

from comity.reading.extractors.numbers import number_value
from comity.reading.extractors.tallies import extract
from tests.reading.extractors.reports import analysed


def read(text: str) -> list[tuple[str, float, str, str | None]]:
    return [(one.what, one.value, one.bound, one.org) for one in extract(analysed(text))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("60", 60),
        ("1,100", 1100),
        ("thirty-nine", 39),
        ("two hundred", 200),
        ("a dozen", 12),
        ("two dozen", 24),
        ("1.5 million", 1500000),
    ],
)
def test_number_is_read_in_digits_and_words(words: str, value: float) -> None:
    assert number_value(words) == value


def test_words_that_are_no_number_have_no_value() -> None:
    assert number_value("several") is None


@pytest.mark.parametrize(
    ("words", "value", "bound"),
    [
        ("over 60 joint events", 60, "over"),
        ("more than thirty events", 30, "over"),
        ("about two hundred events", 200, "about"),
        ("at least 12 events", 12, "at_least"),
        ("nearly 40 events", 40, "under"),
        ("14 events", 14, "exactly"),
        ("40 or more events", 40, "at_least"),
    ],
)
def test_bound_is_that_of_the_words(words: str, value: float, bound: str) -> None:
    [(_, got, said, org)] = read(f"The SCO organized {words}.")
    assert (got, said, org) == (value, bound, "SCO")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The six-member SCO met.", ("members", 6.0, "exactly", "SCO")),
        ("The SCO spoke. The ten-member bloc was silent.", ("members", 10.0, "exactly", "SCO")),
        ("All 32 NATO members agreed.", ("members", 32.0, "exactly", "NATO")),
        ("Some 90,000 NATO troops took part.", ("NATO troops", 90000.0, "about", "NATO")),
        ("Sixteen documents were signed by the CIS leaders.", ("documents", 16.0, "exactly", "CIS")),
    ],
)
def test_members_troops_and_papers_are_counted(text: str, expected: tuple[str, float, str, str]) -> None:
    assert read(text)[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The three SCO countries agreed.",
        "The two leaders of the SCO spoke.",
        "The SCO was founded in 2001.",
        "The SCO fund holds 20 billion dollars.",
        "OPEC will cut 1.65 million barrels a day.",
        "The SCO met for 3 days.",
        "The SCO's two sides met.",
        "The 14 July meeting of SCO ministers was held.",
    ],
)
def test_years_money_and_second_mentions_are_no_tallies(text: str) -> None:
    assert read(text) == []


def test_period_is_the_time_that_follows() -> None:
    [record] = extract(analysed("The SCO organized over 60 events in 2023."))
    assert record.period == "2023"


def test_evidence_is_exact() -> None:
    text = "In all, the SCO organized over 60 joint events."
    [record] = extract(analysed(text))
    assert record.evidence[0].quote == "over 60 joint events"
    assert text[record.evidence[0].start : record.evidence[0].end] == "over 60 joint events"


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("Bolivia became the fifth full member of Mercosur.", ("members", 5, "exactly", "MERCOSUR")),
        ("The 5,000-strong standby force of ECOWAS is ready.", ("standby force", 5000, "exactly", "ECOWAS")),
        ("A 14-nation naval exercise ended in Manila.", ("naval exercise", 14, "exactly", None)),
    ],
)
def test_sizes_and_the_newest_member_tell_how_many(text: str, tally: tuple[str, float, str, str | None]) -> None:
    assert read(text) == [tally]


def test_a_member_to_be_is_not_counted_yet() -> None:
    assert read("Timor-Leste will become the 11th member of ASEAN.") == []
