"""The words that an event hangs on, and how far each one's clause reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from comity.reading.clause import Analysis, boundaries
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence

_FUSED_GAP = 90
_ORGANS = ("body", "level_nouns")
_SPLIT = re.compile(
    r",\s|\s(?:during|following|ahead of|before|after|since|on the (?:sidelines|margins) of|in the run-up to|at|that|and|to|of|for|in preparation for)\s"
)
_SIDELINES = re.compile(r"(?:sidelines|margins|fringes)\s+of|ahead\s+of|before\s|after\s|following\s|\bduring\b|eve\s+of|run-up\s+to|preparations?\s+for")
# Between a verb and the noun that repeats it: "gathered here yesterday for a regular meeting", "hosted the session".
_SEPARATE = re.compile(r"[.;\"“”]|\b(?:said|told|that|and\s+(?:will|is|was|the)|which|who|when|where|while|before|after|during|ahead|following)\b")


class Trigger(msgspec.Struct, frozen=True):
    """One event's word at `start:end`, its scope `from_:to`, its sentence by number.

    `verb` is the verb or hosting word that goes with a noun, where there is one; `level` one that the noun says itself.
    """

    start: int
    end: int
    kind: str
    form: str
    sentence: int
    from_: int
    to: int
    level: str | None = None
    verb: Mention | None = None
    verb_form: str = ""


def find_triggers(analysis: Analysis, number: int) -> list[Trigger]:
    """The triggers of a sentence, each with its own stretch of the sentence."""
    sentence = analysis.sentences[number]
    cues = analysis.mentions_in(sentence.start, sentence.end, "event_noun", "event_verb", "hosting", "body", "series", "level_nouns")
    words = [pair for pair in _fused(analysis, cues) if pair[0].kind != "hosting"] or _elliptical(analysis, sentence)
    heads = [head for head, _ in words]
    scopes = _scopes(analysis, sentence, heads)
    return [
        Trigger(
            head.start, head.end, _kind(head), analysis.text[head.start : head.end], number, start, end,
            head.level if head.kind in ("event_noun", "body", "level_nouns") else None, verb,
            analysis.text[verb.start : verb.end] if verb else "",
        )  # fmt: skip
        for (head, verb), (start, end) in zip(words, scopes, strict=True)
    ]


_ELLIPSIS = re.compile(
    r"\b(?:the\s+)?(?:first|second|third|next|last|previous|latest|coming|new|other|one|it|this|that)(?:\s+(?:one|of\s+them|of\s+its\s+kind))?\s+"
    r"(?P<verb>took\s+place|was\s+held|had\s+been\s+held|has\s+been\s+held|will\s+be\s+held|will\s+take\s+place|is\s+to\s+be\s+held|is\s+due|is\s+scheduled|is\s+planned|"
    r"was\s+postponed|was\s+cancelled|has\s+been\s+postponed|has\s+been\s+cancelled|was\s+put\s+off|was\s+called\s+off)\b",
    re.IGNORECASE,
)


def _elliptical(analysis: Analysis, sentence: Sentence) -> list[tuple[Mention, Mention | None]]:
    """ "The first took place in New York in 2023": an event whose noun stands in an earlier sentence."""
    match = _ELLIPSIS.search(analysis.text, sentence.start, sentence.end)
    return [(Mention(match.start("verb"), match.end("verb"), "event_verb", "meeting"), None)] if match else []


def _kind(head: Mention) -> str:
    if head.kind == "series":
        return head.level or "exercise"
    return head.code if head.kind in ("event_noun", "event_verb") else "meeting"


def _fused(analysis: Analysis, cues: Sequence[Mention]) -> list[tuple[Mention, Mention | None]]:
    """Each event once: a verb and its noun, an organ and "session" beside it, are one."""
    text = analysis.text
    out: list[tuple[Mention, Mention | None]] = []
    for cue in cues:
        if out:
            last, verb = out[-1]
            gap = text[max(last.end, verb.end if verb else 0) : cue.start]
            if _one_event(last, cue, gap):
                out[-1] = _joined(last, verb, cue)
                continue
        out.append((cue, None))
    return [pair for pair in out if not _bare(pair, text)]


def _one_event(last: Mention, cue: Mention, gap: str) -> bool:
    kinds = (last.kind, cue.kind)
    if kinds[1] in ("event_noun", *_ORGANS) and kinds[0] in ("event_noun", *_ORGANS) and re.search(r"\band\b", gap):
        return kinds[0] in _ORGANS and kinds[1] in _ORGANS and bool(re.fullmatch(r",?\s*and\s+(?:the\s+)?", gap))
    if set(kinds) == {"event_noun", "series"}:
        return len(gap) < 25 and not re.search(r"[.;]", gap)
    if len(gap) > _FUSED_GAP or _SEPARATE.search(gap) or _SIDELINES.search(gap):
        return False
    if kinds[0] in ("event_verb", "hosting") and kinds[1] in ("event_noun", *_ORGANS):
        return True
    if kinds[0] in _ORGANS and kinds[1] in _ORGANS:
        return bool(re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?|\s+(?:\w+\s+){0,3}(?:of|under|within)\s+the\s+(?:\w+\s+)?", gap))
    if kinds in (("event_noun", "body"), ("level_nouns", "event_noun"), ("body", "event_noun"), ("event_noun", "level_nouns")):
        return len(gap) < 40 and "," not in gap
    if kinds == ("event_noun", "event_noun"):
        return len(gap.strip()) < 4 and "," not in gap
    return kinds[0] in ("event_noun", *_ORGANS) and kinds[1] == "event_verb" and len(gap) < 45 and "," not in gap


def _joined(last: Mention, verb: Mention | None, cue: Mention) -> tuple[Mention, Mention | None]:
    """Which of two fused words is the head: an organ says most, then a noun with a level. The other one goes with it,
    and shows that an organ is spoken of as meeting."""
    if cue.kind in ("event_verb", "hosting"):
        return last, cue
    if last.kind in ("event_verb", "hosting"):
        return cue, last
    if last.kind in _ORGANS and cue.kind in _ORGANS:
        return last, verb
    if last.kind in _ORGANS or (last.level and not cue.level and cue.kind not in _ORGANS):
        return last, verb or cue
    return cue, verb or last


_MEETS = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:,[^,]{1,60},\s*)?(?:(?:will|would|is|are|was|were|has|had|last|next|also|been|to|be|not|due|scheduled|expected|jointly)\s+)*"
    r"(?:held|hold|holds|meets?|met|convene[sd]?|gather(?:s|ed)?|take\s+place|took\s+place|takes\s+place|sits?|sat|opened|opens|in\s+session)\b", re.IGNORECASE
)
_AT_A = re.compile(
    r"\b(?:at|during|attend(?:s|ed|ing)?|chair(?:s|ed)?|host(?:s|ed|ing)?|convened?|addressed|held|hold(?:s|ing)?|for|opened|of)\s+(?:a|the|an|its|their)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


def _bare(pair: tuple[Mention, Mention | None], text: str) -> bool:
    """An organ named without a word of meeting ("the Council decided") is no event by itself, nor is a level noun."""
    head, verb = pair
    if head.kind not in _ORGANS or verb:
        return False
    line = text[text.rfind("\n", 0, head.start) + 1 : head.start]
    if re.fullmatch(r"\W*(?:[A-Z][a-z]{2,8},?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})(?:\s*[-–]\s*\d{1,2})?[^:–-]{0,8}\s*[-–—:]+\s+[^.]{0,40}", line):
        return False  # a diary's line: "Fri, Oct 10 - CIS Heads of State Council"
    return not (_MEETS.match(text[head.end : head.end + 100]) or _AT_A.search(text[max(0, head.start - 60) : head.start]))


def _scopes(analysis: Analysis, sentence: Sentence, heads: Sequence[Mention]) -> list[tuple[int, int]]:
    """The sentence cut between its triggers, at the clause boundary nearest to the later one."""
    cuts = [sentence.start]
    for last, head in zip(heads, heads[1:], strict=False):
        inner = boundaries(analysis.text, last.end, head.start)[1:]
        splits = [match.start() for match in _SPLIT.finditer(analysis.text, last.end, head.start)]
        cuts.append(_outside(analysis, (inner or splits or [last.end])[-1]))
    return list(zip(cuts, [*cuts[1:], sentence.end], strict=True)) if heads else []


def _outside(analysis: Analysis, cut: int) -> int:
    """A cut never falls into a date ("the day | before")."""
    inside = [one for one in analysis.expressions if one.start < cut < one.end]
    return inside[0].end if inside else cut
