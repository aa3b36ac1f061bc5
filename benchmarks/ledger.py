"""Payments at scale: bytes, time to import and assemble, and how long the pages' queries take."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from benchmarks import ROOT
from benchmarks.repeating import repeat

WHOLE = ROOT / "data" / "ledger_full"
COMMAND = [sys.executable, "-m", "data.build", "ledger"]
ROUNDS = 15
IMPORT_LASTS_AT_MOST_S = 1800
LASTS_AT_MOST_MS = 20_000
# What a page asks at once is measured as one: the sum of its queries.
ANY = {"words_like": None, "least_gbp": None, "most_gbp": None, "cards": "with", "credits": "with"}
OPEN = {"supplier_words": None, "supplier_slug": None, "councils": None, "service": None}
OPEN |= {"category": None, "first": None, "last": None}
ONE_YEAR = {"first": "2019-04-01", "last": "2020-03-01"}
SUMS = {"cards": "with", "first_year": None, "last_year": None}
KEPT = {name: None for name in ("councils", "service", "category", "first", "last")}
FIRST = {"sort": "fit", "most": 50, "skip": 0}
NO_DUTY = r"\b(council|police|hmrc|nhs)\b"


class Imported(NamedTuple):
    rows: int
    seconds: float
    rows_a_second: float
    peak_mb: float
    problem: str


class Held(NamedTuple):
    rows: int
    made_s: float
    dataset_mb: float
    assembled_s: float
    database_mb: float


class Answered(NamedTuple):
    """On a busy machine the processor's time says what a quiet one would take."""

    what: str
    p50_ms: float
    p95_ms: float
    processor_p50_ms: float
    rows: int


def imported(mirror: Path) -> Imported:
    """Build the whole dataset from the published files, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        done = subprocess.run(
            [*COMMAND, "--mirror", str(mirror), "--out", f"{folder}/whole"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=IMPORT_LASTS_AT_MOST_S,
        )
        seconds = time.perf_counter() - started
        # Of the largest process: the parent, which joins and sorts.
        peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        problem = "" if done.returncode == 0 else (done.stderr or done.stdout).strip()[-300:]
        rows = _payments(Path(folder) / "whole") if not problem else 0
    return Imported(rows, seconds, rows / seconds, peak_mb, problem)


def measured(whole: Path, rows: int) -> Iterator[Held | Answered]:
    """Repeat the real rows, assemble them beside the edition, and ask what the pages ask."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        folder = Path(name)
        started = time.perf_counter()
        target = folder / "ledger_full"
        if rows <= _payments(whole):
            shutil.copytree(whole, target, copy_function=os.link)
        else:
            repeat(whole, target, rows)
        made = time.perf_counter() - started
        started = time.perf_counter()
        database = _assembled(folder)
        assembled = time.perf_counter() - started
        size = sum(path.stat().st_size for path in target.rglob("*.parquet")) / 1e6
        yield Held(_payments(target), made, size, assembled, database.stat().st_size / 1e6)
        yield from _answers(database, target)


def _payments(whole: Path) -> int:
    return pl.read_parquet(whole / "holding.parquet")["payments"][0]


def _assembled(folder: Path) -> Path:
    from data.build import paths
    from data.build.assembling import assemble
    from data.build.ledger.placing import LedgerFiles

    ledger = LedgerFiles(paths.LEDGER_CONTRACT, folder / "none", folder / "ledger_full")
    assemble(paths.EDITION, paths.CONTRACT, folder / "councils.duckdb", ledger)
    return folder / "councils.duckdb"


def _answers(database: Path, target: Path) -> Iterator[Answered]:
    import queries

    plain = queries.EDITION, queries.LOCKED_DOWN
    queries.EDITION = database
    queries.LOCKED_DOWN = queries.LOCKED_DOWN | {"allowed_directories": f"['{target}']"}
    try:
        for what, asked in _questions(queries.ask).items():
            yield _timed(what, asked, queries.ask)
    finally:
        queries.EDITION, queries.LOCKED_DOWN = plain


def _timed(what: str, asked: list[tuple[str, dict]], ask) -> Answered:
    times, worked, rows = [], [], 0
    while len(times) < ROUNDS and sum(times) < LASTS_AT_MOST_MS:
        started, working, rows = time.perf_counter(), time.process_time(), 0
        for name, takes in asked:
            try:
                rows += ask(name, **takes).height
            except duckdb.InterruptException:
                return Answered(f"{what}: {name} is ended after ten seconds", 0, 0, 0, 0)
        times.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - working) * 1000)
    late = sorted(times)[int(0.95 * len(times))]
    return Answered(what, statistics.median(times), late, statistics.median(worked), rows)


def _questions(ask) -> dict[str, list[tuple[str, dict]]]:
    """What each page asks: name -> its queries. A large and a typical supplier and council."""
    widest = ask("supplier/widest", most=40)["slug"].to_list()
    found = {
        "supplier search, one word": [
            ("supplier/search", {"words": ["care"], "sort": "fit", "most": 50, "skip": 0})
        ],
        "supplier search, two words": [("supplier/search", {"words": ["british", "gas"]} | FIRST)],
        "supplier search, misspelled": [("supplier/search", {"words": ["veola"]} | FIRST)],
        "supplier page, the widest": _supplier(ask, widest[0]),
        "supplier page, the fortieth": _supplier(ask, widest[39]),
        "council page": [
            ("council/payment_publisher", {"council": "DEV"}),
            ("council/payment_years", {"council": "DEV"}),
            ("council/payment_suppliers", {"council": "DEV", "period": "2023-24", "most": 15}),
            ("payments/months", {"councils": ["DEV"]}),
        ],
        "national months, kinds and top suppliers": [
            ("payments/sums", KEPT | SUMS | {"suppliers": True})
        ],
        "national month series": [("payments/sums", KEPT | SUMS | {"suppliers": False})],
        "top suppliers of one year": [
            (
                "payments/sums",
                KEPT
                | SUMS
                | ONE_YEAR
                | {"suppliers": True, "first_year": "2019-20", "last_year": "2019-20"},
            )
        ],
        "bought separately, five councils": [
            (
                "joint_buying/suppliers",
                {
                    "councils": ["CLD", "DAL", "HAG", "NET", "WAR"],
                    "periods": ["2019-20", "2021-22"],
                    "category": None,
                    "least": 2,
                    "duty": NO_DUTY,
                    "sort": "councils",
                    "most": 50,
                },
            )
        ],
    }
    return found | _searches()


def _supplier(ask, slug: str) -> list[tuple[str, dict]]:
    supplier = ask("supplier/about", supplier_slug=slug)["supplier"][0]
    one = {"supplier": supplier}
    names = ("payers", "months", "years", "purposes", "spellings")
    return [
        ("supplier/about", {"supplier_slug": slug}),
        *((f"supplier/{name}", one) for name in names),
        ("supplier/words", one | {"most": 20}),
        ("supplier/payments", one | {"council": None, "most": 50, "skip": 0}),
    ]


def _searches() -> dict[str, list[tuple[str, dict]]]:
    place = {"way": "by_place"} | OPEN | ANY
    page = {"sort": "newest", "rows": 50, "skip": 0}
    devon = place | {"councils": ["DEV"]}
    year = place | ONE_YEAR
    taxi = {"words_like": "%taxi%"}
    named = OPEN | ANY | {"way": "by_supplier", "supplier_words": ["british", "gas"]}
    return {
        "word search, one council": [("payments/found", devon | taxi)],
        "word search, one year, all councils": [("payments/found", year | taxi)],
        "word search, all": [("payments/found", place | taxi)],
        "payments of a supplier by name": [("payments/found", named)],
        "list of one council, first page": [("payments/rows", devon | page)],
        "list of one council, page 100": [("payments/rows", devon | page | {"skip": 4950})],
        "list of one council over £100,000": [
            ("payments/rows", devon | page | {"least_gbp": 100_000.0})
        ],
        "list of one year, all councils": [("payments/rows", year | page | {"sort": "largest"})],
    }
