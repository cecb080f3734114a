"""A list of who came or was named, beside those whom the format invites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from comity.catalog.names import Name, Names
from comity.model.invitation import Capacity, Roll

_BULLET = re.compile(r"^\s*(?:[-*•·–—]+|\(?\d{1,3}[.)])\s+")


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Twelve states named in a file; `codes` are what its names stand for, `unknown` names that stand for nothing sure.

    `origin` is the file, "names" or the event that they come from. `unknown` says why, where a name stands for several.
    """

    origin: str
    codes: tuple[str, ...]
    unknown: tuple[str, ...] = ()


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """ "Moldova is invited by the format and not on the list"."""

    state: str
    name: str
    says: str
    capacities: tuple[Capacity, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What a list and an invitation do not agree on.

    `missing` are invited and not on the list; `strangers` on it and not invited; `undecided` are doubtful ones, whether
    on the list or not; `unknown` are names that no state is known by.
    """

    origin: str
    named: tuple[str, ...]
    missing: tuple[Remark, ...]
    strangers: tuple[Remark, ...]
    undecided: tuple[Remark, ...] = ()
    unknown: tuple[str, ...] = ()


def read_list(lines: Iterable[str], names: Names, *, origin: str) -> Listed:
    """The states that lines name, one each, or several with commas or semicolons between; # starts a remark."""
    codes, unknown = [], []
    for line in lines:
        text = _BULLET.sub("", line.partition("#")[0]).strip()
        for part in _parts(text, names):
            found = _named(part, names)
            if len(found) == 1:
                codes.append(found[0].code)
            else:
                unknown.append(_unsure(part, found))
    return Listed(origin=origin, codes=tuple(dict.fromkeys(codes)), unknown=tuple(unknown))


def _parts(text: str, names: Names) -> Iterator[str]:
    """One name that holds a comma stays whole: "Korea, Republic of"."""
    for part in text.split(";"):
        if "," in part and len(_named(part.strip(), names)) != 1:
            yield from (one.strip() for one in part.split(",") if one.strip())
        elif part.strip():
            yield part.strip()


def _named(text: str, names: Names) -> tuple[Name, ...]:
    found = names.resolve(text)
    return (found,) if found else names.resolve_all(text)


def _unsure(text: str, found: tuple[Name, ...]) -> str:
    return f"{text} ({' or '.join(one.code for one in found)})" if found else text


def compare(roll: Roll, listed: Listed, name: Callable[[str], str]) -> Comparison:
    """Who is missing, who is a stranger, and who is doubtful anyway."""
    on_list, called = set(listed.codes), {one.code: one for one in roll.called}
    certain = [one for one in roll.called if one.certain]
    doubtful = [one for one in roll.called if not one.certain]
    return Comparison(
        origin=listed.origin,
        named=listed.codes,
        missing=tuple(
            _remark(one.code, name, "is invited by the format and not on the list", one.capacities)
            for one in certain
            if one.code not in on_list and one.is_state
        ),
        strangers=tuple(
            _remark(code, name, _strange(roll.others.get(code, ())), roll.others.get(code, ()))
            for code in listed.codes
            if code not in called
        ),
        undecided=tuple(
            _remark(
                one.code,
                name,
                f"is doubtful, and {'on' if one.code in on_list else 'not on'} the list",
                one.capacities,
            )
            for one in doubtful
            if one.is_state
        ),
        unknown=listed.unknown,
    )


def _remark(code: str, name: Callable[[str], str], says: str, capacities: tuple[Capacity, ...]) -> Remark:
    return Remark(state=code, name=name(code), says=f"{name(code)} {says}", capacities=capacities)


def _strange(others: tuple[Capacity, ...]) -> str:
    if not others:
        return "is on the list and belongs to none"
    places = " and ".join(f"{one.status.replace('_', ' ')} of {one.org}" for one in others)
    return f"is on the list, though it is only {places}"
