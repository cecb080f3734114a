"""What stands above a report on its page."""

from __future__ import annotations

from datetime import date

import pytest

from comity.reading.ingest.furniture import furniture, is_of_the_page
from comity.reading.ingest.head import Head, read_head

BODY = "The defence ministers of the SCO met in Moscow on Friday, and the CSTO's came as guests."


def _head(*lines: str, title: str | None = None) -> tuple[Head, str]:
    text = "\n".join((*lines, BODY, "They adopted a statement."))
    head = read_head(text, title=title)
    return head, text[head.body :].split("\n")[0]


def test_a_report_without_a_head_begins_at_once() -> None:
    assert _head() == (Head(), BODY)


def test_a_title_is_short_and_has_no_full_stop() -> None:
    head, first = _head("Ministers of SCO meet in Moscow", "")
    assert (head.title, first) == ("Ministers of SCO meet in Moscow", BODY)


@pytest.mark.parametrize(
    "title", ["Will the ministers meet again?", "Belarus joins the S.C.O.", "“We are ten!”", "元首会晤在京举行"]
)
def test_a_title_may_end_with_other_marks(title: str) -> None:
    assert _head(title)[0].title == title


def test_a_first_sentence_is_no_title() -> None:
    head, first = _head("Ministers met in Moscow.")
    assert (head.title, first) == (None, "Ministers met in Moscow.")


def test_a_long_line_is_no_title() -> None:
    line = "Ministers met " + "and met again " * 20
    assert _head(line)[0].title is None


def test_a_dateline_is_never_a_title() -> None:
    text = f"MOSCOW - Ministers met\n{BODY}"
    assert read_head(text) == Head()


def test_one_line_alone_is_the_report() -> None:
    assert read_head("SCO ministers meet in Moscow") == Head()
    assert read_head("\n\n  SCO ministers meet in Moscow\n").body == 4


def test_a_title_known_before_is_recognised_and_no_other_looked_for() -> None:
    head, first = _head("SCO ministers meet", title="SCO Ministers Meet")
    assert (head.title, first) == ("SCO Ministers Meet", BODY)
    head, first = _head("A line without a stop", title="SCO ministers meet")
    assert (head.title, first) == ("SCO ministers meet", "A line without a stop")


def test_a_kicker_above_the_title_is_not_the_title() -> None:
    assert _head("WORLD", "SCO ministers meet in Moscow")[0].title == "SCO ministers meet in Moscow"


def test_a_lead_that_the_first_paragraph_repeats_is_no_part_of_the_report() -> None:
    lead = BODY.rstrip(".")
    head, first = _head("SCO ministers meet", lead, f"MOSCOW (UrduPoint News / Sputnik - 4th September, 2020) {BODY}")
    assert head.origin == "Sputnik"
    assert first.startswith("MOSCOW (UrduPoint")


def test_a_paragraph_that_nothing_repeats_is_the_report() -> None:
    assert _head(
        "SCO ministers meet", "The first such meeting in ten years took place on Friday in the Russian capital."
    )[1].startswith("The first")


def test_a_name_between_title_and_report_is_a_byline() -> None:
    assert _head("SCO ministers meet", "Faizan Hashmi")[1] == BODY


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (" date 2020-11-10 UrduPoint.com", date(2020, 11, 10)),
        ("Faizan Hashmi 4 minutes ago Tue 10th November 2020 | 10:17 PM", date(2020, 11, 10)),
        ("Published: 10 November 2020, 22:17 GMT", date(2020, 11, 10)),
        ("Published on November 10, 2020 at 10.17 p.m.", date(2020, 11, 10)),
        ("Date: 2020-11-10T22:17:00+05:00", date(2020, 11, 10)),
        ("Nov. 10, 2020", date(2020, 11, 10)),
        ("Tuesday, 10 Nov 2020 | By Faizan Hashmi | 3 min read", date(2020, 11, 10)),
        ("Moscow, 10 November 2020", date(2020, 11, 10)),
        ("10.11.2020 22:17", date(2020, 11, 10)),
        ("10-Nov-2020", date(2020, 11, 10)),
        ("By FAIZAN HASHMI November 10, 2020", date(2020, 11, 10)),
        ("Faizan Hashmi |10.11.2020 - Update : 11.11.2020", date(2020, 11, 10)),
        ("Nov. 10, 2020, 5:15 PM MSK / Updated Nov. 11, 2020", date(2020, 11, 10)),
        ("10 ноября 2020 г., 22:17", date(2020, 11, 10)),
        ("Опубликовано 10 ноября 2020 года в 22:17", date(2020, 11, 10)),
        ("2020年11月10日 22:17 来源：新华网", date(2020, 11, 10)),
        ("发布时间：2020-11-10 22:17:00", date(2020, 11, 10)),
    ],
)
def test_a_line_of_dates_tells_the_day_of_publication(line: str, day: date) -> None:
    head, first = _head(line)
    assert (head.published, first) == (day, BODY)


@pytest.mark.parametrize(
    "line",
    [
        "By Faizan Hashmi, staff writer",
        "Автор: Иван Петров",
        "Share",
        "Read more »",
        "* * *",
        "4 minutes ago",
        "Updated: 11 November 2020",
        "ANI | Updated: Nov 11, 2020 20:13 IST",
        "Press release",
        "Photo: TASS",
        "责任编辑：张三",
    ],
)
def test_a_line_of_the_page_tells_no_day(line: str) -> None:
    head, first = _head(line)
    assert (head.published, head.title, first) == (None, None, BODY)


@pytest.mark.parametrize(
    "line",
    [
        "SCO ministers met on 10 November 2020 in Moscow",
        "SCO summit, 14 June 2019",
        "Source close to the talks: Iran will join",
        "By video link, ministers of ten states conferred",
        "Date of the summit: not yet known, the ministry said on Friday",
        "Home affairs ministers meet",
        "On Tuesday the ministers met",
        "ШОС: министры встретились 10 ноября 2020 года в Москве",
    ],
)
def test_a_sentence_with_a_date_or_label_is_no_furniture(line: str) -> None:
    assert furniture(line) is None


def test_a_label_outranks_a_bare_date() -> None:
    assert _head("11 November 2020", "Published: 10 November 2020")[0].published == date(2020, 11, 10)


@pytest.mark.parametrize("line", ["Date: 10/11/2020", "Date: 2020-13-41", "Date: November 2020"])
def test_a_day_that_no_one_can_tell_stays_unknown(line: str) -> None:
    assert _head(line)[0].published is None


@pytest.mark.parametrize(
    ("lines", "outlet", "origin"),
    [
        (
            ("2020-11-10 UrduPoint.com", "SOCHI (UrduPoint News / Sputnik - 10th November, 2020) He"),
            "UrduPoint",
            "Sputnik",
        ),
        (("SOCHI (UrduPoint News / Sputnik - 10th November, 2020) He",), "UrduPoint", "Sputnik"),
        (
            ("2020-11-10 UrduPoint.com", "SOCHI (UrduPoint / Pakistan Point News - 10th November, 2020) He"),
            "UrduPoint",
            None,
        ),
        (("MOSCOW, August 21. /TASS/. He",), None, "TASS"),
        (("Source: TASS", "MOSCOW, August 21. /TASS/. He"), "TASS", None),
        (("Source: Comity example", "MOSCOW, August 21 - He"), "Comity example", None),
        (("https://www.dailytimes.com.pk/123/story", "Source: Sputnik"), "dailytimes", "Sputnik"),
        (("Agency: Reuters", "Source: Daily News"), "Daily News", "Reuters"),
        (("来源：新华社 2020年11月10日",), "新华社", None),
        (("【本報北京24日訊】會議召開",), None, None),
    ],
)
def test_outlet_and_origin_come_from_the_page_and_the_dateline(
    lines: tuple[str, ...], outlet: str | None, origin: str | None
) -> None:
    head, _ = _head(*lines)
    assert (head.outlet, head.origin) == (outlet, origin)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2020 Example Daily",
        "© Ivan Petrov/TASS",
        "ALSO READ: CSTO leaders to meet",
        "Ministers of the SCO in Moscow. [Photo/Xinhua]",
        "Ministers of the SCO in Moscow, Sept. 4, 2020. (AP Photo/A. Name)",
        "Ministers of the SCO in Moscow, September 4, 2020. REUTERS/Ivan Petrov",
        "Ministers of the SCO in Moscow. Photo: TASS",
        "（新华社记者 张三 摄）",
        "(Reporting by A. Name; Editing by B. Name)",
        "Most read",
    ],
)
def test_a_line_of_the_page_is_known_wherever_it_stands(line: str) -> None:
    assert is_of_the_page(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ministers posed for a photo.",
        "The ministers met in Moscow (Russia).",
        "The SCO/CSTO meeting took place in Moscow.",
        "Reporting to the council, the minister said that the SCO had met.",
        "They signed the copyright agreement.",
        "MOSCOW, September 4. /TASS/. The ministers met.",
        "Published: 4 September 2020",
    ],
)
def test_a_line_of_the_report_is_not(line: str) -> None:
    assert not is_of_the_page(line)
