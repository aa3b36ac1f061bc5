"""Intervals for a whole polars frame: what the build calls once for each measure."""

from typing import Literal

import numpy as np
import polars as pl

from inference.intervals import byar, wilson

Method = Literal["wilson", "byar"]


def with_interval(frame: pl.DataFrame, *, method: Method, per: float) -> pl.DataFrame:
    """The frame with `lower` and `upper` filled in from `numerator` and `denominator`.

    `per` is the measure's multiplier: 100 for a percentage, 1000 for a rate per 1,000. Published
    limits already in `lower` and `upper` are kept; a row with no `value` gets none, because an
    interval around a withheld figure would give it away.
    """
    make = wilson if method == "wilson" else byar
    numerator, denominator = (
        frame[name].cast(pl.Float64).to_numpy() for name in ("numerator", "denominator")
    )
    limits = make(numerator, denominator, per=per)
    withheld = frame["value"].is_null().to_numpy()
    made = {
        name: pl.Series(name, np.where(withheld, np.nan, limit)).fill_nan(None)
        for name, limit in zip(("lower", "upper"), limits, strict=True)
    }
    return frame.with_columns(**{name: _keep_published(frame, name, s) for name, s in made.items()})


def _keep_published(frame: pl.DataFrame, name: str, made: pl.Series) -> pl.Series:
    if name not in frame.columns:
        return made
    return frame[name].cast(pl.Float64).fill_null(made)
