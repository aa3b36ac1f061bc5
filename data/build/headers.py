"""The comment block at the top of an .sql file: ``-- key: text`` lines, in any order."""

import re
from pathlib import Path


def header(path: Path) -> dict[str, str]:
    """Read the leading ``-- key: text`` lines; a line without a key continues the one before."""
    found: dict[str, str] = {}
    key = ""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("--"):
            break
        match = re.match(r"-- ([a-z_ ]+): (.*)", line)
        if match:
            key = match[1]
            found[key] = match[2].strip()
        elif key:
            found[key] += " " + line.removeprefix("--").strip()
    return found
