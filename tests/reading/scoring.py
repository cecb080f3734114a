"""Figures of a reading against its labels, over many reports: how much was found, and how much of it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from comity.model.record import (
    AnyRecord,
    ChairRecord,
    EventRecord,
    MembershipRecord,
    OutcomeRecord,
    StatementRecord,
    TallyRecord,
)
from comity.model.when import When

Row = dict[str, Any]
Read = Sequence[tuple[Row, tuple[AnyRecord, ...]]]
Pair = tuple[Row, EventRecord]
# So much must agree before two are taken for the same event.
_LEAST = 2.0


def figures(read: Read) -> dict[str, float]:
    """Every figure that has a floor, by its name."""
    aligned = [aligned_events(row["gold"].get("events", ()), _of(EventRecord, records)) for row, records in read]
    pairs = [pair for some in aligned for pair in some]
    known = {
        "events": _events(read, aligned),
        "main dates": _share(_day, [pair for pair in pairs if pair[0].get("main")]),
        "status": _share(lambda gold, got: gold["status"] == got.status, pairs),
        "level": _share(lambda gold, got: gold["level"] == got.level, pairs),
        "organizations": _share(lambda gold, got: set(gold["orgs"]) == set(got.orgs), pairs),
        "country": _share(_country, [pair for pair in pairs if pair[0]["place"]["country"] or pair[1].place.country]),
        "mode": _share(lambda gold, got: gold["mode"] == got.mode, [p for p in pairs if p[0]["mode"] != "unknown"]),
        "participants": _f1([(gold.get("participants") or (), got.participants) for gold, got in pairs]),
        "false events": _false_events(read),
    }
    return known | {name: _f1([(gold(row), got(records)) for row, records in read]) for name, gold, got in _KEYS}


def aligned_events(gold: Iterable[Row], got: Sequence[EventRecord]) -> list[Pair]:
    """Labelled and read events one to one, the most alike first."""
    alike = [(_likeness(one, other), at, to) for at, one in enumerate(gold) for to, other in enumerate(got)]
    labels, taken, used = list(gold), set[int](), set[int]()
    pairs: list[Pair] = []
    for likeness, at, to in sorted(alike, key=lambda one: (-one[0], one[1], one[2])):
        if likeness >= _LEAST and at not in taken and to not in used:
            taken.add(at)
            used.add(to)
            pairs.append((labels[at], got[to]))
    return pairs


def _likeness(gold: Row, got: EventRecord) -> float:
    formats = _formats(gold["orgs"], gold.get("guests")) == _formats(got.orgs, got.guests)
    day = 2.0 if _overlap(gold["date"], got.date) and gold["date"] else 0.0
    place = 0.5 if gold["place"]["country"] and gold["place"]["country"] == got.place.country else 0.0
    same: float = 1.0 * (gold["level"] == got.level) + 1.0 * formats + 0.25 * (gold["status"] == got.status)
    return same + day + place


def _events(read: Read, aligned: Sequence[list[Pair]]) -> float:
    """An event is found where level and organizations are right and the dates overlap."""
    hits = sum(_detected(gold, got) for pairs in aligned for gold, got in pairs)
    labels = sum(len(row["gold"].get("events", ())) for row, _ in read)
    given = sum(len(_of(EventRecord, records)) for _, records in read)
    return 2 * hits / (labels + given)


def _detected(gold: Row, got: EventRecord) -> bool:
    formats = _formats(gold["orgs"], gold.get("guests")) == _formats(got.orgs, got.guests)
    return gold["level"] == got.level and formats and _overlap(gold["date"], got.date)


def _formats(orgs: Iterable[str], guests: Iterable[str] | None) -> frozenset[str]:
    return frozenset([*orgs, *(guests or ())])


def _overlap(gold: str | None, got: str | None) -> bool:
    if not gold:
        return True
    return bool(got) and When.parse(gold).may_overlap(When.parse(got or ""))


def _day(gold: Row, got: EventRecord) -> bool:
    return bool(gold["date"] == got.date)


def _country(gold: Row, got: EventRecord) -> bool:
    return bool(gold["place"]["country"] == got.place.country)


def _share(right: Callable[[Row, EventRecord], bool], pairs: Sequence[Pair]) -> float:
    return sum(right(gold, got) for gold, got in pairs) / len(pairs)


def _false_events(read: Read) -> float:
    """Of the reports without an event, the share that one is read from."""
    without = [records for row, records in read if not row["gold"].get("events")]
    return sum(bool(_of(EventRecord, records)) for records in without) / len(without)


def _of(kind: type[Any], records: Iterable[AnyRecord]) -> list[Any]:
    return [one for one in records if isinstance(one, kind)]


def _f1(pairs: Iterable[tuple[Iterable[object], Iterable[object]]]) -> float:
    """Of labelled and read keys, each counted as often as it stands there."""
    hits = wanted = given = 0
    for gold, read in pairs:
        labels, left = list(gold), list(read)
        given += len(left)
        wanted += len(labels)
        for key in labels:
            if key in left:
                left.remove(key)
                hits += 1
    return 2 * hits / (wanted + given)


Keys = tuple[str, Callable[[Row], list[object]], Callable[[tuple[AnyRecord, ...]], list[object]]]
_KEYS: tuple[Keys, ...] = (
    (
        "memberships",
        lambda row: [(o["org"], o["state"], o["status"], o.get("change")) for o in row["gold"].get("memberships", ())],
        lambda records: [(o.org, o.state, o.status, o.change) for o in _of(MembershipRecord, records)],
    ),
    (
        "chairs",
        lambda row: [(o["org"], o["state"]) for o in row["gold"].get("chairs", ())],
        lambda records: [(o.org, o.state) for o in _of(ChairRecord, records)],
    ),
    (
        "tallies",
        lambda row: [(float(o["value"]), o["bound"], o.get("org")) for o in row["gold"].get("tallies", ())],
        lambda records: [(o.value, o.bound, o.org) for o in _of(TallyRecord, records)],
    ),
    (
        "outcomes",
        lambda row: [(o["type"], frozenset(o.get("orgs") or ())) for o in row["gold"].get("outcomes", ())],
        lambda records: [(o.type, frozenset(o.orgs)) for o in _of(OutcomeRecord, records)],
    ),
    (
        "speakers",
        lambda row: [o["speaker"].split()[-1] for o in row["gold"].get("statements", ())],
        lambda records: [o.speaker.split()[-1] for o in _of(StatementRecord, records)],
    ),
    (
        "contents",
        lambda row: [" ".join(o["content"].lower().split()[:6]) for o in row["gold"].get("statements", ())],
        lambda records: [" ".join(o.content.lower().split()[:6]) for o in _of(StatementRecord, records)],
    ),
)
