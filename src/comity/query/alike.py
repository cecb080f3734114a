"""Meetings of one format, and those among them that were held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from comity.model.event import Event
from comity.model.record import EventRecord
from comity.model.series import Edition, Series


class Archive(Protocol):
    """What was held, by format and time."""

    def held(self, like: EventRecord | Event, *, since: date, until: date) -> Iterable[Event]:
        """Events of the kind and level of `like` and one of its organizations, held or begun in a span of days."""

    def sessions(self, like: EventRecord | Event) -> Iterable[Edition]:
        """What the catalogue has of the format, whether or not a report tells of it."""


def same_format(one: EventRecord | Event, other: EventRecord | Event) -> bool:
    """The same organizations or states, whoever is host and whoever is guest, and the same series by name."""
    named = one.series == other.series or (one.kind != "exercise" and not (one.series and other.series))
    return _rank(one) == _rank(other) and named and _parties(one) == _parties(other) and bool(_parties(one))


def near_format(one: EventRecord | Event, other: EventRecord | Event) -> bool:
    """The same format, or an enlarged meeting of some of the same organizations and no others."""
    mine, others = _parties(one), _parties(other)
    enlarged = min(len(mine), len(others)) > 1 and (mine <= others or others <= mine)
    return same_format(one, other) or (_rank(one) == _rank(other) and enlarged and bool(one.orgs and other.orgs))


def is_session_of(series: Series, like: EventRecord | Event) -> bool:
    """Whether a series of the catalogue is that of the same format."""
    named = (
        (series.series or "").casefold() == (like.series or "").casefold()
        if like.kind == "exercise"
        else not series.series
    )
    return (
        (series.kind, series.level) == _rank(like)
        and named
        and frozenset((*series.orgs, *series.guests)) == _parties(like)
    )


def format_name(one: EventRecord | Event) -> str | None:
    """ "SCO+CSTO+CIS/defence-ministers"; of a series its own name: "SCO/peace-mission"."""
    orgs = "+".join((*one.orgs, *one.guests))
    if not orgs:
        return None
    return f"{orgs}/{(one.series or one.level).casefold().replace('_', '-').replace(' ', '-')}"


def _rank(one: EventRecord | Event) -> tuple[str, str]:
    return one.kind, one.level


def _parties(one: EventRecord | Event) -> frozenset[str]:
    return frozenset((*one.orgs, *one.guests)) or frozenset((*one.participants, *one.invited))
