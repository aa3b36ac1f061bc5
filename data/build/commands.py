"""What each command of the build does, once its arguments are read."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import typer
from rich.console import Console

import archive
from data.build import paths
from data.build.assembling import EditionMissing
from data.build.installing import install
from data.build.keeping import folder_of, keep, make_again, name_of
from data.build.ledger.engines import Engine
from data.build.only import build_only
from data.build.publishing import last_of

Say = Callable[[str], None]
console = Console(stderr=True, highlight=False)


def build_edition(mirror: Path | None, only: list[str], accept_new_editions: bool) -> None:
    from data.build.pipeline import build

    say = _clocked()
    make = partial(build_only, only) if only else build
    for finding in make(mirror, say, accept_new_editions=accept_new_editions):
        console.print(f"[yellow]Warning[/yellow] {finding.check}: {finding.says}")
        console.print(finding.rows.head(8))
    assemble()
    _keep_before(say)
    say("The edition is in place")


def _keep_before(say: Say) -> None:
    """The edition that a build replaced goes into the archive; since when this one is in force."""
    from datetime import date

    before = last_of(paths.EDITION)
    name = name_of(paths.EDITION)
    if not (before / "edition.parquet").exists() or name_of(before) == name:
        return
    say(keep(before, archive.FOLDER))
    archive.record(archive.FOLDER, name, date.today())


def build_payments(
    mirror: Path | None, out: Path, only: list[str], embed: bool, engine: Engine, accept_new: bool
) -> None:
    from data.build.ledger.command import embed_part, run

    say = _clocked()
    run(mirror, out, only, engine, accept_new, say)
    if embed:
        embed_part(out, say)
    if embed or out == paths.LEDGER_WHOLE:
        assemble()
        say("The payments are in place")


def _clocked() -> Say:
    """Say a sentence with the seconds since now before it."""
    started = time.perf_counter()

    def say(text: str) -> None:
        console.print(f"[dim]{time.perf_counter() - started:6.1f} s[/dim]  {text}")

    return say


def assemble(without_payments: bool = False) -> None:
    install(without_payments, console.print)


def tell_trace(mirror: Path | None, everything: bool, *wanted: str) -> None:
    from data.build.records import load_families, load_sources
    from data.build.tracing import MOST_LISTED, Tracer, trace

    if not paths.DATABASE.exists():
        assemble()
    records = load_sources(paths.SOURCES), load_families(paths.MEASURES)
    with duckdb.connect(paths.DATABASE, read_only=True) as database:
        most = None if everything else MOST_LISTED
        for line in trace(Tracer(database, *records, mirror, most), *wanted):
            print(line)


def keep_edition(edition: Path, since: str, again: bool) -> None:
    day = archive.as_day(since)
    if since and day is None:
        raise typer.BadParameter(f"{since} is no day, as 2026-08-21")
    said = make_again(archive.FOLDER) if again else [keep(edition, archive.FOLDER, day)]
    for sentence in said:
        console.print(sentence)


def tell_changes(editions: list[str], before: Path, keep: bool) -> None:
    from data.build.changes import keep_changes
    from data.build.reporting import report

    if len(editions) > 2 or (keep and len(editions) > 1):
        raise typer.BadParameter("give two editions at most, and one to keep what changed since")
    named = [folder_of(one, paths.EDITION, archive.FOLDER) for one in editions]
    before, now = (*named, paths.EDITION)[:2] if named else (before, paths.EDITION)
    for folder in (before, now):
        if not folder.is_dir():
            raise EditionMissing(
                f"There is no edition in {folder} to compare. "
                "A build keeps the edition it replaces; or give one with --against DIR."
            )
    page = Console(width=max(console.width, 140), highlight=False)
    for part in report(before, now):
        page.print(part)
    if keep:
        page.print(keep_changes(paths.EDITION, before))
        assemble()


def write_bundle(folder: Path, edition: str) -> None:
    from data.build.bundle.making import make_bundle

    tables = folder_of(edition, paths.EDITION, archive.FOLDER) if edition else paths.EDITION
    folder.mkdir(parents=True, exist_ok=True)
    made = make_bundle(tables, folder)
    console.print(f"Wrote {made}, {made.stat().st_size / 1e6:,.0f} MB")


def write_database(folder: Path, edition: str) -> None:
    from data.build.sqlite.writing import write_sqlite

    tables = folder_of(edition, paths.EDITION, archive.FOLDER) if edition else paths.EDITION
    file = write_sqlite(tables, folder)
    console.print(f"Wrote {file}, {file.stat().st_size / 1e6:,.0f} MB")
    console.print(f"datasette {file} --metadata {file.parent / 'metadata.json'}")


def tell_status() -> None:
    from datetime import date

    from data.build.releases import status

    if not paths.DATABASE.exists():
        assemble()
    page = Console(width=max(console.width, 160), highlight=False)
    for part in status(paths.DATABASE, date.today()):
        page.print(part)


def get_newer(slug: str, out: Path) -> None:
    from data.build.fetch import bars
    from data.build.getting import get
    from data.build.records import load_sources

    with bars() as progress:
        for line in get(load_sources(paths.SOURCES), slug, out, progress):
            print(line)


def write_documents() -> None:
    from data.build.documenting import dictionary, glossary

    for page, text in ((paths.DICTIONARY, dictionary()), (paths.GLOSSARY_PAGE, glossary())):
        page.write_text(text, "utf-8")
        console.print(f"Wrote docs/{page.name}")
