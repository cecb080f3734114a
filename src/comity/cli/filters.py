"""The options that say which events are meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from comity.cli.options import DAY
from comity.model.record import EVENT_KINDS, EVENT_STATUSES, LEVELS

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--org",
        "orgs",
        multiple=True,
        metavar="NAME",
        help="Of this organization (code or name), as host or guest; if given again, of both.",
    ),
    click.option("--kind", type=click.Choice(EVENT_KINDS)),
    click.option("--level", metavar="LEVEL", type=click.Choice(LEVELS), help=f"One of {', '.join(LEVELS)}."),
    click.option("--status", metavar="STATUS", type=click.Choice(EVENT_STATUSES), help=f"{', '.join(EVENT_STATUSES)}."),
    click.option(
        "--state", metavar="NAME", help="A state (code or name) that takes part, is invited, hosts or chairs."
    ),
    click.option("--since", type=DAY, metavar="DATE", help="From this day on."),
    click.option("--until", type=DAY, metavar="DATE", help="Before this day."),
    click.option(
        "--as-of", type=DAY, metavar="DATE", help="As known on this day: from reports published on it or before."
    ),
)


def event_filters(command: F) -> F:
    """`--org`, `--kind`, `--level`, `--status`, `--state`, `--since`, `--until` and `--as-of`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
