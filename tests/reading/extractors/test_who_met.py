"""Who was at an event: in lists, in other sentences, as guests, as chair; and who was not."""

from __future__ import annotations

import pytest

from comity.model.record import EventRecord
from comity.reading.extractors import events
from tests.reading.extractors.reports import analysed


def main_event(text: str) -> EventRecord:
    return next(one for one in events.extract(analysed(text)) if one.main)


def names(event: EventRecord) -> set[str]:
    return {one.name for one in event.persons}


MET = "The foreign ministers of the SCO met in Tashkent on Tuesday. "
SUMMIT = "The leaders of the OTS met in Bishkek on Tuesday. "


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (MET + "India and Pakistan sent deputy ministers.", {"IND", "PAK"}),
        (MET + "Among those present was Iran's Abbas Araghchi.", {"IRN"}),
        (MET + "Belarus was represented by its ambassador, and Mongolia stayed away.", {"BLR"}),
        (MET + "Taking part were:\n- For the Republic of Kazakhstan: H.E. Mr. Arman OSPANOV, Minister of Foreign Affairs\n"
               "- For the Kyrgyz Republic: H.E. Mr. Ulan SADYKOV, Minister of Foreign Affairs", {"KAZ", "KGZ"}),
        (MET + "It was attended by:\n\nBotswana : H.E. President Lt. Gen. Thabo Molefe", {"BWA"}),
        (MET + "Xi Jinping's guests included Wang Yi and Sergei Lavrov.", {"CHN", "RUS"}),
        (MET + "The foreign ministers of Russia, India and China discussed trade.", {"RUS", "IND", "CHN"}),
        ("Leaders of the SCO met in Tashkent on Tuesday, a day after Mali and Niger signed a pact.", set()),
        # Spoken of, not present.
        ("The foreign ministers of the SCO met in Tashkent on Tuesday to discuss Afghanistan.", set()),
        (MET + "Iran attended, said Foreign Minister Jeyhun Bayramov of Azerbaijan.", {"IRN"}),
    ],
)  # fmt: skip
def test_states_that_took_part(text: str, states: set[str]) -> None:
    assert set(main_event(text).participants) == states


@pytest.mark.parametrize(
    "text",
    [
        MET + "Armenia did not attend.",
        MET + "Armenia was not represented.",
        MET + "Armenia declined the invitation.",
        MET + "Armenian Foreign Minister Ararat Mirzoyan refused to come.",
        "The foreign ministers of the SCO met in Tashkent on Tuesday without Armenia.",
    ],
)
def test_those_who_stayed_away_took_no_part(text: str) -> None:
    event = main_event(text)
    assert (event.participants, event.persons) == ((), ())


def test_one_who_refused_something_else_was_there() -> None:
    event = main_event(MET + "India's Rajnath Singh refused to sign the statement.")
    assert (event.participants, names(event)) == (("IND",), {"Rajnath Singh"})


def test_one_who_is_stood_in_for_was_not_there() -> None:
    event = main_event(SUMMIT + "Foreign Minister Hakan Fidan represented President Recep Tayyip Erdogan.")
    assert names(event) == {"Hakan Fidan"}


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        (SUMMIT + "The EU and the OSCE were represented as observers.", {"EU", "OSCE"}),
        (SUMMIT + "ECO Secretary General Asad Khan also took part.", {"ECO"}),
        (SUMMIT + "Secretary General Asad Khan of the ECO attended as a guest.", {"ECO"}),
        (SUMMIT + "OTS Secretary General Kubanychbek Omuraliev took part.", set()),
        (SUMMIT + "UN Secretary-General António Guterres addressed them.", set()),
        (SUMMIT + "NATO said it had taken note.", set()),
    ],
)
def test_organizations_that_came_as_guests(text: str, guests: set[str]) -> None:
    assert set(main_event(text).guests) == guests


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        (MET + "The meeting was chaired by Uzbek Foreign Minister Bakhtiyor Saidov.", "Bakhtiyor Saidov"),
        (MET + "Bakhtiyor Saidov was in the chair.", "Bakhtiyor Saidov"),
        (
            "Chairing the meeting of the SCO's leaders in Astana on Tuesday, President Tokayev spoke of trade.",
            "Tokayev",
        ),
        ("The SCO's leaders met in Astana on Tuesday under Kazakhstan's chairmanship.", "KAZ"),
        ("The SCO's leaders met in Astana on Tuesday, Kazakhstan presiding.", "KAZ"),
        # Who chairs the organization, or another meeting, does not thereby chair this one.
        (MET + "Kazakhstan chairs the SCO this year.", None),
        (MET + "President Tokayev of Kazakhstan will preside over the next one.", None),
    ],
)
def test_chair(text: str, chair: str | None) -> None:
    assert main_event(text).chair == chair


def test_he_is_the_person_spoken_of_before() -> None:
    event = main_event(
        "Indian Prime Minister Narendra Modi was in Japan. On Tuesday he attended the Quad summit in Hiroshima."
    )
    assert (event.participants, names(event)) == (("IND",), {"Narendra Modi"})


def test_host_is_among_those_who_came_where_others_are_named() -> None:
    event = main_event("Lithuania hosted a summit of the B9 in Vilnius on Tuesday. Poland and Romania took part.")
    assert set(event.participants) == {"LTU", "POL", "ROU"}


def test_ministers_of_a_named_portfolio_say_more_than_a_council_of_ministers() -> None:
    event = main_event("OECS Ministers of Foreign Affairs ended a meeting of the Council of Ministers on Tuesday.")
    assert event.level == "foreign_ministers"


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        # Whom an organization's official meets for it.
        ("Charles Michel, president of the European Council, sat down with Central Asia's leaders in Astana on Tuesday.",
         {"EU", "KAZ-KGZ-TJK-TKM-UZB"}),
        ("The Gulf-European summit was held in Brussels on Tuesday.", {"GCC", "EU"}),
        ("OPEC and its allies met in Vienna on Tuesday.", {"OPEC+"}),
        ("ASEAN and its partners met in the ASEAN Plus Three format in Vientiane on Tuesday.", {"ASEAN+3"}),
        ("Iran, Russia and Turkey held a trilateral summit of their presidents in Tehran on Tuesday.", {"IRN-RUS-TUR"}),
        # Who only tells of it.
        ("The SCO's leaders met in Astana on Tuesday, the CSTO said.", {"SCO"}),
    ],
)  # fmt: skip
def test_whose_meeting_it_is(text: str, orgs: set[str]) -> None:
    assert set(main_event(text).orgs) == orgs


@pytest.mark.parametrize(
    ("text", "invited"),
    [
        ("The Quad's leaders will meet in Sydney on July 24. Japan's Fumio Kishida will travel to the city.", {"JPN"}),
        ("Scholz said he would attend the G7 summit on July 24.", {"DEU"}),
        ("The SCO summit will be held on July 24. Invited were Turkmenistan and Mongolia.", {"TKM", "MNG"}),
        ("The SCO summit will be held on July 24. Invited: Turkmenistan's delegation led by Arslan Orazov.", {"TKM"}),
        ("The SCO summit will be held on July 24. Armenia has said it will not take part.", set()),
    ],
)
def test_states_that_are_to_come(text: str, invited: set[str]) -> None:
    assert set(main_event(text).invited) == invited
