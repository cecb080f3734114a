"""Other cases of a name, by the endings of its language: "Шанхайской организации сотрудничества" for "Шанхайская …"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import msgspec

from comity.catalog.yaml_file import read_yaml

Cases = tuple[str, ...]


class Inflection(msgspec.Struct, frozen=True):
    """Endings of the dictionary form and of the other cases, the longest first."""

    adjectives: dict[str, Cases]
    standing: dict[str, Cases]
    nouns: dict[str, Cases]

    def forms(self, name: str) -> set[str]:
        """The name in its other cases. Adjectives change with the noun behind them; what follows stays as it is."""
        words = name.split()
        if not words or name.isupper() or len(name) < 3:
            return set()
        alone = set(_replaced(words[0], self.standing)) if len(words) == 1 else set()
        return (alone | self._phrases(words)) - {name}

    def _phrases(self, words: list[str]) -> set[str]:
        count = self._adjectives_before_noun(words)
        if count == len(words):
            return set()
        joined = len(words) == count + 3 and words[count + 1] == "и"
        found: set[str] = set()
        for case in range(5):
            heads = [self._in_case(word, self.adjectives, case) for word in words[:count]]
            heads.append(self._noun(words[count], case))
            rest = [[word] for word in words[count + 1 :]]
            if joined:
                rest[-1] = self._noun(words[-1], case) or rest[-1]
            if all(heads):
                found.update(" ".join(picked) for picked in product(*heads, *rest))
        return found

    def _adjectives_before_noun(self, words: list[str]) -> int:
        """How many words at the front agree with the noun that follows them."""
        count = 0
        while count < len(words) and self._is_adjective(words[count]):
            count += 1
        return count if count < len(words) else count - 1

    def _is_adjective(self, word: str) -> bool:
        """By its ending; "Совещание" ends like an adjective, but longer like a noun."""
        adjective, noun = (
            max((len(ending) for ending in endings if word.endswith(ending)), default=0)
            for endings in (self.adjectives, self.nouns)
        )
        return adjective > 0 and adjective >= noun

    def _noun(self, word: str, case: int) -> list[str]:
        first, dash, last = word.partition("-")
        if not dash:
            return self._in_case(word, self.nouns, case)
        heads = [f"{head}-{last}" for head in self._in_case(first, self.nouns, case)]
        return heads + [f"{first}-{tail}" for tail in self._in_case(last, self.nouns, case)]

    def _in_case(self, word: str, endings: dict[str, Cases], case: int) -> list[str]:
        for ending, cases in endings.items():
            if word.endswith(ending) and len(word) > len(ending):
                return [word[: len(word) - len(ending)] + other for other in cases[case].split("|")]
        return []


def _replaced(word: str, endings: dict[str, Cases]) -> Iterator[str]:
    for ending, others in endings.items():
        if word.endswith(ending):
            yield from (word[: len(word) - len(ending)] + other for other in others)


def read_inflections(root: Path) -> dict[str, Inflection]:
    """The languages whose names change, each from its file in `inflection/`."""
    return {path.stem: _read(path) for path in sorted((root / "inflection").glob("*.yaml"))}


def _read(path: Path) -> Inflection:
    raw = read_yaml(path, f"inflection/{path.name}")
    return Inflection(*(_longest_first(raw[key]) for key in ("adjectives", "standing", "nouns")))


def _longest_first(endings: dict[str, list[str]]) -> dict[str, Cases]:
    return {ending: tuple(endings[ending]) for ending in sorted(endings, key=lambda one: (-len(one), one))}
