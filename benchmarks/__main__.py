"""Measure everything, or the parts named: `python -m benchmarks [build] [queries] [pages] ...`."""

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import polars as pl
from rich.console import Console
from rich.table import Table

from benchmarks import (
    EMPTY,
    ROOT,
    api_readers,
    building,
    downloads,
    edition_in_place,
    first_page,
    foreseeing,
    hostile,
    judging,
    ledger,
    long_stay,
    other_checkout,
    phone,
    proxied,
    query_times,
    readers,
    reruns,
)
from benchmarks.made_from import NotOurs
from benchmarks.options import asked_for
from benchmarks.pages import PageAddress, addresses
from benchmarks.server_process import serving
from deploy.replicas import NotStarted

CROWDS = [(1, 0.0), (10, 0.0), (50, 0.0), (10, 5.0), (50, 5.0), (100, 8.0)]
# Of readers, where two checkouts are set side by side, and the seconds that one looks at a page.
BESIDE, LOOKS_S = [50, 100], 8.0
console = Console(highlight=False, width=120)


def main() -> None:
    options = asked_for(PARTS, __doc__)
    pages = addresses()
    console.print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {len(pages)} pages")
    try:
        for part in options.parts or PARTS:
            PARTS[part](options, pages)
    except (edition_in_place.Stale, NotOurs, NotStarted) as error:
        sys.exit(str(error))


def _build(options: argparse.Namespace, _pages: list[PageAddress]) -> None:
    table = _table("Build", "what", "seconds", "peak MB", "edition MB", "problem")
    for built in building.builds(options.mirror):
        table.add_row(*_words(built))
    console.print(table)
    if not options.mirror:
        console.print("The build is not measured: no --mirror and no PUBLIC_POUND_MIRROR.")


def _judgement(_options: argparse.Namespace, _pages: list[PageAddress]) -> None:
    table = _table("Judgements and assembly", *_headings(judging.Made))
    for made in judging.judgements_and_assembly():
        table.add_row(*_words(made))
    console.print(table)


def _queries(_options: argparse.Namespace, pages: list[PageAddress]) -> None:
    columns = ("page", "queries", "total ms", "slowest", "its ms", "rows")
    table = _table("Queries of each page, none remembered", *columns)
    for one in query_times.asked(pages):
        table.add_row(*_words(one))
    console.print(table)


def _pages(_options: argparse.Namespace, pages: list[PageAddress]) -> None:
    columns = ("first ms", "rerun p50 ms", "p95 ms", "over empty ms", "sent KB", "wire KB", "fails")
    table = _table("Full run of each page, server side, one reader", "page", *columns)
    with serving(EMPTY) as server:
        empty = reruns.cost(server.port, PageAddress("", ""))
    table.add_row("(empty page)", *_cost(empty, empty))
    with serving() as server:
        for page in pages:
            table.add_row(str(page), *_cost(reruns.cost(server.port, page), empty))
        memory = server.memory_mb
    console.print(table, f"Server memory afterwards: {memory:,.0f} MB")


def _beside(options: argparse.Namespace, pages: list[PageAddress]) -> None:
    if not options.first:
        console.print("Nothing is set beside this checkout: no --first.")
        return
    table = _table("Reruns beside the other checkout's, in turn", *_headings(other_checkout.Beside))
    with (
        serving() as ours,
        serving(options.first.resolve() / "app.py", options.first.resolve()) as theirs,
        serving(EMPTY) as empty,
    ):
        table.add_row(*_words(other_checkout.beside(empty, empty, PageAddress("", ""))))
        for page in pages:
            table.add_row(*_words(other_checkout.beside(ours, theirs, page)))
        for name, server in {"ours": ours, "theirs": theirs}.items():
            console.print(f"Memory afterwards, {name}: {server.memory_mb:,.0f} MB")
    console.print(table)


def _crowds(options: argparse.Namespace, pages: list[PageAddress]) -> None:
    """With --first the other checkout's server is up beside ours and beside replicas of ours, and
    each is asked in turn: before, now, and now behind the proxy in one table."""
    title = "Readers at once, all pages mixed"
    table = _table(title, *_headings(readers.Measured))
    sizes = options.readers or (BESIDE if options.first else [])
    crowds = [(number, LOOKS_S) for number in sizes] or CROWDS
    roots = [one.resolve() for one in (ROOT, options.first) if one]
    for said in map(edition_in_place.require_current, roots):
        console.print(said)
    with ExitStack() as stack:
        servers: dict[str, readers.Server] = {}
        if options.first:
            root = options.first.resolve()
            servers[options.first.name] = stack.enter_context(serving(root / "app.py", root))
        servers["now, one process"] = stack.enter_context(serving())
        if options.replicas and options.first:
            several = stack.enter_context(proxied.behind_nginx(options.replicas))
            servers[f"now, {options.replicas} behind nginx"] = several
        for one in readers.measured(servers, _known_to_all(pages, options.first), crowds):
            table.add_row(*_words(one))
    console.print(table)


def _known_to_all(pages: list[PageAddress], first: Path | None) -> list[PageAddress]:
    """Addresses of the pages that the other checkout has, too."""
    if not first:
        return pages
    theirs = {path.stem for path in (first / "pages").glob("*.py")} | {"", "together"}
    return [one for one in pages if one.page in theirs]


def _replicas(options: argparse.Namespace, pages: list[PageAddress]) -> None:
    clicks = _table("One process, and replicas behind nginx", *_headings(proxied.Served))
    opens = _table("Many opens at once", *_headings(proxied.Flash))
    for one in proxied.measured(pages, options.minutes):
        (clicks if isinstance(one, proxied.Served) else opens).add_row(*_words(one))
    console.print(clicks, opens)


def _stay(options: argparse.Namespace, pages: list[PageAddress]) -> None:
    """A line for each minute as it ends: what goes wrong in half an hour is seen when it does."""
    console.print(f"Two hundred readers, {options.minutes:g} minutes, two replicas behind nginx")
    console.print(" | ".join(_headings(long_stay.Minute)), soft_wrap=True)

    def tell(minute: long_stay.Minute) -> None:
        console.print(" | ".join(_words(minute)), soft_wrap=True)

    long_stay.stay(pages, options.minutes, tell)


def _hostile(options: argparse.Namespace, pages: list[PageAddress]) -> None:
    console.print(edition_in_place.require_current(ROOT))
    console.print("One hostile client, and another reader")
    console.print(" | ".join(_headings(hostile.Attacked)), soft_wrap=True)
    for one in hostile.attacked(pages, options.attacks):
        console.print(" | ".join(_words(one)), soft_wrap=True)


def _api(_options: argparse.Namespace, pages: list[PageAddress]) -> None:
    table = _table(
        "Pages beside twenty that ask the API, or for briefs", *_headings(api_readers.Beside)
    )
    for one in api_readers.measured(pages):
        table.add_row(*_words(one))
    console.print(table)


def _browser(_options: argparse.Namespace, pages: list[PageAddress]) -> None:
    if not downloads.chromium():
        console.print("Bytes over HTTP are not measured: no Chromium found.")
        return
    table = _table("In Chromium, over HTTP", "page", "first visit KB", "again KB", "drawn after s")
    with serving() as server:
        for one in downloads.fetched(server.url, pages):
            kilobytes = [f"{size / 1000:,.0f}" for size in (one.first_bytes, one.again_bytes)]
            table.add_row(str(one.address), *kilobytes, f"{one.seconds:.2f}")
    console.print(table)


def _phone(_options: argparse.Namespace, _pages: list[PageAddress]) -> None:
    if not downloads.chromium():
        console.print("No phone is tried: no Chromium found.")
        return
    with serving() as server:
        for visitor in ("the first since the start", "a later one"):
            table = _table(f"On a slow phone, {visitor}", *_headings(phone.Visit))
            for visit, _ in phone.visits(server.url):
                table.add_row(*_words(visit))
            console.print(table)
            # The dense bodies are made in the meantime.
            time.sleep(phone.DENSE_WITHIN_S)


def _start(_options: argparse.Namespace, _pages: list[PageAddress]) -> None:
    table = _table("Start", "listening s", "first page finished s")
    for listening, finished in first_page.start_to_first_page():
        table.add_row(f"{listening:.2f}", f"{finished:.2f}")
    console.print(table)


def _ledger(options: argparse.Namespace, _pages: list[PageAddress]) -> None:
    if options.mirror:
        table = _table("Import of published payments", *_headings(ledger.Imported))
        table.add_row(*_words(ledger.imported(options.mirror)))
        console.print(table)
    if not options.rows:
        answers = _table("Payments of the edition", *_headings(ledger.Answered))
        for one in ledger.of_edition(options.threads):
            answers.add_row(*_words(one))
        console.print(answers)
    whole = options.ledger if (options.ledger / "holding.parquet").exists() else ledger.PART
    found = [one for millions in options.rows for one in _ledger_of(options, whole, millions)]
    if options.csv and found:
        rows = [{"millions": size} | one._asdict() for size, one in found]
        pl.DataFrame(rows).write_csv(options.csv)
    if options.foresee and found:
        _foresee(found, options.foresee)


def _ledger_of(
    options: argparse.Namespace, whole: Path, millions: int
) -> list[tuple[float, ledger.Answered]]:
    answers = _table(f"{millions} million payments", *_headings(ledger.Answered))
    found, payments = [], 0.0
    for one in ledger.measured(whole, millions * 1_000_000, options.threads, options.kept):
        if isinstance(one, ledger.Held):
            payments = one.rows / 1e6
            held = _table("Assembled", *_headings(ledger.Held))
            held.add_row(*_words(one))
            console.print(held)
        else:
            answers.add_row(*_words(one))
            found.append((payments, one))
    console.print(answers)
    return found


def _foresee(found: list[tuple[float, ledger.Answered]], millions: float) -> None:
    """Draw each question's line through the sets that were measured."""
    title = f"{millions:,.0f} million payments, foreseen"
    table = _table(title, "threads", *_headings(foreseeing.Foreseen))
    measured: dict[tuple[int, str], dict[float, float]] = {}
    for size, one in found:
        measured.setdefault((one.threads, one.what), {})[size] = one.p50_ms
    for (threads, what), times in measured.items():
        if len(times) > 1:
            table.add_row(str(threads), *_words(foreseeing.foreseen(what, times, millions)))
    console.print(table)


def _headings(row: type) -> list[str]:
    return [name.replace("_", " ") for name in row._fields]


def _cost(one: reruns.Cost, empty: reruns.Cost) -> list[str]:
    return [
        f"{one.first.seconds * 1000:.0f}",
        f"{one.p50_ms:.1f}",
        f"{one.p95_ms:.1f}",
        f"{one.p50_ms - empty.p50_ms:.1f}",
        f"{one.sent_bytes / 1000:,.1f}",
        f"{one.wire_bytes / 1000:,.1f}",
        str(len(one.failures)),
    ]


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for n, column in enumerate(columns):
        table.add_column(column, justify="left" if n == 0 else "right", overflow="fold")
    return table


def _words(row: tuple) -> list[str]:
    return [f"{cell:,.1f}" if isinstance(cell, float) else str(cell) for cell in row]


Part = Callable[[argparse.Namespace, list[PageAddress]], None]
PARTS: dict[str, Part] = {
    "build": _build,
    "judgement": _judgement,
    "queries": _queries,
    "start": _start,
    "phone": _phone,
    "pages": _pages,
    "beside": _beside,
    "crowds": _crowds,
    "replicas": _replicas,
    "stay": _stay,
    "hostile": _hostile,
    "api": _api,
    "browser": _browser,
    "ledger": _ledger,
}

if __name__ == "__main__":
    main()
