"""What else differs between councils with low and with high shares."""

import polars as pl
import streamlit as st

from charts import interval_rows
from components.delivery.grouping import Groups
from components.delivery.plain_names import CIRCUMSTANCES
from components.figure.framing import figure
from components.look import palette
from components.words.naming import safe
from components.words.spelling import spelled
from inference.panel.group_sentences import balance_sentence
from inference.panel.groups import MARKED, balance

WORDS = {"alike": "alike", "slight": "differs slightly", "marked": "differs markedly"}
CAVEATS = [
    "Differences of means in standard deviations, so that all stand on one scale; beyond a quarter "
    "(the dotted lines) they are called marked (Austin 2009, Stuart 2010).",
    "Only what this edition holds is compared. Need, prices, markets and history differ as well.",
    "Deprivation and rurality are of one date; pay, residents and spending of the year shown.",
]


def section(made: Groups) -> None:
    low, high = made.names[0], made.names[-1]
    one = made.one
    table = balance(made.frame, list(CIRCUMSTANCES), low)
    st.subheader("What else differs between the groups?", anchor="differs")
    st.markdown(
        f"Councils with {safe(high)} beside those with {safe(low)}. "
        + safe(balance_sentence(table, high, CIRCUMSTANCES))
    )
    rows = table.filter(group=high)
    frame = rows.select(
        spelled(rows["covariate"], _name).alias("label"),
        pl.col("difference").alias("estimate"),
        pl.lit(None, pl.Float64).alias("lower"),
        pl.lit(None, pl.Float64).alias("upper"),
        spelled(rows["word"], WORDS.get).alias("note"),
    )
    said = {"unit": "", "decimals": 2, "differences": True}
    title = f"What else differs, {made.year}: councils with {high} beside those with {low}"
    figure(
        "balance",
        title=title,
        drawn=interval_rows.draw(
            frame,
            axis_words="difference of means, in standard deviations",
            lines=[-MARKED, MARKED],
            palette=palette(),
            **said,
        ),
        alt=interval_rows.alt(frame, title=title, **said),
        table=_table(table, low),
        columns={
            "Difference, standard deviations": st.column_config.NumberColumn(format="%.2f"),
            "Mean": st.column_config.NumberColumn(format="localized"),
            f"Mean, {low}": st.column_config.NumberColumn(format="localized"),
        },
        answers=[one.asked],
        sources=one.sources(CIRCUMSTANCES),
        unit="standard deviations",
        period=str(made.year),
        caveats=[*CAVEATS, *one.caveats],
    )


def _name(covariate: str) -> str:
    words = CIRCUMSTANCES[covariate]
    return words[0].upper() + words[1:]


def _table(table: pl.DataFrame, low: str) -> pl.DataFrame:
    return table.select(
        spelled(table["covariate"], _name).alias("What"),
        pl.col("group").alias("Councils with"),
        pl.col("n").alias("Councils"),
        pl.col("mean").alias("Mean"),
        pl.col("reference_n").alias(f"Councils, {low}"),
        pl.col("reference_mean").alias(f"Mean, {low}"),
        pl.col("difference").alias("Difference, standard deviations"),
        spelled(table["word"], WORDS.get).alias("In words"),
    )
