"""Briefs in the forms in which they are handed on."""

from __future__ import annotations

from typing import Any

import msgspec

from comity.convening.brief_sheets import brief_sheet
from comity.convening.briefs import Brief
from comity.errors import UsageError
from comity.export.plan_shapes import plan_shape
from comity.export.promise_shapes import promise_shape
from comity.export.series_shapes import edition_shape
from comity.export.sheets import to_html, to_markdown

FORMS = ("md", "html", "json")


def brief_text(brief: Brief, form: str) -> str:
    """The brief as `md`, `html` or `json`. Raises UsageError."""
    if form not in FORMS:
        raise UsageError(f"unknown form {form!r}; there are {', '.join(FORMS)}")
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(brief_shape(brief))).decode() + "\n"
    return to_html(brief_sheet(brief)) if form == "html" else to_markdown(brief_sheet(brief))


def brief_shape(brief: Brief) -> dict[str, Any]:
    """`{"series", "as_of", "plan", "held": […], "promised": […], "members": […], "changes": […], "since"}`."""
    shape = {
        "series": brief.series.name,
        "as_of": brief.as_of,
        "plan": plan_shape(brief.plan),
        "held": [
            edition_shape(one.edition)
            | {
                "participants": one.event.participants if one.event else (),
                "persons": one.event.persons if one.event else (),
                "quotes": one.cited,
                "outcomes": one.decided,
            }
            for one in brief.held
        ],
        "promised": [promise_shape(one.promise) | {"overdue": one.late, "quotes": one.cited} for one in brief.promised],
        "members": brief.members,
        "changes": brief.changes,
        "since": brief.since,
    }
    built: dict[str, Any] = msgspec.to_builtins(shape)
    return built
