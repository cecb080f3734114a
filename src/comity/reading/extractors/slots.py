"""Sentences with their names, dates and second mentions folded into single signs, so that cue phrases can have slots.

"Russia, China and India belong to the SCO" becomes "S belong to the O": one sign S for the three states, O for the
organization. A frame keeps what each sign stands for and where its words are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from comity.catalog.cues import load_cues
from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.numbers import number_pattern, number_value
from comity.reading.sentences import Sentence
from comity.reading.when import Expression

# One private sign for each kind of slot.
STATE, PRONOUN, ORG, BODY, DATE, ADJECTIVE, PERSON, CAPITAL = (chr(0xE000 + number) for number in range(8))
STATES = STATE + PRONOUN

_ALSO = r"(?:,?\s+and|,?\s+&(?:amp;)?|,?\s+as\s+well\s+as|,?\s+along\s+with|,?\s+together\s+with|,)"
_UNKNOWN = r"(?:,\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)?"
_SEPARATOR = re.compile(rf"(?:\s*\([A-Z]{{2,5}}\))?{_UNKNOWN}\s*{_ALSO}\s+(?:the\s+|by\s+|from\s+|for\s+|to\s+|of\s+|with\s+)?")
_POSSESSIVE = re.compile(r"['’]s?\b")
_NAME_OF = re.compile(r"(?:[A-ZÀ-Ž][\w’'-]+\s+){2,4}of\s+(?:the\s+)?$")
_NAME_OWNED = re.compile(r"['’]s\s+[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+){1,3}")
_IT = re.compile(r"(?:^|[,;:]\s|\b(?:and|but|that|year|\d{4}|later|when|as|where)\s)(?P<it>it|they)\b(?!['’])", re.IGNORECASE)
GOVERNED = re.compile(
    r"\b(?:of|in|with|from|by|to|for|at|on|against|between|into|like|after|than|about|near|toward|towards)\s+(?:the\s+)?$", re.IGNORECASE
)


class Slot(msgspec.Struct, frozen=True):
    """What one sign stands for: kind, the words' span in the text, the codes ("RUS", "CHN", "IND"), a date's expression."""

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


@lru_cache(maxsize=4)
def frames(analysis: Analysis) -> tuple[Frame, ...]:
    """The report's sentences, each with its signs; second mentions look back to the sentences before."""
    history = History(analysis)
    return tuple(history.read(number) for number in range(len(analysis.sentences)))


class History:
    """What has been named so far, so that "the bloc" and "the three countries" can be told."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._orgs: list[str] = [mention.org for mention in analysis.title_mentions if mention.org]
        self._bodies: list[tuple[str, ...]] = []
        self._states: list[tuple[str, ...]] = []
        self._alone: list[tuple[str, ...]] = []
        self._subjects: list[tuple[str, ...]] = []
        self._vocabulary = vocabulary(analysis.language)

    def read(self, number: int) -> Frame:
        """The frame of a sentence; sentences must be read in order."""
        analysis, sentence = self._analysis, self._analysis.sentences[number]
        named = _folded(analysis.text, _outermost(list(_named(analysis, sentence))))
        again = [one for one in self._second_candidates(sentence) if not any(one.start < other.end and other.start < one.end for other in named)]
        slots: list[Slot] = []
        for slot in _outermost(named + again):
            meant = self._resolved(slot)
            if meant is not None:
                slots.append(meant)
                self._remember(meant)
        slots = _folded(analysis.text, slots)
        self._subjects.append(self._subject(slots))
        return _frame(analysis.text, number, sentence, slots)

    def _subject(self, slots: Sequence[Slot]) -> tuple[str, ...]:
        first = next((slot for slot in slots if slot.kind not in (DATE, ADJECTIVE)), None)
        return first.codes if first and first.kind in (STATE, PRONOUN, CAPITAL) and not self._governed(first) else ()

    def _remember(self, slot: Slot) -> None:
        if slot.kind in (ORG, BODY):
            self._orgs += slot.codes
            self._bodies += [slot.codes] if slot.kind == BODY else []
        elif slot.kind in (STATE, PERSON, CAPITAL):
            self._states.append(slot.codes)
            if slot.kind == STATE:
                self._alone.append(slot.codes)

    def _governed(self, slot: Slot) -> bool:
        """Whether a preposition governs a slot: it is not what its sentence is about."""
        return bool(GOVERNED.search(self._analysis.text, max(0, slot.start - 16), slot.start))

    def _second_candidates(self, sentence: Sentence) -> Iterator[Slot]:
        text, words = self._analysis.text, self._vocabulary
        for match in words.organ.finditer(text, sentence.start, sentence.end):
            yield Slot(BODY, match.start(), match.end(), ("?",))
        for match in words.noun.finditer(text, sentence.start, sentence.end):
            yield Slot(ORG, match.start(), match.end(), ("?" + match["noun"].lower(),))
        for match in words.several_orgs.finditer(text, sentence.start, sentence.end):
            yield Slot(ORG, match.start(), match.end(), ("#" + (match["count"] or "two"),))
        for match in words.country.finditer(text, sentence.start, sentence.end):
            yield Slot(STATE, match.start(), match.end(), ("?",))
        for match in words.countries.finditer(text, sentence.start, sentence.end):
            yield Slot(STATE, match.start(), match.end(), ("#" + (match["count"] or match["all"] or ""),))
        for match in _IT.finditer(text[sentence.start : sentence.end]):
            yield Slot(PRONOUN, sentence.start + match.start("it"), sentence.start + match.end("it"), ("?",))

    def _resolved(self, slot: Slot) -> Slot | None:
        """The slot with the codes that its words stand for; None where nothing before fits."""
        if not slot.codes or slot.codes[0][0] not in "?#":
            return self._less_wide(slot)
        mark, word = slot.codes[0][0], slot.codes[0][1:]
        if slot.kind == BODY:
            codes = self._bodies[-1] if self._bodies else self._org_called("council")
        elif slot.kind == ORG:
            codes = self._org_called(word) if mark == "?" else self._last_orgs(word)
        elif mark == "#":
            codes = self._last_states(word)
        else:
            codes = self._last_state(slot.kind)
        return msgspec.structs.replace(slot, codes=codes) if codes else None

    def _less_wide(self, slot: Slot) -> Slot:
        """ "The Commonwealth" in a report about the CIS is the CIS."""
        noun = self._analysis.text[slot.start : slot.end].lower().removeprefix("the ")
        if slot.kind != ORG or noun not in self._vocabulary.orgs_by_noun:
            return slot
        return msgspec.structs.replace(slot, codes=self._org_called(noun) or slot.codes)

    def _org_called(self, noun: str) -> tuple[str, ...]:
        known = self._vocabulary.orgs_by_noun.get(noun, frozenset())
        return next(((org,) for org in reversed(self._orgs) if org in known), ())

    def _last_orgs(self, count: str) -> tuple[str, ...]:
        wanted = int(number_value(count, self._analysis.language) or 2)
        latest = tuple(dict.fromkeys(reversed(self._orgs)))[:wanted]
        return tuple(reversed(latest)) if len(latest) == wanted else ()

    def _last_states(self, count: str) -> tuple[str, ...]:
        lists = [codes for codes in reversed(self._states) if len(codes) > 1]
        if not count:
            return lists[0] if lists else ()
        wanted = int(number_value(count, self._analysis.language) or 2)
        whole = next((codes for codes in lists if len(codes) == wanted), ())
        if whole:
            return whole
        latest = tuple(dict.fromkeys(code for codes in reversed(self._states) for code in reversed(codes)))[:wanted]
        return tuple(reversed(latest)) if len(latest) == wanted and wanted < 4 else ()

    def _last_state(self, kind: str) -> tuple[str, ...]:
        """ "It" is the state that the last sentence was about, else the report's; "the country" the one named last."""
        if kind == PRONOUN:
            return self._subjects[-1] if self._subjects and self._subjects[-1] else self._main_state
        return next((codes for codes in reversed(self._alone) if len(codes) == 1), self._main_state)

    @cached_property
    def _main_state(self) -> tuple[str, ...]:
        """The state that the report names most, its headline counting more."""
        weights: Counter[str] = Counter()
        for weight, mentions in ((3, self._analysis.title_mentions), (1, self._analysis.mentions)):
            for mention in mentions:
                weights.update({mention.code: weight} if mention.kind == "state" else {})
        return (max(weights, key=lambda state: weights[state]),) if weights else ()


class Vocabulary(msgspec.Struct, frozen=True):
    """The patterns of second mentions in one language."""

    noun: re.Pattern[str]
    organ: re.Pattern[str]
    several_orgs: re.Pattern[str]
    country: re.Pattern[str]
    countries: re.Pattern[str]
    orgs_by_noun: dict[str, frozenset[str]]


@lru_cache(maxsize=8)
def vocabulary(language: str) -> Vocabulary:
    words = load_cues(language, "references")
    number = number_pattern(language)
    by_noun: dict[str, set[str]] = {}
    for org in load_catalog().organizations.values():
        for noun in org.nouns.get(language, ()):
            by_noun.setdefault(noun.lower(), set()).add(org.code)
    nouns, modifiers = _choice(by_noun), _choice(words["modifiers"])
    modifier = rf"(?:(?:\w+-)+\w+\s+|(?:{modifiers})\s+){{0,2}}"
    return Vocabulary(
        re.compile(rf"\b(?:the|this|that|our)\s+{modifier}(?P<noun>{nouns})\b(?!\s+of\b)", re.IGNORECASE),
        re.compile(rf"\b(?:the|this|that)\s+(?:{_choice(words['organs'])})\b(?!\s+of\b)", re.IGNORECASE),
        re.compile(
            rf"\b(?:both|all|these|the)\s+(?:of\s+)?(?:the\s+|these\s+)?(?P<count>{number})?\s*(?:(?:above[- ]mentioned|aforementioned|said|such)\s+)?"
            rf"(?:{_choice(words['organizations'])})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:the|this|that)\s+(?:{_choice(words['country'])})\b(?!\s+of\b)", re.IGNORECASE),
        re.compile(
            rf"\b(?:the|both|these|all)\s+(?:of\s+the\s+)?(?P<count>{number})?\s*(?:{_choice(words['countries'])})\b(?!['’]|\s+of\b)"
            rf"|\ball\s+(?P<all>{number})(?=\s+(?:are|were|have|had|joined|became)\b)",
            re.IGNORECASE,
        ),
        {noun: frozenset(orgs) for noun, orgs in by_noun.items()},
    )


def _choice(words: object) -> str:
    return "|".join(re.escape(str(word)) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


def _named(analysis: Analysis, sentence: Sentence) -> Iterator[Slot]:
    """What the sentence names: dates, persons with a state, states, organizations, capitals."""
    start, end = sentence.start, sentence.end
    for expression in analysis.expressions_in(start, end):
        yield Slot(DATE, expression.start, expression.end, (), expression)
    for person in analysis.people.between(start, end):
        if person.state:
            yield Slot(PERSON, min(person.from_, person.start), max(person.end, person.to), (person.state,))
    for mention in analysis.mentions_in(start, end):
        if mention.org and mention.kind != "series":
            yield Slot(ORG if mention.kind == "org" else BODY, mention.start, mention.end, (mention.org,))
        elif mention.kind == "state":
            yield Slot(STATE, mention.start, mention.end, (mention.code,))
            name = _NAME_OF.search(analysis.text, max(start, mention.start - 80), mention.start)
            if name and not _speaks_of_office(analysis, name.start(), name.end()):
                yield Slot(PERSON, name.start(), mention.end, (mention.code,))
            owned = _NAME_OWNED.match(analysis.text, mention.end, end)
            if owned and not _speaks_of_office(analysis, mention.end, owned.end()):
                yield Slot(PERSON, mention.start, owned.end(), (mention.code,))
            office = next((one for one in analysis.mentions_in(mention.end, end, "office") if one.start < mention.end + 6), None)
            if office and _POSSESSIVE.match(analysis.text, mention.end):
                yield Slot(PERSON, mention.start, office.end, (mention.code,))
        elif mention.kind == "adjective":
            yield Slot(ADJECTIVE, mention.start, mention.end, (mention.code,))
        elif mention.kind == "metonym":
            yield Slot(CAPITAL, mention.start, mention.end, (mention.code,))
        elif mention.kind == "city" and _is_capital(mention.code):
            yield Slot(CAPITAL, mention.start, mention.end, (mention.code.partition("|")[2],))


def _speaks_of_office(analysis: Analysis, start: int, end: int) -> bool:
    """ "Ministry of Defence of Belarus" is no person."""
    return bool(analysis.mentions_in(start, end, "office", "institution", "org", "body", "level_people", "level_nouns", "event_noun"))


@lru_cache(maxsize=4096)
def _is_capital(code: str) -> bool:
    name, _, state = code.partition("|")
    known = load_catalog().states.get(state)
    return known is not None and any(name in forms for one in known.capitals for forms in one.names.values())


def _outermost(slots: list[Slot]) -> list[Slot]:
    """Of overlapping slots the longest; of equally long ones the first."""
    kept: list[Slot] = []
    for slot in sorted(slots, key=lambda one: (one.start, one.start - one.end)):
        if kept and slot.start < kept[-1].end:
            if slot.end - slot.start > kept[-1].end - kept[-1].start:
                kept[-1] = slot
            continue
        kept.append(slot)
    return kept


def _folded(text: str, slots: Sequence[Slot]) -> list[Slot]:
    """Lists folded into one slot: "Russia, China and India". A possessive does not go on a list ("Belarus, Russia's ally")."""
    out: list[Slot] = []
    for slot in slots:
        last = out[-1] if out else None
        if last and last.codes and last.codes == slot.codes and re.fullmatch(r"\s*\(\s*", text[last.end : slot.start]):
            end = slot.end + 1 if text[slot.end : slot.end + 1] == ")" else slot.end
            out[-1] = msgspec.structs.replace(last, end=end)
            continue
        if last and last.kind == slot.kind and slot.kind in (STATE, PERSON) and _goes_on(text, last, slot):
            out[-1] = Slot(slot.kind, last.start, slot.end, tuple(dict.fromkeys((*last.codes, *slot.codes))))
            continue
        out.append(slot)
    return out


def _goes_on(text: str, last: Slot, slot: Slot) -> bool:
    gap = text[last.end : slot.start]
    owned = _POSSESSIVE.match(text, slot.end)
    return bool(_SEPARATOR.fullmatch(gap)) and not (owned and gap.strip() == ",")


def _frame(text: str, number: int, sentence: Sentence, slots: Sequence[Slot]) -> Frame:
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

