"""Compares the catalogue with the Correlates of War IGO data, version 3 (state-year, to 2014), and writes every difference.

usage: python tools/compare_with_cow.py igo_year_format3.rda [--write docs/reference/cow-differences.md]

The data are those of the public package igoR (data/igo_year_format3.rda); they are read for the check and never kept.
Needs pyreadr and pandas beside the project. A difference without a reason in `cow_reasons.yaml` makes the exit code 1.

How a year is compared: the data set counts a state as a member in a year where it was one on some day of it; so do we,
with the statements that hold on some day of the year in any version. 1 is full member, 2 associate, 3 observer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from comity.catalog.load import Catalog
from comity.catalog.loaded import load_catalog
from comity.model.when import When

REASONS = Path(__file__).with_name("cow_reasons.yaml")
# Their name of an organization: ours, and its years.
ORGANIZATIONS = {
    "CIS": ("CIS", 1991, 2014),
    "CSTO": ("CSTO", 2002, 2014),
    "SCO": ("SCO", 1996, 2014),
    "NATO": ("NATO", 1949, 2014),
    "EEC": ("EU", 1958, 1992),
    "EU": ("EU", 1993, 2014),
    "OSCE": ("OSCE", 1973, 2014),
    "ASEAN": ("ASEAN", 1967, 2014),
    "AU": ("AU", 2002, 2014),
    "LOAS": ("LAS", 1945, 2014),
    "GCC": ("GCC", 1981, 2014),
}
STATUS = {"member": 1, "associate": 2, "observer": 3}
# Their column names that are not our English name in small letters without spaces.
COLUMNS = {
    "usa": "USA", "uk": "GBR", "wgermany": "DEU", "egermany": "DDR", "nyemen": "YEM", "syemen": "YMD", "yugoslaviaserb": "SRB", "czechrep": "CZE",
    "czechoslovakia": "CSK", "fyromacedonia": "MKD", "bosnia": "BIH", "uae": "ARE", "sokorea": "KOR", "nokorea": "PRK", "etimor": "TLS",
    "congobrazz": "COG", "zaire": "COD", "ivorycoast": "CIV", "capeverde": "CPV", "car": "CAF", "eqguinea": "GNQ", "guineabissau": "GNB",
    "swaziland": "SWZ", "myanmar": "MMR", "saotome": "STP", "svietnam": "VDR", "turkey": "TUR", "domrepublic": "DOM", "marshallis": "MHL",
    "micronesiafs": "FSM", "solomonis": "SLB", "stkitts": "KNA", "stlucia": "LCA", "stvincent": "VCT", "wsamoa": "WSM", "soafrica": "ZAF",
    "sosudan": "SSD", "trinidad": "TTO", "antiguabarbuda": "ATG", "gambia": "GMB", "laos": "LAO",
}  # fmt: skip
# One column of theirs is a state and those that it continues.
CONTINUED = {"RUS": ("RUS", "SUN"), "SRB": ("SRB", "SCG", "YUG")}
# Columns that are no states, and states that ended before the organizations began.
NO_STATES = frozenset(
    [
        "austriahungary",
        "baden",
        "bavariaelect",
        "hanover",
        "hesseelect",
        "hessegrand",
        "mecklenburg",
        "modena",
        "papalstates",
        "parma",
        "saxony",
        "tuscany",
        "twosicilies",
        "wurtenburg",
        "korea",
        "zanzibar",
        "sdate",
        "deaddate",
        "dead",
        "integrated",
        "replaced",
        "longorgname",
        "ionum",
        "igocode",
        "version",
        "accuracyofpre1965membershipdates",
        "sourcesandnotes",
        "imputed",
        "political",
        "social",
        "economic",
    ]
)


def main(arguments: list[str]) -> int:
    rows = list(differences(read(Path(arguments[0])), load_catalog()))
    reasons = yaml.safe_load(REASONS.read_text("utf-8")) if REASONS.exists() else {}
    lines = [_line(row, reasons) for row in rows]
    unexplained = sum("UNEXPLAINED" in line for line in lines)
    if "--write" in arguments:
        Path(arguments[arguments.index("--write") + 1]).write_text(_page(lines), "utf-8")
    else:
        print("\n".join(lines))
    print(f"{len(rows)} differences, {unexplained} unexplained", file=sys.stderr)
    return 1 if unexplained else 0


def read(path: Path) -> dict[tuple[str, str, int], int]:
    """(organization, state, year) to their value, for the organizations compared."""
    import pyreadr

    frame: Any = next(iter(pyreadr.read_r(str(path)).values()))
    names = {_plain(state.name()): code for code, state in load_catalog().states.items()}
    found: dict[tuple[str, str, int], int] = {}
    for _, row in frame[frame["ioname"].isin(list(ORGANIZATIONS))].iterrows():
        code, first, last = ORGANIZATIONS[row["ioname"]]
        year = int(row["year"])
        for column in frame.columns[3:]:
            if column in NO_STATES:
                continue
            state = COLUMNS.get(column) or names[column]
            value = row[column]
            if first <= year <= last and value == value and int(value) in (0, 1, 2, 3):
                found[code, state, year] = max(int(value), found.get((code, state, year), 0))
    return found


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalpha())


def ours(catalog: Catalog, org: str, state: str, year: int) -> int:
    """The fullest status on some day of the year in any version; 0 for none."""
    period = When.days(date(year, 1, 1), date(year + 1, 1, 1))
    held = [
        STATUS[one.status]
        for one in catalog.memberships[org]
        if one.state in CONTINUED.get(state, (state,))
        and one.aspect == "legal"
        and one.status in STATUS
        and _holds(one.start, one.end, period)
    ]
    return min(held, default=0)


def _holds(start: When | None, end: When | None, period: When) -> bool:
    return (start is None or not start.after(period)) and (
        end is None or not (end.upper and period.lower and end.upper <= period.lower)
    )


def differences(
    theirs: dict[tuple[str, str, int], int], catalog: Catalog
) -> Iterator[tuple[str, str, int, int, int, int]]:
    """(organization, state, first year, last year, their value, ours), years in a row joined."""
    found: list[tuple[str, str, int, int, int, int]] = []
    for (org, state, year), value in sorted(theirs.items()):
        mine = ours(catalog, org, state, year)
        if mine == value:
            continue
        if found and found[-1][:2] == (org, state) and found[-1][3] == year - 1 and found[-1][4:] == (value, mine):
            found[-1] = (*found[-1][:3], year, value, mine)
        else:
            found.append((org, state, year, year, value, mine))
    yield from found


def _line(row: tuple[str, str, int, int, int, int], reasons: dict[str, str]) -> str:
    org, state, first, last, theirs, mine = row
    years = str(first) if first == last else f"{first}-{last}"
    reason = (
        reasons.get(f"{org} {state} {years}")
        or reasons.get(f"{org} {state}")
        or reasons.get(f"{org} *")
        or "UNEXPLAINED"
    )
    words = {0: "none", 1: "member", 2: "associate", 3: "observer"}
    return f"| {org} | {state} | {years} | {words[theirs]} | {words[mine]} | {reason} |"


def _page(lines: list[str]) -> str:
    head = (__doc__ or "").split("usage:")[0].strip()
    return (
        "# Differences from the Correlates of War IGO data\n\n"
        + head
        + "\nMade by `python tools/compare_with_cow.py`; the reasons are in `tools/cow_reasons.yaml`.\n"
        + "The data set counts by the year and ends in 2014; a year counts where a state was in on some day of it.\n\n"
        + "| organization | state | years | their value | ours | why |\n| --- | --- | --- | --- | --- | --- |\n"
        + "\n".join(lines)
        + "\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
