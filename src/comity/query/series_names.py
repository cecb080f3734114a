"""Which series a person means: "SCO/heads-of-state", "sco summit", "CIS+CSTO+SCO/defense ministers"."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from comity.catalog.cue_files import languages, load_cues
from comity.catalog.loaded import load_catalog, load_names, load_sessions
from comity.errors import UnknownNameError
from comity.model.record import LEVELS
from comity.model.series import Series
from comity.query.events import organization
from comity.query.series import own_name, slug
from comity.store import Wanted

_BETWEEN = ("of the", "of", "the", "'s", "’s")


def find_series(name: str, known: Sequence[Series]) -> Series:
    """The series that a name means: as it stands, or by organizations and level in any spelling and order.

    Raises UnknownNameError, which names what is near.
    """
    wanted = name.strip()
    exact = [one for one in known if one.name.casefold() == wanted.casefold()]
    found = exact or _titled(wanted, known) or next((some for some in _told(wanted, known) if some), [])
    if not found:
        raise UnknownNameError("series", name, near(wanted, known))
    return min(found, key=lambda one: (slug(own_name(one)) != slug(one.level), one.name))


def of_organization(name: str, known: Sequence[Series]) -> tuple[Series, ...]:
    """The series in which an organization meets, as host or guest. Raises UnknownNameError."""
    code = organization(name)
    return tuple(one for one in known if code in one.orgs or code in one.guests)


def wanted_for(text: str) -> tuple[Wanted, ...]:
    """Which events may belong to the series of a name, or to those of an organization; all, where it tells nothing."""
    code = _code(text)
    if code:
        return (Wanted(orgs=(code,)),)
    try:
        found = find_series(text, load_sessions())
    except UnknownNameError:
        circle = next(filter(None, (_organizations(orgs) for orgs, _ in _parts(text))), frozenset())
        exercises = (Wanted(kind="exercise"),) if circle else (Wanted(),)
        return (*(Wanted(orgs=(one,)) for one in sorted(circle)), *exercises)
    if found.kind == "exercise":
        # It goes by its name, whichever organizations a report tells of.
        return (Wanted(kind="exercise"),)
    return tuple(Wanted(orgs=(one,)) for one in sorted({*found.orgs, *found.guests}))


def near(name: str, known: Sequence[Series]) -> tuple[str, ...]:
    """Names of series that look like it, or that are the organization's: for error messages, never an answer."""
    names = {one.name.casefold(): one.name for one in known}
    alike = [names[one] for one in difflib.get_close_matches(name.casefold(), names, 4, 0.6)]
    head = name.partition("/")[0]
    circle = _organizations(head) or _organizations(head.split(" ")[0])
    own = [one.name for one in known if circle and frozenset((*one.orgs, *one.guests)) == circle]
    # What is spelled like it comes first, and of that the series of the same organizations.
    first = [one for one in alike if one in own] if own else alike
    return tuple(dict.fromkeys([*first, *own, *alike]))[:6]


def _titled(name: str, known: Sequence[Series]) -> list[Series]:
    """Those that are called so in some language, or by their own name alone: "Peace Mission"."""
    form = slug(name)
    return [one for one in known if form and form in {slug(one.series or ""), *map(slug, one.titles.values())}]


def _told(name: str, known: Sequence[Series]) -> Iterator[list[Series]]:
    """By organizations and level or own name, for each way to take the name apart."""
    for orgs, rest in _parts(name):
        circle = _organizations(orgs)
        if circle:
            of_circle = [one for one in known if frozenset((*one.orgs, *one.guests)) == circle]
            own = [one for one in of_circle if slug(rest) in (own_name(one), slug(one.series or ""))]
            levels = _levels(rest) if not own else set()
            yield own or [one for one in of_circle if one.level in levels and one.kind == "meeting"]
    body = load_names().resolve(name)
    if body is not None and body.kind == "body":
        org, _, _ = body.code.partition("/")
        wanted = {
            one.level
            for one in load_catalog().organizations[org].bodies
            if body.code in (one.code, f"{org}/{one.code}")
        }
        yield [one for one in known if one.level in wanted and (one.orgs, one.guests) == ((org,), ())]


def _parts(name: str) -> Iterator[tuple[str, str]]:
    """The organizations, and what they do: cut at the slash, else at each word from the right, either side first."""
    if "/" in name:
        orgs, _, rest = name.rpartition("/")
        yield orgs, rest
        return
    words = name.split()
    if len(words) == 1 and not name.isascii():
        cuts = [(name[:at], name[at:]) for at in range(len(name) - 1, 1, -1)]
    else:
        cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words) - 1, 0, -1)]
    for first, second in cuts:
        yield first, _bare(second)
        yield _bare(second), _bare(first)


def _bare(text: str) -> str:
    for word in _BETWEEN:
        text = text.removeprefix(f"{word} ").removesuffix(f" {word}")
    return text


def _organizations(text: str) -> frozenset[str]:
    """The codes of "SCO+CSTO+CIS", in any spelling; empty where one of them is none. A code may hold a "+" itself."""
    return frozenset(_codes([part.strip() for part in text.replace("&", "+").replace(",", "+").split("+")]) or ())


def _codes(parts: Sequence[str]) -> list[str] | None:
    """The longest code first: of "OPEC", "" it is OPEC+."""
    if not parts:
        return []
    for size in range(len(parts), 0, -1):
        head = _code("+".join(parts[:size]).strip())
        rest = _codes(parts[size:]) if head else None
        if head and rest is not None:
            return [head, *rest]
    return None


def _code(text: str) -> str | None:
    if not text:
        return None
    try:
        return organization(text)
    except UnknownNameError:
        return None


def _levels(text: str) -> set[str]:
    form = slug(text)
    exact = {level for level in LEVELS if slug(level) == form}
    return exact or {level for level, forms in _level_forms().items() if form in forms}


@lru_cache(maxsize=1)
def _level_forms() -> dict[str, frozenset[str]]:
    """What the levels are called in the languages of the cues; other spellings of one word are the same."""
    found: dict[str, set[str]] = {}
    for language in languages():
        cues = load_cues(language, "levels")
        groups = cues.get("spellings", ())
        for level, words in cues["levels"].items():
            forms = {slug(form) for kind in ("people", "nouns") for form in words.get(kind) or ()}
            found.setdefault(level, set()).update(forms, *(_respelled(forms, group) for group in groups))
    return {level: frozenset(forms) for level, forms in found.items()}


def _respelled(forms: set[str], group: Sequence[str]) -> set[str]:
    return {
        "-".join(other if word == one else word for word in form.split("-"))
        for form in forms
        for one in group
        for other in group
        if one in form.split("-")
    }
