"""Names in Russian text, in any case of the grammar."""

from __future__ import annotations

import pytest

from comity.reading.languages.dictionary import dictionary


def _codes(text: str, *kinds: str) -> list[str]:
    return [one.code for one in dictionary("ru").mentions(text) if one.kind in kinds]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("в Организации Договора о коллективной безопасности", "CSTO"),
        ("Шанхайскую организацию сотрудничества", "SCO"),
        ("в странах СНГ", "CIS"),
        ("на саммите G20", "G20"),
        ("на саммите Совещания по взаимодействию и мерам доверия в Азии", "CICA"),
    ],
)
def test_organization_is_known_in_every_case(text: str, code: str) -> None:
    assert _codes(text, "org") == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [("в Казахстане", "KAZ"), ("с Саудовской Аравией", "SAU"), ("российские военные", "RUS"), ("Киргизией", "KGZ")],
)
def test_state_is_known_in_every_case(text: str, code: str) -> None:
    assert _codes(text, "state", "adjective") == [code]


def test_organ_is_that_of_the_organization_beside_it() -> None:
    assert _codes("заседание СМИД ОДКБ", "body") == ["CSTO/foreign-ministers"]
    assert _codes("Совета глав государств СНГ", "body") == ["CIS/heads-of-state"]


def test_city_is_called_by_one_name_in_all_languages() -> None:
    assert _codes("в Душанбе и Санкт-Петербурге", "city") == ["Dushanbe|TJK", "Saint Petersburg|RUS"]


def test_doubtful_acronym_needs_the_name_beside_it() -> None:
    assert _codes("АС Москвы рассмотрел иск", "org") == []
    assert _codes("Африканский союз (АС) принял решение", "org") == ["AU", "AU"]


def test_region_is_an_organization_only_beside_those_who_meet() -> None:
    assert _codes("президенты стран Центральной Азии", "org") == ["KAZ-KGZ-TJK-TKM-UZB"]
    assert _codes("погода в Центральной Азии", "org") == []
