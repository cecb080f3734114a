"""One meeting told in three languages is one event with three origins."""

from __future__ import annotations

import json
from pathlib import Path

from comity.project import Project

REPORTS = (
    ("en", "Alpha", "The SCO defence ministers met in Astana on 11 March 2024, the Kazakh defence ministry said."),
    ("ru", "Beta", "Вчера, 11 марта 2024 года, в Астане состоялось совещание министров обороны стран ШОС."),
    ("zh", "Gamma", "上海合作组织成员国国防部长会议2024年3月11日在阿斯塔纳举行。"),
)


def test_they_fold_into_one_event(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"report-{lang}", "lang": lang, "outlet": outlet, "published": "2024-03-12", "text": text})
        for lang, outlet, text in REPORTS
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    with Project.open(tmp_path / "three.db") as project:
        project.read(path)
        (event,) = project.events(org="SCO", level="defence_ministers")
    assert (event.status, event.date, event.place.city) == ("held", "2024-03-11", "Astana")
    assert event.origins == 3
