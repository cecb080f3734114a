"""What was said: where the content of a speech verb begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from comity.reading.extractors.statements.clauses import NOTHING_FOLLOWS, TO, WHEN, Clauses
from comity.reading.extractors.statements.cues import Use, Vocabulary
from comity.reading.extractors.statements.ends import Ends, without_relative
from comity.reading.extractors.statements.lines import PERSON, QUOTE, Line
from comity.reading.extractors.statements.sources import Source
from comity.reading.extractors.statements.subjects import Cue, Subject

_FINITE = re.compile(
    r"\s*(?:is|are|was|were|has|have|had|will|would|could|should|must|may|might|can|does|do|did|cannot)\b"
)
# "A drill that leaders say was a step forward": a relative clause.
_RELATED = re.compile(r"(?:is|are|was|were|has|have|had|will|would|could|should|might|may)\b")
_BEFORE_RELATIVE = re.compile(
    r"(?:(?!,\s(?:(?:in|of|for|to|with|on|at|from|by|after|following)\s)?(?:which|who|whom|whose|where)\b).)*"
)
_ADVERBIAL = re.compile(
    r"\s*(?:In|On|At|After|Before|During|Under|For|With|By|From|Since|Through|Without|As|Besides|Among|However|Meanwhile|Moreover|Still|Later|Earlier|Instead|Overall|Now|Today|Then|Despite|Amid|But|And|Yet|So)\b(?:(?!\b(?:is|are|was|were|has|had|will|would)\b).)*$"
)
_RELATIVE_THAT = re.compile(
    r"\b(?:meeting|summit|session|visit|talks|conference|interview|call|briefing|letter|speech|statement)\s+that\s+(?:was|were|is|has|had|will|\w+ed)\b"
)
# What tells of a thing that was called for or welcomed when and why it was, not what it is.
_ASIDE = re.compile(
    r",?\s(?:amid|in\sthe\swake\sof|despite)\s"
    r"|,\s(?:but|after|before|when|while|since|as|namely|following|set\sto|due\sto\s(?:be|take)|scheduled|held)\s"
)
# "Announced the step", "put forward the idea": what was told before.
_POINTING = re.compile(
    r"(?:the|this|that|his|her|its|their)\s(?:announcement|confirmation|step|move|decision|news|plan|idea|proposal|initiative|same|claims?|remarks?|comments?)"
    r"(?:\s(?:on|in|at|during|while|after|before|last|earlier|late|early|yesterday|today|as)\b|[.,;]|$)"
)
_PAPER = re.compile(
    r"(?:an?|the|his|her|its|their)\s(?:open\s|joint\s)?(?:letter|note|article|book|report|message|piece)\b"
)
_HAS_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might|\w+ed)\b")
_PARTICIPIAL = re.compile(
    r"(?:Asked|Pressed|Questioned|Speaking|Commenting|Responding|Answering|Addressing|Replying|Referring|Reacting)\b"
)
# "BRUNEI •": a city that opens a report in a form that is no dateline.
_CITY = re.compile(r"[A-Z]{2}[A-Z ,.'/-]{2,40}\s?(?:•|:|–|—|--?)\s+")
_QUOTE_NEXT = re.compile(rf"[\s,:]*{QUOTE}")
_CONJUNCTION = re.compile(r"\b(?:that|which|when|where|whose|if|because)\b")
_QUOTED_AGAIN = re.compile(rf"(?P<between>[^{QUOTE}.;]{{0,80}}[,:]\s*|\s*,?\s*){QUOTE}")
_STRETCH_END = re.compile(rf"[;,]\s|[.!?]\s*$|$|{QUOTE}|[,;:](?={QUOTE})")
_QUOTED_AFTER = re.compile(rf"(?P<mid>[^{QUOTE};.]{{0,140}}?)[,:]?\s*{QUOTE}")
_OPENING = re.compile(r"(?:\w+:)?[\s\"“]*")
_SHORT, _LONG_ADVERBIAL = 12, 90


class Content(msgspec.Struct, frozen=True):
    """`start:end` in the line's `masked`; `quotation` that it is direct speech, `use` what the verb made of it."""

    start: int
    end: int
    use: Use
    quotation: bool = False


class Reader:
    """Finds contents in one line; `read_to` is how far it has been read."""

    def __init__(self, line: Line, cues: Sequence[Cue], words: Vocabulary) -> None:
        self.line = line
        self.cues = cues
        self.words = words
        self.text = line.masked
        self.clauses = Clauses(words)
        self.ends = Ends(line.masked, cues)

    def around(self, cue: Cue, subject: Subject, read_to: int) -> Iterator[Content]:
        """What stands before and around an attribution, not before `read_to`."""
        spoken = cue.verb.use("speech", "listener") or (cue.verb.uses[0] if self._ends_quotation(subject) else None)
        promised = cue.verb.use("to") and TO.match(self.text, subject.to)
        inside = any(self._is_verb_in(one, subject, cue) for one in self.cues)
        if spoken and subject.start is not None and not promised and not inside:
            yield from self._around(spoken, subject, read_to)

    def _ends_quotation(self, subject: Subject) -> bool:
        """ "“…,” he implored": after direct speech any verb is one of speech, where nothing else follows."""
        before = self.text[: subject.from_].rstrip(" ,–—-")
        return before.endswith(QUOTE) and NOTHING_FOLLOWS.match(self.text, subject.to) is not None

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
            r",?\s(?:and|but)\s+that,?\s+(?=(?:if|in|when|this|the|it|its|he|she|they|his|her|their|there|a|an|no|this|[A-Z\ue101])[\w’'.]*\s)",
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
        if _CONJUNCTION.search(self.text, subject.from_, subject.end):
            return
        if lead["mark"][0] == QUOTE:
            yield from self._quoted(use, lead.start("mark"), rest)
            return
        city = _CITY.match(self.text) if read_to == 0 else None
        start, end = self.ends.trim(city.end() if city else read_to, lead.start("mark"))
        end = start + without_relative(self.text[start:end])
        # After another attribution what only tells when and where is still that one's.
        if end > start and not (read_to and self.words.adjunct.match(self.text, start)):
            yield from self._parted(use, start, end, rest, subject)

    def _parted(self, use: Use, start: int, end: int, rest: int, subject: Subject) -> Iterator[Content]:
        """What stands before an attribution at `start:end`, with what goes on after it at `rest`."""
        more = self._more(rest)
        last = self.ends.find(more, subject.to) if more is not None else end
        aside = _ADVERBIAL.match(self.text[start:end]) and end - start < _LONG_ADVERBIAL
        if more is None and aside and _QUOTE_NEXT.match(self.text, rest):
            return
        if more is None:
            if self._length(start, end) > _SHORT and not _PARTICIPIAL.match(self.text, start, end):
                yield Content(start, end, use)
        elif aside:
            yield Content(*self.ends.trim(more, last), use)
        elif re.match(r"(?:and|but)\s", self.text[more:]):
            yield Content(start, end, use)
            yield Content(*self.ends.trim(more, last), use)
        elif _FINITE.match(self.text[more:]):
            yield Content(*self.ends.trim(start, last), use)
        else:
            yield Content(start, end, use)

    def _length(self, start: int, end: int) -> int:
        """How long words are in the report."""
        first, last = self.line.span(start, end)
        return last - first

    def _quoted(self, use: Use, at: int, rest: int) -> Iterator[Content]:
        yield Content(at, at + 1, use, quotation=True)
        again = _QUOTED_AGAIN.match(self.text, rest)
        if again:
            second = again.end() - 1
            yield Content(second, second + 1, use, quotation=True)

    def _rest(self, subject: Subject, *, quoted: bool) -> int | None:
        """Where the words end that tell when, where and to whom it was said; None where a content follows."""
        after = self.text[subject.to :]
        if re.match(r"\s+that\b", after):
            return None
        if NOTHING_FOLLOWS.match(after):
            return subject.to
        listeners = re.match(
            rf"\s+(?:{PERSON}|[A-Z][\w.’'-]+|(?:the|a|an|his|her|its)\s[\w\s’'-]{{3,60}}?|reporters|journalists|me|us|him|her|them|\w+ers)(?=\s*(?:[.,;]|$)|\s(?:on|in|at|after|during|before|ahead)\b)",
            after,
        )
        if listeners and " that " in listeners[0]:
            return None
        at = listeners.end() if listeners and self._takes_listener(subject) else 0
        if at and NOTHING_FOLLOWS.match(after[at:]):
            return subject.to + at
        first = re.match(r"\s+", after[at:])
        if first is None or not (quoted or self.words.adjunct.match(after, at + first.end())):
            return None
        stop = _STRETCH_END.search(after[at:])
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
        day = WHEN.match(stretch)
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
        verb = cue.verb
        spoken = verb.use("speech", "listener")
        if spoken and (found := self._quote_after(spoken, subject.to)):
            return found
        if not subject.inverted and (clause := self.clauses.that(verb, self.text, subject.to)):
            use, start = clause
            return Content(*self.ends.trim(start, self.ends.find(start, subject.to)), use)
        after = self.text[subject.to :]
        for use in verb.uses:
            begin = self.clauses.begins(use, after)
            if begin is not None and (content := self._content(use, subject.to + begin, cue)):
                return content
        return None

    def _content(self, use: Use, start: int, cue: Cue) -> Content | None:
        end = self.ends.find(start, cue.end)
        if use.frame == "object":
            aside = _ASIDE.search(self.text, start, end)
            end = aside.start() if aside else end
        start, end = self.ends.trim(start, end)
        if _POINTING.match(self.text, start, end):
            return None
        if use.frame == "speech" and _RELATED.match(self.text, start, end):
            return None
        if cue.verb.lemma in self.words.clause_only and not self._is_clause(start, end):
            return None
        return Content(start, end, use) if end - start > 4 else None

    def _is_clause(self, start: int, end: int) -> bool:
        """Whether words have a verb of their own, before what is only told of their last noun."""
        told = _BEFORE_RELATIVE.match(self.text, start, end)
        return bool(told and _HAS_VERB.search(self.text, start, told.end()) and not _PAPER.match(self.text, start, end))

    def _quote_after(self, use: Use, at: int) -> Content | None:
        match = _QUOTED_AFTER.match(self.text, at)
        if match is None:
            return None
        middle = match["mid"].strip()
        if middle and not (
            self.words.adjunct.match(middle) or use.frame == "listener" or match[0].rstrip(QUOTE).rstrip().endswith(":")
        ):
            return None
        place = match.end() - 1
        if any(at <= one.start < place and one.form.kind in ("past", "participle") for one in self.cues):
            return None
        return Content(place, place + 1, use, quotation=True)

    def beside(self, source: Source) -> tuple[int, int]:
        """The content of "according to X": after it where it opens the sentence, else before it."""
        follows = source.quoting and re.match(r"\s*[^\s.,;]", self.text[source.end :])
        if follows or _OPENING.fullmatch(self.text, 0, source.start):
            return self.ends.trim(source.end, self.ends.find(source.end, source.end))
        semicolon = max((match.end() for match in re.finditer(r";\s", self.text[: source.start])), default=0)
        return self.ends.trim(semicolon, source.start)
