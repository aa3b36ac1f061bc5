"""Every table to take away, as files that lie on the server's disk."""

from html import escape
from pathlib import Path

import streamlit as st

from components.answers import answer
from components.branding import brand
from components.data.wording import count, size

FOLDER = Path(__file__).parents[2] / "static" / "downloads"
# Relative to the page, so that it holds wherever the app is mounted.
ADDRESS = "app/static/downloads"
WHOLE = "measure_values_with_sources"
DATABASE = "councils.duckdb"
ROWS_A_SHEET_HOLDS = 1_048_576
LOOK = f"""<style>
.downloads {{width: 100%; border-collapse: collapse}}
.downloads th, .downloads td {{text-align: left; vertical-align: top; padding: .5rem .5rem .5rem 0;
  border-bottom: 1px solid #b1b4b6}}
.downloads td + td, .downloads th + th {{white-space: nowrap}}
.downloads a, .downloads a:visited {{color: {brand().colours.accent}; text-decoration: underline}}
.downloads code {{overflow-wrap: anywhere}}
</style>"""


NOT_LAID_OUT = (
    "The files to take away are not laid out on this server yet. Whoever runs it can do so with: "
    "python -m data.build assemble"
)


def section() -> None:
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


def laid_out(file: str) -> bool:
    """Whether the file lies on this server."""
    return (FOLDER / file).exists()


def table(rows: list[str]) -> str:
    """Lines as a table, with its look."""
    return (
        f'{LOOK}<table class="downloads"><thead><tr><th scope="col">Table</th>'
        '<th scope="col">Take it as</th></tr></thead><tbody>' + "".join(rows) + "</tbody></table>"
    )


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


def line(name: str, meaning: str, files: list[tuple[str, str]]) -> str:
    """A row of the table; ``files`` are (file, kind)."""
    told = f"<code>{escape(name)}</code><br>{escape(meaning)}"
    links = "<br>".join(_link(file, kind) for file, kind in files)
    return f"<tr><td>{told}</td><td>{links}</td></tr>"


def _link(file: str, kind: str) -> str:
    """A plain link: the browser fetches the file from disk, past the app."""
    stat = (FOLDER / file).stat()
    saved_as = f"{_slug()}-{answer('edition/about').one()['name']}-{file}"
    version = f"{stat.st_mtime_ns:x}"
    return (
        f'<a href="{ADDRESS}/{escape(file)}?v={version}" download="{escape(saved_as)}" '
        f'aria-label="{escape(file)}, {size(stat.st_size)}">{kind}, {size(stat.st_size)}</a>'
    )


def _slug() -> str:
    return "".join(c if c.isalnum() else "-" for c in brand().name.lower()).strip("-")
