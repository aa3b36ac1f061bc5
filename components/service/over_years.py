"""How the nation's councils have moved on a measure: their median and the middle half of them."""

import polars as pl
import streamlit as st

from charts import trend
from charts.inside_sentence import inside
from charts.periods import span
from charts.wording import status_label
from components.answers import answer
from components.figure.framing import figure
from components.look import palette
from components.service.group import Group
from components.service.measure import Looked
from components.words.naming import safe
from components.words.spelling import spelled
from findings.service_words import (
    OVER_YEARS,
    TOO_FEW,
    of_subject_over_years,
    over_years_words,
)

KEY = "over-years"
MEDIAN = "Median of all"


def section(group: Group, one: Looked) -> None:
    made = answer(
        "service/over_years", **group.takes, measure=one.row["measure"], council=group.subject
    )
    rows = made.frame.rows(named=True)
    told = over_years_words(rows, str(one.row["unit"]), one.row["decimals"])
    if not told:
        st.info(TOO_FEW)
        return
    name = one.names.get(group.subject or "", "")
    about = answer("measure/about", measure=one.row["measure"]).one()
    words = f"{told} {of_subject_over_years(rows, name, one)}".strip()
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
        caveats=[*OVER_YEARS, *about["caveats"]],
    )


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
