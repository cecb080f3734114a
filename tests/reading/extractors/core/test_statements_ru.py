"""Statements of Russian sentences."""

from __future__ import annotations

import pytest

from comity.reading.extractors.core.statements import extract
from tests.reading.extractors.core.reports import page


@pytest.mark.parametrize(
    ("text", "speaker", "stance", "content"),
    [
        ("Министр обороны России Пётр Иванов заявил, что встреча прошла успешно.", "Пётр Иванов", "says", "встреча прошла успешно"),
        ("Генсек ОДКБ Пётр Иванов выразил надежду, что форум станет ежегодным.", "Пётр Иванов", "hopes", "форум станет ежегодным"),
        ("Договор готов к подписанию, сообщил президент Ирака Пётр Иванов.", "Пётр Иванов", "says", "Договор готов к подписанию"),
        ("По словам главы МИД Ирака Петра Иванова, договор готов.", "Петра Иванова", "says", "договор готов"),
        ("«Договор готов», — сказал глава МИД Ирака Пётр Иванов.", "Пётр Иванов", "says", "Договор готов"),
        ("Договор готов. Об этом сообщил глава МИД Ирака Пётр Иванов.", "Пётр Иванов", "says", "Договор готов"),
        ("Договор готов. Об этом объявило правительство Ирака.", "правительство Ирака", "announces", "Договор готов"),
        ("НАТО предлагает провести заседание в Брюсселе.", "НАТО", "proposes", "провести заседание в Брюсселе"),
    ],
)  # fmt: skip
def test_statement(text: str, speaker: str, stance: str, content: str) -> None:
    (told,) = extract(page(text))
    assert (told.speaker, told.stance, told.content) == (speaker, stance, content)


def test_pronoun_is_the_speaker_before() -> None:
    text = "Глава МИД Ирака Пётр Иванов сказал, что договор готов. Он добавил, что дата названа."
    assert [one.speaker for one in extract(page(text))] == ["Пётр Иванов", "Пётр Иванов"]


def test_office_and_state_are_the_speakers() -> None:
    (told,) = extract(page("Министр обороны России Пётр Иванов заявил, что встреча прошла успешно."))
    assert (told.office, told.state) == ("defence minister", "RUS")
