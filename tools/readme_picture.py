"""Draws the README's picture from what the commands print. usage: python tools/readme_picture.py docs/images/story.svg"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

WIDTH = 124
READ = ("read", "examples/enlarged-meetings", "--format", "jsonl")
SHOWN = (
    ("members", "SCO & CSTO & CIS", "--on", "2020-11-10"),
    ("events", "--org", "SCO", "--level", "defence_ministers"),
    ("names", "Kyrgyz Republic", "ШОС", "俄罗斯", "Congo"),
)


def main(arguments: list[str]) -> None:
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    with tempfile.TemporaryDirectory() as folder:
        base = ("--db", str(Path(folder) / "story.db"))
        run(*READ, *base)
        for command in SHOWN:
            printed = run(*command, *(base if command[0] == "events" else ()), "--format", "table")
            shown = " ".join(f'"{word}"' if " " in word else word for word in command)
            console.print(Text(f"$ comity {shown}", style="bold green"))
            console.print(Text.from_ansi(printed.rstrip()), soft_wrap=True)
            console.print()
    target = Path(arguments[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    console.save_svg(str(target), title="comity")


def run(*arguments: str) -> str:
    settings = os.environ | {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    done = subprocess.run(
        [sys.executable, "-m", "comity", *arguments], capture_output=True, text=True, check=True, env=settings
    )
    return done.stdout


if __name__ == "__main__":
    main(sys.argv[1:])
