"""Persons of the world stage: of which state those are whom reports name without saying so."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues

_ALONE = "*"
# Stands for a letter that damage to the text took away.
LOST = "\ufffd"
_STYLES = ("king", "queen", "emir", "amir", "sultan", "sheikh", "prince", "pope")
# Two spellings of one given name share so much ("Sergei", "Sergey"), two names with one initial do not.
_ALIKE = 0.65


class Leaders(msgspec.Struct, frozen=True):
    """ "Xi Jinping" is of China; "Putin", by the surname alone, of Russia; "António Guterres" is known, and of no state."""

    names: dict[str, str | None]
    initials: dict[tuple[str, str], tuple[str, str | None]]
    surnames: dict[str, str | None]
    written: tuple[str, ...]
    firsts: frozenset[str]

    def state_of(self, name: str) -> str | None:
        """The state of a full name, however its given name is spelled; None where the name is not known or of no state."""
        plain = fold(name)
        if plain in self.names:
            return self.names[plain]
        words = plain.split()
        if len(words) == 1:
            return self.surnames.get(name)
        start = int(words[0] in _STYLES)
        if length := self.known(words[start:]):
            return self.names[" ".join(words[start : start + length])]
        given, state = self.initials.get((words[0][0], words[-1]), ("", None))
        alike = len(words[0]) < 3 or SequenceMatcher(None, given, words[0]).ratio() > _ALIKE
        return state if alike else None

    def may_open(self, word: str) -> bool:
        """Whether a known name may begin with a word."""
        return fold(word) in self.firsts

    def known(self, words: Sequence[str]) -> int:
        """How many of the first words are a full name that is known; 0 where they are none."""
        if not words or not self.may_open(words[0]):
            return 0
        plain = [fold(word) for word in words[:6]]
        return next((count for count in range(len(plain), 1, -1) if " ".join(plain[:count]) in self.names), 0)

    def restored(self, name: str) -> str:
        """A name with the letters that it lost, where one known person's name fits."""
        if LOST not in name:
            return name
        shape = re.compile(re.escape(name).replace(LOST, "[^\\x00-\\x7f]"))
        fitting = {one for one in self.written if shape.fullmatch(one)}
        return fitting.pop() if len(fitting) == 1 else name


@lru_cache(maxsize=8)
def leaders(language: str) -> Leaders:
    """The persons of a language's cue file."""
    told = load_cues(language, "leaders")
    by_state: list[tuple[str | None, str]] = [(state, one) for state, names in told["states"].items() for one in names]
    by_state += [(None, one) for one in told["organizations"]]
    names = {fold(one.rstrip(_ALONE)): state for state, one in by_state}
    full = [(state, fold(one.rstrip(_ALONE)).split()) for state, one in by_state]
    alone = [(state, one.rstrip(_ALONE)) for state, one in by_state if one.endswith(_ALONE)]
    return Leaders(
        names,
        {(words[0][0], words[-1]): (words[0], state) for state, words in full if len(words) > 1},
        _unambiguous((short, state) for state, one in alone if (short := _short(one, state, language))),
        tuple(one.rstrip(_ALONE) for _, one in by_state),
        # Folding makes two words of one with a hyphen.
        frozenset(fold(one.split()[0].rstrip(_ALONE)) for _, one in by_state),
    )


def _unambiguous(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str | None]:
    states: dict[str, set[str | None]] = defaultdict(set)
    for key, state in pairs:
        states[key].add(state)
    return {key: next(iter(every)) for key, every in states.items() if len(every) == 1}


def _short(name: str, state: str | None, language: str) -> str | None:
    """The word by which reports call a person alone: the family name, where it is one word."""
    words = name.split()
    if state in load_cues(language, "people")["family_first"]:
        return words[0]
    before = words[-2] if len(words) > 1 else ""
    return None if before.islower() or (before.istitle() and len(before) < 4) else words[-1]


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Without case, accents, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    kept = "".join(" " if letter in "-‑" else letter for letter in plain if letter.isalnum() or letter in " -‑")
    return " ".join(kept.split())
