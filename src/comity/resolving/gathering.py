"""Who meets: organizations, states and people, gathered from all who tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from comity.model.record import Participant
from comity.resolving.claims import best, claims_of
from comity.resolving.telling import Telling

# Two spellings of one family name are at least this alike: Mirzo and Mirzoev, Tokaev and Tokayev.
_ALIKE = 0.75


def organizations_of(tellings: Sequence[Telling]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Hosts and guests. Whom any report calls a guest is one, as long as a host is left."""
    hosts = _ordered(tellings, lambda one: one.record.orgs)
    guests = _ordered(tellings, lambda one: one.record.guests)
    invited = {format_key(one) for one in guests}
    left = tuple(one for one in hosts if format_key(one) not in invited)
    if left:
        return left, guests
    known = {format_key(one) for one in hosts}
    return hosts, tuple(one for one in guests if format_key(one) not in known)


def states_of(tellings: Sequence[Telling], ask: Callable[[Telling], tuple[str, ...]]) -> tuple[str, ...]:
    """All that any report names, in the order of those that name most."""
    return _ordered(tellings, ask)


def people_of(tellings: Sequence[Telling]) -> tuple[Participant, ...]:
    """Each person once, under the fullest name, with the office and state that most reports give."""
    told = Counter(person for one in tellings for person in dict.fromkeys(one.record.persons) if person.name.split())
    groups: list[list[Participant]] = []
    for person in sorted(told, key=_fullest_first):
        known = next((group for group in groups if any(_is_same(person, other) for other in group)), None)
        if known is None:
            groups.append([person])
        else:
            known.append(person)
    return tuple(_one_of(group, told) for group in groups)


def chair_of(tellings: Sequence[Telling]) -> str | None:
    """Who presides, by most voices, under the fullest name that reports give."""
    claims = claims_of(tellings, lambda one: one.record.chair)
    chosen = best(claims)
    spellings = [one.value for one in claims if chosen and is_same_name(one.value, chosen)]
    return max(spellings, key=lambda name: (len(name.split()), len(name), name), default=None)


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings in one script may name one person: "Putin", "V. Putin" and "Vladimir Putin"."""
    words, others = _words(one), _words(other)
    return words <= others or others <= words or _is_initial(one, other)


def format_key(org: str) -> str:
    """The same for a format that is named by its states, in whatever order."""
    return "-".join(sorted(org.split("-")))


def _ordered(tellings: Sequence[Telling], ask: Callable[[Telling], tuple[str, ...]]) -> tuple[str, ...]:
    """In the order of the list that most voices give, then of the longest; what only others name comes after."""
    lists = claims_of(tellings, ask)
    found: dict[str, str] = {}
    for claim in sorted(lists, key=lambda one: (-len(one.voices), -len(one.value), one.value)):
        for name in claim.value:
            found.setdefault(format_key(name), name)
    return tuple(found.values())


def _fullest_first(person: Participant) -> tuple[bool, int, int, str, str, str]:
    words = person.name.split()
    return (
        not person.name.isascii(),
        -len(words),
        -len(person.name),
        person.name,
        person.state or "",
        person.office or "",
    )


def _is_same(one: Participant, other: Participant) -> bool:
    """One name in two spellings; in two scripts only the office and the state can tell."""
    if one.state and other.state and one.state != other.state:
        return False
    if _script(one.name) != _script(other.name):
        return _is_same_office(one, other)
    if is_same_name(one.name, other.name):
        return True
    return _is_same_office(one, other) and any(
        SequenceMatcher(None, word, known).ratio() >= _ALIKE
        for word in _family(one.name)
        for known in _family(other.name)
    )


def _is_same_office(one: Participant, other: Participant) -> bool:
    return bool(one.office and one.state) and (one.office, one.state) == (other.office, other.state)


def _is_initial(one: str, other: str) -> bool:
    """V. Putin is Vladimir Putin."""
    first, second = one.replace(".", ". ").split(), other.replace(".", ". ").split()
    if first[-1].casefold() != second[-1].casefold() or len(first) < 2 or len(second) < 2:
        return False
    short = min(first[0], second[0], key=len).rstrip(".")
    return len(short) == 1 and first[0][0].casefold() == second[0][0].casefold()


def _words(name: str) -> set[str]:
    return {word.casefold() for word in name.replace("-", " ").split()}


def _family(name: str) -> set[str]:
    """The words of a name one of which is the family's: the first or the last, by the custom of its people."""
    words = name.casefold().split()
    return {words[0], words[-1]}


def _script(name: str) -> str:
    letter = next((one for one in name if one.isalpha()), "")
    return "han" if "\u3400" <= letter <= "\u9fff" else "cyrillic" if "\u0400" <= letter <= "\u04ff" else "latin"


def _one_of(group: Iterable[Participant], told: Counter[Participant]) -> Participant:
    group = list(group)
    return Participant(
        group[0].name,
        _most((one.office, told[one]) for one in group if one.office),
        _most((one.state, told[one]) for one in group if one.state),
    )


def _most(counted: Iterable[tuple[str, int]]) -> str | None:
    """What is told most often; of equals the longest."""
    total: Counter[str] = Counter()
    for value, times in counted:
        total[value] += times
    return max(total, key=lambda value: (total[value], len(value), value), default=None)
