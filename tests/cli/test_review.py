"""`comity review`: its shapes, its judgements from end to end, and their log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from comity.cli.main import main

REPORTS = (
    {
        "id": "one",
        "published": "2020-09-04",
        "outlet": "TASS",
        "title": "Ministers meet",
        "text": "MOSCOW, September 4 - The defence ministers of the SCO met in Moscow on Friday.",
    },
    {
        "id": "two",
        "published": "2019-06-15",
        "outlet": "Xinhua",
        "title": "Leaders meet",
        "text": "BISHKEK, June 15 - The SCO summit was held in Bishkek on June 14.",
    },
    {
        "id": "three",
        "published": "2020-10-01",
        "outlet": "An example",
        "title": "Wrong",
        "text": "Iran is a member of the SCO.",
    },
)
SIGNED = ("--by", "Ana", "--why", "they say so")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMITY_DB", raising=False)
    monkeypatch.delenv("COMITY_BY", raising=False)
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, REPORTS)))
    assert _run("read", "reports.jsonl").exit_code == 0
    return tmp_path


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def _lines(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _run(*arguments).stdout.splitlines()]


def _ids() -> list[str]:
    """Of the summit of 2019 and of the ministers' meeting of 2020."""
    return [event["id"] for event in _lines("events", "--kind", "meeting")]


def test_a_doubt_has_its_sides_with_their_words(folder: Path) -> None:
    (doubt,) = _lines("review")
    assert list(doubt) == ["id", "doubt", "because", "sides", "event", "sure", "field"]
    assert (doubt["doubt"], doubt["event"]) == ("membership", None)
    report, catalogue = doubt["sides"][:2]
    (words,) = report["words"]
    assert list(words) == ["document", "outlet", "published", "record", "start", "end", "quote"]
    assert words["quote"] == REPORTS[2]["text"][words["start"] : words["end"]]
    assert (report["records"], catalogue["records"]) == ([doubt["id"]], [])


def test_the_table_shows_the_words_and_the_commands_that_settle_a_doubt(folder: Path) -> None:
    (doubt,) = _lines("review")
    told = _run("review", "--format", "table").stdout
    assert "“Iran is a member of the SCO" in told
    assert f"comity review keep {doubt['id'][:8]}" in told
    assert f"comity review reject {doubt['id'][:8]}" in told
    assert _run("review", "--doubt", "merge", "--format", "table").stdout == "nothing is in doubt\n"


def test_a_doubt_that_was_kept_is_listed_no_more(folder: Path) -> None:
    (doubt,) = _lines("review")
    (told,) = _lines("review", "keep", doubt["id"][:8], *SIGNED)
    assert list(told) == ["id", "kind", "records", "field", "value", "by", "at", "why", "events"]
    assert (told["kind"], told["by"], told["why"], told["records"]) == ("keep", "Ana", "they say so", [doubt["id"]])
    assert _lines("review") == []


def test_events_are_merged_and_split_again(folder: Path) -> None:
    summit, ministers = _ids()
    (told,) = _lines("review", "merge", summit[:8], ministers[:8], *SIGNED)
    assert told["events"] == [summit]
    (event,) = _lines("events", "--kind", "meeting")
    assert (event["judged"], event["origins"], len(event["records"])) == ([told["id"]], 2, 2)
    assert _lines("show", ministers)[0]["id"] == summit
    (again,) = _lines("review", "split", summit, event["records"][1], *SIGNED)
    assert (again["events"], _ids()) == ([ministers], [summit, ministers])


def test_a_corrected_event_shows_who_corrected_it_and_what_was_read(folder: Path) -> None:
    _, ministers = _ids()
    _run("review", "correct", ministers, "place=Kubinka, Russia", *SIGNED)
    (shown,) = _lines("show", ministers)
    assert shown["place"] == {"city": "Kubinka", "country": "RUS"}
    assert {"city": "Moscow", "country": "RUS"} in [version["value"] for version in shown["versions"]["place"]]
    (judgement,) = shown["judgements"]
    assert (judgement["field"], judgement["value"]) == ("place", {"city": "Kubinka", "country": "RUS"})
    (record,) = _lines("show", shown["records"][0])
    assert record["place"] == {"city": "Moscow", "country": "RUS"}
    assert "judged correct place" in _run("show", ministers, "--format", "table").stdout


def test_reading_again_keeps_what_was_judged(folder: Path) -> None:
    _, ministers = _ids()
    _run("review", "correct", ministers, "date=2020-09-05", *SIGNED)
    more = {"id": "four", "published": "2020-09-04", "text": "The SCO defence ministers met in Moscow on September 4."}
    (folder / "more.jsonl").write_text(json.dumps(more))
    _run("read", "reports.jsonl", "more.jsonl")
    (event,) = _lines("events", "--level", "defence_ministers")
    assert (event["date"], len(event["records"])) == ("2020-09-05", 2)


def test_a_rejected_event_is_gone_and_its_record_stays(folder: Path) -> None:
    summit, ministers = _ids()
    (before,) = _lines("show", ministers)
    _run("review", "reject", ministers, *SIGNED)
    assert _ids() == [summit]
    (record,) = _lines("show", before["records"][0])
    assert record["event"] is None


def test_the_log_tells_who_judged_what_when_and_why(folder: Path) -> None:
    summit, ministers = _ids()
    _run("review", "correct", summit, "edition=19", "--by", "Bo", "--why", "counted")
    _run("review", "reject", ministers, *SIGNED)
    first, second = _lines("review", "log")
    assert (first["by"], first["kind"], first["value"], second["by"], second["kind"]) == (
        "Bo",
        "correct",
        19,
        "Ana",
        "reject",
    )
    assert first["at"] <= second["at"]
    assert _lines("review", "log", summit) == [first]
    told = _run("review", "log", "--format", "table").stdout
    assert "correct edition = 19 by Bo on " in told
    assert told.count("\n") == 3
    csv = _run("review", "log", "--format", "csv").stdout.splitlines()
    assert (csv[0], len(csv)) == ("id,at,by,kind,field,value,why,records", 3)


def test_nothing_judged_is_told_as_such(folder: Path) -> None:
    assert _run("review", "log", "--format", "table").stdout == "nothing was judged\n"


def test_who_judges_may_be_told_once_for_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_BY", "Cy")
    (told,) = _lines("review", "reject", _ids()[0], "--why", "misread")
    assert told["by"] == "Cy"


def test_judging_as_a_table_shows_the_event_as_it_is_now(folder: Path) -> None:
    told = _run("review", "correct", _ids()[0], "date=2019-06", *SIGNED, "--format", "table").stdout
    assert 'correct date = "2019-06" by Ana' in told
    assert "2019-06  " in told.splitlines()[-1]


def test_doubts_as_csv_are_a_row_each(folder: Path) -> None:
    head, row = _run("review", "--format", "csv").stdout.splitlines()
    assert head == "id,doubt,event,field,sure,because,told,records"
    assert "IRN member SCO" in row
