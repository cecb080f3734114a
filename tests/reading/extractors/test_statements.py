from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.document import Document
from comity.model.record import StatementRecord
from comity.reading.clause import Analysis
from comity.reading.extractors import statements
from comity.reading.lexicon import lexicon


def read(text: str, *, body: int = 0) -> list[StatementRecord]:
    document = Document(id="d", source="test", text=text, language="en", published=date(2024, 5, 1), body=body)
    return list(statements.extract(Analysis(document, lexicon("en"))))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.speaker, one.stance, one.content) for one in read(text)]


LAVROV = "Russian Foreign Minister Sergey Lavrov"


@pytest.mark.parametrize(
    ("text", "stance", "content"),
    [
        (f"{LAVROV} said that the talks were useful.", "says", "the talks were useful"),
        (f"{LAVROV} said the talks were useful.", "says", "the talks were useful"),
        (f"{LAVROV} said on Monday the talks were useful.", "says", "the talks were useful"),
        (f"{LAVROV} told reporters in Moscow that the talks were useful.", "says", "the talks were useful"),
        (f"{LAVROV}, speaking in Moscow, said that the talks were useful.", "says", "the talks were useful"),
        (f"In Moscow on Friday {LAVROV} noted that the talks were useful.", "says", "the talks were useful"),
        (f"The talks were useful, {LAVROV} said on Monday.", "says", "The talks were useful"),
        (f"The talks were useful, {LAVROV} told a press conference in Moscow.", "says", "The talks were useful"),
        (f"The talks, {LAVROV} said, were useful.", "says", f"The talks, {LAVROV} said, were useful"),
        (f"During the session, {LAVROV} said, the ministers had useful talks.", "says",
         "the ministers had useful talks"),
        (f"According to {LAVROV}, the talks were useful.", "says", "the talks were useful"),
        (f"The talks were useful, according to {LAVROV}.", "says", "The talks were useful"),
        (f"In the words of {LAVROV}, the talks were useful.", "says", "the talks were useful"),
        (f"As {LAVROV} put it, the talks were useful.", "says", "the talks were useful"),
        (f"The talks began, with {LAVROV} saying there had been progress.", "says", "there had been progress"),
        (f"{LAVROV} said there had been progress.", "says", "there had been progress"),
        (f"The talks were useful, {LAVROV} was quoted as saying.", "says", "The talks were useful"),
        (f"{LAVROV} called the talks useful.", "says", "the talks useful"),
        (f"{LAVROV} described them as useful talks.", "says", "useful talks"),
        (f"{LAVROV} expressed hope that the talks would go on.", "hopes", "the talks would go on"),
        (f"{LAVROV} said Moscow hoped the talks would go on.", "hopes", "the talks would go on"),
        (f"{LAVROV} hopes that the talks will go on.", "hopes", "the talks will go on"),
        (f"{LAVROV} proposed holding the talks in Sochi.", "proposes", "holding the talks in Sochi"),
        (f"{LAVROV} offered again on Monday to host the talks.", "proposes", "to host the talks"),
        (f"{LAVROV} urged both sides to resume the talks.", "calls_for", "to resume the talks"),
        (f"{LAVROV} called on the allies to resume the talks.", "calls_for", "to resume the talks"),
        (f"{LAVROV} called for new talks.", "calls_for", "new talks"),
        (f"{LAVROV} said that the talks must go on.", "calls_for", "the talks must go on"),
        (f"{LAVROV} announced a new round of talks.", "announces", "a new round of talks"),
        (f"The summit will be held in May, {LAVROV} said.", "announces", "The summit will be held in May"),
        (f"{LAVROV} welcomed the new round of talks.", "welcomes", "the new round of talks"),
        (f"{LAVROV} thanked China for hosting the talks.", "welcomes", "hosting the talks"),
        (f"{LAVROV} condemned the attack on the embassy.", "condemns", "the attack on the embassy"),
        (f"{LAVROV} blamed NATO for derailing the talks.", "condemns", "derailing the talks"),
        (f"{LAVROV} denied that talks had been held.", "denies", "talks had been held"),
        (f"{LAVROV} said that Moscow was not considering new talks.", "denies", "Moscow was not considering new talks"),
        (f"{LAVROV} warned that the talks could fail.", "warns", "the talks could fail"),
        (f"{LAVROV} warned against breaking off the talks.", "warns", "breaking off the talks"),
        (f"{LAVROV} promised to resume the talks.", "promises", "to resume the talks"),
        (f"{LAVROV} assured China that the talks would resume.", "promises", "the talks would resume"),
    ],
)  # fmt: skip
def test_indirect_speech_has_stance_and_content(text: str, stance: str, content: str) -> None:
    assert told(text) == [("Sergey Lavrov", stance, content)]


@pytest.mark.parametrize(
    "text",
    [
        f'"The talks were useful," {LAVROV} said.',
        f'"The talks were useful", {LAVROV} said.',
        f'"The talks were useful" - {LAVROV} wrote on Telegram.',
        f"“The talks were useful,” said {LAVROV} in Moscow on Monday.",
        f"''The talks were useful,'' said {LAVROV}, who was visiting Moscow.",
        f'{LAVROV} said: "The talks were useful."',
        f'{LAVROV} told reporters, "The talks were useful."',
        f'"The talks were useful," {LAVROV} said during a videoconference with his colleagues.',
    ],
)
def test_direct_speech_is_quoted_without_its_marks(text: str) -> None:
    assert [content.rstrip(".") for _, _, content in told(text)] == ["The talks were useful"]


def test_direct_speech_of_one_stance_is_one_statement() -> None:
    content = "We met in May and talked of trade. Those talks with all our partners in the region were useful"
    assert told(f'"{content}," {LAVROV} said.') == [("Sergey Lavrov", "says", content)]


def test_direct_speech_is_parted_where_its_stance_changes() -> None:
    first = "We met in May and talked about trade with all our partners in the region."
    second = "We hope that such meetings between our countries will become regular"
    assert told(f'"{first} {second}," {LAVROV} said.') == [
        ("Sergey Lavrov", "says", first),
        ("Sergey Lavrov", "hopes", second),
    ]


def test_direct_speech_goes_on_after_its_attribution() -> None:
    assert told(f'"The talks were useful," {LAVROV} said. "Nobody left the table."') == [
        ("Sergey Lavrov", "says", "The talks were useful"),
        ("Sergey Lavrov", "says", "Nobody left the table."),
    ]


def test_quotations_with_attributions_of_their_own_are_two_statements() -> None:
    text = f'"The talks were useful," {LAVROV} said. "Nobody left the table," the minister added.'
    assert told(text) == [
        ("Sergey Lavrov", "says", "The talks were useful"),
        ("Sergey Lavrov", "says", "Nobody left the table"),
    ]


def test_quotation_runs_over_paragraphs() -> None:
    text = f'"The talks were useful," {LAVROV} said.\n\n"Nobody left the table.\n\n"We will meet again."'
    assert [speaker for speaker, _, _ in told(text)] == ["Sergey Lavrov"] * 3


def test_borrowed_words_are_part_of_the_content() -> None:
    assert told(f'{LAVROV} said that the talks were "quite useful" to all.') == [
        ("Sergey Lavrov", "says", 'the talks were "quite useful" to all')
    ]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("He added that a new round was near.", "says"),
        ("A new round was near, the minister added.", "says"),
        ("A new round was near, Lavrov added.", "says"),
        ("The Russian minister noted that a new round was near.", "says"),
        ("The diplomat warned that a new round was near.", "warns"),
    ],
)
def test_speaker_is_named_again_in_other_words(sentence: str, stance: str) -> None:
    last = read(f"{LAVROV} said that the talks were useful. {sentence}")[-1]
    assert (last.speaker, last.office, last.state, last.stance) == ("Sergey Lavrov", "foreign minister", "RUS", stance)


def test_one_subject_says_several_things() -> None:
    text = f"{LAVROV} said that talks were useful, welcomed the truce and called for a summit, adding that it was late."
    assert [(stance, content) for _, stance, content in told(text)] == [
        ("says", "talks were useful"),
        ("welcomes", "the truce"),
        ("calls_for", "a summit"),
        ("says", "it was late"),
    ]


def test_several_speakers_of_one_sentence_are_told_apart() -> None:
    text = f"{LAVROV} said that the talks were useful, while Turkish President Recep Tayyip Erdogan warned of delays."
    assert told(text) == [
        ("Sergey Lavrov", "says", "the talks were useful"),
        ("Recep Tayyip Erdogan", "warns", "delays"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "state"),
    [
        ("The Russian Foreign Ministry said that talks were useful.", "Russian Foreign Ministry", "RUS"),
        ("India's Ministry of External Affairs said that talks were useful.", "Ministry of External Affairs", "IND"),
        ("The Kremlin said that talks were useful.", "Kremlin", "RUS"),
        ("Beijing said that talks were useful.", "Beijing", "CHN"),
        ("Saudi Arabia said that talks were useful.", "Saudi Arabia", "SAU"),
        ("OPEC said in a statement that talks were useful.", "OPEC", None),
        ("A joint statement said that talks were useful.", "joint statement", None),
        ("A White House official said that talks were useful.", "White House official", "USA"),
        ("Talks were useful, a spokesman for the Foreign Ministry told AFP.", "Foreign Ministry spokesman", None),
        ("Talks were useful, regional military sources said.", "regional military sources", None),
        ("Talks were useful, people familiar with the matter said.", "people familiar with the matter", None),
    ],
)
def test_institutions_states_and_the_nameless_speak(text: str, speaker: str, state: str | None) -> None:
    [record] = read(text)
    assert (record.speaker, record.office, record.state) == (speaker, None, state)


def test_institution_is_meant_by_its_noun_alone() -> None:
    records = read(
        "The Russian Foreign Ministry said that talks were useful. A new round was near, the ministry added."
    )
    assert [(one.speaker, one.state) for one in records] == [("Russian Foreign Ministry", "RUS")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The press service of the president reported on Monday.",
        f"{LAVROV} met his colleagues in Moscow and left for Sochi.",
        "The summit was proposed by Russia and is to be held in May.",
        "The member states of the SCO, which were at the table, gathered for a summit called by China.",
        f"{LAVROV} did not say whether he would come.",
        "It was the largest exercise ever announced.",
    ],
)
def test_what_tells_no_words_is_no_statement(text: str) -> None:
    assert read(text) == []


def test_lead_that_the_first_paragraph_repeats_is_read_once() -> None:
    lead = f"{LAVROV} expressed hope that the talks would go on"
    assert len(read(f"{lead}\n\nMOSCOW (Agency - 1st May, 2024) {lead}.")) == 1


def test_page_head_is_not_read() -> None:
    head = f"{LAVROV} said that the site is new.\n\n"
    assert read(head + "The talks ended.", body=len(head)) == []


def test_organization_names_its_office() -> None:
    [record] = read("CIS Executive Secretary Sergey Lebedev said that the talks were useful.")
    assert (record.office, record.state) == ("CIS Executive Secretary", None)


PARTS = st.sampled_from(
    [LAVROV, "said", "that", "hopes", '"', "The talks were useful,", ".", "according to", "Beijing", "he added", "\n",
     "announced", ", adding that", "“", "”", "told reporters", "(", ")", "which", "urged China to stop", "''"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=14))
def test_evidence_and_content_are_words_of_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for record in read(text):
        [evidence] = record.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert record.content
        assert record.content in text
