"""Persons beside their offices."""

from __future__ import annotations

import pytest

from comity.reading.extractors.core import Page
from tests.reading.extractors.core.reports import page


def _people(told: Page) -> list[tuple[str, str | None, str | None]]:
    return [(one.name, one.office, one.state) for one in told.people.all]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("министр обороны России Пётр Иванов", ("Пётр Иванов", "defence minister", "RUS")),
        ("Министр обороны Республики Индии Р.Сингх", ("Р.Сингх", "defence minister", "IND")),
        ("генсек ОДКБ Пётр Иванов", ("Пётр Иванов", "secretary-general of the CSTO", None)),
        ("казахстанский президент Пётр Иванов", ("Пётр Иванов", "president", "KAZ")),
        ("министр обороны России генерал армии Пётр Иванов", ("Пётр Иванов", "defence minister", "RUS")),
    ],
)
def test_person_in_russian(text: str, person: tuple[str, str | None, str | None]) -> None:
    assert _people(page(text)) == [person]


def test_list_of_presidents() -> None:
    assert [name for name, _, _ in _people(page("президенты Ирака Пётр Иванов и Кубы Иван Петров"))] == [
        "Пётр Иванов",
        "Иван Петров",
    ]


def test_surname_calls_the_person_again_in_any_case() -> None:
    told = page("Глава МИД Ирака Пётр Иванов уехал. Вслед за Ивановым уехали все.")
    assert [name for name, _, _ in _people(told)] == ["Пётр Иванов", "Пётр Иванов"]


def test_person_in_chinese_stands_behind_state_and_office() -> None:
    assert _people(page("俄罗斯国防部长绍伊古表示欢迎。", language="zh"))[:1] == [("绍伊古", "defence minister", "RUS")]
