"""Dates as Russian news writes them."""

from __future__ import annotations

from datetime import date

import pytest

from comity.reading.languages import date_patterns
from comity.reading.when import Anchor, Direction, resolve

TUESDAY = date(2024, 3, 12)


def _dates(text: str, direction: Direction) -> list[str | None]:
    found = date_patterns("ru").found(text)
    return [when.edtf if (when := resolve(one, Anchor(TUESDAY), direction)) else None for one in found]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("9 декабря 2022 года", "2022-12-09"),
        ("9 декабря с.г.", "2023-12-09"),
        ("вчера", "2024-03-11"),
        ("в минувшую пятницу", "2024-03-08"),
        ("в сентябре", "2023-09"),
        ("в сентябре 2020 года", "2020-09"),
        ("в прошлом году", "2023"),
        ("в ноябре прошлого года", "2023-11"),
        ("с 10 по 12 ноября 2021 года", "2021-11-10/2021-11-12"),
        ("31 августа — 1 сентября 2023 года", "2023-08-31/2023-09-01"),
        ("21−24 сентября 2021 года", "2021-09-21/2021-09-24"),
        ("в первом полугодии 2023 года", "2023-40"),
        ("во втором квартале 2023 года", "2023-34"),
        ("10.11.2020", "2020-11-10"),
        ("два года назад", "2022"),
    ],
)
def test_past_date(text: str, edtf: str) -> None:
    assert _dates(text, Direction.PAST) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("завтра", "2024-03-13"),
        ("в пятницу", "2024-03-15"),
        ("9 декабря", "2024-12-09"),
        ("в июле будущего года", "2025-07"),
        ("на следующей неделе", "2024-03-18/2024-03-24"),
        ("осенью", "2024-23"),
        ("в конце мая", "2024-05"),
        ("в ближайшие выходные", "2024-03-16/2024-03-17"),
    ],
)
def test_date_to_come(text: str, edtf: str) -> None:
    assert _dates(text, Direction.FUTURE) == [edtf]


@pytest.mark.parametrize("text", ["в среде экспертов", "30-летнего юбилея", "в лагере", "мартышка"])
def test_what_only_looks_like_a_date(text: str) -> None:
    assert not date_patterns("ru").found(text)


def test_bound_before_a_date_is_told() -> None:
    assert [one.bound for one in date_patterns("ru").found("перенесли на июнь, до мая")] == ["onto", "until"]
