"""Two editions side by side: what was added, dropped, revised, and by how much."""

from pathlib import Path

import duckdb
import polars as pl

from sql_text import quoted

# What counts as one series, what tells its figures apart, and where the figure stands.
FIGURES = {
    "value": ("measure", "council, period", "value"),
    "spending": ("service || ', ' || component", "council, period", "value_gbp"),
    "spending_line": ("line || ', ' || component", "council, period", "value_gbp"),
    "finance": ("line || ', ' || basis || ', ' || unit", "council, period", "value"),
    "population": ("'residents'", "council, CAST(year AS VARCHAR) AS period", "residents"),
    "context": ("indicator", "council, period", "value"),
    "delivery": ("delivery_service || ', ' || model", "council, period", "value"),
}
# A figure this many times the last edition's was given in another unit, or one of them is wrong.
JUMP = 500

SERIES = """
WITH before AS ({before}), now AS ({now}), pair AS (
    SELECT coalesce(b.series, n.series) AS series, coalesce(b.period, n.period) AS period,
           b.figure AS before, n.figure AS now,
           CASE WHEN b.figure <> 0 THEN n.figure / b.figure END AS ratio
    FROM before b FULL JOIN now n USING (series, council, period)
), new_period AS (
    SELECT series, string_agg(period, ', ' ORDER BY period) AS periods FROM (
        SELECT series, period FROM pair GROUP BY ALL
        HAVING count(before) = 0 AND count(now) > 0
    ) GROUP BY series
)
SELECT series, count(before) AS before, count(now) AS now,
       count(*) FILTER (before IS NULL AND now IS NOT NULL) AS added,
       count(*) FILTER (before IS NOT NULL AND now IS NULL) AS dropped,
       count(*) FILTER (abs(now - before) > 1e-9 * greatest(abs(now), abs(before))) AS revised,
       max(abs(now - before)) AS largest_revision,
       median(ratio) AS typical_ratio,
       count(*) FILTER (abs(ratio) NOT BETWEEN 1.0 / {jump} AND {jump}
                        AND ratio <> 0) AS jumps,
       any_value(periods) AS new_periods
FROM pair LEFT JOIN new_period USING (series)
GROUP BY series ORDER BY series
"""


def compare_figures(before: Path, now: Path) -> pl.DataFrame:
    """One row per series of figures: how many were added, dropped and revised since ``before``.

    ``typical_ratio`` is the median of new to old; ``jumps`` counts figures 500 times larger or
    smaller, the mark of thousands taken for pounds.
    """
    frames = []
    with duckdb.connect() as database:
        for table, (series, key, figure) in FIGURES.items():
            columns = f"{series} AS series, {key}, {figure} AS figure"
            parts = {
                name: _select(columns, folder / f"{table}.parquet")
                for name, folder in (("before", before), ("now", now))
            }
            frame = database.sql(SERIES.format(jump=JUMP, **parts)).pl()
            frames.append(frame.insert_column(0, pl.lit(table).alias("table")))
    return pl.concat(frames, how="vertical_relaxed")


def compare_rows(before: Path, now: Path) -> pl.DataFrame:
    """One row per table: its rows in either edition, and how many are in one alone."""
    names = sorted({file.stem for folder in (before, now) for file in folder.glob("*.parquet")})
    with duckdb.connect() as database:
        counts = [_row_counts(database, before, now, name) for name in names]
    return pl.DataFrame(counts, orient="row", schema=["table", "before", "now", "added", "dropped"])


def changed(figures: pl.DataFrame) -> pl.DataFrame:
    """The series in which anything is different."""
    return figures.filter((pl.col("added") + pl.col("dropped") + pl.col("revised")) > 0)


def _select(columns: str, file: Path) -> str:
    """Figures of one edition; a table that it has not yet is empty."""
    if file.exists():
        return f"SELECT {columns} FROM {quoted(file)}"
    return (
        "SELECT NULL::VARCHAR AS series, NULL::VARCHAR AS council, NULL::VARCHAR AS period, "
        "NULL::DOUBLE AS figure WHERE false"
    )


def _row_counts(
    database: duckdb.DuckDBPyConnection, before: Path, now: Path, name: str
) -> tuple[str, int, int, int, int]:
    old, new = (folder / f"{name}.parquet" for folder in (before, now))
    rows = [_count(database, f"FROM {quoted(file)}") if file.exists() else 0 for file in (old, new)]
    if not old.exists() or not new.exists():
        return (name, *rows, rows[1], rows[0])
    columns = _shared_columns(database, old, new)
    sides = [f"SELECT {columns} FROM {quoted(file)}" for file in (new, old)]
    added = _count(database, f"FROM ({sides[0]} EXCEPT ALL {sides[1]})")
    dropped = _count(database, f"FROM ({sides[1]} EXCEPT ALL {sides[0]})")
    return (name, *rows, added, dropped)


def _shared_columns(database: duckdb.DuckDBPyConnection, *files: Path) -> str:
    """A column that one edition lacks does not make all its rows different."""
    names = [
        [c[0] for c in database.execute(f"DESCRIBE FROM {quoted(f)}").fetchall()] for f in files
    ]
    return ", ".join(f'"{name}"' for name in names[0] if name in names[1])


def _count(database: duckdb.DuckDBPyConnection, source: str) -> int:
    return database.execute(f"SELECT count(*) {source}").fetchall()[0][0]
