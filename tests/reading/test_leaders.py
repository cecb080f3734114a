from __future__ import annotations

import csv

import pytest

from comity.catalog.cue_files import load_cues
from comity.catalog.load import ROOT
from comity.reading.leaders import fold, leaders


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Xi Jinping", "CHN"),
        ("Sergey Lavrov", "RUS"),
        ("Sergei Lavrov", "RUS"),
        ("S Jaishankar", "IND"),
        ("Recep Tayyip Erdogan", "TUR"),
        ("King Salman bin Abdulaziz Al Saud", "SAU"),
        ("Putin", "RUS"),
        ("António Guterres", None),
        # One initial is not one name: Anatoly Serdyukov was of Russia's government, Andrei is another.
        ("Andrei Serdyukov", None),
        ("Nobody Known", None),
        ("Montenegro", None),
    ],
)
def test_state_of_a_name(name: str, state: str | None) -> None:
    assert leaders("en").state_of(name) == state


def test_known_name_ends_where_other_words_begin() -> None:
    assert leaders("en").known(["Xi", "Jinping", "Thursday"]) == 2
    assert leaders("en").known(["Thursday", "Xi", "Jinping"]) == 0


@pytest.mark.parametrize(
    ("damaged", "restored"),
    [
        ("Jo\ufffdo Louren\ufffdo", "João Lourenço"),
        ("Viktor Orb\ufffdn", "Viktor Orbán"),
        ("Zo\ufffd Unknown", "Zo\ufffd Unknown"),
        ("Viktor Orban", "Viktor Orban"),
    ],
)
def test_letters_that_damage_took_are_restored_where_one_name_fits(damaged: str, restored: str) -> None:
    assert leaders("en").restored(damaged) == restored


def test_every_state_of_the_list_is_in_the_catalogue() -> None:
    with (ROOT / "states.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["code"] for row in csv.DictReader(line for line in lines if not line.startswith("#"))}
    assert set(load_cues("en", "leaders")["states"]) <= known


def test_no_name_is_of_two_states() -> None:
    seen: dict[str, str] = {}
    for state, names in load_cues("en", "leaders")["states"].items():
        for name in {fold(one.rstrip("*")) for one in names}:
            assert seen.setdefault(name, state) == state, name
