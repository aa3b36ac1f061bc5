"""Funnel plots: which councils differ from the whole by more than chance, given their size.

The target is the pooled figure, the sum of numerators over the sum of denominators. Limits are at
95% and 99.8%: for shares the score limits (a council lies outside exactly when its Wilson interval
leaves the target out, as in Fingertips), for rates the exact Poisson ones. Councils differ for
reasons that no chance explains; then nearly all lie outside and the funnel says nothing. So the
spread is tested (Pearson's chi-squared) and, where it is more than chance, the limits are widened.
Source: Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202 (limits), and Quality and Safety in
Health Care 14, 347-351 (over-dispersion); phi from z-scores winsorised at 10% on either side.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from inference.comparison.eligible import compared, left_out, with_reasons
from inference.funnel.dispersion import Overdispersion, overdispersion
from inference.funnel.limits import (
    Z_95,
    Z_998,
    Kind,
    control_limits,
    standard_error,
    widened_limits,
)

FEWEST = 10  # below this, a spread cannot be told from chance
# A funnel must not place a council elsewhere than the published figure does.
AGREES_WITHIN = 0.01
Adjust = Literal["additive", "multiplicative", "none"]


@dataclass(frozen=True)
class Funnel:
    """One funnel; figures are in the measure's unit, `per` included.

    `councils`: council, value, denominator, z, z_adjusted, place, place_unadjusted (inside,
    above_95, above_998, below_95, below_998). `lines`: denominator, lower_95, upper_95, lower_998,
    upper_998, and the same with `_adjusted` (equal to the first when `adjusted` is "none").
    """

    kind: Kind
    per: float
    target: float
    n: int
    spread: Overdispersion
    adjusted: Adjust
    councils: pl.DataFrame
    lines: pl.DataFrame
    left_out: pl.DataFrame


def funnel(
    frame: pl.DataFrame,
    *,
    kind: Kind,
    per: float,
    adjust: Adjust = "additive",
    min_denominator: float | None = None,
    decimals: int = 1,
) -> Funnel | None:
    """None with fewer than ten councils. Takes what `eligible.with_reasons` takes, and `numerator`.

    `kind` is "proportion" (cases among people, Wilson) or "rate" (events, Byar); `per` is the
    measure's multiplier. `adjust` is used only when the spread is more than chance: "additive"
    gives councils a true spread of their own (Spiegelhalter's preference: "multiplicative" still
    narrows towards the target for the largest councils, as if they could not differ). `decimals`
    of the published figure say how far rounding may part it from its numerator and denominator.
    """
    sound = _with_parts(
        with_reasons(frame, min_denominator=min_denominator), kind, per, 0.5 * 10.0**-decimals
    )
    held = compared(sound)
    if held.height < FEWEST:
        return None
    numerator, denominator = held["numerator"].to_numpy(), held["denominator"].to_numpy()
    target = per * numerator.sum() / denominator.sum()
    if not _can_vary(target, kind, per):
        return None
    error = standard_error(kind, target, denominator, per)
    spread = overdispersion((held["value"].to_numpy() - target) / error, error)
    adjusted = adjust if spread.more_than_chance else "none"
    councils = _placed(held, kind, per, target, spread, adjusted)
    lines = _lines(denominator, kind, per, target, spread, adjusted)
    absent = left_out(sound)
    return Funnel(kind, per, target, held.height, spread, adjusted, councils, lines, absent)


def _with_parts(sound: pl.DataFrame, kind: Kind, per: float, rounding: float) -> pl.DataFrame:
    """Leaves out councils without sound parts, or whose parts do not give their figure."""
    cases, people = pl.col("numerator").cast(pl.Float64), pl.col("denominator")
    parts = (cases.is_finite() & people.is_finite() & (cases >= 0) & (people > 0)).fill_null(False)
    if kind == "proportion":
        parts &= (cases <= people).fill_null(False)
    made = per * cases / people
    apart = (made - pl.col("value")).abs()
    near = pl.max_horizontal(AGREES_WITHIN * made.abs(), pl.lit(rounding * 1.001))
    agree = (apart <= near).fill_null(False)
    reason = (
        pl.when(pl.col("left_out_because").is_not_null())
        .then("left_out_because")
        .when(~parts)
        .then(pl.lit("no_parts"))
        .when(~agree)
        .then(pl.lit("parts_disagree"))
    )
    return sound.with_columns(cases.alias("numerator"), reason.alias("left_out_because"))


def _can_vary(target: float, kind: Kind, per: float) -> bool:
    return 0 < target < per if kind == "proportion" else target > 0


def _placed(
    held: pl.DataFrame,
    kind: Kind,
    per: float,
    target: float,
    spread: Overdispersion,
    adjusted: Adjust,
) -> pl.DataFrame:
    value, denominator = held["value"].to_numpy(), held["denominator"].to_numpy()
    error = standard_error(kind, target, denominator, per)
    wide = spread.widened(error, adjusted)
    plain = [control_limits(kind, target, denominator, per, z) for z in (Z_95, Z_998)]
    # Where nothing is adjusted, the exact limits place the councils, as they are drawn.
    final = [widened_limits(target, wide, z) for z in (Z_95, Z_998)]
    final = plain if adjusted == "none" else final
    return held.select("council", "value", "denominator").with_columns(
        z=pl.Series((value - target) / error),
        z_adjusted=pl.Series((value - target) / wide),
        place=pl.Series(_places(value, final)),
        place_unadjusted=pl.Series(_places(value, plain)),
    )


def _places(value: NDArray[np.float64], limits) -> list[str]:
    (lower_95, upper_95), (lower_998, upper_998) = limits
    beyond = [value < lower_998, value > upper_998, value < lower_95, value > upper_95]
    names = ["below_998", "above_998", "below_95", "above_95"]
    return np.select(beyond, names, "inside").tolist()


def _lines(
    denominator: NDArray[np.float64],
    kind: Kind,
    per: float,
    target: float,
    spread: Overdispersion,
    adjusted: Adjust,
) -> pl.DataFrame:
    """Limits over the whole range of sizes, closer together where they bend."""
    at = np.geomspace(denominator.min() * 0.9, denominator.max() * 1.05, 80)
    wide = spread.widened(standard_error(kind, target, at, per), adjusted)
    columns = {"denominator": at}
    for name, z in (("95", Z_95), ("998", Z_998)):
        plain = control_limits(kind, target, at, per, z)
        final = plain if adjusted == "none" else widened_limits(target, wide, z)
        for end, one, other in zip(("lower", "upper"), plain, final, strict=True):
            columns[f"{end}_{name}"] = one
            columns[f"{end}_{name}_adjusted"] = np.clip(
                other, 0, per if kind == "proportion" else None
            )
    return pl.DataFrame(columns)
