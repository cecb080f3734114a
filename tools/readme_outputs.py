"""Puts the true output below every command that the README shows.

usage: python tools/readme_outputs.py [--check]     (from the checkout's root)

A command is a line that begins with "$ comity" in a block of `console`; what stands below it, up to the next command or
the block's end, is its output as a terminal of 100 columns shows it; nothing where the output goes into a file. `--check` changes nothing and exits with 1 where the
README and the commands differ.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")


def main(arguments: list[str]) -> int:
    old = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        new = BLOCK.sub(lambda block: "".join(_answered(block[1], Path(folder))), old)
    if "--check" in arguments:
        return int(new != old)
    README.write_text(new, "utf-8")
    return 0


def _answered(block: str, folder: Path) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith("$ comity"):
            yield f"{line}\n{_printed(line, folder)}"


def _printed(line: str, folder: Path) -> str:
    """What a terminal shows, without colours. The story's database is made anew in a folder of its own."""
    line, _, redirected = line.partition(" > ")
    words = [str(folder / word) if word.endswith(".db") else word for word in shlex.split(line)[2:]]
    reader, writer = pty.openpty()
    settings = os.environ | {"COLUMNS": "100", "TERM": "xterm", "NO_COLOR": "1"}
    command = subprocess.Popen(
        [sys.executable, "-m", "comity", *words], stdout=writer, stderr=subprocess.PIPE, cwd=README.parent, env=settings
    )
    os.close(writer)
    shown = "".join(_lines(reader))
    command.communicate()
    if redirected:
        return ""
    plain = ANSI.sub("", shown).replace("\r\n", "\n")
    return "\n".join(part.rstrip() for part in plain.rstrip().splitlines()) + "\n" if plain.strip() else ""


def _lines(reader: int) -> Iterator[str]:
    content = b""
    while True:
        try:
            part = os.read(reader, 65536)
        except OSError:
            break  # the other end is closed: Linux says so with an error
        if not part:
            break
        content += part
    yield content.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
