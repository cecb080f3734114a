"""A pattern asked by its words first finds what it finds alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.reading.needed import Need, needs_of
from comity.reading.quick import Quick, quick

_PATTERNS = (
    r"\b(?:chaired|presided\s+over|in\s+the\s+chair)\b",
    r"\bpresid(?:e|ed|es|ing)\s+over\s+(?:the\s+|its\s+)?(?:summit|session)s?\b",
    r"\b[Tt]he\s+(?:\w+\s+){0,3}one\s+in\b",
    r"(?<![\w-])(?:co-)?host\w*",
    r"\bhopes?\s+(?:that\s+)?(?:(?!at\b)[\w’'-]+\s+){0,3}$",
    r"^[^.;]{0,20}?\b(?:would|will)\b",
    r"(?:\b(?:and|or)\s){1,3}states?\b",
    r"[a-z][-–][A-Z]|\bboth\b",
)


def _settled(pattern: str, flags: int) -> Quick:
    asked = quick(pattern, flags)
    asked.settle()
    return asked


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("pattern", _PATTERNS)
@settings(max_examples=40, deadline=None)
@given(choice=st.data())
def test_what_matches_is_never_kept_out(pattern: str, flags: int, choice: st.DataObject) -> None:
    text = choice.draw(st.from_regex(re.compile(pattern, flags | re.ASCII)))
    found = re.compile(pattern, flags).search(text)
    asked = _settled(pattern, flags).search(text)
    assert (asked and asked.span()) == (found and found.span())


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_the_first_trials_find_the_same_as_the_later_ones(pattern: str) -> None:
    text = "The summit was co-hosted by both states, and the president, who presided over its sessions, hopes"
    asked = quick(pattern)
    told = {tuple(match.span() for match in asked.finditer(text)) for _ in range(100)}
    assert told == {tuple(match.span() for match in re.finditer(pattern, text))}


def test_a_search_sees_only_the_words_of_its_stretch() -> None:
    text = "It was chaired by Mali. It ended."
    asked = _settled(_PATTERNS[0], 0)
    assert asked.search(text, 0, 23) is not None
    assert asked.search(text, 23) is None


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:chaired|opened)\s+by\b", (Need(frozenset(("chaired", "opened"))), Need(frozenset(("by",))))),
        (r"\bhost\w*\s+of\b", (Need(frozenset(("host",)), frozenset(("host",))), Need(frozenset(("of",))))),
        (r"(?:took\s+)?part\b", ()),
        (r"\b\w+\s+\d+\b", ()),
        (r"\b(?:the|a)\s+\w+", ()),
    ],
)
def test_the_words_that_a_pattern_needs_are_read_off_it(pattern: str, needs: tuple[Need, ...]) -> None:
    assert needs_of(pattern, 0) == needs
