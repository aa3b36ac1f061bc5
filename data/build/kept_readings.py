"""What readers made of files, kept from one build to the next under what it was made from.

A kept reading is used only if the file's bytes, its declaration, the readers' code and the
libraries that they read with are all the same. Any of them changed, and the file is read again.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import polars as pl

from data.build import readers
from data.build.records import Reading

LIBRARIES = ("polars", "fastexcel", "geopandas", "shapely")
Read = Callable[[], pl.DataFrame]


class KeptReadings:
    """A folder of readings; without one every file is read."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.used: set[str] = set()

    def frame(self, sha256: str, reading: Reading, read: Read) -> pl.DataFrame:
        """What is kept for a file of this hash; else what ``read`` gives, kept from now on."""
        if self.folder is None:
            return read()
        file = self.folder / f"{_key(sha256, reading)}.parquet"
        self.used.add(file.name)
        try:
            return pl.read_parquet(file)
        except (OSError, pl.exceptions.PolarsError):  # not there, or cut off while it was written
            pass
        frame = read()
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".part")
        frame.write_parquet(partial, compression="zstd", compression_level=1, statistics=False)
        partial.replace(file)
        return frame

    def forget_unused(self) -> None:
        """Remove the readings that this build had no use for."""
        for file in self.folder.glob("*") if self.folder else ():
            if file.name not in self.used:
                file.unlink()


def _key(sha256: str, reading: Reading) -> str:
    parts = (sha256, reading.model_dump_json(), readers_version())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def readers_version() -> str:
    """Changes with any line of the readers, and with the libraries that they read with."""
    code = hashlib.sha256()
    for path in sorted(Path(readers.__file__).parent.glob("*.py")):
        code.update(path.read_bytes())
    return " ".join([code.hexdigest(), *(f"{name} {version(name)}" for name in LIBRARIES)])
