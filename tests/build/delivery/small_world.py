"""Made-up files in the real layouts, read by the project's own declarations."""

import csv
import gzip
from pathlib import Path

import duckdb

from data.build import paths
from data.build.contract import create_contract
from data.build.reading import Bench, read_sources
from data.build.recording import (
    declare_areas,
    describe_periods,
    describe_services,
    describe_sources,
)
from data.build.records import load_services, load_sources
from data.build.resolving import normal_name
from data.build.tables import fill
from tests.build.finance.world import COUNCILS, councils, declared

CODES = [
    ("gss", "E08000035", "LDS"),
    ("dfe", "383", "LDS"),
    ("dfe", "801", "BST"),
    ("cassr", "212", "LDS"),
    ("cassr", "909", "BST"),
    ("name", "leeds", "LDS"),
    ("name", "bristol", "BST"),
    ("name", "glasgow city", "GLG"),
]
CODEBOOKS = ("responsibility", "delivery_model", "delivery_service", "delivery_code")
HEADERS = {
    "0809": "LEA Number:|LA Name:|S52 Line Reference:|PRIVATE (x)|VOLUNTARY (y)|PUBLIC (z)"
    "|TOTAL EXPENDITURE (k)|INCOME (l)|NET Current Expenditure (m)",
    "1112": "LA|LA Name|LineNumber|CYPServiceDescription|OwnProvision|PrivateProvision|OtherPublic"
    "|Voluntary|TotalExpenditure|Income|NetCurrentExpenditure",
    "2023": "URN|Provision type|Local authority|Sector|Places",
    "activity": "UUID|Council Code|Council Name|Care Type|Activity Provision|Age Bands"
    "|Primary support reason|Long Term Support Setting|Short Term Purpose|Data Type|Value|Notes",
    "library": "reporting|name|type"
    "|operation_16|operation_19|operation_21|operation_22|operation_23|statutory_16|statutory_19|statutory_21|statutory_22|statutory_23",
}
HEADERS["1314"] = HEADERS["1112"]
HEADERS["2025"] = HEADERS["2023"]


def write(folder: Path, path: str, rows: list[list], encoding: str = "utf-8") -> dict[str, Path]:
    """Write a gzipped CSV; gives the path in a mirror -> the file here."""
    local = folder / Path(path).name
    with gzip.open(local, "wt", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return {path: local}


def header(kind: str) -> list[str]:
    return HEADERS[kind].split("|")


def make(files: dict[str, Path], *tables: str) -> duckdb.DuckDBPyConnection:
    """Read the files beside seven councils that exist, and fill the codebooks and these tables."""
    records = declared(files) if files else load_sources(paths.SOURCES)
    database = duckdb.connect()
    database.execute("SET threads = 1")
    create_contract(database)
    database.create_function("normal_name", normal_name, [str], str)
    bench = Bench(database)
    describe_sources(bench, records)
    # Single councils that run a service besides their class are not in this world.
    services = [one.model_copy(update={"councils": {}}) for one in load_services(paths.SERVICES)]
    describe_services(bench, services)
    declare_areas(database, paths.AREAS)
    bench.insert("council", councils(COUNCILS))
    for scheme, code, council in CODES:
        database.execute(
            "INSERT INTO place_code (scheme, code, council) VALUES (?, ?, ?)",
            [scheme, code, council],
        )
    if files:
        read_sources(bench, records, files, placed=True)
        describe_periods(bench)
    for table in (*CODEBOOKS, *tables):
        fill(database, paths.TABLES / f"{table}.sql")
    return database


def shares(database, council, period, part) -> dict[str, tuple]:
    """model -> (value, share, status, note)"""
    rows = database.execute(
        "SELECT model, value, round(share_pct, 6), status, note FROM delivery"
        " WHERE council = ? AND period = ? AND delivery_service = ?",
        [council, period, part],
    ).fetchall()
    return {model: rest for model, *rest in rows}


def wrong_rows(database, check: str) -> int:
    """How many rows a check of the build finds wrong."""
    sql = (paths.CHECKS / f"{check}.sql").read_text("utf-8").strip().rstrip(";")
    return len(database.execute(sql).fetchall())
