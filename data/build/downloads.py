"""The assembled database -> ``static/downloads``: what readers take away, as files on disk.

Files and not answers of the app: a server streams a file of any size to many readers at once
without holding it in memory, and nothing needs to be cut.
"""

import os
import shutil
from pathlib import Path

import duckdb
import polars as pl

from data.build.council_panel.writing import write_council_panels
from data.build.ledger.placing import SCHEMA, SHARED, LedgerFiles, folder_held
from data.build.panel.writing import write_panel
from data.build.publishing import contract_tables, last_of, swap
from spreadsheet import write_csv

# Every value with its words, place and source: one table for those who want no joins.
WHOLE = "measure_values_with_sources"
WHOLE_SQL = """
SELECT m.measure, m.title AS measure_title, m.service, m.kind, m.unit, m.polarity,
       v.council, c.name AS council_name, c.gss, c.class, c.nation, v.period, t.starts, t.ends,
       v.value, v.lower, v.upper, v.numerator, v.denominator, v.status, v.note,
       v.source, s.title AS source_title, s.publisher, s.licence,
       (SELECT name FROM edition) AS edition
FROM value v
JOIN measure m USING (measure)
JOIN council c USING (council)
JOIN period t USING (period)
LEFT JOIN source s ON s.source = v.source
ORDER BY m.position, c.name, v.council, t.starts, t.ends
"""

# What is made at assembly, with names beside the keys.
JUDGED = {
    "judgement": """
SELECT m.title AS measure_title, c.name AS council_name, c.gss, n.title AS model_title,
       v.real_value AS value, j.*, (SELECT name FROM edition) AS edition
FROM judgement j
JOIN measure m USING (measure)
JOIN council c USING (council)
JOIN neighbour_model n USING (model)
JOIN measure_value v ON v.measure = j.measure AND v.council = j.council AND v.period = j.period
ORDER BY m.position, j.measure, c.name, j.council, n.position
""",
    "spread": """
SELECT m.title AS measure_title, s.*, (SELECT name FROM edition) AS edition
FROM spread s JOIN measure m USING (measure)
ORDER BY m.position, s.measure, s.period, s.nation, s.comparison_group
""",
}

# Tables of payments with more rows are to be had as Parquet alone.
CSV_ROWS = 300_000


def write_downloads(
    database_path: Path,
    edition: Path,
    folder: Path,
    ledger: LedgerFiles | None = None,
    database_name: str | None = None,
) -> None:
    """Fill ``folder`` anew: every contract table as CSV and Parquet, the judgements, the joined
    table, the file.

    ``database_name`` is the database's name there, where it is not yet the one that it has.
    The payments of a whole dataset stay where they lie: they are Parquet files already.
    """
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with duckdb.connect(database_path, read_only=True) as database:
        for table in contract_tables(database):
            write_csv(_rows(database, f"FROM {table}"), fresh / f"{table}.csv")
            if table in SHARED:
                _rows(database, f"FROM {table}").write_parquet(fresh / f"{table}.parquet")
            else:
                _place(edition / f"{table}.parquet", fresh / f"{table}.parquet")
        _write_ledger(database, fresh, folder_held(ledger) if ledger else None)
        for name, sql in {**JUDGED, WHOLE: WHOLE_SQL}.items():
            made = _rows(database, sql)
            write_csv(made, fresh / f"{name}.csv")
            made.write_parquet(fresh / f"{name}.parquet", compression="zstd")
        write_panel(database, fresh)
        write_council_panels(database, fresh)
    _place(database_path, fresh / (database_name or database_path.name))
    swap(fresh, folder)
    # They can be made again from the edition; twice they would be most of a gigabyte.
    shutil.rmtree(last_of(folder), ignore_errors=True)


def _write_ledger(database: duckdb.DuckDBPyConnection, fresh: Path, held: Path | None) -> None:
    for table in contract_tables(database, SCHEMA):
        rows = database.sql(f"FROM {SCHEMA}.{table}")
        name = f"{SCHEMA}.{table}"
        # What was worked out when the database was put together has no file of its own.
        if held and (held / f"{table}.parquet").exists():
            _place(held / f"{table}.parquet", fresh / f"{name}.parquet")
        else:
            rows.pl().write_parquet(fresh / f"{name}.parquet")
        if rows.shape[0] <= CSV_ROWS:
            write_csv(rows.pl(), fresh / f"{name}.csv")


def _rows(database: duckdb.DuckDBPyConnection, sql: str) -> pl.DataFrame:
    return database.sql(sql).pl()


def _place(original: Path, copy: Path) -> None:
    """A second name for a file that is never changed in place; a copy where disks differ."""
    try:
        os.link(original, copy)
    except OSError:
        shutil.copyfile(original, copy)
