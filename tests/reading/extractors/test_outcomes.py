"""Documents adopted and decisions taken; planned ones are neither."""

from __future__ import annotations

import pytest

from comity.reading.extractors.outcomes import extract
from tests.reading.extractors.reports import analysed


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.type, one.orgs) for one in extract(analysed(text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SCO leaders adopted the Astana Declaration.", "declaration"),
        ("A roadmap was approved at the SCO summit.", "roadmap"),
        ("The SCO ministers signed a memorandum of understanding.", "memorandum"),
        ("A joint action plan was also endorsed by the SCO.", "plan"),
        ("In a joint statement, the SCO ministers condemned the attack.", "statement"),
        ("The SCO talks ended, a communique said.", "communique"),
        ("An agreement on trade, signed on Thursday by SCO ministers, covers customs.", "agreement"),
        ("The treaty was signed by the leaders of the SCO.", "treaty"),
        ("The SCO leaders agreed at the summit to set up a bank.", "decision"),
        ("The decision was taken by the SCO council.", "decision"),
        ("Zhang Ming was appointed SCO Secretary General.", "decision"),
    ],
)
def test_outcome_has_its_type(text: str, kind: str) -> None:
    assert read(text) == [(kind, ("SCO",))]


@pytest.mark.parametrize(
    "text",
    [
        "SCO leaders will adopt a declaration.",
        "A declaration is expected to be signed at the SCO summit.",
        "The SCO did not adopt a declaration.",
        "SCO ministers prepared a draft declaration.",
        "The SCO leaders plan to sign an agreement.",
        "The Foreign Ministry said in a statement that the SCO had met.",
        "SCO ministers discussed the agreement.",
        "The SCO leaders agreed to meet again.",
        "The allies signed the accession protocols of NATO.",
    ],
)
def test_planned_denied_and_mentioned_documents_are_no_outcomes(text: str) -> None:
    assert read(text) == []


def test_all_papers_of_one_verb_are_outcomes() -> None:
    assert [kind for kind, _ in read("The SCO adopted a declaration, a strategy and a plan of cooperation.")] == [
        "declaration",
        "plan",
    ]


def test_paper_spoken_of_again_is_not_counted_twice() -> None:
    text = "The SCO adopted a declaration on Thursday. The declaration adopted in Astana condemns terrorism."
    assert read(text) == [("declaration", ("SCO",))]


def test_two_organizations_that_meet_share_the_outcome() -> None:
    assert read("The GCC and the EU adopted a joint communique.") == [("communique", ("GCC", "EU"))]


def test_two_states_by_themselves_have_no_organization() -> None:
    assert read("The SCO met. Russia and China signed an agreement.") == [("agreement", ())]


def test_evidence_is_exact() -> None:
    text = "At the end, SCO leaders adopted the Astana Declaration."
    [record] = extract(analysed(text))
    assert record.evidence[0].quote == "adopted the Astana Declaration"


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("SAARC was founded in 1985 through the Dhaka Declaration.", [("declaration", ("SAARC",))]),
        ("The EAC summit further directed the Council of Ministers to draw up a plan.", [("decision", ("EAC",))]),
        ("A joint statement called the Lusaka Declaration was released by the African Union.",
         [("declaration", ("AU",))]),
        ("The leaders of SADC have agreed to the proposed dates.", []),
        ("G7 leaders pledged around 50 billion dollars to help poor countries.", []),
        ("President Prabowo visited Hanoi on Monday. The two leaders witnessed the signing of three memorandums of understanding.",
         [("memorandum", ())]),
    ],
)  # fmt: skip
def test_what_a_paper_or_a_decision_is(text: str, outcomes: list[tuple[str, tuple[str, ...]]]) -> None:
    assert read(text) == outcomes
