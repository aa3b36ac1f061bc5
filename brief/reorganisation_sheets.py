"""The rows behind the brief of a reorganisation, as sheets of the workbook."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from brief.document import Sheet
from findings.together import BECAUSE, OLD, POOLED, SPENDING, Together

POUNDS, WHOLE_POUNDS, NUMBER = "£#,##0.00", "£#,##0", "#,##0.0##"
TEXT, REAL, WHOLE = pl.String, pl.Float64, pl.Int64
Row = Mapping[str, Any]


def sheets(
    one: Together,
    rows: Sequence[Row],
    results: Sequence[Row],
    holdings: Sequence[Row],
    beside: pl.DataFrame,
    official: bool,
) -> list[Sheet]:
    return [
        _spending(one, rows, official),
        _results(results, official),
        _holdings(holdings, official),
        _parts(one),
        Sheet(
            "Beside",
            beside.select(pl.col("name").alias("Council"), pl.col("residents").alias("Residents")),
            {"Residents": "#,##0"},
            SPENDING[2],
        ),
    ]


def _spending(one: Together, rows: Sequence[Row], official: bool) -> Sheet:
    made = [
        (
            row["official_name" if official else "plain_name"], row["real_per_head_gbp"],
            row["real_gbp"], row["cash_gbp"], row["shared_gbp"], row["beside_median"],
            row["beside_q1"], row["beside_q3"], row["beside_n"], ", ".join(row["lacking"]),
            row["source"],
        )
        for row in rows
    ]  # fmt: skip
    schema = {
        "Service": TEXT, "£ per head": REAL, "£ in total": REAL, "Cash, in all": REAL,
        "Of it a county’s share": REAL, "Their median": REAL, "Their lower quartile": REAL,
        "Their upper quartile": REAL, "Single councils": WHOLE, "No figure of": TEXT,
        "Source": TEXT,
    }  # fmt: skip
    pence = ("£ per head", "Their median", "Their lower quartile", "Their upper quartile")
    whole = ("£ in total", "Cash, in all", "Of it a county’s share")
    return Sheet(
        "Spending",
        pl.DataFrame(made, schema=schema, orient="row"),
        dict.fromkeys(pence, POUNDS) | dict.fromkeys(whole, WHOLE_POUNDS),
        f"Spending of {one.period} put together, real terms.",
    )


def _results(results: Sequence[Row], official: bool) -> Sheet:
    made = [
        (
            row["official_name" if official else "plain_name"],
            row["official_title" if official else "title"], row["value"], row["unit"],
            row["numerator"], row["denominator"], row["lowest"], row["highest"], row["parts_n"],
            row["period"], BECAUSE[row["because"]] if row["because"] else "",
        )
        for row in results
    ]  # fmt: skip
    schema = {
        "Service": TEXT, "Measure": TEXT, "Together": REAL, "Unit": TEXT, "Numerator": REAL,
        "Denominator": REAL, "Lowest part": REAL, "Highest part": REAL, "Parts": WHOLE,
        "Period": TEXT, "Not put together because": TEXT,
    }  # fmt: skip
    numbers = ("Together", "Numerator", "Denominator", "Lowest part", "Highest part")
    frame = pl.DataFrame(made, schema=schema, orient="row")
    return Sheet("Results", frame, dict.fromkeys(numbers, NUMBER), POOLED)


def _holdings(holdings: Sequence[Row], official: bool) -> Sheet:
    made = [
        (
            row["official_name" if official else "plain_name"], row["value_gbp"],
            row["shared_gbp"], row["period"], ", ".join(row["lacking"]),
        )
        for row in holdings
    ]  # fmt: skip
    schema = {
        "Line": TEXT, "£ together": REAL, "Of it a county’s share": REAL,
        "Year to 31 March": TEXT, "No figure of": TEXT,
    }  # fmt: skip
    money = dict.fromkeys(("£ together", "Of it a county’s share"), WHOLE_POUNDS)
    return Sheet("Reserves and debt", pl.DataFrame(made, schema=schema, orient="row"), money, OLD)


def _parts(one: Together) -> Sheet:
    frame = one.parts.frame
    return Sheet(
        "Parts",
        frame.select(
            pl.col("name").alias("Council"),
            pl.col("class").str.replace_all("_", " ").alias("Kind"),
            pl.col("residents").alias("Residents"),
            pl.col("residents_year").alias("In the middle of"),
            pl.col("share").alias("Share that comes along"),
        ),
        {"Residents": "#,##0", "Share that comes along": "0.0%"},
        "A county’s services are shared out: an assumption, not a plan.",
    )
