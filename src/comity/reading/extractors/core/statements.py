"""Who said what, in any language with cues: a verb, its speaker before or behind it, and the words that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import load_cues
from comity.model.record import StatementRecord
from comity.reading.extractors.core.page import Page
from comity.reading.languages import Phrases, adapter
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence

# So far from its verb a speaker may stand, and so short no content is.
_NEAR, _LEAST = 110, 8
_EDGES = ' \t\n,;:.—-«»"“”„「」『』。，；：！!'
_WHO = ("org", "body", "state", "metonym")
_SAYS = "says"


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
        self.about_that = Phrases([(one, True) for one in known.get("about_that") or ()], own)
        self.anaphors = Phrases([(one, True) for one in known.get("anaphors") or ()], own)


def _shape(pattern: Any) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    return Words(language)


def extract(page: Page) -> Iterator[StatementRecord]:
    """The statements in text order."""
    told = words(page.language)
    last: Speaker | None = None
    for number, sentence in enumerate(page.sentences):
        done = sentence.start
        if number and (found := _about_that(page, told, page.sentences[number - 1], sentence, last)):
            last = found[1]
            yield found[0]
            continue
        for record, speaker, end in _in_sentence(page, told, sentence, last):
            if end > done:
                done, last = end, speaker
                yield record


_Told = tuple[StatementRecord, Speaker, int]


def _in_sentence(page: Page, told: Words, sentence: Sentence, last: Speaker | None) -> Iterator[_Told]:
    start, end = sentence.start, sentence.end
    for _, after, _ in told.according.found(page.low, start, end):
        if found := _according(page, told, sentence, after, last):
            yield found
            return
    reach = start
    for first, after, stance in _longest(told.verbs.found(page.low, start, end)):
        if first < reach:
            continue
        found = _before_content(page, told, (start, end), (first, after, stance), last) or _after_content(
            page, told, (max(start, reach), end), (first, after, stance), last
        )
        if found:
            reach = found[2]
            last = found[1]
            yield found


def _about_that(page: Page, told: Words, before: Sentence, sentence: Sentence, last: Speaker | None) -> _Told | None:
    """ "… . Об этом заявил X": the sentence before is the content."""
    opening = next(told.about_that.found(page.low, sentence.start, sentence.end), None)
    if opening is None or opening[0] > sentence.start:
        return None
    verb = next(iter(_longest(told.verbs.found(page.low, opening[1], sentence.end))), None)
    speaker = _speaker_behind(page, told, verb[1], sentence.end, last, far=True) if verb else None
    if verb is None or speaker is None:
        return None
    return _record(page, speaker[0], verb[2], (before.start, before.end), (before.start, sentence.end), told)


def _longest(found: Iterator[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for one in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return sorted(kept)


def _according(page: Page, told: Words, sentence: Sentence, after: int, last: Speaker | None) -> _Told | None:
    """ "По словам X, …"."""
    speaker = _speaker_behind(page, told, after, sentence.end, last)
    if speaker is None:
        return None
    comma = re.compile(r"[,，]").search(page.text, max(after, speaker[1]), sentence.end)
    if comma is None or comma.start() - speaker[1] > _NEAR:
        return None
    return _record(page, speaker[0], _SAYS, (comma.end(), sentence.end), (sentence.start, sentence.end), told)


def _before_content(
    page: Page, told: Words, sentence: tuple[int, int], verb: tuple[int, int, str], last: Speaker | None
) -> _Told | None:
    """ "X said that …"."""
    first, after, stance = verb
    speaker = _speaker_before(page, told, sentence[0], first, last)
    if speaker is None:
        return None
    opening = told.opens.match(page.text, after, sentence[1])
    if opening is None and stance not in told.objects:
        return None
    start = opening.end() if opening else after
    return _record(page, speaker, stance, (start, sentence[1]), sentence, told)


def _after_content(
    page: Page, told: Words, sentence: tuple[int, int], verb: tuple[int, int, str], last: Speaker | None
) -> _Told | None:
    """ "…, said X"."""
    first, after, stance = verb
    if told.follows is None or not told.follows.search(page.text[max(sentence[0], first - 20) : first]):
        return None
    speaker = _speaker_behind(page, told, after, sentence[1], last)
    if speaker is None:
        return None
    return _record(page, speaker[0], stance, (sentence[0], first), (sentence[0], speaker[1]), told)


def _speaker_before(page: Page, told: Words, start: int, verb: int, last: Speaker | None) -> Speaker | None:
    near = page.people.between(max(start, verb - _NEAR), verb)
    if near:
        return Speaker(near[-1].name, near[-1].office, near[-1].state)
    before = page.text[max(start, verb - 60) : verb]
    if told.name and (match := re.search(rf"(?:^|[\s,;—])({told.name.pattern})\s+$", before)):
        name = match[1]
        if not any(one.kind in _WHO for one in page.mentions_in(verb - len(before), verb)) and not _opens_anaphor(
            page, told, start, verb
        ):
            return Speaker(name)
    beside = [one for one in page.mentions_in(max(start, verb - 60), verb, *_WHO) if verb - one.end <= 2]
    if beside:
        return _unnamed(page, beside[-1])
    return last if _opens_anaphor(page, told, start, verb) else None


def _unnamed(page: Page, one: Mention) -> Speaker:
    """A state or organization, or its officer without a name: "министр иностранных дел Индии"."""
    state = one.code if one.kind in ("state", "metonym") else None
    for office in page.mentions_in(max(0, one.start - 60), one.start, "office"):
        if one.start - office.end <= 1:
            return Speaker(page.text[office.start : one.end], office.code or None, state)
    return Speaker(page.text[one.start : one.end], None, state)


def _opens_anaphor(page: Page, told: Words, start: int, verb: int) -> bool:
    return any(verb - end <= 3 or begin == start for begin, end, _ in told.anaphors.found(page.low, start, verb))


def _speaker_behind(
    page: Page, told: Words, after: int, end: int, last: Speaker | None, *, far: bool = False
) -> tuple[Speaker, int] | None:
    near = [one for one in page.people.all if after <= one.start <= min(end, after + (2 if far else 1) * _NEAR)]
    if near:
        person = near[0]
        return Speaker(page.text[person.start : person.end], person.office, person.state), person.end
    match = told.name.match(page.text, after + (page.text[after : after + 1] == " ")) if told.name else None
    if match and not any(one.kind in _WHO for one in page.mentions_in(match.start(), match.end())):
        return Speaker(match[0]), match.end()
    for begin, stop, _ in told.anaphors.found(page.low, after, min(end, after + 40)):
        if begin - after <= 2 and last:
            return last, stop
    beside = [one for one in page.mentions_in(after, min(end, after + 40), *_WHO) if one.start - after <= 2]
    if beside:
        return _unnamed(page, beside[0]), beside[0].end
    offices = [one for one in page.mentions_in(after, min(end, after + 60), "office") if one.start - after <= 2]
    if offices and not last:
        return Speaker(page.text[offices[0].start : offices[0].end], offices[0].code or None), offices[0].end
    return None


def _record(
    page: Page, speaker: Speaker, stance: str, content: tuple[int, int], clause: tuple[int, int], told: Words
) -> _Told | None:
    start, end = content
    if told.closes and (closing := told.closes.search(page.text, start + 1, end)):
        end = closing.start()
    while start < end and page.text[start] in _EDGES:
        start += 1
    while end > start and page.text[end - 1] in _EDGES:
        end -= 1
    if end - start < _LEAST:
        return None
    record = StatementRecord(
        evidence=(page.document.quote(min(clause[0], start), max(clause[1], end)),),
        rule="core",
        speaker=speaker.name,
        office=speaker.office,
        state=speaker.state,
        stance=stance,
        content=page.text[start:end],
    )
    return record, speaker, max(end, clause[0])
