"""Plans as sheets: when the next sessions are, who presides and hosts, and why."""

from __future__ import annotations

from collections.abc import Iterator

from comity.catalog.loaded import load_catalog
from comity.export.plan_shapes import days_words
from comity.export.sheets import Block, Bullets, Heading, Link, Sheet, Table
from comity.export.sheets.blocks import Words, words
from comity.model.membership import Source
from comity.model.plan import Coming, OwnPlan, Plan, PlannedSession
from comity.model.promise import Promise
from comity.model.series import Window


def plan_sheet(plan: Plan) -> Sheet:
    """The plan of a series."""
    title = plan.series.titles.get("en") or plan.series.name
    return Sheet(f"{title}: what comes next, on {plan.as_of}", tuple(_plan_blocks(plan)))


def own_plan_sheet(plan: OwnPlan) -> Sheet:
    """The plan of a series of one's own."""
    return Sheet(f"{plan.name}: plan, on {plan.as_of}", tuple(_own_blocks(plan)))


def coming_blocks(coming: tuple[Coming, ...]) -> Iterator[Block]:
    """The next sessions as a table, and below it the reasons with their sources."""
    if not coming:
        yield words("No session can be foretold: too few are known, or the series has lapsed.")
        return
    rows = tuple(
        (
            words(window_words(one.window)),
            words(state_words(one.chair)),
            words(_place(one)),
            words(_certainty(one.window)),
        )
        for one in coming
    )
    yield Table(("when", "chair", "host", "how sure"), rows)
    yield Bullets(tuple(_reasons(one) for one in coming))


def promise_words(promise: Promise, late: bool) -> Words:
    """ "RUS, Vladimir Putin, on 2020-11-10: make the meetings regular (open: none held since)"."""
    by = ", ".join(part for part in (promise.by, promise.person) if part) or "not told by whom"
    due = f", due {promise.due}" if promise.due else ""
    overdue = "overdue; " if late else ""
    return words(f"{by}, on {promise.made_on or 'an unknown day'}: {promise.what}{due} ({overdue}{promise.because})")


def state_words(code: str | None) -> str:
    """ "Pakistan (PAK)"; a dash where nobody is known."""
    return f"{load_catalog().name(code)} ({code})" if code else "—"


def source_link(source: Source) -> Link:
    told = ", ".join(part for part in (source.publisher, source.title) if part)
    return Link(told, source.url)


def window_words(window: Window) -> str:
    """ "2027-06-22 to 2027-12-26, around 2027-08-28"."""
    days = f"{window.start}" if window.start == window.last else f"{window.start} to {window.last}"
    return days if window.basis == "announced" else f"{days}, around {window.expected}"


def _plan_blocks(plan: Plan) -> Iterator[Block]:
    standing = plan.standing
    late = f", {standing.overdue_days} days late" if standing.overdue_days is not None else ""
    yield words(f"{plan.series.name} is {standing.standing}{late}.")
    yield Bullets(tuple(words(reason) for reason in standing.because))
    yield Heading("Next sessions")
    yield from coming_blocks(plan.next)
    yield Heading("Open promises")
    if plan.open_promises:
        yield Bullets(tuple(promise_words(one, one.id in plan.late) for one in plan.open_promises))
    else:
        yield words("None is known.")


def _own_blocks(plan: OwnPlan) -> Iterator[Block]:
    yield words(f"Invited: {plan.expression}.")
    if plan.unknown_holidays:
        yield words(f"The holidays of {', '.join(plan.unknown_holidays)} are not known.")
    rows = tuple(
        (words(str(one.number)), words(session_days(one)), words(state_words(one.host))) for one in plan.sessions
    )
    yield Table(("no.", "when", "host"), rows)
    for one in plan.sessions:
        yield Heading(f"Session {one.number}: {session_days(one)}", 3)
        yield words(f"{len(one.invited)} states: {', '.join(one.invited)}")
        if one.doubtful:
            yield words(f"Doubtful: {', '.join(one.doubtful)}")
        if one.passed:
            yield words(f"The cadence wishes {one.wished:%A} {one.wished}; not taken:")
            yield Bullets(tuple(map(words, days_words(one.passed))))
        if one.remaining:
            yield words("Put up with:")
            yield Bullets(tuple(map(words, days_words(one.remaining))))
        yield from (words(f"{told}.") for told in one.expected)


def session_days(one: PlannedSession) -> str:
    """ "Friday 2027-03-12 to Saturday 2027-03-13"."""
    first = f"{one.first:%A} {one.first}"
    return first if one.first == one.last else f"{first} to {one.last:%A} {one.last}"


def _place(one: Coming) -> str:
    return ", ".join(part for part in (one.city, one.host and state_words(one.host)) if part) or "—"


def _certainty(window: Window) -> str:
    return "announced" if window.basis == "announced" else f"{window.probability:.0%}"


def _reasons(one: Coming) -> Words:
    parts: list[str | Link] = [f"{one.window.expected}: {'; '.join(one.because)}"]
    for at, source in enumerate(one.sources):
        parts += [" — " if at == 0 else ", ", source_link(source)]
    return words(*parts)
