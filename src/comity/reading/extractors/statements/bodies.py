"""Speakers without a name: ministries, states, organizations, nameless officials, whoever says something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

import msgspec

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.statements.cues import Vocabulary
from comity.reading.extractors.statements.lines import PERSON, QUOTE, Line
from comity.reading.extractors.statements.phrases import full_names, noun_phrase, turned
from comity.reading.extractors.statements.speakers import Speaker
from comity.reading.mentions import Mention
from comity.reading.person import Person

_NAMED = ("state", "org", "body", "metonym", "city", "institution", "adjective")
_ACTORS = ("state", "org", "body", "metonym", "city", "institution")
_OF_STATE = ("state", "adjective", "metonym", "city")
_LEAD = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|another|one|some|several|many|most|other)\s+)+(?!of\b)(?=\S)", re.IGNORECASE
)
_OUTLET = re.compile(r"['’]s\s(?:website|press\s(?:service|office|center|centre)|web\ssite)$")
_RELYING = re.compile(r"\s(?:relying\son|citing|quoting|based\son)\s.*$")
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.?\s+)?"
_NAME = re.compile(
    rf"{_TITLE}(?P<name>[A-ZÀ-Ž][\w.’'-]*(?:\s(?:von|van|de|del|bin|al|el|da)\s|\s)?(?:[A-ZÀ-Ž][\w.’'-]*\s?){{0,3}})$"
)
# "A joint statement by the Qatari foreign ministry", "information from diplomatic sources": who issued it speaks.
_ISSUED = re.compile(
    r"(?:[\w-]+\s){0,3}(?:statement|communiqu[eé]|declaration|information|news|release|readout|note|letter|tweet|post|message|report)"
    r"s?\s(?:(?:issued|released|published|posted|made|sent|signed|given|received)\s)?(?:by|from|of)\s(?P<who>(?:the\s)?\S.*)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\s(?:(?:press\s|joint\s|final\s)?(?:statement|communiqu[eé]|readout|press\srelease))$", re.IGNORECASE
)
_AGENCY = re.compile(
    r"(?:.*\s)?(?:news\sagency|agency|newspaper|daily|broadcaster|portal)\s(?P<name>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?)"
    r"|(?:(?:[a-z-]+|[A-Z]\w+n)\s)*(?P<first>[A-Z][\w.-]*)\snews\sagency"
    r"|(?P<paper>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3}?)\s(?:(?:national|daily|English|language|local|state-run|private)\s)*newspaper"
)
# "Egyptian analysts in Cairo": where many sit is not who they are.
_SEATED = re.compile(r"\s(?:in|at|from|across|on)\s(?!Foreign|Ministry).*$")
_PERSON_LAST = re.compile(r"(?P<office>.*\s?\b(?P<noun>[\w-]+))\s(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]+){1,3})")
_DOCUMENT = re.compile(r"\s(?:adopted|issued|signed|published|released|posted|obtained|made|dated|that|which)\b.*$")
_OWNER = re.compile(r"(?:[A-Z][\w.-]*\s)?[A-Z][\w.]*['’]s?\s+(?=[A-Za-z])")
_AT_HOME = re.compile(
    r"(?:(?:foreign|defen[cs]e|interior|finance|energy)\s)?(?:ministry|office|government|presidency|cabinet)(?:\sof\s.*)?",
    re.IGNORECASE,
)
_VOICES = ("spokesman", "spokeswoman", "spokesperson", "representative", "source")


class Bodies:
    """Tells from a noun phrase who speaks."""

    def __init__(self, analysis: Analysis, words: Vocabulary) -> None:
        self._analysis = analysis
        self._words = words
        self._grammar = words.grammar
        self._names = full_names(analysis.text, words.speakers)
        self.issuer: Speaker | None = None
        self.press: Speaker | None = None

    def find(self, line: Line, start: int, end: int, *, lemma: str, last: Speaker | None) -> Speaker | Person | None:
        """The speaker of `masked[start:end]`; a person for "the minister". `last` is the body that spoke last."""
        begin = noun_phrase(line.masked, start, end, self._grammar)
        if begin is None:
            return None
        first, to = line.span(begin, end)
        phrase = " ".join(self._analysis.text[first:to].split())
        bare = _RELYING.sub("", _OUTLET.sub("", _LEAD.sub("", phrase)))
        issued = _ISSUED.fullmatch(bare)
        if issued and (who := self._issuer(line, begin, end, issued, last)):
            return who
        bare = _DOCUMENT.sub("", bare) if bare[:1].islower() else bare
        head = self._grammar.link.split(bare)[0].split()
        if not head or QUOTE in line.masked[begin:end]:
            return None
        again = self._again(phrase, head[-1].lower(), first, to, last)
        if again:
            return again
        agency = _AGENCY.fullmatch(bare)
        if agency:
            named = agency["name"] or agency["first"] or agency["paper"]
            self.press = Speaker(named, None, self._state(first, to), first, to)
            return self.press
        mentions = self._named_in(line, begin, end, first, to)
        if mentions or head[-1].lower().rstrip("’'") in self._words.speakers:
            return self._described(bare, head, first, to)
        if lemma not in self._grammar.anyone or PERSON in line.masked[begin:end]:
            return None
        return self._unknown(bare, first, to) or self._anyone(bare, head, first, to)

    def _issuer(
        self, line: Line, begin: int, end: int, issued: re.Match[str], last: Speaker | None
    ) -> Speaker | Person | None:
        """Who speaks in "a statement by the ministry": the ministry."""
        phrase = line.masked[begin:end]
        at = re.search(r"\s(?:by|from|of)\s", phrase)
        if at is None or not issued["who"]:
            return None
        for place, person in line.persons.items():
            if begin + at.end() <= place < end:
                return person
        who = self.find(line, begin + at.end(), end, lemma="", last=last)
        if isinstance(who, Speaker):
            self.issuer = who
        return who

    def _named_in(self, line: Line, begin: int, end: int, first: int, last: int) -> list[Mention]:
        """What the subject names, where that is its head and not its modifier."""
        mentions = [
            one for one in self._analysis.mentions if first <= one.start and one.end <= last and one.kind in _NAMED
        ]
        of = self._grammar.link.search(line.masked[begin:end])
        border = line.starts[begin + of.start()] if of else last
        heads = [one for one in mentions if one.kind in _ACTORS and one.end >= border - 1 and one.start < border]
        return mentions if heads else []

    def _described(self, bare: str, head: Sequence[str], first: int, last: int) -> Speaker:
        inside = [one for one in self._analysis.mentions if first <= one.start and one.end <= last]
        state = self._state(first, last)
        org = next((one for one in inside if one.kind == "org"), None)
        if org is not None and self._text(org) in (bare, head[-1]):
            state = None
        name = _OWNER.sub("", bare, count=1) if state and _OWNER.match(bare) else bare
        named = _PERSON_LAST.fullmatch(name)
        if named and self._is_holder(named, first):
            return Speaker(named["name"], named["office"], state, first, last, person=True)
        if head[-1].lower() in _VOICES:
            name = turned(self._with_org(name, first))
        name = self._shortened(name, head)
        name = name.replace(PERSON, "").strip() or bare
        return Speaker(name, None, state or (self._home if _AT_HOME.fullmatch(bare) else None), first, last)

    def _state(self, first: int, last: int) -> str | None:
        """The first state that the words name."""
        inside = (one for one in self._analysis.mentions if first <= one.start and one.end <= last)
        return next((one.code.partition("|")[2] or one.code for one in inside if one.kind in _OF_STATE), None)

    def _is_holder(self, named: re.Match[str], first: int) -> bool:
        """ "The spokesperson for the ministry Aibek Smadiyarov": a name that nothing else tells, after its office."""
        name = named["name"]
        known = any(self._text(one) in name or name in self._text(one) for one in self._analysis.mentions)
        return (
            named["noun"].lower() in self._words.speakers and name.split()[-1].lower() not in self._words.speakers
        ) and not known

    def _shortened(self, name: str, head: Sequence[str]) -> str:
        """Without what is no name: the seat of many, the paper that an institution issued."""
        if head[-1] in self._grammar.plural:
            return _SEATED.sub("", name)
        issue = _ISSUE.search(name)
        return name[: issue.start()] if issue and name[0].isupper() else name

    def _with_org(self, name: str, first: int) -> str:
        """ "spokesman for the organisation": for ECOWAS, in a report about it."""
        match = re.search(r"\b(?:for|of)\sthe\s(\w+)$", name)
        orgs = [one for one in self._analysis.mentions if one.kind == "org" and one.end <= first]
        if match and self._words.again.get(match[1].lower()) == "org" and orgs:
            return name[: match.start(1)] + self._text(orgs[-1])
        return name

    @cached_property
    def _home(self) -> str | None:
        """The state of a nameless ministry: that of the dateline's capital where the report names it, else the only one
        that it names."""
        named = [one.code for one in self._analysis.mentions if one.kind in ("state", "adjective")]
        for line in self._analysis.datelines:
            home = state_of_capital(line.city.title())
            if home in named:
                return home
        return named[0] if len(set(named)) == 1 and len(named) > 1 else None

    def _again(self, phrase: str, head: str, first: int, to: int, last: Speaker | None) -> Speaker | Person | None:
        """ "The ministry", "its Foreign Office", "the bloc", "the minister"."""
        kind = self._words.again.get(head)
        whole = re.fullmatch(r"(?P<the>(?:the|its|their|this)\s+)?[\w-]+(?:\s[\w-]+){0,3}", phrase, re.IGNORECASE)
        if whole is None:
            return None
        if not whole["the"]:
            return self._holder(phrase, first, to) if phrase.count(" ") else None
        if kind == "paper" and self.issuer:
            return msgspec.structs.replace(self.issuer, start=first, end=to)
        if kind == "press" and self.press:
            return msgspec.structs.replace(self.press, start=first, end=to)
        if kind == "institution" and len(phrase.split()) == 2:
            return self._institution(head, first, to, last)
        if kind == "state":
            before = [one for one in self._analysis.mentions if one.kind == "state" and one.end <= first]
            return Speaker(self._text(before[-1]), None, before[-1].code, first, to) if before else None
        if kind == "org" and len(phrase.split()) == 2:
            orgs = [one for one in self._analysis.mentions if one.kind == "org" and one.end <= first]
            return Speaker(self._text(orgs[-1]), None, None, first, to) if orgs else None
        return self._holder(phrase, first, to)

    def _holder(self, phrase: str, first: int, to: int) -> Person | None:
        """ "The minister", "the Turkish foreign minister", "the Egyptian diplomat"."""
        whose = next(
            (one for one in self._analysis.mentions if first <= one.start < to and one.kind == "adjective"), None
        )
        bare = _LEAD.sub("", phrase)
        if bare == phrase and whose is None:
            return None
        office = bare.replace(self._text(whose) if whose else "\n", "").strip().lower().replace("-", " ")
        anyone = self._words.again.get(office) == "person"
        for one in reversed(self._analysis.people.all):
            title = (one.office or "").lower().replace("-", " ")
            if one.start >= first or (whose is not None and one.state != whose.code):
                continue
            if (anyone and whose is not None) or (
                office and (title.endswith(office) or title.startswith(f"{office} of"))
            ):
                return one
        return None

    def _institution(self, head: str, first: int, to: int, last: Speaker | None) -> Speaker | None:
        if last and head in last.name.lower().split():
            return msgspec.structs.replace(last, start=first, end=to)
        pattern = _institutions(head)
        before = [
            one for one in pattern.finditer(self._analysis.text, 0, first) if one[0][0].isupper() and " " in one[0]
        ]
        if not before:
            return None
        match = before[-1]
        name = _LEAD.sub("", " ".join(match[0].split()))
        name = re.sub(r"^(?:of|and|for)\s", "", name)
        near = [
            one
            for one in self._analysis.mentions
            if one.kind in ("adjective", "state") and match.start() - 12 <= one.start < match.end()
        ]
        return Speaker(name, None, near[0].code if near else None, first, to)

    def _anyone(self, bare: str, head: Sequence[str], first: int, last: int) -> Speaker | None:
        """ "Social conservatives say": whoever says, argues or warns is a speaker."""
        if head[0].lower() in self._grammar.nobody or not bare[0].isalpha() or len(bare) > 90:
            return None
        return Speaker(bare, None, None, first, last)

    def _unknown(self, bare: str, first: int, last: int) -> Speaker | None:
        """A capitalized name that nothing else tells: "Conway said"."""
        match = _NAME.fullmatch(bare)
        if match is None or len(bare) > 50 or bare.lower() in self._grammar.nobody:
            return None
        name = match["name"].strip()
        return Speaker(self._names.get(name, name), None, None, first, last, person=True)

    def _text(self, one: Mention) -> str:
        return self._analysis.text[one.start : one.end]


@lru_cache(maxsize=256)
def _institutions(head: str) -> re.Pattern[str]:
    """Names that end in a noun, or go on with "of": "Russian Foreign Ministry", "Ministry of Defence"."""
    return re.compile(
        rf"(?:(?:[A-Z][\w.-]*|of|and|for)\s){{0,4}}{head}\b(?:\sof\s(?:[A-Z]\w+)(?:\s[A-Z]\w+|\sand\s[A-Z]\w+)*)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=512)
def state_of_capital(city: str) -> str | None:
    """The state whose seat a city is, by any of its English names."""
    for state in load_catalog().states.values():
        if any(city in capital.names.get("en", ()) for capital in state.capitals):
            return state.code
    return None
