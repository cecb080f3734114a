"""Sentences with their names, dates and second mentions folded into single signs, so that cue phrases can have slots.

"Russia, China and India belong to the SCO" becomes "S belong to the O": one sign S for the three states, O for the
organization. A frame keeps what each sign stands for and where its words are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from comity.reading.sentences import Sentence
from comity.reading.when import Expression

# One private sign for each kind of slot.
STATE, PRONOUN, ORG, BODY, DATE, ADJECTIVE, PERSON, CAPITAL = (chr(0xE000 + number) for number in range(8))
STATES = STATE + PRONOUN

_ALSO = r"(?:,?\s+and|,?\s+&(?:amp;)?|,?\s+as\s+well\s+as|,?\s+along\s+with|,?\s+together\s+with|,)"
_UNKNOWN = r"(?:,\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)?"
_SEPARATOR = re.compile(
    rf"(?:\s*\([A-Z]{{2,5}}\))?{_UNKNOWN}\s*{_ALSO}\s+(?:the\s+|by\s+|from\s+|for\s+|to\s+|of\s+|(?<!,\s)with\s+)?"
)
# "After Poland, Hungary takes over": a name that a preposition governs begins no list with the subject.
_OPENED = re.compile(
    r"(?:^|[.!?”\"]\s+|\n\s*)(?:After|Following|Like|Unlike|From|Besides|Under|Succeeding)\s+(?:the\s+)?$"
)
_VERB = re.compile(r"\s+(?!and\b|or\b)[a-z]")
POSSESSIVE = re.compile(r"['’]s?\b")
GOVERNED = re.compile(
    r"\b(?:of|in|with|from|by|to|for|at|on|against|between|into|like|after|than|about|near|toward|towards)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


class Slot(msgspec.Struct, frozen=True):
    """What one sign stands for: its words' span in the text, the codes ("RUS", "CHN", "IND"), a date's expression."""

    kind: str
    start: int
    end: int
    codes: tuple[str, ...] = ()
    expression: Expression | None = None


class Frame(msgspec.Struct, frozen=True):
    """One sentence with signs; `slots` by position in `masked`, `starts` and `ends` lead back to the report's text."""

    number: int
    sentence: Sentence
    masked: str
    slots: dict[int, Slot]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text of `masked[start:end]`."""
        return self.starts[start], self.ends[end - 1]

    def of_kind(self, kinds: str) -> list[tuple[int, Slot]]:
        """The slots of these signs with their positions, in order."""
        return [(at, slot) for at, slot in self.slots.items() if slot.kind in kinds]


def outermost(slots: list[Slot]) -> list[Slot]:
    """Of overlapping slots the longest; of equally long ones the first."""
    kept: list[Slot] = []
    for slot in sorted(slots, key=lambda one: (one.start, one.start - one.end)):
        if kept and slot.start < kept[-1].end:
            if slot.end - slot.start > kept[-1].end - kept[-1].start:
                kept[-1] = slot
            continue
        kept.append(slot)
    return kept


def folded(text: str, slots: Sequence[Slot]) -> list[Slot]:
    """Lists folded into one slot: "Russia, China and India"; "Belarus, Russia's ally" is none."""
    out: list[Slot] = []
    for slot in slots:
        last = out[-1] if out else None
        if last and last.codes and last.codes == slot.codes and re.fullmatch(r"\s*\(\s*", text[last.end : slot.start]):
            end = slot.end + 1 if text[slot.end : slot.end + 1] == ")" else slot.end
            out[-1] = msgspec.structs.replace(last, end=end)
            continue
        if last and last.kind == slot.kind and slot.kind in (STATE, PERSON, CAPITAL) and _goes_on(text, last, slot):
            out[-1] = Slot(slot.kind, last.start, slot.end, tuple(dict.fromkeys((*last.codes, *slot.codes))))
            continue
        out.append(slot)
    return out


def _goes_on(text: str, last: Slot, slot: Slot) -> bool:
    gap = text[last.end : slot.start]
    if gap.strip() == "," and _OPENED.search(text, max(0, last.start - 24), last.start) and _VERB.match(text, slot.end):
        return False
    owned = POSSESSIVE.match(text, slot.end)
    return bool(_SEPARATOR.fullmatch(gap)) and not (owned and gap.strip() == ",")


def framed(text: str, number: int, sentence: Sentence, slots: Sequence[Slot]) -> Frame:
    """The sentence with a sign for each slot."""
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    by_place: dict[int, Slot] = {}
    at = sentence.start
    for slot in [*slots, None]:
        stop = slot.start if slot else sentence.end
        signs += text[at:stop]
        starts += range(at, stop)
        ends += range(at + 1, stop + 1)
        if slot:
            by_place[len(signs)] = slot
            signs.append(slot.kind)
            starts.append(slot.start)
            ends.append(slot.end)
            at = slot.end
    return Frame(number, sentence, "".join(signs), by_place, tuple(starts), tuple(ends))
