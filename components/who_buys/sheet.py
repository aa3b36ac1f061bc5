"""The answer on sheets to take away: an Excel workbook, councils as CSV, every payment as files."""

import re
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from components.answers import answer
from components.figure.citation import cited, known_sources, view_address
from components.links.payments_files import file_address
from components.who_buys.councils import HEADS, KINDS, WORDS, table
from components.who_buys.found import NOT_ALL, Found, sentences
from components.who_buys.sellers import NAMED, SHARED
from components.who_buys.sellers import table as sellers_table
from components.words.naming import LICENCES
from spreadsheet import to_csv, to_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CAVEATS = (NOT_ALL, KINDS, WORDS, HEADS, NAMED, SHARED)


def take(found: Found) -> None:
    st.subheader("Take it with you", anchor="take")
    st.markdown(
        "The answer, councils, suppliers and months on one workbook; or print this page: choices "
        "are left out, and the address and the edition stand at its foot."
    )
    stem = _stem(found)
    with st.container(horizontal=True):
        st.download_button(
            "Download the sheet (Excel)",
            data=lambda: workbook(found),
            file_name=f"{stem}.xlsx",
            mime=XLSX,
            key="sheet_xlsx",
            on_click="ignore",
        )
        st.download_button(
            "Download the councils (CSV)",
            data=lambda: councils_csv(found),
            file_name=f"{stem}.csv",
            mime="text/csv",
            key="sheet_csv",
            on_click="ignore",
        )
    slugs = ",".join(found.councils["slug"])
    query = urlencode(found.chosen.search | ({"council": slugs} if len(slugs) < 1500 else {}))
    st.markdown(
        f"Every payment behind it: [look through them](payments?{query}), [CSV]"
        f"({file_address('csv', query)}), [Parquet]({file_address('parquet', query)})."
    )


def workbook(found: Found) -> bytes:
    """Notes, then a sheet each for councils, suppliers and months."""
    return to_xlsx(
        _notes(found),
        {
            "Councils": found.held.drop("sparse"),
            "Suppliers": found.suppliers.frame.drop("found", "shared"),
            "Months": found.months.frame,
            "To read": table(found).drop("Look"),
            "Suppliers to read": sellers_table(found.suppliers.frame).drop("Page"),
        },
    )


def councils_csv(found: Found) -> bytes:
    edition = answer("edition/about").one()
    rows = found.held.drop("sparse").with_columns(
        figure=pl.lit(found.chosen.what),
        period=pl.lit(found.chosen.period),
        unit=pl.lit("£, cash"),
        edition=pl.lit(str(edition["name"])),
        caveats=pl.lit(" | ".join(CAVEATS)),
        address=pl.lit(view_address()),
    )
    return to_csv(rows)


def _notes(found: Found) -> list[tuple[str, str]]:
    edition = answer("edition/about").one()
    sources = known_sources()
    keys = found.councils["source"].drop_nulls().unique(maintain_order=True)
    plain = [re.sub(r"\*\*|\\", "", words) for words in sentences(found)]
    return [
        ("Who buys this?", found.chosen.what),
        *(("Answer", words) for words in plain),
        ("Financial year", found.chosen.period),
        ("Councils", found.chosen.among_name),
        ("Edition", str(edition["name"])),
        ("Address", view_address()),
        ("To cite it", cited(f"Who buys this? {found.chosen.what}, {found.chosen.period}")),
        *(("To bear in mind", words) for words in CAVEATS),
        *(
            (
                "Source",
                f"{one['publisher']}, {one['title']}, {LICENCES[one['licence']]}, "
                f"{one['landing_url']}",
            )
            for key in keys
            if (one := sources.get(key))
        ),
    ]


def _stem(found: Found) -> str:
    words = re.findall(r"[a-z0-9]+", f"who buys {found.chosen.what} {found.chosen.period}".lower())
    return "-".join(words)[:100].rstrip("-")
