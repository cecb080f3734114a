"""Dates as Chinese news writes them."""

from __future__ import annotations

from datetime import date

import pytest

from comity.reading.languages import date_patterns
from comity.reading.when import Anchor, Direction, resolve

TUESDAY = date(2024, 3, 12)


def _dates(text: str, direction: Direction) -> list[str | None]:
    found = date_patterns("zh").found(text)
    return [when.edtf if (when := resolve(one, Anchor(TUESDAY), direction)) else None for one in found]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022年12月9日", "2022-12-09"),
        ("２０２２年１２月９日", "2022-12-09"),
        ("二〇二二年十二月九日", "2022-12-09"),
        ("8月24日", "2023-08-24"),
        ("去年9月", "2023-09"),
        ("昨日", "2024-03-11"),
        ("11日", "2024-03-11"),
        ("2023年8月31日至9月1日", "2023-08-31/2023-09-01"),
        ("10日至11日", "2024-03-10/2024-03-11"),
        ("2023年第三季度", "2023-35"),
        ("去年", "2023"),
        ("去年7月21日至23日", "2023-07-21/2023-07-23"),
        ("两个月前", "2024-01"),
        ("２月１日和２日", "2024-02-01/2024-02-02"),
    ],
)
def test_past_date(text: str, edtf: str) -> None:
    assert _dates(text, Direction.PAST) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("下周二", "2024-03-19"),
        ("下周", "2024-03-18/2024-03-24"),
        ("本月15日", "2024-03-15"),
        ("下月9日至17日", "2024-04-09/2024-04-17"),
        ("今年下半年", "2024-41"),
        ("下周一、周二", "2024-03-18/2024-03-19"),
        ("5月至6月", "2024-05/2024-06"),
        ("今年年底", "2024"),
        ("明年夏季", "2025-22"),
        ("7月初", "2024-07"),
    ],
)
def test_date_to_come(text: str, edtf: str) -> None:
    assert _dates(text, Direction.FUTURE) == [edtf]
