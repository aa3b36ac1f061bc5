"""Sources -> tables ``raw.<name>`` of the working database, with every row accounted for."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.build.kept_readings import KeptReadings
from data.build.readers import READERS
from data.build.readers.reshaping import ShapeError
from data.build.records import Reading, RecordError, Source
from data.build.resolving import ISSUE_SCHEMA, resolve


class Bench:
    """A build in progress: the working database, the periods met, the issues and row counts.

    ``kept`` holds readings of builds before this one; ``revised`` is path -> sha256 of files that
    were taken in another edition than their record's.
    """

    def __init__(
        self, database: duckdb.DuckDBPyConnection, kept: KeptReadings | None = None
    ) -> None:
        self.database = database
        self.kept = kept or KeptReadings()
        self.revised: dict[str, str] = {}
        self.periods: dict[str, Any] = {}
        self.issues: list[dict[str, Any]] = []
        self.readings: list[dict[str, Any]] = []

    def insert(self, table: str, frame: pl.DataFrame) -> None:
        """Add rows to a contract table, columns matched by name; a list may have none."""
        if frame.is_empty():
            return
        self.database.register("incoming", frame)
        self.database.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
        self.database.unregister("incoming")


def read_sources(
    bench: Bench, sources: dict[str, Source], files: dict[str, Path], *, placed: bool
) -> None:
    """Read every dataset that names councils (``placed``) or every one that does not.

    Those that do need the table place_code, which is made from those that do not.
    Datasets of one name are one raw table, whatever the number of sources and layouts.
    """
    places = bench.database.sql("SELECT * FROM place_code").pl() if placed else None
    kept: dict[str, list[pl.DataFrame]] = defaultdict(list)
    other: dict[str, list[pl.DataFrame]] = defaultdict(list)
    for source in sources.values():
        for reading in source.table:
            if bool(reading.place) == placed:
                for path in reading.files or [file.path for file in source.file]:
                    found = _read(bench, source, reading, path, files[path], places)
                    kept[reading.name].append(found.kept)
                    other[reading.name].append(found.other)
    bench.database.execute("CREATE SCHEMA IF NOT EXISTS raw")
    for name, frames in kept.items():
        _store(bench.database, f"raw.{name}", frames)
        if placed:
            _store(bench.database, f"raw.{name}_other", other[name])


def _read(bench, source: Source, reading: Reading, path: str, local: Path, places):
    if reading.reader not in READERS:
        raise RecordError(f"{source.slug}.toml: there is no reader called {reading.reader!r}.")
    try:
        frame = bench.kept.frame(
            _sha256(bench, source, path), reading, lambda: READERS[reading.reader](local, reading)
        )
    except (ShapeError, OSError, UnicodeDecodeError) as error:
        raise ShapeError(f"{source.slug}: {path} cannot be read as declared: {error}") from error
    found = resolve(frame, reading, places, bench.periods)
    here = {"source": source.slug, "source_file": path}
    tag = [pl.lit(text).alias(name) for name, text in here.items()]
    found.kept, found.other = found.kept.with_columns(tag), found.other.with_columns(tag)
    bench.issues += [here | issue for issue in found.issues]
    bench.readings.append(
        {
            "source": source.slug,
            "path": path,
            "dataset": reading.name,
            "rows_read": len(frame),
            "rows_other": len(found.other),
            "rows_set_aside": found.rows_set_aside,
        }
    )
    return found


def _sha256(bench: Bench, source: Source, path: str) -> str:
    declared = next(file.sha256 for file in source.file if file.path == path)
    return bench.revised.get(path, declared)


def _store(database: duckdb.DuckDBPyConnection, table: str, frames: list[pl.DataFrame]) -> None:
    whole = pl.concat(frames, how="diagonal_relaxed")
    database.register("incoming", whole)
    database.execute(f"CREATE TABLE {table} AS SELECT * FROM incoming")
    database.unregister("incoming")


def issue_frame(issues: list[dict[str, Any]]) -> pl.DataFrame:
    """Issues as rows of the contract table."""
    return pl.DataFrame(issues, schema=ISSUE_SCHEMA, orient="row")
