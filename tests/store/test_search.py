"""Reports are found by their words, in three languages, on every back end alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.model.document import Document
from comity.model.record import Reading
from comity.store import Store

NewDatabase = Callable[[], str]

REPORTS = (
    Document("en", "en.txt", "The defence ministers met in Moscow on Friday.", "SCO ministers meet", language="en"),
    Document("tr", "tr.txt", "Türkiye will join the talks of 2024.", None, language="en"),
    Document("ru", "ru.txt", "Саммит министров обороны прошёл в Москве.", "Встреча в Москве", language="ru"),
    Document("zh", "zh.txt", "上海合作组织成员国国防部长会议4日在莫斯科举行。", "上合组织防长会议", language="zh"),
)


@pytest.fixture
def store(new_database: NewDatabase) -> Iterator[Store]:
    with Store.open(new_database()) as opened:
        for number, told in enumerate(REPORTS):
            _add(opened, told, published=date(2020, 9, 1 + number))
        yield opened


def _add(store: Store, told: Document, **fields: Any) -> None:
    store.add(msgspec.structs.replace(told, **fields), Reading(()))


def _found(store: Store, text: str, **sought: Any) -> set[str]:
    return {one.document for one in store.search(text, **sought)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Moscow", {"en"}),
        ("moscow ministers", {"en"}),
        ("minister", {"en"}),
        ("Moscow Berlin", set()),
        ('"defence ministers"', {"en"}),
        ('"ministers defence"', set()),
        ('"minister"', set()),
        ("Turkiye", {"tr"}),
        ("TÜRKİYE", {"tr"}),
        ("2024", {"tr"}),
        ("202", set()),
        ("министр", {"ru"}),
        ("МОСКВА", {"ru"}),
        ("встречи обороны", {"ru"}),
        ("国防部长", {"zh"}),
        ("防长", {"zh"}),
        ("部长国防", set()),
        ("上合组织 莫斯科", {"zh"}),
        ("", set()),
        ("...", set()),
    ],
)
def test_a_report_is_found_by_its_words(store: Store, text: str, found: set[str]) -> None:
    assert _found(store, text) == found


@pytest.mark.parametrize(
    "text",
    ['"', "'", "a'b", "*", "met AND", "NOT met", "NEAR(met)", "title:met", "met)", "a & | ! b", ":*", "\\", "%_", "\0"],
)
def test_no_text_is_taken_for_the_databases_language(store: Store, text: str) -> None:
    assert _found(store, text) <= {"en", "tr", "ru", "zh"}


def test_reports_are_found_by_language_and_day(store: Store) -> None:
    assert _found(store, "Москве", language="en") == set()
    assert _found(store, "Москве", since=date(2020, 9, 3), until=date(2020, 9, 4)) == {"ru"}
    assert _found(store, "Москве", until=date(2020, 9, 3)) == set()


def test_what_was_found_is_marked_in_the_reports_own_words(store: Store) -> None:
    (one,) = store.search("министр обороны")
    text = REPORTS[2].text
    assert text[one.snippet.start :].startswith(one.snippet.text)
    assert [one.snippet.text[start:end] for start, end in one.snippet.marks] == ["министров", "обороны"]


def test_a_chinese_word_is_marked_whole(store: Store) -> None:
    (one,) = store.search("国防部长")
    assert [one.snippet.text[start:end] for start, end in one.snippet.marks] == ["国防部长"]


def test_a_snippet_of_a_long_report_lies_around_most_of_what_was_asked(store: Store) -> None:
    text = f"Moscow. {'Nothing of note. ' * 100}In Moscow the rectors conferred. {'Nothing more. ' * 100}"
    store.add(Document("long", "long.txt", text), Reading(()))
    (one,) = store.search("rectors Moscow")
    assert len(one.snippet.text) <= 240
    assert [one.snippet.text[start:end] for start, end in one.snippet.marks] == ["Moscow", "rectors"]


def test_the_title_counts_for_more_than_the_text(store: Store) -> None:
    store.add(Document("t", "t.txt", "Words of no matter here at all.", "Rectors confer"), Reading(()))
    store.add(Document("u", "u.txt", "Of the rectors no more was heard.", "Other words"), Reading(()))
    assert [one.document for one in store.search("rectors")] == ["t", "u"]


def test_a_report_that_is_corrected_is_found_by_its_new_words_alone(store: Store) -> None:
    _add(store, REPORTS[0], text="The rectors conferred in Minsk.", title=None)
    assert (_found(store, "Moscow"), _found(store, "rectors")) == (set(), {"en"})


def test_no_more_are_found_than_asked_for(store: Store) -> None:
    for number in range(5):
        store.add(Document(f"r{number}", "r.txt", "The rectors conferred."), Reading(()))
    assert len(store.search("rectors", limit=3)) == 3


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_any_text_is_a_question(store: Store, text: str) -> None:
    store.search(text)
