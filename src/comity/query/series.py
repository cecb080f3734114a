"""Series: what the catalogue tells of the sessions of a format, and the events of reports that belong to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from comity.catalog.loaded import load_names, load_sessions
from comity.model.event import Event
from comity.model.series import Kin, Series
from comity.query.editions import ORDER, WISHES, Calendar, joined, known

__all__ = ["WISHES", "all_series", "kin_of", "own_name", "slug"]

# Levels at which a meeting belongs to no format by itself: only a name of its own makes it one of a series.
NO_FORMAT = ("bilateral", "conference", "other", "experts")
KINDS = ("meeting", "exercise")
_YEAR_AT_END = re.compile(r"[\s\-–']*\(?(?:19|20)\d\d\)?$")
_Format = tuple[frozenset[str], str, str]


def all_series(
    events: Iterable[Event] = (), *, as_of: date, sessions: Sequence[Series] | None = None
) -> tuple[Series, ...]:
    """Every series, by name, as known on a day: those of the catalogue with the events that are their sessions,
    and those that only reports tell of.
    """
    found = [known(one, as_of) for one in (load_sessions() if sessions is None else sessions)]
    homes: dict[str, list[Event]] = {one.name: [] for one in found}
    strangers: dict[tuple[object, ...], list[Event]] = {}
    index = _Index(found)
    for event in events:
        if event.kind not in KINDS or event.status not in ORDER:
            continue
        home = index.home(event)
        if home is not None:
            homes[home.name].append(event)
        elif _makes_series(event):
            strangers.setdefault(_stranger(event), []).append(event)
    whole = [_with_events(one, homes[one.name]) for one in found]
    whole += [_made(of_one, {one.name for one in whole}) for _, of_one in sorted(strangers.items(), key=str)]
    return tuple(sorted(whole, key=lambda one: one.name))


def kin_of(series: Series, others: Iterable[Series]) -> tuple[Kin, ...]:
    """The joint meetings of nearly the same circle: of the same kind and level, with at least two of its organizations."""
    circle = _circle(series)
    if len(circle) < 2:
        return ()
    return tuple(
        Kin(one.name, one.editions)
        for one in others
        if one.name != series.name
        and (one.kind, one.level, one.series) == (series.kind, series.level, series.series)
        and len(circle & _circle(one)) >= 2
    )


def slug(text: str) -> str:
    """ "Peace Mission 2021" as "peace-mission": small letters, "-" between words, no year at the end."""
    plain = _YEAR_AT_END.sub("", text.strip())
    return "-".join(re.findall(r"\w+", plain.casefold().replace("_", " ")))


def own_name(series: Series) -> str:
    """What stands after the slash."""
    return series.name.rpartition("/")[2]


class _Index:
    """The series of the catalogue, found by format and by their own names."""

    def __init__(self, found: Sequence[Series]) -> None:
        self._formats: dict[_Format, list[Series]] = {}
        self._named: dict[str, list[Series]] = {}
        self._calendars = {one.name: Calendar(one.editions) for one in found}
        self._resolved: dict[str, str | None] = {}
        for one in found:
            self._formats.setdefault((_circle(one), one.level, one.kind), []).append(one)
            for name in {slug(own_name(one)), slug(one.series or ""), *map(slug, one.titles.values())} - {""}:
                self._named.setdefault(name, []).append(one)

    def home(self, event: Event) -> Series | None:
        """The series of the catalogue that an event belongs to; None where it has none."""
        if event.series and not self._is_format(event):
            named = self._by_name(event)
            return named or self._at_its_time(event)
        return self._at_its_time(event) or self._plain(event)

    def _by_name(self, event: Event) -> Series | None:
        text = event.series or ""
        found = self._named.get(slug(text), ())
        if not found and self._named:
            found = self._named.get(self._called(text) or "", ())
        fitting = [one for one in found if one.kind == event.kind and (not _orgs(event) or _circle(one) & _orgs(event))]
        return fitting[0] if len(fitting) == 1 else next((one for one in fitting if _circle(one) == _orgs(event)), None)

    def _called(self, text: str) -> str | None:
        """The own name of the series that bears a name in some language."""
        if text not in self._resolved:
            name = load_names().resolve(_YEAR_AT_END.sub("", text))
            self._resolved[text] = slug(name.code.rpartition("/")[2]) if name and name.kind == "series" else None
        return self._resolved[text]

    def _at_its_time(self, event: Event) -> Series | None:
        """The one of several series of a format (extraordinary, informal sessions) that has an edition at its time."""
        fitting = [one for one in self._of_format(event) if self._calendars[one.name].place_of(event) is not None]
        return next((one for one in fitting if _is_plain(one)), fitting[0] if fitting else None)

    def _plain(self, event: Event) -> Series | None:
        return next((one for one in self._of_format(event) if _is_plain(one)), None)

    def _of_format(self, event: Event) -> list[Series]:
        return self._formats.get((_orgs(event), event.level, event.kind), [])

    def _is_format(self, event: Event) -> bool:
        """Whether the name of the series is only that of the organization that meets: ADMM-Plus."""
        return event.series in _orgs(event)


def _circle(series: Series) -> frozenset[str]:
    return frozenset((*series.orgs, *series.guests))


def _orgs(event: Event) -> frozenset[str]:
    return frozenset((*event.orgs, *event.guests))


def _is_plain(series: Series) -> bool:
    return slug(own_name(series)) == slug(series.level)


def _makes_series(event: Event) -> bool:
    """Whether an event that the catalogue does not know is of a format: organizations, and a level or a name."""
    named = bool(event.series) and event.series not in _orgs(event)
    return bool(_orgs(event)) and (named or event.level not in NO_FORMAT)


def _stranger(event: Event) -> tuple[object, ...]:
    own = slug(event.series) if event.series and event.series not in _orgs(event) else ""
    # One exercise is told with more or fewer organizations; its name is what it goes by.
    circle = () if own and event.kind == "exercise" else tuple(sorted(_orgs(event)))
    return circle, "" if own else event.level, event.kind, own


def _with_events(series: Series, events: Sequence[Event]) -> Series:
    return msgspec.structs.replace(series, editions=joined(series.editions, events)) if events else series


def _made(events: Sequence[Event], taken: set[str]) -> Series:
    """A series that only reports tell of; named by the organizations as most reports have them, hosts first."""
    orgs, guests = Counter((one.orgs, one.guests) for one in sorted(events, key=lambda one: one.id)).most_common(1)[0][
        0
    ]
    first = min(events, key=lambda one: one.id)
    own = first.series if first.series and first.series not in _orgs(first) else None
    name = f"{'+'.join((*orgs, *guests))}/{slug(own or first.level)}"
    if name in taken:
        name = f"{name}-{first.kind}"
    return Series(
        name=name,
        kind=first.kind,
        level=first.level,
        orgs=orgs,
        guests=guests,
        series=own,
        editions=joined((), events),
    )
