"""The same payments asked of what a council might use instead: python -m benchmarks.peers 1 8.6.

Millions of real payments of the part that comes with the program, whole councils, in five stores on
one machine, all of them loaded and asked one question in turn: this dashboard's own queries, SQLite
behind Datasette with full-text search, a PostgreSQL that is started for this on a socket of its
own, pandas, and Streamlit's usual page over it.
"""

import argparse
import hashlib
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks import ROOT
from benchmarks.edition_in_place import require_current
from benchmarks.ledger import PART, late, payments_of
from benchmarks.made_from import NotOurs, Source, begun, law, ledger_of
from benchmarks.peer_data import (
    COLUMNS,
    EDITION,
    FLAT,
    INDEXES,
    QUESTIONS,
    SUPPLIERS,
    councils_of,
    write_flat,
)
from benchmarks.peer_stores import STORES, Ask
from benchmarks.repeating import repeat

ROUNDS = 15
LASTS_AT_MOST_S = 25.0
Say = Callable[[str], None]


class Asked(NamedTuple):
    """Milliseconds of one question of one store."""

    store: str
    p50_ms: float
    p95_ms: float


def main() -> None:
    """Print a table of questions by stores for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("rows", nargs="*", type=float, default=[1], help="millions of payments")
    parser.add_argument("--kept", type=Path, help="folder where stores stay, to be asked again")
    parser.add_argument(
        "--without",
        nargs="*",
        default=[],
        choices=STORES,
        metavar="STORE",
        help=f"stores that are neither loaded nor asked, of {', '.join(STORES)}",
    )
    parser.add_argument("--load", action="store_true", help="load the stores and ask nothing")
    options = parser.parse_args()
    try:
        _of_each_size(options)
    except NotOurs as error:
        sys.exit(str(error))


def _of_each_size(options: argparse.Namespace) -> None:
    console = Console(highlight=False, width=150)
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as name:
        for millions in options.rows:
            folder = (options.kept or Path(name)) / f"{millions:g}"
            folder.parent.mkdir(parents=True, exist_ok=True)
            begun(folder, _source_of(int(millions * 1_000_000)))
            folder.mkdir(exist_ok=True)
            _open_to_others(folder, Path(name))
            rows = int(millions * 1_000_000)
            _of_size(folder.resolve(), rows, console, options.load, options.without)


def _open_to_others(folder: Path, made_here: Path) -> None:
    """PostgreSQL runs as another user: what was made here is opened to it, and nothing else."""
    for path in (folder, made_here):
        if path.stat().st_mode & 0o111 != 0o111:
            path.chmod(path.stat().st_mode | 0o111)


def _source_of(rows: int) -> Source:
    """What the stores of so many payments are made of: another ledger's are taken away."""
    tables = hashlib.sha256("".join([FLAT, SUPPLIERS, COLUMNS, *INDEXES]).encode()).hexdigest()
    return {"rows": rows, "ledger": ledger_of(PART), "tables": tables}


def _of_size(
    folder: Path, rows: int, console: Console, only_load: bool, without: list[str]
) -> None:
    councils = councils_of(rows)
    held = write_flat(folder, councils)
    _edition_of(folder, councils, is_all=held == payments_of(PART))
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    console.print(f"{machine}, {held:,} payments of {len(councils)} bodies in each store")
    with ExitStack() as opened:
        stores: dict[str, Ask] = {}
        for store in [one for one in STORES if one not in without]:
            make = STORES[store]
            began = time.perf_counter()
            if ask := opened.enter_context(make(folder)):
                stores[store] = ask
            console.print(f"{store}: there after {time.perf_counter() - began:.0f} s")
        if only_load:
            return
        if without:
            console.print(f"Left out: {', '.join(without)}")
        table = Table("question, p50 / p95 ms", *stores)
        console.print(f"Load of the machine {os.getloadavg()[0]:.1f}")
        for question in QUESTIONS:
            found = _in_turn(question, stores)
            table.add_row(question, *(f"{one.p50_ms:,.1f} / {one.p95_ms:,.1f}" for one in found))
        console.print(table, f"Load at the end {os.getloadavg()[0]:.1f}")


def _in_turn(question: str, stores: dict[str, Ask]) -> list[Asked]:
    """Ask every store once, and again, so that what the machine does else falls on all alike."""
    times: dict[str, list[float]] = {store: [] for store in stores}
    began = time.perf_counter()
    for _ in range(ROUNDS):
        for store, ask in stores.items():
            times[store].append(ask(question))
        if time.perf_counter() - began > LASTS_AT_MOST_S:
            break
    return [Asked(store, statistics.median(found), late(found)) for store, found in times.items()]


def _edition_of(folder: Path, councils: list[str], *, is_all: bool) -> None:
    """Assemble this dashboard with the payments of these councils, if it is not in place."""
    target = folder / "councils.duckdb"
    begun(target, {"law": law()})
    if target.exists():
        return
    if is_all:
        require_current(ROOT)
        shutil.copyfile(EDITION, target)
        return
    from data.build import paths
    from data.build.assembling import assemble
    from data.build.ledger.embedding import Embedded, Part, embed
    from data.build.ledger.placing import LedgerFiles

    whole, part = folder / "whole", folder / "part"
    repeat(PART, whole, 1)
    wanted = Embedded(note="A benchmark.", references=False, part=[Part(councils=councils)])
    embed(
        whole, part, (paths.SCHEMA, paths.LEDGER_CONTRACT, paths.SERVICES), wanted, lambda _: None
    )
    ledger = LedgerFiles(paths.LEDGER_CONTRACT, part, folder / "none")
    assemble(paths.EDITION, paths.CONTRACT, target, ledger)
    shutil.rmtree(whole)


if __name__ == "__main__":
    main()
