"""A printable plan of an organization's year: as a page and as a picture."""

from comity.export.year_plan.page import PAPERS, year_plan_file, year_plan_page
from comity.export.year_plan.svg import year_plan_svg
from comity.export.year_plan.view import Bar, Term, YearPlan, year_plan

__all__ = ["PAPERS", "Bar", "Term", "YearPlan", "year_plan", "year_plan_file", "year_plan_page", "year_plan_svg"]
