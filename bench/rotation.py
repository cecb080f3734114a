"""How often the order of turns foretold who takes the chair, plainly and with the rule for those who let it pass.

Each change of the chair is foretold from the terms before it. "plain" is the bare order of the members of that day,
"rule" passes over who was not in yet, who presided a short while ago, who let the last turn pass, and who stands aside
by a decision that was known before. The first table has the last changes up to a year, the second all since the rule holds.

usage: python bench/rotation.py [CHANGES] [UP TO YEAR] [--why]     (default: 11 2025)
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from comity.catalog.loaded import load_catalog
from comity.catalog.rotations_file import load_rotation, rotations
from comity.planning.rotation import Trial, World, trials
from comity.query import members


def main(arguments: list[str]) -> None:
    numbers = [int(one) for one in arguments if one.isdigit()]
    count, until = (*numbers, 11, 2025)[:2] if len(numbers) != 1 else (numbers[0], 2025)
    found = {org: _trials(org) for org in rotations()}
    recent = {org: [one for one in own if one.day.year <= until][-count:] for org, own in found.items()}
    _tell(f"the last {count} changes up to {until}", recent)
    _tell("all changes since the rule holds", found)
    if "--why" in arguments:
        for own in found.values():
            for one in own:
                if one.actual not in (one.ruled, one.plain) or one.ruled != one.plain:
                    print(
                        f"{one.org} {one.day}: {one.actual}; plain {one.plain}, rule {one.ruled} ({'; '.join(one.because)})"
                    )


def _trials(org: str) -> Sequence[Trial]:
    rotation, catalog = load_rotation(org), load_catalog()
    return trials(rotation, catalog.chairs.get(org, ()), World(_members, catalog.name)) if rotation else ()


def _members(expression: str, day: date) -> frozenset[str]:
    found = members(expression, on=day)
    return (found.certain | found.possible) - found.non_states


def _tell(title: str, found: dict[str, Sequence[Trial]] | dict[str, list[Trial]]) -> None:
    print(f"{title}\n{'':16} changes  plain  rule")
    every = [one for own in found.values() for one in own]
    for org, own in (*found.items(), ("all", every)):
        plain, ruled = (sum(one.actual == getattr(one, which) for one in own) for which in ("plain", "ruled"))
        print(f"{org:16} {len(own):7} {plain:3}/{len(own):<3} {ruled:3}/{len(own):<3}")
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
