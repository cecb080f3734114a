"""The same thing said in the styles of many wires: tables of sentences and of what each says (tests/tables)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from comity.reading.extractors import chairs, memberships, outcomes, tallies
from tests.reading.extractors.reports import analysed

TABLES = Path(__file__).parents[2] / "tables"


def rows(name: str) -> list[tuple[date, str, str]]:
    """The lines of a table: the day of publication, the words, what they say."""
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parts = [[part.strip() for part in line.split("|")] for line in lines if not line.startswith("#")]
    return [(date.fromisoformat(day), words.replace("\\n", "\n"), said) for day, words, said in parts]


def records(said: str) -> list[list[str | None]]:
    """ "SCO BLR observer - -" as its parts, "-" being nothing."""
    return [[None if part == "-" else part for part in one.split()] for one in said.split(";") if one.strip()]


@pytest.mark.parametrize(("day", "words", "said"), rows("memberships"))
def test_who_belongs_comes_and_goes_is_told(day: date, words: str, said: str) -> None:
    got = {
        (one.org, one.state, one.status, one.change, one.date)
        for one in memberships.extract(analysed(words, published=day))
    }
    assert got == {
        (org, state, status, change, when)
        for org, states, status, change, when in records(said)
        for state in (states or "").split(",")
    }


@pytest.mark.parametrize(("day", "words", "said"), rows("chairs"))
def test_who_presides_is_told_with_the_term(day: date, words: str, said: str) -> None:
    got = {(one.org, one.state, one.start, one.end) for one in chairs.extract(analysed(words, published=day))}
    assert got == {tuple(one) for one in records(said)}


@pytest.mark.parametrize(("day", "words", "said"), rows("tallies"))
def test_what_is_counted_is_told(day: date, words: str, said: str) -> None:
    got = {(one.value, one.bound, one.org) for one in tallies.extract(analysed(words, published=day))}
    assert got == {(float(value or 0), bound, org) for value, bound, org in records(said)}


@pytest.mark.parametrize(("day", "words", "said"), rows("outcomes"))
def test_what_is_adopted_and_decided_is_told(day: date, words: str, said: str) -> None:
    got = {(one.type, frozenset(one.orgs)) for one in outcomes.extract(analysed(words, published=day))}
    assert got == {(kind, frozenset((orgs or "").split("/")) - {""}) for kind, orgs in records(said)}
