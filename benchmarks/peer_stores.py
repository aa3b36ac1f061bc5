"""Stores that a council might use instead, each with the same payments, and how each is asked."""

import asyncio
import csv
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peer_data import COLUMNS, COUNCIL, INDEXES, PERIOD, QUESTIONS, WORD
from queries.door import Door
from sql_text import quoted

PROGRAMS = Path("/usr/lib/postgresql")
AT_ONCE = 500_000
# Milliseconds of one answer to a question of QUESTIONS.
Ask = Callable[[str], float]
SCRIPT = """
import pandas as pd
import streamlit as st
from benchmarks.peer_stores import in_pandas

@st.cache_data
def load():
    return pd.read_parquet({payment!r}), pd.read_parquet({supplier!r})

asked = st.session_state.get("asked")
payment, supplier = load()
if asked:
    st.dataframe(in_pandas(payment, supplier, asked))
"""


@contextmanager
def this_dashboard(folder: Path) -> Iterator[Ask]:
    """Its own queries, on an edition that holds the same payments and no others."""
    import queries

    everything = dict.fromkeys(queries.query_of("payments/rows").header.takes)
    page = {"way": "by_place", "councils": [COUNCIL], "cards": "with", "credits": "with"}
    nothing = dict.fromkeys(queries.query_of("payments/sums").header.takes)
    asked = [
        ("supplier/search", {"words": [WORD], "sort": "fit", "most": 50, "skip": 0}),
        ("payments/rows", everything | page | {"sort": "newest", "rows": 50, "skip": 0}),
        ("payments/months", {"councils": [COUNCIL]}),
        ("council/payment_suppliers", {"council": COUNCIL, "period": PERIOD, "most": 15}),
        ("payments/sums", nothing | {"cards": "with", "suppliers": True}),
    ]
    answers = dict(zip(QUESTIONS, asked, strict=True))
    plain = queries.EDITION, queries._answers
    queries.EDITION = folder / "councils.duckdb"
    queries._answers = Door(queries.LOCKED_DOWN, queries.SCHEMA_VERSION)

    def ask(question: str) -> float:
        name, takes = answers[question]
        return _timed(lambda: queries.ask(name, **takes).height)

    try:
        yield ask
    finally:
        queries._answers.close()
        queries.EDITION, queries._answers = plain


@contextmanager
def pandas(folder: Path) -> Iterator[Ask]:
    """Frames that are held in memory."""
    import pandas as pd

    frames = [pd.read_parquet(folder / f"{table}.parquet") for table in ("payment", "supplier")]
    yield lambda question: _timed(lambda: in_pandas(*frames, question))


@contextmanager
def streamlit(folder: Path) -> Iterator[Ask]:
    """A page as its documentation has it: frames kept by st.cache_data, a table shown."""
    from streamlit.testing.v1 import AppTest

    files = {table: str(folder / f"{table}.parquet") for table in ("payment", "supplier")}
    page = AppTest.from_string(SCRIPT.format(**files), default_timeout=120).run()

    def ask(question: str) -> float:
        page.session_state["asked"] = question
        return _timed(page.run)

    yield ask


def in_pandas(payment, supplier, question: str):  # type: ignore[no-untyped-def]
    """The answer as pages filter and group on every run."""
    of_council = payment["council"] == COUNCIL

    def search():  # type: ignore[no-untyped-def]
        named = supplier["supplier"].str.contains(WORD, case=False, na=False)
        return supplier[named].nlargest(50, "amount_gbp")

    def newest():  # type: ignore[no-untyped-def]
        return payment[of_council].sort_values("day", ascending=False).head(50)

    def months():  # type: ignore[no-untyped-def]
        return payment[of_council].groupby("month")["amount_gbp"].agg(["count", "sum"])

    def largest():  # type: ignore[no-untyped-def]
        chosen = payment[of_council & (payment["period"] == PERIOD)]
        return chosen.groupby("supplier")["amount_gbp"].sum().nlargest(15).to_frame()

    def largest_of_all():  # type: ignore[no-untyped-def]
        return payment.groupby("supplier")["amount_gbp"].agg(["count", "sum"]).nlargest(25, "sum")

    answers = (search, newest, months, largest, largest_of_all)
    return dict(zip(QUESTIONS, answers, strict=True))[question]()


@contextmanager
def datasette(folder: Path) -> Iterator[Ask]:
    """SQLite with indexes and full-text search, asked over Datasette's own interface."""
    from datasette.app import Datasette

    served = Datasette([str(_sqlite(folder))], settings={"sql_time_limit_ms": 60_000})
    loop = asyncio.new_event_loop()
    matching = f"rowid IN (SELECT rowid FROM supplier_fts WHERE supplier_fts MATCH '{WORD}')"

    def answer(sql: str) -> None:
        params = {"sql": sql.replace("{search}", matching), "_shape": "array"}
        got = loop.run_until_complete(served.client.get("/payments.json", params=params))
        got.raise_for_status()

    try:
        yield lambda question: _timed(lambda: answer(QUESTIONS[question]))
    finally:
        loop.close()


def _sqlite(folder: Path) -> Path:
    file = folder / "payments.db"
    if file.exists():
        return file
    partial = folder / "payments.db.part"
    partial.unlink(missing_ok=True)
    with sqlite3.connect(partial) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"CREATE TABLE payment ({COLUMNS.replace('_gbp', '_gbp REAL')})")
        database.execute("CREATE TABLE supplier (supplier, payments INTEGER, amount_gbp REAL)")
        for table, columns in (("payment", COLUMNS.count(",") + 1), ("supplier", 3)):
            with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
                marks = ", ".join("?" * columns)
                database.executemany(f"INSERT INTO {table} VALUES ({marks})", csv.reader(lines))
        for index in INDEXES:
            database.execute(index)
        database.execute(
            "CREATE VIRTUAL TABLE supplier_fts USING fts5(supplier, content='supplier')"
        )
        database.execute(
            "INSERT INTO supplier_fts (rowid, supplier) SELECT rowid, supplier FROM supplier"
        )
        database.execute("ANALYZE")
    partial.replace(file)
    return file


@contextmanager
def postgresql(folder: Path) -> Iterator[Ask | None]:
    """A cluster of this folder's own on a socket in it; its own time of each answer."""
    programs = sorted(PROGRAMS.glob("*/bin"))[-1:] or [Path("absent")]
    if not (programs[0] / "initdb").exists():
        yield None
        return
    place = folder / "postgres"
    as_other = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    quiet = {"check": True, "capture_output": True, "text": True, "cwd": "/"}
    made = (place / "made").exists()
    if not made:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        if as_other:  # it refuses to run as root
            shutil.chown(place, "postgres", "postgres")
        start = [programs[0] / "initdb", "-D", place / "data", "-A", "trust", "-U", "me"]
        subprocess.run([*as_other, *start], **quiet)
    # It hands them to a shell.
    socket = shlex.quote(str(place))
    options = f"-c listen_addresses='' -c unix_socket_directories={socket} -c shared_buffers=512MB"
    control = [*as_other, programs[0] / "pg_ctl", "-D", place / "data", "-w", "-l", place / "log"]
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
        return subprocess.run(client, input=sql, **quiet).stdout

    def ask(question: str) -> float:
        matching = f"to_tsvector('simple', supplier) @@ to_tsquery('simple', '{WORD}')"
        sql = QUESTIONS[question].replace("{search}", matching)
        said = told(f"\\timing on\n\\o /dev/null\n{sql};")
        return float(re.findall(r"Time: ([\d.]+) ms", said)[-1])

    try:
        if not made:
            told(_tables_of(folder))
            (place / "made").touch()
        yield ask
    finally:
        subprocess.run([*control, "-m", "fast", "stop"], stdout=subprocess.DEVNULL, cwd="/")


def _tables_of(folder: Path) -> str:
    copied = "".join(
        f"\n\\copy {table} FROM {quoted(folder / f'{table}.csv')} CSV\n"
        for table in ("payment", "supplier")
    )
    return (
        "CREATE TABLE payment (council text, month date, day date, period text, "
        "amount_gbp float8, supplier text, department text, purpose text, service text);"
        "CREATE TABLE supplier (supplier text, payments bigint, amount_gbp float8);"
        f"{copied}{';'.join(INDEXES)};CREATE INDEX supplier_words ON supplier "
        "USING gin (to_tsvector('simple', supplier)); VACUUM ANALYZE;"
    )


def _timed(answer: Callable[[], object]) -> float:
    began = time.perf_counter()
    answer()
    return (time.perf_counter() - began) * 1000


STORES = {
    "this dashboard": this_dashboard,
    "Datasette, FTS5": datasette,
    "PostgreSQL": postgresql,
    "pandas": pandas,
    "Streamlit, pandas": streamlit,
}
