"""Who presides over an organization, and who only over a session."""

from __future__ import annotations

import pytest

from comity.reading.extractors.chairs import extract
from tests.reading.extractors.reports import analysed


def read(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return sorted((one.org, one.state, one.start, one.end) for one in extract(analysed(text)))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Under the Russian presidency in the SCO, trade grew.", None, None),
        ("During Russia's chairmanship of the SCO, trade grew.", None, None),
        ("Russia, which chairs the SCO this year, was host.", "2024", "2024"),
        ("Russia holds the rotating presidency of the SCO.", None, None),
        ("Russia is the current chair of the SCO.", None, None),
        ("Russia, the current chair, spoke for the SCO.", None, None),
        ("Russia took over the chairmanship of the SCO on 4 July 2024.", "2024-07-04", None),
        ("Russia will take over the SCO presidency in 2025.", "2025", "2025"),
        ("The SCO chairmanship was handed to Russian President Vladimir Putin on Thursday.", "2024-07-04", None),
        ("Russia has held the presidency of the SCO since 2023.", "2023", None),
        ("Russia presides over the SCO in 2024-2025.", "2024", "2025"),
        ("The SCO is chaired this year by Russia.", "2024", "2024"),
    ],
)
def test_state_presides(text: str, start: str | None, end: str | None) -> None:
    assert read(text) == [("SCO", "RUS", start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "The chairmanship of the SCO passed from Kazakhstan to China on Thursday.",
        "Kazakhstan handed over the chairmanship of the SCO to China on Thursday.",
        "China took over the rotating presidency of the SCO from Kazakhstan on Thursday.",
    ],
)
def test_handover_ends_one_term_and_begins_another(text: str) -> None:
    assert read(text) == [("SCO", "CHN", "2024-07-04", None), ("SCO", "KAZ", None, "2024-07-04")]


@pytest.mark.parametrize(
    "text",
    [
        "Russia chaired the SCO summit.",
        "An extraordinary session of the SCO, chaired by Egypt, was held.",
        "The Turkish presidency said that NATO leaders had met.",
        "President Vladimir Putin chaired the meeting of the SCO.",
        "Russia does not hold the presidency of the SCO.",
        "Tokayev took the chair at the SCO dinner.",
    ],
)
def test_session_or_office_is_no_chair_of_an_organization(text: str) -> None:
    assert read(text) == []


def test_evidence_holds_the_organization() -> None:
    text = "Under the Russian presidency in the SCO, trade grew."
    [record] = extract(analysed(text))
    assert record.evidence[0].quote == "Under the Russian presidency in the SCO"


def test_state_named_twice_keeps_the_place_that_tells_of_the_term() -> None:
    text = "The SCO met under Tajik chairmanship. Tajikistan took over the chairmanship of the SCO on 10 November 2020."
    [record] = extract(analysed(text))
    assert (record.state, record.start) == ("TJK", "2020-11-10")
    assert record.evidence[0].quote == "Tajikistan took over the chairmanship of the SCO on 10 November 2020"
