"""What folding reports into events costs as their number grows, and what a day's reports cost then.

usage: python bench/folding.py [--only sqlite|postgresql] RECORDS...

Reports are made up, one record each: about 2,000 formats (organizations by level, pairs of states) over twenty years,
few events with very many reports and many with one, 3 % of dates vague, some wrong by days, some meetings postponed.
Each size is kept and folded by a program of its own, whose memory is its own; then 1,000 reports of one day are added and
folded. How long each step took is told on the error channel. PostgreSQL is a server of its own in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from comity.model.document import Document
from comity.model.record import EventRecord, Place, Reading
from comity.store import Store

ROOT = Path(__file__).parents[1]
FIRST, DAYS = date(2005, 1, 1), 20 * 365
ORGS, STATES, FORMATS = 40, 60, 2_000
LEVELS = ("heads_of_state", "heads_of_government", "foreign_ministers", "defence_ministers", "experts", "parliamentary")
TOGETHER, DAILY = 200, 1_000
# How far the number of reports of an event falls off, and the most that one has.
FALL, MOST = 1.7, 400

Told = tuple[Document, Reading]
Format = tuple[tuple[str, ...], tuple[str, ...], str, tuple[str, ...]]
"""Organizations, guests, level, states."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--at", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.at:
        print(json.dumps(_measured(given.at, given.sizes[0])))
        return
    print(f"{'store':10} {'records':>10} {'kept/s':>8} {'folded/s':>9} {'to the first':>13} ", end="")
    print(f"{'events':>9} {'most memory, MB':>16} {'a day more, s':>14}")
    for kind in ("sqlite", "postgresql"):
        if given.only in (None, kind):
            _compare(kind, given.sizes)


def _compare(kind: str, sizes: list[int]) -> None:
    from tests.postgresql import running

    first: float | None = None
    with running(54_999) if kind == "postgresql" else nullcontext() as server:
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                place = server.new_database() if server else f"{folder}/folding.db"
                got = _run(place, size)
            cost = got["folding"] / size
            first = first or cost
            print(f"{kind:10} {size:10,} {size / got['keeping']:8,.0f} {1 / cost:9,.0f} {cost / first:13.2f} ", end="")
            print(f"{got['events']:9,.0f} {got['memory']:16,.0f} {got['daily']:14.1f}", flush=True)


def _run(place: str, size: int) -> dict[str, float]:
    command = [sys.executable, __file__, str(size), "--at", place]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _measured(place: str, size: int) -> dict[str, float]:
    seconds: dict[str, float] = {}
    with Store.open(place) as store:
        seconds["keeping"] = _timed(lambda: _keep(store, made_up(size)))
        steps = _Steps()
        seconds["folding"] = _timed(lambda: store.fold(steps))
        steps.tell()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        events = sum(1 for _ in store.events())
        _keep(store, one_day())
        seconds["daily"] = _timed(lambda: store.fold(steps))
        steps.tell()
    return seconds | {"memory": memory, "events": events}


class _Steps:
    """Which step took how long, on the error channel."""

    def __init__(self) -> None:
        self._since = time.perf_counter()
        self._spent: dict[str, float] = {}

    def __call__(self, step: str, done: int, total: int) -> None:
        now = time.perf_counter()
        self._spent[step] = self._spent.get(step, 0.0) + now - self._since
        self._since = now

    def tell(self) -> None:
        sys.stderr.write("  " + ", ".join(f"{step} {spent:.1f} s" for step, spent in self._spent.items()) + "\n")
        self._spent, self._since = {}, time.perf_counter()


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def _keep(store: Store, reports: Iterator[Told]) -> None:
    while some := list(islice(reports, TOGETHER)):
        store.add_all(some)


def made_up(size: int) -> Iterator[Told]:
    """So many reports, always the same ones, in no order of time."""
    chance = random.Random(4)
    formats = _formats(chance)
    number = 0
    while number < size:
        met, day = chance.choice(formats), FIRST + timedelta(chance.randrange(DAYS))
        for record, published in islice(_tellings(chance, met, day), size - number):
            yield _report(f"r{number:07}", record, published, chance)
            number += 1


def one_day() -> Iterator[Told]:
    """A thousand reports published on one day: of meetings of that week, and of what is to come."""
    chance = random.Random(5)
    formats = _formats(random.Random(4))
    today = FIRST + timedelta(DAYS)
    for number in range(DAILY):
        met = formats[min(int(chance.paretovariate(0.6)) - 1, len(formats) - 1)]
        held = chance.random() < 0.7
        day = today - timedelta(chance.randrange(3)) if held else today + timedelta(chance.randrange(200))
        yield _report(f"d{number:04}", _record(chance, met, day, "held" if held else "scheduled"), today, chance)


def _formats(chance: random.Random) -> list[Format]:
    orgs = [f"O{number:02}" for number in range(ORGS)]
    states = [f"S{chr(65 + number // 26)}{chr(65 + number % 26)}" for number in range(STATES)]
    found: list[Format] = [((org,), (), level, ()) for org in orgs for level in LEVELS]
    found += [(tuple(pair[:1]), tuple(pair[1:]), chance.choice(LEVELS), ()) for pair in _pairs(chance, orgs, 60)]
    return found + [((), (), "bilateral", tuple(pair)) for pair in _pairs(chance, states, FORMATS - len(found))]


def _pairs(chance: random.Random, of: list[str], many: int) -> list[list[str]]:
    return [sorted(chance.sample(of, 2)) for _ in range(many)]


def _tellings(chance: random.Random, format: Format, day: date) -> Iterator[tuple[EventRecord, date]]:
    """The reports of one event, with the days on which they are published."""
    reports = min(int(chance.paretovariate(FALL - 1)), MOST)
    planned = day - timedelta(chance.randrange(20, 200)) if chance.random() < 0.02 else day
    for _ in range(reports):
        if chance.random() < 0.3:
            yield _record(chance, format, planned, "scheduled"), planned - timedelta(chance.randrange(1, 60))
        else:
            yield _record(chance, format, day, "held"), day + timedelta(chance.choice((0, 0, 0, 1, 1, 2, 30)))
    if planned != day:
        yield _record(chance, format, planned, "postponed"), planned - timedelta(5)


def _record(chance: random.Random, format: Format, day: date, status: str) -> EventRecord:
    orgs, guests, level, states = format
    told = day.isoformat()
    if chance.random() < 0.03:
        told = told[: chance.choice((4, 7, 7))]
    elif chance.random() < 0.01:
        told = (day + timedelta(chance.choice((-3, -1, 1, 7)))).isoformat()
    city = f"City {day.toordinal() % 97}" if chance.random() < 0.6 else None
    place = Place(city, f"S{chr(65 + day.toordinal() % 26)}A") if city else Place()
    fields = {"kind": "meeting", "status": status, "level": level, "orgs": orgs, "guests": guests}
    return EventRecord(evidence=(), rule="made up", date=told, place=place, participants=states, **fields)  # type: ignore[arg-type]


def _report(id: str, record: EventRecord, published: date, chance: random.Random) -> Told:
    words = " ".join(f"word{chance.randrange(5000)}" for _ in range(60))
    told = Document(
        id, f"{id}.txt", words, outlet=f"Outlet {chance.randrange(300)}", published=published, language="en"
    )
    import msgspec

    return told, Reading((msgspec.structs.replace(record, evidence=(told.quote(0, 40),)),))


if __name__ == "__main__":
    main()
