"""Events for a person's eyes: as a list, or one with its path, its origins, what is contested, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from comity.cli.tables import (
    add_row,
    head_of,
    orgs_of,
    plain,
    print_out,
    print_reading,
    records_table,
    table_of,
    what_of,
    where_of,
)
from comity.model.event import Event, Origin, Step
from comity.model.judgement import Judgement
from comity.query.shown import Shown, value_text

# Of what hundreds of reports say the first show who says it; the rest is a number.
_MOST_NAMED = 6


def print_events(events: Iterable[Event]) -> None:
    table = table_of("id", "status", "what", "organizations", "when", "where", "reports", "origins")
    for event in events:
        told = len({mention.document for mention in event.reports})
        add_row(
            table,
            event.id[:8],
            event.status,
            what_of(event),
            orgs_of(event),
            event.date or "unknown",
            where_of(event.place, event.mode),
            str(told),
            str(event.origins),
        )
    print_out(table if table.row_count else "no such events")


def print_shown(shown: Shown) -> None:
    """An event, record or report with the words and where they stand."""
    if shown.reading:
        print_reading(shown.reports[0], shown.reading)
        return
    if shown.event:
        _print_event(shown.event, shown)
    for told in shown.records:
        print_out(head_of(shown.report_of(told)))
        print_out(records_table([told.record]))


def _print_event(event: Event, shown: Shown) -> None:
    head = (
        event.status,
        what_of(event),
        orgs_of(event),
        event.date or "at an unknown time",
        where_of(event.place, event.mode),
    )
    reports = len({mention.document for mention in event.reports})
    counted = f"{_counted(reports, 'report')} of {_counted(event.origins, 'independent origin')}"
    print_out(Text(plain(" · ".join(part for part in head if part)), style="bold"))
    print_out(Text(f"event {event.id}, from {counted}", style="dim"))
    for line in (*_path(event), *_told_by(event)):
        print_out(Text(plain(line)))
    _print_versions(event, shown)
    for judgement in shown.judgements:
        print_out(Text(plain(f"judged {judgement_text(judgement)}"), style="yellow"))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _path(event: Event) -> Iterator[str]:
    if len(event.history) > 1:
        yield "path: " + " → ".join(map(_step, event.history))


def _step(step: Step) -> str:
    """ "scheduled 2019-12-25 for 2020-07": the day of the report, and the date that it tells."""
    told = step.as_of or "(day unknown)"
    return f"{step.status} {told}" + (f" for {step.date}" if step.date and step.date != step.as_of else "")


def _told_by(event: Event) -> Iterator[str]:
    if not event.origin_details:
        return
    named = event.origin_details[:_MOST_NAMED]
    rest = len(event.origin_details) - len(named)
    yield "told by: " + "; ".join(map(_origin, named)) + (f"; and {rest} more" if rest else "")
    countries = {one.country for one in event.origin_details}
    if len(event.origin_details) > 1 and len(countries) == 1 and None not in countries:
        yield f"told by one side only: {countries.pop()}"


def _origin(origin: Origin) -> str:
    facts = ", ".join(part for part in (origin.country, origin.control) if part)
    return f"{origin.name} ({facts})" if facts else origin.name


def _print_versions(event: Event, shown: Shown) -> None:
    if not event.versions:
        return
    table = table_of("reports differ on", "told", "by", "who says so")
    for field, versions in event.versions.items():
        for number, version in enumerate(versions):
            outlets = list(dict.fromkeys(map(shown.outlet_of, version.documents)))
            rest = f" and {len(outlets) - _MOST_NAMED} more" if len(outlets) > _MOST_NAMED else ""
            add_row(
                table,
                "" if number else field.replace("_", " "),
                value_text(version.value),
                _counted(version.origins, "origin"),
                ", ".join(outlets[:_MOST_NAMED]) + rest,
            )
    print_out(table)


def judgement_text(judgement: Judgement) -> str:
    """ "correct date = "2020-09-04" by Ana on 2026-11-25: the ministry's own page says so"."""
    change = f" {judgement.field}" if judgement.field else ""
    value = f" = {judgement.value}" if judgement.value is not None else ""
    why = f": {judgement.why}" if judgement.why else ""
    return f"{judgement.kind}{change}{value} by {judgement.by} on {judgement.at:%Y-%m-%d}{why}"
