"""Invitations: who belongs to what, from the questions on members, and what planning makes of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from comity.catalog.loaded import load_catalog, load_names
from comity.convening.asked import known_language
from comity.errors import UnknownNameError, UsageError
from comity.planning.attendance import Listed, read_list
from comity.planning.invitations import Invitation, InviteOptions
from comity.planning.invitations import invite as invite_roll
from comity.query.capacities import roll
from comity.query.days import to_day, today
from comity.query.shown import show
from comity.store import Store

# What is meant as a file, even where there is none: "St. Lucia, U.S." is not.
_FILE = re.compile(r".*/.*|[^,;]*\.[a-z]{2,4}")


class InviteQuestion(InviteOptions, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an invitation is asked for, in the reader's words: the host is "Uzbekistan" or UZB."""

    status: str = "member"


def invite(
    expression: str,
    *,
    on: date | str | None = None,
    question: InviteQuestion | None = None,
    listed: Listed | None = None,
) -> Invitation:
    """Who an expression invites on a day, compared with a list where there is one.

    Raises UsageError, and of its kinds ExpressionError, UnknownNameError and DateError.
    """
    asked, day = question or InviteQuestion(), today() if on is None else to_day(on)
    known_language(asked.language)
    options = InviteOptions(
        order=asked.order,
        host=_state(asked.host),
        host_place=asked.host_place,
        start=_state(asked.start),
        language=asked.language,
    )
    called = roll(expression, on=day, status=asked.status)
    return invite_roll(called, expression, on=day, catalog=load_catalog(), options=options, listed=listed)


def read_listed(told: str) -> Listed:
    """From a file with a name a line, or from the names themselves. Raises UsageError."""
    if _is_file(told):
        try:
            return read_list(Path(told).read_text("utf-8-sig").splitlines(), load_names(), origin=told)
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{told}: {error}; a list is a text file in UTF-8 with one name a line") from error
    if _FILE.fullmatch(told):
        raise UsageError(f"no file {told!r}; give a file with one name a line, or names with commas between them")
    return read_list(told.splitlines(), load_names(), origin="names")


def _is_file(told: str) -> bool:
    try:
        return Path(told).is_file()
    except OSError:
        return False  # a list of names may be too long for a path


def listed_of(store: Store, id: str) -> Listed:
    """Whom the reports of an event name as there. Raises UsageError where that is nobody, or the id is no event's."""
    event = show(store, id).event
    if event is None:
        raise UsageError(f"{id!r} is no event; `comity events` lists those of the database with their ids")
    # A chair is a person as often as a state; persons stand among the others.
    persons = (one.state for one in event.persons)
    states = load_catalog().states
    named = [code for code in (*event.participants, *persons, event.chair) if code in states]
    if not named:
        raise UsageError(f"event {event.id}: its reports name no state that took part; give a list with --compare")
    return Listed(origin=event.id, codes=tuple(dict.fromkeys(named)))


def _state(name: str | None) -> str | None:
    """The code of a state by any of its names. Raises UnknownNameError."""
    if name is None:
        return None
    names = load_names()
    found = names.resolve(name)
    if found is None or found.kind != "state":
        raise UnknownNameError("state", name, names.near(name, kind="state"))
    return found.code
