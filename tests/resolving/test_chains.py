"""Folding of the annotated stories does not sink unnoticed: each figure has a floor, which is raised and never lowered."""

from __future__ import annotations

import pytest

from tests.resolving.scoring import figures, from_labels, from_reading

FROM_LABELS = {"bcubed": 0.98, "status": 0.97, "date": 0.96, "origins": 0.94}
FROM_READING = {"bcubed": 0.9, "status": 0.83, "date": 0.81, "origins": 0.8}
MOST_WRONG_MERGES = {"labels": 4, "reading": 6}


@pytest.fixture(scope="module")
def labelled() -> dict[str, float]:
    return figures(*from_labels())


@pytest.fixture(scope="module")
def read() -> dict[str, float]:
    return figures(*from_reading())


@pytest.mark.parametrize(("figure", "floor"), FROM_LABELS.items(), ids=FROM_LABELS)
def test_what_a_careful_coder_reads_is_folded_as_well_as_before(
    labelled: dict[str, float], figure: str, floor: float
) -> None:
    assert labelled[figure] >= floor


@pytest.mark.parametrize(("figure", "floor"), FROM_READING.items(), ids=FROM_READING)
def test_what_comity_reads_is_folded_as_well_as_before(read: dict[str, float], figure: str, floor: float) -> None:
    assert read[figure] >= floor


def test_no_more_events_are_merged_wrongly_than_before(labelled: dict[str, float], read: dict[str, float]) -> None:
    assert labelled["wrong merges"] <= MOST_WRONG_MERGES["labels"]
    assert read["wrong merges"] <= MOST_WRONG_MERGES["reading"]
