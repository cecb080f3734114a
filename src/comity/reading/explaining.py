"""How a report was read, told in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.model.record import AnyRecord, EventRecord, MembershipRecord, Reading
from comity.reading.clause import Analysis
from comity.reading.mentions import Mention
from comity.reading.sentences import Sentence
from comity.reading.when import Direction

# What the kinds of mention are called by people who do not read our code.
_CALLED = {
    "org": "organization",
    "body": "organ",
    "series": "series",
    "state": "state",
    "adjective": "state",
    "metonym": "government",
    "city": "city",
    "office": "office",
    "institution": "institution",
    "level_people": "who meets",
    "level_nouns": "level",
    "event_noun": "word for an event",
    "event_verb": "word for meeting",
    "hosting": "word for hosting",
    "mode": "how it is held",
}


def explain(analysis: Analysis, reading: Reading) -> list[str]:
    """The lines of the explanation, sentence by sentence."""
    lines = []
    for number, sentence in enumerate(analysis.sentences, 1):
        lines.append(f"{number}. {analysis.text[sentence.start : sentence.end]}")
        lines += (f"   {line}" for line in _seen(analysis, sentence))
        lines += (f"   => {line}" for line in _read(reading.records, sentence))
        lines += (f"   not read: {one.reason}" for one in reading.unread if one.start == sentence.start)
    return lines


def _seen(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    names = [_named(analysis, one) for one in analysis.mentions_in(sentence.start, sentence.end) if one.kind in _CALLED]
    if names:
        yield "seen: " + "; ".join(names)
    for one in analysis.expressions_in(sentence.start, sentence.end):
        words = analysis.text[one.start : one.end]
        past, future = analysis.resolve(one, Direction.PAST), analysis.resolve(one, Direction.FUTURE)
        if past is None and future is None:
            yield f"date: {words!r} is left open"
        elif past == future or future is None or past is None:
            yield f"date: {words!r} is {past or future}"
        else:
            yield f"date: {words!r} is {past} if past, {future} if to come"


def _named(analysis: Analysis, one: Mention) -> str:
    code = one.org or one.code.partition("|")[0]
    written = analysis.text[one.start : one.end]
    told = f"{written} ({_CALLED[one.kind]}"
    return f"{told} {code})" if one.kind in ("org", "body", "series", "state", "adjective", "metonym") else f"{told})"


def _read(records: Sequence[AnyRecord], sentence: Sentence) -> Iterator[str]:
    for record in records:
        start = record.evidence[0].start
        if sentence.start <= start < sentence.end:
            yield f"{_told(record)} [{record.rule}]" if record.rule else _told(record)


def _told(record: AnyRecord) -> str:
    """One record in a line."""
    if isinstance(record, EventRecord):
        place = record.place.city or record.place.country or ("online" if record.mode == "online" else "")
        parts = [record.status, record.kind, record.level, " + ".join(record.orgs), record.date or "no date", place]
        return ", ".join(part for part in parts if part)
    if isinstance(record, MembershipRecord):
        change = f", {record.change}" if record.change else ""
        return f"membership: {record.state} {record.status} of {record.org}{change} ({record.verdict})"
    told = {
        name: getattr(record, name) for name in record.__struct_fields__ if name not in ("evidence", "rule", "kind")
    }
    return f"{record.kind}: " + ", ".join(str(value) for value in told.values() if value)
