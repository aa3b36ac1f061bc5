"""The same payments asked of what a council might use instead: python -m benchmarks.peers [ROWS].

Millions of real payments of the assembled edition, whole councils, in four stores on one machine,
asked one store after the other: this dashboard's own queries, pandas as a Streamlit page would use
it, SQLite behind Datasette with full-text search, and a PostgreSQL that is started for this on a
socket of its own and removed. The dashboard always holds all payments of the edition.
"""

import argparse
import asyncio
import csv
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb
from rich.console import Console
from rich.table import Table

from benchmarks import ROOT

DATABASE = ROOT / "data" / "councils.duckdb"
ROUNDS = 15
LASTS_AT_MOST_S = 30.0
COUNCIL, PERIOD, WORD = "DEV", "2023-24", "care"
COLUMNS = "council, month, day, period, amount_gbp, supplier, department, purpose, service"
# One flat table, as it is kept where nobody made sums: council by council, in time.
FLAT = """
CREATE TABLE payment AS
SELECT p.council, p.month, coalesce(p.day, p.month) AS day,
       printf('%d-%02d', year(p.month - INTERVAL 3 MONTH),
              (year(p.month - INTERVAL 3 MONTH) + 1) % 100) AS period,
       p.amount_pence / 100.0 AS amount_gbp, s.name AS supplier, w.department, w.purpose, w.service
FROM edition.ledger.payment p
JOIN edition.ledger.supplier s USING (supplier)
JOIN edition.ledger.wording w USING (wording)
WHERE p.council IN (SELECT unnest($councils)) ORDER BY p.council, p.month
"""
SUPPLIERS = """
CREATE TABLE supplier AS
SELECT supplier, count(*) AS payments, sum(amount_gbp) AS amount_gbp FROM payment GROUP BY supplier
"""
# In every dialect alike; {search} is each store's own.
QUESTIONS = {
    "search of a supplier": "SELECT supplier, payments, amount_gbp FROM supplier WHERE {search} "
    "ORDER BY amount_gbp DESC LIMIT 50",
    "a council's newest payments": f"SELECT * FROM payment WHERE council = '{COUNCIL}' "
    "ORDER BY day DESC LIMIT 50",
    "a council's months": "SELECT month, count(*) AS n, sum(amount_gbp) AS gbp FROM payment "
    f"WHERE council = '{COUNCIL}' GROUP BY month ORDER BY month",
    "a council's largest suppliers of a year": "SELECT supplier, sum(amount_gbp) AS gbp "
    f"FROM payment WHERE council = '{COUNCIL}' AND period = '{PERIOD}' "
    "GROUP BY supplier ORDER BY gbp DESC LIMIT 15",
}
INDEXES = (
    "CREATE INDEX payment_day ON payment (council, day)",
    "CREATE INDEX payment_period ON payment (council, period)",
    "CREATE INDEX payment_supplier ON payment (supplier)",
)
PROGRAMS = Path("/usr/lib/postgresql")

Ask = Callable[[str], object]


class Asked(NamedTuple):
    """Milliseconds of one question of one store."""

    question: str
    store: str
    p50_ms: float
    p95_ms: float


def main() -> None:
    """Print a table of questions by stores."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("rows", nargs="?", type=float, default=1, help="millions of payments")
    rows = int(parser.parse_args().rows * 1_000_000)
    console = Console(highlight=False, width=120)
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        folder = Path(name)
        held, all_of_them = _flat(folder, rows)
        console.print(
            f"{os.cpu_count()} cores, Python {platform.python_version()}, {held:,} payments in each"
            f" store, {all_of_them:,} in this dashboard's; load {os.getloadavg()[0]:.0f}"
        )
        found = list(_measured(folder, console.print))
        console.print(f"Load at the end {os.getloadavg()[0]:.0f}")
    stores = list(dict.fromkeys(one.store for one in found))
    table = Table("question, p50 / p95 ms", *stores)
    for question in QUESTIONS:
        cells = {
            one.store: f"{one.p50_ms:,.1f} / {one.p95_ms:,.1f}"
            for one in found
            if one.question == question
        }
        table.add_row(question, *(cells.get(store, "-") for store in stores))
    console.print(table)


def _flat(folder: Path, rows: int) -> tuple[int, int]:
    """Write payment.parquet and supplier.parquet of so many payments, and the same as CSV."""
    with duckdb.connect() as database:
        database.execute("SET memory_limit = '2GB'")
        database.execute(f"ATTACH '{DATABASE}' AS edition (READ_ONLY)")
        counts = database.execute(
            "SELECT council, count(*) FROM edition.ledger.payment GROUP BY council "
            "ORDER BY council <> $first, council",
            {"first": COUNCIL},
        ).fetchall()
        chosen, held = [], 0
        for council, count in counts:
            if held + count <= rows or not chosen:
                chosen.append(council)
                held += count
        database.execute(FLAT, {"councils": chosen})
        database.execute(SUPPLIERS)
        for table in ("payment", "supplier"):
            database.execute(f"COPY {table} TO '{folder}/{table}.parquet' (FORMAT parquet)")
            database.execute(f"COPY {table} TO '{folder}/{table}.csv' (HEADER false)")
        return held, sum(count for _, count in counts)


def _measured(folder: Path, say: Callable[[str], None]) -> Iterator[Asked]:
    yield from _ours()
    for make in (_pandas, _datasette, _postgres):
        began = time.perf_counter()
        with make(folder) as (store, ask):
            if ask is None:
                say(f"{store} is not installed: not measured")
                continue
            say(f"{store}: loaded after {time.perf_counter() - began:.0f} s")
            for question, sql in QUESTIONS.items():
                yield _timed(question, store, lambda ask=ask, sql=sql: ask(sql))


def _timed(question: str, store: str, ask: Callable[[], object]) -> Asked:
    """A store that times itself gives its milliseconds; of all others the call is timed."""
    times: list[float] = []
    while len(times) < ROUNDS and sum(times) < LASTS_AT_MOST_S * 1000:
        began = time.perf_counter()
        told = ask()
        taken = (time.perf_counter() - began) * 1000
        times.append(told if isinstance(told, float) else taken)
    return Asked(question, store, statistics.median(times), sorted(times)[int(0.95 * len(times))])


def _ours() -> Iterator[Asked]:
    import queries

    everything = dict.fromkeys(queries.query_of("payments/rows").header.takes)
    page = {"way": "by_place", "councils": [COUNCIL], "cards": "with", "credits": "with"}
    page |= {"sort": "newest", "rows": 50, "skip": 0}
    search = {"words": [WORD], "sort": "fit", "most": 50, "skip": 0}
    largest = {"council": COUNCIL, "period": PERIOD, "most": 15}
    asked = [
        ("supplier/search", search),
        ("payments/rows", everything | page),
        ("payments/months", {"councils": [COUNCIL]}),
        ("council/payment_suppliers", largest),
    ]
    for question, (name, takes) in zip(QUESTIONS, asked, strict=True):
        yield _timed(question, "this dashboard", lambda n=name, t=takes: queries.ask(n, **t).height)


@contextmanager
def _pandas(folder: Path) -> Iterator[tuple[str, Ask]]:
    """A frame held in memory, filtered and grouped on every run, as pages are usually written."""
    import pandas as pd

    payment = pd.read_parquet(folder / "payment.parquet")
    supplier = pd.read_parquet(folder / "supplier.parquet")
    payment["day"] = pd.to_datetime(payment["day"])

    def months() -> object:
        of_council = payment[payment["council"] == COUNCIL]
        return of_council.groupby("month")["amount_gbp"].agg(["count", "sum"])

    def largest() -> object:
        chosen = payment[(payment["council"] == COUNCIL) & (payment["period"] == PERIOD)]
        return chosen.groupby("supplier")["amount_gbp"].sum().nlargest(15)

    def search() -> object:
        named = supplier["supplier"].str.contains(WORD, case=False, na=False)
        return supplier[named].nlargest(50, "amount_gbp")

    def newest() -> object:
        return payment[payment["council"] == COUNCIL].nlargest(50, "day")

    answers = dict(zip(QUESTIONS.values(), [search, newest, months, largest], strict=True))
    yield "pandas", lambda sql: answers[sql]()


@contextmanager
def _datasette(folder: Path) -> Iterator[tuple[str, Ask]]:
    """SQLite with indexes and full-text search, asked over Datasette's own interface."""
    from datasette.app import Datasette

    file = folder / "payments.db"
    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TABLE payment ({COLUMNS.replace('_gbp', '_gbp REAL')})")
        database.execute("CREATE TABLE supplier (supplier, payments INTEGER, amount_gbp REAL)")
        for table in ("payment", "supplier"):
            with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
                rows = csv.reader(lines)
                marks = ", ".join("?" * (COLUMNS.count(",") + 1 if table == "payment" else 3))
                database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        for index in INDEXES:
            database.execute(index)
        database.execute(
            "CREATE VIRTUAL TABLE supplier_fts USING fts5(supplier, content='supplier')"
        )
        database.execute(
            "INSERT INTO supplier_fts (rowid, supplier) SELECT rowid, supplier FROM supplier"
        )
        database.execute("ANALYZE")
    served = Datasette([str(file)], settings={"sql_time_limit_ms": 60_000})
    loop = asyncio.new_event_loop()
    matching = f"rowid IN (SELECT rowid FROM supplier_fts WHERE supplier_fts MATCH '{WORD}')"

    def ask(sql: str) -> None:
        params = {"sql": sql.replace("{search}", matching), "_shape": "array"}
        answer = loop.run_until_complete(served.client.get("/payments.json", params=params))
        answer.raise_for_status()

    try:
        yield "Datasette, SQLite FTS5", ask
    finally:
        loop.close()


@contextmanager
def _postgres(folder: Path) -> Iterator[tuple[str, Ask | None]]:
    """A cluster of this run's own on a socket in ``folder``; its own time of each answer."""
    programs = sorted(PROGRAMS.glob("*/bin"))[-1:] or [Path("absent")]
    if not (programs[0] / "initdb").exists():
        yield "PostgreSQL", None
        return
    place = folder / "postgres"
    place.mkdir()
    for path in (folder, place):
        path.chmod(0o755)
    if os.getuid() == 0:  # it refuses to run as root
        shutil.chown(place, "postgres", "postgres")
    run = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    data, log = place / "data", place / "log.txt"
    options = f"-c listen_addresses='' -c unix_socket_directories={place} -c shared_buffers=512MB"
    quiet = {"check": True, "capture_output": True, "text": True, "cwd": "/"}
    subprocess.run([*run, programs[0] / "initdb", "-D", data, "-A", "trust", "-U", "me"], **quiet)
    control = [*run, programs[0] / "pg_ctl", "-D", data, "-w", "-l", log]
    # Its output would be held open by what it starts.
    subprocess.run(
        [*control, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL, cwd="/"
    )
    client = [
        "psql",
        "-h",
        str(place),
        "-U",
        "me",
        "-d",
        "postgres",
        "-qAt",
        "-v",
        "ON_ERROR_STOP=1",
    ]

    def told(sql: str) -> str:
        return subprocess.run([*client], input=sql, **quiet).stdout

    try:
        told(
            "CREATE TABLE payment (council text, month date, day date, period text, "
            "amount_gbp float8, supplier text, department text, purpose text, service text);"
            "CREATE TABLE supplier (supplier text, payments bigint, amount_gbp float8);"
            + "".join(
                f"\n\\copy {t} FROM '{folder}/{t}.csv' CSV\n" for t in ("payment", "supplier")
            )
            + ";".join(INDEXES)
            + ";CREATE INDEX supplier_words ON supplier "
            "USING gin (to_tsvector('simple', supplier)); ANALYZE;"
        )
        matching = f"to_tsvector('simple', supplier) @@ to_tsquery('simple', '{WORD}')"

        def ask(sql: str) -> float:
            said = told(f"\\timing on\n\\o /dev/null\n{sql.replace('{search}', matching)};")
            return float(re.findall(r"Time: ([\d.]+) ms", said)[-1])

        yield "PostgreSQL", ask
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, cwd="/")


if __name__ == "__main__":
    main()
