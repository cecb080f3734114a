"""A report in any language, taken apart by its language's adapter and dictionary."""

from __future__ import annotations

from functools import cached_property

from comity.model.document import Document
from comity.reading.clause import Analysis
from comity.reading.dateline import find_datelines
from comity.reading.diary import parted
from comity.reading.extractors.core.cues import Cues, cues
from comity.reading.extractors.core.persons import find_people
from comity.reading.languages import date_patterns
from comity.reading.languages.dictionary import dictionary
from comity.reading.mentions import Mention
from comity.reading.person import People
from comity.reading.sentences import Sentence
from comity.reading.wrapping import unwrapped

_ORGANIZED = frozenset(("org", "body", "series"))
_ENCOUNTERS = frozenset(("event_noun", "event_verb"))


class Page(Analysis):
    """One report, taken apart once and read by every extractor of the core. `low` is its text in small letters and one
    spelling, with the same offsets."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = parted(unwrapped(document.text))
        self.language = document.language or "en"
        self.dictionary = dictionary(self.language)
        self.adapter = self.dictionary.adapter
        self.low = self.adapter.lowered(self.text)
        self.cues: Cues = cues(self.language)
        self.datelines = find_datelines(self.text)
        self.sentences = tuple(
            Sentence(start, end, one.paragraph)
            for one in self._sentences()
            for start, end in self.adapter.sentences(self.text, one.start, one.end)
        )
        self.mentions = tuple(one for one in self.dictionary.mentions(self.text) if self._in_report(one.start))
        found = date_patterns(self.language).found(self.text)
        self.expressions = tuple(one for one in found if self._in_report(one.start))
        self._sentence_ends = [one.end for one in self.sentences]
        self._mention_starts = [one.start for one in self.mentions]
        self._expression_starts = [one.start for one in self.expressions]

    @property
    def is_relevant(self) -> bool:
        """Whether an organization is named, or two states beside a word for a meeting."""
        kinds = {one.kind for one in self.mentions}
        states = {one.code for one in self.mentions if one.kind in ("state", "adjective")}
        return bool(kinds & _ORGANIZED) or (len(states) > 1 and bool(kinds & _ENCOUNTERS))

    @cached_property
    def people(self) -> People:
        return find_people(self.text, self.mentions, self.adapter)

    @cached_property
    def title_mentions(self) -> tuple[Mention, ...]:
        return self.dictionary.mentions(self.document.title or "")

    def mentions_of(self, city: str, rest: str = "") -> tuple[Mention, ...]:
        return self.dictionary.mentions(f"{city.title() if city.isupper() else city}{rest}")
