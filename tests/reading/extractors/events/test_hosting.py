"""Which state hosts an event, and which number it bears."""

from __future__ import annotations

import pytest

from tests.reading.extractors.events.reports import main_of


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("India has offered to host the SCO summit.", "IND"),
        ("The Cook Islands, which will host the 52nd PIF summit, took over the chair.", "COK"),
        ("The capital of Kazakhstan will host the SCO summit on July 3.", "KAZ"),
        ("The Egyptian government hosted the Arab League summit.", "EGY"),
        ("The exercise, hosted this year by Gabon, will be conducted by the ECOWAS navies in May.", "GAB"),
        ("Uruguay, the host of this year's Mercosur summit, has invited the EU.", "URY"),
        (
            "Turkish President Recep Tayyip Erdogan said he would be ready to host a summit of the OTS in Istanbul.",
            "TUR",
        ),
        ("Malaysia will take over the chair and host the next ASEAN summit in Kuala Lumpur in May.", "MYS"),
        ("Jordan received the foreign ministers of the Arab League in Amman on Tuesday.", "JOR"),
    ],
)
def test_host_is_the_state_that_hosts_by_whatever_word(text: str, host: str) -> None:
    assert main_of(text).host == host


@pytest.mark.parametrize(
    "text",
    [
        "Syrian President Bashar Assad received a warm welcome at the Arab League summit in Jeddah on Tuesday.",
        "India and China held a meeting of the SCO working group on Tuesday.",
        "Kazakhstan holds the presidency of the OTS, whose summit was held in Baku.",
    ],
)
def test_who_is_received_or_presides_is_no_host(text: str) -> None:
    assert main_of(text).host is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the 73rd session", 73),
        ("the XXII meeting", 22),
        ("the Twenty-First Meeting", 21),
        ("the thirty second session", 32),
        ("the hundredth session", 100),
        ("its fourteenth regular session", 14),
        ("the tenth anniversary session", None),
        ("for the first time a session", None),
    ],
)
def test_number_is_the_ordinal_of_the_event(words: str, number: int | None) -> None:
    assert main_of(f"The CIS held {words} of its Council of Foreign Ministers in Minsk on Tuesday.").edition == number


def test_number_may_follow() -> None:
    assert main_of("The OTS summit, now in its 11th edition, was held in Bishkek on Tuesday.").edition == 11


def test_name_that_looks_like_a_figure_is_none() -> None:
    assert main_of("Xi Jinping chaired the seventh BRICS summit in Sanya on Tuesday.").edition == 7
