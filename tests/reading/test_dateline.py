"""Datelines of agencies in three languages, and beginnings that are none."""

from __future__ import annotations

from datetime import date

import pytest

from comity.reading.dateline import Dateline, find_datelines

_FOUND = [
    (
        "SOCHI (UrduPoint News / Sputnik - 10th November, 2020) The",
        "SOCHI",
        "UrduPoint News / Sputnik",
        "10th November, 2020",
    ),
    ("ISLAMABAD (Agency - 15th Oct, 2024): The", "ISLAMABAD", "Agency", "15th Oct, 2024"),
    ("DUSHANBE. June 6 (Agency) - The", "DUSHANBE", "Agency", "June 6"),
    ("MOSCOW, August 21. /TASS/. The", "MOSCOW", "TASS", "August 21"),
    ("UFA, July 10 /TASS/. The", "UFA", "TASS", "July 10"),
    ("SHANGHAI, June 14 (Xinhua) -- The", "SHANGHAI", "Xinhua", "June 14"),
    ("MOSCOW, 14 November (BelTA) - The", "MOSCOW", "BelTA", "14 November"),
    ("LABUAN BAJO, Indonesia, May 12 (Xinhua) -- The", "LABUAN BAJO", "Xinhua", "May 12"),
    ("CHOLPON-ATA /Kyrgyzstan/, August 14. /TASS/. The", "CHOLPON-ATA", "TASS", "August 14"),
    ("CHOLPON-ATA, KYRGYZSTAN – August 20: The", "CHOLPON-ATA", None, "August 20"),
    ("BAKU, Azerbaijan, December 14. The", "BAKU", None, "December 14"),
    ("ADDIS ABABA, Feb. 17 — The", "ADDIS ABABA", None, "Feb. 17"),
    ("Kuala Lumpur, Oct 26 (IANS) The", "Kuala Lumpur", "IANS", "Oct 26"),
    ("Hanoi, Jun 22 (IANS): The", "Hanoi", "IANS", "Jun 22"),
    ("TASHKENT, 16.07.21 - The", "TASHKENT", None, "16.07.21"),
    ("BISHKEK (Agency) — The", "BISHKEK", "Agency", None),
    ("IGORA, Russia (Agency) - The", "IGORA", "Agency", None),
    ("NEW DELHI/ISLAMABAD - The", "NEW DELHI/ISLAMABAD", None, None),
    ("MOSCOW | AGENCY | The", "MOSCOW", "AGENCY", None),
    ("MINSK. KAZ-AGENCY - The", "MINSK", "KAZ-AGENCY", None),
    ("RIYADH: The", "RIYADH", None, None),
    ("AKIPRESS.COM - The", "", "AKIPRESS.COM", None),
    ("МОСКВА, 3 сен — РИА Новости. Они", "МОСКВА", "РИА Новости", "3 сен"),
    ("Санкт-Петербург. 16 ноября. ИНТЕРФАКС. Они", "Санкт-Петербург", "ИНТЕРФАКС", "16 ноября."),
    ("ВЕНА, 5 декабря. /ТАСС/. Они", "ВЕНА", "ТАСС", "5 декабря."),
    ("НУР-СУЛТАН, 9 июля (Казинформ) — Они", "НУР-СУЛТАН", "Казинформ", "9 июля"),
    ("МИНСК (БелТА) - Они", "МИНСК", "БелТА", None),
    ("27 мая, Москва /Корр. ТАСС/. Они", "Москва", "Корр. ТАСС", "27 мая"),
    ("新华社明斯克11月23日电 他们", "明斯克", "新华社", "11月23日"),
    ("据新华社北京11月25日电 他们", "北京", "新华社", "11月25日"),
    ("新华社北京11月10日电（记者张三）他们", "北京", "新华社", "11月10日"),
    ("中国网北京2020年11月10日讯 他们", "北京", "中国网", "2020年11月10日"),
    ("本报俄罗斯奥伦堡９月２５日电 他们", "俄罗斯奥伦堡", "本报", "９月２５日"),
    ("本网6月17日电 他们", "", "本网", "6月17日"),
    ("【本報北京24日訊】他們", "北京", "本報", "24日"),
    ("丝路资讯比什凯克5月30日电 他们", "", None, "5月30日"),
    ("本台消息：他们", "", "本台", None),
]


@pytest.mark.parametrize(("text", "city", "agency", "day"), _FOUND)
def test_a_dateline_ends_where_the_report_begins(text: str, city: str, agency: str | None, day: str | None) -> None:
    (line,) = find_datelines(text)
    assert (line.city, line.agency, line.day) == (city, agency, day)
    assert text[line.end :] in ("The", "Они", "他们", "他們")


@pytest.mark.parametrize(
    "text",
    [
        "The SCO defence ministers met in Moscow.",
        "Moscow hosted the meeting - the first of its kind.",
        "Thu, Oct 9 - Second summit of Central Asia and Russia",
        "Friday, June 14 - Summit",
        "On November 10 (Tuesday) the leaders met.",
        "Встреча министров ОПЕК+, назначенная на понедельник, 5 июля, отменена.",
        "В Москве, 5 июля, встретились министры.",
        "俄罗斯总统新闻局27日宣布推迟峰会。",
        "本来9日至10日才开的会议可能明天就开。",
        "据外交部发言人16日介绍，会议将举行。",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert find_datelines(text) == ()


def test_a_report_inside_another_has_a_dateline_of_its_own() -> None:
    text = "MOSCOW - They met.\n\nMINSK (BelTA) - They met again."
    assert [line.city for line in find_datelines(text)] == ["MOSCOW", "MINSK"]


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        ("10th November, 2020", None, date(2020, 11, 10)),
        ("Sept. 16", date(2021, 9, 17), date(2021, 9, 16)),
        ("16 ноября.", date(2021, 11, 16), date(2021, 11, 16)),
        ("3 мая", date(2021, 5, 3), date(2021, 5, 3)),
        ("16.07.21", None, date(2021, 7, 16)),
        ("9月25日", date(2021, 9, 25), date(2021, 9, 25)),
        ("９月２５日", date(2021, 9, 25), date(2021, 9, 25)),
        ("2020年11月10日", None, date(2020, 11, 10)),
        ("24日", date(2021, 9, 25), date(2021, 9, 24)),
        # A report of New Year's Eve that is published in the new year.
        ("December 31", date(2021, 1, 1), date(2020, 12, 31)),
        # Clocks ahead of the publisher's.
        ("January 1", date(2021, 12, 31), date(2022, 1, 1)),
        ("June 6", None, None),
        ("February 30", date(2021, 3, 1), None),
        ("February 29", date(2020, 3, 1), date(2020, 2, 29)),
        (None, date(2021, 3, 1), None),
    ],
)
def test_its_day_has_the_year_of_publication(day: str | None, published: date | None, expected: date | None) -> None:
    assert Dateline(0, 0, "MOSCOW", None, day).date(published) == expected


def test_the_cities_of_a_diary_are_no_datelines() -> None:
    assert find_datelines("BRUSSELS - EU ministers meet.\nLOME - ECOWAS leaders hold a summit.") == ()


def test_a_weekday_in_capitals_is_no_city() -> None:
    assert find_datelines("MONDAY, May 5\nMinisters meet.") == ()


def test_a_ruled_line_of_dashes_is_soon_done_with() -> None:
    assert find_datelines("SCO " + "-" * 5000) == ()
