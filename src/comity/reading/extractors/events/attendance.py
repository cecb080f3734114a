"""Who was at an event: told beside it, and in the sentences that go on about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from comity.catalog.cue_files import load_cues
from comity.model.record import Participant
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import hosting, lasting, levels, location, parties, presiding
from comity.reading.extractors.events.absences import absent, after_list, without_absent
from comity.reading.extractors.events.bystanders import is_bygone, only_reports
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.guests import with_guests
from comity.reading.extractors.events.pronouns import person_meant
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.person import Person
from comity.reading.phrases import alternatives
from comity.reading.quick import Quick, quick
from comity.reading.when import Direction

_TAKES_PLACE = ("held", "ongoing")


class _Words(msgspec.Struct, frozen=True):
    came: Quick
    spokesmen: Quick
    elsewhere: Quick


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:
    cues = load_cues(language, "attendance")

    def choice(key: str) -> str:
        return alternatives(cues[key])

    return _Words(
        came=quick(rf"\b(?:{choice('came')})\b", re.IGNORECASE),
        spokesmen=quick(rf"\b(?:{choice('spokesmen')})\b", re.IGNORECASE),
        elsewhere=quick(rf"\b(?:{choice('elsewhere')})\b", re.IGNORECASE),
    )


def with_attendance(analysis: Analysis, kept: Sequence[Candidate], main: int) -> list[Candidate]:
    """The events with those named in other sentences as taking part; `main` is what a sentence is about where no other
    event was just spoken of."""
    events = list(kept)
    listed = _listed(analysis)
    for number, owner in _owners(analysis, events, main):
        events[owner] = _with_sentence(analysis, number, events[owner], owner == main, number in listed)
    events[main] = _with_place(analysis, events, main)
    return [_with_host_there(_with_chair_there(analysis, without_absent(analysis, one))) for one in events]


def _with_chair_there(analysis: Analysis, event: Candidate) -> Candidate:
    """The event with the person who presides over it among those at it."""
    chair = event.record.chair
    if not chair or " " not in chair or chair in {one.name for one in event.record.persons}:
        return event
    person = next((one for one in analysis.people.all if one.name == chair), None)
    return _with_named(event, [person], [person.state] if person.state else []) if person else event


def _with_host_there(event: Candidate) -> Candidate:
    """The event with its host among those who came, where others are named."""
    record = event.record
    field = "participants" if record.status in _TAKES_PLACE else "invited"
    states: tuple[str, ...] = getattr(record, field)
    if not record.host or not states or record.status in ("denied", "cancelled") or record.level == "bilateral":
        return event
    return event.with_record(**{field: parties.unique((*states, record.host))})


def _with_place(analysis: Analysis, events: Sequence[Candidate], main: int) -> Candidate:
    """The main event with the place that the headline, or another sentence about it, is set in."""
    event = events[main]
    if event.record.place.country or event.record.mode == "online" or event.record.status == "denied":
        return event
    place = location.place_in_title(analysis)
    for number, owner in _owners(analysis, events, main):
        sentence = analysis.sentences[number]
        if owner == main and not place.country and not _other_time(analysis, number, event.record.date):
            place = location.place_told(analysis, sentence.start, sentence.end)
    if not place.country:
        return event
    mode = "in_person" if event.record.mode == "unknown" else event.record.mode
    return event.with_record(place=place, mode=mode)


def _owners(analysis: Analysis, events: Sequence[Candidate], main: int) -> Iterator[tuple[int, int]]:
    """Each sentence with the event that it goes on about: the one told in it, or just before in its paragraph."""
    told: dict[int, list[int]] = {}
    for at, event in enumerate(events):
        for evidence in event.record.evidence:
            told.setdefault(analysis.sentence_at(evidence.start), []).append(at)
    owner, paragraph = main, -1
    for number, sentence in enumerate(analysis.sentences):
        if sentence.paragraph != paragraph:
            owner, paragraph = main, sentence.paragraph
        here = told.get(number)
        if here:
            owner = main if main in here else here[-1]
            if len(here) == 1:
                yield number, owner
            if _was_put_off(events[owner], events[main]):
                owner = main
        else:
            if owner != main and _goes_back(analysis, number, events[owner], events[main]):
                owner = main
            yield number, owner


def _was_put_off(event: Candidate, main: Candidate) -> bool:
    """Whether an event is the one that the report is about, on the day from which it was moved."""
    one, other = event.record, main.record
    return one.status in ("postponed", "cancelled") and one.orgs == other.orgs and one.level == other.level


_THE_NOUN = quick(r"\bthe\s+(summit|conference|exercises?|drills|forum|session)\b")


def _goes_back(analysis: Analysis, number: int, event: Candidate, main: Candidate) -> bool:
    """Whether a sentence names "the summit", which the main event is and the one just told is not."""
    sentence = analysis.sentences[number]
    noun = _THE_NOUN.search(analysis.text, sentence.start, sentence.end)
    if noun is None:
        return False
    word = noun[1].lower().rstrip("s")
    return word in main.record.evidence[0].quote.lower() and not any(
        word in one.quote.lower() for one in event.record.evidence
    )


_ENTRY = re.compile(r"\s*(?:[-–—•*·▪●]|\(?\w{1,2}[.)])\s|\s*(?:For|From)\s+(?:the\s+)?[A-Z]|\s*H\.\s?E\.")
_TELLS = re.compile(r"\b(?:said|agreed|adopted|discussed|met|was|were|will|has|have|had|is|are)\b")


def _listed(analysis: Analysis) -> set[int]:
    """The sentences that are entries of a list of those who came: "In attendance were:", then a line for each."""
    found: set[int] = set()
    for number, sentence in enumerate(analysis.sentences[1:], 1):
        before = analysis.sentences[number - 1]
        opened = analysis.text[before.start : before.end].rstrip().endswith(":")
        if not (opened or number - 1 in found):
            continue
        is_entry = _ENTRY.match(analysis.text, sentence.start, sentence.end) or not _TELLS.search(
            analysis.text, sentence.start, sentence.end
        )
        if is_entry and (not opened or _tells_who_came(analysis, before.start, before.end)):
            found.add(number)
    return found


def _with_sentence(analysis: Analysis, number: int, event: Candidate, is_main: bool, listed: bool) -> Candidate:
    """The event with those whom one sentence names at it; `listed` that it is an entry in a list of those who came."""
    sentence, record = analysis.sentences[number], event.record
    own = any(analysis.sentence_at(one.start) == number for one in record.evidence)
    words = _words(analysis.language)
    if record.level == "bilateral":
        return event
    if words.elsewhere.search(analysis.text, sentence.start, sentence.end):
        return _with_chair(analysis, number, event)
    if not own and _other_time(analysis, number, record.date):
        return event
    came = listed or _tells_who_came(analysis, sentence.start, sentence.end) or _begins_with_those(analysis, number)
    held = record.status in _TAKES_PLACE
    persons = [
        one
        for one in analysis.people.between(sentence.start, sentence.end)
        if _takes_part(one, analysis, record.level, came and not own, held and is_main)
        or (is_main and not held and _will_act(one, analysis, record.level, sentence.end))
        or _COMES.match(analysis.text, max(one.end, one.to), sentence.end)
    ]
    if meant := person_meant(analysis, sentence.start, sentence.end):
        persons.append(meant)
    states: tuple[str, ...] = tuple(one.state for one in persons if one.state)
    if came and (not own or is_main):
        whole = Trigger(sentence.start, sentence.start, record.kind, "", number, sentence.start, sentence.end)
        states = (*states, *parties.named_states(analysis, whole, record.place.country))
    gone, missing = absent(analysis, sentence.start, sentence.end)
    persons = [one for one in persons if one.name not in missing]
    gone -= {one.state for one in persons}
    states = tuple(one for one in states if one not in gone)
    event = _by_video(analysis, sentence.start, sentence.end, event)
    if is_main and not event.record.host:
        event, states = _with_host(analysis, number, event, states)
    event = (
        _with_length(analysis, number, _with_chair(analysis, number, event))
        if is_main
        else _with_chair(analysis, number, event)
    )
    if is_main:
        event = with_guests(analysis, number, event)
    return _with_named(event, persons, states)


_AUXILIARIES = r"(?:(?:is|was|will|also|has|had|would|be|to|expected|due|set|scheduled|who|personally|himself|herself|has\s+confirmed\s+(?:that\s+)?(?:he|she))\s+){0,5}"
# "Donald Trump is attending", "Mahuta attended": he comes, whatever else the sentence tells.
_COMES = re.compile(
    rf"(?:,\s[^,;.]{{3,60}},)?\s+{_AUXILIARIES}(?:attend(?:s|ed|ing)?\s+(?!to\b)|took\s+part\b|takes?\s+part\b|taking\s+part\b|participat(?:es?|ed|ing)\b)"
)
# "The prime ministers, X and Y, will also discuss": what those who meet are to do there.
_WILL_ACT = re.compile(
    r"[^.;:]{0,120}?\s(?:will|is\s+to|are\s+to)\s+(?:also\s+|jointly\s+|then\s+){0,2}"
    r"(?:discuss|submit|present|report|raise|speak|chair|preside|host|open|address|brief|hand|table|attend|adopt|sign|exchange|review|welcome|receive)\b"
)


def _will_act(person: Person, analysis: Analysis, level: str, end: int) -> bool:
    """Whether one of those who meet is told to do something at the event to come."""
    if not _WILL_ACT.match(analysis.text, person.end, end):
        return False
    fits = person.office is None or levels.fits(person.office.lower(), level, analysis.language)
    return fits and bool(person.state) and not only_reports(analysis, person.from_, person.end)


# "Host Yoweri Museveni": of the state of the venue.
_HOST_NAMED = quick(r"\bHost\s+[A-Z]")


def _with_host(
    analysis: Analysis, number: int, event: Candidate, states: tuple[str, ...]
) -> tuple[Candidate, tuple[str, ...]]:
    """The event with its host, as a sentence about it tells, and the states there with that of a host called by name."""
    sentence, home = analysis.sentences[number], event.record.place.country
    if home and _HOST_NAMED.search(analysis.text, sentence.start, sentence.end):
        return event.with_record(host=home), (*states, home)
    if not re.search(r"\bhost", analysis.text[sentence.start : sentence.end]):
        return event, states
    whole = Trigger(sentence.start, sentence.start, event.record.kind, "", number, sentence.start, sentence.end)
    return event.with_record(host=hosting.host_of(analysis, whole, home)), states


_VIDEO = quick(
    r"\b(?:address\w*|join\w*|t(?:ake|ook|aking)\s+part|spoke|chair(?:ed|s)|participat\w+|attend\w*|follow(?:ed|s))\b[^.;]{0,40}\b(?:(?:by|via|through|over)\s+(?:a\s+)?video|virtually|remotely|from\s+afar)",
    re.IGNORECASE,
)


def _by_video(analysis: Analysis, start: int, end: int, event: Candidate) -> Candidate:
    """ "Pashinyan joined by video link": some were in the room, and one was not."""
    told = _VIDEO.search(analysis.text, start, end)
    if told is None or event.record.mode not in ("in_person", "unknown"):
        return event
    one_of_them = bool(analysis.people.between(start, told.start()))
    if not one_of_them and not event.record.place.country:
        return event
    return event.with_record(mode="hybrid")


def _with_chair(analysis: Analysis, number: int, event: Candidate) -> Candidate:
    """ "Kazakhstan's President Tokayev was in the chair": said of the event just told."""
    sentence = analysis.sentences[number]
    if event.record.chair:
        return event
    chair = presiding.chair_of(analysis, sentence.start, sentence.end)
    return event.with_record(chair=chair) if chair else event


def _with_length(analysis: Analysis, number: int, event: Candidate) -> Candidate:
    """The opening day made an interval where a sentence tells how long it lasts."""
    quote, sentence = event.record.evidence[0].quote, analysis.sentences[number]
    if event.record.date and lasting.winds_up(quote):
        whole = lasting.lengthened(analysis, sentence.start, sentence.end, When.parse(event.record.date), back=True)
        return event.with_record(date=whole.edtf) if whole else event
    if not event.record.date or not (lasting.opens(quote) or re.search(r"\bfrom\s+(?:today|\w+day)\b", quote)):
        return event
    whole = lasting.lengthened(analysis, sentence.start, sentence.end, When.parse(event.record.date))
    return event.with_record(date=whole.edtf) if whole else event


def _with_named(event: Candidate, persons: Iterable[Person], states: Iterable[str]) -> Candidate:
    record = event.record
    field = "participants" if record.status in _TAKES_PLACE else "invited"
    people = {one.name: one for one in record.persons}
    for one in persons:
        people.setdefault(one.name, Participant(one.name, one.office, one.state))
    return event.with_record(
        **{field: parties.unique((*getattr(record, field), *states)), "persons": tuple(people.values())}
    )


def _tells_who_came(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a sentence has a word of coming that is of the event: not "Russia chairs the SCO this year", nor what was told
    to reporters elsewhere."""
    if _TO_OTHERS.search(analysis.text, start, end) or _STANDING.search(analysis.text, start, end):
        return False
    return any(
        not presiding.LEADS_OTHERS.search(analysis.text, start, match.end())
        and not _NOT_TO.search(analysis.text, start, match.start())
        and not (_PRESIDES.match(match[0]) and _over_an_organization(analysis, match.end(), end))
        for match in _words(analysis.language).came.finditer(analysis.text, start, end)
    )


_NOT_TO = re.compile(r"\bnot\s+(?:to\s+)?$")
_OF_THE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?$")


_TELLING = re.compile(r"\b(?:said|says|told|reported|announced|according)\b")
# What leaders do without sitting together: "issued a joint communique", "called Mr Mugabe".
_ACT_APART = re.compile(
    r"\s+(?:(?:have|has|had|also|jointly|later)\s+){0,3}(?:issued|call(?:ed|s)|wrote|phoned|telephoned|stayed|refused|declined|boycott\w*|sent\s+(?:a\s+)?(?:letter|message|condolences)|threaten\w*|left)\b"
)


def _begins_with_those(analysis: Analysis, number: int) -> bool:
    """ "The leaders of Brazil, Russia and India will discuss …": those who meet, named by their states."""
    sentence = analysis.sentences[number]
    people = analysis.mentions_in(sentence.start, min(sentence.end, sentence.start + 60), "level_people")
    if not people:
        return False
    states = analysis.mentions_in(people[0].end, min(sentence.end, people[0].end + 60), "state")
    if len(states) < 2 or not _OF_THE.fullmatch(analysis.text, people[0].end, states[0].start):
        return False
    if _TELLING.search(analysis.text, sentence.start, people[0].start):
        return False
    return not _ACT_APART.match(after_list(analysis, states[0].end, sentence.end))


_STANDING = quick(
    r"\b(?:(?:are|is|remain|became)\s+(?:an?\s+)?observers?|that\s+status|(?:new\s+)?associate\s+members?|suspended\s+its|applied\s+for)\b",
    re.IGNORECASE,
)
_PRESIDES = re.compile(r"chairs?$|chaired$|presides?$|presided$", re.IGNORECASE)


def _over_an_organization(analysis: Analysis, position: int, end: int) -> bool:
    return any(
        re.fullmatch(r"\s+(?:over\s+)?(?:the\s+)?", analysis.text[position : one.start])
        for one in analysis.mentions_in(position, end, "org")
    )


def _takes_part(person: Person, analysis: Analysis, level: str, told: bool, may_speak: bool) -> bool:
    """Whether a sentence about the event puts a person at it: by saying who came, or by what one of those who meet said."""
    words = _words(analysis.language)
    office = (person.office or "").lower()
    title = re.split(r"[,;:.(]", analysis.text[max(0, person.from_ - 30) : person.start])[-1]
    if words.spokesmen.search(office) or words.spokesmen.search(title) or is_bygone(analysis, person.from_, person.end):
        return False
    if told:
        reports = only_reports(analysis, person.from_, person.end)
        return not reports and not _TO_OTHERS.match(analysis.text[person.end : person.end + 60])
    return may_speak and levels.fits(office, level, analysis.language)


_TO_OTHERS = re.compile(
    r"\s+(?:spoke|was\s+speaking)\s+to\s+(?:the\s+)?(?:[\w-]+\s+)?(?:reporters|journalists|press|media|attach[eé]s|parliament|lawmakers|television|state\s+television)",
    re.IGNORECASE,
)


# "Which has been left out since 2022", "the referendum scheduled for June 23", "in the twenty-first century".
_OF_ANOTHER = re.compile(
    r"\bsince\s+\S.*$|\b(?:scheduled|planned|set|slated|due|until|by)\s+(?:for\s+|on\s+|in\s+)?(?:the\s+)?\S.*$|[Cc]entury$"
)


def _other_time(analysis: Analysis, number: int, date: str | None) -> bool:
    """Whether a sentence speaks of a time that is not the event's."""
    sentence = analysis.sentences[number]
    for one in analysis.expressions_in(sentence.start, sentence.end):
        if _OF_ANOTHER.search(analysis.text, max(0, one.start - 24), one.end):
            continue
        when = analysis.resolve(one, Direction.PAST)
        if (
            when
            and when.lower
            and date
            and not when.may_overlap(When.parse(date))
            and one.kind not in ("time", "vague", "weekday")
        ):
            return True
    return False
