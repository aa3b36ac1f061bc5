"""The columns of a table of one measure: the figure, its limits, how numbers are written."""

from collections.abc import Mapping

import polars as pl
import streamlit as st

NAMES = {
    "value": "Value",
    "lower": "Lower limit (95%)",
    "upper": "Upper limit (95%)",
    "peers_median": "Peers’ median",
}


def figures_of_measure() -> list[pl.Expr]:
    """The figure and its limits, under the names that readers see."""
    return [pl.col(column).alias(NAMES[column]) for column in ("value", "lower", "upper")]


def decimals_of_measure(row: Mapping[str, object]) -> dict[str, object]:
    """Streamlit's columns, with the measure's own decimals."""
    number = st.column_config.NumberColumn(format=f"%,.{row['decimals']}f")
    return dict.fromkeys(NAMES.values(), number)
