"""The little language of cue phrases: "{states} (became|become) [a|the] … {role} of {org}" as a pattern.

Words stand for themselves, "(a|b)" is a choice, "[a|b]" may be missing, "…" stands for up to six words without a
name, "{any}" for up to eight of any kind, "{aux}" for auxiliaries, adverbs and dates, "{list}" for what comes before
an enumeration (a colon, a dash, "namely"), "{end}" for the end of a clause, "{states}" and the like for slots.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.reading.extractors.slots import (
    ADJECTIVE,
    BODY,
    CAPITAL,
    DATE,
    ORG,
    PERSON,
    PRONOUN,
    STATE,
    STATES,
)  # fmt: skip
from comity.reading.phrases import alternatives, key_words

_SIGNS = {
    "states": STATES + CAPITAL,
    "named": STATE,
    "state": STATES,
    "party": STATES + PERSON + CAPITAL,
    "from": STATES + PERSON + CAPITAL,
    "to": STATES + PERSON + CAPITAL,
    "adjective": ADJECTIVE,
    "org": ORG + BODY,
    "date": DATE,
    "it": PRONOUN,
}
_NAMES = STATE + ORG + BODY + PERSON
_GAP = rf"(?:,?\s+[^\s;:.“”\"{_NAMES}]+){{0,6}}?,?"
_ANY = r"(?:,?\s+[^\s;:.“”\"]+){0,8}?,?"
_DASH = r"(?:[-–—\ufffd]+|&[mn]dash;)"
_NAMELY = r",?\s+(?:namely|that\s+is|i\.e\.|including|such\s+as)[:,]?\s+"
_STRONG = rf"(?:\s*[:(—]\s*|,?\s+{_DASH}\s*|,?\s+namely:?\s+)(?:the\s+)?"
_BRACKET = rf"(?:\s+\(|\s+{_DASH}\s+)(?:the\s+)?"
_LIST = rf"(?:\s*[:(]\s*|,?\s+{_DASH}\s*|{_NAMELY}|\s+)(?:the\s+)?"
# "The Russia-led CSTO", "the West African bloc ECOWAS".
_LED = rf"(?:[\w{STATE}{CAPITAL}{ADJECTIVE}]+-\w+\s+)?"
_APPOSED = rf"{_LED}(?:(?:[\w{ADJECTIVE}]+\s+){{0,2}}(?:bloc|group|grouping|alliance|forum)\s+)?"
_PRON = rf"\s+(?:it|they|he|she|the\s+country|[{PRONOUN}{STATE}])"
_ALONE = rf"(?!\s+(?:the\s+)?[{STATE}])"
_ENUMERATION = {
    "list": _LIST,
    "strong": _STRONG,
    "bracket": _BRACKET,
    "any": _ANY,
    "pron": _PRON,
    "alone": _ALONE,
    "end": r"(?=\s*(?:[.;,)]|$))",
}
_PIECE = re.compile(
    r"\{(?P<slot>\w+)\}(?P<owner>'s)?|\((?P<choice>[^)]*)\)|\[(?P<option>[^\]]*)\]|(?P<gap>…)|(?P<mark>,(?=\s))|(?P<word>[^\s,]+)"
)


@lru_cache(maxsize=8)
def auxiliaries(language: str) -> str:
    """What may stand between a subject and its verb: "has also", "on Thursday formally"."""
    words = load_cues(language, "references")
    dated = rf"(?:(?:{'|'.join(words['date_words'])})\s+)*{DATE}"
    return rf"(?:,?\s+(?:{'|'.join(words['auxiliaries'])}|{dated})(?!\w),?){{0,5}}?"


def compile_slots(phrase: str, words: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of one phrase over masked sentences."""
    return re.compile(slots_pattern(phrase, words), re.IGNORECASE)


def slots_pattern(phrase: str, words: Mapping[str, str]) -> str:
    """The same, not compiled yet; it is meant for any case."""
    out = ""
    glued = True
    for piece in _PIECE.finditer(phrase):
        space, glued = "" if glued else r"\s+", False
        if piece["slot"] == "aux":
            out += words["aux"]
        elif piece["slot"] in _ENUMERATION:
            out += _ENUMERATION[piece["slot"]]
            glued = piece["slot"] not in ("any", "pron")
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
    return rf"(?<![\w-])(?:{out})(?![\w]|['’]s\b)"


def _choice(forms: str, space: str) -> str:
    """Alternatives, each after white space except one that begins with a comma or is an ending."""
    return "|".join(("" if form[0] in ",'" else space) + spaced(form) for form in forms.split("|"))


def spaced(form: str) -> str:
    """The form with any white space between its words and either apostrophe; "*" stands for any ending."""
    return r"\s+".join(re.escape(word).replace("'", "['’]").replace(r"\*", r"\w*") for word in form.split())


def either(forms: Sequence[str]) -> str:
    """One of some forms, the longest that fits."""
    if any("*" in form for form in forms):
        return "|".join(map(spaced, sorted(forms, key=len, reverse=True)))
    return alternatives(" ".join(form.split()) for form in forms).replace("'", "['’]")


def _slot(name: str, words: Mapping[str, str]) -> str:
    if name in words:
        return rf"(?P<{name}>{words[name]})"
    if name == "org":
        return rf"(?:both\s+)?(?:the\s+)?{_APPOSED}(?P<org>[{_SIGNS[name]}])(?:['’]s?)?"
    return rf"(?:the\s+)?(?P<{name}>[{_SIGNS[name]}])"


def anchors(phrase: str, forms: Mapping[str, Collection[str]]) -> tuple[frozenset[str], ...]:
    """Sets of words and signs, one of each of which must occur where the phrase does: a cheap test before the pattern's."""
    needed = []
    for piece in _PIECE.finditer(phrase):
        if piece["slot"] in _SIGNS and piece["slot"] not in forms:
            needed.append(frozenset(_SIGNS[piece["slot"]]))
        choice = piece["choice"] or piece["word"]
        alternatives = choice.split("|") if choice else forms.get(piece["slot"] or "", ())
        if alternatives and not any("*" in form or not form[0].isalnum() for form in alternatives):
            needed.append(key_words(alternatives))
    return tuple(needed)
