"""`comity names`."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from comity.cli.main import main


def test_each_name_is_a_line() -> None:
    result = CliRunner().invoke(main, ["names", "Kyrgyz Republic", "ШОС", "俄罗斯", "Congo"])
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"name": "Kyrgyz Republic", "kind": "state", "code": "KGZ"},
        {"name": "ШОС", "kind": "organization", "code": "SCO"},
        {"name": "俄罗斯", "kind": "state", "code": "RUS"},
        {"name": "Congo", "kind": None, "code": None},
    ]
    assert result.exit_code == 0


def test_without_names_they_come_from_standard_input_a_row_a_line() -> None:
    result = CliRunner().invoke(main, ["names", "--format", "csv"], input="Kyrgyz Republic\n\nWakanda\n")
    assert result.stdout == "name,kind,code\nKyrgyz Republic,state,KGZ\n,,\nWakanda,,\n"


def test_only_names_of_a_language_are_asked_for() -> None:
    result = CliRunner().invoke(main, ["names", "--lang", "en", "Россия"])
    assert json.loads(result.stdout)["code"] is None


@pytest.mark.parametrize(("form", "shown"), [("table", "KGZ"), ("json", '"code": "KGZ"')])
def test_other_formats(form: str, shown: str) -> None:
    assert shown in CliRunner().invoke(main, ["names", "Kyrgyzstan", "--format", form]).stdout
