"""Who belongs to an organization and who presides over it, in any language with cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.model.record import ChairRecord, MembershipRecord
from comity.model.when import When
from comity.reading.extractors.core.page import Page
from comity.reading.languages import Phrases, adapter
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence
from comity.reading.when import Direction

_STATES = ("state", "adjective", "metonym", "city")
_LISTED = 6
_FAR = 90
# So many states in brackets behind an organization are its members.
_BRACKETED = 3
_OPENING = re.compile(r"(?:\s\w+){0,2}\s?[(（—–:：](?:\s\w+)?\s?")
# So many signs further off is what stands in another clause.
_CLAUSE = 20
_PARTS = frozenset(";:.；：。")
# Kinds of dates that a term of office has.
_YEARS = ("year", "this_unit", "part_of_year")


class Change(msgspec.Struct, frozen=True):
    """What a phrase says: the status, how it came about, and how telling the phrase is (0 is most). One with a `least`
    counts only beside a list of so many states, in a clause that tells of no meeting."""

    status: str
    change: str | None
    rank: int
    least: int = 1


_Phrase = tuple[int, int, Change]
_List = list[tuple[Mention, str]]


class Words:
    """The tables of one language."""

    def __init__(self, language: str) -> None:
        own = adapter(language)
        known, chairs = load_cues(language, "memberships"), load_cues(language, "chairs")
        self.belonging = Phrases(
            [
                (form, Change(group["status"], group.get("change"), rank, group.get("least", 1)))
                for rank, group in enumerate(known["cues"])
                for form in group["phrases"]
            ],
            own,
        )
        self.refused = _table(known.get("refused"), language)
        self.chairs = _table(chairs["cues"], language)
        self.no_chair = _table(chairs.get("refused"), language)
        self.hands_over = _table(chairs.get("hands_over"), language)
        self.givers = _table(chairs.get("from"), language)


def _table(forms: Any, language: str) -> Phrases[bool]:
    return Phrases([(one, True) for one in forms or ()], adapter(language))


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    return Words(language)


def memberships(page: Page) -> Iterator[MembershipRecord]:
    """Memberships told, each state of a list by itself."""
    told = words(page.language)
    for number, sentence in enumerate(page.sentences):
        taken: list[tuple[int, int]] = []
        for (first, _, change), found in _pairs(page, told, sentence):
            org = _organization(page, sentence.start, sentence.end, first, number)
            if org is None:
                continue
            taken.append((found[0][0].start, found[-1][0].end))
            when = _when_changed(page, sentence, first) if change.change else None
            yield from (_membership(page, sentence, org, state, change, when) for state in dict(_codes(found)))
        yield from _in_brackets(page, sentence, taken)


def _pairs(page: Page, told: Words, sentence: Sentence) -> list[tuple[_Phrase, _List]]:
    """Phrases and the lists of states that they are about, the nearest to one another first, each once."""
    phrases = _phrases(page, told, sentence.start, sentence.end)
    lists = _lists(page, sentence.start, sentence.end)
    near = sorted(
        (_away(some, phrase[0], phrase[1]) + _across(page, some, phrase), phrase[2].rank, at, to)
        for at, phrase in enumerate(phrases)
        for to, some in enumerate(lists)
        if len(some) >= phrase[2].least
        if not _is_bracketed(page, some) or 0 < some[0][0].start - phrase[1] <= _BRACKETED
    )
    kept: list[tuple[_Phrase, _List]] = []
    for away, _, at, to in near:
        free = all(phrases[at] is not phrase and lists[to] is not some for phrase, some in kept)
        if away <= _FAR and free:
            kept.append((phrases[at], lists[to]))
    return sorted(kept, key=lambda pair: pair[0][2].rank)


def _across(page: Page, some: _List, phrase: _Phrase) -> int:
    """How much further off a list is in another clause, in a language whose clauses the marks tell."""
    low, high = sorted((some[0][0].start, phrase[0]))
    clauses = 0 if page.adapter.head_first else len(page.adapter.clauses(page.text, low, high)) - 1
    return _CLAUSE * clauses


def _when_changed(page: Page, sentence: Sentence, phrase: int) -> When | None:
    """The day told in the clause of the phrase, else in the clauses before: 外长7日开会，决定接纳叙利亚."""
    first, last = _clause(page, sentence, phrase)
    found = _when(page, first, last)
    return found if found or page.adapter.head_first else _when(page, sentence.start, first)


def _membership(
    page: Page, sentence: Sentence, org: str, state: str, change: Change, when: When | None
) -> MembershipRecord:
    return MembershipRecord(
        evidence=(page.document.quote(sentence.start, sentence.end),),
        rule="core",
        org=org,
        state=state,
        status=change.status,
        change=change.change,
        date=when.edtf if when else None,
        date_basis=when.basis.value if when else "unknown",
    )


def _codes(found: _List) -> list[tuple[str, bool]]:
    return [(code, True) for _, code in found]


def _phrases(page: Page, told: Words, start: int, end: int) -> list[_Phrase]:
    """The phrases of a sentence, the more telling first, none over another; none of a clause that refuses it."""
    kept: list[_Phrase] = []
    for first, last in page.adapter.clauses(page.text, start, end):
        if next(told.refused.found(page.low, first, last), None):
            continue
        bare = not _tells_of_meeting(page, first, last)
        for one in sorted(told.belonging.found(page.low, first, last), key=lambda one: (one[2].rank, one[0] - one[1])):
            if all(one[1] <= other[0] or other[1] <= one[0] for other in kept) and (one[2].least == 1 or bare):
                kept.append(one)
    return sorted(kept, key=lambda one: one[2].rank)


def _clause(page: Page, sentence: Sentence, at: int) -> tuple[int, int]:
    clauses = page.adapter.clauses(page.text, sentence.start, sentence.end)
    return next((one for one in clauses if one[0] <= at < one[1]), clauses[0])


def _in_brackets(page: Page, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[MembershipRecord]:
    """ "БРИКС (Бразилия, Россия, Индия, Китай, ЮАР)", "в ОДКБ — Армения, …": an organization and its members."""
    for org in page.mentions_in(sentence.start, sentence.end, "org"):
        found = next((some for some in _lists(page, org.end, sentence.end)), [])
        opening = page.text[org.end : found[0][0].start] if found else ""
        free = found and all(found[0][0].start >= end or found[-1][0].end <= start for start, end in taken)
        if free and _OPENING.fullmatch(opening) and len(found) >= _BRACKETED and org.org:
            change = Change("member", None, 0)
            yield from (_membership(page, sentence, org.org, state, change, None) for state in dict(_codes(found)))


def _tells_of_meeting(page: Page, start: int, end: int) -> bool:
    return bool(page.mentions_in(start, end, "event_noun", "event_verb", "level_people", "office"))


def _organization(page: Page, start: int, end: int, near: int, number: int) -> str | None:
    """The organization named in the clause, else in the sentence, else the one named last before."""
    here = [one for one in page.mentions_in(start, end) if one.org]
    if here:
        return min(here, key=lambda one: abs(one.start - near)).org
    before = [one.org for one in page.mentions if one.org and one.start < end]
    titled = [one.org for one in page.title_mentions if one.org]
    return before[-1] if before else titled[-1] if titled else None


def _states(page: Page, start: int, end: int, first: int, last: int) -> list[str]:
    """The list of states nearest to a phrase, of those near by."""
    lists = [some for some in _lists(page, start, end) if _away(some, first, last) <= _FAR]
    return list(dict(_codes(min(lists, key=lambda some: _away(some, first, last), default=[]))))


def _is_bracketed(page: Page, some: _List) -> bool:
    before = page.text[max(0, some[0][0].start - 2) : some[0][0].start]
    return len(some) >= _BRACKETED and before.rstrip().endswith(("(", "（"))


def _lists(page: Page, start: int, end: int) -> list[_List]:
    lists: list[_List] = []
    for one in page.mentions_in(start, end, *_STATES):
        code = _state(one)
        if code is None:
            continue
        between = page.text[lists[-1][-1][0].end : one.start] if lists else ""
        if lists and len(between) <= _LISTED and not _PARTS & set(between):
            lists[-1].append((one, code))
        else:
            lists.append([(one, code)])
    return lists


def _away(some: _List, first: int, last: int) -> int:
    start, end = some[0][0].start, some[-1][0].end
    if end <= first:
        return first - end
    return start - last if start >= last else 0


def _state(one: Mention) -> str | None:
    """The state that a mention stands for; a capital's name stands for its state."""
    if one.kind != "city":
        return one.code
    city, _, country = one.code.partition("|")
    state = load_catalog().states.get(country)
    capitals = {name for capital in state.capitals for name in capital.names["en"]} if state else set()
    return country if city in capitals else None


def _when(page: Page, start: int, end: int) -> When | None:
    for one in page.expressions_in(start, end):
        if when := page.resolve(one, Direction.PAST):
            return when
    return None


def chairs(page: Page) -> Iterator[ChairRecord]:
    """Who presides, with the term where it is told."""
    told = words(page.language)
    for number, sentence in enumerate(page.sentences):
        for start, end in page.adapter.clauses(page.text, sentence.start, sentence.end):
            found = next(told.chairs.found(page.low, start, end), None)
            if found is None or next(told.no_chair.found(page.low, start, end), None):
                continue
            org = _organization(page, start, end, found[0], number)
            if org:
                yield from _presiding(page, told, (sentence.start, sentence.end), (start, end), found[:2], org)


def _presiding(
    page: Page, told: Words, sentence: tuple[int, int], clause: tuple[int, int], cue: tuple[int, int], org: str
) -> Iterator[ChairRecord]:
    start, end = clause
    if next(told.hands_over.found(page.low, start, end), None):
        yield from _handed_over(page, told, sentence, clause, org)
        return
    states = _states(page, start, end, *cue) or _states(page, sentence[0], sentence[1], *cue)
    first, last = _term(page, start, end)
    for state in states[:1]:
        yield ChairRecord(
            evidence=(page.document.quote(*sentence),), rule="core", org=org, state=state, start=first, end=last
        )


def _term(page: Page, start: int, end: int) -> tuple[str | None, str | None]:
    """From when to when: "в 2025 году", "с 1 января"."""
    for one in page.expressions_in(start, end):
        when = page.resolve(one, Direction.NONE)
        if when is None:
            continue
        if "/" in when.edtf:
            first, _, last = when.edtf.partition("/")
            return first, last
        if one.bound == "since":
            return when.edtf, None
        if one.bound == "until":
            return None, when.edtf
        if one.kind in _YEARS or one.kind in ("month", "bare_month"):
            return when.edtf, when.edtf
    return None, None


def _handed_over(
    page: Page, told: Words, sentence: tuple[int, int], clause: tuple[int, int], org: str
) -> Iterator[ChairRecord]:
    """ "Председательство перейдет от Таджикистана к Туркмении с 1 января"."""
    named = [(one, code) for one in page.mentions_in(*clause, *_STATES) if (code := _state(one))]
    first, _ = _term(page, *clause)
    given = {end for _, end, _ in told.givers.found(page.low, *clause)}
    for one, code in named[:2]:
        gives = any(0 <= one.start - end <= 1 for end in given)
        until = _day_before(first) if gives else None
        yield ChairRecord(
            evidence=(page.document.quote(*sentence),),
            rule="core",
            org=org,
            state=code,
            start=None if gives else first,
            end=until,
        )


def _day_before(day: str | None) -> str | None:
    if day is None:
        return None
    when = When.parse(day)
    return When.days(when.lower.fromordinal(when.lower.toordinal() - 1)).edtf if when.lower else None
