"""Cue phrases with slots, from data files: "{states} (became|become) [a|the] … {role} of {org}".

Words stand for themselves, "(a|b)" is a choice, "[a|b]" may be missing, "…" stands for up to six words without a
name, "{list}" for what comes before an enumeration (a colon, a dash, "namely"), "{states}" and the like for slots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from comity.catalog.cues import load_cues
from comity.reading.extractors.numbers import number_pattern
from comity.reading.extractors.slots import ADJECTIVE, BODY, CAPITAL, DATE, ORG, PERSON, STATE, STATES, Frame, Slot

_SIGNS = {
    "states": STATES,
    "named": STATE,
    "state": STATES,
    "party": STATES + PERSON + CAPITAL,
    "from": STATES + PERSON + CAPITAL,
    "to": STATES + PERSON + CAPITAL,
    "adjective": ADJECTIVE,
    "org": ORG + BODY,
    "date": DATE,
}
_NAMES = STATE + ORG + BODY + PERSON
_GAP = rf"(?:,?\s+[^\s;:.“”\"{_NAMES}]+){{0,6}}?,?"
_STRONG = r"(?:\s*[:(]\s*|,?\s+(?:[-–—\ufffd]+|&[mn]dash;)\s*|,?\s+namely:?\s+)(?:the\s+)?"
_BRACKET = r"(?:\s+\(|\s+[-–—\ufffd]+\s+|\s+&[mn]dash;\s+)(?:the\s+)?"
_ANY = r"(?:,?\s+[^\s;:.“”\"]+){0,8}?,?"
_LIST = r"(?:\s*[:(]\s*|,?\s+(?:[-–—\ufffd]+|&[mn]dash;)\s*|,?\s+(?:namely|that\s+is|i\.e\.|including|such\s+as)[:,]?\s+|\s+)(?:the\s+)?"
_BEFORE = 14
_ENUMERATION = {"list": _LIST, "strong": _STRONG, "bracket": _BRACKET, "any": _ANY, "end": r"(?=\s*(?:[.;,)]|$))"}
_PIECE = re.compile(r"\{(?P<slot>\w+)\}(?P<owner>'s)?|\((?P<choice>[^)]*)\)|\[(?P<option>[^\]]*)\]|(?P<gap>…)|(?P<mark>,(?=\s))|(?P<word>[^\s,]+)")


class Construction(msgspec.Struct, frozen=True):
    """One compiled phrase and what its group in the data file says of it."""

    rule: str
    facts: Mapping[str, Any]
    pattern: re.Pattern[str]


class Found(msgspec.Struct, frozen=True):
    """A construction in a frame: the place in the masked sentence and the slots that it filled."""

    construction: Construction
    frame: Frame
    start: int
    end: int
    words: Mapping[str, str | None]
    filled: Mapping[str, Slot]
    places: Mapping[str, int]

    @property
    def text(self) -> str:
        return self.frame.masked[self.start : self.end]


@lru_cache(maxsize=32)
def constructions(language: str, topic: str) -> tuple[Construction, ...]:
    """The phrases of a topic's `constructions`, in the file's order; `words` of the file are slots that match words."""
    cues = load_cues(language, topic)
    words = {name: "|".join(map(_spaced, sorted(forms, key=len, reverse=True))) for name, forms in _forms(cues).items()}
    words["number"] = number_pattern(language)
    return tuple(
        Construction(group["rule"], {key: value for key, value in group.items() if key != "phrases"}, compile_slots(phrase, words))
        for group in cues["constructions"]
        for phrase in group["phrases"]
    )


def _forms(cues: Mapping[str, Any]) -> dict[str, list[str]]:
    """Each word slot's forms; a slot that tells forms apart ("role": {member: [...], observer: [...]}) has them all."""
    return {
        name: [form for part in forms.values() for form in part] if isinstance(forms, dict) else forms
        for name, forms in cues.get("words", {}).items()
    }


def compile_slots(phrase: str, words: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of one phrase over masked sentences."""
    out = ""
    glued = True
    for piece in _PIECE.finditer(phrase):
        space, glued = "" if glued else r"\s+", False
        if piece["slot"] in _ENUMERATION:
            out += _ENUMERATION[piece["slot"]]
            glued = piece["slot"] != "any"
        elif piece["slot"]:
            out += space + _slot(piece["slot"], words) + (r"['’]s?" if piece["owner"] else "")
        elif piece["option"]:
            out += rf"(?:{_choice(piece['option'], space)})?" if space else rf"(?:{_choice(piece['option'], '')}\s+)?"
            glued = not space
        elif piece["gap"]:
            out += _GAP
        elif piece["mark"]:
            out += ","
        else:
            out += rf"(?:{_choice(piece['choice'] or piece['word'], space)})"
    return re.compile(rf"(?<![\w-])(?:{out})(?![\w])", re.IGNORECASE)


def _choice(forms: str, space: str) -> str:
    """Alternatives, each after white space except one that begins with a comma or is an ending."""
    return "|".join(("" if form[0] in ",'" else space) + _spaced(form) for form in forms.split("|"))


def _spaced(form: str) -> str:
    """The form with any white space between its words and either apostrophe; "*" stands for any ending."""
    return r"\s+".join(re.escape(word).replace("'", "['’]").replace(r"\*", r"\w*") for word in form.split())


def _slot(name: str, words: Mapping[str, str]) -> str:
    if name in words:
        return rf"(?P<{name}>{words[name]})"
    return rf"(?:the\s+)?(?P<{name}>[{_SIGNS[name]}])"


def find(frame: Frame, known: Sequence[Construction]) -> Iterator[Found]:
    """Every place of every construction in a frame, in the constructions' order."""
    for construction in known:
        for match in construction.pattern.finditer(frame.masked):
            groups = {name: match.start(name) for name in match.groupdict() if match.group(name)}
            filled = {name: frame.slots[at] for name, at in groups.items() if at in frame.slots}
            yield Found(construction, frame, match.start(), match.end(), match.groupdict(), filled, groups)


def is_denied(found: Found, language: str, topic: str) -> bool:
    """ "Is not a member", "has never joined"; a wish or condition states nothing either. "No longer" is a statement."""
    text = found.frame.masked[max(0, found.start - _BEFORE) : found.end]
    return not re.search(r"\bno longer\b", text) and bool(_denials(language, topic).search(text))


@lru_cache(maxsize=32)
def _denials(language: str, topic: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_cues(language, topic)['denials'])})\b|n['’]t\b", re.IGNORECASE)
