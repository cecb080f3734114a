"""Summits of two organizations that one name joins: "the joint Arab-Islamic summit", "the EU-African Union Summit"."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.catalog.loaded import load_catalog
from comity.reading.clause import Analysis
from comity.reading.extractors.events.triggers import Trigger
from comity.reading.mentions import Mention

_PAIR = re.compile(
    r"(?P<one>(?-i:[A-Z])\w+)(?:\s*[-–—/]\s*|\s+and\s+(?:the\s+)?)(?P<two>(?-i:[A-Z])\w+)\s+"
    r"(?:(?:extra-?ordinary|emergency|joint|ordinary|special|annual|consultative|urgent)\s+){0,2}$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*[-–—/]\s*")
_REACH = 70


def joined(analysis: Analysis, trigger: Trigger) -> tuple[str, ...]:
    """The two organizations of a name like "Arab-Islamic summit", each known as "Arab summit" and "Islamic summit"."""
    pair = _PAIR.search(analysis.text, max(trigger.from_, trigger.start - _REACH), trigger.start)
    if pair is None:
        return ()
    own = _own_names(analysis.language)
    noun = trigger.form.lower()
    codes = [own.get(f"{pair[part].lower()} {noun}") for part in ("one", "two")]
    return tuple(dict.fromkeys(code for code in codes if code)) if all(codes) else ()


def of_series(mention: Mention) -> tuple[str, ...]:
    """The organizations that a series' own names join: the AU's "EU-AU Summit" is also the EU's."""
    return _both_named(mention.code) if mention.kind == "series" else ()


@lru_cache(maxsize=8)
def _own_names(language: str) -> dict[str, str]:
    """What an organization's organs are called by themselves: "arab summit" is the LAS."""
    catalog = load_catalog()
    return {
        name.lower(): org.code
        for org in catalog.organizations.values()
        for body in org.bodies
        for name in body.own_names.get(language, ())
    }


@lru_cache(maxsize=512)
def _both_named(code: str) -> tuple[str, ...]:
    org, _, series = code.partition("/")
    catalog = load_catalog()
    known = catalog.organizations.get(org)
    for one in known.series if known else ():
        for name in one.names.get("en", ()) if one.code == series else ():
            parts = _JOINED.split(name.rpartition(" ")[0])
            codes = [part for part in parts if part in catalog.organizations]
            if len(parts) == len(codes) == 2:
                return tuple(codes)
    return ()
