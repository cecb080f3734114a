"""What was said: where the content of a speech verb begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from comity.reading.extractors.statements.cues import Use, Verb, Vocabulary
from comity.reading.extractors.statements.lines import PERSON, QUOTE, Line
from comity.reading.extractors.statements.subjects import Cue, Subject

_DAY = (
    r"(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}"
    r"|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|today|yesterday|earlier|again|here|later)"
)
_TO = re.compile(
    rf"(?:\s+(?:again|once more|also)|\s+{_DAY}|\s+(?:in|at|on)\s[^,;.]{{2,40}}?)*\s+(?=(?:\w+ly\s)?to\s+[a-z])"
)
_WHEN = re.compile(rf"(?:\s+{_DAY})+(?=\s)", re.IGNORECASE)
_LISTENER = re.compile(
    rf"\s+(?:{PERSON}|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}|(?:the|a|an|his|her|its|their)\s(?:[\w-]+\s){{0,4}}?[\w-]+|reporters|journalists|us|them|him|her|me|\w+ers|\w+ists)(?:\s(?:in|at|on|after|during)\s[^,;.]{{2,50}}?)?\s+(?=(?:the|he|she|it|they|we|I|there|his|her|its|their|a|an|no|all|[A-Z{PERSON}])\b|{PERSON})"
)
_THAT = re.compile(r"(?P<mid>(?:\s+(?:[^\s;:.]|&\w+;)+){0,16}?)\s+that\s+(?=\S)")
_ASKING = re.compile(r"\s+(?P<who>[^;.]{2,220}?)\s+(?=to\s+[a-z])")
_AS = re.compile(r"\s+(?P<who>[^;.,]{1,160}?)\s+as\s+(?=\S)")
_PRONOUN = re.compile(r"\s+(?:it|them|him|her|this|that|these|us)\s+(?=\S)")
_EVENT = re.compile(
    r"\s+(?:(?:an?|for|off|in|up|back|him|out|early|snap|emergency|urgent|on)\s+)*(?:(?!the\s)\w+\s)?(?:meetings?|sessions?|summit|elections?|vote|referendum|conference|halt|strike|attention|for|off|on|in|up|into|out)\b"
)
_END = re.compile(rf"\s*(?:[.;!?)]|,(?:\s|$)|$|{QUOTE}|[-–—]+\s)")
_FINITE = re.compile(
    r"\s*(?:is|are|was|were|has|have|had|will|would|could|should|must|may|might|can|does|do|did|cannot)\b"
)
_ADVERBIAL = re.compile(
    r"\s*(?:In|On|At|After|Before|During|Under|For|With|By|From|Since|Through|Without|As|Besides|Among|However|Meanwhile|Moreover|Still|Later|Earlier|Instead|Overall|Now|Today|Then|Despite|Amid|But|And|Yet|So)\b(?:(?!\b(?:is|are|was|were|has|had|will|would)\b).)*$"
)
_RELATIVE_THAT = re.compile(
    r"\b(?:meeting|summit|session|visit|talks|conference|interview|call|briefing|letter|speech|statement)\s+that\s+(?:was|were|is|has|had|will|\w+ed)\b"
)
_RELATIVE = re.compile(r",\s+(?:(?:in|of|for|to|with|on|at|from|by)\s+)?(?:which|where|whose|whom|who)\s[^,]*$")
# What stands between a content and the verb of the next statement, by the verb's form.
_AND = re.compile(r",?\s(?:and|but)\s(?:(?:also|then|again|later|has|had|\w+ly|further|in\sturn)\s){0,2}$|,\s$")
_OTHER = re.compile(
    r",\s(?:(?:and|but|while|whereas|as|though|although)\s(?:(?:the|its|a)\s)?"
    rf"|(?=he\b|she\b|they\b|it\b|{PERSON}))(?:{PERSON}|he|she|they|it|[A-Z][\w.]+(?:\s[A-Z]\w+){{0,2}})"
    r"(?:\s(?:also|has|had|of\s[A-Z]\w+))*(?:,\s[^,;]{2,60},)?\s$"
)
_ADDING = re.compile(r",\s(?:and\s|while\s|but\s)?(?:\w+ly\s|also\s|again\s)?$")
_WITH = re.compile(rf",?\swith\s(?:{PERSON}|[A-Z][^,]{{2,60}}|the\s[^,]{{2,60}})\s$")
_NEXT = {"participle": (_ADDING, _WITH), "past": (_AND, _OTHER), "present": (_AND, _OTHER)}
_ASIDE = re.compile(r",\s(?:but|after|before|when|while|since)\s")
_PARTICIPIAL = re.compile(
    r"(?:Asked|Pressed|Questioned|Speaking|Commenting|Responding|Answering|Addressing|Replying|Referring|Reacting)\b"
)
_SHORT, _LONG_ADVERBIAL = 12, 90
_CLOSING = " \t\r\n.,;:!?–—-"


def _without_relative(words: str) -> int:
    """The length without a relative clause at the end."""
    relative = _RELATIVE.search(words)
    return relative.start() if relative and relative.start() > 20 else len(words)


class Content(msgspec.Struct, frozen=True):
    """`start:end` in the line's `masked`; `quotation` that it is direct speech, `carried` the second part of one;
    `use` what the verb made of it."""

    start: int
    end: int
    use: Use
    quotation: bool = False
    carried: bool = False


class Reader:
    """Finds contents in one line; `read_to` is how far it has been read."""

    def __init__(self, line: Line, cues: Sequence[Cue], words: Vocabulary) -> None:
        self.line = line
        self.cues = cues
        self.words = words
        self.text = line.masked

    def around(self, cue: Cue, subject: Subject, read_to: int) -> Iterator[Content]:
        """What stands before and around an attribution, not before `read_to`."""
        spoken = cue.verb.use("speech", "listener")
        promised = cue.verb.use("to") and _TO.match(self.text, subject.to)
        inside = any(self._is_verb_in(one, subject, cue) for one in self.cues)
        if spoken and subject.start is not None and not promised and not inside:
            yield from self._around(spoken, subject, read_to)

    def _is_verb_in(self, other: Cue, subject: Subject, cue: Cue) -> bool:
        """Whether another verb stands among the subject's words, so that they are a clause and no name."""
        return other is not cue and other.form.kind == "past" and subject.from_ <= other.start < subject.end

    def after(self, cue: Cue, subject: Subject) -> Iterator[Content]:
        """What follows a verb; "that … and that …" are two."""
        content = self._after(cue, subject)
        if content is None or content.end <= content.start:
            return
        start = content.start
        for match in re.finditer(
            r",?\s(?:and|but)\s+that\s+(?=(?:the|it|its|he|she|they|his|her|their|there|a|an|no|this|[A-Z\ue101])[\w’'.]*\s)",
            self.text[start : content.end],
        ):
            yield msgspec.structs.replace(content, start=start, end=content.start + match.start())
            start = content.start + match.end()
        yield msgspec.structs.replace(content, start=start)

    # ------------------------------------------------------------ "…, X said", "…, X said, …"
    def _around(self, use: Use, subject: Subject, read_to: int) -> Iterator[Content]:
        lead = re.search(
            rf"(?P<mark>{QUOTE}(?:,|\s+[-–—]+)?|,|[-–—]|\?)[\"”'’]*\s*(?:as\s+)?$", self.text[: subject.from_]
        )
        rest = self._rest(subject, quoted=lead is not None and lead["mark"][0] == QUOTE)
        if lead is None or rest is None or subject.start is None:
            return
        if re.search(r"\b(?:that|which|when|where|whose|if|because)\b", self.text[subject.from_ : subject.end]):
            return
        if lead["mark"][0] == QUOTE:
            yield from self._quoted(use, lead.start("mark"), rest)
            return
        start, end = self._trim(read_to, lead.start("mark"))
        end = start + _without_relative(self.text[start:end])
        # After another attribution what only tells when and where is still that one's.
        if end > start and not (read_to and self.words.adjunct.match(self.text, start)):
            yield from self._parted(use, start, end, self._more(rest), subject)

    def _parted(self, use: Use, start: int, end: int, more: int | None, subject: Subject) -> Iterator[Content]:
        """What stands before an attribution at `start:end`, with what goes on after it at `more`."""
        last = self._end(more, subject.to) if more is not None else end
        if more is None:
            if end - start > _SHORT and not _PARTICIPIAL.match(self.text, start, end):
                yield Content(start, end, use)
        elif _ADVERBIAL.match(self.text[start:end]) and end - start < _LONG_ADVERBIAL:
            yield Content(*self._trim(more, last), use)
        elif re.match(r"(?:and|but)\s", self.text[more:]):
            yield Content(start, end, use)
            yield Content(*self._trim(more, last), use)
        elif _FINITE.match(self.text[more:]):
            yield Content(*self._trim(start, last), use)
        else:
            yield Content(start, end, use)

    def _quoted(self, use: Use, at: int, rest: int) -> Iterator[Content]:
        yield Content(at, at + 1, use, quotation=True)
        again = re.match(rf"(?P<between>[^{QUOTE}.;]{{0,80}}[,:]\s*|\s*,?\s*){QUOTE}", self.text[rest:])
        if again:
            second = rest + again.end() - 1
            yield Content(second, second + 1, use, quotation=True, carried=True)

    def _rest(self, subject: Subject, *, quoted: bool) -> int | None:
        """Where the words end that tell when, where and to whom it was said; None where a content follows."""
        after = self.text[subject.to :]
        if re.match(r"\s+that\b", after):
            return None
        if _END.match(after):
            return subject.to
        listeners = re.match(
            rf"\s+(?:{PERSON}|[A-Z][\w.’'-]+|(?:the|a|an|his|her|its)\s[\w\s’'-]{{3,60}}?|reporters|journalists|me|us|him|her|them|\w+ers)(?=\s*(?:[.,;]|$)|\s(?:on|in|at|after|during|before|ahead)\b)",
            after,
        )
        at = listeners.end() if listeners and self._takes_listener(subject) else 0
        if at and _END.match(after[at:]):
            return subject.to + at
        first = re.match(r"\s+", after[at:])
        if first is None or not (quoted or self.words.adjunct.match(after, at + first.end())):
            return None
        stop = re.search(rf"[;,]\s|[.!?]\s*$|$|{QUOTE}|[,;:](?={QUOTE})", after[at:])
        stretch = after[at : at + stop.start()] if stop else after
        if re.search(r"\bthat\b", stretch) and not _RELATIVE_THAT.search(stretch):
            return None
        if not quoted and self._says_more(stretch):
            return None
        return subject.to + at + (stop.start() if stop else len(after))

    def _takes_listener(self, subject: Subject) -> bool:
        cue = next((one for one in self.cues if one.end == subject.to), None)
        return subject.inverted or (cue is not None and cue.verb.use("listener") is not None)

    def _says_more(self, stretch: str) -> bool:
        """ "said on Friday they were attempting": a clause after the time."""
        day = _WHEN.match(stretch)
        return bool(day and re.match(r"\s+(?:the|he|she|it|they|we|there|his|its|their)\s", stretch[day.end() :]))

    def _more(self, rest: int) -> int | None:
        match = re.match(r",\s+(?=\w)", self.text[rest:])
        if match is None or any(cue.form.kind == "participle" and cue.start == rest + match.end() for cue in self.cues):
            return None
        if re.match(r"(?:according|citing|who|which|when|while|as|speaking|after)\b", self.text[rest + match.end() :]):
            return None
        return rest + match.end()

    # ------------------------------------------------------------ "X said …"
    def _after(self, cue: Cue, subject: Subject) -> Content | None:
        verb, after = cue.verb, self.text[subject.to :]
        spoken = verb.use("speech", "listener")
        if spoken and (found := self._quote_after(spoken, subject.to)):
            return found
        if not subject.inverted and (found := self._that(verb, subject.to)):
            return found
        for use in verb.uses:
            start = self._begins(use, verb, after)
            if start is not None:
                start += subject.to
                end = self._end(start, cue.end)
                if use.frame == "object":
                    aside = _ASIDE.search(self.text, start, end)
                    end = aside.start() if aside else end
                start, end = self._trim(start, end)
                if end - start > 4:
                    return Content(start, end, use)
        return None

    def _quote_after(self, use: Use, at: int) -> Content | None:
        match = re.match(rf"(?P<mid>[^{QUOTE};.]{{0,140}}?)[,:]?\s*{QUOTE}", self.text[at:])
        if match is None:
            return None
        middle = match["mid"].strip()
        if middle and not (
            self.words.adjunct.match(middle) or use.frame == "listener" or match[0].rstrip(QUOTE).rstrip().endswith(":")
        ):
            return None
        place = at + match.end() - 1
        return Content(place, place + 1, use, quotation=True)

    def _that(self, verb: Verb, at: int) -> Content | None:
        use = verb.use("speech", "that", "listener", "bare", "noun", "adjective")
        match = _THAT.match(self.text, at) if use else None
        if use is None or match is None:
            return None
        middle = match["mid"].strip()
        listener = verb.use("listener")
        if middle and not (
            listener
            or self.words.adjunct.match(middle)
            or _WHEN.match(" " + middle + " ")
            or re.match(r"(?:it|both)$", middle)
        ):
            return None
        if re.search(rf",\s+(?:and|but|\w+ing)\b|{QUOTE}", middle) or re.search(
            r"\b(?:said|says|decision|fact|document|something|all|those|anything|everything)$", middle
        ):
            return None
        start, end = self._trim(match.end(), self._end(match.end(), at))
        return Content(start, end, listener if middle and listener and verb.use("speech") is None else use)

    def _begins(self, use: Use, verb: Verb, after: str) -> int | None:
        """Where in the words after the verb the content of a use begins; None where it has none."""
        if use.frame == "asking":
            match = _ASKING.match(after)
            fits = (
                match
                and not re.search(r",\s(?:and|but)\b", match["who"])
                and not self.words.adjunct.match(match["who"])
                and match["who"] != "not"
            )
            return match.end() if match and fits else None
        if use.frame == "to":
            match = _TO.match(after)
            return match.end() if match else None
        if use.frame == "as":
            match = _AS.match(after)
            pronoun = _PRONOUN.match(after)
            return (match.end() if pronoun else 1) if match else None
        if use.frame == "naming":
            pronoun = _PRONOUN.match(after)
            if _EVENT.match(after) or _END.match(after):
                return None
            return pronoun.end() if pronoun else (1 if re.match(r"\s+(?:the|his|her|its|their|[A-Z])", after) else None)
        if use.frame == "of":
            match = (
                re.match(rf"\s+[^;.]{{2,120}}?\s{use.link}\s+(?=\S)", after)
                if use.link
                else re.match(r"\s+(?=\S)", after)
            )
            return match.end() if match and not _END.match(after) else None
        if use.frame in ("noun", "adjective"):
            match = re.match(r"\s+(?:for|over|about|at|with|of|by|on)\s+(?=\S)|\s+(?=to\s[a-z])", after)
            return match.end() if match else (self._bare(use, after) if use.frame == "adjective" else None)
        if use.frame == "object":
            return self._object(after)
        return self._bare(use, after)

    def _object(self, after: str) -> int | None:
        day = _WHEN.match(after)
        at = day.end() if day else 0
        match = re.match(rf"\s+(?=[\w\"“'‘$€£{PERSON}])", after[at:])
        if match is None or (
            self.words.adjunct.match(after, at + match.end())
            and not re.match(r"(?:last|this|late|early|next|reporters|all|following)\b", after[at + match.end() :])
        ):
            return None
        return at + match.end()

    def _bare(self, use: Use, after: str) -> int | None:
        if use.frame == "that":
            return None
        if use.frame == "listener":
            listener = _LISTENER.match(after)
            return listener.end() if listener else None
        return (
            self._object(after)
            if not re.match(
                r"\s+(?:to|so|not|yes|nothing|it\b\s*[.,]|anything|something|much|more|goodbye|and|or)\b", after
            )
            else None
        )

    def beside(self, start: int, end: int, *, opening: bool) -> tuple[int, int]:
        """The content of "according to X", which stands at `start:end`: after it where it opens, else before it."""
        if opening:
            return self._trim(end, self._end(end, end))
        semicolon = max((match.end() for match in re.finditer(r";\s", self.text[:start])), default=0)
        return self._trim(semicolon, start)

    # ------------------------------------------------------------ the end of a content
    def _end(self, start: int, after: int) -> int:
        """Where a content that begins at `start` ends: before the next statement, or with the sentence."""
        stops = [len(self.text)]
        for cue in self.cues:
            if cue.start > start and cue.start > after:
                stops += self._before_cue(start, cue)
        for pattern in (
            r";\s",
            r",\s+according\s+to\b",
            r"\s+according\s+to\b",
            r",\s+(?:citing|referring|speaking|commenting)\b",
            rf"[.?!]\s*{QUOTE}",
            rf"[.:,]\s+{QUOTE}",
        ):
            match = re.search(pattern, self.text[start:])
            if match and match.start() > 8:
                stops.append(start + match.start())
        return start + _without_relative(self.text[start : min(stops)])

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
            return re.match(rf"\s+(?:in|on|at|by|after|earlier|last|during|from|{_DAY})\b|[,.]", after) is not None
        return cue.form.kind == "present" and not re.match(r"\s+(?:that|the|it|to|he|she|they|on|in|a)\b", after)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
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
