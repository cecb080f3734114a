"""Events as a calendar: each with its days, how firm it is, how often that changed, and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from comity.export.calendars.dating import Days, days_of, moment
from comity.export.calendars.entry import CANCELLED, CONFIRMED, TENTATIVE, Calendar, Entry
from comity.export.calendars.properties import conference_of
from comity.export.calendars.words import Name, description_of, is_address, place_words, summary_of
from comity.model.event import Event
from comity.model.record import Place
from comity.resolving.telling import Telling

Position = tuple[float, float]
"""Degrees of latitude and longitude."""

DOMAIN = "comity"
STATUSES = {
    **dict.fromkeys(("held", "ongoing", "scheduled"), CONFIRMED),
    **dict.fromkeys(("proposed", "hoped", "postponed"), TENTATIVE),
    **dict.fromkeys(("cancelled", "denied"), CANCELLED),
}
_OFF = ("postponed", "cancelled", "denied")
Told = Mapping[str, Sequence[Telling]]
Positions = Mapping[Place, Position]


def event_calendar(
    events: Iterable[Event], *, name: str, told: Told | None = None, positions: Positions | None = None
) -> Calendar:
    """Those that have a first day, in the order given; the others are counted.

    `told` has, by the event's id, what each report says of it, `positions` where places are; without them, those of the catalogue.
    """
    from comity.catalog.loaded import load_catalog, load_positions

    named, found = load_catalog().name, list(events)
    places = load_positions() if positions is None else positions
    made = [_entry(event, (told or {}).get(event.id, ()), places, named) for event in found]
    entries = tuple(one for one in made if one is not None)
    return Calendar(name=name, entries=entries, left_out=len(found) - len(entries))


def title_of(wanted: Mapping[str, object]) -> str:
    """ "Comity: SCO, defence ministers": what was asked for, as the name of a calendar."""
    told = [_in_words(value) for name, value in wanted.items() if value and name not in ("since", "until", "document")]
    return f"Comity: {', '.join(told)}" if told else "Comity"


def _in_words(value: object) -> str:
    parts = [value] if isinstance(value, str) or not isinstance(value, Iterable) else value
    return " with ".join(str(part).replace("_", " ") for part in parts)


def _entry(event: Event, tellings: Sequence[Telling], positions: Positions, name: Name) -> Entry | None:
    days, is_off = days_of(event.date), _is_off(event)
    if days is None and is_off:
        days = _last_set(event)
    if days is None:
        return None
    first, last = _told_between(event, tellings)
    uid = f"{event.id}@{DOMAIN}"
    return Entry(
        uid=uid,
        start=days.start,
        end=days.end,
        summary=summary_of(event, name, vague=bool(days.vague)),
        stamp=moment(last or days.start),
        created=None if first is None else moment(first),
        status=CANCELLED if is_off else status_of(event.status, days),
        sequence=sequence_of(event),
        description=description_of(event, tellings, name, vague=days.vague),
        location=place_words(event.place, event.mode, name),
        geo=positions.get(event.place),
        url=_address(tellings),
        conference=conference_of(uid) if event.mode in ("online", "hybrid") else None,
        categories=(*event.orgs, *event.guests, event.kind, event.level.replace("_", " ")),
        facts=tuple(_facts(event)),
    )


def _is_off(event: Event) -> bool:
    """Whether it will not be on its days: called off, or put off from the day that it has to no other."""
    before = {step.date for step in event.history if step.status != "postponed"}
    return event.status in _OFF and (event.status != "postponed" or event.date is None or event.date in before)


def _last_set(event: Event) -> Days | None:
    """The days that were set last for what will not be then: who has the entry must learn that it does not hold."""
    return next((days for step in reversed(event.history) if (days := days_of(step.date))), None)


def status_of(status: str, days: Days) -> str:
    """Confirmed is what was held or is set for a day; a month, and what is proposed or hoped, is tentative."""
    found = STATUSES[status]
    return TENTATIVE if found == CONFIRMED and days.vague else found


def sequence_of(event: Event) -> int:
    """How often its date or status changed, by reports or by a person: later versions have higher numbers."""
    steps = [(step.status, step.date) for step in event.history]
    return sum(one != other for one, other in pairwise(steps)) + len(event.judged)


def _told_between(event: Event, tellings: Sequence[Telling]) -> tuple[date | None, date | None]:
    """The days on which it was told first and last, as far as its reports have days."""
    days = [one.report.published for one in tellings if one.report.published]
    days = days or [date.fromisoformat(step.as_of) for step in event.history if step.as_of]
    return min(days, default=None), max(days, default=None)


def _address(tellings: Sequence[Telling]) -> str | None:
    """Where the latest report stands that has an address."""
    found = [(str(one.report.published), one.report.source) for one in tellings if is_address(one.report.source)]
    return max(found)[1] if found else None


def _facts(event: Event) -> Iterable[tuple[str, str]]:
    """What a calendar has no property for, so that nothing is lost on the way."""
    told = {
        "DATE": event.date,
        "STATUS": event.status,
        "KIND": event.kind,
        "LEVEL": event.level,
        "ORGS": " ".join(event.orgs),
        "GUESTS": " ".join(event.guests),
        "MODE": event.mode,
        "CITY": event.place.city,
        "COUNTRY": event.place.country,
        "CHAIR": event.chair,
        "SERIES": event.series,
        "EDITION": event.edition,
    }
    return ((name, str(value)) for name, value in told.items() if value)
