"""Membership questions: expressions, sets with three values, answers with their sources, changes, profiles, panels."""

from comity.query.answer import Answer, Answered, AnsweredOrganization, Doubted, Reason, answer
from comity.query.changes import Change, changes
from comity.query.events import in_order, wanted_events
from comity.query.members import Members, members
from comity.query.panel import StateYear, panel
from comity.query.profile import (
    Chair,
    OrganizationProfile,
    Statement,
    StateProfile,
    chairs,
    listed,
    memberships,
    profile,
)
from comity.query.standing import Truth

__all__ = [
    "Answer",
    "Answered",
    "AnsweredOrganization",
    "Chair",
    "Change",
    "Doubted",
    "Members",
    "OrganizationProfile",
    "Reason",
    "StateProfile",
    "StateYear",
    "Statement",
    "Truth",
    "answer",
    "chairs",
    "changes",
    "in_order",
    "listed",
    "members",
    "memberships",
    "panel",
    "profile",
    "wanted_events",
]
