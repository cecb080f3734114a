"""The names and cue words of a language that is read through an adapter, and what each stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from comity.catalog.cases import Inflection, read_inflections
from comity.catalog.cue_files import load_cues
from comity.catalog.load import ROOT, Catalog
from comity.catalog.loaded import load_catalog
from comity.model.organization import Organization
from comity.reading.languages.adapter import Adapter, adapter
from comity.reading.languages.phrases import Phrases
from comity.reading.lexicon import Entry
from comity.reading.mentions import Mention

# Of several things that one form stands for, and of two forms of one length, the first of these counts.
_PRECEDENCE = (
    "decoy", "org", "region", "body", "organ", "series", "state", "capital", "metonym", "adjective", "city",
    "event_noun", "event_verb", "level_people", "level_nouns", "office", "mode",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_PRECEDENCE)}
_ANY, _CAPITAL, _EXACT = 0, 1, 2
_PLACES = ("state", "capital", "city")
_QUOTES, _ONE_WORD = ("«", "“", '"', "「"), 3
_NAMES_OF = ("org", "state", "series")


class Named(msgspec.Struct, frozen=True):
    """A form of a name: what it stands for, as it is written, and how strictly it must be written so."""

    entry: Entry
    form: str
    case: int


class Organs:
    """Tells names of organs from names of meetings: "Совет министров" from "заседание Совета министров"."""

    def __init__(self, language: str, own: Adapter) -> None:
        nouns = load_cues(language, "events")["nouns"]
        self._own = own
        self._organs = Phrases([(form, True) for form in load_cues(language, "levels").get("organs", ())], own)
        self._meetings = Phrases([(form, True) for forms in nouns.values() for form in forms], own)

    def are_called(self, form: str) -> bool:
        low = self._own.lowered(form)
        opens_with_meeting = any(start == 0 for start, _, _ in self._meetings.found(low))
        return not (opens_with_meeting and self._own.head_first) and next(self._organs.found(low), None) is not None


class Dictionary:
    """Finds every name and cue word of one language."""

    def __init__(self, language: str) -> None:
        self.adapter = adapter(language)
        self._names: dict[str, list[Named]] = defaultdict(list)
        organs = Organs(language, self.adapter)
        for form, entry in _names(load_catalog(), language, organs, self.adapter):
            self._add(form, entry)
        self._forms = list(self._names)
        self._matcher = AhoCorasick(self._forms, matchkind=MatchKind.Standard)
        self._cues = Phrases(_cues(language), self.adapter)

    def _add(self, form: str, entry: Entry) -> None:
        form = self.adapter.folded(form)
        named = Named(entry, form, _case(form, entry) if self.adapter.spaced else _ANY)
        key = self.adapter.lowered(form)
        if named not in self._names[key]:
            self._names[key].append(named)

    def names_an_organization(self, text: str) -> bool:
        """Whether an organization, organ or series is named at all."""
        return any(entry.kind in ("org", "series") and not entry.doubtful for _, _, entry in self._named(text))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """All names and cue words in text order, the longest where they overlap; organs with their organization."""
        spans: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        named = list(self._named(text))
        meant = _confirmed(named)
        for start, end, entry in named:
            if not entry.doubtful or entry.code in meant:
                spans[start, end].append(entry)
        for start, end, entry in self._cues.found(self.adapter.lowered(text)):
            spans[start, end].append(entry)
        found = [_with_level(one, spans) for place, entries in _longest(spans) for one in _mentions(*place, entries)]
        if not self.adapter.head_first:
            found = [each for one in found for each in _with_meeting(one, spans)]
        return tuple(_with_owners(_with_regions([one for one in found if one.kind != "decoy"])))

    def _named(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        plain, low = self.adapter.folded(text), self.adapter.lowered(text)
        for index, start, end in self._matcher.find_matches_as_indexes(low, overlapping=True):
            if self.adapter.stands(low, start, end):
                for named in self._names[self._forms[index]]:
                    if _is_written(named, plain[start:end]):
                        yield start, end, named.entry


def _confirmed(named: list[tuple[int, int, Entry]]) -> set[str]:
    """What doubtful forms stand for in a text: what it also names in full, or names among other organizations and states
    without a place right behind ("АС Москвы" is a court)."""
    firm = {entry.code for _, _, entry in named if not entry.doubtful and entry.kind in ("org", "body", "organ")}
    places = {start for start, _, entry in named if entry.kind in _PLACES}
    elsewhere = {entry.code for _, end, entry in named if entry.doubtful and end + 1 in places}
    others = firm | {entry.code for _, _, entry in named if entry.kind == "state" and not entry.doubtful}
    return firm | ({entry.code for _, _, entry in named if entry.doubtful} - elsewhere if others else set())


def _is_written(named: Named, form: str) -> bool:
    if named.case == _EXACT:
        return form == named.form
    return named.case == _ANY or form[0].isupper()


def _case(form: str, entry: Entry) -> int:
    """Acronyms count as they are written, names of states and cities with a capital, phrases in any case."""
    if form.isupper() or any(letter.isupper() for letter in form[1:] if " " not in form and "-" not in form):
        return _EXACT
    return _CAPITAL if form[0].isupper() and " " not in form else _ANY


def _is_decoy(entries: list[Entry]) -> bool:
    return all(entry.kind == "decoy" for entry in entries)


def _longest(spans: dict[tuple[int, int], list[Entry]]) -> list[tuple[tuple[int, int], list[Entry]]]:
    kept: list[tuple[tuple[int, int], list[Entry]]] = []
    reach: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda one: (one[0] - one[1], _is_decoy(spans[one]), one[0])):
        if all(end <= other[0] or other[1] <= start for other in reach):
            reach.append((start, end))
            kept.append(((start, end), spans[start, end]))
    return sorted(kept, key=lambda one: one[0])


def _with_level(one: Mention, spans: dict[tuple[int, int], list[Entry]]) -> Mention:
    """An organization whose name tells the level of its meetings: "Парламентская ассамблея ОДКБ"."""
    if one.kind != "org":
        return one
    inside = [entries for (start, end), entries in spans.items() if one.start <= start and end <= one.end]
    levels = [entry.code for entries in inside for entry in entries if entry.kind == "level_nouns"]
    return Mention(one.start, one.end, one.kind, one.code, levels[0]) if levels else one


def _with_meeting(one: Mention, spans: dict[tuple[int, int], list[Entry]]) -> Iterator[Mention]:
    """A name that ends in the word for a meeting is that of the meeting too: 中日韩领导人会议."""
    yield one
    if one.kind != "org" or one.level is None:
        return
    for (start, end), entries in spans.items():
        noun = next((entry for entry in entries if entry.kind == "event_noun"), None)
        if noun and one.start < start and end == one.end:
            yield Mention(start, end, noun.kind, noun.code, one.level)
            return


def _mentions(start: int, end: int, entries: list[Entry]) -> Iterator[Mention]:
    """What a form stands for; "видеоконференция" is a meeting and says its mode."""
    best = _mention(start, end, entries)
    yield best
    if best.kind == "event_noun":
        yield from (Mention(start, end, "mode", one.code) for one in entries if one.kind == "mode")


def _mention(start: int, end: int, entries: list[Entry]) -> Mention:
    others = {one.code for one in entries if one.kind in _NAMES_OF}
    # What is no mention of one organization may be another's name.
    entries = [one for one in entries if one.kind != "decoy" or not others - {one.code}]
    entry = min(entries, key=lambda one: _RANK[one.kind])
    levels = [one.code for one in entries if one.kind in ("level_nouns", "level_people")]
    if entry.kind == "organ":
        codes = ";".join(dict.fromkeys(one.code for one in entries if one.kind == "organ"))
        return Mention(start, end, "organ", codes)
    if entry.kind == "capital":
        return Mention(start, end, "city", entry.code)
    code, _, level = entry.code.partition("|") if entry.kind != "city" else (entry.code, "", "")
    if entry.kind in ("level_people", "level_nouns"):
        return Mention(start, end, entry.kind, code, entry.code)
    if entry.kind == "office":
        told = [one.code.partition("|") for one in entries if one.kind == "office"]
        office, rank = (
            next((part for part in parts if part), "") for parts in zip(*told, strict=True) if "|" not in parts
        )
        return Mention(start, end, "office", office, rank or None)
    return Mention(start, end, entry.kind, code, level or (levels[0] if levels else None))


def _with_regions(found: list[Mention]) -> list[Mention]:
    """A region stands for its organization beside those who meet: "президенты стран Центральной Азии"."""
    return [
        Mention(one.start, one.end, "org", one.code) if one.kind == "region" else one
        for at, one in enumerate(found)
        if one.kind != "region" or _meets(one, found[max(0, at - 2) : at + 3])
    ]


def _meets(region: Mention, around: list[Mention]) -> bool:
    return any(
        one.kind in ("level_people", "level_nouns") or (one.kind == "event_noun" and one.level)
        for one in around
        if one.start - region.end <= _NEAR and region.start - one.end <= _NEAR
    )


def _with_owners(found: list[Mention]) -> Iterator[Mention]:
    """An organ's name is the organ of the organization beside it, else of the one last named that has such an organ."""
    orgs = [one for one in found if one.org]
    for one in found:
        if one.kind != "organ":
            yield one
            continue
        choices = {code.partition("/")[0]: code.partition("|") for code in one.code.split(";")}
        owner = _owner(one, [org for org in orgs if org.org in choices])
        levels = {level for _, _, level in choices.values()}
        if owner or len(choices) == 1:
            code, _, level = choices[owner or next(iter(choices))]
            yield Mention(one.start, one.end, "body", code, level)
        elif len(levels) == 1:
            level = levels.pop()
            yield Mention(one.start, one.end, "level_nouns", level, level)


_BESIDE, _NEAR = 40, 16


def _owner(organ: Mention, orgs: list[Mention]) -> str | None:
    after = next((one for one in orgs if 0 <= one.start - organ.end <= _BESIDE), None)
    before = [one for one in orgs if one.end <= organ.start]
    if before and organ.start - before[-1].end <= 2:
        return before[-1].org
    return (after or (before[-1] if before else None) or next(iter(orgs), organ)).org


def _names(catalog: Catalog, language: str, organs: Organs, adapter: Adapter) -> Iterator[tuple[str, Entry]]:
    rules = read_inflections(ROOT).get(language)
    for org in catalog.organizations.values():
        yield from _organization(org, language, organs, adapter, rules)
    for form, entry in (*_states(catalog, language), *_cities(catalog, language)):
        yield from ((one, entry) for one in _cases(form, rules))
    for state in catalog.states.values():
        known = state.names.get(language)
        for form in known.decoys if known else ():
            yield form, Entry("decoy", state.code)


def _cases(form: str, rules: Inflection | None) -> set[str]:
    return {form} | (rules.forms(form) if rules else set())


def _organization(
    org: Organization, language: str, organs: Organs, adapter: Adapter, rules: Inflection | None
) -> Iterator[tuple[str, Entry]]:
    doubtful = set(org.ambiguous.get(language, ()))
    for form in (*org.names.get(language, ()), *org.acronyms.get(language, ())):
        yield from ((one, Entry("org", org.code, form in doubtful)) for one in _cases(form, rules))
    if (
        org.code.isupper()
        and org.code.rstrip("+").isalpha()
        and len(org.code) > 2
        and org.code in org.acronyms.get("en", ())
    ):
        yield org.code, Entry("org", org.code)
    for form in org.regions.get(language, ()):
        yield from ((one, Entry("region", org.code)) for one in _cases(form, rules))
    for form in org.decoys.get(language, ()):
        yield form, Entry("decoy", org.code)
    yield from _bodies(org, language, organs, adapter, rules)
    for series in org.series:
        for form in series.names.get(language, ()):
            # One common word is a series only in the quotation marks that names of exercises bear.
            bare = " " not in form and "-" not in form if adapter.spaced else len(form) <= _ONE_WORD
            for one, mark in product(_cases(form, rules), _QUOTES if bare else ("",)):
                yield mark + one, Entry("series", f"{org.code}/{series.code}|{series.kind}")


def _bodies(
    org: Organization, language: str, organs: Organs, adapter: Adapter, rules: Inflection | None
) -> Iterator[tuple[str, Entry]]:
    """Organs by their proper names; "встреча министров" needs no entry, the words tell it."""
    for body in org.bodies:
        if body.level == "secretaries_general":
            continue
        code = f"{org.code}/{body.code}|{body.level}"
        for form in body.acronyms.get(language, ()):
            yield form, Entry("organ", code)
        for form in (*body.names.get(language, ()), *body.own_names.get(language, ())):
            if organs.are_called(form) and (form.isupper() or len(form) > 3):
                yield from ((one, Entry("organ", code)) for one in _cases(form, rules))


def _states(catalog: Catalog, language: str) -> Iterator[tuple[str, Entry]]:
    for state in catalog.states.values():
        if (known := state.names.get(language)) is None:
            continue
        doubtful = set(known.ambiguous)
        forms = {*known.names, *(one.name for one in known.dated if not one.until)} - doubtful
        yield from ((form, Entry("state", state.code)) for form in forms if len(form) > 1)
        for form in {*known.adjectives, *known.demonyms} - doubtful - forms:
            if len(form) > 1:
                yield form, Entry("adjective", state.code)
        yield from ((form, Entry("metonym", state.code)) for form in set(known.metonyms) - doubtful - forms)
        for capital in state.capitals:
            for form in capital.names.get(language, ()):
                yield form, Entry("capital", f"{capital.names['en'][0]}|{state.code}")


def _cities(catalog: Catalog, language: str) -> Iterator[tuple[str, Entry]]:
    unfit = set(load_cues(language, "places").get("not_cities", ()))
    for city in catalog.cities:
        for form in city.forms(language):
            if len(form) > 2 - (language == "zh") and form not in unfit:
                yield form, Entry("city", f"{city.name}|{city.country}")
    for name, (form, *others) in (load_cues(language, "places").get("cities") or {}).items():
        for one in (form, *others):
            yield one, Entry("city", name)


def _cues(language: str) -> Iterator[tuple[str, Entry]]:
    for level, words in load_cues(language, "levels")["levels"].items():
        for part in ("people", "nouns"):
            yield from ((form, Entry(f"level_{part}", level)) for form in words.get(part) or ())
        yield from ((form, Entry("office", f"|{level}")) for form in words.get("single") or ())
    for office, told in load_cues(language, "people")["offices"].items():
        yield from ((form, Entry("office", f"{office}|")) for form in told)
    events = load_cues(language, "events")
    for part, kind in (("nouns", "event_noun"), ("verbs", "event_verb")):
        for event, forms in events[part].items():
            yield from ((form, Entry(kind, event)) for form in forms)
    yield from ((form, Entry("decoy", "event")) for form in events.get("decoys") or ())
    for mode, forms in events["modes"].items():
        yield from ((form, Entry("mode", mode)) for form in forms)


@lru_cache(maxsize=8)
def dictionary(language: str) -> Dictionary:
    """Built once. Raises UnknownNameError for a language without cues."""
    return Dictionary(language)
