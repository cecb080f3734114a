"""Memberships and chairs of Russian sentences."""

from __future__ import annotations

import pytest

from comity.reading.extractors.core.belonging import chairs, memberships
from tests.reading.extractors.core.reports import page


@pytest.mark.parametrize(
    ("text", "org", "states", "status", "change"),
    [
        ("Иран вступил в ШОС.", "SCO", ["IRN"], "member", "accession"),
        ("Куба и Узбекистан стали наблюдателями при ЕАЭС.", "EAEU", ["CUB", "UZB"], "observer", "accession"),
        ("Африканский союз приостановил членство Мали.", "AU", ["MLI"], "suspended", "suspension"),
        ("Грузия вышла из состава СНГ.", "CIS", ["GEO"], "former", "withdrawal"),
        ("Армения заморозила членство в ОДКБ.", "CSTO", ["ARM"], "member", "freeze"),
        ("В ЕАЭС входят Россия, Армения и Киргизия.", "EAEU", ["RUS", "ARM", "KGZ"], "member", None),
        ("В БРИКС (Бразилия, Индия, Китай) ждут новых заявок.", "BRICS", ["BRA", "IND", "CHN"], "member", None),
        ("Минск и Улан-Батор — наблюдатели ШОС.", "SCO", ["BLR", "MNG"], "observer", None),
    ],
)
def test_membership(text: str, org: str, states: list[str], status: str, change: str | None) -> None:
    found = list(memberships(page(text)))
    assert [one.state for one in found] == states
    assert {(one.org, one.status, one.change) for one in found} == {(org, status, change)}


@pytest.mark.parametrize("text", ["Иран намерен вступить в ШОС.", "Узбекистан не является членом ОДКБ."])
def test_what_is_no_membership(text: str) -> None:
    assert not list(memberships(page(text)))


def test_each_list_goes_with_the_phrase_beside_it() -> None:
    text = "В ЕАЭС входят Россия и Армения; Молдавия и Куба — наблюдатели."
    assert {(one.state, one.status) for one in memberships(page(text))} == {
        ("RUS", "member"), ("ARM", "member"), ("MDA", "observer"), ("CUB", "observer"),
    }  # fmt: skip


def test_chair_has_the_year_told() -> None:
    (chair,) = chairs(page("В 2024 году в ШОС председательствует Казахстан."))
    assert (chair.org, chair.state, chair.start, chair.end) == ("SCO", "KAZ", "2024", "2024")


def test_chair_that_is_handed_over_ends_the_day_before() -> None:
    text = "С 1 января 2026 года председательство в СНГ перейдёт от Таджикистана к Туркмении."
    assert [(one.state, one.start, one.end) for one in chairs(page(text))] == [
        ("TJK", None, "2025-12-31"),
        ("TKM", "2026-01-01", None),
    ]
