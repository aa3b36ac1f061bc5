"""What readers meet, of a server in a copy of the project with this checkout's own edition."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pages import addresses
from benchmarks.server_process import serving
from tests.faults.copy_of_project import ASSEMBLE, LONGEST_S, ROOT, copied, goes_through
from tests.faults.forging import forged
from tests.faults.readers_meanwhile import (
    asked,
    brief_worker_dies,
    held_by,
    replaced_under_readers,
    slow_and_broken,
)

DATABASE = Path("data", "councils.duckdb")
MADE = (Path("static", "maps"), Path("static", "downloads"))


def faults_of_the_server(place: Path) -> Iterator[tuple[str, str]]:
    """Each fault and what went wrong; nothing when all went as it should."""
    project = copied(place)
    yield "an edition to serve", _assembled(project)
    yield "a port that is none", _refuses(project, ["--port", "99999"], "is no port")
    yield "a database that is damaged", _damaged(project)
    with serving(project / "app.py", project) as server:
        port = server.port
        # Before the slow ones, who take this client's places for downloads.
        yield (
            "an edition replaced under readers",
            held_by(lambda: replaced_under_readers(port, project / DATABASE)),
        )
        yield "slow and broken clients", held_by(lambda: slow_and_broken(port))
        yield "a worker that dies", held_by(lambda: brief_worker_dies(server))
        runs, errors = forged(port, addresses())
        shown = "; ".join(f"{number}x {what}" for what, number in errors.most_common(5))
        yield f"{runs} runs with forged values of widgets", shown
        yield "a reader after all this", asked(port, "/health")
    if shutil.which("faketime"):
        yield "a server whose clock is set back", _clock_set_back(project)


def _assembled(project: Path) -> str:
    """This checkout's database where it is as new as what it is made of; else one is made."""
    tables = [path for name in ("edition", "ledger") for path in (ROOT / "data" / name).iterdir()]
    tables += (ROOT / "data").glob("*.sql")
    newest_s = max(path.stat().st_mtime for path in tables)
    if not (ROOT / DATABASE).exists() or (ROOT / DATABASE).stat().st_mtime < newest_s:
        return goes_through(project, ASSEMBLE)
    shutil.copyfile(ROOT / DATABASE, project / DATABASE)
    for folder in MADE:
        shutil.copytree(ROOT / folder, project / folder, dirs_exist_ok=True)
    return ""


def _refuses(project: Path, options: list[str], sentence: str) -> str:
    ran = subprocess.run(
        [sys.executable, "serve.py", *options],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    words = ran.stdout + ran.stderr
    if not ran.returncode or "Traceback" in words or sentence not in words:
        return words[-600:] or "it went on as if nothing were wrong"
    return ""


def _damaged(project: Path) -> str:
    """Cut off in the middle, as a copy that did not end."""
    database = project / DATABASE
    kept = database.rename(database.with_suffix(".kept"))
    with kept.open("rb") as whole:
        database.write_bytes(whole.read(kept.stat().st_size // 2))
    wrong = _refuses(project, ["--port", "0"], "assemble")
    kept.replace(database)
    return wrong


def _clock_set_back(project: Path) -> str:
    """Older than the files that it serves: pages, rows and downloads all the same."""
    before = os.environ.copy()
    library = subprocess.run(
        ["faketime", "2020-02-29 12:00:00", "env"], capture_output=True, text=True, check=True
    ).stdout
    lines = [line.partition("=") for line in library.splitlines()]
    os.environ.update({name: value for name, _, value in lines if "FAKE" in name or "LD_" in name})
    try:
        with serving(project / "app.py", project) as server:
            paths = ("/health", "/council?council=leeds", "/api/v1/councils?limit=1")
            return "; ".join(filter(None, (asked(server.port, path) for path in paths)))
    finally:
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
