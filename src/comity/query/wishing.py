"""Hopes that meetings become regular, accessions that are promised, and promises in people's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from statistics import median

from comity.catalog.load import ROOT
from comity.catalog.loaded import load_catalog
from comity.catalog.yaml_file import read_yaml, texts
from comity.model.event import Event
from comity.model.membership import Membership
from comity.model.record import EventRecord
from comity.model.when import When
from comity.query.alike import Archive, near_format
from comity.query.coming import PATIENCE, Verdict

# Two more meetings make a custom, if the last of them is not long ago by the measure of their own intervals.
_CUSTOM = 2
_LONG = 1.5
_YEAR = 365
_SAME = timedelta(15)


@lru_cache(maxsize=8)
def _pattern(wish: str) -> re.Pattern[str]:
    """The words for a wish in all languages, which do not look alike."""
    forms = [
        form
        for path in sorted((ROOT / "wishes").glob("*.yaml"))
        for form in texts(read_yaml(path, f"wishes/{path.name}").get(wish), f"wishes/{path.name}: {wish}")
    ]
    return re.compile("|".join(forms), re.IGNORECASE)


def is_for_custom(words: str) -> bool:
    """ "that such enlarged meetings will become regular"."""
    return _pattern("regular").search(words) is not None


def is_for_joining(words: str) -> bool:
    """ "to admit Timor-Leste as the 11th member"."""
    return _pattern("join").search(words) is not None


def judge_custom(
    like: EventRecord, made: date | None, *, again: Iterable[date], archive: Archive, as_of: date
) -> Verdict:
    """Whether meetings of a format became regular after a day; `again` are the days on which others wished it, too."""
    if made is None:
        return Verdict("open", "the report has no day to count from")
    held = _held_after(like, made, archive, as_of)
    days = _each_once([day for _, day in held], _sessions_after(like, made, archive, as_of))
    told = f"{len(days)} more held, the last on {days[-1]}" if days else "none held since"
    last = held[-1][0].id if held else None
    if len(days) >= _CUSTOM and _goes_on(made, days, as_of):
        return Verdict("kept", told, days[-1].isoformat(), last)
    if later := sorted(day for day in again if day > made):
        return Verdict("repeated", f"not regular ({told}); wished again on {later[0]}", None, last)
    if as_of <= max([made, *days]) + PATIENCE:
        return Verdict("open", told, None, last)
    return Verdict("lapsed", f"{told}; never became regular", None, last)


def _each_once(told: Sequence[date], known: Iterable[date]) -> list[date]:
    """Days of meetings; a session that the catalogue has near one that reports tell of is the same."""
    return sorted([*told, *(day for day in known if all(abs(day - one) > _SAME for one in told))])


def _sessions_after(like: EventRecord, made: date, archive: Archive, as_of: date) -> list[date]:
    days = [When.parse(one.date).lower for one in archive.sessions(like) if one.date]
    return [day for day in days if day and made < day <= as_of]


def _goes_on(made: date, days: Sequence[date], as_of: date) -> bool:
    gaps = [(later - earlier).days for earlier, later in zip([made, *days], days, strict=False)]
    return (as_of - days[-1]).days <= _LONG * max(median(gaps), _YEAR)


def _held_after(like: EventRecord, made: date, archive: Archive, as_of: date) -> list[tuple[Event, date]]:
    """Those held later, by day; a meeting of which no day is known does not count."""
    since = made + timedelta(1)
    found = [one for one in archive.held(like, since=since, until=as_of + timedelta(1)) if near_format(like, one)]
    dated = [(one, When.parse(one.date).lower) for one in found if one.date]
    return sorted(((one, day) for one, day in dated if day and since <= day <= as_of), key=lambda pair: pair[1])


def judge_joining(org: str, state: str, made: date | None, *, due: When | None = None, as_of: date) -> Verdict:
    """Whether the catalogue has a state as a member later on, and in time."""
    starts = [one.start for one in load_catalog().memberships.get(org, ()) if _is_member(one, state)]
    later = [one for one in starts if one and one.lower and (made is None or not one.before(made))]
    joined = min(later, key=lambda one: (one.lower or date.max, one.edtf), default=None)
    if joined is None or joined.after(as_of):
        return _waiting(made, as_of, f"{state} is no member of {org} by the catalogue")
    is_late = due is not None and joined.after(due)
    because = f"{state} is a member of {org} from {joined.edtf}, by the catalogue"
    return Verdict("late" if is_late else "kept", because, joined.edtf)


def _is_member(one: Membership, state: str) -> bool:
    return (one.state, one.status, one.aspect) == (state, "member", "legal")


def judge_words(made: date | None, *, as_of: date) -> Verdict:
    """A promise about which no later report can be asked."""
    return _waiting(made, as_of, "no report tells what came of it")


def _waiting(made: date | None, as_of: date, because: str) -> Verdict:
    is_open = made is None or as_of <= made + PATIENCE
    return Verdict("open" if is_open else "lapsed", because)
