"""What was said, and what it comes to."""

from __future__ import annotations

from datetime import date

import pytest

from comity.model.document import Document
from comity.reading.clause import Analysis
from comity.reading.extractors import statements
from comity.reading.lexicon import lexicon

TAM = "Malaysian Foreign Minister Mohamad Hasan"


def told(text: str) -> list[tuple[str, str]]:
    document = Document(id="d", source="test", text=text, language="en", published=date(2024, 5, 1))
    return [(one.stance, one.content) for one in statements.extract(Analysis(document, lexicon("en")))]


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        ("issued a warning that the bloc could split.", "warns", "the bloc could split"),
        ("gave assurances that the border would be reopened.", "promises", "the border would be reopened"),
        ("put forward a proposal to hold the summit in Ipoh.", "proposes", "to hold the summit in Ipoh"),
        ("made an appeal for an immediate ceasefire.", "calls_for", "an immediate ceasefire"),
        ("voiced opposition to the junta's timetable.", "condemns", "the junta's timetable"),
        ("led a barrage of criticism against the junta for its policy.", "condemns", "the junta for its policy"),
        ("threatened to boycott the summit.", "warns", "to boycott the summit"),
        ("first threatened to boycott the summit.", "warns", "to boycott the summit"),
        ("refused to endorse the joint statement.", "denies", "to endorse the joint statement"),
        ("made it clear that the bloc would stay.", "says", "the bloc would stay"),
        ("highly valued India's role in the region.", "welcomes", "India's role in the region"),
        ("noted with concern the situation in Myanmar.", "says", "the situation in Myanmar"),
        ('pledged to "keep the door open".', "promises", 'to "keep the door open"'),
    ],
)
def test_verbs_and_nouns_make_a_stance_together(text: str, stance: str, content: str) -> None:
    assert told(f"{TAM} {text}") == [(stance, content)]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("We strongly condemn this act of aggression", "condemns"),
        ("I urge all sides to show restraint", "calls_for"),
        ("We propose that the next meeting take place in Ipoh", "proposes"),
        ("Malaysia firmly rejects these claims", "denies"),
        ("We regret the decision of the junta", "condemns"),
        ("The decision of the junta is unacceptable", "condemns"),
        ("We will never abandon our allies", "promises"),
        ("We will host the talks in Ipoh next month", "announces"),
        ("The ministers will pay a visit to Ipoh", "announces"),
        ("The next meeting is scheduled for 5 May", "announces"),
        ("There is no question of Malaysia leaving", "denies"),
        ("Without the bloc there would be no growth", "says"),
        ("If nothing changes, the bloc risks collapse", "warns"),
        ("We have great expectations of this meeting", "hopes"),
        ("It is a great honour to chair the bloc", "welcomes"),
        ("We need to take the next step together", "calls_for"),
    ],
)
def test_words_tell_their_stance_where_the_verb_only_says(words: str, stance: str) -> None:
    assert told(f'"{words}," {TAM} said.') == [(stance, words)]


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        (f"{TAM} said he believed the vote was fair.", "says", "the vote was fair"),
        (f"{TAM} said he had hoped the vote was fair.", "hopes", "the vote was fair"),
        (f"{TAM} said in a statement it was deeply concerned.", "says", "it was deeply concerned"),
        (f"{TAM} says at the same time, the vote was fair.", "says", "the vote was fair"),
        (f"As {TAM} pointed out on Thursday, the vote was fair.", "says", "the vote was fair"),
        (f"In the view of {TAM}, the vote was fair.", "says", "the vote was fair"),
        (f"The vote was fair, Bernama quoted {TAM} as saying.", "says", "The vote was fair"),
        (f"Bernama quoted {TAM} as saying the vote was fair.", "says", "the vote was fair"),
        (f'"The vote was fair," Bernama cited {TAM} as saying.', "says", "The vote was fair"),
        (
            f"{TAM} told the leaders that unrest in the region called for unity.",
            "says",
            "unrest in the region called for unity",
        ),
        (
            f"{TAM} said the vote was fair, the Bernama news agency reported, before the summit.",
            "says",
            "the vote was fair",
        ),
        (f"{TAM} wrote a letter to the chair stating that the vote was fair.", "says", "the vote was fair"),
        (f"KUALA LUMPUR • The vote was fair, {TAM} said.", "says", "The vote was fair"),
    ],
)
def test_content_is_the_clause_alone(text: str, stance: str, content: str) -> None:
    assert told(text) == [(stance, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("called for an emergency summit amid rising tension on the border.", "an emergency summit"),
        ("praised the contribution of the seven, which have been members since 1997.", "the contribution of the seven"),
        ("hoped for closer cooperation among the five, namely the founders.", "closer cooperation among the five"),
        ("said the bloc would wait until December, when its leaders meet, and hold a vote.",
         "the bloc would wait until December, when its leaders meet, and hold a vote"),
    ],
)  # fmt: skip
def test_content_ends_before_what_is_only_added(text: str, content: str) -> None:
    assert [one for _, one in told(f"{TAM} {text}")] == [content]


def test_participles_go_on_with_the_same_speaker() -> None:
    text = f"{TAM} issued a note, denouncing the coup in Niamey and condemning the arrests."
    assert told(text) == [("condemns", "the coup in Niamey"), ("condemns", "the arrests")]


def test_clauses_parted_by_semicolons_are_statements_of_one_subject() -> None:
    text = (
        "The Ministers reaffirmed the centrality of ASEAN; noted with concern the situation in Myanmar; called upon "
        "all parties to show restraint; and welcomed the offer of Malaysia."
    )
    assert told(text) == [
        ("says", "the centrality of ASEAN"),
        ("says", "the situation in Myanmar"),
        ("calls_for", "to show restraint"),
        ("welcomes", "the offer of Malaysia"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"‘The vote was fair,’ {TAM} said.",
        f"Asked about it, {TAM} replied: 'The vote was fair.'",
        f'"The vote was fair," {TAM} insisted.',
        f'Before the summit, {TAM} wrote in a post: "The vote was fair."',
    ],
)
def test_direct_speech_in_any_marks(text: str) -> None:
    assert [content.rstrip(".") for _, content in told(text)] == ["The vote was fair"]


def test_quotation_is_closed_in_the_next_paragraph() -> None:
    text = f"{TAM} wrote: “The vote was fair to all of us.\n\nWe, for our part, are glad to be here today.”"
    assert [content for _, content in told(text)] == [
        "The vote was fair to all of us.",
        "We, for our part, are glad to be here today.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{TAM} announced the step in August.",
        f"{TAM} put forward the idea in late January.",
        f"Reporters asked {TAM} if he expected difficult talks.",
        f"{TAM} left over a decision which he says does not comply with the rules.",
        f"{TAM} concluded its 144th meeting on Monday.",
        f"{TAM} maintained political relations with Moscow.",
        f"On Saturday {TAM}, who chairs the bloc, left for home, announced by nobody.",
    ],
)
def test_what_only_points_to_words_is_no_statement(text: str) -> None:
    assert told(text) == []
