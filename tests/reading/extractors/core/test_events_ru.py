"""Events of Russian sentences, each with what it is there to show."""

from __future__ import annotations

import pytest

from comity.model.record import EventRecord
from comity.reading.extractors.core.events import events_of
from tests.reading.extractors.core.reports import page


def _only(text: str) -> EventRecord:
    (event,) = events_of(page(text))
    return event


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Вчера в Душанбе состоялось заседание СМИД ОДКБ.", "held", "2024-03-11"),
        ("Саммит ШОС проходит в Астане.", "ongoing", "2024-03-12"),
        ("Саммит ШОС пройдёт в Астане 3 июля.", "scheduled", "2024-07-03"),
        ("Казахстан предложил провести саммит ШОС в июле.", "proposed", "2024-07"),
        ("Министр надеется, что саммит ШОС состоится в июле.", "hoped", "2024-07"),
        ("Саммит ШОС, намеченный на май, перенесли на июль.", "postponed", "2024-07"),
        ("Саммит ШОС, назначенный на 3 июля, отменён.", "cancelled", "2024-07-03"),
        ("Саммита ШОС 3 июля не будет.", "denied", "2024-07-03"),
    ],
)
def test_status_and_date(text: str, status: str, date: str) -> None:
    event = _only(text)
    assert (event.status, event.date) == (status, date)


def test_day_that_a_meeting_was_moved_from_is_kept() -> None:
    assert _only("Саммит ШОС, намеченный на май, перенесли на июль.").moved_from == "2024-05"


@pytest.mark.parametrize(
    ("who", "level"),
    [
        ("Совета глав правительств ШОС", "heads_of_government"),
        ("министров обороны стран ШОС", "defence_ministers"),
        ("секретарей советов безопасности стран ШОС", "security_council_secretaries"),
        ("заместителей министров иностранных дел стран ШОС", "experts"),
        ("Парламентской ассамблеи ОДКБ", "parliamentary"),
    ],
)
def test_level_is_that_of_those_who_meet(who: str, level: str) -> None:
    assert _only(f"Вчера в Душанбе прошло заседание {who}.").level == level


def test_two_councils_in_one_room_are_joint() -> None:
    text = "Вчера в Астане прошло совместное заседание Совета министров обороны и Комитета секретарей советов безопасности ОДКБ."
    assert _only(text).level == "joint_ministers"


def test_city_of_the_dateline_is_not_the_place() -> None:
    assert (
        _only("МОСКВА, 12 мар — Агентство. Завтра в Бишкеке встретятся министры обороны стран ОДКБ.").place.city
        == "Bishkek"
    )


def test_capital_is_read_from_the_state_beside_the_word() -> None:
    assert _only("Вчера в таджикской столице прошло заседание СМИД ОДКБ.").place.city == "Dushanbe"


def test_videoconference_has_no_city() -> None:
    event = _only("Вчера в режиме видеоконференции прошло заседание СМИД ОДКБ, его вели из Минска.")
    assert (event.mode, event.place.city) == ("online", None)


def test_states_of_a_list_take_part() -> None:
    text = "Вчера прошло заседание СМИД ОДКБ. В нём участвовали министры Армении, Белоруссии и Казахстана."
    assert _only(text).participants == ("ARM", "BLR", "KAZ")


def test_states_of_a_meeting_to_come_are_invited() -> None:
    text = "Завтра пройдёт заседание СМИД ОДКБ. Ожидаются представители Армении и Казахстана."
    assert _only(text).invited == ("ARM", "KAZ")


@pytest.mark.parametrize(("told", "edition"), [("XXIII", 23), ("13-е", 13), ("двадцать первое", 21), ("пятое", 5)])
def test_edition(told: str, edition: int) -> None:
    assert _only(f"Вчера в Минске прошло {told} заседание СМИД ОДКБ.").edition == edition


def test_officials_of_two_states_meet_bilaterally() -> None:
    event = _only("Президент Ирака и премьер-министр Пакистана вчера встретились в Анкаре.")
    assert (event.level, event.orgs, event.participants) == ("bilateral", (), ("IRQ", "PAK"))


def test_visit_is_of_two_states() -> None:
    event = _only("Президент Ирака прибыл вчера с визитом в Узбекистан.")
    assert (event.kind, event.level, event.participants) == ("visit", "bilateral", ("IRQ", "UZB"))


def test_call_is_online() -> None:
    event = _only("Вчера состоялся телефонный разговор президентов Ирака и Кубы.")
    assert (event.level, event.mode) == ("bilateral", "online")


def test_meeting_beside_another_is_its_own_event() -> None:
    text = "В преддверии саммита ОДКБ, 14 марта, в Минске состоится заседание СМИД ОДКБ."
    assert [(one.level, one.date) for one in events_of(page(text)) if one.date] == [("foreign_ministers", "2024-03-14")]


def test_pronoun_tells_more_of_the_event_before() -> None:
    event = _only("Принято решение на 8-м заседании СМИД ОДКБ. Оно состоялось вчера в Минске.")
    assert (event.edition, event.date, event.place.city) == (8, "2024-03-11", "Minsk")


def test_several_mentions_are_one_event() -> None:
    text = "Завтра в Минске пройдёт заседание СМИД ОДКБ. Заседание проведёт глава МИД Белоруссии."
    assert len(events_of(page(text))) == 1


def test_next_meeting_is_another_event() -> None:
    text = "Вчера в Минске прошёл саммит ОДКБ. Следующий саммит состоится в ноябре в Астане."
    assert [(one.status, one.place.city) for one in events_of(page(text))] == [
        ("held", "Minsk"),
        ("scheduled", "Astana"),
    ]


def test_summits_of_two_organizations_are_two() -> None:
    assert [one.orgs for one in events_of(page("Саммиты БРИКС и ШОС пройдут в Сочи 3 июля."))] == [("BRICS",), ("SCO",)]


@pytest.mark.parametrize(
    "text",
    [
        "Совет Безопасности ООН в апреле возглавит Мальта.",
        "СНГ подешевел: на рынок пришёл сжиженный газ из Казахстана.",
        "Новости культуры: в театре прошла встреча со зрителями.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert not events_of(page(text))


def test_council_beside_a_council_keeps_its_day() -> None:
    text = "Заседание СМИД ОДКБ прошло 11 марта в Минске. Саммит ОДКБ состоится в ноябре в Астане."
    assert [(one.level, one.date) for one in events_of(page(text))] == [
        ("foreign_ministers", "2024-03-11"),
        ("heads_of_state", "2024-11"),
    ]
