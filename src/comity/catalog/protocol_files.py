"""Orders in which states are seated and named, each a file. Their format: docs/reference/catalogue-format.md."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec

from comity.catalog.spelling import unaccented
from comity.catalog.yaml_file import Row, mapping, read_yaml
from comity.errors import CatalogError, UnknownNameError
from comity.model.membership import Source

PROTOCOLS = Path(__file__).parent / "protocols"
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_KEYS = frozenset({"title", "language", "source", "names", "letters", "characters"})


class Protocol(msgspec.Struct, frozen=True, kw_only=True):
    """The alphabetical order in Russian, in which Kyrgyzstan is Кыргызстан and comes after Китай.

    `language` is that of the names that are sorted; None where each state goes by its own. `names` differ from the
    catalogue's usual ones. `letters` stand for a name where its own do not sort it; `characters` stand in their order.
    """

    code: str
    title: str
    language: str | None
    source: Source
    names: dict[str, str] = {}
    letters: dict[str, str] = {}
    characters: dict[str, int] = {}

    def key(self, state: str, usual: str) -> tuple[tuple[object, ...], ...]:
        """What a state is sorted by; `usual` is its name in the order's language.

        Word after word, without accents, marks and case; in Chinese character after character.
        """
        name = self.names.get(state, usual)
        if not self.characters:
            return tuple((word,) for word in _words(self.letters.get(state, name)))
        signs = _HAN.findall(name)
        ranks = [self.characters.get(sign, len(self.characters)) for sign in signs]
        sounds = self.letters.get(state, "").split()
        if len(sounds) != len(signs):
            return tuple(zip(ranks, signs, strict=True))
        return tuple((sound[:-1], sound[-1], rank) for sound, rank in zip(sounds, ranks, strict=True))


def _words(name: str) -> list[str]:
    """Apostrophes do not part words: d'Ivoire is one."""
    return _WORD.findall(re.sub(r"['’ʻ`]", "", unaccented(name.casefold())))


def protocol_codes() -> tuple[str, ...]:
    """The orders that the catalogue has: en, ru, zh and so on."""
    return tuple(sorted(path.stem for path in PROTOCOLS.glob("*.yaml")))


@lru_cache(maxsize=16)
def load_protocol(code: str) -> Protocol:
    """One of the catalogue's, or one in a file of the user's own. Raises UnknownNameError and CatalogError."""
    if code in protocol_codes():
        return read_protocol(PROTOCOLS / f"{code}.yaml")
    if code.endswith(".yaml"):
        return read_protocol(Path(code))
    raise UnknownNameError("order", code, (*protocol_codes(), "or a file of your own that ends in .yaml"))


def read_protocol(path: Path) -> Protocol:
    """The order that a file tells. Raises CatalogError."""
    place = f"protocols/{path.name}"
    content = read_yaml(path, place)
    if unknown := set(content) - _KEYS:
        raise CatalogError(place, f"unknown key {sorted(unknown)[0]!r}; keys are {', '.join(sorted(_KEYS))}")
    title, source = content.get("title"), mapping(content.get("source"), f"{place}, source")
    if not isinstance(title, str) or not source.get("publisher"):
        raise CatalogError(place, "has no title, or no source with a publisher")
    signs = "".join(str(content.get("characters") or "").split())
    return Protocol(
        code=path.stem,
        title=title,
        language=content.get("language"),
        source=_source(source),
        names=_texts(content.get("names"), f"{place}, names"),
        letters=_texts(content.get("letters"), f"{place}, letters"),
        characters={sign: rank for rank, sign in enumerate(signs)},
    )


def _source(told: Row) -> Source:
    title, url, seen = (None if told.get(key) is None else str(told[key]) for key in ("title", "url", "seen"))
    return Source("", str(told["publisher"]), title, url, seen)


def _texts(told: object, place: str) -> dict[str, str]:
    found = mapping(told, place)
    for code, text in found.items():
        if not isinstance(text, str) or not isinstance(code, str):
            raise CatalogError(place, f"{code!r}: {text!r} is read as {type(text).__name__}: put it in quotes")
    return dict(found)
