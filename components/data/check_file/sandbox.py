"""Reads a stranger's file in a process of its own, bounded in time and memory.

The reader belongs to the build, which the app does not import; and whatever a file does to it,
the app and its other readers go on.
"""

import contextlib
import json
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import polars as pl

try:
    import resource
except ImportError:  # Windows has no such limits; the time limit stands.
    resource = None

ROOT = Path(__file__).parents[3]
CONFINED = "components.data.check_file.confined"
KEPT_NAMES = ("PATH", "LANG", "LC_", "PYTHON", "LD_", "TZ", "SYSTEMROOT", "OPENBLAS_")
LONGEST_SECONDS = 60
# The process of the site may have 2 GB in all (deploy/public-pound@.service). Counted is what is
# written to: address space that is only reserved, as allocators do, costs nothing.
LARGEST_MEMORY_BYTES = 1_200_000_000
LARGEST_ANSWER_BYTES = 4_000_000
LARGEST_FILE_BYTES = 300_000_000
FILES_TOLD, ROWS_TOLD = 20, 500
# Below the pages, which are what other readers wait for.
NICENESS = 10
# One file at a time: the machine's other readers want an answer too.
TURN = threading.BoundedSemaphore(1)
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
    answer = rows.with_name("answer.jsonl")
    told = ["--json", "--files-told", str(FILES_TOLD), "--rows-told", str(ROWS_TOLD)]
    read = [sys.executable, "-m", CONFINED, str(rows.parent), "payments", str(file)]
    with (
        answer.open("wb") as out,
        subprocess.Popen(
            [*_without_network(), *read, *told, "--out", str(rows)],
            cwd=ROOT,
            env=_environment(rows.parent),
            stdout=out,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        ) as reader,
    ):
        _limit(reader.pid)
        try:
            reader.wait(timeout=LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            _kill(reader)
            return Checked(failure=TOO_LONG)
    readings = _readings(answer)
    if not readings:
        return Checked(failure=FAILED)
    return Checked(readings, _first_rows(rows))


def _readings(answer: Path) -> list[dict]:
    """What the reader said, and no more of it than a page can show."""
    with answer.open("rb") as said:
        # Where this machine keeps the copy is nobody's business.
        place = f"{answer.parent}{os.sep}".encode()
        lines = said.read(LARGEST_ANSWER_BYTES).replace(place, b"").splitlines()
    readings = []
    for line in lines:
        # The last one may be cut off.
        with contextlib.suppress(ValueError):
            readings.append(json.loads(line))
    return [one for one in readings if isinstance(one, dict)]


@cache
def _without_network() -> list[str]:
    """Words before a command that take the network from it, where this system lets us."""
    apart = ["unshare", "--map-root-user", "--net", "--"]
    if not shutil.which("unshare"):
        return []
    tried = subprocess.run([*apart, "true"], capture_output=True, check=False)
    return apart if tried.returncode == 0 else []


def _environment(folder: Path) -> dict[str, str]:
    """What an interpreter needs and no key of ours; whatever is put aside on disk, in `folder`."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(KEPT_NAMES)}
    return kept | {"TMPDIR": str(folder), "POLARS_OOC_SPILL_DIR": str(folder)}


def _kill(reader: subprocess.Popen) -> None:
    """With whatever it started: it leads a group of its own."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(reader.pid, signal.SIGKILL)
    reader.kill()


def _limit(pid: int) -> None:
    if resource is None or not hasattr(resource, "prlimit"):
        return
    limits = {
        resource.RLIMIT_DATA: LARGEST_MEMORY_BYTES,
        resource.RLIMIT_CPU: math.ceil(LONGEST_SECONDS),
        resource.RLIMIT_FSIZE: LARGEST_FILE_BYTES,
        resource.RLIMIT_CORE: 0,
    }
    with contextlib.suppress(ProcessLookupError):  # It has ended already.
        for limit, most in limits.items():
            resource.prlimit(pid, limit, (most, most))
        os.setpriority(os.PRIO_PROCESS, pid, NICENESS)


def _first_rows(rows: Path) -> pl.DataFrame:
    """None of them where the reader was cut off in writing them."""
    if rows.exists():
        with contextlib.suppress(pl.exceptions.PolarsError):
            return pl.read_parquet(rows, n_rows=ROWS_SHOWN)
    return pl.DataFrame()
