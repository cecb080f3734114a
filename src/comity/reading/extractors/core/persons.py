"""Persons beside their offices: "министр обороны России Сергей Шойгу", 俄罗斯国防部长绍伊古."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reading.languages import Adapter
from comity.reading.mentions import Mention
from comity.reading.person import People, Person

# What one of those who meet at a level is called.
_OFFICES = {
    "heads_of_state": "president",
    "heads_of_government": "prime minister",
    "foreign_ministers": "foreign minister",
    "defence_ministers": "defence minister",
    "interior_ministers": "interior minister",
    "security_council_secretaries": "security council secretary",
    "chiefs_of_general_staff": "chief of the General Staff",
    "secretaries_general": "secretary-general",
}
_OF_ORGANIZATION = ("secretary-general", "deputy secretary-general", "executive secretary")
_WHOSE = ("state", "adjective", "org", "metonym")
_GAP = 2
_SENTENCE = re.compile(r"[.!?。！？;；\n]")


def find_people(text: str, mentions: tuple[Mention, ...], adapter: Adapter) -> People:
    """All persons that the text names with an office, and where it names them again by the last part of the name."""
    if adapter.person is None:
        return People(())
    found: list[Person] = []
    office: Mention | None = None
    whose: list[Mention] = []
    named_at = {one.start for one in mentions if one.kind in _WHOSE}
    for one in mentions:
        last = whose[-1] if whose else office
        if last is not None and _SENTENCE.search(text, last.end, one.start) and one.kind not in ("office",):
            office, whose = None, []
        if one.kind in ("office", "level_people"):
            before = [other for other in whose if 0 <= one.start - other.end <= 1]
            office, whose = one, before
        elif one.kind in _WHOSE:
            whose = [one] if office is None or one.start - (last.end if last else 0) > _GAP else [*whose, one]
        else:
            continue
        # In 俄罗斯国防部长绍伊古 the state comes first, so that no name stands behind it.
        if office is None or not (adapter.head_first or one is office):
            continue
        person = _named(text, one, office, whose, adapter)
        if person and named_at.isdisjoint(range(person.start, person.end)):
            found.append(person)
    return People(tuple(sorted([*found, *_again(text, found, adapter)], key=lambda one: one.start)))


def _named(text: str, last: Mention, office: Mention, whose: list[Mention], adapter: Adapter) -> Person | None:
    """The person whose name stands right behind the office or the state."""
    assert adapter.person is not None
    match = adapter.person.match(text, last.end)
    if match is None:
        return None
    name = match["name"]
    start = match.start("name")
    state = next((one.code for one in reversed(whose) if one.kind in ("state", "adjective", "metonym")), None)
    title = office.code if office.kind == "office" else _OFFICES.get(office.level or "")
    org = next((one.code for one in whose if one.kind == "org"), None)
    if title in _OF_ORGANIZATION and org:
        title = f"{title} of the {org}"
    return Person(start, start + len(name), name, title or None, state, min(office.start, start), start + len(name))


def _again(text: str, known: list[Person], adapter: Adapter) -> Iterator[Person]:
    """Later mentions by the surname alone, in whatever case it stands."""
    taken = [(one.start, one.end) for one in known]
    seen: set[str] = set()
    for person in known:
        surname = person.surname
        shape = rf"\b{re.escape(surname[:-1])}\w{{0,3}}\b" if adapter.spaced else re.escape(surname)
        if surname in seen or (adapter.spaced and (len(surname) < 4 or surname == person.name)):
            continue
        seen.add(surname)
        for match in re.finditer(shape, text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                yield Person(match.start(), match.end(), person.name, person.office, person.state, *match.span())
