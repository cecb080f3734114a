"""Whether a report can concern us at all. Most of the world's news stops here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from comity.reading.lexicon import Lexicon, lower, whole_word

_ORGANIZED = ("org", "body", "series")
_ENCOUNTERS = ("event_noun", "event_verb", "hosting")
_THOSE_WHO_MEET = ("office", "level_people", "level_nouns")
_EXERCISE = "exercise"
_STATES = ("state", "adjective", "capital")
# So far from a word of meeting the words for those who met may stand, in characters.
_NEAR = 300


def is_relevant(text: str, lexicon: Lexicon) -> bool:
    """Whether any organization, organ or series is named, or a meeting of two states' officials is spoken of."""
    return _gate(lexicon).lets_through(text)


@lru_cache(maxsize=8)
def _gate(lexicon: Lexicon) -> Gate:
    return Gate(lexicon)


class Gate:
    """The few words of a dictionary that decide; looked for apart from all others, which is what makes it quick."""

    def __init__(self, lexicon: Lexicon) -> None:
        phrases, encounters = lexicon.folded_forms(*_ORGANIZED), lexicon.folded_forms(*_ENCOUNTERS)
        organs = {form: code for form, code in lexicon.exact_forms("organ").items() if form.isupper()}
        self._names = _Words({**organs, **lexicon.exact_forms(*_ORGANIZED)})
        beside = {form: _EXERCISE if code == _EXERCISE else "" for form, code in encounters.items()}
        self._folded = _Words({**beside, **phrases})
        self._officials = _Words(lexicon.folded_forms(*_THOSE_WHO_MEET))
        self._states = _Words(lexicon.exact_forms(*_STATES))

    def lets_through(self, text: str) -> bool:
        if next(self._names.places(text), None):
            return True
        low = lower(text)
        places = list(self._folded.places(low))
        return any(code not in ("", _EXERCISE) for _, _, code in places) or self._tells_of_states(text, low, places)

    def _tells_of_states(self, text: str, low: str, encounters: Iterable[tuple[int, int, str]]) -> bool:
        """ "The Iraqi president received his Turkish counterpart": two states and an office beside a word of meeting; an
        exercise of two states needs no office."""
        done = 0
        for at, _, code in encounters:
            if at < done:
                continue
            first, done = max(0, at - _NEAR), at + _NEAR
            states = {state.rpartition("|")[2] for _, _, state in self._states.places(text[first:done])}
            if len(states) > 1 and (code == _EXERCISE or next(self._officials.places(low[first:done]), None)):
                return True
        return False


class _Words:
    """Forms that are looked for together, as whole words, and what each stands for."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._codes = list(forms.values())
        self._matcher = AhoCorasick(list(forms), matchkind=MatchKind.Standard)

    def places(self, text: str) -> Iterator[tuple[int, int, str]]:
        for index, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True):
            if whole_word(text, start, end):
                yield start, end, self._codes[index]
