"""Which rows of a council-year panel a regression may use, and why it may not use the others."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from inference.panel.fixed_effects import Effects

MOST_LAG_YEARS = 2


@dataclass(frozen=True)
class Specification:
    """One regression, in the names of the frame's columns.

    `exposure` is the share of a delivery model; it is read `lag_years` before the outcome, while
    covariates are those of the outcome's year. `weight` is a column of positive numbers.
    `balanced` keeps only councils that have every year.
    """

    outcome: str
    exposure: str
    covariates: tuple[str, ...] = ()
    effects: Effects = "two_way"
    lag_years: int = 0
    log_outcome: bool = False
    balanced: bool = False
    weight: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.lag_years <= MOST_LAG_YEARS:
            raise ValueError(f"a lag is 0 to {MOST_LAG_YEARS} years, not {self.lag_years}")
        if len(set(self.terms)) != len(self.terms) or self.outcome in self.terms:
            raise ValueError("outcome, exposure and covariates are different columns")

    @property
    def terms(self) -> tuple[str, ...]:
        return (self.exposure, *self.covariates)


@dataclass(frozen=True)
class Rows:
    """`used`: council, year, outcome, the terms, weight, in order of council and year.

    `left_out`: reason, rows. Reasons are no_outcome, no_exposure, no_<covariate>, no_weight,
    not_positive (no logarithm), unbalanced, only_year (a council's), only_council (a year's).
    """

    used: pl.DataFrame
    left_out: pl.DataFrame


def rows_for(frame: pl.DataFrame, wanted: Specification) -> Rows:
    """Takes `council`, `year` (a whole number) and the columns of the specification."""
    if frame.select("council", "year").is_duplicated().any():
        raise ValueError("a council stands twice in a year")
    kept = _marked(_columns(frame, wanted), wanted)
    if wanted.balanced:
        kept = _mark_unbalanced(kept)
    kept = _mark_singletons(kept, wanted)
    reasons = kept.filter(pl.col("reason").is_not_null()).group_by("reason").len("rows")
    used = kept.filter(pl.col("reason").is_null()).drop("reason")
    if wanted.log_outcome:
        used = used.with_columns(pl.col("outcome").log())
    return Rows(used, reasons.with_columns(pl.col("rows").cast(pl.Int64)).sort("reason"))


def _columns(frame: pl.DataFrame, wanted: Specification) -> pl.DataFrame:
    number = {"outcome": wanted.outcome, **{name: name for name in wanted.covariates}}
    weight = pl.col(wanted.weight).cast(pl.Float64) if wanted.weight else pl.lit(1.0)
    year = pl.col("year").cast(pl.Int64)
    earlier = frame.select(
        "council",
        year + wanted.lag_years,
        pl.col(wanted.exposure).cast(pl.Float64),
    )
    return (
        frame.select(
            "council",
            year,
            *(pl.col(column).cast(pl.Float64).alias(name) for name, column in number.items()),
            weight.alias("weight"),
        )
        .join(earlier, on=["council", "year"], how="left")
        .select("council", "year", "outcome", *wanted.terms, "weight")
        .sort("council", "year")
    )


def _marked(rows: pl.DataFrame, wanted: Specification) -> pl.DataFrame:
    # Each `when` gives an expression of another class.
    reason: Any = pl.when(~_known("outcome")).then(pl.lit("no_outcome"))
    reason = reason.when(~_known(wanted.exposure)).then(pl.lit("no_exposure"))
    for name in wanted.covariates:
        reason = reason.when(~_known(name)).then(pl.lit(f"no_{name}"))
    reason = reason.when(~_known("weight") | (pl.col("weight") <= 0)).then(pl.lit("no_weight"))
    if wanted.log_outcome:
        reason = reason.when(pl.col("outcome") <= 0).then(pl.lit("not_positive"))
    return rows.with_columns(reason.otherwise(None).alias("reason"))


def _mark_unbalanced(rows: pl.DataFrame) -> pl.DataFrame:
    kept = pl.col("reason").is_null()
    years = rows.filter(kept)["year"].n_unique()
    whole = kept.sum().over("council") == years
    return _mark(rows, ~whole, "unbalanced")


def _mark_singletons(rows: pl.DataFrame, wanted: Specification) -> pl.DataFrame:
    """A council of one year, or a year of one council, fits itself: dropped until none is left."""
    over = {"council": "only_year", "year": "only_council"}
    absorbed = {"none": (), "two_way": ("council", "year")}.get(wanted.effects, (wanted.effects,))
    while True:
        before = rows["reason"].null_count()
        for by in absorbed:
            alone = pl.col("reason").is_null().sum().over(by) == 1
            rows = _mark(rows, alone, over[by])
        if rows["reason"].null_count() == before:
            return rows


def _mark(rows: pl.DataFrame, wrong: pl.Expr, reason: str) -> pl.DataFrame:
    first = pl.col("reason").is_null() & wrong
    return rows.with_columns(
        pl.when(first).then(pl.lit(reason)).otherwise("reason").alias("reason")
    )


def _known(name: str) -> pl.Expr:
    return pl.col(name).is_finite().fill_null(False)
