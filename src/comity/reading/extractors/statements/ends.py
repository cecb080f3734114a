"""Where the words end that somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.reading.extractors.statements.lines import PERSON, QUOTE
from comity.reading.extractors.statements.subjects import Cue

DAY = (
    r"(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}"
    r"|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|today|yesterday|earlier|again|here|later)"
)
_RELATIVE = re.compile(
    r",\s+(?:(?:in|of|for|to|with|on|at|from|by)\s+)?(?:which|where|whose|whom|who|when)\s(?P<inside>.*)$", re.DOTALL
)
_DETAIL = re.compile(
    r",\s+(?:including|namely|such\sas|as\swell\sas|both|driven\sby|led\sby|followed\sby|reflecting|set\sto)\s(?P<inside>.*)$",
    re.DOTALL,
)
_GOES_ON = re.compile(
    r",\s(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|[a-z]+ed\s(?:to|that|the|an?|his|its|their|on|in|by))\b"
)
# What stands between a content and the verb of the next statement, by the verb's form.
_AND = re.compile(
    r",?[”\"]?\s(?:and|but)\s(?:(?:also|then|again|later|has|had|\w+ly|further|in\sturn)\s){0,2}$|,[”\"]?\s$"
)
_OTHER = re.compile(
    r"(?:,\s|\s(?=while\s|whereas\s))(?:(?:and|but|while|whereas|as|though|although)\s(?:(?:the|its|a)\s)?"
    rf"|(?=he\b|she\b|they\b|it\b|{PERSON}))(?:{PERSON}|he|she|they|it|[A-Z][\w.]+(?:\s[A-Z]\w+){{0,2}})"
    r"(?:\s(?:also|has|had|of\s[A-Z]\w+))*(?:,\s[^,;]{2,60},)?\s$"
)
_ADDING = re.compile(
    r"(?:,\s(?:and\s|but\s)?(?:while\s)?|\s(?:and|while)\s)(?:at\sthe\ssame\stime\s)?(?:\w+ly\s|also\s|again\s)?$"
)
_WITH = re.compile(rf",?\swith\s(?:{PERSON}|[A-Z][^,]{{2,60}}|the\s[^,]{{2,60}})\s$")
_NEXT = {"participle": (_ADDING, _WITH), "past": (_AND, _OTHER), "present": (_AND, _OTHER)}
_STOP = re.compile(
    rf";\s|,?\s+according\s+to\b|,\s+(?:citing|referring|speaking|commenting)\b|[.?!]\s*{QUOTE}|[.:,]\s+{QUOTE}"
)
# A second attribution: ", the agency reported, …".
_HANDED_ON = re.compile(r",\s(?:[A-Z]|the\s)[^,.;]{2,60}\s(?:reported|reports)(?=[,.]|\s(?:on|in|earlier|citing)\b)")
_LEAST, _LEAST_HEAD = 9, 20
_CLOSING = " \t\r\n.,;:!?–—-"


def without_relative(words: str) -> int:
    """The length without a relative clause or details at the end; a long clause about few words stays."""
    for shape in (_RELATIVE, _DETAIL):
        tail = shape.search(words)
        if tail is None or _GOES_ON.search(tail["inside"]):
            continue
        least = len(words) // 2 if shape is _RELATIVE and "," in tail["inside"] else _LEAST_HEAD
        if tail.start() > least and _is_balanced(words[: tail.start()]):
            words = words[: tail.start()]
    return len(words)


def _is_balanced(words: str) -> bool:
    """Whether no quotation is open at the end."""
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")


class Ends:
    """Finds ends of contents in one line."""

    def __init__(self, text: str, cues: Sequence[Cue]) -> None:
        self.text = text
        self.cues = cues

    def find(self, start: int, after: int) -> int:
        """Where a content that begins at `start` ends: before the next statement, or with the sentence."""
        stops = [len(self.text)]
        for cue in self.cues:
            if cue.start > start and cue.start > after:
                stops += self._before_cue(start, cue)
        stop = _STOP.search(self.text, min(start + _LEAST, len(self.text)))
        if stop:
            stops.append(stop.start())
        handed = _HANDED_ON.search(self.text, start) if " report" in self.text else None
        if handed:
            stops.append(handed.start())
        return start + without_relative(self.text[start : min(stops)])

    def _before_cue(self, start: int, cue: Cue) -> Iterator[int]:
        before = self.text[start : cue.start]
        shapes = _NEXT.get(cue.form.kind, ())
        match = next((found for shape in shapes if (found := shape.search(before))), None)
        if match and match.start() > 3 and not self._is_noun(cue):
            yield start + match.start()

    def _is_noun(self, cue: Cue) -> bool:
        """A form that may be a noun or adjective here: "reports", "and proposed measures are"."""
        after = self.text[cue.end :]
        if cue.form.kind == "past" and re.search(r",\s$", self.text[: cue.start]):
            return re.match(rf"\s+(?:in|on|at|by|after|earlier|last|during|from|{DAY})\b|[,.]", after) is not None
        return cue.form.kind == "present" and not re.match(r"\s+[“\"]?(?:that|the|it|to|he|she|they|on|in|a)\b", after)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start] in _CLOSING + ")":
            start += 1
        lead = re.match(r"(?:and|but)\s+(?=\S)|that,\s+", self.text[start:end])
        start += lead.end() if lead else 0
        while (
            end > start
            and (self.text[end - 1] in _CLOSING)
            and not re.search(r"\b(?:[A-Z]\.){1,}$|\b(?:Inc|Jr|St)\.$", self.text[start:end])
        ):
            end -= 1
        return start, end
