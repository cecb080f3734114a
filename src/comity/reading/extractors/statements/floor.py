"""Who has the floor: persons, pronouns, and who was spoken of last."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from comity.reading.clause import Analysis
from comity.reading.extractors.statements.bodies import Bodies
from comity.reading.extractors.statements.cues import Vocabulary
from comity.reading.extractors.statements.lines import Line
from comity.reading.extractors.statements.speakers import Speaker
from comity.reading.person import Person

_ACTORS = ("state", "org", "body", "metonym", "city", "institution")
_CONJUNCTION = re.compile(r"\b(?:after|before|since|until|than)\s+$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:^|\s)(?P<word>he|she|they|it|him|her|them|his|its|their)$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"[\s,]*(?:himself|herself|of\s.*|,.*|\(.*\)|(?:and|along with|together with).*|[\w ]{0,24})")
_STATE_OFFICE = re.compile(
    r"(?:(?:first|deputy|vice|acting)\s)*"
    r"(?:president|premier|chancellor|(?:[a-z]+\s)*minister|minister\sof\s[a-z ]+|king|queen|emir|crown prince)"
)
# "The presidents of Nauru, Palau and Kiribati issued a communique, saying …"
_MANY = re.compile(r"The\s(?:[\w-]+\s){0,2}?(?P<head>[\w-]+s)\s(?:of|from|in)\s")
_HEADING = re.compile(
    r"(?:In\s[^,:]{3,60},\s)?(?P<who>(?:The\s)?[A-Z][^,:.]{3,90})(?:,[^:.]{3,200})?(?::|,)\s*(?:the\sfollowing:\s*)?"
)
# An item of a list, or what a resolution recalls before it decides.
_LISTED = re.compile(
    r"[-–—•*·]|\(?\w{1,4}[.)](?:\s|$)|[A-Z][a-z]+(?:ing|s|ed)\b|(?:Further|Also|Deeply|Gravely|Strongly|Having)\b"
)
_BODY = re.compile(
    r"The\s(?:[\w-]+\s){0,3}?(?P<head>[\w-]+)\s(?=(?:has|had|have|also|issued|adopted|released|[a-z]+ed)\b)"
)
# "Leaders from Kiribati, Nauru, " before "and Palau said".
_MANY_LISTED = re.compile(
    r"(?:The\s)?(?:[\w-]+\s){0,2}?(?P<head>[\w-]+s)\s(?:of|from|in)\s(?:[A-Z][^,;.:]{2,40},\s*)+$"
)
_THROUGH = re.compile(
    r"In\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,3}(?:resolution|communiqu[eé]|declaration|statement|document)\b"
)
_WHOSE = ("his", "her", "its", "their")
_PLURAL = re.compile(r"(?:s|people|police|media|both|many|some|others|several)$")


class Floor:
    """Who has spoken and been spoken of so far, for "he added", "the ministry", "the sources"."""

    def __init__(self, analysis: Analysis, words: Vocabulary) -> None:
        self._analysis = analysis
        self._grammar = words.grammar
        self._again = words.again
        self._speaking = words.speakers
        self._bodies = Bodies(analysis, words)
        self._theirs = _theirs(words.grammar.plural)
        self._person: Speaker | None = None
        self._body: Speaker | None = None
        self._group: Speaker | None = None
        self.heading: Speaker | None = None

    def find(self, line: Line, start: int, end: int, *, lemma: str = "say", trailing: bool = False) -> Speaker | None:
        """The speaker that the words `masked[start:end]` of a line name; None where they name none. `trailing` where
        they follow what was said: "Putin will come, he said"."""
        words = line.masked[start:end]
        end = start + len(words.rstrip())
        start += len(words) - len(words.lstrip())
        if start >= end:
            return None
        many = _MANY_LISTED.match(line.masked, 0, start) if start and " and " in line.masked[start:end] else None
        if many and many["head"].lower() in self._grammar.plural:
            start, end = many.span("head")
        found = (
            self._person_in(line, start, end)
            or self._pronoun(line, start, end, trailing=trailing)
            or (None if line.masked[start:end] in _WHOSE else self._nameless(line, start, end, lemma))
        )
        if found:
            self.remember(found)
        return found

    def issue(self, line: Line, who: Speaker) -> None:
        """Keeps who speaks through a paper: "In a resolution … the Council urged"."""
        if _THROUGH.match(line.masked):
            self._bodies.issuer = who

    def leading(self, line: Line, position: int) -> Speaker | None:
        """The subject of a sentence whose first verb says nothing: "X met Y and called the talks fruitful"."""
        pronoun = re.match(r"(?:He|She|They|It)\b", line.masked)
        if pronoun:
            return self._pronoun(line, 0, pronoun.end())
        body = _BODY.match(line.masked)
        if body and body["head"].lower() in self._speaking:
            return self.find(line, 0, body.end("head"))
        person = self._person_before(line, position)
        if person:
            self.remember(person)
            return person
        first = next(
            (one for one in self._analysis.mentions_in(line.start, line.end, *_ACTORS) if one.start - line.start < 5),
            None,
        )
        many = _MANY.match(line.masked)
        if many and many["head"].lower() in self._grammar.plural:
            return self.find(line, many.start("head"), many.end("head"))
        words = re.match(r"(?:The\s|An?\s)?(?:[\w.’'-]+\s){0,4}?(?=has|had|did|was|will|is|[a-z]+ed\b)", line.masked)
        if first is None or words is None or first.start >= line.starts[words.end() - 1]:
            return None
        return self.find(line, 0, words.end())

    def remember(self, speaker: Speaker) -> None:
        if speaker.person:
            self._person = speaker
        elif _PLURAL.search(speaker.name) and speaker.name[:1].islower():
            self._group = speaker
        else:
            self._body = speaker

    def head(self, line: Line, *, told: bool) -> None:
        """Keeps who speaks in the items of a list: "The Council, / Recalling its decisions, / 1. Condemns …"."""
        opening = _HEADING.fullmatch(line.masked)
        if opening and not told:
            self.heading = self._nameless(line, opening.start("who"), opening.end("who"), "") or self.heading
        elif self.heading and not _LISTED.match(line.masked):
            self.heading = None

    def notice(self, line: Line) -> None:
        """The person or body that a sentence without speech is about."""
        for at, person in line.persons.items():
            if not self._grammar.governed.search(line.masked[:at]) or re.search(r"\bby\s$", line.masked[:at]):
                self._person = self._of(person, *line.span(at, at + 1))
                break
        first = next((one for one in self._analysis.mentions_in(line.start, line.end, "state", "org", "body")), None)
        if first and first.start - line.start < 5:
            many = self._theirs.match(self._analysis.text, first.end, line.end)
            last = many.end() if many else first.end
            self._body = Speaker(
                self._analysis.text[first.start : last],
                None,
                first.code if first.kind == "state" else None,
                first.start,
                last,
            )

    def _nameless(self, line: Line, start: int, end: int, lemma: str) -> Speaker | None:
        again = re.search(r"(?:^|\s)the\s(?P<noun>\w+)$", line.masked[start:end], re.IGNORECASE)
        if again and self._again.get(again["noun"]) == "person" and self._person:
            place = line.span(start + again.start(), end)
            return msgspec.structs.replace(self._person, start=place[0], end=place[1])
        found = self._bodies.find(line, start, end, lemma=lemma, last=self._body)
        if isinstance(found, Person):
            return self._of(found, *line.span(start, end))
        return self._same_person(found) or found

    def _same_person(self, found: Speaker | None) -> Speaker | None:
        """ "The foreign minister", where the person spoken of has no other office."""
        person = self._person
        if found is None or person is None or found.state or found.name != found.name.lower():
            return None
        head = found.name.split()[-1]
        office = (person.office or "").lower()
        is_his = not office or head in office or ("foreign" in found.name and "diplomat" in office)
        if self._again.get(head) != "holder" or not is_his:
            return None
        return msgspec.structs.replace(person, start=found.start, end=found.end)

    def _of(self, person: Person, start: int, end: int) -> Speaker:
        return Speaker(person.name, person.office, person.state or self._home(person), start, end, person=True)

    def _home(self, person: Person) -> str | None:
        """The state of "Foreign Minister Manouchehr Mottaki" in a report that names one state only."""
        if person.office is None or not _STATE_OFFICE.fullmatch(person.office):
            return None
        states = {one.code for one in self._analysis.mentions if one.kind in ("state", "adjective")}
        return states.pop() if len(states) == 1 else None

    def _person_in(self, line: Line, start: int, end: int) -> Speaker | None:
        for at in sorted((at for at in line.persons if start <= at < end), reverse=True):
            after = line.masked[at + 1 : end]
            if after.strip() and line.persons[at].to > line.persons[at].end:
                # "Bertalan Havasi, the Prime Minister's press chief"
                after = re.sub(r"^['’]s?\s(?:[\w-]+\s?){1,4}$", "", after)
            if re.match(r"['’]s?\b", after) or (after.strip() and not _AFTER_NAME.fullmatch(after)):
                continue
            if self._grammar.governed.search(line.masked[start:at]) and (
                after.strip() or not _CONJUNCTION.search(line.masked[start:at])
            ):
                continue
            return self._of(line.persons[at], *line.span(at, at + 1))
        return None

    def _pronoun(self, line: Line, start: int, end: int, *, trailing: bool = False) -> Speaker | None:
        match = _PRONOUN.search(line.masked[start:end])
        if match is None:
            return None
        word = match["word"].lower()
        place = line.span(start + match.start("word"), start + match.end("word"))
        if word in ("he", "she", "him", "her", "his"):
            here = self._person if self._person and line.start <= self._person.start < place[0] else None
            before = self._person_before(line, start + match.start("word"))
            named = (self._person or before) if trailing else (here or before or self._person)
        elif word in ("it", "its"):
            named = self._body
        elif word in ("they", "them", "their"):
            named = self._group or self._body
        else:
            return None
        return msgspec.structs.replace(named, start=place[0], end=place[1]) if named else None

    def _person_before(self, line: Line, position: int) -> Speaker | None:
        """The first person of the same sentence that no preposition governs."""
        for at, person in sorted(line.persons.items()):
            if (
                at < position
                and not self._grammar.governed.search(line.masked[:at])
                and not line.masked[at + 1 :].startswith(("'s", "’s"))
            ):
                return self._of(person, *line.span(at, at + 1))
        return None


@lru_cache(maxsize=4)
def _theirs(plural: frozenset[str]) -> re.Pattern[str]:
    """After a name those of it who are spoken of: "(Quad) foreign ministers", "(the AU)'s mediators"."""
    return re.compile(rf"(?:['’]s?)?(?:\s[a-z-]+){{0,2}}?\s(?:{'|'.join(sorted(plural))})\b")
