"""How far the councils of one group truly differ, and which of them lie outside their funnel.

A group is every council of a nation that runs the same parts of a service. With counts, the centre
is the pooled figure and chance follows from each council's size; with published limits alone, the
centre is the mean that councils would have under equal chances, weighted by what is known of each.
The variance between councils is DerSimonian and Laird's, from z-scores winsorised at a tenth on
either side, and nought where the spread is no more than chance. Sources: Spiegelhalter 2005,
Statistics in Medicine 24, 1185-1202; DerSimonian and Laird 1986, Controlled Clinical Trials 7,
177-188.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from inference.comparison.level import PUBLISHED_Z, Z
from inference.comparison.scale import Floats, Scale, scale_for
from inference.funnel.dispersion import Overdispersion, overdispersion
from inference.funnel.limits import chance_limits

FEWEST_COUNCILS = 10  # below this, a spread cannot be told from chance
# A funnel must not place a council elsewhere than the published figure does.
AGREES_WITHIN = 0.01


@dataclass(frozen=True)
class Spread:
    """Of `n` councils about `centre` (in the measure's unit); `dispersion.tau` is on `scale`.

    `tau` is what widens the limits: nought where the spread is no more than chance.
    """

    scale: Scale
    n: int
    centre: float
    dispersion: Overdispersion
    counted: bool

    @property
    def tau(self) -> float:
        return self.dispersion.tau if self.dispersion.more_than_chance else 0.0

    @property
    def between(self) -> tuple[float, float]:
        """Within which Z spreads either way lie councils of any size, in the unit."""
        return self.limits(np.zeros(1), Z)[0].item(), self.limits(np.zeros(1), Z)[1].item()

    def limits(self, error: Floats, z: float) -> tuple[Floats, Floats]:
        """Adjusted limits at these standard errors (on the scale), in the unit."""
        middle = self.scale.onto(np.array([self.centre]))
        wide = z * np.sqrt(error**2 + self.tau**2)
        return self.scale.back(middle - wide), self.scale.back(middle + wide)


def spread_of_counts(
    value: Floats, numerator: Floats, denominator: Floats, scale: Scale
) -> Spread | None:
    """About the pooled figure; None with too few councils, or where figures cannot vary."""
    if value.size < FEWEST_COUNCILS or not numerator.sum() > 0:
        return None
    centre = scale.per * numerator.sum() / denominator.sum()
    if scale.name == "arcsine" and centre >= scale.per:
        return None
    error = scale.error_by_size(denominator)
    z = (scale.onto(value) - scale.onto(np.array([centre]))) / error
    return Spread(scale, value.size, float(centre), overdispersion(z, error), counted=True)


def spread_of_limits(value: Floats, lower: Floats, upper: Floats, scale: Scale) -> Spread | None:
    """About the mean weighted by what is known of each council; None with too few councils."""
    placed, error = scale.onto(value), error_of_limits(lower, upper, scale)
    known = np.isfinite(placed) & (error > 0)
    placed, error = placed[known], error[known]
    if placed.size < FEWEST_COUNCILS:
        return None
    dispersion = overdispersion((placed - _mean(placed, error)) / error, error)
    tau = dispersion.tau if dispersion.more_than_chance else 0.0
    centre = _mean(placed, np.sqrt(error**2 + tau**2))
    centre = scale.back(np.array([centre])).item()
    return Spread(scale, placed.size, centre, dispersion, counted=False)


def error_of_limits(lower: Floats, upper: Floats, scale: Scale) -> Floats:
    """Standard error on the scale that limits published at 95% stand for; NaN without both."""
    return (scale.onto(upper) - scale.onto(lower)) / (2 * PUBLISHED_Z)


def _mean(placed: Floats, error: Floats) -> float:
    return float(np.average(placed, weights=1 / error**2))


def spread_of(
    group: pl.DataFrame, *, interval_method: str, unit: str, decimals: int
) -> Spread | None:
    """The spread of one group's figures that may be compared; None with too few of them.

    Takes value, lower, upper, numerator, denominator and left_out_because.
    """
    scale = scale_for(interval_method, unit)
    if scale.counted:
        held = with_parts(group, scale, decimals).filter(pl.col("funnel_because").is_null())
        value, numerator, denominator = floats(held, "value", "numerator", "denominator")
        return spread_of_counts(value, numerator, denominator, scale)
    held = group.filter(pl.col("left_out_because").is_null())
    value, lower, upper = floats(held, "value", "lower", "upper")
    return spread_of_limits(value, lower, upper, scale)


def with_parts(figures: pl.DataFrame, scale: Scale, decimals: int) -> pl.DataFrame:
    """`funnel_because`: why a council has no place in a funnel of counts; null when it has one.

    Its own left_out_because, no_parts (published without counts), or parts_disagree: its counts
    do not give its published figure, beyond what rounding to `decimals` may do.
    """
    cases, people = (pl.col(name).cast(pl.Float64) for name in ("numerator", "denominator"))
    parts = (cases.is_finite() & people.is_finite() & (cases >= 0) & (people > 0)).fill_null(False)
    if scale.name == "arcsine":
        parts &= (cases <= people).fill_null(False)
    made = scale.per * cases / people
    rounding = 0.5 * 10.0**-decimals * 1.001
    near = pl.max_horizontal(AGREES_WITHIN * made.abs(), pl.lit(rounding))
    agree = ((made - pl.col("value")).abs() <= near).fill_null(False)
    reason = (
        pl.when(pl.col("left_out_because").is_not_null())
        .then("left_out_because")
        .when(~parts)
        .then(pl.lit("no_parts"))
        .when(~agree)
        .then(pl.lit("parts_disagree"))
    )
    return figures.with_columns(reason.alias("funnel_because"))


def places_of(group: pl.DataFrame, spread: Spread | None, *, decimals: int) -> list[str | None]:
    """Where each council lies in the adjusted funnel: inside, above, below; None without a place.

    Takes what `spread_of` takes.
    """
    if spread is None:
        return [None] * group.height
    value, lower, upper, denominator = floats(group, "value", "lower", "upper", "denominator")
    if spread.counted:
        placed = with_parts(group, spread.scale, decimals)["funnel_because"].is_null().to_numpy()
        low, high = adjusted_limits(spread, np.where(placed, denominator, np.nan), Z)
    else:
        placed = group["left_out_because"].is_null().to_numpy()
        low, high = spread.limits(error_of_limits(lower, upper, spread.scale), Z)
    known = placed & np.isfinite(low) & np.isfinite(value)
    names = np.select([value > high, value < low], ["above", "below"], "inside").tolist()
    return [name if one else None for name, one in zip(names, known.tolist(), strict=True)]


def adjusted_limits(spread: Spread, denominator: Floats, z: float) -> tuple[Floats, Floats]:
    """Limits for councils of these sizes: the exact ones where chance explains the spread."""
    if spread.tau == 0:
        return chance_limits(spread.scale, spread.centre, denominator, z)
    return spread.limits(spread.scale.error_by_size(denominator), z)


def with_spread(
    figures: pl.DataFrame, spreads: dict[tuple[str, str], Spread], *, decimals: int
) -> pl.DataFrame:
    """Figures with `tau` (null where the group has no spread) and `funnel_place`."""
    parts = [
        group.with_columns(
            pl.lit(spreads[key].tau if key in spreads else None, pl.Float64).alias("tau"),
            pl.Series(
                "funnel_place",
                places_of(group, spreads.get(key), decimals=decimals),
                dtype=pl.String,
            ),
        )
        for key, group in figures.partition_by("nation", "comparison_group", as_dict=True).items()
    ]
    return pl.concat(parts)


def floats(frame: pl.DataFrame, *names: str) -> list[Floats]:
    return [frame[name].cast(pl.Float64).to_numpy() for name in names]
