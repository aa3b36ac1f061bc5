"""Every table to take away, as files that lie on the server's disk, and editions that are kept."""

from html import escape

import streamlit as st

import archive
from components.answers import answer
from components.links.served_files import LOOK, NOT_LAID_OUT, laid_out, line, table
from components.words.naming import on_day
from components.words.quantities import count

WHOLE = "measure_values_with_sources"
DATABASE = "councils.duckdb"
API = (
    f"{LOOK}<p class='downloads'>Councils, places, peers, measures, values, judgements, spending "
    "and more, narrowed by parameters, as JSON, CSV or Parquet without a key: "
    '<a href="api/v1/docs">the API and its documentation</a>. For catalogues of data: '
    '<a href="catalogue.jsonld">DCAT</a>.</p>'
)
PANELS = {
    "council_panel_upper": "Spending by service and every outcome, a row a council and year: "
    "single-tier councils and counties.",
    "council_panel_lower": "The same for the districts below a county.",
    "delivery_panel": "Who delivers, what people get, and the circumstances, a row a council and "
    "year.",
}
PANEL_KINDS = {
    "CSV": ".csv",
    "Parquet": ".parquet",
    "Stata": ".dta",
    "Codebook, CSV": "_codebook.csv",
    "Frictionless": "_datapackage.json",
    "CSV on the Web": ".csv-metadata.json",
}
STAYS = (
    "What is cited today opens tomorrow: each edition has an address of its own, and programs "
    "read one that is kept by its name or by a day (`as_of=` in the API)."
)
ROWS_A_SHEET_HOLDS = 1_048_576


def section() -> None:
    _files()
    st.subheader("By address, for programs")
    # Plain HTML: its address is no page of the app.
    st.html(API)
    st.subheader("Editions, each at an address that stays")
    st.write(STAYS)
    st.html(_editions())


def _files() -> None:
    if not laid_out(DATABASE):
        st.info(NOT_LAID_OUT)
        return
    st.write(
        "Everything this site shows, whole. CSV opens in any spreadsheet; Parquet is smaller and "
        "keeps its types, for Python, R and DuckDB. In CSV, text that a spreadsheet would run as a "
        "formula has an apostrophe before it; missing numbers are empty, and the column status "
        "says why."
    )
    st.subheader("All at once")
    st.html(table([_database(), _whole()]))
    st.subheader("Panels for study")
    st.html(table([_panel(name, meaning) for name, meaning in PANELS.items()]))
    st.subheader("Table by table")
    rows = answer("data/tables").frame.rows(named=True)
    st.html(table([_row(one["name"], one["meaning"], one["rows"]) for one in rows]))
    st.markdown("What every column means is told [under SQL](data?section=sql).")


def _database() -> str:
    meaning = "The whole edition as one DuckDB file, with every table, key and description."
    return line(DATABASE, meaning, [(DATABASE, "DuckDB")])


def _whole() -> str:
    meaning = (
        "Every value of every measure with the measure's title and unit, the council's name and "
        "codes, status, limits, source, publisher and licence: no joins needed."
    )
    return _row(WHOLE, meaning, answer("data/build").one()["values"])


def _panel(name: str, meaning: str) -> str:
    kinds = {kind: f"{name}{ending}" for kind, ending in PANEL_KINDS.items()}
    return line(name, meaning, [(file, kind) for kind, file in kinds.items() if laid_out(file)])


def _editions() -> str:
    """The one in place and those that are kept, newest first, as links past the app."""
    present = answer("edition/about").one()["name"]
    kept = [one for one in archive.kept_in(archive.FOLDER) if one.name != present]
    rows = [(present, "in place")]
    rows += [(one.name, f"in force from {on_day(one.since)}") for one in reversed(kept)]
    listed = "".join(
        f'<li><a href="edition/{escape(name)}/">{escape(name)}</a>, {escape(when)}</li>'
        for name, when in rows
    )
    return f"{LOOK}<ul class='downloads'>{listed}</ul>"


def _row(name: str, meaning: str, rows: float) -> str:
    words = f"{meaning} {count(rows, 'row')}."
    if rows > ROWS_A_SHEET_HOLDS:
        words += " More than a spreadsheet holds: take the Parquet file or the database."
    kinds = {"CSV": f"{name}.csv", "Parquet": f"{name}.parquet"}
    there = [(file, kind) for kind, file in kinds.items() if laid_out(file)]
    return line(name, words, there)
