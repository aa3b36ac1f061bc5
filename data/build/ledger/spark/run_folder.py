"""The folder of one build: what its tasks have finished, under a name made of what they read.

A task writes where nobody looks, and puts its files in place at the end, one that says "finished"
last. So a part that stands there is whole, and a task that runs twice leaves the same once.
"""

import hashlib
import json
import platform
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from data.build import paths
from data.build.ledger.shards import Job

# What decides what a file is read as.
CODE = (paths.DATA / "build", paths.DATA / "payments")
KINDS = {".py", ".txt", ".toml", ".csv", ".sql"}
LIBRARIES = ("duckdb", "fastexcel", "polars", "rapidfuzz")
DAYS = ("first_day", "last_day")


@dataclass(frozen=True)
class RunFolder:
    """A folder that the driver and every worker see at the same place."""

    place: Path

    @property
    def read(self) -> Path:
        """Payments, names, repeats and rows set aside of each file, and its account."""
        return self.place / "read"

    @property
    def names(self) -> Path:
        """What the driver made of all names and words."""
        return self.place / "names"

    @property
    def told(self) -> Path:
        """What each council's words were taken to mean."""
        return self.place / "told"

    @property
    def sums(self) -> Path:
        """The sums of each council's payments."""
        return self.place / "sums"

    @property
    def whole(self) -> Path:
        """The dataset, until it takes its place."""
        return self.place / "whole"

    def begin(self) -> None:
        """Make the folders that are not there."""
        for folder in (self.read, self.names, self.told, self.sums, self.whole, self._attempts):
            folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def attempt(self) -> Iterator[Path]:
        """Give a folder of this attempt's own; ``put`` moves what counts out of it."""
        with TemporaryDirectory(dir=self._attempts) as folder:
            yield Path(folder)

    @property
    def _attempts(self) -> Path:
        return self.place / "attempts"

    def account_of(self, file: int) -> Path:
        """Where the account of a file stands once all else of it does."""
        return self.read / f"{file}.account.json"

    def sums_of(self, council: str) -> Path:
        """Where the last of a council's sums stands once all else of it does."""
        return self.sums / f"{council}.supplier_year.parquet"


def put(files: Iterable[Path], folder: Path) -> None:
    """Move files into a folder, over those of an earlier attempt."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        file.replace(folder / file.name)


def run_key(jobs: list[Job], hashes: dict[int, str], records: list[str]) -> str:
    """Give a name that is another when any file, record, line of code or library is."""
    said = [code_version(), *records]
    said += [f"{hashes[job.file]} {astuple(job)[:-1]}" for job in jobs]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


@cache
def code_version() -> str:
    """Give one word for the code and the libraries that a machine would read files with."""
    code = hashlib.sha256(platform.python_version().encode())
    for folder in CODE:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in KINDS):
            code.update(path.relative_to(folder).as_posix().encode())
            code.update(path.read_bytes())
    for name in LIBRARIES:
        code.update(version(name).encode())
    return code.hexdigest()[:16]


def write_account(account: dict[str, Any], file: Path) -> None:
    """Write what reading a file gave as JSON: days as text, months as pairs."""
    months = [[card, [str(one) for one in found]] for card, found in account["months"].items()]
    days = {name: account[name] and str(account[name]) for name in DAYS}
    file.write_text(json.dumps(account | days | {"months": months}, ensure_ascii=False), "utf-8")


def read_account(file: Path) -> dict[str, Any]:
    """Read what ``write_account`` wrote."""
    said = json.loads(file.read_text("utf-8"))
    months = {card: [date.fromisoformat(one) for one in found] for card, found in said["months"]}
    days = {name: said[name] and date.fromisoformat(said[name]) for name in DAYS}
    return dict(said) | days | {"months": months}
