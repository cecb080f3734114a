"""Who carried a report and whose it is, from addresses and datelines."""

from __future__ import annotations

import re

import msgspec

from comity.reading.ingest.words import head_words

ADDRESS = re.compile(r"(?<![\w@])(?:https?://)?(?P<host>(?:[A-Za-z0-9-]+\.)+[a-z]{2,6})(?![\w@.-]*@)(?:/\S*|(?![\w-]))")
_SECOND_LEVEL = ("co", "com", "org", "net", "gov", "ac", "edu", "mil")
# In a Chinese dateline the paper calls itself 本报, "this paper": no name.
_OWN = re.compile(r"本[社网網报報台刊站]")


class Carriers(msgspec.Struct, frozen=True):
    """UrduPoint carried what Sputnik wrote: `outlet` UrduPoint, `origin` Sputnik."""

    outlet: str | None = None
    origin: str | None = None


def outlet_of_address(host: str) -> str | None:
    """The name in an address, in its own letters: `www.UrduPoint.com` is UrduPoint."""
    labels = [label for label in host.split(".") if label.lower() not in ("www", "m", "")][:-1]
    if len(labels) > 1 and labels[-1].lower() in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else None


def carriers(agencies: str | None, outlet: str | None) -> Carriers:
    """From a dateline's agencies, "UrduPoint News / Sputnik", and the outlet where the page's head names one."""
    signed = [one for one in (own_name(part) for part in (agencies or "").split("/")) if one]
    if outlet is None and len(set(signed)) > 1:
        outlet = signed[0]
    others = [one for one in signed if not same(one, outlet)]
    return Carriers(outlet, others[-1] if others else None)


def own_name(signed: str) -> str | None:
    """The one name of an outlet that signs with several; None for "this paper"."""
    text = " ".join(signed.split())
    if not text or _OWN.fullmatch(text):
        return None
    return head_words().outlets.get(text.lower(), text)


def known_agency(name: str) -> str | None:
    """The own name of an agency that we know, of whatever name it signs with; None for any other."""
    return head_words().outlets.get(" ".join(name.split()).lower())


def same(one: str, other: str | None) -> bool:
    """Whether two names are of one outlet."""
    return other is not None and _key(one) == _key(other)


def _key(name: str) -> str:
    known = head_words().outlets.get(name.lower(), name)
    return re.sub(r"[\W_]|(?<=\w)\s+(?:news|agency|news agency)$", "", known.lower())
