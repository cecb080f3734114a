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
