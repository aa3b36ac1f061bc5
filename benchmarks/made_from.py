"""What is kept for another run says what it was made from, and goes when that is not so any more.

A set that is known by its name alone answers for a ledger, or a contract, that is gone.
"""

import hashlib
import json
import shutil
from pathlib import Path

from benchmarks import ROOT
from benchmarks.edition_in_place import MADE_OF
from data.build.checksums import NAME as CHECKSUMS

Source = dict[str, str | int]


class NotOurs(ValueError):
    """What lies there was made by somebody else: it stays."""


def begun(place: Path, source: Source) -> bool:
    """Whether a file or folder may be gone on with: what was made of anything else is taken away.

    The note of what it is made from lies beside it, before it, so that one that was cut off
    carries it too. Raises NotOurs where something without a note lies there.
    """
    note = place.with_name(f"{place.name}.made_from.json")
    told = json.dumps(source, indent=1, sort_keys=True) + "\n"
    if note.exists() and note.read_text("utf-8") == told:
        return True
    if not note.exists() and _holds_something(place):
        raise NotOurs(
            f"{place} was not made by a measurement, or by an older one: move it away, or name "
            "another folder with --kept."
        )
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    note.write_text(told, "utf-8")
    return False


def _holds_something(place: Path) -> bool:
    return any(place.iterdir()) if place.is_dir() else place.exists()


def ledger_of(folder: Path) -> str:
    """The checksum of the list of a ledger's files, or of their sizes where it has none."""
    listed = folder / CHECKSUMS
    if listed.exists():
        return hashlib.sha256(listed.read_bytes()).hexdigest()
    files = sorted(folder.rglob("*.parquet"))
    sizes = [f"{file.relative_to(folder).as_posix()} {file.stat().st_size}" for file in files]
    return hashlib.sha256("\n".join(sizes).encode()).hexdigest()


def law(root: Path = ROOT) -> str:
    """The checksum of what an assembly is made by: contracts, figures, and the program's part."""
    found = hashlib.sha256()
    for pattern in MADE_OF:
        if "ledger" in pattern and pattern.endswith(".parquet"):
            continue
        for file in sorted(root.glob(pattern)):
            found.update(file.relative_to(root).as_posix().encode())
            found.update(file.read_bytes())
    return found.hexdigest()
