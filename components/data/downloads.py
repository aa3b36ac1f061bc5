"""Every table to take away, as files that lie on the server's disk."""

import streamlit as st

from components.answers import answer
from components.links.served_files import LOOK, NOT_LAID_OUT, laid_out, line, table
from components.words.quantities import count

WHOLE = "measure_values_with_sources"
DATABASE = "councils.duckdb"
API = (
    f"{LOOK}<p class='downloads'>Councils, places, peers, measures, values, judgements, spending "
    "and more, narrowed by parameters, as JSON, CSV or Parquet without a key: "
    '<a href="api/v1/docs">the API and its documentation</a>.</p>'
)
ROWS_A_SHEET_HOLDS = 1_048_576


def section() -> None:
    _files()
    st.subheader("By address, for programs")
    # Plain HTML: its address is no page of the app.
    st.html(API)


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


def _row(name: str, meaning: str, rows: float) -> str:
    words = f"{meaning} {count(rows, 'row')}."
    if rows > ROWS_A_SHEET_HOLDS:
        words += " More than a spreadsheet holds: take the Parquet file or the database."
    kinds = {"CSV": f"{name}.csv", "Parquet": f"{name}.parquet"}
    there = [(file, kind) for kind, file in kinds.items() if laid_out(file)]
    return line(name, words, there)
