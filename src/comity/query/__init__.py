"""Membership questions: expressions, sets with three values, answers with their sources, changes, profiles."""

from comity.query.answer import Answer, Answered, AnsweredOrganization, Reason, answer
from comity.query.changes import Change, changes
from comity.query.members import Members, members
from comity.query.profile import Chair, OrganizationProfile, StateProfile, chairs, listed, profile
from comity.query.standing import Truth

__all__ = [
    "Answer",
    "Answered",
    "AnsweredOrganization",
    "Chair",
    "Change",
    "Members",
    "OrganizationProfile",
    "Reason",
    "StateProfile",
    "Truth",
    "answer",
    "chairs",
    "changes",
    "listed",
    "members",
    "profile",
]
