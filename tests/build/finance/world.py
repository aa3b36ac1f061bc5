"""A small made-up world read by the project's own declarations: real layouts, invented figures."""

from pathlib import Path

import duckdb
import polars as pl
import xlsxwriter

from data.build import paths
from data.build.contract import create_contract
from data.build.reading import Bench, read_sources
from data.build.recording import (
    declare_areas,
    describe_periods,
    describe_services,
    describe_sources,
)
from data.build.records import Source, load_services, load_sources
from data.build.resolving import normal_name
from data.build.tables import fill

# Real codes, because the declarations resolve them; every figure is invented.
COUNCILS = [
    ("LDS", "Leeds", "E4704", "metropolitan_district", "England"),
    ("BST", "Bristol", "E0102", "unitary", "England"),
    ("ADU", "Adur", "E3831", "district", "England"),
    ("ABE", "Aberdeen City", None, "scottish", "Scotland"),
    ("GLG", "Glasgow City", None, "scottish", "Scotland"),
    ("E5100", "Greater London Authority", "E5100", "other", "England"),
    ("E6353", "West Yorkshire Combined Authority", "E6353", "other", "England"),
]


def workbook(path: Path, sheets: dict[str, list[list]]) -> Path:
    """Write an .xlsx file: sheet name -> rows of cells, None for an empty one."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, content in enumerate(row):
                    if content is not None:
                        sheet.write(number, column, content)
    return path


def declared(files: dict[str, Path]) -> dict[str, Source]:
    """The project's sources, cut down to the readings of the files that are given."""
    cut = {}
    for slug, source in load_sources(paths.SOURCES).items():
        table = [
            reading.model_copy(update={"files": [path]})
            for reading in source.table
            for path in reading.files or [file.path for file in source.file]
            if path in files
        ]
        cut[slug] = source.model_copy(update={"table": table})
    return cut


def bench_of(
    files: dict[str, Path],
    sources: dict[str, Source] | None = None,
    more: list[tuple[str, str, str, str, str]] | None = None,
) -> Bench:
    """Read the files into raw tables beside seven councils that really exist.

    `more` are others known by their ONS code: council, name, class, nation, code.
    """
    sources = sources or declared(files)
    database = duckdb.connect()
    database.execute("SET threads = 1")
    create_contract(database)
    database.create_function("normal_name", normal_name, [str], str)
    bench = Bench(database)
    describe_sources(bench, sources)
    describe_services(bench, load_services(paths.SERVICES))
    declare_areas(database, paths.AREAS)
    read_sources(bench, sources, files, placed=False)
    known = {one[0] for one in COUNCILS}
    others = [(key, name, None, *kind) for key, name, *kind, _ in more or [] if key not in known]
    bench.insert("council", councils([*COUNCILS, *others]))
    for council, *_, gss in more or []:
        database.execute(
            "INSERT INTO place_code BY NAME SELECT 'gss' scheme, ? code, ? council", [gss, council]
        )
    database.execute(
        "INSERT INTO place_code BY NAME"
        " SELECT 'ecode' scheme, ecode code, council FROM council WHERE ecode IS NOT NULL"
    )
    database.execute(
        "INSERT INTO place_code BY NAME"
        " SELECT 'name' scheme, normal_name(name) code, council FROM council"
    )
    read_sources(bench, sources, files, placed=True)
    describe_periods(bench)
    return bench


def councils(rows: list[tuple]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema=["council", "name", "ecode", "class", "nation"], orient="row")
    empty = pl.lit([], pl.List(pl.String))
    return frame.with_columns(
        pl.col("name").alias("official_name"),
        pl.col("council").str.to_lowercase().alias("slug"),
        empty.alias("other_names"),
        empty.alias("gss_before"),
        pl.when(pl.col("class") == "district")
        .then(pl.lit("lower"))
        .when(pl.col("class") == "other")
        .then(pl.lit("other"))
        .otherwise(pl.lit("single"))
        .alias("tier"),
        pl.lit(False).alias("sparse"),
    )


def filled(bench: Bench, *tables: str) -> duckdb.DuckDBPyConnection:
    """Run the SQL of these tables, in order."""
    for table in tables:
        fill(bench.database, paths.TABLES / f"{table}.sql")
    return bench.database
