"""A small catalogue on disk: one organization, two states. Tests change one thing and look at what follows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

STATES = """code,alpha2,cow,wikidata,kind,start,end,successors,source,note
KAZ,KZ,705,Q232,state,1991-12-16,,,UN: list of members,
RUS,RU,365,Q159,state,1991-12-25,,,UN: list of members,
"""
CAPITALS = """state,city_en,city_ru,city_zh,timezone,start,end,source,aliases_en,aliases_ru,aliases_zh
KAZ,Astana,Астана,阿斯塔纳,Asia/Almaty,,,UN: list of capitals,,,
RUS,Moscow,Москва,莫斯科,Europe/Moscow,,,UN: list of capitals,,,
"""
NAMES = {
    "en": {"KAZ": {"names": ["Kazakhstan"]}, "RUS": {"names": ["Russia"], "adjectives": ["Russian"]}},
    "ru": {"KAZ": {"names": ["Казахстан"]}, "RUS": {"names": ["Россия"]}},
    "zh": {"KAZ": {"names": ["哈萨克斯坦"]}, "RUS": {"names": ["俄罗斯"]}},
}


def organization(code: str = "ABC", **changes: Any) -> dict[str, Any]:
    """A file's content that keeps every rule, with some keys changed."""
    plain: dict[str, Any] = {
        "code": code,
        "kind": "organization",
        "founded": {"date": "2001-06-15", "source": "charter"},
        "names": {"en": [f"{code} Council"], "ru": [f"Совет {code}"], "zh": [f"{code}理事会"]},
        "sources": {"charter": {"publisher": "The secretariat", "title": "Charter", "seen": "2026-11-25"}},
        "bodies": [
            {"code": "heads-of-state", "level": "heads_of_state", "names": {"en": ["summit"]}, "source": "charter"}
        ],
        "memberships": [statement()],
    }
    return plain | changes


def statement(state: str | bool = "KAZ", **changes: Any) -> dict[str, Any]:
    """A membership row that keeps every rule, with some keys changed."""
    plain = {"state": state, "status": "member", "start": "2001-06-15", "basis": "signature", "source": "charter"}
    return plain | changes


def write_catalogue(root: Path, *organizations: dict[str, Any], **files: str) -> Path:
    """The small catalogue in a folder; `files` are the texts of `states` and `capitals`, where they differ."""
    (root / "organizations").mkdir(parents=True)
    (root / "state_names").mkdir()
    (root / "states.csv").write_text(files.get("states", STATES), "utf-8")
    (root / "capitals.csv").write_text(files.get("capitals", CAPITALS), "utf-8")
    for language, names in NAMES.items():
        write_names(root, language, names)
    for content in organizations or (organization(),):
        write_organization(root, content)
    return root


def write_organization(root: Path, content: dict[str, Any]) -> None:
    path = root / "organizations" / f"{content.get('code', 'nameless')}.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")


def write_names(root: Path, language: str, names: dict[str, Any]) -> None:
    path = root / "state_names" / f"{language}.yaml"
    path.write_text(yaml.safe_dump(names, allow_unicode=True), "utf-8")
