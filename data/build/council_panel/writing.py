"""Both panels with their codebooks as files to take away."""

from pathlib import Path
from typing import Any

import duckdb

from data.build.council_panel.making import TIERS, CouncilPanel, make
from data.build.council_panel.stata import labels_of, write_stata
from data.build.panel.codebook import as_table
from data.build.panel.describing import write_codebook
from spreadsheet import write_csv

NAME = "council_panel_{}"
TITLES = {
    "upper": "Spending and outcomes of councils by years: single tier and counties",
    "lower": "Spending and outcomes of councils by years: districts below a county",
}
ABOUT = (
    "One row per council, calendar year in which a period ends, and series: the council's own "
    "figures, or those of the councils that became it, before it was. An empty figure is never "
    "nought: the column that ends in _st says why."
)
SOURCES = "SELECT title, publisher, landing_url FROM source WHERE use <> 'check' ORDER BY source"


def write_council_panels(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    about = {
        "edition": database.sql("SELECT name FROM edition").pl().item(),
        "sources": database.sql(SOURCES).pl().rows(named=True),
    }
    # A sum of floats depends on the order of its terms: one thread, one order, the same bytes.
    database.execute("SET threads = 1")
    for tier in TIERS:
        made = make(database, tier)
        if not made.frame.is_empty():
            _write(made, tier, about, folder)
    database.execute("RESET threads")


def _write(made: CouncilPanel, tier: str, about: dict[str, Any], folder: Path) -> None:
    name = NAME.format(tier)
    write_csv(made.frame, folder / f"{name}.csv")
    made.frame.write_parquet(folder / f"{name}.parquet", compression="zstd")
    write_stata(made.frame, made.columns, TITLES[tier], about["edition"], folder / f"{name}.dta")
    words = about | {"title": TITLES[tier], "description": ABOUT, "labels": labels_of(made.frame)}
    write_codebook(made.columns, made.frame, words, folder, name)
    told = as_table(made.frame, made.columns, words["labels"])
    write_csv(told, folder / f"{name}_codebook.csv")
