"""The statements of a report: speaker, stance and words, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from comity.model.record import StatementRecord
from comity.reading.clause import Analysis
from comity.reading.extractors.statements.contents import Content, Reader
from comity.reading.extractors.statements.cues import Use, Vocabulary, vocabulary
from comity.reading.extractors.statements.floor import Floor
from comity.reading.extractors.statements.lines import QUOTE, Line, find_lines
from comity.reading.extractors.statements.sources import find_sources
from comity.reading.extractors.statements.speakers import Speaker
from comity.reading.extractors.statements.stance import SAYS, by_stance, inner, read_stance
from comity.reading.extractors.statements.subjects import Cue, Subject, find_cues, find_subject, is_item

# Longer than any sentence that somebody wrote: a list or a table without marks, where nothing would be read right.
_LONGEST = 2500
_SAYS = Use(SAYS, "speech")

# A verb and where its subject is.
Attribution = tuple[Cue, Subject]


class Found(msgspec.Struct, frozen=True):
    """One statement with the span of its content and of the clause that carries it, in the report's text. `quoted` that
    it is direct speech; `verb` is the stance of the verb alone."""

    speaker: Speaker
    stance: str
    verb: str
    rule: str
    start: int
    end: int
    from_: int
    to: int
    quoted: bool = False


def extract(analysis: Analysis) -> Iterator[StatementRecord]:
    """The statements in text order; what a lead and the first paragraph say twice, once."""
    seen: set[tuple[str, str]] = set()
    for found in find_statements(analysis):
        content = analysis.text[found.start : found.end]
        key = (found.speaker.name, " ".join(content.lower().split()))
        if key in seen:
            continue
        seen.add(key)
        yield StatementRecord(
            evidence=(analysis.document.quote(found.from_, found.to),),
            rule=found.rule,
            speaker=found.speaker.name,
            office=found.speaker.office,
            state=found.speaker.state,
            stance=found.stance,
            content=content,
        )


def find_statements(analysis: Analysis) -> Iterator[Found]:
    """The statements in text order with the places of their words and speakers; repetitions too."""
    yield from _Walk(analysis).statements()


class Told(msgspec.Struct, frozen=True):
    """A statement with its place in the line: the content's, and `start:end` of the attribution."""

    found: Found
    content: Content
    start: int
    end: int

    def covers(self, position: int) -> bool:
        return self.content.start <= position < self.content.end or self.start <= position < self.end


def _read_to(told: Sequence[Told]) -> int:
    return max((max(one.end, one.content.end) for one in told), default=0)


def _speaker_before(told: Sequence[Told], position: int) -> Speaker | None:
    """Who spoke last before a place of the line."""
    earlier = [one for one in told if one.start < position]
    return max(earlier, key=lambda one: one.start).found.speaker if earlier else None


class _Walk:
    """One pass over the report; remembers who has the floor."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._words: Vocabulary = vocabulary(analysis.language)
        self._floor = Floor(analysis, self._words)
        self._last: tuple[Speaker, int] | None = None

    def statements(self) -> Iterator[Found]:
        for line in find_lines(self._analysis):
            found = self._line(line)
            self._floor.head(line, told=bool(found))
            if found:
                self._last = (found[-1].speaker, line.paragraph)
            else:
                self._floor.notice(line)
                self._last = self._introduced(line) or self._last
            yield from found

    def _introduced(self, line: Line) -> tuple[Speaker, int] | None:
        """Who speaks in the paragraph after "The announcement was made by X", "X spoke to reporters"."""
        if not self._words.introducing.search(line.masked):
            return None
        persons = [at for at in line.persons if not line.masked[at + 1 :].startswith(("'s", "’s"))]
        who = self._floor.find(line, persons[0], persons[0] + 1) if len(persons) == 1 else None
        return (who, line.paragraph) if who else None

    def _line(self, line: Line) -> list[Found]:
        """All of one sentence: what stands around a speech verb, "according to", then what follows a verb."""
        listed = self._floor.heading is not None
        cues = list(find_cues(line, self._words, listed=listed)) if len(line.masked) < _LONGEST else []
        verbs = [(cue, subject) for cue in cues if (subject := find_subject(line, cue, self._words))]
        reader = Reader(line, cues, self._words)
        told: list[Told] = []
        for read in (self._around, self._beside, self._after):
            told += read(line, reader, verbs, told)
        told.sort(key=lambda one: one.content.start)
        last = told[-1].found.speaker if told else None
        quoted = {one.content.start for one in told if one.content.quotation}
        found = [one.found for one in told if one.found.end > one.found.start]
        found += self._unattributed(line, quoted, last)
        return [part for one in found for part in self._parts(one)]

    def _parts(self, found: Found) -> Iterator[Found]:
        """Direct speech, parted where it passes from saying to hoping, promising or warning."""
        text = self._analysis.text[found.start : found.end]
        parts = by_stance(text, found.verb, self._words, self._analysis.language) if found.quoted else []
        if len(parts) < 2:
            yield found
            return
        for number, (first, last, stance) in enumerate(parts):
            start, end = found.start + first, found.start + last
            from_, to = (found.from_, max(found.to, end)) if number == 0 else (start, end)
            yield msgspec.structs.replace(found, start=start, end=end, stance=stance, from_=from_, to=to)

    def _around(self, line: Line, reader: Reader, verbs: Sequence[Attribution], told: Sequence[Told]) -> list[Told]:
        """ "…, X said" and "…, X said, …"."""
        out: list[Told] = []
        for cue, subject in verbs:
            contents = list(reader.around(cue, subject, _read_to(out)))
            who = self._speaker(line, subject, cue, None, trailing=True) if contents else None
            if who and not self._only_carries(line, subject, cue):
                out += [self._told(line, who, content, subject, cue) for content in contents]
        return out

    def _after(self, line: Line, reader: Reader, verbs: Sequence[Attribution], told: Sequence[Told]) -> list[Told]:
        """ "X said that …" and the verbs that follow it."""
        out: list[Told] = []
        for cue, subject in verbs:
            if any(one.covers(cue.start) for one in (*told, *out)):
                continue
            contents = list(reader.after(cue, subject))
            if not contents:
                continue
            who = self._speaker(line, subject, cue, _speaker_before([*told, *out], cue.start))
            if who is not None and not self._only_carries(line, subject, cue):
                out += [self._told(line, who, content, subject, cue) for content in contents]
                self._floor.issue(line, who)
        return out

    def _speaker(
        self, line: Line, subject: Subject, cue: Cue, last: Speaker | None, *, trailing: bool = False
    ) -> Speaker | None:
        if subject.start is not None:
            return self._floor.find(line, subject.start, subject.end, lemma=cue.verb.lemma, trailing=trailing)
        if self._floor.heading and is_item(line.masked[: cue.start]):
            return self._floor.heading
        return last or self._floor.leading(line, cue.start)

    def _only_carries(self, line: Line, subject: Subject, cue: Cue) -> bool:
        """ "A press service reported" is no statement."""
        start = subject.start or 0
        return cue.verb.lemma in self._words.carrying and bool(
            self._words.carrier.search(line.masked[start : subject.end])
        )

    def _told(self, line: Line, who: Speaker, content: Content, subject: Subject, cue: Cue) -> Told:
        if content.quotation:
            quotation = line.quotations[content.start]
            start, end = quotation.start, quotation.end
        else:
            start, end = line.span(content.start, content.end)
        words = self._analysis.text[start:end]
        opinion = content.use.frame == "bare"
        stance = content.use.stance if opinion else read_stance(content.use.stance, words, self._words)
        held = inner(words, self._words) if content.use.stance == SAYS and not content.quotation else None
        if held:
            words = words[held.end() :]
            stance = "hopes" if held["hope"] else SAYS
        first, last = self._trimmed(*line.span(min(subject.from_, content.start), max(subject.to, content.end)))
        start += held.end() if held else 0
        found = Found(
            who,
            stance,
            content.use.stance,
            content.use.frame,
            start,
            end,
            first,
            last,
            content.quotation,
        )
        return Told(found, content, min(subject.from_, cue.start), max(subject.to, cue.end))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self._analysis.text[start:end]
        start += len(words) - len(words.lstrip(" ,;:-–—\n\r\t"))
        end -= len(words) - len(words.rstrip(" ,;:-–—\n\r\t"))
        return start, max(start, end)

    def _beside(self, line: Line, reader: Reader, verbs: Sequence[Attribution], told: Sequence[Told]) -> list[Told]:
        """ "According to X, …" and "…, according to X"."""
        out: list[Told] = []
        for source in find_sources(line, self._words):
            start, end = reader.beside(source)
            if end - start < 10 and QUOTE not in line.masked[start:end]:
                continue
            if any(one.content.start < end and start < one.content.end for one in (*told, *out)):
                continue
            who = self._floor.find(line, source.from_, source.to)
            if who is None:
                continue
            quote = line.masked.find(QUOTE, start, end)
            content = Content(start, end, _SAYS) if quote < 0 else Content(quote, quote + 1, _SAYS, quotation=True)
            place = Subject(source.start, source.end, source.start, source.end)
            cue = Cue(source.start, source.end, self._words.forms["said"][0])
            out.append(self._told(line, who, content, place, cue))
        return out

    def _unattributed(self, line: Line, quoted: set[int], speaker: Speaker | None) -> Iterator[Found]:
        """A quotation without a speaker of its own goes on what was said just before."""
        for at, quotation in line.quotations.items():
            if at in quoted or not (quotation.continues or self._goes_on(line, at, speaker)):
                continue
            who = speaker or (self._last[0] if self._last else None)
            if who is not None and quotation.end - quotation.start > 15:
                stance = read_stance("says", self._analysis.text[quotation.start : quotation.end], self._words)
                yield Found(
                    who,
                    stance,
                    SAYS,
                    "quotation",
                    quotation.start,
                    quotation.end,
                    quotation.from_,
                    quotation.to,
                    quoted=True,
                )

    def _goes_on(self, line: Line, at: int, speaker: Speaker | None) -> bool:
        alone = not line.masked[:at].strip() and not line.masked[at + 1 :].strip(" .")
        return alone and (speaker is not None or (self._last is not None and line.paragraph - self._last[1] < 2))
