"""The figures that the coefficient rests on: each council's departures from its own average."""

import polars as pl

from charts import partial_scatter
from components.delivery.plain_names import SHARE
from components.delivery.share_and_outcome import Together
from components.delivery.specification import circumstances
from components.figure.framing import figure
from components.look import palette
from inference.panel.estimation import Panel

LEFT_IN = {
    "two_way": "beyond the council's own average and what changed everywhere that year",
    "council": "beyond the council's own average",
    "year": "beyond the average of the year",
    "none": "beyond the mean of all",
}


def section(one: Together, made: Panel) -> None:
    names = one.frame.select("council", "name").unique()
    frame = made.rows.join(names, on="council", how="left", maintain_order="left")
    beyond = LEFT_IN[made.specification.effects]
    also = " and the covariates" if made.specification.covariates else ""
    title = f"{one.title}, against the {one.share}: what is left of both"
    slope = made.exposure["estimate"]
    log = "logarithm of: " if made.specification.log_outcome else ""
    figure(
        "within",
        title=title,
        drawn=partial_scatter.draw(
            frame,
            slope=slope,
            exposure_words=f"{one.share}, points",
            outcome_words=f"{log}{one.title}, {one.naming.unit}",
            palette=palette(),
        ),
        alt=partial_scatter.alt(frame, title=title, slope=slope, decimals=one.naming.decimals),
        table=_table(frame),
        answers=[one.asked],
        sources=one.sources(circumstances(made.specification)),
        unit=f"differences in {one.naming.unit} and in points of the share",
        period=one.period,
        caveats=[
            f"A dot is one council in one year. Its place is what is left of both figures {beyond}"
            f"{also}; the line's slope is the coefficient.",
            f"The column {SHARE} of the file is the share as read; what is left is in the table.",
            *one.caveats,
        ],
    )


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Council"),
        pl.col("year").alias("Year"),
        pl.col("exposure").round(1).alias("Share, %"),
        pl.col("outcome").round(3).alias("Outcome"),
        pl.col("exposure_within").round(2).alias("Share, what is left"),
        pl.col("outcome_within").round(3).alias("Outcome, what is left"),
    )
