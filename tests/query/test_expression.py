"""The algebra's text form."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalog.loaded import load_names
from comity.errors import ExpressionError, UnknownNameError
from comity.query.expression import Combination, Expression, Operand, operands, parse

KNOWN = {
    "A": "A", "B": "B", "C": "C", "D": "D", "D-8": "D-8", "C5+1": "C5+1", "OPEC+": "OPEC+", "Union State": "Union State",
    "RUS-IND-CHN": "RUS-IND-CHN", "ШОС": "SCO", "上合组织": "SCO", "Trade & Transit": "TT",
    "Организация «Мост»": "OM",
}  # fmt: skip


def _parse(text: str, status: str = "member") -> Expression:
    # As spelling does it: a dash between words is none.
    return parse(text, lambda name: KNOWN.get(name.strip(" -")), status=status)


def _plain(expression: Expression) -> str:
    """With every bracket written."""
    if isinstance(expression, Operand):
        return expression.org if expression.status == "member" else f"{expression.org}:{expression.status}"
    return f"({_plain(expression.left)} {expression.operator} {_plain(expression.right)})"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A", "A"),
        ("  A  ", "A"),
        ("A & B", "(A & B)"),
        ("A&B", "(A & B)"),
        ("A-B", "(A - B)"),
        ("A - B - C", "((A - B) - C)"),
        ("A | B & C", "(A | (B & C))"),
        ("A & B | C", "((A & B) | C)"),
        ("A ^ B & C", "(A ^ (B & C))"),
        ("A | B ^ C", "(A | (B ^ C))"),
        ("A & B - C", "(A & (B - C))"),
        ("A - B & C", "((A - B) & C)"),
        ("(A | B) & C", "((A | B) & C)"),
        ("((A))", "A"),
        ("A:observer", "A:observer"),
        ("A : observer & B", "(A:observer & B)"),
        ("A:ANY", "A:any"),
        ("A:suspended", "A:suspended"),
        ("D-8", "D-8"),
        ("D-8 - A", "(D-8 - A)"),
        ("A-D-8", "(A - D-8)"),
        ("D - A", "(D - A)"),
        ("RUS-IND-CHN & A", "(RUS-IND-CHN & A)"),
        ("C5+1 | OPEC+", "(C5+1 | OPEC+)"),
        ("Union State", "Union State"),
        ("Union State - A", "(Union State - A)"),
        ('"Union State":observer', "Union State:observer"),
        ("'Union State' & A", "(Union State & A)"),
        ("«ШОС» & A", "(SCO & A)"),
        ("上合组织＆A", "(SCO & A)"),
        ("（A｜B）－C", "((A | B) - C)"),
        ("A − B", "(A - B)"),
        ("A -(B)", "(A - B)"),
        ('"Trade & Transit" & A', "(TT & A)"),
        ("Организация «Мост» - A", "(OM - A)"),
        ('A - "B"', "(A - B)"),
    ],
)
def test_text_is_read(text: str, read: str) -> None:
    assert _plain(_parse(text)) == read


def test_operators_bind_as_pythons_do() -> None:
    sets = {"A": frozenset({1, 2, 3}), "B": frozenset({2, 3, 4}), "C": frozenset({3, 4, 5}), "D": frozenset({1, 5, 6})}
    text = "A | B & C - D ^ A - C & B"
    assert eval(_plain(_parse(text)), {}, dict(sets)) == eval(text, {}, dict(sets))


def test_the_status_given_is_that_of_operands_without_one() -> None:
    assert [one.status for one in operands(_parse("A & B:member", "observer"))] == ["observer", "member"]


@pytest.mark.parametrize(
    ("text", "position", "why"),
    [
        ("", 0, "an organization is expected"),
        ("   ", 3, "an organization is expected"),
        ("A &", 3, "an organization is expected"),
        ("& A", 0, "not '&'"),
        ("A & & B", 4, "not '&'"),
        ("A B", 2, "an operator (& | - ^) is expected"),
        ("(A", 0, "never closed"),
        ("A & (B | C", 4, "never closed"),
        ("A)", 1, "unexpected ')'"),
        ("()", 1, "not ')'"),
        ("A (B)", 2, "unexpected '('"),
        ('"A', 0, "never closed"),
        ("A:", 1, "a status is expected"),
        ("A: & B", 1, "a status is expected"),
        ("A:observer:member", 10, "unexpected ':'"),
        ("-A", 0, "not '-'"),
    ],
)
def test_a_slip_is_told_with_its_place(text: str, position: int, why: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        _parse(text)
    assert caught.value.position == position
    assert why in caught.value.why


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("A & XYZ", "organization", "XYZ"),
        ("XYZ - A", "organization", "XYZ"),
        ('"No Such"', "organization", "No Such"),
        ("A:friend", "status", "friend"),
        ("RUS-CHN-IND", "organization", "RUS-CHN-IND"),
    ],
)
def test_an_unknown_name_is_told(text: str, kind: str, name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        _parse(text)
    assert (caught.value.kind, caught.value.name) == (kind, name)


def test_an_unknown_default_status_is_told() -> None:
    with pytest.raises(UnknownNameError, match="observer"):
        _parse("A", "obsrver")


def test_a_slip_in_a_name_brings_suggestions() -> None:
    names = load_names()
    with pytest.raises(UnknownNameError) as caught:
        parse("Arab Leage", names.organization, suggest=names.near)
    assert "LAS" in caught.value.near


_TREES = st.recursive(
    st.sampled_from([Operand(code, status) for code in "ABCD" for status in ("member", "observer")]),
    lambda inner: st.builds(Combination, st.sampled_from("&|^-"), inner, inner),
    max_leaves=6,
)


@given(_TREES)
def test_what_is_written_with_brackets_is_read_back(tree: Expression) -> None:
    assert _plain(_parse(_plain(tree))) == _plain(tree)


@given(st.text(alphabet="AB &|^-():\"'«", max_size=20))
def test_any_text_is_read_or_refused_as_a_usage_error(text: str) -> None:
    # Any other error fails the test.
    with suppress(ExpressionError, UnknownNameError):
        assert set(operands(_parse(text))) <= {Operand("A"), Operand("B")}
