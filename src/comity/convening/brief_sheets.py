"""A brief as a sheet: every statement with its source, every quote as it stands in its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from comity.catalog.loaded import load_catalog
from comity.convening.briefs import Brief, Cited, Held, Membered, Promised
from comity.export.plan_sheets import coming_blocks, promise_words, source_link, state_words
from comity.export.sheets import Block, Bullets, Heading, Link, Quote, Sheet, Table
from comity.export.sheets.blocks import Words, words
from comity.model.promise import OUTCOMES
from comity.model.series import Edition
from comity.query import Change

_PROMISES = 12


def brief_sheet(brief: Brief) -> Sheet:
    """The brief, in the order in which it is read before a session."""
    title = brief.series.titles.get("en") or brief.series.name
    return Sheet(f"{title}: brief, on {brief.as_of}", tuple(_blocks(brief)))


def _blocks(brief: Brief) -> Iterator[Block]:
    yield from _standing(brief)
    yield Heading("Next session")
    yield from coming_blocks(brief.plan.next)
    yield Heading("Last sessions")
    yield from _last(brief)
    yield Heading("What is open")
    yield from _open(brief)
    yield Heading("What was promised, and what became of it")
    yield from _settled(brief)
    yield Heading("Members")
    yield from _members(brief)


def _standing(brief: Brief) -> Iterator[Block]:
    standing = brief.plan.standing
    late = f", {standing.overdue_days} days late" if standing.overdue_days is not None else ""
    since = f" since {standing.since}" if standing.since else ""
    yield words(f"{brief.series.name} is {standing.standing}{since}{late}.")
    yield Bullets(tuple(words(reason) for reason in standing.because))


def _last(brief: Brief) -> Iterator[Block]:
    if not brief.held:
        yield words("No session is known to have been held.")
    for one in brief.held:
        yield Heading(_session_words(one.edition), 3)
        yield Bullets(tuple(_session_facts(one)))
        yield from map(_quote, one.cited)
        if one.decided:
            yield words("Adopted or agreed, by these reports:")
            yield Bullets(
                tuple(words(f"{decided.type.replace('_', ' ')}: ", *_said(decided.cited)) for decided in one.decided)
            )


def _session_words(edition: Edition) -> str:
    number = f"No. {edition.number}, " if edition.number else ""
    where = ", ".join(part for part in (edition.place.city, edition.place.country) if part)
    by_video = "by video" if edition.mode == "online" else ""
    return ", ".join(part for part in (f"{number}{edition.date or 'day unknown'}", where, by_video) if part)


def _session_facts(one: Held) -> Iterator[Words]:
    if one.edition.chair:
        yield words(f"Chair: {state_words(one.edition.chair)}")
    if one.edition.moved_from:
        yield words(f"First set for {one.edition.moved_from}")
    yield words(_came(one))
    if one.edition.source:
        yield words("Source: ", source_link(one.edition.source))
    if one.event:
        documents = len({report.document for report in one.event.reports})
        yield words(
            f"Event {one.event.id}, from {_counted(documents, 'report')} of {_counted(one.event.origins, 'independent origin')}"
        )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _came(one: Held) -> str:
    """Who came, as far as reports tell."""
    if one.event is None:
        return "Who came: no report of it is in the database"
    states = (
        f"{len(one.event.participants)} states named: {', '.join(one.event.participants)}"
        if one.event.participants
        else ""
    )
    persons = ", ".join(
        f"{person.name} ({person.state or person.office or 'no office told'})" for person in one.event.persons
    )
    return f"Who came: {'; '.join(part for part in (states, persons) if part) or 'the reports name nobody'}"


def _open(brief: Brief) -> Iterator[Block]:
    still = [one for one in brief.promised if one.promise.outcome == "open"]
    if not still:
        yield words("No open promise is known.")
    for one in sorted(still, key=lambda one: not one.late):
        yield from _promise(one)


def _settled(brief: Brief) -> Iterator[Block]:
    counted = Counter(one.promise.outcome for one in brief.promised)
    if not counted:
        yield words("No report in the database tells of a promise about this series.")
        return
    yield words(", ".join(f"{counted[outcome]} {outcome}" for outcome in OUTCOMES if counted[outcome]) + ".")
    settled = [one for one in brief.promised if one.promise.outcome != "open"]
    for one in settled[-_PROMISES:]:
        yield from _promise(one)
    if len(settled) > _PROMISES:
        yield words(f"And {len(settled) - _PROMISES} older ones: `comity promises` lists all.")


def _promise(one: Promised) -> Iterator[Block]:
    outcome = one.promise.outcome
    yield Bullets(
        (words(*(() if outcome == "open" else (f"{outcome}: ",)), *promise_words(one.promise, one.late).parts),)
    )
    yield from map(_quote, one.cited)


def _members(brief: Brief) -> Iterator[Block]:
    yield Bullets(tuple(words(_member_words(one)) for one in brief.members))
    if brief.since is None:
        return
    if not brief.changes:
        yield words(f"Nobody joined, left or changed status since the last session, {brief.since}.")
        return
    yield words(f"Changes since the last session, {brief.since}:")
    yield Table(("when", "who", "what", "by"), tuple(map(_change, brief.changes)))


def _member_words(one: Membered) -> str:
    doubt = f"; doubtful: {', '.join(one.possible)}" if one.possible else ""
    return f"{one.org} ({load_catalog().name(one.org)}), {len(one.certain)} members: {', '.join(one.certain)}{doubt}"


def _change(one: Change) -> tuple[Words, ...]:
    path = " → ".join(part for part in (one.before, one.after) if part)
    what = f"{one.org}: {one.change.replace('_', ' ')} ({path})" + ("" if one.certain else ", not certain")
    return words(one.date), words(one.name), words(what), words("; ".join(reason.source for reason in one.because))


def _quote(cited: Cited) -> Quote:
    return Quote(cited.quote, _by(cited))


def _said(cited: Cited) -> tuple[str | Link, ...]:
    return f"“{' '.join(cited.quote.split())}” — ", _by(cited)


def _by(cited: Cited) -> Link:
    day = f", {cited.published}" if cited.published else ""
    return Link(f"{cited.by}{day} (report {cited.document[:8]})", cited.url)
