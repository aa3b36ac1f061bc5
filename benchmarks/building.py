"""Time and memory of a whole build from a mirror, in a copy, so that nothing here is replaced."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks import ROOT

LASTS_AT_MOST_S = 600


class Built(NamedTuple):
    what: str
    seconds: float
    peak_mb: float
    edition_mb: float
    problem: str


def builds(mirror: Path | None) -> list[Built]:
    """Assembling always; building only when there is a mirror to build from."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        left = shutil.ignore_patterns("__pycache__", "*.duckdb*")
        for part in ("data", "inference", "queries"):
            shutil.copytree(ROOT / part, copy / part, ignore=left)
        done = [_timed(copy, "assemble", ["assemble"])]
        if mirror:
            done.append(_timed(copy, "build", ["--mirror", str(mirror)]))
        return done


def _timed(copy: Path, what: str, arguments: list[str]) -> Built:
    """Peak memory is of the largest child so far: the build comes last and is the largest."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "data.build", *arguments],
        cwd=copy,
        capture_output=True,
        text=True,
        timeout=LASTS_AT_MOST_S,
        env=os.environ | {"PYTHONPATH": str(copy)},
    )
    peak_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    edition = sum(path.stat().st_size for path in (copy / "data" / "edition").glob("*.parquet"))
    problem = "" if done.returncode == 0 else (done.stderr or done.stdout).strip()[-300:]
    return Built(what, time.perf_counter() - started, peak_kb / 1024, edition / 1e6, problem)
