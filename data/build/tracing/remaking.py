"""A figure made again from chosen rows of the published files, by the SQL that the build runs.

So it is found which rows a figure is made of, however it is made: the row of a joint area, the
quarters of a year, the districts of a county, every home behind a share.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.build import paths
from data.build.kept_readings import KeptReadings
from data.build.lineage import OTHER, datasets_of
from data.build.periods import Period
from data.build.readers import READERS
from data.build.records import Reading
from data.build.resolving import resolve
from data.build.tracing.fewest import fewest_of
from data.build.tracing.finding import Tracer

Row = dict[str, Any]


@dataclass(frozen=True)
class Published:
    """A row of a published file: where it stands, and what it says after reading."""

    source: str
    path: str
    reading: Reading
    row: Row


@dataclass(frozen=True)
class Wanted:
    """The figure: the SQL that makes it, and the row of its answer that is meant.

    ``where`` is column -> value; ``expected`` column -> what the edition says. ``near`` are
    councils whose rows are tried first, from the council itself outwards; ``periods`` those that
    the figure's own holds, None where it has none.
    """

    sql: str
    where: Row
    expected: Row
    near: list[list[str]]
    periods: list[str] | None = None


def rows_of(tracer: Tracer, wanted: Wanted, member: pl.DataFrame | None = None) -> list[Published]:
    """The rows without which the figure would be another; none if no choice of rows gives it.

    ``member`` is what a measure family's SQL reads by that name.
    """
    made = _Made(tracer, wanted)
    if member is not None:
        _declare(made.database, "member", member)
    for among in _nearer_to_farther(made.places, wanted):
        if made.gives(among):
            made.forget_others()
            return made.published(fewest_of(among, made.gives))
    return []


def _nearer_to_farther(places: pl.DataFrame, wanted: Wanted) -> Iterator[list[int]]:
    """Ids of rows: of the council, of those near it, of all councils, each in the period; all."""
    of_time = places
    if wanted.periods is not None:
        of_time = places.filter(pl.col("period").is_null() | pl.col("period").is_in(wanted.periods))
    for councils in wanted.near:
        yield of_time.filter(pl.col("council").is_in(councils))["row_id"].to_list()
    yield of_time["row_id"].to_list()
    yield places["row_id"].to_list()


class _Made:
    """The datasets that an SQL reads, as temporary tables beside those of the edition."""

    def __init__(self, tracer: Tracer, wanted: Wanted) -> None:
        self.tracer, self.wanted = tracer, wanted
        self.parts: list[tuple[int, str, str, Reading, pl.DataFrame]] = []
        self.count = 0
        self.loose: list[str] = []
        self.database = tracer.database.cursor()
        self.database.execute("CREATE OR REPLACE TEMP TABLE kept_row (row_id BIGINT)")
        self.sql = re.sub(r"\b(raw|declared)\.(\w+)", r"\1_\2", wanted.sql.strip().rstrip(";"))
        for path in sorted(paths.AREAS.glob("*.csv")):
            if f"declared.{path.stem}" in wanted.sql:
                frame = pl.read_csv(path, infer_schema=False)
                _declare(self.database, f"declared_{path.stem}", frame)
        indexes = [self._load(dataset) for dataset in sorted(datasets_of(wanted.sql))]
        schema = {"row_id": pl.Int64, "council": pl.String, "period": pl.String}
        self.places = pl.concat([pl.DataFrame(schema=schema), *indexes])

    def gives(self, among: list[int]) -> bool:
        """Whether these rows alone give the figure."""
        incoming = pl.DataFrame({"row_id": among}, schema={"row_id": pl.Int64})
        self.database.register("incoming", incoming)
        self.database.execute("DELETE FROM kept_row; INSERT INTO kept_row FROM incoming")
        self.database.unregister("incoming")
        where = " AND ".join(f"{name} = ${name}" for name in self.wanted.where)
        answer = self.database.sql(
            f"SELECT * FROM ({self.sql}\n) WHERE {where}", params=self.wanted.where
        ).pl()
        return any(_same(found, self.wanted.expected) for found in answer.to_dicts())

    def forget_others(self) -> None:
        """What is asked many times from now on shall be small."""
        for name in self.loose:
            self.database.execute(
                f"DELETE FROM all_{name} WHERE row_id NOT IN (SELECT row_id FROM kept_row)"
            )

    def published(self, ids: list[int]) -> list[Published]:
        return [
            Published(source, path, reading, frame.row(one - first, named=True))
            for first, source, path, reading, frame in self.parts
            for one in sorted(ids)
            if first <= one < first + len(frame)
        ]

    def _load(self, dataset: str) -> pl.DataFrame:
        """Read every file of a dataset; gives ids, councils and periods of what may be left out.

        A dataset that names no councils says how the others are to be read, and stays whole.
        """
        declared = [
            (source, path, reading)
            for source, record in self.tracer.sources.items()
            for reading in record.table
            if reading.name == dataset
            for path in reading.files or [file.path for file in record.file]
        ]
        read = [self._read(*one) for one in declared]
        fixed = all("council" not in kept.columns for kept, _ in read)
        for position, name in enumerate((dataset, dataset + OTHER)):
            frame = pl.concat([parts[position] for parts in read], how="diagonal_relaxed")
            _declare(self.database, f"all_{name}", frame)
            self.loose += [] if fixed else [name]
            chosen = "" if fixed else "WHERE row_id IN (SELECT row_id FROM kept_row)"
            self.database.execute(
                f"CREATE OR REPLACE TEMP VIEW raw_{name} AS "
                f"SELECT * EXCLUDE (row_id) FROM all_{name} {chosen}"
            )
        index = pl.concat([_index(part) for parts in read for part in parts])
        return index.clear() if fixed else index

    def _read(self, source: str, path: str, reading: Reading) -> list[pl.DataFrame]:
        """Rows of councils, and the others, each with an id by which ``published`` finds it."""
        frame = _frame(self.tracer, source, path, reading)
        known: dict[str, Period] = {}
        found = resolve(frame, reading, self.tracer.places, known)
        parts = []
        for part in (found.kept, found.other):
            self.parts.append((self.count, source, path, reading, part))
            ids = pl.int_range(self.count, self.count + len(part), dtype=pl.Int64, eager=True)
            here = [pl.lit(source).alias("source"), pl.lit(path).alias("source_file")]
            parts.append(part.with_columns(ids.alias("row_id"), *here))
            self.count += len(part)
        return parts


def _frame(tracer: Tracer, source: str, path: str, reading: Reading) -> pl.DataFrame:
    """What the build reads of a file, from the readings that are kept if it is there."""
    local = tracer.local(source, path)
    assert local is not None, "rows are looked for only where there is a mirror"
    (sha256,) = (file.sha256 for file in tracer.sources[source].file if file.path == path)
    return KeptReadings(paths.READINGS).frame(
        sha256, reading, lambda: READERS[reading.reader](local, reading)
    )


def _index(part: pl.DataFrame) -> pl.DataFrame:
    missing = [
        pl.lit(None, pl.String).alias(name)
        for name in ("council", "period")
        if name not in part.columns
    ]
    return part.with_columns(missing).select("row_id", "council", "period")


def _declare(database: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    database.register("incoming", frame)
    database.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM incoming")
    database.unregister("incoming")


def _same(found: Row, expected: Row) -> bool:
    """Whether an answer is the figure, as far as the SQL gives it: the build fills in statuses."""
    return all(
        _equal(found[name], value)
        for name, value in expected.items()
        if name in found and not (name == "status" and found[name] is None)
    )


def _equal(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-9 * max(abs(one), abs(other))
    return one == other


def parts_of(table: str, datasets: set[str]) -> list[str]:
    """The SQL texts that fill a contract table from any of these datasets."""
    files: list[Path] = [
        *paths.TABLES.glob(f"{table}.sql"),
        *sorted(paths.TABLES.glob(f"{table}.*.sql")),
    ]
    texts = [path.read_text("utf-8") for path in files]
    return [text for text in texts if datasets_of(text) & datasets]
