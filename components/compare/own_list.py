"""A reader's own list of peers, judged by the function that made the table of judgements."""

import polars as pl

from inference.comparison.judging import TAKEN, Law, judge
from inference.comparison.scale import scale_for

OWN = "own"
Row = dict[str, object]


def judged_beside(
    measures: pl.DataFrame, figures: pl.DataFrame, models: pl.DataFrame, council: str
) -> pl.DataFrame:
    """One row a measure: measure, model ("own") and the columns of a judgement.

    `measures` is compare/measures (any model: spread and funnel place hang on none), `figures`
    compare/figures of the own list, `models` compare/peer_models, whose words the own one is
    counted against.
    """
    parts = figures.partition_by("measure", as_dict=True)
    rows = [
        _judged(row, parts[(row["measure"],)], council)
        for row in measures.rows(named=True)
        if (row["measure"],) in parts
    ]
    if not rows:
        return pl.DataFrame(schema={"measure": pl.String})
    return _counted(pl.concat(rows), models)


def _judged(row: Row, part: pl.DataFrame, council: str) -> pl.DataFrame:
    """The spread is that of the subject's group; no peer's own is asked for."""
    figures = part.with_columns(
        pl.lit(row["tau"], pl.Float64).alias("tau"),
        pl.lit(row["funnel_place"], pl.String).alias("funnel_place"),
    ).select(TAKEN)
    peers = figures.filter(pl.col("council") != council)["council"].to_list()
    pairs = pl.DataFrame(
        {"model": OWN, "council": council, "peer": peers or [None]},
        schema={"model": pl.String, "council": pl.String, "peer": pl.String},
    )
    law = Law(
        row["polarity"],
        row["describes"],
        scale_for(row["interval_method"], row["unit"]),
        bool(row["grades"]),
    )
    made = judge(figures, pairs, law)
    return made.select(pl.lit(row["measure"]).alias("measure"), pl.all())


def _counted(own: pl.DataFrame, models: pl.DataFrame) -> pl.DataFrame:
    """Under how many published models the own list's word comes out as well."""
    same = models.group_by("measure", "word").agg(pl.len().cast(pl.Int64).alias("holds_n"))
    each = models.group_by("measure").agg(pl.col("judged_n", "models_n").first().cast(pl.Int64))
    zero = [pl.col(name).fill_null(0) for name in ("holds_n", "judged_n", "models_n")]
    return (
        own.join(same, on=["measure", "word"], how="left", maintain_order="left")
        .join(each, on="measure", how="left", maintain_order="left")
        .with_columns(zero)
    )
