"""A database that is looked at must be there; a slip in its name makes no new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from comity.cli.main import main


@pytest.mark.parametrize("command", [["events"], ["show", "abc"]])
def test_a_missing_database_is_told_and_not_made(command: list[str], tmp_path: Path) -> None:
    place = tmp_path / "nowhere.db"
    answer = CliRunner().invoke(main, [*command, "--db", str(place)])
    assert answer.exit_code == 1
    assert "there is no database yet" in answer.stderr
    assert not place.exists()
