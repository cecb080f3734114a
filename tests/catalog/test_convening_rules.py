"""The rules of orders and work weeks."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.catalog.rules import of_protocols, of_work_weeks
from comity.model.organization import State, StateNames

CHINA = State("CHN", "CN", None, None, "state", {"zh": StateNames(("中国",)), "en": StateNames(("China",))})
STATES = {"CHN": CHINA}
HEAD = "title: x\nsource: {publisher: We}\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("language: zh\ncharacters: 中国\nletters: {CHN: zhong1 guo2}\n", []),
        ("language: null\nnames: {CHN: Zhongguo}\n", []),
        ("language: en\nnames: {ZZZ: Zedland}\n", ["is no code of states.csv"]),
        ("language: xx\n", ["language 'xx' is none of en, ru, zh"]),
        ("language: zh\ncharacters: 中\n", ["'国' is not among the characters"]),
        ("language: zh\ncharacters: 中国\nletters: {CHN: zhong1}\n", ["1 sounds for '中国'"]),
        ("nmes: {}\n", ["unknown key 'nmes'; keys are characters, language, letters, names, source, title"]),
    ],
)
def test_an_order_can_sort_all_states(tmp_path: Path, content: str, expected: list[str]) -> None:
    (tmp_path / "x.yaml").write_text(HEAD + content, "utf-8")
    assert [problem.why for problem in of_protocols(tmp_path, STATES)] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [("CHN", []), ("ZZZ", ["is no code of states.csv"])],
)
def test_days_of_rest_are_of_states_that_there_are(tmp_path: Path, code: str, expected: list[str]) -> None:
    path = tmp_path / "work_weeks.yaml"
    path.write_text(f"sources: {{a: {{}}}}\nstates: {{{code}: [{{rest: [friday], source: a}}]}}\n", "utf-8")
    assert [problem.why for problem in of_work_weeks(path, STATES)] == expected


def test_a_broken_file_of_work_weeks_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "work_weeks.yaml"
    path.write_text("states: {CHN: [{rest: [friday], source: a}]}\n", "utf-8")
    assert [problem.place for problem in of_work_weeks(path, STATES)] == ["work_weeks.yaml, CHN"]


def test_a_folder_without_work_weeks_breaks_no_rule(tmp_path: Path) -> None:
    assert list(of_work_weeks(tmp_path / "work_weeks.yaml", STATES)) == []
