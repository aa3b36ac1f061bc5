"""The share's coefficient under the chosen specification and under those one step from it."""

from math import expm1

import polars as pl
import streamlit as st

from charts import interval_rows
from charts.wording import count_words
from components.delivery.plain_names import SHARE, plainly
from components.delivery.share_and_outcome import Together
from components.delivery.specification import circumstances
from components.figure.framing import figure
from components.look import palette
from components.words.spelling import spelled
from inference.panel.estimation import Panel
from inference.panel.sample import Specification
from inference.panel.sentences import Naming

VARIANTS = {
    "chosen": "As chosen",
    "effects_two_way": "Council and year set aside",
    "effects_council": "Each council with itself",
    "effects_year": "Councils of the same year",
    "effects_none": "All councils and years",
    "lag_0": "Share of the same year",
    "lag_1": "Share one year earlier",
    "lag_2": "Share two years earlier",
    "no_covariates": "Without covariates",
    "balanced": "Councils with every year",
    "unweighted": "Councils count alike",
}
CAVEATS = [
    "Every row is one choice away from the chosen one, so that nobody need trust a single "
    "specification. Intervals are 95%, clustered by council; one in twenty leaves nought out by "
    "chance alone.",
    "Rows without council effects compare different councils, which differ in much besides.",
]


def unit_of(naming: Naming, wanted: Specification) -> str:
    return "%" if wanted.log_outcome else naming.unit


def figure_of_choices(one: Together, wanted: Specification, near: pl.DataFrame) -> None:
    """`near` is what `inference.panel.robustness.variants` gives."""
    frame = per_step(near, one.naming.step, wanted.log_outcome)
    unit = unit_of(one.naming, wanted)
    said = {"unit": unit, "decimals": one.naming.decimals, "differences": True}
    title = f"{one.title}: difference for ten points more of the {one.share}"
    figure(
        "coefficients",
        title=title,
        drawn=interval_rows.draw(
            frame, axis_words=f"{unit}, for 10 points more", palette=palette(), **said
        ),
        alt=interval_rows.alt(frame, title=title, **said),
        table=_table(frame, unit),
        columns=_columns(one.naming.decimals, unit),
        answers=[one.asked],
        sources=one.sources(circumstances(wanted)),
        unit=f"{unit} for ten points more of the share",
        period=one.period,
        caveats=[*CAVEATS, *one.caveats],
    )


def per_step(near: pl.DataFrame, step: float, log: bool) -> pl.DataFrame:
    """Coefficients as differences for `step` of the share: in per cent where logarithms are."""
    numbers = {
        name: [for_step(value, step, log) for value in near[name]]
        for name in ("estimate", "lower", "upper")
    }
    notes = [
        plainly(row["refused"])
        if row["refused"]
        else f"{row['n']:,} figures of {count_words(row['councils'], 'council')}"
        for row in near.rows(named=True)
    ]
    return near.select("variant", "n", "councils").with_columns(
        spelled(near["variant"], VARIANTS.__getitem__).alias("label"),
        pl.Series("note", notes, pl.String),
        (pl.col("variant") == "chosen").alias("chosen"),
        *(pl.Series(name, values, pl.Float64) for name, values in numbers.items()),
    )


def table_of_terms(made: Panel, naming: Naming) -> pl.DataFrame:
    """Every term per one unit of it, as estimators give them."""
    terms = made.coefficients
    names = [
        f"the {naming.exposure}, per point" if term == SHARE else f"{naming.of(term)}, per unit"
        for term in terms["term"]
    ]
    return terms.select(
        pl.Series("Term", [name[0].upper() + name[1:] for name in names], dtype=pl.String),
        pl.col("estimate").alias("Coefficient"),
        pl.col("standard_error").alias("Standard error"),
        pl.col("lower").alias("Lower limit (95%)"),
        pl.col("upper").alias("Upper limit (95%)"),
        pl.col("p_value").alias("p"),
    )


def for_step(value: float | None, step: float, log: bool) -> float | None:
    if value is None:
        return None
    return 100 * expm1(value * step) if log else value * step


def _table(frame: pl.DataFrame, unit: str) -> pl.DataFrame:
    return frame.select(
        pl.col("label").alias("Specification"),
        pl.col("estimate").alias(f"Difference, {unit}"),
        pl.col("lower").alias("Lower limit (95%)"),
        pl.col("upper").alias("Upper limit (95%)"),
        pl.col("n").alias("Figures"),
        pl.col("councils").alias("Councils"),
        pl.when(pl.col("estimate").is_null()).then("note").alias("Why none"),
    )


def _columns(decimals: int, unit: str) -> dict[str, object]:
    number = st.column_config.NumberColumn(format=f"%.{decimals}f")
    return dict.fromkeys((f"Difference, {unit}", "Lower limit (95%)", "Upper limit (95%)"), number)
