"""Which figure is looked at, of which period, and which spending stands beside it."""

import polars as pl
import streamlit as st

from charts.judgement_sentences import left_out_words
from charts.wording import status_label
from components.address import pick, refusal
from components.answers import answer
from components.service.group import Group
from components.words.measure_columns import figures_of_measure
from components.words.naming import measure_title, official
from components.words.spelling import spelled
from findings.service_figure import Looked, nearest, newest_of_each, usual

__all__ = [
    "Looked",
    "choose_measure",
    "choose_period",
    "choose_spending",
    "figures_table",
    "looked",
    "nearest",
    "offered",
    "wrong_measure",
]

Row = dict[str, object]


def offered(group: Group) -> list[Row]:
    """Measures and periods of the group, newest period first within a measure."""
    return answer("service/measures", **group.takes).frame.rows(named=True)


def choose_measure(group: Group) -> Row:
    """The newest row of the measure chosen."""
    first = newest_of_each(offered(group))
    return first[
        pick(
            st.selectbox,
            "Figure",
            "measure",
            list(first),
            words=lambda key: _label(first[key]),
            default=usual(first),
        )
    ]


def choose_period(group: Group, measure: str) -> Looked:
    rows = {row["period"]: row for row in offered(group) if row["measure"] == measure}
    chosen = pick(st.selectbox, "Year", "year", list(rows), words=str)
    return looked(group, rows[chosen])


def choose_spending(group: Group, beside: Looked) -> Looked | None:
    """The spending measure chosen, of the period nearest to the other figure's."""
    first = {k: row for k, row in newest_of_each(offered(group)).items() if row["kind"] == "spend"}
    if not first or beside.row["kind"] == "spend":
        return None
    chosen = pick(
        st.selectbox, "Spending", "spend", list(first), words=lambda key: measure_title(first[key])
    )
    rows = [row for row in offered(group) if row["measure"] == chosen]
    return looked(group, nearest(rows, beside.row))


def looked(group: Group, row: Row) -> Looked:
    takes = {"measure": row["measure"], "period": row["period"]}
    figures = answer("service/figures", **group.takes, **takes)
    base = str(answer("edition/about").one()["price_base"])
    return Looked(row, figures, base, official())


def wrong_measure(group: Group, measure: str) -> list[str | None]:
    rows = offered(group)
    periods = [row["period"] for row in rows if row["measure"] == measure]
    spending = [row["measure"] for row in rows if row["kind"] == "spend"]
    return [
        refusal("measure", [row["measure"] for row in rows], "figure"),
        refusal("year", periods, "year"),
        refusal("spend", spending, "spending"),
    ]


def figures_table(frame: pl.DataFrame) -> pl.DataFrame:
    """Every council that runs the service, also those that are not compared, and why."""
    return frame.select(
        pl.col("name").alias("Council"),
        *figures_of_measure(),
        spelled(frame["status"], status_label).alias("Status"),
        spelled(frame["left_out_because"], left_out_words).fill_null("yes").alias("Compared"),
    )


def _label(row: Row) -> str:
    return f"Spending: {measure_title(row)}" if row["kind"] == "spend" else measure_title(row)
