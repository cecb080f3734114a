"""Who says it: a person, an officer without a name, an organization or a state, before the verb or behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.extractors.core.page import Page
from comity.reading.languages import Phrases, adapter
from comity.reading.mentions import Mention

# So far from its verb a speaker may stand.
NEAR = 110
_BESIDE, _TITLE = 60, 60
# A word that opens a sentence is a name where the text has it again.
_TWICE = 2
_WHO = ("org", "body", "state", "metonym")
_OF_A_STATE = ("state", "adjective", "metonym")


class Speaker(msgspec.Struct, frozen=True):
    name: str
    office: str | None = None
    state: str | None = None


class Words:
    """The table of one language."""

    def __init__(self, language: str) -> None:
        own, known = adapter(language), load_cues(language, "statements")
        verbs: dict[str, list[str]] = known["verbs"]
        self.verbs = Phrases([(form, stance) for stance, forms in verbs.items() for form in forms], own)
        self.objects: frozenset[str] = frozenset(known.get("objects") or ())
        self.opens = re.compile(known["opens"])
        self.closes = _shape(known.get("closes"))
        self.follows = _shape(known.get("follows"))
        self.name = _shape(known.get("name"))
        self.according = Phrases([(one, True) for one in known.get("according") or ()], own)
        self.according_same = Phrases([(one, True) for one in known.get("according_same") or ()], own)
        self.between = _shape(known.get("between"))
        self.meets = _shape(known.get("meets"))
        self.leanings = Phrases(
            [(form, stance) for stance, forms in (known.get("leanings") or {}).items() for form in forms], own
        )
        self.small: str = known.get("small") or r"\w+"
        self.institutions = Phrases([(one, True) for one in known.get("institutions") or ()], own)
        self.about_that = Phrases([(one, True) for one in known.get("about_that") or ()], own)
        self.anaphors = Phrases([(one, True) for one in known.get("anaphors") or ()], own)


def _shape(pattern: Any) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    return Words(language)


def speaker_before(page: Page, told: Words, start: int, verb: int, last: Speaker | None) -> Speaker | None:
    """Who stands before a verb, in its sentence."""
    near = page.people.between(max(start, verb - NEAR), verb)
    if near:
        while told.meets and len(near) > 1 and told.meets.search(page.text, near[-2].end, near[-1].start):
            near = near[:-1]
        return Speaker(near[-1].name, near[-1].office, near[-1].state)
    if name := _bare_name(page, told, start, verb):
        return Speaker(name)
    named = page.mentions_in(max(start, verb - _BESIDE), verb, "office", *_WHO)
    beside = [one for one in named if verb - one.end <= 2]
    if beside and beside[-1].kind != "office":
        return _unnamed(page, beside[-1])
    if beside and (known := _officer(page, beside[-1])):
        return known
    for begin, stop, _ in told.institutions.found(page.low, max(start, verb - _BESIDE), verb):
        found = _institution(page, begin, stop)
        if verb - found[1] <= 2:
            return found[0]
    return last if _is_anaphor(page, told, start, verb) else _across(page, told, start, verb)


def _across(page: Page, told: Words, start: int, verb: int) -> Speaker | None:
    """A state or organization with more of its name, and words of time, before the verb: 巴西外交部6日宣布."""
    for one in reversed(page.mentions_in(max(start, verb - _BESIDE), verb, *_WHO) if told.between else []):
        assert told.between is not None
        match = told.between.fullmatch(page.text, one.end, verb)
        if match is not None:
            state = one.code if one.kind in ("state", "metonym") else None
            return Speaker(page.text[one.start : match.end("own")], None, state)
    return None


def _bare_name(page: Page, told: Words, start: int, verb: int) -> str | None:
    """A name without an office; a single word only right beside the verb, or within the sentence."""
    if told.name is None or _is_anaphor(page, told, start, verb):
        return None
    low = max(start, verb - _BESIDE)
    blank = r"\s+" if page.adapter.spaced else r"\s*"
    shape = rf"(?:^|[\s,;—，。；])({told.name.pattern})((?:\s{told.small}){{0,3}}){blank}$"
    match = re.search(shape, page.text[low:verb])
    if match is None or page.mentions_in(low + match.start(1), verb, *_WHO, "event_noun"):
        return None
    opens = not page.text[start : low + match.start(1)].strip()
    alone = opens and " " not in match[1]
    return None if alone and (match[2] or page.text.count(match[1][:-1]) < _TWICE) else match[1]


def _institution(page: Page, start: int, end: int) -> tuple[Speaker, int]:
    """ "правительство Бразилии", "МИД Ирана": whose it is may stand beside it."""
    whose = [one for one in page.mentions_in(end, end + _BESIDE, *_OF_A_STATE, "org") if one.start - end <= 1]
    last = whose[0].end if whose else end
    state = whose[0].code if whose and whose[0].kind != "org" else None
    return Speaker(page.text[start:last], None, state), last


def _officer(page: Page, office: Mention) -> Speaker | None:
    """The person known by name who bears the office that stands here: "глава МИД" after "глава МИД Лавров"."""
    known = [one for one in page.people.all if one.office and one.office == office.code]
    before = [one for one in known if one.end <= office.start]
    return Speaker(before[-1].name, before[-1].office, before[-1].state) if before else None


def _unnamed(page: Page, one: Mention) -> Speaker:
    """A state or organization, or its officer without a name: "министр иностранных дел Индии"."""
    state = one.code if one.kind in ("state", "metonym") else None
    for office in page.mentions_in(max(0, one.start - _TITLE), one.start, "office"):
        if one.start - office.end <= 1:
            known = [other for other in page.people.all if other.office == office.code and other.state == state]
            if state and known:
                return Speaker(known[-1].name, known[-1].office, state)
            return Speaker(page.text[office.start : one.end], office.code or None, state)
    return Speaker(page.text[one.start : one.end], None, state)


def _is_anaphor(page: Page, told: Words, start: int, verb: int) -> bool:
    return any(verb - end <= 3 or begin == start for begin, end, _ in told.anaphors.found(page.low, start, verb))


def speaker_behind(
    page: Page, told: Words, after: int, end: int, last: Speaker | None, *, far: bool = False
) -> tuple[Speaker, int] | None:
    """Who stands behind a verb, and where the words for him end."""
    near = [one for one in page.people.all if after <= one.start <= min(end, after + (2 if far else 1) * NEAR)]
    if near:
        person = near[0]
        return Speaker(page.text[person.start : person.end], person.office, person.state), person.end
    match = told.name.match(page.text, after + (page.text[after : after + 1] == " ")) if told.name else None
    if match and not page.mentions_in(match.start(), match.end(), *_WHO):
        return Speaker(match[0]), match.end()
    named = page.mentions_in(after, min(end, after + _TITLE), "office", *_WHO)
    if len(named) > 1 and named[0].kind == "office" and named[0].start - after <= 2 and named[1].kind in _WHO:
        return _unnamed(page, named[1]), named[1].end
    for begin, stop, _ in told.institutions.found(page.low, after, min(end, after + _TITLE)):
        if begin - after <= (_TITLE if far else 2):
            return _institution(page, begin, stop)
    for begin, stop, _ in told.anaphors.found(page.low, after, min(end, after + 40)):
        if begin - after <= 2 and last:
            return last, stop
    if named and named[0].start - after <= 2 and named[0].kind != "office":
        return _unnamed(page, named[0]), named[0].end
    if named and named[0].start - after <= 2 and not last:
        return Speaker(page.text[named[0].start : named[0].end], named[0].code or None), named[0].end
    return None
