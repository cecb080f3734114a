"""`comity search`: reports by their words, in three languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main

REPORTS = (
    {"id": "en", "published": "2020-09-04", "outlet": "An example", "title": "Enlarged meeting", "language": "en",
     "text": "The defence ministers met near Moscow. They spoke of \x1b[31m exercises."},
    {"id": "ru", "published": "2020-09-05", "title": "Заседание министров", "language": "ru",
     "text": "Министры обороны провели совместное заседание в Москве."},
    {"id": "zh", "published": "2020-09-06", "title": "国防部长会议", "language": "zh", "text": "上合组织国防部长在莫斯科举行会议。"},
)  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMITY_DB", raising=False)
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, REPORTS)))
    assert _run("read", "reports.jsonl").exit_code == 0
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def _found(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _run("search", *arguments).stdout.splitlines()]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("ministers", ["en"]),
        ("министр обороны", ["ru"]),
        ("совместного заседания", ["ru"]),
        ("国防部长", ["zh"]),
        ("莫斯科", ["zh"]),
        ('"ministers met"', ["en"]),
        ('"met ministers"', []),
        ("Beijing", []),
        ("'; DROP TABLE documents --", []),
    ],
)
def test_reports_are_found_in_each_language(asked: str, ids: list[str]) -> None:
    assert [one["document"] for one in _found(asked)] == ids


def test_words_may_come_as_several_arguments() -> None:
    assert [one["document"] for one in _found("defence", "Moscow")] == ["en"]


def test_what_was_found_is_marked_in_the_words_around_it() -> None:
    (found,) = _found("ministers")
    assert list(found) == ["document", "title", "outlet", "published", "language", "snippet", "rank"]
    snippet, text = found["snippet"], REPORTS[0]["text"]
    assert text[snippet["start"] :].startswith(snippet["text"])
    assert [snippet["text"][start:end] for start, end in snippet["marks"]] == ["ministers"]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--since", "2020-09-04"), 1),
        (("--until", "2020-09-04"), 0),
        (("--lang", "ru"), 0),
        (("--lang", "en", "--limit", "1"), 1),
    ],
)
def test_a_search_is_narrowed_by_day_and_language(options: tuple[str, ...], count: int) -> None:
    assert len(_found("ministers", *options)) == count


def test_the_table_has_title_day_outlet_and_words_and_no_control_characters() -> None:
    told = _run("search", "exercises", "--format", "table").stdout
    assert all(part in told for part in ("Enlarged meeting", "2020-09-04", "An example", "exercises"))
    assert "\x1b" not in told
    assert _run("search", "Beijing", "--format", "table").stdout == "no such reports\n"


def test_csv_has_the_words_on_one_line() -> None:
    head, row = _run("search", "会议", "--format", "csv").stdout.splitlines()
    assert head == "document,title,published,outlet,language,snippet,rank"
    assert row.startswith("zh,国防部长会议,2020-09-06,,zh,上合组织国防部长在莫斯科举行会议。,")
