from __future__ import annotations

import pytest

from comity.reading.gate import is_relevant
from comity.reading.lexicon import lexicon


@pytest.mark.parametrize(
    "text",
    [
        "Leaders of the African Union spoke of debt.",
        "LEADERS OF THE ASSOCIATION OF SOUTHEAST ASIAN NATIONS SPOKE.",
        "The Iraqi president received his Turkish counterpart.",
        "The foreign ministers of Peru and Chile held talks.",
        "Warships of Peru and Chile began a naval exercise.",
    ],
)
def test_what_may_concern_us_is_read(text: str) -> None:
    assert is_relevant(text, lexicon("en"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The bank raised its prime rate by half a point.",
        "The president of the club received his players.",
        "Japanese shares fell while Korean ones rose.",
        "The company will meet its creditors in Peru.",
        "Japan's president spoke. " + "The market was quiet. " * 40 + "The board of a Korean firm held a meeting.",
    ],
)
def test_other_news_stops(text: str) -> None:
    assert not is_relevant(text, lexicon("en"))
