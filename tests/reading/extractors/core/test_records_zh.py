"""Chinese sentences: no bounds of words, and what a noun is of stands before it."""

from __future__ import annotations

import pytest

from comity.model.record import EventRecord
from comity.reading.extractors.core.belonging import chairs, memberships
from comity.reading.extractors.core.events import events_of
from comity.reading.extractors.core.statements import extract
from tests.reading.extractors.core.reports import page


def _only(text: str) -> EventRecord:
    (event,) = events_of(page(text, language="zh"))
    return event


@pytest.mark.parametrize(
    ("text", "status", "level", "date", "city"),
    [
        ("集安组织外长理事会会议11日在杜尚别举行。", "held", "foreign_ministers", "2024-03-11", "Dushanbe"),
        ("上合组织国防部长会议将于下周二在阿斯塔纳举行。", "scheduled", "defence_ministers", "2024-03-19", "Astana"),
        ("独联体政府首脑理事会会议今天在阿什哈巴德开幕。", "ongoing", "heads_of_government", "2024-03-12", "Ashgabat"),
        ("上合组织峰会推迟至7月。", "postponed", "heads_of_state", "2024-07", None),
        ("北约提议下周举行北约外长会议。", "proposed", "foreign_ministers", "2024-03-18/2024-03-24", None),
    ],
)
def test_event(text: str, status: str, level: str, date: str, city: str | None) -> None:
    event = _only(text)
    assert (event.status, event.level, event.date, event.place.city) == (status, level, date, city)


def test_video_meeting_has_no_city() -> None:
    event = _only("上合组织元首理事会会议11日以视频方式举行。")
    assert (event.mode, event.place.city, event.orgs) == ("online", None, ("SCO",))


def test_edition_in_signs() -> None:
    assert _only("上合组织元首理事会第二十三次会议11日在阿斯塔纳举行。").edition == 23


def test_states_of_a_list_take_part() -> None:
    text = "集安组织外长会议11日在杜尚别举行。亚美尼亚、白俄罗斯和哈萨克斯坦外长出席。"
    assert _only(text).participants == ("ARM", "BLR", "KAZ")


def test_statement() -> None:
    (told,) = extract(page("中国外交部长张三表示，会议取得成功。", language="zh"))
    assert (told.speaker, told.state, told.stance, told.content) == ("张三", "CHN", "says", "会议取得成功")


def test_membership_and_chair() -> None:
    text = "欧亚经济联盟成员国有俄罗斯、亚美尼亚和哈萨克斯坦。2024年的联盟轮值主席国是亚美尼亚。"
    told = page(text, language="zh")
    assert [(one.org, one.state) for one in memberships(told)] == [("EAEU", "RUS"), ("EAEU", "ARM"), ("EAEU", "KAZ")]
    assert [(one.org, one.state, one.start) for one in chairs(told)] == [("EAEU", "ARM", "2024")]


def test_day_of_saying_is_no_day_of_the_meeting() -> None:
    assert _only("塔吉克斯坦外交部发言人11日宣布，集安组织外长会议将在杜尚别举行。").date is None


def test_both_of_two_meetings_are_postponed() -> None:
    told = events_of(page("原定今年7月21日至23日举行的金砖国家领导人会晤和上海合作组织峰会推迟。", language="zh"))
    assert [(one.orgs, one.status, one.moved_from) for one in told] == [
        (("BRICS",), "postponed", "2024-07-21/2024-07-23"),
        (("SCO",), "postponed", "2024-07-21/2024-07-23"),
    ]


def test_meetings_one_after_another_are_one_with_each() -> None:
    text = "集安组织国防部长会议11日在杜尚别举行。俄罗斯国防部长先后同白俄罗斯、哈萨克斯坦国防部长举行双边会晤。"
    told = events_of(page(text, language="zh"))
    assert [one.participants for one in told if one.level == "bilateral"] == [("RUS", "BLR"), ("RUS", "KAZ")]


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("巴西外交部6日发表公报，宣布金砖国家峰会推迟。", "巴西外交部", "announces"),
        ("俄罗斯总统普京说，希望各方加强合作。", "普京", "hopes"),
        ("据中国外交部发言人毛宁介绍，会议取得成功。", "毛宁", "says"),
    ],
)
def test_speaker_and_stance(text: str, speaker: str, stance: str) -> None:
    (told,) = extract(page(text, language="zh"))
    assert (told.speaker, told.stance) == (speaker, stance)


def test_day_of_a_change_may_stand_in_the_clause_before() -> None:
    (told,) = memberships(page("阿盟各国外长7日在开罗召开特别会议，决定重新接纳叙利亚。", language="zh"))
    assert (told.state, told.date) == ("SYR", "2024-03-07")


def test_full_stop_before_a_figure_ends_a_sentence() -> None:
    assert len(page("会议11日结束。10个成员国与会。", language="zh").sentences) == 2
