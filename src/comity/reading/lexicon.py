"""The dictionary of one language: every name and cue word, and what it stands for."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from comity.catalog.cue_files import load_cues
from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.model.organization import Organization


class Entry(msgspec.Struct, frozen=True):
    """What a form stands for: kind `org`, code `SCO`. `doubtful` forms count only where the text confirms them."""

    kind: str
    code: str
    doubtful: bool = False


Match = tuple[int, int, tuple[Entry, ...]]


class Lexicon:
    """Finds all known forms in a text: names in their own case, cue words in any case."""

    def __init__(self, exact: dict[str, tuple[Entry, ...]], folded: dict[str, tuple[Entry, ...]]) -> None:
        self._exact = exact
        self._folded = folded
        self._exact_forms = list(exact)
        self._folded_forms = list(folded)
        self._exact_matcher = AhoCorasick(self._exact_forms, matchkind=MatchKind.Standard)
        self._folded_matcher = AhoCorasick(self._folded_forms, matchkind=MatchKind.Standard)

    def __len__(self) -> int:
        return len(self._exact) + len(self._folded)

    def find(self, text: str) -> list[Match]:
        """Forms in text order: whole words only, the longest where forms overlap."""
        text = text.replace("\n", " ")  # names run on over the end of a line
        low = lower(text)
        found: list[Match] = []
        for index, start, end in self._exact_matcher.find_matches_as_indexes(text, overlapping=True):
            if whole_word(text, start, end):
                found.append((start, end, self._exact[self._exact_forms[index]]))
        for index, start, end in self._folded_matcher.find_matches_as_indexes(low, overlapping=True):
            if whole_word(text, start, end):
                found.append((start, end, self._folded[self._folded_forms[index]]))
        return _longest(found)

    def exact_forms(self, *kinds: str) -> dict[str, str]:
        """Names of these kinds, in their own case, with what each stands for first."""
        return _of_kinds(self._exact, kinds)

    def folded_forms(self, *kinds: str) -> dict[str, str]:
        """Words of these kinds, in small letters, with what each stands for first."""
        return _of_kinds(self._folded, kinds)


def _of_kinds(table: dict[str, tuple[Entry, ...]], kinds: tuple[str, ...]) -> dict[str, str]:
    found = ((form, [one.code for one in entries if one.kind in kinds]) for form, entries in table.items())
    return {form: codes[0] for form, codes in found if codes}


def lower(text: str) -> str:
    """Lower case that keeps every offset: a letter whose lower form is longer stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def whole_word(text: str, start: int, end: int) -> bool:
    if start:
        before = text[start - 1]
        if (before.isalnum() or before == "_") and _joins(text[start]):
            return False
    if end < len(text):
        after = text[end]
        return not ((after.isalnum() or after == "_") and _joins(text[end - 1]))
    return True


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _longest(found: list[Match]) -> list[Match]:
    """Of overlapping matches the longest, of equally long ones the first; one form's entries from both tables together."""
    spans: dict[tuple[int, int], tuple[Entry, ...]] = {}
    for start, end, entries in found:
        spans[start, end] = (*spans.get((start, end), ()), *entries)
    kept: list[Match] = []
    cluster: list[Match] = []
    reach = 0
    for start, end in sorted(spans):
        if start >= reach:
            kept += _chosen(cluster)
            cluster = []
        cluster.append((start, end, spans[start, end]))
        reach = max(reach, end)
    return kept + _chosen(cluster)


def _chosen(cluster: list[Match]) -> list[Match]:
    """The longest of matches that overlap, and the longest of those that are then left."""
    if len(cluster) < 2:
        return cluster
    kept: list[Match] = []
    for match in sorted(cluster, key=lambda one: (one[0] - one[1], one[0])):
        if all(match[1] <= other[0] or other[1] <= match[0] for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: one[0])


@lru_cache(maxsize=8)
def lexicon(language: str = "en") -> Lexicon:
    """The dictionary of a language, from the catalogue and its cue files; built once."""
    exact: dict[str, list[Entry]] = defaultdict(list)
    folded: dict[str, list[Entry]] = defaultdict(list)
    catalog = load_catalog()
    spellings = Spellings(load_cues(language, "levels")["spellings"])
    for form, entry in _names(catalog, language):
        for variant in spellings.of(form):
            # A name of several words is known in any case; a short one only as it is written, or in capitals.
            if (
                entry.kind in ("org", "body", "organ", "series")
                and " " in variant.removeprefix("the ").removeprefix("The ")
                and len(variant) > 9
            ):
                _add(folded, lower(variant), entry)
            else:
                _add(exact, variant, entry)
                if len(variant) > 4 and entry.kind not in ("city", "town"):
                    _add(exact, variant.upper(), entry)
    for form, entry in _cues(language):
        for variant in spellings.of(form):
            _add(folded, lower(variant), entry)
    return Lexicon(_frozen(exact), _frozen(folded))


def _add(table: dict[str, list[Entry]], form: str, entry: Entry) -> None:
    if entry not in table[form]:
        table[form].append(entry)


def _frozen(table: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {form: tuple(entries) for form, entries in table.items()}


class Spellings:
    """Words that are spelled in several ways: defence and defense, Organisation and Organization, straight and curly
    marks."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self._groups = groups
        self._any = re.compile("|".join(re.escape(word) for group in groups for word in group), re.IGNORECASE)

    def of(self, form: str) -> Iterator[str]:
        """The form in every spelling."""
        form = unicodedata.normalize("NFC", form)
        if self._any.search(form) is None:
            yield form
            return
        low = lower(form)
        choices = [group for group in self._groups if any(word in low for word in group)]
        for picked in product(*choices):
            variant = form
            for group, word in zip(choices, picked, strict=True):
                for other in group:
                    variant = _swap(variant, other, word)
            yield variant


def _swap(form: str, old: str, new: str) -> str:
    if not old[0].isalpha():
        return form.replace(old, new)
    return re.sub(
        rf"\b{re.escape(old)}\b", lambda found: new.capitalize() if found[0][0].isupper() else new, form, flags=re.I
    )


# Smaller ones bear names that are words and surnames, too: they are read only where the text sets something in them.
_TOWN = 400_000


def _names(catalog: Catalog, language: str) -> Iterator[tuple[str, Entry]]:
    yield from _organizations(catalog, language)
    yield from _states(catalog, language)
    common = {lower(form) for form, _ in _cues(language)} | set(load_cues(language, "events")["not_cities"])
    common |= {lower(name) for names in load_cues(language, "provinces").values() for name in names} - {
        "new york",
        "washington",
    }
    for city in catalog.cities:
        for form in city.forms(language):
            if lower(form) not in common:
                kind = "town" if 0 < city.population < _TOWN else "city"
                yield form, Entry(kind, f"{city.name}|{city.country}")


_VOWEL = re.compile(r"[AEIOU]")


def _is_spoken(acronym: str) -> bool:
    """Whether an acronym is said as a word, so that many papers write it as one: "Opec", "Asean", "Nato"."""
    return (
        acronym.isalpha()
        and acronym.isupper()
        and acronym.isascii()
        and len(acronym) > 3
        and len(_VOWEL.findall(acronym)) > 1
    )


def _organizations(catalog: Catalog, language: str) -> Iterator[tuple[str, Entry]]:
    places = {form for city in catalog.cities for form in city.forms(language)}
    places |= {
        form for state in catalog.states.values() if language in state.names for form in state.names[language].names
    }
    for org in catalog.organizations.values():
        doubtful = set(org.ambiguous.get(language, ()))
        for form in {*org.names.get(language, ()), *org.acronyms.get(language, ()), org.code}:
            if form == org.code and form not in org.acronyms.get(language, ()) and "-" in form:
                continue
            yield form, _organization_entry(org, form, doubtful=form in doubtful)
            if form not in doubtful and _is_spoken(form) and form.capitalize() not in places:
                yield form.capitalize(), _organization_entry(org, form, doubtful=True)
        for form in org.regions.get(language, ()):
            yield form, Entry("region", org.code)
        for form in org.decoys.get(language, ()):
            yield form, Entry("decoy", org.code)
        yield from _bodies(org, language)
        for series in org.series:
            for form in series.names.get(language, ()):
                yield form, Entry("series", f"{org.code}/{series.code}|{series.kind}")


_ORGAN = re.compile(
    r"\b(?:council|committee|assembly|commission|board|congress|tribunal|court|structure|centre|center|staff|parliament)\b",
    re.IGNORECASE,
)
_EVERYDAY = re.compile(
    r"\b(?:meetings?|summits?|sessions?|ministers|leaders|officials|talks|forum|presidents|secretariat|chiefs|secretaries|experts|coordinators|heads|directors|governors)\b",
    re.IGNORECASE,
)


def _bodies(org: Organization, language: str) -> Iterator[tuple[str, Entry]]:
    """Organs by their proper names. "The SCO summit" and "the meeting of foreign ministers" need no entry: the words
    tell it. A secretary-general is an office, which `people` reads; it holds no meetings."""
    for body in org.bodies:
        if body.level == "secretaries_general":
            continue
        code = f"{org.code}/{body.code}|{body.level}"
        for form in {*body.own_names.get(language, ()), *body.acronyms.get(language, ())}:
            if _ORGAN.search(form) or not _EVERYDAY.search(form):
                yield form, Entry("organ" if form in body.acronyms.get(language, ()) else "body", code)
        for form in body.names.get(language, ()):
            if " " in form and (_ORGAN.search(form) or not _EVERYDAY.search(form)) and not _SITTING.fullmatch(form):
                for variant in _turned(form):
                    yield variant, Entry("organ", code)


_SITTING = re.compile(r"(?:council|committee)\s+(?:session|meeting)s?", re.IGNORECASE)
_TURNS = (
    (
        re.compile(
            r"(Council|Committee)\s+of\s+(?:the\s+)?((?:\w+\s+){0,2}(?:Ministers|Heads\s+of\s+(?:State|Government)|Secretaries))"
        ),
        r"\2 \1",
    ),
    (
        re.compile(
            r"((?:\w+\s+){0,2}(?:Ministers|Heads\s+of\s+(?:State|Government)|Secretaries))['’]?\s+(Council|Committee)"
        ),
        r"\2 of \1",
    ),
)


def _turned(form: str) -> set[str]:
    """An organ's name in both orders: "Council of Heads of State", "Heads of State Council"."""
    turned = {pattern.sub(to, form) for pattern, to in _TURNS if pattern.fullmatch(form)}
    return {form, *turned}


_GATHERINGS = re.compile(r"\b(?:summit|meeting|forum|conference|dialogue)\b", re.IGNORECASE)


def _organization_entry(org: Organization, form: str, *, doubtful: bool) -> Entry:
    """A format whose name is its meeting's ("Summit of the Americas") is read as that meeting."""
    gathering = _GATHERINGS.search(form) if org.kind == "format" else None
    if gathering is None:
        return Entry("org", org.code, doubtful)
    of_leaders = gathering[0].lower() == "summit" or re.search(r"heads of state|leaders|presidents", form.lower())
    level = "heads_of_state" if of_leaders else "conference"
    return Entry("body", f"{org.code}/meeting|{org.usual_level or level}", doubtful)


def _states(catalog: Catalog, language: str) -> Iterator[tuple[str, Entry]]:
    for state in catalog.states.values():
        known = state.names.get(language)
        if known is None:
            continue
        doubtful = set(known.ambiguous)
        for form in {*known.names, *(dated.name for dated in known.dated)}:
            yield form, Entry("state", state.code, form in doubtful)
        for form in {*known.adjectives, *known.demonyms}:
            yield form, Entry("adjective", state.code, form in doubtful)
        for form in known.metonyms:
            yield form, Entry("metonym", state.code, form in doubtful)
        for form in known.decoys:
            yield form, Entry("decoy", state.code)
        for capital in state.capitals:
            for form in capital.names.get(language, ()):
                # Stanley and Douglas, capitals of territories, are surnames first.
                kind = "town" if state.kind == "territory" else "capital"
                yield form, Entry(kind, f"{capital.names[language][0]}|{state.code}")


def _cues(language: str) -> Iterator[tuple[str, Entry]]:
    for level, words in load_cues(language, "levels")["levels"].items():
        for part in ("people", "nouns"):
            for form in words.get(part, ()):
                yield form, Entry(f"level_{part}", level)
        for form in words.get("single", ()):
            yield form, Entry("office", form)
    yield from _event_cues(load_cues(language, "events"))
    people = load_cues(language, "people")
    for form in people["offices"]:
        yield form, Entry("office", form)
    for form in people["institutions"]:
        yield form, Entry("institution", form)


def _event_cues(events: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    for part, kind in (("nouns", "event_noun"), ("verbs", "event_verb")):
        for event, forms in events[part].items():
            for form in forms:
                yield form, Entry(kind, event)
    for form in events["hosting"]:
        yield form, Entry("hosting", form)
    for form in events["decoys"]:
        yield form, Entry("decoy", "event")
    for mode, forms in events["modes"].items():
        for form in forms:
            yield form, Entry("mode", mode)
