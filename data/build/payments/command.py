"""The command ``python -m data.build payments``: read, print, and write the rows."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq
import typer
from rich.console import Console

from data.build.payments.newest_files import bring_newest
from data.build.payments.publisher_addresses import place_of
from data.build.payments.reading import read_all
from data.build.payments.report import as_frame, as_json, as_table, cut


class Most(NamedTuple):
    """Files of which anything is told, and rows and sentences of each."""

    files: int
    rows: int


def run(
    files: Iterable[Path],
    council: str,
    json_wanted: bool,
    out: Path | None,
    most: Most | None = None,
) -> None:
    """Print one entry per file; leave with code 1 only when nothing could be read.

    ``most`` bounds what is told, for a program that reads strangers' files.
    """
    if out and not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}", param_hint="--out")
    read, told = 0, []
    writer: pq.ParquetWriter | None = None
    readings = read_all(_spread(files), council)
    for reading in islice(readings, most.files if most else None):
        entry = as_json(reading)
        entry = cut(entry, most.rows) if most else entry
        if json_wanted:
            print(json.dumps(entry), flush=True)
        told.append(entry)
        if reading.refused:
            continue
        read += 1
        if out:
            rows = as_frame(reading).to_arrow()
            # File by file: a council's whole history need not fit in memory.
            writer = writer or pq.ParquetWriter(out, rows.schema, compression="zstd")
            writer.write_table(rows)
    if writer:
        writer.close()
    if not json_wanted:
        console = Console(highlight=False)
        console.width = max(console.width, 140)
        console.print(as_table(told))
    if not read:
        raise typer.Exit(1)


def bring(
    council: str, into: Path, most: int, say: Callable[[str], None]
) -> tuple[list[Path], str]:
    """Bring a council's newest files. Gives them and its key; raises NotKnown."""
    place = place_of(council)
    folder = into / place.council.lower()
    found = bring_newest(place, folder, most, datetime.now(UTC).date(), say)
    for one in found:
        say(f"{one.month:%B %Y} of {place.name}: {one.path}, from {one.url}")
    return [one.path for one in found], place.council


def _spread(files: Iterable[Path]) -> Iterator[Path]:
    """A folder stands for the files under it."""
    for path in files:
        if path.is_dir():
            yield from sorted(child for child in path.rglob("*") if _shown(child, path))
        else:
            yield path


def _shown(child: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in child.relative_to(folder).parts)
    return child.is_file() and not hidden
