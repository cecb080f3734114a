"""A year's plan as a page that prints on one sheet, with the list of its sessions and their sources below it on a screen."""

from __future__ import annotations

from collections.abc import Iterator

from comity.errors import UsageError
from comity.export.year_plan.svg import told, year_plan_svg
from comity.export.year_plan.view import Bar, YearPlan

PAPERS = {"A4": (297, 210), "A3": (420, 297)}
"""Width and height of a sheet that lies on its long side, in millimetres."""
_MARGIN = 8
_STYLE = """
body{{margin:1rem auto;max-width:1120px;font:14px/1.4 'DejaVu Sans',Arial,sans-serif;color:#1b1f24;background:#fff}}
svg{{width:100%;height:auto}}table{{border-collapse:collapse;width:100%}}
td,th{{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #d0d7de}}
@page{{size:{paper} landscape;margin:{margin}mm}}
@media print{{body{{margin:0;max-width:none}}svg{{width:{wide}mm;height:{high}mm}}.list{{display:none}}
*{{-webkit-print-color-adjust:exact;print-color-adjust:exact}}}}
"""


def year_plan_page(plan: YearPlan, *, paper: str = "A4") -> str:
    """One page of HTML that asks for nothing from anywhere. Raises UsageError for an unknown size of paper."""
    if paper not in PAPERS:
        raise UsageError(f"unknown paper {paper!r}; there are {', '.join(PAPERS)}")
    width, height = PAPERS[paper]
    # A little less than the sheet: a rounding must not cost a second one.
    style = _STYLE.format(paper=paper, margin=_MARGIN, wide=width - 2 * _MARGIN, high=height - 2 * _MARGIN - 2)
    title = told(f"{plan.organization}: {plan.year}")
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{title}</title><style>{style}</style></head><body>",
            year_plan_svg(plan),
            *_list(plan),
            "</body></html>\n",
        )
    )


def year_plan_file(plan: YearPlan, name: str) -> str:
    """What belongs in a file of this name: the picture alone in one that ends in .svg, else the page."""
    return year_plan_svg(plan) if name.lower().endswith(".svg") else year_plan_page(plan)


def _list(plan: YearPlan) -> Iterator[str]:
    if not plan.bars:
        yield '<p class="list">No session of this year is known or expected.</p>'
        return
    yield '<table class="list"><thead><tr><th>when</th><th>session</th><th>where</th><th>how firm</th><th>source</th></tr></thead>'
    yield "<tbody>"
    for bar in plan.bars:
        yield f"<tr>{''.join(f'<td>{told(cell)}</td>' for cell in _cells(bar))}</tr>"
    yield "</tbody></table>"


def _cells(bar: Bar) -> tuple[str, ...]:
    days = f"{bar.start}" if bar.start == bar.last else f"{bar.start} to {bar.last}"
    firm = f"{bar.standing} ({bar.note})" if bar.note and bar.note != bar.standing else bar.standing
    return days, bar.title, bar.place or "", firm, bar.source or ""
