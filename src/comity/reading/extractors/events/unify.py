"""One report, one event, many mentions: what is the same is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

import msgspec

from comity.model.record import EventRecord
from comity.model.when import When
from comity.reading.clause import Analysis
from comity.reading.extractors.events import timing, worth
from comity.reading.extractors.events.attendance import with_attendance
from comity.reading.extractors.events.candidate import Candidate
from comity.reading.extractors.events.circumstances import of_one_occasion
from comity.reading.extractors.events.folding import folded, running
from comity.reading.extractors.events.sameness import same_event


def unify(analysis: Analysis, candidates: Iterable[Candidate]) -> list[EventRecord]:
    """Mentions of one event folded into its fullest record; one of them marked as the report's main event."""
    kept: list[Candidate] = []
    for one in candidates:
        candidate = _called_summit(one, kept)
        for at, other in _in_question(candidate, kept):
            if same_event(other, candidate, analysis.published):
                kept[at] = running(folded(other, candidate), candidate, analysis.published)
                break
        else:
            kept.append(candidate)
    kept = [one for one in kept if not _shadow(one, kept)]
    if not kept:
        return []
    main = _main(analysis, kept)
    kept[main] = _levelled(analysis, _dated(analysis, kept[main], kept))
    records = of_one_occasion([one.record for one in with_attendance(analysis, kept, main)])
    first = msgspec.structs.replace(records[main], main=True)
    return [first, *(one for at, one in enumerate(records) if at != main)]


_LEADERS = ("heads_of_state", "heads_of_government")


def _called_summit(candidate: Candidate, kept: Sequence[Candidate]) -> Candidate:
    """ "The summit has been put off": the meeting just told, where no summit of leaders has been."""
    record = candidate.record
    if not (candidate.back and kept) or candidate.trigger.form.lower() != "summit":
        return candidate
    if record.status not in ("postponed", "cancelled") or any(one.record.level in _LEADERS for one in kept):
        return candidate
    level = kept[-1].record.level
    if level == "bilateral" or set(kept[-1].record.orgs) != set(record.orgs):
        return candidate
    return msgspec.structs.replace(candidate.with_record(level=level), level_told=False)


def _in_question(candidate: Candidate, kept: Sequence[Candidate]) -> list[tuple[int, Candidate]]:
    """The events told so far, those first that a mention is likely to be of: "the summit" is the last one spoken of."""
    told = list(enumerate(kept))
    if not candidate.back:
        return told
    return sorted(told, key=lambda pair: -max(one.start for one in pair[1].record.evidence))


def _shadow(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    """A mention that says nothing of its own (no date, place or edition) of a format told elsewhere in full."""
    one = candidate.record
    if one.date or one.place.city or one.place.country or one.edition or candidate.apart or candidate.fresh:
        return False
    if candidate.sure and one.status not in ("held", "scheduled"):
        return False
    named = worth.names_the_gathering(candidate)
    planned = candidate.sure and one.status == "scheduled" and not named
    return any(
        other is not candidate
        and not (planned and other.record.status in ("held", "ongoing"))
        and other.record.kind == one.kind
        and (
            other.record.level == one.level
            or named
            or _is_untold(candidate)
            or (candidate.pointing and not candidate.own)
        )
        and (set(one.orgs) == set(other.record.orgs) if candidate.own else set(one.orgs) <= set(other.record.orgs))
        and (other.record.date or other.record.place.country)
        for other in others
    )


def _is_untold(candidate: Candidate) -> bool:
    """Whether a mention's level is only guessed: "a session", "the meeting"."""
    return candidate.record.level == "other" and not candidate.level_told


def _levelled(analysis: Analysis, main: Candidate) -> Candidate:
    """The main event with the level that the headline tells, where the text tells none."""
    if main.level_told or main.record.kind != "meeting":
        return main
    levels = [
        one.level
        for one in analysis.title_mentions
        if one.level and one.kind in ("level_people", "event_noun", "body", "level_nouns")
    ]
    return main.with_record(level=levels[0]) if levels else main


def _dated(analysis: Analysis, main: Candidate, others: Iterable[Candidate]) -> Candidate:
    """The report's main event with the day that its first words tell of, where it has none of its own."""
    if main.record.date or main.trigger.aside:
        return main
    when = None
    if main.record.status in ("held", "ongoing"):
        when = timing.day_of_lead(analysis, main.trigger)
    elif main.record.status == "scheduled":
        told = [one for other in others if other is not main for one in other.record.evidence]
        when = timing.day_of_plan(analysis, main.trigger, [(one.start, one.end) for one in told])
    return main.with_record(date=when.edtf, date_basis=when.basis.value) if when else main


def _main(analysis: Analysis, kept: Sequence[Candidate]) -> int:
    """Which event the report is about: one of the lead, and of those the one told most fully."""
    records = [one.record for one in kept]
    lead = {0, 1}
    titled = {one.org for one in analysis.title_mentions if one.org}
    starts = [one.evidence[0].start for one in records]
    paragraphs = [analysis.sentences[analysis.sentence_at(start)].paragraph for start in starts]
    first = min(paragraphs)

    def weight(at: int) -> tuple[int, ...]:
        one = records[at]
        named = bool(titled.intersection(one.orgs)) and one.status != "denied"
        told = sum(bool(part) for part in (one.date, one.place.country, one.orgs, one.edition, one.body, one.guests))
        return (
            int(paragraphs[at] - first in lead),
            int(not _long_past(analysis, one)),
            int(not kept[at].trigger.aside and not _is_aim(analysis, kept[at], kept)),
            int(named) + told + 2 * (len(one.evidence) > 1),
            -starts[at],
        )

    return max(range(len(records)), key=weight)


_AIM = re.compile(
    r"\b(?:for|discuss|finali[sz]e|review|prepare(?:\s+for)?|preparations\s+for|precedes?|preceding)\s+(?:the|an?|its|their|(?:next|this)\s+\w+['’]s)\s+(?:[\w’'-]+\s+){0,5}$"
)


def _is_aim(analysis: Analysis, one: Candidate, others: Iterable[Candidate]) -> bool:
    """Whether an event is told as that for which another one is: "a preparatory meeting for the 40th summit"."""
    trigger = one.trigger
    before = [
        other
        for other in others
        if other.trigger.sentence == trigger.sentence and other.trigger.end < trigger.start and other.record.orgs
    ]
    return bool(before) and _AIM.search(analysis.text, before[-1].trigger.end, trigger.start) is not None


def _long_past(analysis: Analysis, one: EventRecord) -> bool:
    """Whether an event is a report's background: more than two months before it."""
    if one.date is None or analysis.published is None:
        return False
    return When.parse(one.date).before(analysis.published - timedelta(days=60))
