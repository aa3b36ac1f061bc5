"""Command line of the build: ``python -m data.build``, ``... assemble``, ``... diff``."""

from pathlib import Path
from typing import Annotated

import typer

from data.build import paths
from data.build.commands import (
    assemble,
    build_edition,
    build_payments,
    console,
    get_newer,
    keep_edition,
    tell_changes,
    tell_status,
    tell_trace,
    write_bundle,
    write_database,
    write_documents,
)
from data.build.failures import told
from data.build.ledger.engines import Engine
from data.build.publishing import last_of

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

Kept = Annotated[
    str, typer.Option(help="One that is kept, by its name or a day; else the one in place.")
]

app = typer.Typer(help="Builds the edition that the app reads.", pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    mirror: Mirror = None,
    only: Only = None,
    accept_new_editions: Accept = False,
) -> None:
    """Build a new edition from the published files, check it and put it in place."""
    if context.invoked_subcommand is None:
        told(lambda: build_edition(mirror, only or [], accept_new_editions))


@app.command(name="assemble")
def assemble_command(
    without_payments: Annotated[
        bool, typer.Option("--without-payments", help="Go on where no payments are held.")
    ] = False,
) -> None:
    """Make data/councils.duckdb, the map files and the files to take away from data/edition."""
    told(lambda: assemble(without_payments))


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
    told(lambda: tell_trace(mirror, everything, council, what, period))


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
    told(lambda: tell_changes(editions or [], against or last_of(paths.EDITION), keep))


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
    told(lambda: keep_edition(edition, since, again))


@app.command()
def bundle(
    folder: Annotated[Path, typer.Argument(help="Folder for it; made where it is not there.")],
    edition: Kept = "",
) -> None:
    """Make a bundle of an edition for Zenodo: tables, panels, words, licences, checksums."""
    told(lambda: write_bundle(folder, edition))


@app.command()
def sqlite(
    folder: Annotated[Path, typer.Argument(help="Folder for the file; made where it is not.")],
    edition: Kept = "",
) -> None:
    """Write an edition as one SQLite file with metadata.json, which datasette opens."""
    told(lambda: write_database(folder, edition))


@app.command()
def status() -> None:
    """Say of each source what is held, what is due by now, and where it is to be had."""
    told(tell_status)


@app.command()
def get(
    source: Annotated[
        str, typer.Argument(help="A record of data/sources, as revenue-outturn-rsx.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for what comes.")] = paths.UNSEEN,
) -> None:
    """Bring what a source's publisher has beyond what is held, with the lines for its record."""
    told(lambda: get_newer(source, out))


@app.command()
def document() -> None:
    """Write docs/data.md and docs/glossary.md from the contract and the records."""
    told(write_documents)


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

    told(read)


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
    told(lambda: build_payments(mirror, out, only or [], embed, chosen, accept_new_editions))


if __name__ == "__main__":
    app()
