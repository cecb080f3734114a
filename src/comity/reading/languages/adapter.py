"""What a language needs besides its words: whether blanks part them, which letters are one letter, where clauses end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import FOLDER, load_cues
from comity.reading.lexicon import lower, whole_word


class Adapter(msgspec.Struct, frozen=True):
    """Russian parts its words by blanks, writes "ё" also "е", and ends a clause before ", который".

    `folds` gives letters that count as another one; folding keeps every offset. `head_first`: a noun comes before what
    it is of ("заседание Совета", but 理事会会议).
    """

    language: str
    spaced: bool
    head_first: bool
    folds: dict[int, str]
    clause_ends: re.Pattern[str]

    def folded(self, text: str) -> str:
        """The text as names are looked for in it: one spelling, the writer's own capitals."""
        return text.translate(self.folds)

    def lowered(self, text: str) -> str:
        """The text as words are looked for in it: one spelling, small letters."""
        return lower(self.folded(text))

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` is whole words, where the language has bounds of words."""
        return not self.spaced or whole_word(text, start, end)

    def clauses(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses of a sentence, in order."""
        cuts = [match.start() for match in self.clause_ends.finditer(text, start, end) if match.start() > start]
        return list(zip([start, *cuts], [*cuts, end], strict=True))


@lru_cache(maxsize=8)
def adapter(language: str) -> Adapter:
    """Raises UnknownNameError for a language without cues."""
    known: dict[str, Any] = load_cues(language, "sentences")
    folds = {ord(letter): other for letter, other in (known.get("folds") or {}).items()}
    return Adapter(language, bool(known["spaced"]), bool(known["head_first"]), folds, re.compile(known["clause_ends"]))


@lru_cache(maxsize=1)
def adapted_languages() -> tuple[str, ...]:
    """The languages that are read through an adapter (ISO 639-1)."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/sentences.yaml")))
