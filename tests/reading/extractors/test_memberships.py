"""Memberships: lists, changes, statuses, and what looks like them and is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reading.extractors import memberships
from comity.reading.extractors.memberships import extract
from tests.reading.extractors.reports import analysed


def read(text: str, *, title: str | None = None) -> set[tuple[str, str, str, str | None]]:
    return {(one.org, one.state, one.status, one.change) for one in extract(analysed(text, title=title))}


def each(
    org: str, states: str, status: str = "member", change: str | None = None
) -> set[tuple[str, str, str, str | None]]:
    return {(org, state, status, change) for state in states.split()}


@pytest.mark.parametrize(
    "text",
    [
        "The CSTO comprises Armenia, Belarus and Russia.",
        "The CSTO includes three states, namely Armenia, Belarus and Russia.",
        "Armenia, Belarus and Russia belong to the CSTO.",
        "Armenia, Belarus and Russia are members of the CSTO.",
        "The members of the CSTO are Armenia, Belarus and Russia.",
        "The CSTO has three members: Armenia, Belarus and Russia.",
        "The CSTO (Armenia, Belarus and Russia) was silent.",
        "The CSTO spoke. The alliance's members are Armenia, Belarus and Russia.",
        "The CSTO unites three post-Soviet states – Armenia, Belarus, and Russia.",
        "Besides Armenia, the CSTO includes Belarus and Russia.",
    ],
)
def test_list_of_members_gives_a_record_for_each_state(text: str) -> None:
    assert read(text) == each("CSTO", "ARM BLR RUS")


def test_states_of_all_organizations_named_before_belong_to_each_of_them() -> None:
    text = "The SCO spoke. The CSTO and the CIS waited. Russia and Tajikistan are members of all three organizations."
    assert read(text) == each("SCO", "RUS TJK") | each("CSTO", "RUS TJK") | each("CIS", "RUS TJK")


@pytest.mark.parametrize(
    ("text", "status", "change"),
    [
        ("Belarus has officially become a full member of the SCO.", "member", "accession"),
        ("Belarus was admitted to the SCO in Astana.", "member", "accession"),
        ("Belarus on Thursday formally joined the SCO.", "member", "accession"),
        ("The SCO admitted Belarus.", "member", "accession"),
        ("Belarus was granted observer status in the SCO.", "observer", "accession"),
        ("The SCO granted Belarus the status of dialogue partner.", "dialogue_partner", "accession"),
        ("Belarus became a dialogue partner of the SCO.", "dialogue_partner", "accession"),
        ("Belarus has observer status in the SCO.", "observer", None),
        ("Belarus is an SCO observer.", "observer", None),
        ("Belarus took part in the SCO summit as an observer.", "observer", None),
        ("Belarus applied for membership of the SCO.", "applicant", "application"),
        ("Belarus signed a memorandum of obligations with the SCO.", "applicant", "signature"),
        ("The lower house ratified Belarus's accession to the SCO.", "applicant", "ratification"),
        ("The SCO suspended Belarus.", "suspended", "suspension"),
        ("Belarus was suspended from the SCO.", "suspended", "suspension"),
        ("Belarus has frozen its participation in the SCO.", "suspended", "freeze"),
        ("Minsk froze its participation in the SCO.", "suspended", "freeze"),
        ("Belarus left the SCO.", "former", "withdrawal"),
        ("Belarus pulled out of the SCO.", "former", "withdrawal"),
        ("Belarus announced its withdrawal from the SCO.", "member", "withdrawal"),
        ("Belarus, a candidate, was invited by the SCO.", "applicant", None),
    ],
)
def test_change_has_its_status(text: str, status: str | None, change: str | None) -> None:
    assert read(text) == (set() if status is None else {("SCO", "BLR", status, change)})


@pytest.mark.parametrize(
    "text",
    [
        "Belarus is not a member of the SCO.",
        "Belarus has never joined the SCO.",
        "Neither Belarus nor Turkmenistan is a member of the SCO.",
        "Belarus wants to join the SCO.",
        "Belarus could become a member of the SCO.",
        "Belarus may leave the SCO.",
        "Belarus hosted a meeting of the SCO.",
        "The SCO meeting was attended by China, India and Russia.",
        "The SCO thanked Belarus, Russia and China.",
        "Belarus left Astana after the SCO summit.",
        "Belarus will become a member of the SCO.",  # no day is given: a plan
    ],
)
def test_words_without_a_membership_give_none(text: str) -> None:
    assert read(text) == set()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Finland joined NATO on 4 April 2023.", "2023-04-04"),
        ("Finland became a member of NATO in April 2023.", "2023-04"),
        ("On Thursday, Finland joined NATO.", "2024-07-04"),
        ("Finland joined NATO.", None),
        ("Finland will become a member of NATO on 10 July 2024.", "2024-07-10"),
        ("Finland joined NATO, and Ukraine hopes to follow in 2030.", None),
    ],
)
def test_date_is_that_of_the_clause_and_never_invented(text: str, when: str | None) -> None:
    assert [one.date for one in extract(analysed(text))] == [when]


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("NATO met in Brussels. Sweden joined the alliance in 2024.", "NATO"),
        ("The African Union met. Niger was suspended from the bloc.", "AU"),
        ("The EU held talks. Croatia joined the Union in 2013.", "EU"),
    ],
)
def test_second_mention_means_the_organization_that_has_the_noun(text: str, org: str) -> None:
    assert {one.org for one in extract(analysed(text))} == {org}


def test_country_and_pronoun_mean_the_state_before() -> None:
    text = "Uzbekistan is neutral. It joined the CSTO in 1992. In 2012 it suspended its membership."
    assert read(text) == {
        ("CSTO", "UZB", "member", "accession"),
        ("CSTO", "UZB", "suspended", "suspension"),
    }


def test_those_who_did_the_same_at_another_time_have_their_own_dates() -> None:
    text = "Greece joined NATO in 1952, West Germany in 1955 and Spain in 1982."
    assert [(one.state, one.date) for one in extract(analysed(text))] == [
        ("GRC", "1952"),
        ("DEU", "1955"),
        ("ESP", "1982"),
    ]


def test_it_means_the_organization_that_the_sentence_before_is_about() -> None:
    text = "The SCO was founded in 2001. It includes China, India and Russia."
    assert read(text) == each("SCO", "CHN IND RUS")


def test_same_membership_said_twice_is_one_record() -> None:
    text = "Russia and Belarus are members of the CSTO. Russia and Belarus belong to the CSTO."
    assert [one.state for one in extract(analysed(text))] == ["RUS", "BLR"]


def test_evidence_is_exact_and_holds_the_state_and_the_organization() -> None:
    text = "Leaders met. On Thursday Belarus became a member of the SCO, officials said."
    [record] = extract(analysed(text))
    [evidence] = record.evidence
    assert text[evidence.start : evidence.end] == evidence.quote == "Belarus became a member of the SCO"
    assert record.rule == "a state becomes a member"


def test_language_without_cue_words_yields_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memberships, "has_words", lambda language, topic: False)
    assert list(extract(analysed("Sweden joined NATO."))) == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["the SCO", "Belarus", "joined", "left", "members", ":", "and", "it", "is", "(", "not", "2023", ".\n"]
        )
    )
)
def test_any_words_give_evidence_that_is_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for record in extract(analysed(text)):
        assert all(text[one.start : one.end] == one.quote for one in record.evidence)
