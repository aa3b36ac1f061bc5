"""The panel and its codebook as files to take away."""

from dataclasses import replace
from pathlib import Path

import duckdb

from data.build.council_panel.stata import write_stata
from data.build.council_panel.variables import short_names
from data.build.panel.describing import write_codebook
from data.build.panel.making import make_panel
from spreadsheet import write_csv

NAME = "delivery_panel"
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
    names = short_names(frame.columns)
    renamed = [replace(one, name=names[one.name]) for one in columns]
    file = folder / f"{NAME}.dta"
    write_stata(frame.rename(names), renamed, "Delivery panel", about["edition"], file)
