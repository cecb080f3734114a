"""Where reports of one event cannot all be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from comity.model.event import Event, Version
from comity.model.record import Place
from comity.model.when import When
from comity.resolving.claims import OVER
from comity.resolving.facets import SETTLED
from comity.resolving.gathering import is_same_name

# Of these one event has one; of other fields reports tell different sides.
_SINGLE = ("level", "edition", "chair", "host")
_STATE = re.compile(r"[A-Z]{3}")


class Contradiction(msgspec.Struct, frozen=True):
    """The `date`: 4 September, say two origins; 5 September, says one. `versions` has what was chosen first."""

    field: str
    versions: tuple[Version, ...]


def contradictions(event: Event) -> tuple[Contradiction, ...]:
    """The versions that exclude one another, by field.

    A vague date and an exact one in it do not, nor does what was planned and then moved.
    """
    found = {field: tuple(_against(field, event)) for field in ("date", "place", "mode", "status", *_SINGLE)}
    return tuple(
        Contradiction(field, (*_chosen(field, event), *against)) for field, against in found.items() if against
    )


def _against(field: str, event: Event) -> Iterator[Version]:
    for version in event.versions.get(field, ()):
        if _excludes(field, version, event) and (field == "status" or not _is_former_plan(field, version, event)):
            yield version


def _chosen(field: str, event: Event) -> tuple[Version, ...]:
    return tuple(one for one in event.versions.get(field, ()) if one.value == getattr(event, field))


def _excludes(field: str, version: Version, event: Event) -> bool:
    if field == "date":
        return isinstance(version.value, str) and _are_other_days(version.value, event.date)
    if field == "place":
        return isinstance(version.value, Place) and _is_elsewhere(version.value, event.place)
    if field == "mode":
        return {version.value, event.mode} == {"in_person", "online"}
    if field == "status":
        before = {step.status for step in event.history}
        return event.status in SETTLED and version.value in OVER and version.value not in before
    if field == "chair":
        return _is_another(str(version.value), str(event.chair))
    return bool(version.value != getattr(event, field))


def _is_former_plan(field: str, version: Version, event: Event) -> bool:
    """Whether it is told of what was yet to come, and the event came about otherwise or was moved since."""
    if event.status in SETTLED:
        return not set(version.documents) & _told_after(event)
    if field == "mode":
        return True
    if field != "date":
        return any(step.status == "postponed" for step in event.history)
    days = {step.date: step.as_of for step in event.history if step.date}
    return version.value in days and days[str(version.value)] != days.get(event.date or "")


def _told_after(event: Event) -> set[str]:
    """The reports that tell of it as held or ongoing: all, where none tells anything else."""
    told = event.versions.get("status")
    if told is None:
        return {one.document for one in event.reports}
    return {document for one in told if one.value in SETTLED for document in one.documents}


def _is_another(told: str, chosen: str) -> bool:
    """Of two people or two states; a state and the person who presides for it are one chair."""
    are_states = {bool(_STATE.fullmatch(one)) for one in (told, chosen)}
    return len(are_states) == 1 and not is_same_name(told, chosen)


def _are_other_days(told: str, chosen: str | None) -> bool:
    return chosen is not None and not When.parse(told).may_overlap(When.parse(chosen))


def _is_elsewhere(told: Place, chosen: Place) -> bool:
    if told.country and chosen.country and told.country != chosen.country:
        return True
    return bool(told.city and chosen.city) and (told.city or "").casefold() != (chosen.city or "").casefold()
