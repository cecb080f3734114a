"""Whose turn it is: alphabets and lists, and who lets a turn pass."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalog.loaded import load_catalog
from comity.catalog.rotations_file import load_rotation, rotations
from comity.model.membership import Source
from comity.model.rotation import Break, Order, Return, Rotation, Skip
from comity.planning.rotation import Term, Trial, World, in_order, next_in_turn, plainly_next, trials
from comity.query import members

RULE = Source("rule", "The charter")
START = date(2000, 1, 1)
DAY = date(2030, 1, 1)


def world(**since: int) -> World:
    """States called as their codes, each a member from a year on."""
    return World(
        lambda _, day: frozenset(code for code, year in since.items() if date(year, 1, 1) <= day), lambda code, _: code
    )


def alphabet(*, skips: Sequence[Skip] = (), breaks: Sequence[Break] = (), term: str = "year") -> Rotation:
    order = Order(since=START, term=term, source=RULE, alphabet="en", among="ABC")
    return Rotation(org="ABC", orders=(order,), skips=tuple(skips), breaks=tuple(breaks))


def listed(*states: str, cycle: bool = True, term: str = "year") -> Rotation:
    return Rotation(org="ABC", orders=(Order(since=START, term=term, source=RULE, states=states, cycle=cycle),))


def terms(*states: str, until: int = 2030) -> list[Term]:
    """One a year, the last one in the year before."""
    first = until - len(states)
    return [Term(state, date(first + at, 1, 1), None, RULE) for at, state in enumerate(states)]


FIVE = world(A=1990, B=1990, C=1990, D=1990, E=1990)


def test_the_next_in_the_alphabet_follows() -> None:
    assert next_in_turn(alphabet(), terms("A", "B"), DAY, FIVE).state == "C"


def test_after_the_last_comes_the_first() -> None:
    assert next_in_turn(alphabet(), terms("D", "E"), DAY, FIVE).state == "A"


def test_who_came_in_during_the_last_term_is_passed_over() -> None:
    found = next_in_turn(alphabet(), terms("A", "B"), DAY, world(A=1990, B=1990, C=2030, D=1990, E=1990))
    assert found.state == "D"
    assert "C is passed over: it was not in yet when B took over" in found.because


def test_who_presided_a_short_while_ago_is_passed_over() -> None:
    found = next_in_turn(alphabet(), terms("C", "B"), DAY, FIVE)
    assert found.state == "D"
    assert any("less than half a round ago" in reason for reason in found.because)


def test_who_let_the_last_turn_pass_is_not_expected_again() -> None:
    past = terms("A", "B", "D", "E", "A", "B")
    assert next_in_turn(alphabet(), past, DAY, FIVE).state == "D"


def test_a_newcomers_first_turn_passed_teaches_nothing() -> None:
    past = terms("A", "B", "D", "E", "A", "B")
    assert next_in_turn(alphabet(), past, DAY, world(A=1990, B=1990, C=2024, D=1990, E=1990)).state == "C"


def test_a_term_out_of_turn_teaches_nothing() -> None:
    past = terms("A", "B", "D", "E", "A", "B")
    broken = Break(day=past[2].start, why="a strike", source=RULE)
    assert next_in_turn(alphabet(breaks=[broken]), past, DAY, FIVE).state == "C"


def test_who_stands_aside_by_a_decision_is_passed_over_with_its_source() -> None:
    decision = Source("note", "A ministry")
    skip = Skip(state="C", since=date(2029, 6, 1), why="it gave up the chair", source=decision)
    found = next_in_turn(alphabet(skips=[skip]), terms("A", "B"), DAY, FIVE)
    assert found.state == "D"
    assert found.sources == (RULE, decision)


def test_a_decision_of_the_day_itself_was_not_known_before_it() -> None:
    skip = Skip(state="C", since=DAY, why="it gave up the chair", source=RULE)
    assert next_in_turn(alphabet(skips=[skip]), terms("A", "B"), DAY, FIVE).state == "C"


def test_a_decision_that_has_ended_no_longer_counts() -> None:
    skip = Skip(state="C", since=START, until=date(2029, 1, 1), why="it gave up the chair", source=RULE)
    assert next_in_turn(alphabet(skips=[skip]), terms("A", "B"), DAY, FIVE).state == "C"


def test_who_is_known_to_return_is_expected_again() -> None:
    past = terms("A", "B", "D", "E", "A", "B")
    back = Return(state="C", since=date(2029, 6, 1), why="it is ready", source=RULE)
    known = msgspec.structs.replace(alphabet(), returns=(back,))
    assert next_in_turn(known, past, DAY, FIVE).state == "C"


def test_where_the_chair_has_left_the_next_in_the_alphabet_follows() -> None:
    assert next_in_turn(alphabet(), terms("A", "BB"), DAY, FIVE).state == "C"


def test_a_list_begins_anew() -> None:
    assert next_in_turn(listed("X", "Y", "Z"), terms("Z"), DAY, FIVE).state == "X"


def test_who_is_not_in_the_list_has_no_next() -> None:
    assert next_in_turn(listed("X", "Y", "Z"), terms("Q"), DAY, FIVE).state is None


@pytest.mark.parametrize(("day", "state"), [("2000-01-01", "X"), ("2000-07-01", "Y"), ("2001-06-30", "Z")])
def test_a_list_of_half_years_is_gone_through_once(day: str, state: str) -> None:
    once = listed("X", "Y", "Z", cycle=False, term="half-year")
    assert next_in_turn(once, terms("Q"), date.fromisoformat(day), FIVE).state == state


def test_a_list_that_has_ended_tells_nobody() -> None:
    found = next_in_turn(listed("X", "Y", cycle=False), terms("Q"), DAY, FIVE)
    assert found.state is None
    assert found.because == ("the agreed list ends before 2030-01-01",)


def test_before_the_rule_nobody_is_expected() -> None:
    assert next_in_turn(alphabet(), terms("A", until=1999), date(1999, 1, 1), FIVE).state is None


def test_accents_do_not_move_a_name() -> None:
    order = Order(since=START, term="year", source=RULE, alphabet="en", names={"A": "Österreich", "B": "Zypern"})
    assert in_order(order, DAY, world(A=1990, B=1990)) == ("A", "B")


@given(st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=14))
def test_whoever_is_expected_has_a_turn_and_does_not_preside(past: list[str]) -> None:
    found = next_in_turn(alphabet(), terms(*past), DAY, FIVE).state
    assert found is None or (found in "ABCDE" and found != past[-1])


@given(st.permutations("ABCDE"), st.sampled_from("ABCDE"))
def test_a_whole_round_of_plain_turns_has_everybody_once(names: list[str], first: str) -> None:
    order = Order(since=START, term="year", source=RULE, alphabet="en", names=dict(zip("ABCDE", names, strict=True)))
    found = [first]
    while len(found) < 5:
        found.append(plainly_next(order, found[-1], DAY, FIVE) or "")
    assert sorted(found) == list("ABCDE")
    assert plainly_next(order, found[-1], DAY, FIVE) == first


def _shipped(org: str, until: int = 2025, count: int = 11) -> list[Trial]:
    rotation, catalog = load_rotation(org), load_catalog()
    assert rotation is not None

    def inside(expression: str, day: date) -> frozenset[str]:
        found = members(expression, on=day)
        return (found.certain | found.possible) - found.non_states

    found = trials(rotation, catalog.chairs[org], World(inside, catalog.name))
    return [one for one in found if one.day.year <= until][-count:]


@pytest.mark.parametrize(("org", "plain", "ruled"), [("CSTO", 11, 11), ("SCO", 8, 10), ("CIS", 8, 11)])
def test_history_is_foretold_as_often_as_it_was(org: str, plain: int, ruled: int) -> None:
    found = _shipped(org)
    assert sum(one.plain == one.actual for one in found) == plain
    assert sum(one.ruled == one.actual for one in found) >= ruled


@pytest.mark.parametrize("org", rotations())
def test_the_rule_is_never_worse_than_the_plain_order(org: str) -> None:
    found = _shipped(org)
    assert found
    assert sum(one.ruled == one.actual for one in found) >= sum(one.plain == one.actual for one in found)
