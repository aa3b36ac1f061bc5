"""What the assembled database was when it was put together, noted beside it.

DuckDB finds a damaged block when somebody asks for what lies in it: until then a damaged database
looks whole, to its server and to whoever asks after its health.
"""

import hashlib
import os
from pathlib import Path

# Content, whole seconds of the time of writing, bytes. Copies that keep the time keep the line.
Line = tuple[str, str, str]


def note(fresh: Path, target: Path) -> None:
    """List `fresh`, which is about to take the place of `target`, beside what is there now.

    Whoever is cut off between this and the taking of the place finds the line of either.
    """
    place = _list_of(target)
    now = _looks(target.stat()) if target.exists() else ()
    kept = [line for line in _listed(place) if line[1:] == now]
    lines = dict.fromkeys([*kept, (_digest(fresh), *_looks(fresh.stat()))])
    partial = place.with_name(place.name + ".part")
    partial.write_text("".join(" ".join(line) + "\n" for line in lines), "utf-8")
    partial.replace(place)


def is_damaged(database: Path) -> bool:
    """Whether it is not what was put together. One that nobody noted is taken as it is."""
    with database.open("rb") as content:
        looks = _looks(os.fstat(content.fileno()))
        digests = {line[0] for line in _listed(_list_of(database)) if line[1:] == looks}
        return bool(digests) and hashlib.file_digest(content, "sha256").hexdigest() not in digests


def _list_of(database: Path) -> Path:
    return database.with_name(database.name + ".sha256")


def _listed(place: Path) -> list[Line]:
    if not place.exists():
        return []
    parts = [line.split(" ") for line in place.read_text("utf-8", errors="replace").splitlines()]
    return [(part[0], part[1], part[2]) for part in parts if len(part) == 3]


def _looks(found: os.stat_result) -> tuple[str, str]:
    return str(int(found.st_mtime)), str(found.st_size)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
