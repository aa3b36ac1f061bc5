"""What an edition changed about one council, in words; the whole list below them."""

from collections.abc import Mapping, Sequence

import polars as pl
import streamlit as st

from charts.wording import figure
from components.answers import answer
from components.changes.for_all import SECTIONS
from components.words.changed import of_kind, span
from components.words.naming import safe
from components.words.quantities import count

# As many are said in words; the table has all.
SAID = 5
Row = Mapping[str, object]


def section(about: Mapping[str, object]) -> None:
    rows = answer("council/changes", council=about["council"]).frame.rows(named=True)
    st.header(safe(about["name"]), anchor="council")
    st.markdown("\n".join(sentences(str(about["name"]), rows)))
    if rows:
        st.dataframe(
            _table(rows),
            hide_index=True,
            height=min(38 + 35 * len(rows), 320),
            alt=f"What changed about {about['name']}: {count(len(rows), 'row')}",
        )
    st.page_link(
        "pages/council.py",
        label=f"Open {safe(about['name'])}",
        icon=":material/arrow_forward:",
        query_params={"council": str(about["slug"])},
    )


def sentences(name: str, rows: Sequence[Row]) -> list[str]:
    """A line for each kind of change, revisions first: they change what was read before."""
    if not rows:
        return [f"No change of a figure of {safe(name)} is recorded in this edition."]
    lines = []
    if revised := of_kind(rows, "revised"):
        lines.append(f"- **Revised**: {_listed([_revision(row) for row in revised])}.")
    for change, words in (
        ("dropped", "Taken out"),
        ("added", "Came late"),
        ("new_period", "More periods"),
        ("new_series", "New"),
    ):
        if found := of_kind(rows, change):
            lines.append(f"- **{words}**: {_listed([_periods(row) for row in found])}.")
    return lines


def _listed(said: list[str]) -> str:
    more = len(said) - SAID
    if more <= 0:
        return "; ".join(said)
    return f"{'; '.join(said[:SAID])}; and {more} more in the table"


def _periods(row: Row) -> str:
    return f"{safe(row['name'])} ({span(row['first_period'], row['last_period'])})"


def _revision(row: Row) -> str:
    """The period that moved most, and how many others did."""
    figures = int(str(row["figures"]))
    said = f"{safe(row['name'])}, {span(row['period'], row['period'])}: {_moved(row)}"
    return said + (f" ({count(figures - 1, 'other period')} as well)" if figures > 1 else "")


def _moved(row: Row) -> str:
    before, now = (_number(row, part) for part in ("before", "now"))
    if before == now:
        return f"{now} as before, by less than is shown"
    return f"{before} before, {now} now"


def _number(row: Row, part: str) -> str:
    return safe(figure(row[part], str(row["unit"] or ""), int(str(row["decimals"] or 0))))


def _table(rows: Sequence[Row]) -> pl.DataFrame:
    """Cells of what is no revision stay empty: nothing moved there."""
    return pl.DataFrame(
        {
            "What": [row["name"] for row in rows],
            "Change": [SECTIONS[str(row["change"])][0] for row in rows],
            "Periods": [span(row["first_period"], row["last_period"]) for row in rows],
            "Most revised": [_of_revision(row, "period") for row in rows],
            "Before": [_of_revision(row, "before") for row in rows],
            "Now": [_of_revision(row, "now") for row in rows],
        },
        schema_overrides=dict.fromkeys(("Most revised", "Before", "Now"), pl.String),
    )


def _of_revision(row: Row, part: str) -> str:
    if row["change"] != "revised":
        return ""
    if part == "period":
        return span(row["period"], row["period"])
    return figure(row[part], str(row["unit"] or ""), int(str(row["decimals"] or 0)) + 1)
