"""What all who serve a resident of two tiers spend per head together: a sum with its parts."""

from typing import cast

import polars as pl
import streamlit as st

from charts import money_rows
from charts.wording import joined, pounds, status_label
from components.answers import answer
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.words.decided import DERIVED, left_out
from components.words.naming import safe
from components.words.spelling import spelled

# Without these no sum is said: the area would look cheap for want of a return.
COUNCILS = ("county", "district")
CAVEATS = [
    "Each part is divided by the residents whom that body serves: the county’s by the county’s, "
    "the police’s by the whole force’s. It is what is spent on average, not in this street.",
    "A sum of several bodies is set beside no other area and is in no order: who does what differs "
    "from place to place.",
    "Net current expenditure. What one body pays another may be counted by both.",
]
Row = dict[str, object]


def section(subject: Subject, period: str) -> None:
    """Nothing where one council alone serves the area."""
    if subject.about["tier"] not in ("upper", "lower"):
        return
    one = answer("council/whole_area", council=subject.key, period=period)
    rows = one.frame.rows(named=True)
    if not rows:
        return
    st.subheader("What is spent in this area together", anchor="whole-area")
    if lacking := _lacking(rows):
        st.info(
            f"The parts of {period} cannot be summed: there is no figure of {joined(lacking)}, and "
            "nothing is estimated in its place."
        )
        return
    held = [row for row in rows if row["per_head_gbp"] is not None]
    st.markdown(_sum(held, rows, period))
    frame = pl.DataFrame(
        {
            "plain_name": [_short(row) for row in held],
            "value_gbp": [row["per_head_gbp"] for row in held],
            "status": [row["status"] for row in held],
        }
    )
    title = f"{subject.name}: £ per head of all who serve its area, {period}"
    name = "Together, per head"
    figure(
        "whole-area",
        title=title,
        drawn=money_rows.draw_receipt(frame, total_name=name, palette=palette()),
        alt=money_rows.alt_receipt(frame, title=title, period=period, total_name=name),
        table=_table(one.frame),
        columns={
            "£ per head": st.column_config.NumberColumn(format="£%,.2f"),
            "£, in all": st.column_config.NumberColumn(format="£%,.0f"),
            "Residents": st.column_config.NumberColumn(format="%,.0f"),
        },
        answers=[one],
        unit="£ per head, cash, net current expenditure",
        period=period,
        caveats=[*CAVEATS, *left_out()]
        + ([DERIVED.format(period)] if "derived" in one.frame["status"] else []),
    )


def _lacking(rows: list[Row]) -> list[str]:
    """Councils without a figure; fire and police may be unknown, and are then said to be."""
    missing = {str(row["part"]): cast(list[str], row["missing"]) for row in rows}
    return [safe(name) for part in COUNCILS for name in missing.get(part, [])]


def _sum(held: list[Row], rows: list[Row], period: str) -> str:
    """The sum, its parts in the order of who does most for whom, and what is not in it."""
    total = sum(cast(float, row["per_head_gbp"]) for row in held)
    parts = joined([f"{_name(row)} {pounds(row['per_head_gbp'], decimals=2)}" for row in held])
    words = (
        f"In {period} **{pounds(total, decimals=2)} per head** was spent by those who serve this "
        f"area, schools left out: {parts}."
    )
    unknown = [_name(row) for row in rows if row["per_head_gbp"] is None]
    if unknown:
        words += f" Not in the sum, because no figure is held: {joined(unknown)}."
    return words


def _name(row: Row) -> str:
    bodies = cast(list[str], row["bodies"])
    if row["part"] == "district":
        return safe(bodies[0]) if len(bodies) == 1 else f"the {len(bodies)} district councils"
    if row["part"] == "county":
        return safe(bodies[0])
    service = "fire and rescue" if row["part"] == "fire" else "police"
    return f"{service} ({joined([safe(name) for name in bodies])})"


def _short(row: Row) -> str:
    """For a chart on a phone, where a force's full name runs into its amount."""
    services = {"fire": "Fire and rescue", "police": "Police"}
    return services.get(str(row["part"])) or _at_the_start(_name(row))


def _at_the_start(name: str) -> str:
    return name[0].upper() + name[1:]


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.Series(
            "Part",
            [_at_the_start(_name(row)) for row in frame.iter_rows(named=True)],
            dtype=pl.String,
        ),
        pl.col("per_head_gbp").alias("£ per head"),
        pl.col("value_gbp").alias("£, in all"),
        pl.col("residents").alias("Residents"),
        spelled(frame["status"], status_label).alias("Status"),
    )
