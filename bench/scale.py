"""What reading costs as the number of reports grows: wall time, reports a second and the most memory, per file.

usage: python bench/scale.py [--jobs N] [--kill SECONDS] REPORTS.jsonl...

Each file is read into a database of its own by `comity read`. With --kill the first run of each is killed without
warning after so many seconds and started again, as after a power cut; the time of both is counted.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = [sys.executable, "-c", "from comity.cli.main import main; main()", "read"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kill", type=float, default=None)
    given = parser.parse_args()
    print(f"{'reports':>10} {'seconds':>9} {'reports/s':>10} {'to the first':>13} {'most memory, MB':>16} {'kept':>10}")
    first: float | None = None
    for path in given.files:
        count = sum(1 for _ in path.open("rb"))
        seconds, memory, kept = _read(path, given.jobs, given.kill)
        rate = count / seconds
        first = first or rate
        print(f"{count:10,} {seconds:9.1f} {rate:10,.0f} {rate / first:13.2f} {memory:16,.0f} {kept:10,}", flush=True)


def _read(path: Path, jobs: int, kill: float | None) -> tuple[float, float, int]:
    """Seconds, the most memory that all processes held together (MB), and how many reports the database has then."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "scale.db"
        command = [*COMMAND, str(path), "--db", str(place), "--jobs", str(jobs)]
        start = time.perf_counter()
        memory = _run(command, kill) if kill else 0.0
        memory = max(memory, _run(command, None))
        seconds = time.perf_counter() - start
        with sqlite3.connect(place) as database:
            (kept,) = database.execute("SELECT count(*) FROM documents").fetchone()
    return seconds, memory, kept


def _run(command: list[str], kill: float | None) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    start, most = time.perf_counter(), 0.0
    while process.poll() is None:
        most = max(most, sum(map(_resident, _family(process.pid))))
        if kill is not None and time.perf_counter() - start > kill:
            os.killpg(process.pid, signal.SIGKILL)
        time.sleep(0.2)
    if kill is None and process.returncode not in (0, 1):
        raise SystemExit(f"comity read ended with {process.returncode}")
    return most


def _family(group: int) -> list[int]:
    """The processes of a session, which all bear the number of its first."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == group:
            found.append(int(stat.parent.name))
    return found


def _resident(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
