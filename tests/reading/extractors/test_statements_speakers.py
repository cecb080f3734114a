"""Who speaks: many together, institutions through their papers, and whoever is meant by other words."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.document import Document
from comity.reading.clause import Analysis
from comity.reading.extractors import statements
from comity.reading.lexicon import lexicon


def speakers(text: str) -> list[str]:
    document = Document(id="d", source="test", text=text, language="en", published=date(2024, 5, 1))
    return [one.speaker for one in statements.extract(Analysis(document, lexicon("en")))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("French and German officials have warned that the deadline could slip.", "French and German officials"),
        ("Norway and Sweden said that the deadline could slip.", "Norway and Sweden"),
        ("Diplomats and analysts say that the plan is dead.", "Diplomats and analysts"),
        ("Some delegates believed the summit would be moved to Lusaka.", "delegates"),
        ("The foreign ministers of the Visegrad Four countries said that it was late.",
         "foreign ministers of the Visegrad Four countries"),
        ("The presidents of Nauru, Palau and Kiribati issued a communique, saying they would leave.", "presidents"),
        ("Leaders from Nauru, Kiribati and Palau said the vote was unfair.", "Leaders"),
        ("The summit attendees issued a communique, read by President Bola Tinubu, denouncing the coup.",
         "summit attendees"),
        ("* The Council commended the Government of Botswana.", "Council"),
        ("* The summit commend the parties on progress made.", "summit"),
    ],
)  # fmt: skip
def test_many_speak_with_one_voice(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A statement by the Qatari foreign ministry said the talks had been useful.", "Qatari foreign ministry"),
        ("According to a statement from the GCC secretariat, the talks had been useful.", "GCC secretariat"),
        ("Poland would like more, according to information from diplomatic sources.", "diplomatic sources"),
        ("Kazakhstan's foreign minister resigned, the Trend news agency said.", "Trend"),
        ("The Azerbaijani news agency Trend says the talks had been useful.", "Trend"),
    ],
)
def test_papers_speak_for_those_who_issue_them(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_statement_is_the_issuers_when_it_is_spoken_of_again() -> None:
    first = "According to a statement from the Iraqi Ministry of Foreign Affairs, the two ministers met on Monday."
    assert set(speakers(f"{first} The talks were useful, the statement said.")) == {"Iraqi Ministry of Foreign Affairs"}


@pytest.mark.parametrize(
    "text",
    [
        "The secretary-general of the OAS, Albert Ramdin, arrived in Lima. The secretary-general said it was late.",
        "Albert Ramdin of Suriname arrived in Lima. The diplomat said it was late.",
        "Secretary-General Albert Ramdin arrived in Lima. Peru's Foreign Minister Elmer Schialer will come, he said.",
        "The Secretary General, Albert Ramdin, said it was late.",
        "The secretary-general, Albert Ramdin, who was in Lima, said it was late.",
        "It was late for that, said former minister Albert Ramdin.",
    ],
)
def test_person_is_meant_by_other_words(text: str) -> None:
    assert speakers(text) == ["Albert Ramdin"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Patch, a former party communications director, said the problem is that nobody came.", "Patch"),
        ("Greg Raiff, head of a services company, an aviation firm, said the plane was unusual.", "Greg Raiff"),
        ("The spokesperson for the Kazakh Foreign Ministry Aibek Smadiyarov said that it was late.",
         "Aibek Smadiyarov"),
        ("The 160th ministerial meeting of the GCC, held in Doha and chaired by Prime Minister Mohammed Al Thani, "
         "called for a truce.", "160th ministerial meeting of the GCC"),
    ],
)  # fmt: skip
def test_speaker_is_told_from_what_is_said_of_him(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_list_under_a_heading_is_its_speakers() -> None:
    text = (
        "The Peace and Security Council, at its meeting held on 4 May,\n\nRecalling its decisions on Niger;\n\n"
        "1. Condemns the coup in Niamey;\n2. Requests the Commission to deploy observers.\n\nCalls came late."
    )
    assert speakers(text) == ["Peace and Security Council"] * 2


def test_announcer_is_quoted_in_the_next_paragraph() -> None:
    text = (
        "The decision was announced by Ghanaian Foreign Minister Shirley Ayorkor Botchwey.\n\n"
        '"We have studied the report that was sent to us by the commission."'
    )
    assert speakers(text) == ["Shirley Ayorkor Botchwey"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ECOWAS defence chiefs convened in Abuja. They agreed that the force was needed.", "ECOWAS defence chiefs"),
        ("The Parliamentary Assembly unanimously concluded that Serbia was right.", "Parliamentary Assembly"),
        ("Italy said the vote was premature.", "Italy"),
        ("Prime Minister James Marape spoke. In his view, the islands are not able to pay such dues.", "James Marape"),
        ("According to Hungarian media reports citing EU officials, the summit was moved.", "Hungarian media reports"),
        ("One member state called for a greater exchange of intelligence.", "member state"),
        ("The Kenyan envoy, while commenting on Abiy Ahmed's trip to Sudan, Eritrea and Egypt next week, said, “The visit was about the dam.”",
         "Kenyan envoy"),
    ],
)  # fmt: skip
def test_who_speaks_is_found_behind_other_words(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_paper_told_of_again_speaks_for_the_newspaper_that_was_named() -> None:
    text = "The talks will resume in June, the Kathmandu Post newspaper reported. The paper said the ministers met."
    assert speakers(text) == ["Kathmandu Post", "Kathmandu Post"]


def test_a_drill_that_leaders_say_was_a_success_is_no_statement() -> None:
    assert speakers("The bloc ended a drill that commanders say was a big step forward.") == []
