"""The facade that commands, board and notebooks use."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import comity
from comity.errors import DateError, DocumentError, UnknownNameError, UsageError
from comity.project import Project, ReadOptions, stream
from tests.readers import Failing, Simple

SIMPLE = ReadOptions(reader=Simple)

EXAMPLES = Path(__file__).parents[1] / "examples" / "enlarged-meetings"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with comity.open(tmp_path / "a.db") as opened:
        yield opened


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    lines = (
        '{"id": "en-1", "text": "SCO met in Moscow.", "published": "2020-09-04", "outlet": "TASS"}',
        '{"id": "en-2", "text": "CIS met, and SCO met.", "published": "2020-09-05"}',
    )
    path.write_text("\n".join(lines))
    return path


def test_reports_are_read_kept_and_found_as_events(project: Project, reports: Path) -> None:
    found = list(project.stream([reports], SIMPLE))
    assert [(document.id, len(reading.records)) for document, reading in found] == [("en-1", 1), ("en-2", 2)]
    assert len(project.events()) == 2
    assert {event.orgs for event in project.events(org="SCO")} == {("SCO",)}
    (meeting,) = project.events(org="SCO")
    assert (meeting.origins, len(meeting.records)) == (2, 2)
    (known,) = project.events(org="SCO", as_of=date(2020, 9, 4))
    assert (known.id, known.origins) == (meeting.id, 1)


def test_a_report_that_is_kept_is_not_read_again(project: Project, reports: Path) -> None:
    first = list(project.stream([reports], SIMPLE))
    again = list(project.stream([reports], ReadOptions(reader=Failing)))
    assert again == first


def test_a_report_that_is_kept_is_read_again_when_rules_change(
    project: Project, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(project.stream([reports], SIMPLE))
    monkeypatch.setattr("comity.reading.fingerprint.rules_version", lambda: "other")
    with pytest.raises(AssertionError, match="read again"):
        list(project.stream([reports], ReadOptions(reader=Failing)))


def test_several_processes_read_the_same(project: Project, reports: Path) -> None:
    alone = list(stream([reports], SIMPLE))
    assert list(project.stream([reports], ReadOptions(reader=Simple, jobs=2))) == alone


def test_without_a_store_nothing_is_kept(project: Project, reports: Path) -> None:
    assert len(list(stream([reports], SIMPLE))) == 2
    assert list(project.store.documents()) == []


def test_a_report_that_cannot_be_read_is_raised_or_told(project: Project, reports: Path) -> None:
    with pytest.raises(DocumentError, match="No such file"):
        project.read("absent.txt")
    refused: list[DocumentError] = []
    found = list(project.stream(["absent.txt", reports], SIMPLE, refused=refused.append))
    assert [error.source for error in refused] == ["absent.txt"]
    assert len(found) == 2


def test_reading_happens_at_once(project: Project, reports: Path) -> None:
    project.read(reports)
    assert [document.id for document in project.store.documents()] == ["en-1", "en-2"]


def test_events_are_a_list_and_a_table(project: Project, reports: Path) -> None:
    list(project.stream([reports], SIMPLE))
    events = project.events(kind="meeting")
    assert (len(events), events[0], list(events[:2])) == (2, next(iter(events)), [events[0], events[1]])
    assert repr(events) == "<2 events>"
    frame = events.to_frame()
    assert list(frame["orgs"]) == [event.orgs[0] for event in events]
    assert {str(day.date()) for day in frame["last_day"]} == {"2020-09-30"}
    assert events.to_arrow()["orgs"].to_pylist() == [list(event.orgs) for event in events]


def test_what_single_reports_say_is_a_list_and_a_table(project: Project, reports: Path) -> None:
    list(project.stream([reports], SIMPLE))
    assert len(project.records()) == 3
    told = project.records(org="CIS", kind="meeting")
    assert [one.document for one in told] == ["en-2"]
    assert list(told.to_frame()["quote"]) == told.to_arrow()["quote"].to_pylist() == ["CIS met"]
    with pytest.raises(UnknownNameError, match="unknown kind 'party'"):
        project.records(kind="party")


def test_reports_are_found_by_their_words(project: Project, reports: Path) -> None:
    list(project.stream([reports], SIMPLE))
    assert [one.document for one in project.search("Moscow")] == ["en-1"]
    assert {one.document for one in project.search("SCO met")} == {"en-1", "en-2"}
    assert [one.document for one in project.search("met", since="2020-09-05")] == ["en-2"]
    assert project.search("Beijing") == []


def test_a_judgement_is_kept_with_who_and_why(project: Project, reports: Path) -> None:
    list(project.stream([reports], SIMPLE))
    (event,) = project.events(org="CIS")
    told = project.judge("correct", event.id[:8], by="Ana", why="their page", correction="date=2020-09-05")
    assert project.judgements() == [told]
    assert [(one.id, one.date) for one in project.events_judged(told)] == [(event.id, "2020-09-05")]
    shown = project.show(event.id)
    assert [(one.by, one.why) for one in shown.judgements] == [("Ana", "their page")]


def test_nothing_is_in_doubt_where_reports_agree(project: Project, reports: Path) -> None:
    list(project.stream([reports], SIMPLE))
    assert project.review() == []


def test_a_table_of_no_events_has_the_same_columns(project: Project, reports: Path) -> None:
    empty = project.events().to_frame()
    list(project.stream([reports], SIMPLE))
    assert list(empty.columns) == list(project.events().to_frame().columns)


def test_without_pandas_the_table_says_what_to_install(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'comity\[frames\]'"):
        project.events().to_frame()


def test_an_unknown_filter_is_told(project: Project) -> None:
    with pytest.raises(UnknownNameError, match="unknown filter 'country'"):
        project.events(country="KAZ")


def test_an_id_shows_an_event_a_record_or_a_report(project: Project, reports: Path) -> None:
    list(project.stream([reports], SIMPLE))
    (event,) = project.events(org="CIS")
    shown = project.show(event.id[:8])
    assert (shown.kind, shown.event, [one.id for one in shown.reports]) == ("event", event, ["en-2"])
    assert [one.record.evidence[0].quote for one in shown.records] == ["CIS met"]
    told = project.show(event.records[0])
    assert (told.kind, told.records) == ("record", shown.records)
    assert project.event_of(event.records[0]) == event.id
    report = project.show("en-2")
    assert report.kind == "document"
    assert report.reading is not None
    assert len(report.reading.records) == 2


@pytest.mark.parametrize(
    ("id", "why"),
    [("en-", "is the start of more than one id: en-1"), ("zz", "no event, record or report"), ("", "no event")],
)
def test_an_id_that_stands_for_nothing_or_too_much_is_told(project: Project, reports: Path, id: str, why: str) -> None:
    list(project.stream([reports], SIMPLE))
    with pytest.raises(UsageError, match=why):
        project.show(id)


def test_members_are_asked_of_the_catalogue(project: Project) -> None:
    day = date(2020, 11, 10)
    assert (project.members("SCO", on=day) & project.members("CSTO", on=day)).codes == project.members(
        "SCO & CSTO", on=day
    ).codes
    assert "KAZ" in project.members("SCO & CSTO & CIS", on=day)


@pytest.mark.parametrize("day", ["2020-11-10", date(2020, 11, 10), datetime(2020, 11, 10, 9, tzinfo=UTC)])
def test_a_day_is_a_date_or_text(project: Project, day: date | str) -> None:
    assert project.members("SCO & CSTO & CIS", on=day).codes == ("KAZ", "KGZ", "RUS", "TJK")


@pytest.mark.parametrize("text", ["2020-11", "10.11.2020", "2020-02-30", ""])
def test_a_text_that_is_no_day_is_told(project: Project, text: str) -> None:
    with pytest.raises(DateError, match=f"not a date: {text!r}"):
        project.members("SCO", on=text)
    with pytest.raises(DateError, match=f"not a date: {text!r}"):
        project.events(as_of=text)


def test_without_a_day_it_is_today(project: Project) -> None:
    found = project.members("SCO")
    assert found.on is not None
    assert abs(found.on - datetime.now(tz=UTC).date()) <= timedelta(days=1)


def test_members_become_a_table_with_a_row_a_statement(project: Project) -> None:
    frame = project.members("CSTO", on="2012-10-01").to_frame()
    columns = ["state", "name", "answer", "org", "status", "start", "end", "basis", "version", "source"]
    assert list(frame.columns) == [*columns, "says", "note", "seen"]
    assert list(frame["state"].unique()) == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]
    uzbekistan = frame[frame["state"] == "UZB"]
    assert set(uzbekistan["answer"]) == {"possible"}
    assert dict(zip(uzbekistan["version"], uzbekistan["says"], strict=True)).items() >= {
        ("council-decision", "yes"),
        ("notification", "no"),
    }
    assert frame["start"][0] == "2002-10-07"
    assert frame["version"][0] is None


def test_a_table_of_no_members_has_the_same_columns(project: Project) -> None:
    nobody = project.members("SCO", on="1990-01-01").to_frame()
    assert list(nobody.columns) == list(project.members("SCO", on="2020-01-01").to_frame().columns)


def test_without_pandas_the_members_table_says_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'comity\[frames\]'"):
        project.members("SCO", on="2020-01-01").to_frame()


def test_names_are_resolved_or_all_their_bearers_told(project: Project) -> None:
    found = project.resolve("Киргизия")
    assert found is not None
    assert (found.kind, found.code) == ("state", "KGZ")
    assert project.resolve("Congo") is None
    assert project.resolve("Россия", language="en") is None
    assert [one.code for one in project.names("ШОС")] == ["SCO"]
    assert project.names("Wakanda") == ()


def test_importing_comity_imports_nothing_heavy() -> None:
    heavy = "sqlalchemy", "alembic", "pandas", "rich", "yaml", "ahocorasick_rs", "click"
    code = f"import sys, comity; print([name for name in {heavy!r} if name in sys.modules], comity.__version__)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == f"[] {comity.__version__}\n"


def test_series_are_those_of_the_catalogue_with_the_events_of_reports(project: Project, reports: Path) -> None:
    project.read(reports)
    course = project.series("SCO summit", as_of="2025-12-31")
    assert (course.name, course.standing) == ("SCO/heads-of-state", "regular")
    assert len(course.next(2)) == 2
    assert len(course.to_frame()) == len(course.editions)


def test_all_series_are_told_without_a_name(project: Project) -> None:
    assert {"SCO/heads-of-state", "CIS/heads-of-state"} <= {one.name for one in project.series()}


def test_an_invitation_is_in_the_order_asked_for_and_beside_a_list(project: Project) -> None:
    found = project.invite("SCO & CSTO", on="2020-11-10", order="ru", compare="Russia, Iraq")
    assert found.codes == ("KAZ", "KGZ", "RUS", "TJK")
    assert found.compared is not None
    assert [one.state for one in found.compared.strangers] == ["IRQ"]


def test_an_invitation_is_beside_those_whom_an_event_names(project: Project) -> None:
    project.read(EXAMPLES)
    event = next(one for one in project.events() if len(one.participants) > 3)
    compared = project.invite("SCO | CSTO | CIS", on="2020-09-04", event=event.id).compared
    assert compared is not None
    assert set(event.participants) <= set(compared.named)


def test_a_call_has_windows(project: Project) -> None:
    (window,) = project.slot("SCO | CSTO | CIS", on="2020-11-10", length="2h", zones={"RUS": "Europe/Minsk"}).windows
    assert (window.start_from.hour, window.start_to.hour) == (7, 8)
