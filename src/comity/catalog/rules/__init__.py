"""The rules of the catalogue's format, one file a subject."""

from comity.catalog.rules.convening import of_protocols, of_work_weeks
from comity.catalog.rules.forms import across
from comity.catalog.rules.organizations import of_organization
from comity.catalog.rules.outlets import of_outlets, shared_names
from comity.catalog.rules.problem import Problem
from comity.catalog.rules.rotations import of_rotation
from comity.catalog.rules.sessions import of_sessions
from comity.catalog.rules.states import of_states

__all__ = [
    "Problem",
    "across",
    "of_organization",
    "of_outlets",
    "of_protocols",
    "of_rotation",
    "of_sessions",
    "of_states",
    "of_work_weeks",
    "shared_names",
]
