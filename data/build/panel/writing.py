"""The panel and its codebooks as files to take away."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from data.build.council_panel.making import LONGEST_ENDING
from data.build.council_panel.stata import labels_of, write_stata
from data.build.council_panel.variables import LONGEST, require_unique, short_name
from data.build.panel.codebook import as_table
from data.build.panel.describing import write_codebook
from data.build.panel.making import make_panel
from spreadsheet import write_csv

NAME = "delivery_panel"
STATUS = "_status"
SOURCES = (
    "SELECT title, publisher, landing_url FROM source "
    "WHERE list_contains($wanted, source) ORDER BY source"
)


def write_panel(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """The panel as CSV and Parquet with both codebooks; nothing where there is no delivery."""
    frame, columns = make_panel(database)
    if frame.is_empty():
        return
    write_csv(frame, folder / f"{NAME}.csv")
    frame.write_parquet(folder / f"{NAME}.parquet", compression="zstd")
    wanted = sorted({source for one in columns for source in one.sources})
    about = {
        "edition": database.sql("SELECT name FROM edition").pl().item(),
        "sources": database.sql(SOURCES, params={"wanted": wanted}).pl().rows(named=True),
    }
    write_codebook(columns, frame, about, folder, NAME)
    names = stata_names(frame.columns)
    renamed = [replace(one, name=names[one.name]) for one in columns]
    short, file = frame.rename(names), folder / f"{NAME}.dta"
    write_stata(short, renamed, "Delivery panel", about["edition"], file)
    told = as_table(frame, columns, labels_of(short), names)
    write_csv(told, folder / f"{NAME}_codebook.csv")


def stata_names(columns: Sequence[str]) -> dict[str, str]:
    """Each column's name in Stata: an outcome and its status have those of the council panel.

    Raises ValueError where two would have the same.
    """
    stems = {name.removesuffix(STATUS) for name in columns if name.endswith(STATUS)}
    room = LONGEST - LONGEST_ENDING
    names = {}
    for name in columns:
        stem = name.removesuffix(STATUS)
        if stem in stems:
            names[name] = short_name(stem, room) + ("_st" if name != stem else "")
        else:
            names[name] = short_name(name)
    require_unique(names.values())
    return names
