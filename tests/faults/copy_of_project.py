"""A copy of the project that may be hurt, and its commands run in it."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from database_sum import is_damaged
from tests.faults.running import said, started

ROOT = Path(__file__).parents[2]
LEFT_OUT = (
    ".git",
    ".venv",
    "__pycache__",
    "archive",
    "readings",
    "downloads",
    "maps",
    "*.last",
    "*.duckdb*",
    "ledger_full",
    "tests",
    ".*_cache",
)
BUILD = [sys.executable, "-m", "data.build"]
ASSEMBLE = [*BUILD, "assemble"]
MIRROR = ["--mirror", "data/mirror"]
LEDGER = [*BUILD, "ledger", *MIRROR, "--embed", "--workers", "1"]


def copied(into: Path, without: Sequence[str] = ()) -> Path:
    """The project without what is made from it, and `without` these folders of its data/."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        mine = set(without) if Path(folder) == ROOT / "data" else set()
        return mine | shutil.ignore_patterns(*LEFT_OUT)(folder, names)

    return Path(shutil.copytree(ROOT, into / "project", ignore=left_out))


def answers(project: Path) -> bool:
    """Whether the database of `project` is whole, opens and holds figures and payments."""
    database_file = project / "data" / "councils.duckdb"
    if not database_file.exists() or is_damaged(database_file):
        return False
    try:
        with duckdb.connect(database_file, read_only=True) as database:
            figures = database.execute("SELECT count(*) FROM value").fetchall()[0][0]
            payments = database.execute("SELECT count(*) FROM ledger.payment").fetchall()[0][0]
    except duckdb.Error:
        return False
    return bool(figures and payments)


def goes_through(project: Path, command: Sequence[str] = ASSEMBLE) -> str:
    """What is wrong after `command`; nothing when its edition answers and no part of it is left."""
    process = started(project, command)
    words = said(process)
    if process.returncode or not answers(project):
        return words or "the database does not answer"
    left = [path.name for path in (project / "data").glob("councils.duckdb.*part*")]
    return f"left behind: {left}" if left else ""


def refusal(code: int, words: str, names: str = "") -> str:
    """What is wrong with how a command refused; nothing when it says why, and `names` what."""
    if not code:
        return "it went on as if nothing were wrong"
    if "Traceback" in words or "Stopped." not in words:
        return f"no sentence: {words[-400:]}"
    return "" if names in words.replace("\n", "") else f"{names} is not named: {words}"


def in_a_small_place(project: Path, options: str, script: str) -> tuple[int, str]:
    """Code and words of `script` where `project`/data lies on a file system of its own, with
    mount `options`.

    Only the script sees it; it needs a system that lets its users have a name space.
    """
    mounting = (
        f"set -e; cp -r data data.kept; mount -t tmpfs -o {options} none data; "
        f"cp -r data.kept/. data; rm -r data.kept; {script}"
    )
    process = started(project, ["unshare", "--map-root-user", "--mount", "sh", "-c", mounting])
    words = said(process)
    return process.returncode, words


def has_name_spaces() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = ["unshare", "--map-root-user", "--mount", "true"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0
