"""How to ask the whole edition in SQL, for those who never have."""

import polars as pl
import streamlit as st

from components.address import pick
from components.answers import answer
from components.data.downloads import DATABASE
from components.words.naming import safe
from components.words.spelling import spelled
from queries import query_of

EXAMPLES = (
    "data/example_one_council",
    "data/example_one_service",
    "data/example_beside_peers",
)
OPEN_IN_PYTHON = f"""import duckdb

edition = duckdb.connect("{DATABASE}", read_only=True)
print(edition.sql("FROM edition"))"""


def section() -> None:
    st.markdown(
        f"The edition is one file, `{DATABASE}` ([download it](data?section=downloads)). DuckDB "
        "1.2 or later opens it; DuckDB is free, needs no server and is one command to install. "
        "In Python: `pip install duckdb`, then"
    )
    st.code(OPEN_IN_PYTHON, language=None, wrap_lines=True)
    st.markdown(f"Or in a terminal with DuckDB's own program: `duckdb -readonly {DATABASE}`.")
    for name in EXAMPLES:
        _example(name)
    _dictionary()


def _example(name: str) -> None:
    query = query_of(name)
    st.subheader(query.header.question)
    lines = [line for line in query.text.splitlines() if not line.startswith("--")]
    # Without colours: those of the highlighter are too pale to read.
    st.code("\n".join(lines), language=None, wrap_lines=True)
    found = answer(name).frame
    st.dataframe(found, hide_index=True, alt=f"What it answers: {query.header.question}")


def _dictionary() -> None:
    st.subheader("What the tables and columns mean")
    tables = answer("data/tables").frame
    meanings = dict(zip(tables["name"], tables["meaning"], strict=True))
    chosen = pick(st.selectbox, "Table", "table", list(meanings), words=str, default="value")
    st.write(safe(meanings[chosen]))
    columns = answer("data/columns", table=chosen).frame
    table = columns.select(
        Column=pl.concat_str(pl.lit("`"), "name", pl.lit("`")),
        Type="type",
        Meaning=spelled(columns["meaning"], safe),
    )
    st.table(table, hide_index=True, border="horizontal", alt=f"Columns of the table {chosen}")
