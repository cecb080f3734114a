"""Organizations that come to the meeting of another one: as guests, as observers, by the head of their secretariat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.mentions import Mention
from comity.reading.person import Person
from comity.reading.quick import quick

# Those whose heads come everywhere, and who are members where they sit at the table, are told apart by their own words.
_EVERYWHERE = ("UN", "UNSC")
_PRESENT = quick(
    r"\b(?:(?:also\s+)?(?:attend(?:ed|s|ing)?|took\s+part|takes?\s+part|taking\s+part|participat(?:ed|es|ing)|joined|joins?|joining)|"
    r"(?:was|were|is|are)\s+(?:also\s+)?(?:present|there|represented|at\s+the\s+table|among)|among\s+(?:the\s+|his\s+)?(?:guests|those|participants|them)|"
    r"as\s+(?:an?\s+)?(?:special\s+)?(?:guests?|observers?)|guests?\s+(?:were|was|included?)|in\s+attendance)\b",
    re.IGNORECASE,
)
_AS_GUESTS = re.compile(r"\bguests?\b", re.IGNORECASE)
_CAME = re.compile(
    r"^\s*(?:\([^)]{2,12}\)\s*)?,?\s*(?:(?:was|were|is|are|has\s+been|have\s+been|will\s+be)\s+(?:also\s+|both\s+)?(?:represented|there|present|invited)|"
    r"(?:also\s+)?(?:attended|joined|took\s+part|sent\s+(?:observers|representatives|envoys))|as\s+(?:an?\s+)?(?:guests?|observers?)\b)",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    r"\s*(?:\([^)]{2,12}\)\s*)?(?:,\s*(?:and\s+)?|\s+and\s+|\s+as\s+well\s+as\s+)(?:of\s+)?(?:the\s+)?"
)
_REPRESENTING = re.compile(
    r"\b(?:representatives|delegates|officials|observers|guests|envoys|delegations)\s+(?:of|from)\s+(?:the\s+)?(?:[^.;]{0,80}(?:,|\band)\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)


def with_guests(analysis: Analysis, number: int, event: Candidate) -> Candidate:
    """The event with organizations told to have been there: "the CIS was represented by its deputy secretary-general"."""
    if not event.record.orgs:
        return event
    sentence = analysis.sentences[number]
    found = guests_in(analysis, sentence.start, sentence.end, event.record.orgs)
    return event.with_record(guests=tuple(dict.fromkeys((*event.record.guests, *found))))


def guests_in(analysis: Analysis, start: int, end: int, hosts: Sequence[str]) -> Iterator[str]:
    """The organizations that a stretch of text tells to have come to a meeting of others."""
    mentions = analysis.mentions_in(start, end, "org", "body")
    if not mentions or not _PRESENT.search(analysis.text, start, end):
        return
    for one in mentions:
        if one.org is None or one.org in hosts or _is_of(one.org, hosts):
            continue
        person = analysis.people.at(one.start)
        came = _comes(analysis, one, mentions, end) or bool(_REPRESENTING.search(analysis.text[start : one.start]))
        if person is not None:
            called_so = one.org not in _EVERYWHERE or _AS_GUESTS.search(analysis.text, start, end)
            came = bool(called_so) and _speaks_for(analysis, person, one)
        if came:
            yield one.org


def _comes(analysis: Analysis, one: Mention, mentions: Sequence[Mention], end: int) -> bool:
    """Whether a verb of coming follows the organization or the list that it stands in: "the EU and the OSCE attended"."""
    position = one.end
    for other in mentions:
        if other.start > position and _IN_A_ROW.fullmatch(analysis.text, position, other.start):
            position = other.end
    return bool(_CAME.match(analysis.text[position:end]))


def _speaks_for(analysis: Analysis, person: Person, org: Mention) -> bool:
    """Whether the person is of the organization and was there, rather than telling of it."""
    after = analysis.text[max(person.end, person.to) : person.end + 60]
    return person.state is None and not re.match(
        r"[\s,]*(?:\w+\s+)?(?:said|told|announced|added|stated|noted)\b", after
    )


def _is_of(code: str, hosts: Sequence[str]) -> bool:
    """Whether an organization sits in another as a member, as the EU does in the G20."""
    known = load_catalog().memberships
    return any(one.state == code and one.status == "member" for host in hosts for one in known.get(host, ()))
