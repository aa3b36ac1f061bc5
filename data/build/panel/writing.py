"""The panel and its codebook as files to take away."""

from pathlib import Path

import duckdb

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
