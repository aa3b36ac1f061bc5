"""What an edition changed for all councils: new series, more periods, revisions, what went."""

import polars as pl
import streamlit as st

from components.answers import answer
from components.words.changed import of_kind, span
from components.words.quantities import count

# In the order of the page, each with what its rows mean.
SECTIONS = {
    "revised": ("Revised", "Another value for the same council and period than before."),
    "new_period": ("More periods", "Periods of which no figure was held before."),
    "new_series": ("New measures and lines", "Nothing of these was held before."),
    "added": ("Came late", "Figures of single councils for periods that others had already."),
    "dropped": ("Taken out", "Figures that were held and are not any more."),
    "gone_series": ("No longer held", "Measures and lines of which no figure is left."),
}
KINDS = {
    "measure": "Measure",
    "spending": "Spending on a service",
    "spending_line": "Part of a service",
    "finance": "Money and tax",
    "population": "Residents",
    "context": "The place",
    "delivery": "Who delivers",
}


def section() -> None:
    rows = answer("edition/changes").frame.rows(named=True)
    st.header("For all councils", anchor="all")
    if not rows:
        st.write("No change of a figure is recorded in this edition.")
    for change, (title, meaning) in SECTIONS.items():
        found = of_kind(rows, change)
        if not found:
            continue
        st.subheader(f"{title}: {count(len(found), 'series', 'series')}", anchor=change)
        st.caption(meaning)
        st.dataframe(
            _table(found),
            hide_index=True,
            height=min(38 + 35 * len(found), 320),
            column_config={"Figures": st.column_config.NumberColumn(format="%,d")},
            alt=f"{title}: {count(len(found), 'series', 'series')}, with their periods",
        )


def _table(rows) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "What": [row["name"] for row in rows],
            "Kind": [KINDS[row["kind"]] for row in rows],
            "Periods": [span(row["first_period"], row["last_period"]) for row in rows],
            "Councils": [row["councils"] for row in rows],
            "Figures": [row["figures"] for row in rows],
        }
    )
