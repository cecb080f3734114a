"""Plans as calendars: windows with chair and host as tentative entries, and the days of a series of one's own."""

from __future__ import annotations

import msgspec

from comity.catalog.loaded import load_catalog
from comity.export.calendars import TENTATIVE, Calendar, Entry, Sessions, series_calendar
from comity.export.calendars.dating import moment
from comity.export.calendars.events import DOMAIN
from comity.export.plan_shapes import days_words
from comity.model.document import digest
from comity.model.plan import Coming, OwnPlan, Plan, PlannedSession
from comity.model.when import ONE_DAY


def plan_calendar(plan: Plan) -> Calendar:
    """The sessions of a series, and the next ones with who is expected to preside and host."""
    name = plan.series.titles.get("en") or plan.series.name
    made = series_calendar([Sessions(plan.series, tuple(one.window for one in plan.next))], name=name, as_of=plan.as_of)
    coming = {
        (one.window.start, one.window.last + ONE_DAY): one for one in plan.next if one.window.basis != "announced"
    }
    entries = [_with_chair(entry, coming.get((entry.start, entry.end))) for entry in made.entries]
    return msgspec.structs.replace(made, entries=tuple(entries))


def own_calendar(plan: OwnPlan) -> Calendar:
    """The planned sessions, all day and tentative: nobody has agreed on them yet."""
    return Calendar(name=plan.name, entries=tuple(_entry(plan, one) for one in plan.sessions))


def _with_chair(entry: Entry, coming: Coming | None) -> Entry:
    if coming is None or not any(name == "EXPECTED" for name, _ in entry.facts):
        return entry
    chair, host = (load_catalog().name(code) if code else "not known" for code in (coming.chair, coming.host))
    told = [f"Chair: {chair}", f"Host: {host}", *coming.because]
    sources = [f"Source: {source}" for source in coming.sources]
    facts = [(name, code) for name, code in (("CHAIR", coming.chair), ("COUNTRY", coming.host)) if code]
    return msgspec.structs.replace(
        entry, description="\n".join((entry.description, *told, *sources)), facts=(*entry.facts, *facts)
    )


def _entry(plan: OwnPlan, one: PlannedSession) -> Entry:
    told = [
        f"Invited: {', '.join(one.invited)}",
        *([f"Doubtful: {', '.join(one.doubtful)}"] if one.doubtful else []),
        *([f"Wished for {one.wished}; not taken:", *days_words(one.passed)] if one.passed else []),
        *(["Put up with:", *days_words(one.remaining)] if one.remaining else []),
        *one.expected,
    ]
    return Entry(
        uid=f"{digest('plan', plan.name, plan.expression, one.wished.isoformat())}@{DOMAIN}",
        start=one.first,
        end=one.last + ONE_DAY,
        summary=f"{plan.name}, session {one.number}",
        stamp=moment(plan.as_of),
        status=TENTATIVE,
        description="\n".join(told),
        location=load_catalog().name(one.host) if one.host else None,
        categories=(plan.level.replace("_", " "),),
        facts=(("WISHED", one.wished.isoformat()),),
    )
