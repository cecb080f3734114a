"""An event as `comity show` prints it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from comity.cli.event_tables import print_events, print_shown
from comity.model.document import Document
from comity.model.event import Event, Origin
from comity.model.judgement import Judgement
from comity.query.shown import Shown
from tests.export.events import MEETING, SUMMIT

REPORTS = (
    Document(
        id="a", source="a.txt", text="met", outlet="Xinhua", published=date(2020, 1, 9), language="en", title="Plan"
    ),
    Document(id="b", source="b.txt", text="met", outlet="Evening \x1b[2JPost", origin="TASS"),
)
ANA = Judgement(
    kind="correct",
    records=("r1",),
    by="Ana",
    at=datetime(2026, 3, 4, tzinfo=UTC),
    why="their own page",
    field="date",
    value='"2020-11"',
)


def _told(capsys: pytest.CaptureFixture[str], event: Event = SUMMIT) -> str:
    print_shown(Shown("event", REPORTS, (MEETING,), event, judgements=(ANA,)))
    return capsys.readouterr().out


def test_it_begins_with_what_when_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    first, second, *_ = _told(capsys).splitlines()
    assert first == "held · meeting of heads of state · SCO with CSTO, CIS · 2020-11 · Moscow, RUS"
    assert second == "event e1, from 2 reports of 2 independent origins"


def test_its_history_is_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert "path: scheduled 2020-01-09 for 2020-07 → held 2020-11-10 for 2020-11\n" in _told(capsys)


def test_an_event_of_one_step_has_no_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert "path" not in _told(capsys, msgspec.structs.replace(SUMMIT, history=SUMMIT.history[:1]))


def test_origins_are_told_with_country_and_control(capsys: pytest.CaptureFixture[str]) -> None:
    assert "told by: Xinhua (CHN, state); TASS (RUS, state)\n" in _told(capsys)


def test_what_one_side_alone_tells_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    alone = (Origin("Xinhua", "CHN", "state"), Origin("CCTV", "CHN", "state"))
    unsure = (Origin("Xinhua", "CHN", "state"), Origin("A blog"))
    assert "one side only: CHN" in _told(capsys, msgspec.structs.replace(SUMMIT, origin_details=alone))
    assert "one side only" not in _told(capsys, msgspec.structs.replace(SUMMIT, origin_details=unsure))
    assert "one side only" not in _told(capsys)


def test_of_many_origins_the_first_are_named_and_the_rest_counted(capsys: pytest.CaptureFixture[str]) -> None:
    many = tuple(Origin(f"Outlet {number}") for number in range(9))
    assert "Outlet 5; and 3 more\n" in _told(capsys, msgspec.structs.replace(SUMMIT, origin_details=many))


def test_versions_are_told_with_who_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.split() for line in _told(capsys).splitlines()]
    assert ["date", "2020-11", "1", "origin", "Evening", "[2JPost"] in lines
    assert ["2020-07", "1", "origin", "Xinhua"] in lines


def test_judgements_are_told_with_who_when_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert 'judged correct date = "2020-11" by Ana on 2026-03-04: their own page\n' in _told(capsys)


def test_the_words_stand_below_their_report(capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(capsys)
    assert told.index("Plan\nXinhua · 2020-01-09 · en · a.txt") < told.index("“met”")
    assert "\x1b" not in told


def test_a_row_of_the_list_counts_reports_and_origins(capsys: pytest.CaptureFixture[str]) -> None:
    print_events([SUMMIT])
    head, row = capsys.readouterr().out.splitlines()
    assert head.split()[-2:] == ["reports", "origins"]
    assert row.split()[-2:] == ["2", "2"]
