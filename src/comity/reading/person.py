"""A person where a text names him, and all the persons of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

import msgspec


class Person(msgspec.Struct, frozen=True):
    """A person where the text names him: "Russian Defence Minister Sergei Shoigu". `start:end` covers the name alone,
    `from_:to` the name with its office, before it or after it."""

    start: int
    end: int
    name: str
    office: str | None = None
    state: str | None = None
    from_: int = -1
    to: int = -1

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


class People(msgspec.Struct, frozen=True, dict=True):
    """The persons of a text in order, with look-ups by surname and by office."""

    all: tuple[Person, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [person.start for person in self.all]

    def between(self, start: int, end: int) -> list[Person]:
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        return [person for person in self.all[first:last] if person.end <= end]

    def at(self, position: int) -> Person | None:
        return next((person for person in self.all if person.from_ <= position < max(person.end, person.to)), None)

    def called(self, surname: str) -> Person | None:
        """The fullest mention of a surname."""
        same = [person for person in self.all if person.surname == surname or surname in person.name.split()]
        return max(same, key=lambda person: (bool(person.office), len(person.name)), default=None)

    def holding(self, office: str, before: int) -> Person | None:
        """The last person before a position whose office ends in these words ("the minister")."""
        earlier = [one for one in self.all if one.start < before and one.office and one.office.lower().endswith(office)]
        return earlier[-1] if earlier else None
