"""All payments of a search as files: how many and how large, and the addresses that stream them."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from charts.wording import count_words
from components.links import feeds
from components.links.payments_files import file_address
from components.payments.finding import Found
from components.words.quantities import size
from queries.searching import write

ROWS_A_SHEET_HOLDS = 1_048_576
# What a file takes in itself, and for each payment; about.
BYTES = {"csv": (0, 365), "parquet": (25_000, 12)}
LOOK = """<style>
.files a, .files a:visited {color: var(--accent); text-decoration: underline}
.files li {margin: .4rem 0}
</style>"""


def download(found: Found) -> None:
    st.header("Download", anchor="take")
    st.write(_before(found))
    query = urlencode(write(found.asked.search))
    links = [
        _link("csv", query, found, "CSV", "for spreadsheets; text that could run as a formula has "
              "an apostrophe before it"),
        _link("parquet", query, found, "Parquet", "smaller, with types, for Python, R and DuckDB"),
        _link("txt", query, found, "Notes", "what was asked, sources, licences, what to bear in "
              "mind: keep them with the file"),
    ]  # fmt: skip
    st.html(f'{LOOK}<ul class="files">{"".join(links)}</ul>')
    if query:
        st.caption(feeds.of_search(write(found.asked.search)))


def _before(found: Found) -> str:
    """How many rows are coming, before somebody asks for them."""
    if found.sums is None:
        return "Every payment of this search, however many, one in a row."
    rows = found.payments
    words = f"Every payment of this search, none left out: {count_words(rows, 'row')}."
    if rows > ROWS_A_SHEET_HOLDS:
        words += " That is more than a spreadsheet holds: take Parquet, or narrow the search."
    return words


def _link(kind: str, query: str, found: Found, name: str, words: str) -> str:
    about = ""
    if found.sums is not None and kind in BYTES:
        always, each = BYTES[kind]
        about = f", about {size(_rounded(always + each * found.payments))}"
    address = escape(file_address(kind, query))
    label = escape(f"Download as {name}{about}")
    return f'<li><a href="{address}" download>{label}</a>: {escape(words)}.</li>'


def _rounded(size_bytes: float) -> float:
    """One digit: it is an estimate."""
    return float(f"{size_bytes:.1g}")
