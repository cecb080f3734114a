"""Offices in a text: which words, whose, and where a name could stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.reading.mentions import Mention

_OWNERS = ("state", "adjective", "metonym", "org", "body", "city")
_STATES = ("state", "adjective", "metonym", "city")
_ORGANS = ("org", "body", "metonym")
_AFTER = re.compile(
    r"\s+(?:of|to|for|at|in)\s+(?:the\s+)?(?:Republic\s+of\s+|Kingdom\s+of\s+|Islamic\s+Republic\s+of\s+)?"
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?$")


class Office(msgspec.Struct, frozen=True):
    """An office where the text names it: "Russian Defence Minister". `from_:to` covers it with its owner, `label` is
    what it is called ("defence minister", "CIS Executive Secretary"), `state` whose, `plural` that it opens a list."""

    start: int
    end: int
    label: str
    state: str | None
    from_: int
    to: int
    plural: bool = False


class _Words(msgspec.Struct, frozen=True):
    head: re.Pattern[str]
    gap: re.Pattern[str]
    plurals: tuple[tuple[str, str], ...]
    not_office: frozenset[str]


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:
    words = load_cues(language, "people")
    modifiers = "|".join(sorted(words["modifiers"], key=len, reverse=True))
    plurals = sorted(words["plurals"].items(), key=lambda pair: -len(pair[0]))
    return _Words(
        head=re.compile(rf"(?:{'|'.join(words['heads'])})$", re.IGNORECASE),
        gap=re.compile(rf"(?:['’]s?)?\s+(?:(?:{modifiers})\s+)*(?:[\w-]+\s+){{0,3}}", re.IGNORECASE),
        plurals=tuple(plurals),
        not_office=frozenset(words["not_names"])
        - {word.capitalize() for one in words["offices"] for word in one.split()}
        - frozenset(words["office_words"]),
    )


def find_offices(text: str, mentions: Sequence[Mention], language: str = "en") -> Iterator[Office]:
    """All offices in text order; plural ones where they may open a list of names."""
    words = _words(language)
    for at, mention in enumerate(mentions):
        if mention.kind == "office":
            yield _office(text, mentions, at, words)
        elif mention.kind == "level_people":
            label = _singular(text[mention.start : mention.end].lower(), words)
            if label:
                start, end = mention.start, mention.end
                owner = _owner_before(text, mentions, at, start, words)
                yield Office(start, end, label, _state_of(owner), owner.start if owner else start, end, plural=True)


def _office(text: str, mentions: Sequence[Mention], at: int, words: _Words) -> Office:
    mention = mentions[at]
    start = _extended(text, mentions, at, words)
    owner = _owner_before(text, mentions, at, start, words)
    end, after = _owner_after(text, mentions, at)
    joined = _joined(text, mentions, at, words) if owner is None else None
    owner = owner or (joined if joined and joined.kind in _STATES else None)
    whose = owner or (after if after and after.kind in _STATES else None)
    label = _label(text, mention, start, end, owner, after)
    return Office(start, mention.end, label, _state_of(whose), min(owner.start, start) if owner else start, end)


def _state_of(owner: Mention | None) -> str | None:
    """The state that an owner is or, a capital, stands for."""
    if owner is None or owner.kind not in _STATES:
        return None
    return owner.code.partition("|")[2] or owner.code


def _label(text: str, mention: Mention, start: int, end: int, owner: Mention | None, after: Mention | None) -> str:
    """An organization's office with the organization's name; a state's in lower case, as the cue file spells it."""
    if owner and owner.kind in _ORGANS:
        name = text[mention.start : mention.end]
        name = name.lower() if owner.kind == "metonym" else name
        return re.sub(r"['’]s\b", "", text[owner.start : mention.start]) + name
    if after and after.kind in ("org", "body"):
        return text[start : after.end]
    before = text[start : mention.start]
    label = before + mention.code
    return (
        label.lower() if not before or mention.code.endswith(("minister", "secretary")) else text[start : mention.end]
    )


def _extended(text: str, mentions: Sequence[Mention], at: int, words: _Words) -> int:
    """Where the office begins, with capitalized words before it that no name owns ("Economic Development Minister")."""
    start = mentions[at].start
    if not words.head.search(text[start : mentions[at].end]) or not text[start].isupper():
        return start
    floor = mentions[at - 1].end if at else 0
    while match := re.search(r"(?:^|(?<=[\s(]))([A-Z][\w-]+) $", text[max(0, start - 30) : start]):
        first = max(0, start - 30) + match.start(1)
        if first < floor or match[1] in words.not_office or _begins_sentence(text, first):
            break
        start = first
    return start


def _begins_sentence(text: str, position: int) -> bool:
    return position == 0 or bool(re.search(r"(?:[.!?:\n][\"”]?|[-–—])\s*$", text[max(0, position - 4) : position]))


def _owner_before(text: str, mentions: Sequence[Mention], at: int, start: int, words: _Words) -> Mention | None:
    """Whose office, from the words before it: "Russian", "Russia's", "SCO"."""
    for mention in reversed(mentions[:at]):
        if mention.end < start - 45:
            break
        if mention.kind not in _OWNERS or mention.end > start:
            continue
        gap = text[mention.end : start]
        if not words.gap.fullmatch(gap) or re.search(
            r"\b(?:and|of|to|in|by|for|with|that|as|is|was|said|has|had)\b", gap
        ):
            return None
        owns = _owns(text[mention.start : mention.end], mention.kind, gap) or _is_of(text, mention, gap, start)
        return mention if owns else None
    return None


_PLACES = re.compile(r"\b(?:in|into|at|to|from|near|across|for|over|on|against)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_of(text: str, mention: Mention, gap: str, start: int) -> bool:
    """ "Singapore Prime Minister Lawrence Wong", "Kenya President William Ruto": a state's name as an adjective."""
    if mention.kind != "state" or gap != " " or not re.match(r"(?:[A-Z][\w-]+\s+){2}", text[start : start + 80]):
        return False
    before = text[max(0, mention.start - 12) : mention.start]
    return not _PLACES.search(before)


def _owns(name: str, kind: str, gap: str) -> bool:
    """Whether a name before an office owns it: a state needs "'s" ("Russia's president") unless it is "US" or "U.S."."""
    possessive = gap.lstrip()[:1] in ("'", "’")
    if kind == "city":
        return possessive
    return kind != "state" or possessive or name.isupper() or "." in name


def _owner_after(text: str, mentions: Sequence[Mention], at: int) -> tuple[int, Mention | None]:
    """… or from those after it: "of Belarus"."""
    office = mentions[at]
    for mention in mentions[at + 1 : at + 3]:
        gap = text[office.end : mention.start]
        if mention.kind in ("state", "org", "body") and _AFTER.fullmatch(gap):
            if gap.strip().split()[0] == "in" or (gap.strip().split()[0] != "of" and mention.kind == "state"):
                return office.end, None
            return _organ_end(text, mentions, mention), mention
    return office.end, None


def _organ_end(text: str, mentions: Sequence[Mention], owner: Mention) -> int:
    """The end of "the CSTO's joint staff", an organ that the owner possesses."""
    for mention in mentions:
        if mention.kind in ("body", "level_nouns") and re.fullmatch(r"(?:['’]s)?\s+", text[owner.end : mention.start]):
            return mention.end
    return owner.end


def _joined(text: str, mentions: Sequence[Mention], at: int, words: _Words) -> Mention | None:
    """The owner of an office joined by "and": "Russian Deputy Prime Minister and Foreign Minister"."""
    for before in range(at - 1, max(-1, at - 3), -1):
        if mentions[before].kind == "office" and _AND.fullmatch(text[mentions[before].end : mentions[at].start]):
            return _owner_before(text, mentions, before, mentions[before].start, words)
    return None


def _singular(label: str, words: _Words) -> str | None:
    for plural, one in words.plurals:
        if label.endswith(plural):
            return label[: len(label) - len(plural)] + one
    return None
