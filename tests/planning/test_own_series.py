"""Files that define a series of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from comity.errors import UsageError
from comity.planning.own_series import Hosts, OwnSeries, read_own_series

LEAST = "name: Own\ninvited: SCO\ncadence: {every: 6 months}\n"


def read(tmp_path: Path, content: str, name: str = "own.yaml") -> OwnSeries:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return read_own_series(path)


def test_the_least_that_a_file_tells(tmp_path: Path) -> None:
    found = read(tmp_path, LEAST)
    assert (found.name, found.invited, found.level, found.length) == ("Own", "SCO", "other", 1)
    assert (found.avoid.weekends, found.avoid.holidays, found.avoid.session_levels) == ("all", "all", ())


def test_all_that_a_file_can_tell(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        LEAST.replace("{every: 6 months}", "{every: 2 years, in: [march, 9], day: last friday, from: 2027-03}")
        + """status: any
level: defence-ministers
length: 2 days
may_move: {before: 1 week, after: 12}
avoid: {weekends: no, holidays: host, fasts: [ramadan], sessions: {within: 5 days}, days: [2027-05-09], tolerate: 2}
hosts: {states: [KAZ, RUS], first: RUS}
""",
    )
    assert (found.cadence.count, found.cadence.unit, found.cadence.months) == (2, "year", ("march", "9"))
    assert found.cadence.start == date(2027, 3, 1)
    assert (found.status, found.level, found.length, found.before, found.after) == (
        "any",
        "defence_ministers",
        2,
        7,
        12,
    )
    assert (found.avoid.weekends, found.avoid.holidays, found.avoid.fasts) == ("none", "host", ("ramadan",))
    assert (found.avoid.session_levels, found.avoid.session_days) == (("defence_ministers",), 5)
    assert (found.avoid.days, found.avoid.tolerate) == ((date(2027, 5, 9),), 2)
    assert found.hosts == Hosts(states=("KAZ", "RUS"), first="RUS")


def test_toml_tells_the_same(tmp_path: Path) -> None:
    toml = 'name = "Own"\ninvited = "SCO"\n[cadence]\nevery = "6 months"\n'
    assert read(tmp_path, toml, "own.toml") == read(tmp_path, LEAST)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name: Own\ncadence: {every: 1 year}\n", "invited: is missing"),
        ("name: Own\ninvited: SCO\n", "cadence: is missing"),
        (LEAST + "guests: UN\n", "'guests' is no field; known are name, invited"),
        (LEAST + "level: kings\n", "'kings' is none of heads_of_state"),
        (LEAST + "length: 3 months\n", "to be told in days or weeks"),
        (LEAST + "length: 0\n", "possible are 1 to 14 days"),
        (LEAST + "avoid: {weekends: sometimes}\n", "'sometimes' is none of all, host, none"),
        (LEAST + "avoid: {fasts: [lent]}\n", "'lent' is not known; known are ramadan"),
        (LEAST + "avoid: {days: [2027-02-30]}\n", "2027-02-30 is no day that exists"),
        (LEAST + "avoid: {days: [soon]}\n", "'soon' is no day that exists"),
        (LEAST + "avoid: {sessions: {levels: [kings]}}\n", "'kings' is none of"),
        (LEAST + "avoid: {tolerate: many}\n", "'many' is no number of states"),
        (LEAST + "avoid: [weekends]\n", "not keys with values"),
        (LEAST + "hosts: {first: KAZ}\n", "either an alphabet, such as ru, or a list of states"),
        (LEAST.replace("6 months", "often"), "'often' is no length of time; possible are 2 weeks, 6 months, 1 year"),
        (LEAST.replace("every: 6 months", "rule: FREQ=DAILY, every: 1 year"), "a rule stands alone"),
        ("- name: Own\n", "not keys with values"),
        ("name: [\n", "cannot be read"),
    ],
)
def test_a_slip_is_told_with_its_place_and_what_is_possible(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(UsageError) as told:
        read(tmp_path, content)
    assert words in str(told.value)
    assert "own.yaml" in str(told.value)


def test_a_broken_toml_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"own\.toml: cannot be read"):
        read(tmp_path, "name = ", "own.toml")


def test_an_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"absent\.yaml: cannot be read"):
        read_own_series(tmp_path / "absent.yaml")
