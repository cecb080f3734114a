"""Persons in a text, with the offices that it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.reading.leaders import LOST, Leaders, leaders
from comity.reading.mentions import Mention
from comity.reading.offices import Office, find_offices
from comity.reading.person import People, Person
from comity.reading.person_names import NameShapes, bare_name, blocking, clean_name, name_shapes, plain
from comity.reading.quick import quick
from comity.reading.recalled import again, by_surname, completed, restored, with_state

_OF_STATE = re.compile(r"\s(?:of|from)\s(?:the\s)?(?:Republic\sof\s)?$")
_APPOSED = re.compile(
    r",\s(?:who\s(?:is|was)\s)?(?:(?!(?:in|at|on|with|of|for|by|as|from|to|and|who|but)\s)[\w-]+\s){0,2}$|\s\($"
)
_LIST_GAP = re.compile(
    r"\s*(?:,?\s+and|,?\s+as\s+well\s+as|,?\s+along\s+with|,?\s+together\s+with|,|;)\s+(?:by\s+|the\s+|from\s+)?"
)
_IN_LIST = re.compile(r"\s(?:of|from|for)\s(?:the\s)?(?:Republic\sof\s)?$")
_RELATIVE = re.compile(r",\s(?:who|whose|which|hosts?\s+of|chair(?:man|woman)?\s+of)\b[^,;.]*(?=,)")
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"\n\s*(?:[-–—•*·]\s*)?$")
_PART = re.compile(r"[^\s,;:]+")
_OWNS = re.compile(r"['’]s?\s")
# "Bertalan Havasi, the Prime Minister's press chief": the office of one who serves another.
_SERVES = re.compile(
    r"['’]s\s+((?:[\w-]+\s+){0,2}(?:chief|secretary|spokes\w+|advis[eo]r|aide|assistant|envoy|representative)(?:\s+of\s+staff)?)\b"
)
_IN_BRACKET = re.compile(r"\s\($")
_IN_BRACKETS = re.compile(r"\s\(([^()]{2,40})\)")

_BY = quick(
    r"(?P<was>\s(?:was|is|were|are|will\sbe|had\sbeen)\s(?:also\s)?)?\b(?:represented|led|headed|chaired|co-chaired|hosted|moderated|presided\sover|opened)\sby(?=\s)"
)
_DELEGATION = re.compile(r"['’]s\s(?:\w+\s)?delegation,?$")
_COUNTERPART = quick(r"\b(?:counterpart|opposite\s+number|colleague|homologue)\b")


def find_people(text: str, mentions: Sequence[Mention], language: str = "en") -> People:
    """Persons named beside an office, a state or a title, then the other mentions of the same names."""
    finder = _Finder(text, mentions, language)
    known = [with_state(person, language) for person in completed(_unique(finder.all()))]
    known = [*known, *by_surname(text, known, finder.blocked, language)]
    found = sorted([*known, *again(text, known, finder.blocked, language)], key=lambda one: one.start)
    return People(tuple(restored(one, language) for one in found) if LOST in text else tuple(found))


class _Finder:
    """Looks for names where a text leads to them."""

    def __init__(self, text: str, mentions: Sequence[Mention], language: str) -> None:
        self.text = text
        self.mentions = mentions
        self.shapes: NameShapes = name_shapes(language)
        self.leaders: Leaders = leaders(language)
        self.blocked = blocking(mentions)
        self.offices = list(find_offices(text, mentions, language))
        self.states = [one for one in mentions if one.kind == "state"]
        self.orgs = [one for one in mentions if one.kind == "org"]

    def all(self) -> Iterator[Person]:
        for office in self.offices:
            yield from self._listed(office) if office.plural else self._in_turn(office)
        for state in self.states:
            yield from self._of_state(state)
        for title in [*self.shapes.title.finditer(self.text), *self.shapes.style.finditer(self.text)]:
            yield from self._titled(title)
        for org in self.orgs:
            yield from self._of_organization(org)
        for passive in _BY.finditer(self.text):
            yield from self._acting(passive)
        for other in _COUNTERPART.finditer(self.text):
            yield from self._counterpart(other)
        yield from self._bare()

    def _of_organization(self, org: Mention) -> Iterator[Person]:
        """ "NATO's Jens Stoltenberg", "Secretary General Hissein Brahim Taha of the OIC"."""
        owner = _OWNS.match(self.text, org.end)
        name = self.name_at(owner.end() - 1) if owner else None
        # Not "the EU's Green Deal".
        if name and (self._is_full(words := self.text[slice(*name)].split()) or self.leaders.known(words)):
            yield self._person(name, None, None, org.start, name[1])
        before = _OF_STATE.search(self.text, max(0, org.start - 9), org.start)
        if before and (name := self.name_up_to(before.start())):
            yield self._person(name, None, None, name[0], org.end)

    def _acting(self, passive: re.Match[str]) -> Iterator[Person]:
        """ "Myanmar was represented by Aung Kyaw Moe", "chaired by Gani Beisembayev": who acts, and for which state."""
        name = self.name_at(passive.end())
        if name is None or " " not in self.text[name[0] : name[1]]:
            return
        at = _DELEGATION.search(self.text, max(0, passive.start() - 24), passive.start())
        sent = at.start() if at else passive.start("was")
        states = [one for one in self.states if one.end == sent]
        yield self._person(name, None, states[0].code if states else None, name[0], name[1])

    def _counterpart(self, word: re.Match[str]) -> Iterator[Person]:
        """ "His Vietnamese counterpart, Pham Minh Chinh": of that state, and of the office last told."""
        name = self.name_at(word.end())
        owner = next((one for one in self.mentions if one.kind == "adjective" and one.end == word.start() - 1), None)
        if name is None or owner is None:
            return
        offices = [
            one.label
            for one in self.offices
            if word.start() - 200 < one.end < word.start() and not one.plural and one.label != "chair"
        ]
        yield self._person(name, offices[-1] if offices else None, owner.code, owner.start, name[1])

    def name_at(self, position: int) -> tuple[int, int] | None:
        """A name that begins just here, after titles at most."""
        match = self.shapes.titled.match(self.text, position)
        return clean_name(self.text, *match.span("name"), self.blocked, self.shapes) if match else None

    def name_up_to(self, position: int) -> tuple[int, int] | None:
        """A name of two words or more that ends just here."""
        first = max(0, position - 60)
        for match in self.shapes.name.finditer(self.text, first, position):
            if match.end() != position:
                continue
            start = match.start()
            for word in _WORD.finditer(self.text[start:position]):
                begin = start + word.start()
                if (begin == first and first) or word[0] in self.shapes.particles:
                    continue
                span = clean_name(self.text, begin, position, self.blocked, self.shapes)
                if span and span[1] == position and " " in self.text[begin:position]:
                    return span
        return None

    def _person(self, span: tuple[int, int], office: str | None, state: str | None, from_: int, to: int) -> Person:
        start, end = bare_name(self.text, *span, self.shapes)
        return Person(start, end, plain(self.text[start:end]), office, state, min(from_, span[0]), max(to, end))

    def _beside(self, office: Office) -> Iterator[Person]:
        name = self.name_at(office.to)
        if name and self.text[office.to : office.to + 1] == "," and not self._set_off(name, office):
            name = None
        if name:
            if self.shapes.style.match(self.text, office.start):
                name = office.start, name[1]
            state = office.state or self._state_after(name[1]) or self._state_of_line(office.from_)
            yield self._person(name, office.label, state, office.from_, name[1])
            return
        gap = _APPOSED.search(self.text, max(0, office.from_ - 60), office.from_)
        before = self.name_up_to(gap.start()) if gap else None
        if before and (served := _SERVES.match(self.text, office.to)):
            yield self._person(before, served[1].lower(), None, before[0], served.end())
            return
        if before and not self._owned_elsewhere(before, office):
            yield self._person(before, office.label, office.state, before[0], office.to)

    def _in_turn(self, office: Office) -> Iterator[Person]:
        """ "President Umaro Embalo of Guinea-Bissau, Alassane Ouattara of Côte d'Ivoire": the office of all in the list."""
        last: Person | None = None
        for last in self._beside(office):
            yield last
        while last is not None and last.state and last.start >= office.end:
            state = self._named_after(last.end)
            gap = _LIST_GAP.match(self.text, state.end) if state else None
            name = self.name_at(gap.end()) if gap else None
            following = self._named_after(name[1]) if name else None
            if name is None or following is None or any(name[0] <= one.start < name[1] + 1 for one in self.offices):
                return
            last = self._person(name, office.label, following.code, name[0], following.end)
            yield last

    def _named_after(self, position: int) -> Mention | None:
        """The state that "of" joins to a name."""
        return next(
            (
                one
                for one in self.states
                if position < one.start < position + 26 and _OF_STATE.fullmatch(self.text[position : one.start])
            ),
            None,
        )

    def _set_off(self, name: tuple[int, int], office: Office) -> bool:
        """Whether a name after a comma is the holder's, not the next of a list: "the minister, Sergey Lavrov, will"."""
        definite = re.search(
            r"(?:\b(?:the|its|his|her|their|whose)\s(?:[\w-]+\s){0,3}|['’]s?\s(?:[\w-]+\s){0,3})$",
            self.text[max(0, office.start - 40) : office.start],
            re.IGNORECASE,
        )
        owned = office.from_ < office.start or office.to > office.end or definite
        return bool(owned) and " " in self.text[name[0] : name[1]]

    def _owned_elsewhere(self, name: tuple[int, int], office: Office) -> bool:
        """ "Ali Asadov of Azerbaijan, Prime Minister X": the office has its own holder."""
        return self.name_at(office.to) is not None and self.text[office.to : office.to + 1] != ","

    def _state_after(self, position: int) -> str | None:
        """The state of "Rajnath Singh of India" and "Wang Yi (China)"."""
        for state in self.states:
            gap = self.text[position : state.start]
            if 0 < len(gap) < 26 and (_OF_STATE.fullmatch(gap) or gap == " ("):
                return state.code
        return None

    def _state_of_line(self, position: int) -> str | None:
        """The state of an entry in a list: "Botswana: H.E. President Duma Boko", "For the Republic of Benin: …"."""
        for state in self.states:
            if state.end > position:
                return None
            if position - state.end < 40 and (
                self.shapes.entry.fullmatch(self.text, state.end, position)
                or (self._opens_line(state.start) and self.shapes.address.fullmatch(self.text, state.end, position))
            ):
                return state.code
        return None

    def _opens_line(self, position: int) -> bool:
        return position == 0 or bool(_LINE.search(self.text, max(0, position - 6), position))

    def _of_state(self, state: Mention) -> Iterator[Person]:
        """ "India's Rajnath Singh", "Gen. Chansamone Chanyalath of Laos", "Azerbaijan (Ramil Usubov)"."""
        owner = _OWNS.match(self.text, state.end)
        name = self.name_at(owner.end() - 1) if owner else None
        if name and " " in self.text[name[0] : name[1]] and self.text[state.end + 1 : state.end + 3] != ",":
            yield self._person(name, None, state.code, state.start, name[1])
        before = _OF_STATE.search(self.text, max(0, state.start - 24), state.start) or _IN_BRACKET.search(
            self.text, max(0, state.start - 2), state.start
        )
        if before and (name := self.name_up_to(before.start())):
            yield self._person(name, None, state.code, name[0], state.end)
        bracket = _IN_BRACKETS.match(self.text, state.end)
        if bracket and (name := self.name_at(bracket.start(1))) and name[1] == bracket.end(1) and " " in bracket[1]:
            yield self._person(name, self._plural_before(state), state.code, name[0], name[1])

    def _plural_before(self, state: Mention) -> str | None:
        """The office of "the interior ministers of Azerbaijan (Ramil Usubov), Belarus (Igor Shunevich)"."""
        for office in reversed(self.offices):
            if office.plural and office.end <= state.start:
                between = self.text[office.end : state.start]
                return office.label if not re.search(r"[.;]\s", between) else None
        return None

    def _listed(self, office: Office) -> Iterator[Person]:
        """ "Presidents Vladimir Putin of Russia, who came late, and Xi Jinping of China"."""
        position = office.end
        while name := self.name_at(position):
            state = next(
                (
                    one
                    for one in self.states
                    if _IN_LIST.fullmatch(self.text[name[1] : one.start]) or self.text[name[1] : one.start] == " ("
                ),
                None,
            )
            end = name[1] if state is None else state.end + (self.text[name[1] : state.start] == " (")
            yield self._person(name, office.label, state.code if state else office.state, name[0], end)
            relative = _RELATIVE.match(self.text, end)
            gap = _LIST_GAP.match(self.text, relative.end() if relative else end)
            if gap is None or any(
                gap.end() <= one.from_ <= gap.end() + 2 or one.from_ <= gap.end() < one.end for one in self.offices
            ):
                return
            position = gap.end()

    def _titled(self, title: re.Match[str]) -> Iterator[Person]:
        start = title.start() if title.re is self.shapes.style else title.end()
        name = clean_name(self.text, title.end(), self._name_end(title.end()), self.blocked, self.shapes)
        if name is None or any(one.start < title.end() and title.start() < one.end for one in self.blocked):
            return
        styled = title.re is self.shapes.style
        yield self._person(
            (start, name[1]),
            title[0].strip().lower() if styled else None,
            self._state_after(name[1]) or self._state_of_line(title.start()),
            title.start(),
            name[1],
        )

    def _bare(self) -> Iterator[Person]:
        """ "Joe Biden": a given name that is known, or a known Chinese, Korean or Vietnamese family name, opens it."""
        for match in self.shapes.name.finditer(self.text):
            for word in _WORD.finditer(self.text, match.start(), match.end()):
                start = word.start()
                name = self._known_name(start, match.end())
                if name is None and (word[0] in self.shapes.given or word[0] in self.shapes.families):
                    name = self._full_name(start, match.end())
                if name:
                    state = self._state_after(name[1]) or self._state_before(start)
                    yield self._person(name, None, state, start, name[1])
                    break

    def _known_name(self, start: int, end: int) -> tuple[int, int] | None:
        """The name of a known person that begins here, whatever words it has: "Park Jin", "Duma Boko"."""
        first = _PART.search(self.text, start, end)
        if first is None or not self.leaders.may_open(first[0].removesuffix("'s").removesuffix("’s")):
            return None
        words = list(_PART.finditer(self.text[start:end]))
        known = self.leaders.known([word[0].removesuffix("'s").removesuffix("’s") for word in words])
        if not known or any(one.start < start + words[known - 1].end() and start < one.end for one in self.blocked):
            return None
        last = words[known - 1]
        return start, start + last.start() + len(last[0].removesuffix("'s").removesuffix("’s"))

    def _full_name(self, start: int, end: int) -> tuple[int, int] | None:
        name = clean_name(self.text, start, end, self.blocked, self.shapes)
        words = self.text[start : name[1]].split() if name else []
        return name if name and self._is_full(words) and not self._in_organization(name) else None

    def _state_before(self, start: int) -> str | None:
        """The state of "his Hungarian counterpart Peter Szijjarto"."""
        for one in self.mentions:
            if one.kind == "adjective" and one.end < start <= one.end + 40:
                return (
                    one.code
                    if re.fullmatch(r"\s(?:[a-z-]+\s){1,3}", self.text[one.end : start])
                    and not re.search(
                        r"\s(?:and|of|to|in|by|for|with|that|as|is|was|said|from)\s", self.text[one.end : start]
                    )
                    else None
                )
        return None

    def _is_full(self, words: Sequence[str]) -> bool:
        if words[0] in self.shapes.given:
            return 2 <= len(words) <= 5
        return words[0] in self.shapes.families and 2 <= len(words) <= 3 and all(len(word) < 9 for word in words)

    def _in_organization(self, name: tuple[int, int]) -> bool:
        """ "John F. Kennedy Airport", "the Anna Lindh Foundation"."""
        after = re.match(r"\s([A-Z][\w-]*)", self.text[name[1] : name[1] + 24])
        return bool(after and after[1] in self.shapes.not_names)

    def _name_end(self, start: int) -> int:
        match = self.shapes.name.match(self.text, start)
        return match.end() if match else start


def _unique(found: Iterator[Person]) -> list[Person]:
    """One person a place: the one with an office first, then the longer name; what another reading adds is kept."""
    kept: list[Person] = []
    for person in sorted(found, key=lambda one: (one.office is None, one.start - one.end)):
        same = next((at for at, one in enumerate(kept) if one.start < person.end and person.start < one.end), None)
        if same is None:
            kept.append(person)
        else:
            kept[same] = _joined(kept[same], person)
    return kept


def _joined(one: Person, other: Person) -> Person:
    fuller = one if len(one.name) >= len(other.name) or other.start > one.start + 1 else other
    return Person(
        fuller.start, fuller.end, fuller.name, one.office or other.office, one.state or other.state,
        min(one.from_, other.from_), max(one.to, other.to),
    )  # fmt: skip
