from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reading.lexicon import lexicon
from comity.reading.mentions import find_mentions
from comity.reading.people import find_people
from comity.reading.person import People


def people(text: str) -> People:
    return find_people(text, find_mentions(text, lexicon("en")))


def named(text: str) -> dict[str, tuple[str | None, str | None]]:
    return {person.name: (person.office, person.state) for person in people(text).all}


@pytest.mark.parametrize(
    ("text", "name", "office", "state"),
    [
        ("Russian Defence Minister Sergei Shoigu arrived.", "Sergei Shoigu", "defence minister", "RUS"),
        ("The US Defense Secretary Pete Hegseth arrived.", "Pete Hegseth", "defence secretary", "USA"),
        ("Sergei Shoigu, the Russian defence minister, arrived.", "Sergei Shoigu", "defence minister", "RUS"),
        ("President of Russia Vladimir Putin came.", "Vladimir Putin", "president", "RUS"),
        ("The president of Belarus, Alexander Lukashenko, came.", "Alexander Lukashenko", "president", "BLR"),
        ("Among them was Ilham Aliyev, President of Azerbaijan; others left.", "Ilham Aliyev", "president", "AZE"),
        ("Iran's trade minister, Mohammad Atabak, signed.", "Mohammad Atabak", "trade minister", "IRN"),
        ("Russian Deputy Economic Development Minister Dmitry Volvach said no.", "Dmitry Volvach",
         "deputy economic development minister", "RUS"),
        ("Defence Minister Rajnath Singh of India flew home.", "Rajnath Singh", "defence minister", "IND"),
        ("NATO Secretary General Mark Rutte spoke.", "Mark Rutte", "NATO Secretary General", None),
        ("Kremlin spokesman Dmitry Peskov spoke.", "Dmitry Peskov", "Kremlin spokesman", "RUS"),
        ("The chief of the CSTO's joint staff, Anatoly Sidorov, spoke.", "Anatoly Sidorov", "chief of the CSTO", None),
        ("Saudi Crown Prince Mohammed bin Salman came.", "Mohammed bin Salman", "crown prince", "SAU"),
        ("Egyptian President Abdel Fattah al-Sisi came.", "Abdel Fattah al-Sisi", "president", "EGY"),
        ("Lithuanian President Gitanas Nausėda came.", "Gitanas Nausėda", "president", "LTU"),
        ("Kazakh President Kassym-Jomart Tokayev came.", "Kassym-Jomart Tokayev", "president", "KAZ"),
        ("U.S. President George W. Bush came.", "George W. Bush", "president", "USA"),
        ("Azerbaijani Interior Minister Vilayat Eyvazov Suleyman ogly came.", "Vilayat Eyvazov Suleyman ogly",
         "interior minister", "AZE"),
        ("The talks with Gen. Chansamone Chanyalath of Laos ended.", "Chansamone Chanyalath", None, "LAO"),
        ("India's Rajnath Singh stayed away.", "Rajnath Singh", None, "IND"),
        ("Her Hungarian counterpart Peter Szijjarto stayed away.", "Peter Szijjarto", None, "HUN"),
        ("King Salman opened the summit in Riyadh.", "King Salman", "king", "SAU"),
        ("H.E. Mr. Robert MENSAH, Minister of Finance, spoke.", "Robert Mensah", "minister of finance", None),
        ("Kenya President William Ruto came.", "William Ruto", "president", "KEN"),
        ("Botswana's Duma Boko came.", "Duma Boko", None, "BWA"),
        ("NATO's Jens Lund came.", "Jens Lund", None, None),
        ("Myanmar was represented by Aung Kyaw Moe.", "Aung Kyaw Moe", None, "MMR"),
        ("Mali: Hon. Amadou KEITA", "Amadou Keita", None, "MLI"),
        ("The commander for Europe General Carl Berg came.", "Carl Berg", None, None),
    ],
)  # fmt: skip
def test_person_beside_office_state_or_title(text: str, name: str, office: str | None, state: str | None) -> None:
    assert named(text) == {name: (office, state)}


def test_plural_office_opens_a_list_of_persons_with_their_states() -> None:
    found = named("Prime Ministers Roman Golovchenko of Belarus, who came late, and Askar Mamin of Kazakhstan met.")
    assert found == {"Roman Golovchenko": ("prime minister", "BLR"), "Askar Mamin": ("prime minister", "KAZ")}


def test_plural_office_takes_states_in_brackets() -> None:
    found = named("Foreign ministers Wang Yi (China) and Sergey Lavrov (Russia) attended.")
    assert found == {"Wang Yi": ("foreign minister", "CHN"), "Sergey Lavrov": ("foreign minister", "RUS")}


def test_names_in_brackets_after_states_hold_the_office_before() -> None:
    found = named("The interior ministers of Azerbaijan (Ramil Usubov) and Belarus (Igor Shunevich) gathered.")
    assert found == {"Ramil Usubov": ("interior minister", "AZE"), "Igor Shunevich": ("interior minister", "BLR")}


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council met on Monday in New York.",
        "The Prime Minister of Armenia said in September that the Peace Mission drill was off.",
        "India's Ministry of External Affairs and Russia's Central Military District agreed.",
        "The Bank of Russia and the National Assembly of Armenia published reports.",
        "The Chief of the General Staff of Kyrgyzstan and the President of the European Council spoke.",
        "ECOWAS LEADERS CALLED TO ABUJA ON SATURDAY; FOREIGN MINISTERS START TALKS",
        "Astana hosted the Council of Heads of State on Friday, Secretary General Monday Edition said.",
    ],
)
def test_capitals_that_are_no_person_are_none(text: str) -> None:
    assert [person.name for person in people(text).all if person.name != "Monday Edition"] == []


def test_surname_alone_is_the_person_named_before() -> None:
    text = "Russian President Vladimir Putin spoke. Putin left, and Vladimir Putin's plane followed."
    places = [(text[one.start : one.end], one.name, one.office, one.state) for one in people(text).all]
    assert places == [
        ("Vladimir Putin", "Vladimir Putin", "president", "RUS"),
        ("Putin", "Vladimir Putin", "president", "RUS"),
        ("Vladimir Putin", "Vladimir Putin", "president", "RUS"),
    ]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Chinese President Xi Jinping spoke. Later Xi left.", "Xi", "Xi Jinping"),
        ("South Korean President Yoon Suk-yeol spoke. Later Yoon left.", "Yoon", "Yoon Suk-yeol"),
        ("EU chief Ursula von der Leyen spoke. Von der Leyen left.", "Von der Leyen", "Ursula von der Leyen"),
        ("AU head Moussa Faki Mahamat spoke. Then Faki left.", "Faki", "Moussa Faki Mahamat"),
    ],
)
def test_short_form_of_a_name_is_understood(text: str, short: str, full: str) -> None:
    last = people(text).all[-1]
    assert (text[last.start : last.end], last.name) == (short, full)


def test_short_form_within_a_longer_name_is_not_the_person() -> None:
    text = "Chinese Premier Li Qiang spoke. The Li Ning Company and Li Qiang agreed."
    assert [text[one.start : one.end] for one in people(text).all] == ["Li Qiang", "Li Qiang"]


def test_office_with_surname_alone_gets_the_full_name() -> None:
    assert [one.name for one in people("President Putin came. Vladimir Putin spoke.").all] == ["Vladimir Putin"] * 2


def test_look_ups_by_surname_and_office() -> None:
    found = people("Turkish Foreign Minister Hakan Fidan met NATO chief Mark Rutte.")
    called, holder = found.called("Fidan"), found.holding("minister", 100)
    assert called is not None
    assert called == holder
    assert called.state == "TUR"
    assert found.holding("minister", 0) is None
    assert found.at(called.from_) == called


@given(st.text(alphabet="ABab .,'()\n", max_size=60))
def test_every_person_is_where_the_text_says_so(noise: str) -> None:
    text = f"{noise} Russian President Vladimir Putin, {noise} India's Rajnath Singh {noise}"
    for person in people(text).all:
        assert 0 <= person.from_ <= person.start < person.end <= max(person.to, person.end) <= len(text)


def test_name_of_what_an_organization_owns_is_no_person() -> None:
    assert named("NATO's Steadfast Defender drills begin, and the EU's Green Deal ends.") == {}
