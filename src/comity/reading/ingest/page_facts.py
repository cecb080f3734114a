"""What a page tells of its report outside the report's words: in its head, in its linked data, in marked elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from comity.reading.ingest.fields import Broken, code_of, to_day
from comity.reading.ingest.markup import one_line
from comity.reading.ingest.outlets import own_name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

T = TypeVar("T")

# Names of <meta>, in the order of their weight: the first that is there tells.
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "bt:pubdate",
    "date",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_OUTLETS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_LANGUAGES = ("content-language", "dc.language", "og:locale")
_ADDRESSES = ("og:url",)
_WRITERS = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "source")
_DEEPEST = 8
_FIRST_YEAR = 1900
_LARGEST = 1024 * 1024


class PageFacts(msgspec.Struct, frozen=True):
    """This page was put out by UrduPoint on 10 November 2020, says that Sputnik wrote it, and is in English."""

    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    language: str | None = None
    address: str | None = None
    writers: tuple[str, ...] = ()


def page_facts(tree: HtmlElement) -> PageFacts:
    """The facts of a page, those of its linked data first."""
    metas = dict(_metas(tree))
    articles = list(_articles(tree))
    return PageFacts(
        title=_first(one_line(_text(one.get("headline"))) for one in articles) or _of(metas, _TITLES),
        published=_day_of(tree, articles, metas),
        outlet=_first(own_name(_name(one.get("publisher")) or "") for one in articles) or _outlet(metas),
        language=code_of(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
        or code_of(_first(_text(one.get("inLanguage")) for one in articles))
        or code_of(_of(metas, _LANGUAGES)),
        address=_canonical(tree) or _of(metas, _ADDRESSES),
        writers=tuple(dict.fromkeys([*_writers(articles), *filter(None, (_of(metas, (name,)) for name in _WRITERS))])),
    )


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Names and contents, the first of each name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = one_line(meta.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(key)
            if name and content:
                found.setdefault(name.strip().lower(), content)
    yield from found.items()


def _of(metas: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _outlet(metas: Mapping[str, str]) -> str | None:
    return own_name(_of(metas, _OUTLETS) or "")


def _canonical(tree: HtmlElement) -> str | None:
    for link in tree.iter("link"):
        address = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and address.startswith(("http://", "https://")):
            return address
    return None


def _day_of(tree: HtmlElement, articles: list[dict[str, Any]], metas: Mapping[str, str]) -> date | None:
    told = [_text(one.get("datePublished")) for one in articles]
    told += [metas.get(name) for name in _DATES]
    told += _marked_days(tree)
    return _first(_day(one) for one in told)


def _marked_days(tree: HtmlElement) -> list[str | None]:
    """`<span itemprop="datePublished">` and `<time pubdate>`; a bare `<time>` may be of any story on the page."""
    found: list[str | None] = []
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        marked = "datepublished" in (element.get("itemprop") or "").lower() or (
            element.tag == "time" and element.get("pubdate") is not None
        )
        if marked:
            found += [element.get("datetime"), element.get("content"), str(element.text_content())[:60]]
    return found


def _day(text: str | None) -> date | None:
    """A day that is no day says nothing: the next to tell may know better."""
    try:
        day = to_day(text)
    except Broken:
        return None
    # Programs write the first day of all for one that they do not know.
    return day if day and day.year >= _FIRST_YEAR else None


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's linked data that stand for an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _LARGEST:
            continue
        try:
            told = msgspec.json.decode(script.text.strip().encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        yield from (one for one in _objects(told, _DEEPEST) if _is_article(one))


def _objects(told: object, deep: int) -> Iterator[dict[str, Any]]:
    if deep == 0:
        return
    if isinstance(told, list):
        for one in told:
            yield from _objects(one, deep - 1)
    elif isinstance(told, dict):
        yield told
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(told.get(key), deep - 1)


def _is_article(told: Mapping[str, Any]) -> bool:
    kinds = told.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in named)


def _writers(articles: list[dict[str, Any]]) -> Iterator[str]:
    for one in articles:
        for role in ("author", "creator", "sourceOrganization", "copyrightHolder"):
            people = one.get(role)
            for person in people if isinstance(people, list) else [people]:
                name = one_line(_name(person))
                if name:
                    yield name


def _name(told: object) -> str | None:
    if isinstance(told, list):
        told = told[0] if told else None
    return _text(told.get("name")) if isinstance(told, dict) else _text(told)


def _text(told: object) -> str | None:
    if isinstance(told, list):
        told = told[0] if told else None
    return told if isinstance(told, str) and told.strip() else None


def _first(found: Iterable[T | None]) -> T | None:
    return next((one for one in found if one), None)
