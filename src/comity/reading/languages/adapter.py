"""What a language needs besides its words: whether blanks part them, which letters are one letter, where clauses end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import FOLDER, load_cues
from comity.reading.lexicon import lower, whole_word

# A word in two alphabets: some typists write "СНГ" with a Latin C and H.
_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])\w+")


class Adapter(msgspec.Struct, frozen=True):
    """Russian parts its words by blanks, writes "ё" also "е", and ends a clause before ", который".

    `folds` gives letters that count as another one, `lookalikes` those that do so in a word of two alphabets; folding keeps every offset. `script` is a letter of the language; `head_first`: a noun comes before what
    it is of ("заседание Совета", but 理事会会议).
    """

    language: str
    spaced: bool
    head_first: bool
    folds: dict[int, str]
    clause_ends: re.Pattern[str]
    script: re.Pattern[str]
    lookalikes: dict[int, str] = {}
    person: re.Pattern[str] | None = None
    relative: re.Pattern[str] | None = None
    sentence_ends: re.Pattern[str] | None = None

    def folded(self, text: str) -> str:
        """The text as names are looked for in it: one spelling, the writer's own capitals."""
        text = text.translate(self.folds)
        if not self.lookalikes:
            return text
        return _MIXED.sub(lambda found: found[0].translate(self.lookalikes), text)

    def lowered(self, text: str) -> str:
        """The text as words are looked for in it: one spelling, small letters."""
        return lower(self.folded(text))

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether `text[start:end]` is whole words, where the language has bounds of words."""
        return not self.spaced or whole_word(text, start, end)

    def sentences(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences in what may be several, where the language's marks for their ends are never anything else."""
        if self.sentence_ends is None:
            return [(start, end)]
        cuts = [match.end() for match in self.sentence_ends.finditer(text, start, end) if match.end() < end]
        whole = [cut for cut in cuts if text.count("“", start, cut) <= text.count("”", start, cut)]
        return list(zip([start, *whole], [*whole, end], strict=True))

    def clauses(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses of a sentence, in order."""
        cuts = [match.start() for match in self.clause_ends.finditer(text, start, end) if match.start() > start]
        return list(zip([start, *cuts], [*cuts, end], strict=True))


@lru_cache(maxsize=8)
def adapter(language: str) -> Adapter:
    """Raises UnknownNameError for a language without cues."""
    known: dict[str, Any] = load_cues(language, "sentences")
    folds = {ord(letter): other for letter, other in (known.get("folds") or {}).items()}
    lookalikes = {ord(letter): other for letter, other in (known.get("lookalikes") or {}).items()}
    ends, script = re.compile(known["clause_ends"]), re.compile(known["script"])
    relative = re.compile(known["relative"]) if known.get("relative") else None
    person = re.compile(known["person"], re.VERBOSE) if known.get("person") else None
    sentence_ends = re.compile(known["sentence_ends"]) if known.get("sentence_ends") else None
    return Adapter(
        language,
        bool(known["spaced"]),
        bool(known["head_first"]),
        folds,
        ends,
        script,
        lookalikes,
        person,
        relative,
        sentence_ends,
    )


@lru_cache(maxsize=1)
def adapted_languages() -> tuple[str, ...]:
    """The languages that are read through an adapter (ISO 639-1)."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/sentences.yaml")))
