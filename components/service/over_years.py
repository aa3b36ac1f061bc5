"""How the nation's councils have moved on a measure: their median and the middle half of them."""

from typing import Any

import polars as pl
import streamlit as st

from charts import trend
from charts.inside_sentence import inside, period_inside
from charts.periods import days_in_words, span
from charts.wording import count_words, status_label
from charts.wording import figure as amount
from components.answers import answer
from components.figure.framing import figure
from components.look import palette
from components.service.group import Group
from components.service.measure import Looked
from components.words.naming import safe
from components.words.spelling import spelled
from inference.comparison.word import FEWEST_PEERS

KEY = "over-years"
MEDIAN = "Median of all"
TOO_FEW = "No year has figures of eight of these councils, so there is no median over the years."
CAVEATS = [
    "The median of all these councils, a council pointed out among them: not that of its peers.",
    "Councils come and go, and some years lack some of them: n is in the table, year by year.",
]
Row = dict[str, Any]


def section(group: Group, one: Looked) -> None:
    made = answer(
        "service/over_years", **group.takes, measure=one.row["measure"], council=group.subject
    )
    rows = made.frame.rows(named=True)
    told = finding(rows, str(one.row["unit"]), one.row["decimals"])
    if not told:
        st.info(TOO_FEW)
        return
    name = one.names.get(group.subject or "", "")
    about = answer("measure/about", measure=one.row["measure"]).one()
    words = f"{told} {of_subject(rows, name, one)}".strip()
    st.markdown(safe(words))
    period = span(made.frame["period"])
    figure(
        KEY,
        top=True,
        title=f"{one.title} over the years, {group.who}, {period}",
        drawn=trend.draw(
            _drawn(made.frame),
            council_name=name,
            unit=str(one.row["unit"]),
            decimals=one.row["decimals"],
            breaks=about["breaks"] or [],
            from_zero=False,
            peers_name="councils",
            median_name=MEDIAN,
            palette=palette(),
        ),
        alt=f"{one.title}, {inside(group.who)}. {words}",
        table=_table(made.frame.reverse(), name),
        columns=_columns(one, name),
        answers=[made],
        sources=about["sources"],
        unit=one.unit,
        period=period,
        caveats=[*CAVEATS, *about["caveats"]],
    )


def finding(rows: list[Row], unit: str, decimals: int) -> str:
    """The newest median with its middle half and n, and the oldest; "" without any of eight."""
    held = [row for row in rows if row["councils_n"] >= FEWEST_PEERS and row["median"] is not None]
    if not held:
        return ""
    first, last = held[0], held[-1]
    middle = amount(last["median"], unit, decimals)
    words = f"{days_in_words(last['period'])}: the median of {_n(last)} is {middle}"
    if last["q1"] is not None and last["q3"] is not None:
        low, high = (amount(last[name], unit, decimals) for name in ("q1", "q3"))
        words += f", half of them between {low} and {high}"
    if first is last:
        return f"{words}."
    then = amount(first["median"], unit, decimals)
    return f"{words}; in {period_inside(first['period'])} it was {then}, of {_n(first)}."


def of_subject(rows: list[Row], name: str, one: Looked) -> str:
    """The first and the last figure of the council pointed out; "" without one."""
    held = [row for row in rows if row["value"] is not None]
    if not name or not held:
        return ""
    ends = held if len(held) == 1 else [held[0], held[-1]]
    said = [
        f"{amount(row['value'], str(one.row['unit']), one.row['decimals'])} in "
        f"{period_inside(row['period'])}"
        for row in ends
    ]
    return f"{name}: {', '.join(said)}."


def _n(row: Row) -> str:
    return count_words(row["councils_n"], "council")


def _drawn(frame: pl.DataFrame) -> pl.DataFrame:
    """As charts.trend takes it."""
    return frame.rename(
        {"councils_n": "peers_n", "median": "peers_median", "q1": "peers_q1", "q3": "peers_q3"}
    )


def _table(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    columns = [
        pl.col("period").alias("Period"),
        pl.col("median").alias("Median"),
        pl.col("q1").alias("Lower quartile"),
        pl.col("q3").alias("Upper quartile"),
        pl.col("councils_n").alias("n"),
    ]
    if name:
        columns += [
            pl.col("value").alias(name),
            spelled(frame["status"], status_label).alias("Status"),
        ]
    return frame.select(columns)


def _columns(one: Looked, name: str) -> dict[str, object]:
    number = st.column_config.NumberColumn(format=f"%,.{one.row['decimals']}f")
    return dict.fromkeys(["Median", "Lower quartile", "Upper quartile", name], number)
