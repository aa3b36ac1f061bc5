"""Funnel plots: which councils differ from the whole by more than chance, given their size.

The target is the pooled figure, the sum of numerators over the sum of denominators. Limits are at
two levels (inference.comparison.level): by chance alone the exact ones, and, where the councils
differ by more than chance, limits widened by the variance between them, on a scale that fits
shares and rates (inference.comparison.scale). The words of a comparison stand on the same funnel.
Source: Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202 (limits), and Quality and Safety in
Health Care 14, 347-351 (over-dispersion); phi from z-scores winsorised at 10% on either
side, over what chance alone would leave of them.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl

from inference.comparison.level import OUTER_Z, Z
from inference.comparison.scale import Floats
from inference.comparison.spread import (
    Spread,
    adjusted_limits,
    floats,
    spread_of,
    with_parts,
)
from inference.funnel.limits import chance_limits
from inference.intervals import Limits

Adjust = Literal["additive", "multiplicative", "none"]


@dataclass(frozen=True)
class Funnel:
    """One funnel; figures are in the measure's unit.

    `councils`: council, value, denominator, z, z_adjusted (on the scale), place, place_unadjusted
    (inside, above_95, above_998, below_95, below_998). `lines`: denominator, lower_95, upper_95,
    lower_998, upper_998, and the same with `_adjusted` (equal to the first when `adjusted` is
    "none"). `left_out`: council, left_out_because.
    """

    spread: Spread
    adjusted: Adjust
    councils: pl.DataFrame
    lines: pl.DataFrame
    left_out: pl.DataFrame

    @property
    def target(self) -> float:
        return self.spread.centre

    @property
    def n(self) -> int:
        return self.spread.n


def funnel(
    frame: pl.DataFrame,
    *,
    interval_method: str,
    unit: str,
    decimals: int,
    adjust: Adjust = "additive",
) -> Funnel | None:
    """None without counts, with too few councils, or where figures cannot vary.

    Takes one group's figures: council, value, lower, upper, numerator, denominator and
    left_out_because (data/comparison.sql). `adjust` is used only when the spread is more than
    chance: "additive" gives councils a true spread of their own (the law; Spiegelhalter's
    preference), "multiplicative" still narrows towards the target for the largest councils.
    """
    spread = spread_of(frame, interval_method=interval_method, unit=unit, decimals=decimals)
    if spread is None or not spread.counted:
        return None
    sound = with_parts(frame, spread.scale, decimals)
    held = sound.filter(pl.col("funnel_because").is_null())
    adjusted: Adjust = adjust if spread.dispersion.more_than_chance else "none"
    absent = sound.filter(pl.col("funnel_because").is_not_null()).select(
        "council", pl.col("funnel_because").alias("left_out_because")
    )
    return Funnel(
        spread,
        adjusted,
        _placed(held, spread, adjusted),
        _lines(held, spread, adjusted),
        absent.sort("council"),
    )


def _placed(held: pl.DataFrame, spread: Spread, adjusted: Adjust) -> pl.DataFrame:
    value, denominator = floats(held, "value", "denominator")
    error = spread.scale.error_by_size(denominator)
    gap = spread.scale.onto(value) - spread.scale.onto(np.array([spread.centre]))
    plain = [chance_limits(spread.scale, spread.centre, denominator, z) for z in (Z, OUTER_Z)]
    final = [_limits(spread, denominator, z, adjusted) for z in (Z, OUTER_Z)]
    return held.select("council", "value", "denominator").with_columns(
        z=pl.Series(gap / error),
        z_adjusted=pl.Series(gap / spread.dispersion.widened(error, adjusted)),
        place=pl.Series(_places(value, final), dtype=pl.String),
        place_unadjusted=pl.Series(_places(value, plain), dtype=pl.String),
    )


def _limits(spread: Spread, denominator: Floats, z: float, adjusted: Adjust) -> Limits:
    if adjusted == "additive":
        return adjusted_limits(spread, denominator, z)
    if adjusted == "none":
        return chance_limits(spread.scale, spread.centre, denominator, z)
    middle = spread.scale.onto(np.array([spread.centre]))
    wide = z * spread.dispersion.widened(spread.scale.error_by_size(denominator), adjusted)
    return spread.scale.back(middle - wide), spread.scale.back(middle + wide)


def _places(value: Floats, limits: list[Limits]) -> list[str]:
    (lower_95, upper_95), (lower_998, upper_998) = limits
    beyond = [value < lower_998, value > upper_998, value < lower_95, value > upper_95]
    names = ["below_998", "above_998", "below_95", "above_95"]
    return np.select(beyond, names, "inside").tolist()


def _lines(held: pl.DataFrame, spread: Spread, adjusted: Adjust) -> pl.DataFrame:
    """Limits over the whole range of sizes, closer together where they bend."""
    (denominator,) = floats(held, "denominator")
    at = np.geomspace(denominator.min() * 0.9, denominator.max() * 1.05, 80)
    columns = {"denominator": at}
    for name, z in (("95", Z), ("998", OUTER_Z)):
        plain = chance_limits(spread.scale, spread.centre, at, z)
        final = _limits(spread, at, z, adjusted)
        for end, one, other in zip(("lower", "upper"), plain, final, strict=True):
            columns[f"{end}_{name}"] = one
            columns[f"{end}_{name}_adjusted"] = other
    return pl.DataFrame(columns)
