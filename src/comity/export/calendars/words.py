"""Events in the words of a calendar: what stands in one line, where it is, and what leads back to the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from comity.model.event import Event, Step
from comity.model.record import Place
from comity.resolving.telling import Telling

Name = Callable[[str], str]
"""The name of a state or organization, by its code."""

ONLINE = "Videoconference"
# Of what hundreds of reports say the first are quoted; the rest is a number.
_MOST_QUOTED = 6
_LONGEST_QUOTE = 280
_MOST_STATES = 4
_SETTLED = ("held", "ongoing", "scheduled")


def summary_of(event: Event, name: Name, *, vague: bool = False) -> str:
    """ "SCO with CSTO, CIS: meeting of defence ministers (proposed)"; of a `vague` date no bar a month long tells the day."""
    who, what = _who(event, name), _what(event)
    marks = [event.status] * (event.status not in _SETTLED) + ["day unknown"] * vague
    mark = f" ({', '.join(marks)})" if marks else ""
    return f"{who}: {what}{mark}" if who else f"{what[0].upper()}{what[1:]}{mark}"


def _who(event: Event, name: Name) -> str:
    """The organizations; where it is of none, the states that meet."""
    if event.orgs or event.guests:
        guests = f" with {', '.join(event.guests)}" if event.guests else ""
        return f"{', '.join(event.orgs)}{guests}".strip()
    return ", ".join(map(name, event.participants)) if len(event.participants) <= _MOST_STATES else ""


def _what(event: Event) -> str:
    edition = f"{ordinal(event.edition)} " if event.edition else ""
    if event.series and event.series not in (*event.orgs, *event.guests):
        return edition + event.series
    if event.level in ("other", "bilateral", event.kind):
        return edition + event.kind
    return f"{edition}{event.kind} of {event.level.replace('_', ' ')}"


def ordinal(number: int) -> str:
    """ "1st", "22nd", "13th"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def place_words(place: Place, mode: str, name: Name) -> str | None:
    """ "Moscow, Russia"; of a meeting by video without a place, that."""
    parts = [part for part in (place.city, name(place.country) if place.country else None) if part]
    if parts and parts[0] == parts[-1]:
        parts = parts[:1]
    return ", ".join(parts) or (ONLINE if mode == "online" else None)


def description_of(event: Event, tellings: Sequence[Telling], name: Name, *, vague: str = "") -> str:
    """How the event stands, its path, who is in the chair, and the words of reports with their titles."""
    lines = [vague] if vague else []
    lines += [f"Status: {event.status}"]
    lines += [f"{label}: {told}" for label, told in _facts(event, name)]
    if len(event.history) > 1:
        lines.append("Path: " + " → ".join(map(_step, event.history)))
    return "\n".join((*lines, *_sources(event, tellings)))


def _facts(event: Event, name: Name) -> Iterator[tuple[str, str]]:
    if event.mode in ("online", "hybrid"):
        yield "Mode", event.mode
    for label, code in (("Chair", event.chair), ("Host", event.host)):
        if code:
            yield label, name(code)
    for label, codes in (("States named", event.participants), ("Invited", event.invited)):
        if codes:
            yield label, ", ".join(map(name, codes))


def _step(step: Step) -> str:
    """ "scheduled 2019-12-25 for 2020-07": the day of the report, and the date that it tells."""
    told = step.as_of or "(day unknown)"
    return f"{step.status} {told}" + (f" for {step.date}" if step.date and step.date != step.as_of else "")


def _sources(event: Event, tellings: Sequence[Telling]) -> Iterator[str]:
    """The words of each report once, the latest first."""
    if not tellings:
        return
    by_report: dict[str, Telling] = {}
    for one in sorted(tellings, key=_newness, reverse=True):
        by_report.setdefault(one.report.id, one)
    quoted = list(by_report.values())[:_MOST_QUOTED]
    yield ""
    yield f"Sources ({counted(len(by_report), 'report')}, {counted(event.origins, 'independent origin')}):"
    for one in quoted:
        yield f"“{shortened(one.record.evidence[0].quote) if one.record.evidence else ''}” ({_report(one)})"
    if len(by_report) > len(quoted):
        yield f"and {counted(len(by_report) - len(quoted), 'more report')}"


def _newness(telling: Telling) -> tuple[str, str]:
    return (telling.report.published.isoformat() if telling.report.published else "", telling.id)


def _report(telling: Telling) -> str:
    """ "Ministers meet in Moscow, Sputnik, 2020-09-04, https://…"; where a file stands is nobody's business."""
    one = telling.report
    day = one.published.isoformat() if one.published else None
    address = one.source if is_address(one.source) else None
    return ", ".join(part for part in (one.title, one.outlet or one.origin, day, address) if part) or "untitled"


def is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def shortened(quote: str) -> str:
    """On one line, cut at a word where it is long."""
    plain = " ".join(quote.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
