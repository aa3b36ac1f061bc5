"""Editions that are kept: where they lie, since when each was in force, and which one a day had.

    <archive>/editions.csv                 edition,since: the day from which it was in force
    <archive>/<edition>/edition/           its tables as Parquet, with their SHA256SUMS
    <archive>/<edition>/files/             its panels and their codebooks
    <archive>/<edition>/councils.duckdb    the same tables assembled, for the API

`python -m data.build keep` writes it. A row of an edition that has no folder says since when the
edition in place is in force.
"""

import csv
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(
    os.environ.get("PUBLIC_POUND_ARCHIVE") or Path(__file__).parent / "data" / "archive"
).resolve()
LIST = "editions.csv"
HEAD = ("edition", "since")
# An edition's name begins with a day, and is a folder's name.
NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9]{1,40}")


class Kept(NamedTuple):
    """An edition of the archive; `since` is the day from which it was in force here."""

    name: str
    since: date
    folder: Path

    @property
    def tables(self) -> Path:
        return self.folder / "edition"

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def database(self) -> Path:
        return self.folder / "councils.duckdb"


def kept_in(folder: Path) -> list[Kept]:
    """Those that lie there, in the order in which they were in force."""
    found = [Kept(name, since, folder / name) for name, since in since_of(folder).items()]
    return sorted(
        (one for one in found if one.tables.is_dir()), key=lambda one: (one.since, one.name)
    )


def since_of(folder: Path) -> dict[str, date]:
    """Edition -> the day from which it was in force; lines that cannot be read are passed over."""
    try:
        lines = (folder / LIST).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    found = {}
    for row in csv.DictReader(lines):
        name, day = row.get("edition") or "", row.get("since") or ""
        if NAME.fullmatch(name) and (read := as_day(day)):
            found[name] = read
    return found


def stamp() -> str:
    """Changes when an edition is kept."""
    try:
        return str((FOLDER / LIST).stat().st_mtime_ns)
    except FileNotFoundError:
        return ""


def record(folder: Path, name: str, since: date) -> None:
    """Say since when `name` is in force, where that is not said yet."""
    known = since_of(folder)
    if name in known:
        return
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f"{LIST}.part"
    with partial.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(HEAD)
        listed = sorted((day, edition) for edition, day in (known | {name: since}).items())
        rows.writerows((edition, day) for day, edition in listed)
    partial.replace(folder / LIST)


def in_force(editions: Sequence[tuple[str, date]], day: date) -> str | None:
    """Of `editions`, each with its first day, the one in force on `day`; None before the first.

    Of several that began on one day it is the last of the list.
    """
    begun = sorted((one for one in editions if one[1] <= day), key=lambda one: one[1])
    return begun[-1][0] if begun else None


def own_day(name: str) -> date:
    """The day in an edition's name, that of its newest source: it was in force no earlier."""
    return as_day(name[:10]) or date.min


def as_day(text: str) -> date | None:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
