"""A copy of the project that may be hurt, and its commands run in it."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(
    ".git",
    ".venv",
    "__pycache__",
    "readings",
    "downloads",
    "maps",
    "*.duckdb*",
    "tests",
    ".*_cache",
)
ASSEMBLE = [sys.executable, "-m", "data.build", "assemble"]
LONGEST_S = 600


def copied(into: Path) -> Path:
    """The project without what is made from it."""
    return Path(shutil.copytree(ROOT, into / "project", ignore=LEFT_OUT))


def started(project: Path, under: Sequence[str] = ()) -> subprocess.Popen[str]:
    """An assembly that goes on by itself, `under` another command, to be killed or waited for."""
    return subprocess.Popen(
        [*under, *ASSEMBLE],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    return process.communicate(timeout=LONGEST_S)[0]


def in_a_small_place(project: Path, options: str, script: str) -> subprocess.CompletedProcess[str]:
    """Run `script` where `project`/data lies on a file system of its own, with mount `options`.

    Only the script sees it; it needs a system that lets its users have a name space.
    """
    mounting = (
        f"set -e; cp -r data data.kept; mount -t tmpfs -o {options} none data; "
        f"cp -r data.kept/. data; {script}"
    )
    return subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", mounting],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )


def has_name_spaces() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = ["unshare", "--map-root-user", "--mount", "true"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0
