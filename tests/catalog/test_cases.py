"""Russian names in their other cases."""

from __future__ import annotations

import pytest

from comity.catalog.cases import read_inflections
from comity.catalog.load import ROOT

RUSSIAN = read_inflections(ROOT)["ru"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Киргизия", "Киргизией"),
        ("Корея", "Кореи"),
        ("Китай", "Китаем"),
        ("Казахстан", "Казахстане"),
        ("Беларусь", "Беларусью"),
        ("Израиль", "Израиля"),
        ("Филиппины", "Филиппин"),
        ("Нидерланды", "Нидерландов"),
        ("российский", "российскими"),
        ("Южная Корея", "Южной Кореей"),
        ("Республика Беларусь", "Республики Беларусь"),
        ("Объединенные Арабские Эмираты", "Объединенных Арабских Эмиратов"),
        ("Соединённое Королевство", "Соединённого Королевства"),
        ("Босния и Герцеговина", "Боснии и Герцеговины"),
        ("Гвинея-Бисау", "Гвинеи-Бисау"),
        ("Шри-Ланка", "Шри-Ланки"),
        ("Шанхайская организация сотрудничества", "Шанхайскую организацию сотрудничества"),
        ("Евразийский экономический союз", "Евразийского экономического союза"),
        ("Содружество Независимых Государств", "Содружеством Независимых Государств"),
    ],
)
def test_form_is_a_case_of_the_name(name: str, form: str) -> None:
    assert form in RUSSIAN.forms(name)


@pytest.mark.parametrize("name", ["ШОС", "Чили", "Перу", "ЕС", ""])
def test_name_does_not_change(name: str) -> None:
    assert RUSSIAN.forms(name) == set()


def test_words_that_agree_change_together() -> None:
    assert "Южной Корея" not in RUSSIAN.forms("Южная Корея")
