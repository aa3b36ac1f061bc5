"""Results pooled from their counts, what cannot be put together and why; reserves and debt."""

import polars as pl
import streamlit as st

from charts.periods import days_in_words
from charts.wording import figure, joined, pounds
from components.answers import answer
from components.put_together.choices import Together
from components.words.naming import measure_title, named, safe
from findings.together import BECAUSE, OLD, POOLED


def pooled(one: Together) -> None:
    st.header("What people get, put together", anchor="results")
    rows = answer("put_together/results", councils=one.chosen).frame.rows(named=True)
    pooled = [row for row in rows if row["because"] is None and row["value"] is not None]
    if pooled:
        st.dataframe(_table(pooled), hide_index=True, alt="Results pooled from their counts")
    else:
        st.info("None of the results held here can be put together from counts.")
    st.caption(POOLED)
    apart = [row for row in rows if row["because"] is not None]
    if apart:
        with st.expander(f"{len(apart)} results cannot be put together"):
            for why, words in BECAUSE.items():
                titles = [safe(measure_title(row)) for row in apart if row["because"] == why]
                if titles:
                    st.markdown(f"**{words[0].upper()}{words[1:]}:** {joined(titles)}.")


def holdings(one: Together) -> None:
    st.header("Reserves and debt, put together", anchor="holdings")
    rows = answer("put_together/holdings", councils=one.chosen, basis=one.basis).frame.rows(
        named=True
    )
    if not rows:
        st.info("No reserves or debt of these councils are held.")
        return
    st.dataframe(
        pl.DataFrame(
            [
                {
                    "Line": named(row),
                    "£ together": pounds(row["value_gbp"], short=True)
                    if row["value_gbp"] is not None
                    else f"no sum: no figure of {joined(row['lacking'])}",
                    "Of it a county’s share": pounds(row["shared_gbp"], short=True)
                    if row["shared_gbp"]
                    else "",
                    "Year to 31 March": row["period"],
                }
                for row in rows
            ]
        ),
        hide_index=True,
        alt="Reserves and debt put together",
    )
    st.caption(OLD)


def _table(rows: list[dict[str, object]]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "Service": named(row),
                "Measure": measure_title(row),
                "Together": figure(row["value"], row["unit"], row["decimals"]),
                "Lowest part": figure(row["lowest"], row["unit"], row["decimals"]),
                "Highest part": figure(row["highest"], row["unit"], row["decimals"]),
                "Parts": row["parts_n"],
                "When": days_in_words(str(row["period"])),
            }
            for row in rows
        ]
    )
