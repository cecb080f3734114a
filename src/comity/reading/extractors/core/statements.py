"""Who said what, in any language with cues: a verb, its speaker before or behind it, and the words that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.record import StatementRecord
from comity.reading.extractors.core.page import Page
from comity.reading.extractors.core.speakers import NEAR, Speaker, Words, speaker_before, speaker_behind, words
from comity.reading.sentences import Sentence

# So short no content is, in letters and in Chinese signs.
_LEAST, _LEAST_SIGNS = 8, 4
_EDGES = ' \t\n,;:.—-«»"“”„「」『』。，；：！!'
_QUOTES = {"»": "«", "”": "“", "」": "「"}
_QUOTED = 600
_SAYS = "says"
# In so many first signs of what is said a plain "says" may show what the speaker does.
_SHOWN = 40


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
    for _, after, _ in told.according_same.found(page.low, start, end):
        comma = re.compile(r"[,，]").search(page.text, after, min(end, after + _LEAST))
        if last and comma:
            found = _record(page, last, _SAYS, (comma.end(), end), (start, end), told)
            yield from [found] if found else []
            return
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
    speaker = speaker_behind(page, told, verb[1], sentence.end, last, far=True) if verb else None
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
    speaker = speaker_behind(page, told, after, sentence.end, last)
    if speaker is None:
        return None
    comma = re.compile(r"[,，]").search(page.text, max(after, speaker[1]), sentence.end)
    if told.between and comma and not _is_told_by(page, told, (after, comma.start()), speaker[1]):
        return None
    if comma is None or comma.start() - speaker[1] > NEAR:
        return None
    return _record(page, speaker[0], _SAYS, (comma.end(), sentence.end), (sentence.start, sentence.end), told)


def _is_told_by(page: Page, told: Words, opening: tuple[int, int], speaker: int) -> bool:
    """Whether the words before the comma name a speaker and a verb of saying: 据外交部发言人介绍."""
    first = re.compile(r"[,，]").search(page.text, opening[0])
    verbs = told.verbs.found(page.low, speaker, opening[1])
    return first is not None and first.start() == opening[1] and next(verbs, None) is not None


def _before_content(
    page: Page, told: Words, sentence: tuple[int, int], verb: tuple[int, int, str], last: Speaker | None
) -> _Told | None:
    """ "X said that …"."""
    first, after, stance = verb
    speaker = speaker_before(page, told, sentence[0], first, last)
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
    speaker = speaker_behind(page, told, after, sentence[1], last)
    if speaker is None:
        return None
    start = _quote_opens(page, sentence[0], first)
    return _record(page, speaker[0], stance, (start, first), (start, speaker[1]), told)


def _quote_opens(page: Page, start: int, end: int) -> int:
    """Where the quotation begins that ends before `end`: perhaps sentences earlier, in the same paragraph."""
    closing = page.text[:end].rstrip(" ,—-–\n")[-1:]
    opening = _QUOTES.get(closing)
    if opening is None or opening in page.text[start:end]:
        return start
    line = page.text.rfind("\n", 0, start) + 1
    at = page.text.rfind(opening, max(line, start - _QUOTED), start)
    return at if at >= 0 else start


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
    if end - start < (_LEAST if page.adapter.spaced else _LEAST_SIGNS):
        return None
    if stance == _SAYS:
        shown = next(told.leanings.found(page.low, start, min(end, start + _SHOWN)), None)
        stance = shown[2] if shown else stance
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
