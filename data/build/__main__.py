"""Command line of the build: ``python -m data.build``, ``... assemble``, ``... diff``."""

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from data.build import paths
from data.build.assembling import EditionMissing, assemble, write_maps
from data.build.checking import ChecksFailed
from data.build.fetch import FetchError
from data.build.measuring import MeasureError
from data.build.readers.shape import ShapeError
from data.build.records import RecordError
from data.build.tables import TableError

KNOWN = (
    ChecksFailed,
    EditionMissing,
    FetchError,
    MeasureError,
    RecordError,
    ShapeError,
    TableError,
)
Mirror = Annotated[
    Path | None,
    typer.Option(envvar="PUBLIC_POUND_MIRROR", help="Folder with copies of the published files."),
]

app = typer.Typer(help="Builds the edition that the app reads.", pretty_exceptions_enable=False)
console = Console(stderr=True, highlight=False)


@app.callback(invoke_without_command=True)
def main(context: typer.Context, mirror: Mirror = None) -> None:
    """Build a new edition from the published files, check it and put it in place."""
    if context.invoked_subcommand is None:
        _guarded(lambda: _build(mirror))


@app.command(name="assemble")
def assemble_command() -> None:
    """Make data/councils.duckdb and the map files from data/edition."""
    _guarded(_assemble)


def _build(mirror: Path | None) -> None:
    from data.build.pipeline import build

    started = time.perf_counter()

    def say(text: str) -> None:
        console.print(f"[dim]{time.perf_counter() - started:6.1f} s[/dim]  {text}")

    for finding in build(mirror, say):
        console.print(f"[yellow]Warning[/yellow] {finding.check}: {finding.says}")
        console.print(finding.rows.head(8))
    _assemble()
    say("The edition is in place")


def _assemble() -> None:
    assemble(paths.EDITION, paths.SCHEMA, paths.DATABASE)
    write_maps(paths.DATABASE, paths.MAPS)


def _guarded(action) -> None:
    """A failure of a known kind is a sentence, not a traceback."""
    try:
        action()
    except KNOWN as error:
        console.print(f"[red]Stopped.[/red] {error}", markup=True)
        raise typer.Exit(1) from error


if __name__ == "__main__":
    app()
