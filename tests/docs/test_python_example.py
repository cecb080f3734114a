"""The README's Python runs as it is written, and the reference names what a project can do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from comity.project import Project
from comity.query.statements import COLUMNS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")


def test_the_readme_s_python_runs_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    told = capsys.readouterr().out
    assert "('KAZ', 'KGZ', 'RUS', 'TJK')" in told
    assert "\nKGZ\n" in told
    assert "Putin wants wider meetings of defence ministers to become a custom" in told
    assert isinstance(names["story"], Project)
    names["story"].close()


def test_the_reference_names_the_columns_of_members() -> None:
    section = REFERENCE[REFERENCE.index("## In Python") :]
    assert [column for column in COLUMNS if f"`{column}`" not in section] == []


@pytest.mark.parametrize(
    "method",
    [
        "read",
        "members",
        "events",
        "calendar",
        "records",
        "search",
        "review",
        "judge",
        "judgements",
        "resolve",
        "names",
        "show",
    ],
)
def test_the_reference_names_what_a_project_can_do(method: str) -> None:
    assert hasattr(Project, method)
    assert f"`project.{method}(" in REFERENCE
