"""Command line of the build: ``python -m data.build``, ``... assemble``, ``... diff``."""

import time
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn

import duckdb
import typer
from rich.console import Console
from rich.text import Text

import archive
from data.build import paths
from data.build.assembling import EditionMissing, EditionUnknown
from data.build.checking import ChecksFailed
from data.build.checksums import Damaged
from data.build.fetch import FetchError
from data.build.getting import UnknownSource
from data.build.installing import install
from data.build.keeping import NotKept, folder_of, keep, make_again, name_of
from data.build.ledger.engines import ClusterFailed, Engine, NoSpark, UnknownEngine
from data.build.ledger.listing import FilesDiffer, NoMirror
from data.build.ledger.placing import LedgerMissing
from data.build.ledger.proving import NotProven
from data.build.measuring import MeasureError
from data.build.only import UnknownFamily, build_only
from data.build.payments.overrides import OverrideError
from data.build.payments.publisher_addresses import NotKnown
from data.build.publishing import last_of
from data.build.readers.reshaping import ShapeError
from data.build.records import RecordError
from data.build.stopping import OF_THE_MACHINE, is_of_the_machine, said
from data.build.tables import TableError
from data.build.tracing.finding import TraceError
from far_ledger.blocks import BlocksMissing
from far_ledger.place import WrongPlace
from far_ledger.store import PaymentsAway

KNOWN = (
    BlocksMissing,
    ChecksFailed,
    ClusterFailed,
    Damaged,
    EditionMissing,
    EditionUnknown,
    FetchError,
    FilesDiffer,
    LedgerMissing,
    MeasureError,
    NoMirror,
    NotKept,
    NoSpark,
    NotProven,
    NotKnown,
    OverrideError,
    PaymentsAway,
    RecordError,
    ShapeError,
    TableError,
    TraceError,
    UnknownEngine,
    UnknownFamily,
    UnknownSource,
    WrongPlace,
)
Mirror = Annotated[
    Path | None,
    typer.Option(envvar="PUBLIC_POUND_MIRROR", help="Folder with copies of the published files."),
]

Accept = Annotated[
    bool,
    typer.Option(
        "--accept-new-editions", help="Use files that their publisher has revised, and say so."
    ),
]

Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FAMILY",
        help="A measure family, as lait: built into the edition that is there; may be repeated.",
    ),
]

app = typer.Typer(help="Builds the edition that the app reads.", pretty_exceptions_enable=False)
console = Console(stderr=True, highlight=False)


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    mirror: Mirror = None,
    only: Only = None,
    accept_new_editions: Accept = False,
) -> None:
    """Build a new edition from the published files, check it and put it in place."""
    if context.invoked_subcommand is None:
        _guarded(lambda: _build(mirror, only or [], accept_new_editions))


@app.command(name="assemble")
def assemble_command(
    without_payments: Annotated[
        bool, typer.Option("--without-payments", help="Go on where no payments are held.")
    ] = False,
) -> None:
    """Make data/councils.duckdb, the map files and the files to take away from data/edition."""
    _guarded(lambda: _assemble(without_payments))


@app.command()
def trace(
    council: Annotated[str, typer.Argument(help="Code or name, as LDS or Leeds.")],
    what: Annotated[
        str,
        typer.Argument(
            help="A service or a part of it (culture: employees), a line of finance, a measure, "
            "an indicator of context, residents, payments, or a supplier; key or plain words."
        ),
    ],
    period: Annotated[str, typer.Argument(help="As 2023-24, 2023/24 or 2024.")],
    mirror: Mirror = None,
    everything: Annotated[
        bool, typer.Option("--all", help="List every row, however many a figure is made of.")
    ] = False,
) -> None:
    """Follow a figure back to its published file, and with a mirror to its cell."""
    _guarded(lambda: _trace(mirror, everything, council, what, period))


@app.command()
def diff(
    editions: Annotated[
        list[str] | None,
        typer.Argument(help="One or two that are kept, by name, by a day or by folder."),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="An earlier edition's folder; else the one before this.")
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep it in the edition, as what the pages tell.")
    ] = False,
) -> None:
    """Say what changed from one edition to another: coverage, magnitudes, revisions.

    diff A B: from A to B. diff A: from A to this one. diff: from the one before to this one.
    """
    _guarded(lambda: _diff(editions or [], against or last_of(paths.EDITION), keep))


@app.command(name="keep")
def keep_command(
    edition: Annotated[
        Path, typer.Argument(help="Folder of an edition's tables.", show_default=False)
    ] = paths.EDITION,
    since: Annotated[
        str, typer.Option(help="First day on which it was in force, as 2026-08-21.")
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Assemble all that are kept by the present contract.")
    ] = False,
) -> None:
    """Keep an edition in the archive, where the API reads it by its name or by a day."""
    _guarded(lambda: _keep(edition, since, again))


@app.command()
def bundle(
    folder: Annotated[Path, typer.Argument(help="Folder for it; made where it is not there.")],
    edition: Annotated[
        str, typer.Option(help="One that is kept, by its name or a day; else the one in place.")
    ] = "",
) -> None:
    """Make a bundle of an edition for Zenodo: tables, panels, words, licences, checksums."""
    _guarded(lambda: _bundle(folder, edition))


@app.command()
def sqlite(
    folder: Annotated[Path, typer.Argument(help="Folder for the file; made where it is not.")],
    edition: Annotated[
        str, typer.Option(help="One that is kept, by its name or a day; else the one in place.")
    ] = "",
) -> None:
    """Write an edition as one SQLite file with metadata.json, which datasette opens."""
    _guarded(lambda: _sqlite(folder, edition))


@app.command()
def status() -> None:
    """Say of each source what is held, what is due by now, and where it is to be had."""
    _guarded(_status)


@app.command()
def get(
    source: Annotated[
        str, typer.Argument(help="A record of data/sources, as revenue-outturn-rsx.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for what comes.")] = paths.UNSEEN,
) -> None:
    """Bring what a source's publisher has beyond what is held, with the lines for its record."""
    _guarded(lambda: _get(source, out))


@app.command()
def document() -> None:
    """Write docs/data.md and docs/glossary.md from the contract and the records."""
    _guarded(_document)


@app.command()
def payments(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders, from anywhere.")
    ] = None,
    from_publisher: Annotated[
        str, typer.Option(help="Bring this council's newest files from its own site, as devon.")
    ] = "",
    newest: Annotated[int, typer.Option(min=1, help="How many of its newest months.")] = 3,
    into: Annotated[Path, typer.Option(help="Folder for what comes.")] = paths.PAYMENTS_BROUGHT,
    council: Annotated[str, typer.Option(help="Whose files they are, as LDS.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object per file.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write the rows here, as Parquet.")] = None,
    files_told: Annotated[int | None, typer.Option(min=1, hidden=True)] = None,
    rows_told: Annotated[int, typer.Option(min=0, hidden=True)] = 500,
) -> None:
    """Read councils' payments files by their own evidence, and say how each reads."""
    from data.build.payments.command import Most, bring, run

    def read() -> None:
        given, whose = files or [], council
        if from_publisher:
            brought, whose = bring(from_publisher, into, newest, console.print)
            given = [*given, *brought]
        elif not given:
            raise typer.BadParameter("give files, or --from-publisher COUNCIL")
        most = Most(files_told, rows_told) if files_told else None
        run(given, whose, as_json, out, most)

    _guarded(read)


@app.command()
def ledger(
    mirror: Mirror = None,
    out: Annotated[
        Path, typer.Option(help="Folder of the whole dataset.", show_default=False)
    ] = paths.LEDGER_WHOLE,
    only: Annotated[
        list[str] | None, typer.Option(help="Records of data/payments, as devon; else all.")
    ] = None,
    embed: Annotated[
        bool, typer.Option("--embed", help="Write the part that comes with the program as well.")
    ] = False,
    workers: Annotated[int, typer.Option(help="Files that are read at once.")] = 2,
    accept_new_editions: Accept = False,
    engine: Annotated[
        str, typer.Option(help="local; spark (on this machine); spark://HOST:PORT (a cluster).")
    ] = "local",
    setting: Annotated[
        list[str] | None, typer.Option("--set", help="Of Spark's, as spark.executor.memory=4g.")
    ] = None,
) -> None:
    """Build the whole dataset of payments from the published files, and assemble again."""
    chosen = Engine(engine, workers, tuple(setting or []))
    _guarded(lambda: _ledger(mirror, out, only or [], embed, chosen, accept_new_editions))


def _build(mirror: Path | None, only: list[str], accept_new_editions: bool) -> None:
    from data.build.pipeline import build

    say = _clocked()
    make = partial(build_only, only) if only else build
    for finding in make(mirror, say, accept_new_editions=accept_new_editions):
        console.print(f"[yellow]Warning[/yellow] {finding.check}: {finding.says}")
        console.print(finding.rows.head(8))
    _assemble()
    _keep_before(say)
    say("The edition is in place")


def _keep_before(say) -> None:
    """The edition that a build replaced goes into the archive; since when this one is in force."""
    from datetime import date

    before = last_of(paths.EDITION)
    name = name_of(paths.EDITION)
    if not (before / "edition.parquet").exists() or name_of(before) == name:
        return
    say(keep(before, archive.FOLDER))
    archive.record(archive.FOLDER, name, date.today())


def _ledger(mirror: Path | None, out: Path, only: list[str], embed: bool, *options) -> None:
    from data.build.ledger.command import embed_part, run

    say = _clocked()
    run(mirror, out, only, *options, say)
    if embed:
        embed_part(out, say)
    if embed or out == paths.LEDGER_WHOLE:
        _assemble()
        say("The payments are in place")


def _clocked():
    """Say a sentence with the seconds since now before it."""
    started = time.perf_counter()

    def say(text: str) -> None:
        console.print(f"[dim]{time.perf_counter() - started:6.1f} s[/dim]  {text}")

    return say


def _assemble(without_payments: bool = False) -> None:
    install(without_payments, console.print)


def _trace(mirror: Path | None, everything: bool, *wanted: str) -> None:
    from data.build.records import load_families, load_sources
    from data.build.tracing import MOST_LISTED, Tracer, trace

    if not paths.DATABASE.exists():
        _assemble()
    records = load_sources(paths.SOURCES), load_families(paths.MEASURES)
    with duckdb.connect(paths.DATABASE, read_only=True) as database:
        most = None if everything else MOST_LISTED
        for line in trace(Tracer(database, *records, mirror, most), *wanted):
            print(line)


def _keep(edition: Path, since: str, again: bool) -> None:
    day = archive.as_day(since)
    if since and day is None:
        raise typer.BadParameter(f"{since} is no day, as 2026-08-21")
    said = make_again(archive.FOLDER) if again else [keep(edition, archive.FOLDER, day)]
    for sentence in said:
        console.print(sentence)


def _diff(editions: list[str], before: Path, keep: bool) -> None:
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
        _assemble()


def _bundle(folder: Path, edition: str) -> None:
    from data.build.bundle.making import make_bundle

    tables = folder_of(edition, paths.EDITION, archive.FOLDER) if edition else paths.EDITION
    folder.mkdir(parents=True, exist_ok=True)
    made = make_bundle(tables, folder)
    console.print(f"Wrote {made}, {made.stat().st_size / 1e6:,.0f} MB")


def _sqlite(folder: Path, edition: str) -> None:
    from data.build.sqlite.writing import write_sqlite

    tables = folder_of(edition, paths.EDITION, archive.FOLDER) if edition else paths.EDITION
    file = write_sqlite(tables, folder)
    console.print(f"Wrote {file}, {file.stat().st_size / 1e6:,.0f} MB")
    console.print(f"datasette {file} --metadata {file.parent / 'metadata.json'}")


def _status() -> None:
    from datetime import date

    from data.build.releases import status

    if not paths.DATABASE.exists():
        _assemble()
    page = Console(width=max(console.width, 160), highlight=False)
    for part in status(paths.DATABASE, date.today()):
        page.print(part)


def _get(slug: str, out: Path) -> None:
    from data.build.fetch import bars
    from data.build.getting import get
    from data.build.records import load_sources

    with bars() as progress:
        for line in get(load_sources(paths.SOURCES), slug, out, progress):
            print(line)


def _document() -> None:
    from data.build.documenting import dictionary, glossary

    for page, text in ((paths.DICTIONARY, dictionary()), (paths.GLOSSARY_PAGE, glossary())):
        page.write_text(text, "utf-8")
        console.print(f"Wrote docs/{page.name}")


def _guarded(action) -> None:
    """A failure of a known kind is a sentence, not a traceback."""
    try:
        action()
    except (*KNOWN, OSError, *OF_THE_MACHINE) as error:
        _stop(error)
    except duckdb.Error as error:
        # A full disk comes under many names, as that of the transaction that could not end.
        if not is_of_the_machine(error):
            raise
        _stop(error)


def _stop(error: Exception) -> NoReturn:
    console.print(Text.assemble(("Stopped. ", "red"), said(error)))
    raise typer.Exit(1) from error


if __name__ == "__main__":
    app()
