"""`comity read`, `comity events` and `comity show`: their shapes and exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from comity.cli.events import events
from comity.cli.read import read
from comity.cli.show import show
from tests.reading.ingest.archives import answer, packed
from tests.reading.ingest.pages import PAGE

REPORT = """\
Date: 2020-09-04
Source: An example

Defence ministers of SCO meet in Moscow

MOSCOW, September 4 - The defence ministers of the SCO met in Moscow on Friday.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT)
    return tmp_path


def _run(command: click.Command, *arguments: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(command, arguments, input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def _lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_report_is_one_object_with_its_records(folder: Path) -> None:
    (told,) = _lines(_run(read, "report.txt"))
    assert list(told) == ["document", "records", "unread"]
    assert list(told["document"]) == ["id", "source", "outlet", "origin", "published", "language", "title"]
    assert told["document"] | {"id": ""} == {
        "id": "",
        "source": "report.txt",
        "outlet": "An example",
        "origin": None,
        "published": "2020-09-04",
        "language": "en",
        "title": "Defence ministers of SCO meet in Moscow",
    }


def test_a_record_has_its_fields_and_words(folder: Path) -> None:
    (told,) = _lines(_run(read, "report.txt"))
    (meeting,) = [one for one in told["records"] if one["kind"] == "meeting"]
    assert (next(iter(meeting)), list(meeting)[-3:]) == ("kind", ["evidence", "id", "rule"])
    assert (meeting["orgs"], meeting["level"], meeting["status"], meeting["date"]) == (
        ["SCO"],
        "defence_ministers",
        "held",
        "2020-09-04",
    )
    (words,) = meeting["evidence"]
    assert REPORT[words["start"] : words["end"]] == words["quote"]


def test_what_was_read_is_kept_and_printed_the_same_again(folder: Path) -> None:
    first = _run(read, "report.txt")
    assert Path("comity.db").exists()
    assert _run(read, "report.txt").stdout == first.stdout


def test_with_no_store_nothing_is_kept(folder: Path) -> None:
    assert len(_lines(_run(read, "report.txt", "--no-store"))) == 1
    assert not Path("comity.db").exists()


def test_the_standard_input_is_read(folder: Path) -> None:
    told = _lines(_run(read, "-", "--no-store", "--published", "2020-09-05", stdin="The SCO met.\n"))
    assert told[0]["document"]["published"] == "2020-09-05"


def test_a_report_that_cannot_be_read_is_told_and_the_rest_goes_on(folder: Path) -> None:
    result = _run(read, "absent.txt", "report.txt", "--no-store")
    refused, told = _lines(result)
    assert refused == {"source": "absent.txt", "line": None, "error": "No such file or directory"}
    assert "document" in told
    assert result.stderr == "comity: absent.txt: No such file or directory\n"
    assert result.exit_code == 1


def test_a_broken_line_is_told_with_its_number(folder: Path) -> None:
    result = _run(read, "-", "--no-store", stdin='{"text": "The SCO met."}\nbroken\n')
    assert [line.get("line") for line in _lines(result)] == [None, 2]
    assert result.exit_code == 1


def test_a_table_shows_the_words(folder: Path) -> None:
    told = _run(read, "report.txt", "--no-store", "--format", "table").stdout
    assert "Defence ministers of SCO meet in Moscow" in told
    assert "2020-09-04" in told


def test_explain_tells_how_each_sentence_was_read_and_keeps_nothing(folder: Path) -> None:
    result = _run(read, "report.txt", "absent.txt", "--explain")
    assert result.stdout.startswith("report.txt: Defence ministers of SCO meet in Moscow\n")
    assert "The defence ministers of the SCO met in Moscow on Friday." in result.stdout
    assert "2020-09-04" in result.stdout
    assert result.stderr == "comity: absent.txt: No such file or directory\n"
    assert (result.exit_code, Path("comity.db").exists()) == (1, False)


def test_a_report_cannot_steer_the_terminal(folder: Path) -> None:
    (folder / "evil.txt").write_text(
        "[bold]Title\x1b[2J\n\nThe SCO met in Moscow on 4 May 2020 [red]\x1b]0;title\x07.\n"
    )
    told = _run(read, "evil.txt", "--no-store", "--format", "table").stdout
    assert "[bold]Title" in told
    assert "\x1b" not in told
    assert "\x07" not in told


@pytest.mark.parametrize(
    "arguments", [[], ["a.txt", "--published", "10/11/2020"], ["a.txt", "--jobs", "0"], ["a.txt", "--format", "xml"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert _run(read, *arguments).exit_code == 2


def test_an_event_is_listed_with_its_reports_origins_and_history(folder: Path) -> None:
    (told,) = _lines(_run(read, "report.txt"))
    (event,) = _lines(_run(events, "--org", "SCO", "--kind", "meeting"))
    contract = {
        "id",
        "kind",
        "status",
        "level",
        "orgs",
        "guests",
        "date",
        "place",
        "mode",
        "reports",
        "origins",
        "history",
    }
    assert contract <= set(event)
    assert event["origins"] == 1
    (origin,) = event["origin_details"]
    assert (origin["name"], origin["country"], origin["documents"]) == ("An example", None, [told["document"]["id"]])
    assert event["reports"][0]["document"] == told["document"]["id"]
    assert event["history"] == [
        {"status": "held", "as_of": "2020-09-04", "date": "2020-09-04", "document": told["document"]["id"]}
    ]


def test_events_before_a_day_or_as_of_a_day(folder: Path) -> None:
    _run(read, "report.txt")
    assert _lines(_run(events, "--until", "2020-09-04")) == []
    assert len(_lines(_run(events, "--since", "2020-09-04", "--until", "2020-09-05"))) == 1
    assert _lines(_run(events, "--as-of", "2020-09-03")) == []


def test_no_events_are_told_as_such_in_a_table(folder: Path) -> None:
    _run(read, "report.txt")
    assert "no such events" in _run(events, "--status", "denied", "--format", "table").stdout


def test_show_leads_back_to_the_words(folder: Path) -> None:
    (told,) = _lines(_run(read, "report.txt"))
    (event,) = _lines(_run(events, "--kind", "meeting"))
    (shown,) = _lines(_run(show, event["id"][:10]))
    (quote,) = shown["quotes"]
    assert REPORT[quote["start"] : quote["end"]] == quote["quote"]
    assert quote["document"] == told["document"]
    (record,) = _lines(_run(show, event["records"][0]))
    assert (record["document"], record["event"]) == (told["document"], event["id"])
    assert _lines(_run(show, told["document"]["id"])) == [told]


def test_show_as_a_table_has_words_and_report(folder: Path) -> None:
    _run(read, "report.txt")
    (event,) = _lines(_run(events, "--kind", "meeting"))
    told = _run(show, event["id"], "--format", "table").stdout
    assert "held · meeting of defence ministers · SCO · 2020-09-04 · Moscow, RUS" in told
    assert "An example · 2020-09-04" in told


def test_what_cannot_be_read_makes_no_database(folder: Path) -> None:
    Path("empty.jsonl").write_text("")
    result = _run(read, "absent.txt", "empty.jsonl")
    assert result.exit_code == 1
    assert not Path("comity.db").exists()
    assert ["document" in line for line in _lines(result)] == [False, False]


def test_one_report_that_can_be_read_makes_the_database(folder: Path) -> None:
    assert _run(read, "absent.txt", "report.txt").exit_code == 1
    assert Path("comity.db").exists()
    assert len(_lines(_run(events, "--format", "jsonl"))) == 1


def test_a_report_of_an_unknown_day_is_told_in_one_line_on_the_standard_error(folder: Path) -> None:
    Path("undated.txt").write_text("The defence ministers of the SCO met in Moscow on Friday.\n")
    result = _run(read, "undated.txt", "report.txt")
    assert result.stderr == "comity: undated.txt: day unknown: relative dates stay open\n"
    assert [line["document"]["published"] for line in _lines(result)] == [None, "2020-09-04"]
    assert result.exit_code == 0


def test_several_reports_of_unknown_days_are_told_once_with_their_count(folder: Path) -> None:
    line = '{"text": "The defence ministers of the SCO met in Moscow on Friday. %d"}\n'
    Path("many.jsonl").write_text("".join(line % number for number in range(3)))
    told = "comity: 3 reports (the first: many.jsonl:1): day unknown: relative dates stay open; --published gives the day\n"
    assert _run(read, "many.jsonl", "report.txt").stderr == told


def test_the_unknown_day_of_a_report_that_tells_nothing_is_not_told(folder: Path) -> None:
    Path("cat.txt").write_text("A cat sat on a mat on Friday.\n")
    assert _run(read, "cat.txt").stderr == ""


def test_columns_say_what_a_table_calls_our_fields(folder: Path) -> None:
    Path("a.csv").write_text("headline,body,day\nSCO meets,The SCO met in Moscow.,2020-09-04\n")
    columns = "text=body,title=headline,published=day"
    (told,) = _lines(_run(read, "a.csv", "--no-store", "--columns", columns))
    assert (told["document"]["title"], told["document"]["published"]) == ("SCO meets", "2020-09-04")


def test_columns_that_mean_nothing_are_wrong_usage(folder: Path) -> None:
    result = _run(read, "report.txt", "--columns", "body=text")
    assert result.exit_code == 2
    assert "'body' is no field of a report" in result.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_way_in_gives_one_object_a_report(folder: Path, jobs: str) -> None:
    Path("page.html").write_text(PAGE)
    Path("feed.rss").write_text("<rss><channel><item><title>The SCO met in Moscow.</title></item></channel></rss>")
    Path("site.warc.gz").write_bytes(packed(answer(PAGE.encode())))
    told = _lines(_run(read, ".", "--jobs", jobs))
    assert [one["document"]["source"] for one in told] == [
        "feed.rss#1",
        "page.html",
        "report.txt",
        "https://example.org/1",
    ]
    again = _run(read, ".", "--jobs", jobs)
    assert _lines(again) == told


def test_reading_twice_changes_nothing(folder: Path) -> None:
    Path("page.html").write_text(PAGE)
    _run(read, ".")
    first = _lines(_run(events))
    _run(read, ".")
    assert _lines(_run(events)) == first


def test_a_dateline_with_its_year_is_day_enough(folder: Path) -> None:
    Path("dated.txt").write_text("MOSCOW, November 10, 2020. /TASS/. The ministers of the SCO met on Monday.\n")
    assert _run(read, "dated.txt").stderr == ""


@pytest.mark.parametrize("asked", [("--org", "ШОС"), ("--org", "sco", "--state", "Россия"), ("--state", "Russia")])
def test_events_are_found_by_names_of_any_language(folder: Path, asked: tuple[str, ...]) -> None:
    _run(read, "report.txt")
    (event,) = _lines(_run(events, *asked))
    assert event["orgs"] == ["SCO"]


def test_events_are_listed_by_date_and_those_without_one_last(folder: Path) -> None:
    lines = (
        '{"id": "1", "published": "2021-01-01", "text": "The foreign ministers of the CSTO met in Dushanbe."}',
        '{"id": "2", "published": "2021-01-01", "text": "The SCO summit was held in Bishkek on June 14, 2019."}',
        '{"id": "3", "published": "2021-01-01", "text": "The CIS summit was held in Minsk on May 3, 2018."}',
    )
    Path("three.jsonl").write_text("\n".join(lines))
    _run(read, "three.jsonl")
    dates = [event["date"] for event in _lines(_run(events))]
    assert dates == ["2018-05-03", "2019-06-14", *([None] * (len(dates) - 2))]
