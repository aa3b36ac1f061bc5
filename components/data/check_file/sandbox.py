"""Reads a stranger's file in a process of its own, bounded in time and memory.

The reader belongs to the build, which the app does not import; and whatever a file does to it,
the app and its other readers go on.
"""

import json
import math
import re
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

try:
    import resource
except ImportError:  # Windows has no such limits; the time limit stands.
    resource = None

ROOT = Path(__file__).parents[3]
LONGEST_SECONDS = 60
LARGEST_MEMORY_BYTES = 4_000_000_000
# Two files at once: the machine's other readers want an answer too.
TURN = threading.BoundedSemaphore(2)
ROWS_SHOWN = 200
TOO_LONG = f"Reading it took more than {LONGEST_SECONDS} seconds, so it was given up."
FAILED = "The reader stopped without an answer: the file may need more memory than it is given."
BUSY = "Other files are being read just now. Try again in a minute."


@dataclass(frozen=True)
class Checked:
    """What the reader said of each list in the file, and the first payments as it read them."""

    readings: list[dict] = field(default_factory=list)
    first_rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    failure: str = ""


def read_apart(name: str, content: bytes) -> Checked:
    """Read one file. The copy on disk lives as long as the reading."""
    if not TURN.acquire(timeout=LONGEST_SECONDS / 2):
        return Checked(failure=BUSY)
    try:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, plain_name(name))
            file.write_bytes(content)
            return _run(file, Path(folder, "rows.parquet"))
    finally:
        TURN.release()


def plain_name(name: str) -> str:
    """The file's own name without what a path or a shell could mean: it may tell the month."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return re.sub(r"[^\w .()&-]", "_", last).strip(" .-")[-120:] or "file"


def _run(file: Path, rows: Path) -> Checked:
    command = [sys.executable, "-m", "data.build", "payments", str(file), "--json", "--out"]
    with subprocess.Popen(
        [*command, str(rows)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    ) as reader:
        _limit(reader.pid)
        try:
            told, _ = reader.communicate(timeout=LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            reader.kill()
            return Checked(failure=TOO_LONG)
    readings = [json.loads(line) for line in told.splitlines() if line.startswith(b"{")]
    if not readings:
        return Checked(failure=FAILED)
    return Checked(readings, _first_rows(rows))


def _limit(pid: int) -> None:
    if resource is None or not hasattr(resource, "prlimit"):
        return
    try:
        resource.prlimit(pid, resource.RLIMIT_AS, (LARGEST_MEMORY_BYTES, LARGEST_MEMORY_BYTES))
        seconds = math.ceil(LONGEST_SECONDS)
        resource.prlimit(pid, resource.RLIMIT_CPU, (seconds, seconds))
    except ProcessLookupError:
        pass  # It has ended already.


def _first_rows(rows: Path) -> pl.DataFrame:
    return pl.read_parquet(rows, n_rows=ROWS_SHOWN) if rows.exists() else pl.DataFrame()
