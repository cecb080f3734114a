"""Formats: which organizations a gathering is of, where names overlap or are not given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from comity.catalog.cue_files import load_cues
from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.quick import quick

_AD_HOC = quick(
    r"\b(?:trilateral|three-way|three-party|three-sided|tripartite|quadrilateral|four-way|four-party|quadripartite|five-party|five-way)\b",
    re.IGNORECASE,
)
_THOSE_OF = re.compile(
    r"\b(?:leaders|presidents|ministers|secretaries|diplomats|premiers|heads\s+of\s+(?:state|government))\s+of\s+(?:the\s+)?[A-Z]",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def members(code: str) -> frozenset[str]:
    """The states that a format is of: those in its code, else its members in the catalogue."""
    if re.fullmatch(r"[A-Z]{3}(?:-[A-Z]{3})+", code):
        return frozenset(code.split("-"))
    return frozenset(one.state for one in load_catalog().memberships.get(code, ()) if one.status == "member")


@lru_cache(maxsize=512)
def _is_format(code: str) -> bool:
    known = load_catalog().organizations.get(code)
    return known is None or known.kind == "format"


def without_parts(orgs: Iterable[str]) -> tuple[str, ...]:
    """Without a format that another one contains: a C5+1 summit "with the presidents of Central Asia" is of C5+1 alone."""
    codes = tuple(dict.fromkeys(orgs))
    return tuple(one for one in codes if not any(_contains(other, one) for other in codes if other != one))


def _contains(whole: str, part: str) -> bool:
    if whole.startswith((f"{part}+", f"{part} Plus")):
        return True  # "ASEAN and its partners in the ASEAN+3"
    return _is_format(part) and bool(members(part)) and members(part) < members(whole)


@lru_cache(maxsize=512)
def home(code: str, language: str = "en") -> tuple[str, str] | None:
    """The organization and level of a format that is named by them: the ASEAN Defence Ministers' Meeting-Plus."""
    catalog = load_catalog()
    known = catalog.organizations.get(code)
    if known is None or known.kind != "format":
        return None
    owner, _, rest = known.name("en").partition(" ")
    if owner not in catalog.organizations or owner == code:
        return None
    for level, words in load_cues(language, "levels")["levels"].items():
        if any(rest.lower().startswith(people) for people in words.get("people", ())):
            return owner, level
    return None


_OF_PAPER = re.compile(
    r"\s+(?:memorandum|agreement|statement|declaration|treaty|accord|cooperation|trade|project|partnership)\b"
)


def is_ad_hoc(analysis: Analysis, trigger: Trigger) -> bool:
    """Whether the gathering is called by the number of its sides: "a trilateral meeting"."""
    return any(
        not _OF_PAPER.match(analysis.text, one.end())
        for one in _AD_HOC.finditer(analysis.text, trigger.from_, trigger.to)
    )


def named_by_states(analysis: Analysis, trigger: Trigger, states: Sequence[str]) -> tuple[str, ...]:
    """A format without a name, by its states: "the trilateral summit of Russia, Mongolia and China" is RUS-MNG-CHN."""
    if not 3 <= len(states) <= 8:
        return ()
    words = analysis.text[trigger.from_ : trigger.to]
    if not (_AD_HOC.search(words) or _THOSE_OF.search(words)):
        return ()
    return of_states(states)


def of_states(states: Sequence[str]) -> tuple[str, ...]:
    """The known format of just these states, else one named by them."""
    for code, known in load_catalog().organizations.items():
        if known.kind == "format" and members(code) == set(states):
            return (code,)
    return ("-".join(states),) if len(states) <= 6 else ()
