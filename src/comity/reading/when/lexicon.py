"""The words of a language's dates file, by sort: "Nov" is a short_month worth 11, "the beginning of" a part.

A language may leave out the sorts that it does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from comity.catalog.cue_files import load_cues
from comity.reading.when.notation import SIGNS

Worth = tuple[str, int | str]
"""A sort's sign, and what the word is worth."""


class Phrases(msgspec.Struct, frozen=True):
    """The forms of several words that begin with one word: `worths` without blanks, `seconds` what may come after it."""

    pattern: re.Pattern[str]
    worths: dict[str, Worth]
    seconds: frozenset[str]

    def match(self, text: str, start: int, end: int) -> tuple[Worth, int] | None:
        """The worth of the form that stands at `start`, whose first word ends at `end`, and where it ends."""
        if text[end : end + 1] == " " and text[end + 1 : end + 2].lower() not in self.seconds:
            return None
        found = self.pattern.match(text, start)
        return (self.worths["".join(found[0].lower().split())], found.end()) if found else None


# Sections of the file that are a table of forms with values, and the sort of each.
_TABLES = {
    "numbers": "number", "hundreds": "hundred", "articles": "article", "vague_numbers": "vague", "ordinals": "ordinal",
    "day_unit": "day_unit", "week_unit": "week_unit", "month_unit": "month_unit", "quarter_unit": "quarter_unit",
    "year_unit": "year_unit", "unit": "unit", "units": "units", "quarters": "quarters", "weekdays_every": "weekdays", "holidays": "holiday", "century": "century", "seasons": "season",
    "decades": "decade_word", "today": "today", "tonight": "tonight", "this": "this", "past": "past", "that": "that",
    "eve": "eve", "earlier": "earlier", "later": "later", "dayparts": "daypart", "points": "point", "recurring": "recurring",
}  # fmt: skip
# Sections that are a list of forms.
_LISTS = {
    "recent": "recent", "old": "old", "half": "half", "ago": "ago", "time_word": "time_word", "hence": "hence", "end": "end",
    "midyear": "midyear", "the": "the", "of": "of", "in": "in", "during": "during", "on": "on", "by": "by", "before": "before",
    "after": "after", "since": "since", "until": "until", "about": "about", "at": "at", "from": "from", "between": "between",
    "to": "to", "and": "and", "or": "or", "every": "every", "all": "all", "fiscal": "fiscal", "counted": "counted",
    "numbered": "numbered", "period": "period", "measure": "measure", "beginning": "beginning", "ending": "ending",
}  # fmt: skip
# Where one of these stands, a date may be.
_TELLING = (
    "day_unit", "week_unit", "month_unit", "quarter_unit", "year_unit", "unit", "units", "quarters", "century", "seasons", "decades",
    "today", "tonight", "eve", "dayparts", "points", "recurring", "midyear", "period", "past", "fiscal", "weekdays_every", "holidays", "recent",
)  # fmt: skip
# "Nineteen ninety-six" is a year.
_CENTURIES = 19, 20
_NOONS = "am", "pm"
_MARKS = {
    sign: (SIGNS[sort], sign)
    for sort, signs in (
        ("comma", ","),
        ("dot", "."),
        ("and", "&"),
        ("open", "("),
        ("close", ")"),
        ("slash", "/"),
        ("stop", ";!?"),
        ("other", '"“”:'),
    )
    for sign in signs
}
_SHAPES_THAT_TELL = "Q1", "Q2", "Q3", "Q4", "H1", "H2", "GMT", "UTC"


class DateWords(msgspec.Struct, frozen=True):
    """`plain` by small letters, `cased` as written; `phrases` by their first word; `triggers` finds the places in a text
    where a date may be; `known` are single words; `simple` are the forms met so far that are always one word, `beginning`
    those that may begin a longer one."""

    plain: dict[str, Worth]
    cased: dict[str, Worth]
    phrases: dict[str, Phrases]
    triggers: Any
    known: frozenset[str]
    simple: dict[str, Worth]
    beginning: dict[str, tuple[Worth | None, Phrases]]

    def meet(self, form: str) -> tuple[Worth | None, Phrases | None]:
        """The worth of a word as written, and the forms of several words that begin with it; kept for the next time."""
        if (cased := self.cased.get(form)) is not None:
            self.simple[form] = cased
            return cased, None
        lower = form.lower()
        worth, phrases = self.plain.get(lower), self.phrases.get(lower)
        if phrases is not None:
            self.beginning[form] = worth, phrases
        elif worth is not None:
            self.simple[form] = worth
        return worth, phrases

    def knows(self, word: str) -> bool:
        """Whether the word can stand in a date; any that has a figure in it can, and any letter."""
        return word in self.known or word.lower() in self.known or len(word) == 1 or not word.isalpha()


@lru_cache(maxsize=8)
def date_words(language: str) -> DateWords:
    """Raises UnknownNameError for a language without cues."""
    known: dict[str, Any] = load_cues(language, "dates")
    plain: dict[str, Worth] = {}
    forms: dict[str, list[str]] = {}
    phrases: dict[str, dict[str, Worth]] = {}
    for form, worth in _forms(known):
        words = tuple(form.lower().replace("-", " - ").split())
        if len(words) == 1:
            plain[words[0]] = worth
        else:
            phrases.setdefault(words[0], {})["".join(words)] = worth
            forms.setdefault(words[0], []).append(r"\s*".join(map(re.escape, words)))
    longest = {
        first: Phrases(_longest_first(forms[first]), found, frozenset(form[len(first)] for form in found))
        for first, found in phrases.items()
    }
    cased = dict(_cased(known))
    triggers = AhoCorasick(
        sorted(_triggers(known, cased)), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return DateWords(
        plain,
        cased,
        longest,
        triggers,
        _single_words((*cased, *(form.lower() for form, _ in _forms(known)))),
        dict(_MARKS),
        {},
    )


def _single_words(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(word for form in forms for word in re.findall(r"[^\W_]+", form)) | frozenset(_NOONS)


def _longest_first(forms: list[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def _forms(known: dict[str, Any]) -> Iterator[tuple[str, Worth]]:
    for section, sort in _TABLES.items():
        for form, value in known.get(section, {}).items():
            doubtful = section == "seasons" and form in known.get("doubtful_seasons", ())
            yield form, (SIGNS["doubtful_season" if doubtful else sort], value)
    for section, sort in _LISTS.items():
        for form in known.get(section, ()):
            yield str(form), (SIGNS[sort], str(form))
    for name, sort in (("parts", "part"), ("references", "reference")):
        for value, forms in known.get(name, {}).items():
            for form in forms:
                yield form, (SIGNS[sort], value)


def _cased(known: dict[str, Any]) -> Iterator[tuple[str, Worth]]:
    for month, names in known["months"].items():
        for name in names:
            sort = (
                "short_month"
                if name != names[0]
                else "doubtful_month"
                if name in known.get("doubtful_months", ())
                else "month"
            )
            yield from ((form, (SIGNS[sort], int(month))) for form in (name, name.upper()))
    for number, names in known["weekdays"].items():
        for name in names:
            sort = "weekday" if name == names[0] else "short_weekday"
            yield from ((form, (SIGNS[sort], int(number))) for form in (name, name.upper()))
    for name in known.get("zones", ()):
        yield name, (SIGNS["zone"], name)
    for section, sort in (("named_before_year", "named"), ("nicknames", "nickname"), ("papers", "paper")):
        yield from ((name, (SIGNS[sort], name)) for name in known.get(section, ()))


def _triggers(known: dict[str, Any], cased: dict[str, Worth]) -> set[str]:
    dates = {SIGNS[sort] for sort in ("month", "doubtful_month", "short_month", "weekday", "short_weekday")}
    words = {name for name, (sign, _) in cased.items() if sign in dates}
    lower = [str(form) for section in _TELLING for form in known.get(section, ())]
    lower += [form for forms in known.get("references", {}).values() for form in forms]
    lower += [form for form, value in known.get("numbers", {}).items() if value in _CENTURIES]
    for form in lower:
        words |= {form, form.upper(), form[:1].upper() + form[1:]}
    return words | set(_SHAPES_THAT_TELL)
