"""The words of page heads (catalog/page_heads.yaml), as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec
import yaml

from comity.catalog.load import ROOT

_FILE = ROOT / "page_heads.yaml"


class HeadWords(msgspec.Struct, frozen=True):
    """`labelled` finds "Published:", the label as its group; `meaning` tells what a label in lower case stands for."""

    meaning: Mapping[str, str]
    labelled: re.Pattern[str]
    date_label: re.Pattern[str]
    late: re.Pattern[str]
    writer: re.Pattern[str]
    credit: re.Pattern[str]
    ages: re.Pattern[str]
    small: re.Pattern[str]
    furniture: frozenset[str]
    closings: tuple[str, ...]
    months: Mapping[str, int]
    outlets: Mapping[str, str]


@lru_cache(maxsize=1)
def head_words() -> HeadWords:
    told = yaml.load(_FILE.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    meaning = {label: kind for kind, labels in told["labels"].items() for label in labels}
    dates = [*told["labels"]["published"], *told["labels"]["updated"]]
    small = [*told["weekdays"], *told["particles"]]
    return HeadWords(
        meaning,
        re.compile(rf"(?<!\w)(?P<label>{_any_of(meaning)})\s*[:：]\s*", re.IGNORECASE),
        re.compile(rf"\W*(?P<label>{_any_of(dates)})(?=[\W\d])", re.IGNORECASE),
        re.compile(rf"[\s|/(·•,–—-]+(?:{_any_of(told['labels']['updated'])})(?=[\W\d]).*", re.IGNORECASE),
        re.compile(rf"\W*(?:{_any_of(told['labels']['writer'])})\s+", re.IGNORECASE),
        _credit(told["pictures"], told["outlets"]),
        re.compile(rf"(?:{_any_of(told['ages'])})", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_any_of(small)})(?!\w)", re.IGNORECASE),
        frozenset(told["furniture"]),
        tuple(told["closings"]),
        {name: number for number, names in told["months"].items() for name in names},
        {name.lower(): own for own, names in told["outlets"].items() for name in (own, *names)},
    )


def _credit(pictures: Iterable[str], agencies: Iterable[str]) -> re.Pattern[str]:
    """At a line's end: "[Photo/Xinhua]", "(AP Photo/A. Name)", "Photo: TASS", "REUTERS/A. Name"."""
    words, signed = _any_of(pictures), _any_of(agencies)
    name = r"[^\W\d_][\w.’' -]{1,40}"
    return re.compile(
        rf"(?:[\[(（][^\[\]()（）]{{0,60}}(?<!\w)(?:{words})(?!\w)[^\[\]()（）]{{0,60}}[\])）]"
        rf"|(?<!\w)(?:{words})\s*[:/]\s*{name}"
        rf"|[\[(]?(?<!\w)(?:{signed})\s?/\s?{name}[\])]?)\W*$",
        re.IGNORECASE,
    )


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\#", r"\d+\s*").replace(r"\ ", r"\s+") for word in longest_first)
