"""What a council's circumstances would lead one to expect: a figure regressed on stated covariates.

Ordinary least squares over the councils that have every figure, on the scale that fits the unit
(`scale`). Each council is set beside the figure expected from all the others (its own left out),
so that it does not set its own expectation; its residual's interval is the prediction interval of
that model, with the figure's own margin in it, so that a small council's is wider. Standard errors
are HC3 (MacKinnon and White 1985), which hold when the spread is uneven. Where the residuals lie
together by region, each region has a level of its own (`clustering`). Where the circumstances go
with next to nothing, no expectation is given. An association is not a cause: a covariate may stand
for something that is not in the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from scipy.special import stdtrit

from inference.comparison.eligible import compared, left_out, with_reasons
from inference.comparison.level import TAIL
from inference.need.clustering import RegionTerm, region_levels, region_term
from inference.need.least_squares import LeastSquares
from inference.need.scale import Floats, Scale
from inference.panel.collinearity import MOST_CONDITION, condition_number, inflation

COUNCILS_PER_COVARIATE = 10
INFLATION_TO_WARN = 5.0
INTERCEPT = "intercept"
# Of the differences between councils, on the model's scale; below it an expectation is hardly
# other than the average of all.
LEAST_ADJUSTED_R_SQUARED = 0.10
WIDTH_OF_95_PERCENT = 3.92  # standard errors between the two limits
AS_IT_IS = Scale()


@dataclass(frozen=True)
class Refusal:
    """Why no expectation is given, as a sentence, and on how many councils it would have stood."""

    sentence: str
    n: int


@dataclass(frozen=True)
class Expectation:
    """The model card, and every council's expected figure.

    `coefficients`: term (the intercept first), estimate, standard_error, lower, upper (95%), in the
    outcome's unit at the `typical` figure; on_scale, the estimate on the model's scale; inflation
    (VIF). `councils`: council, value, expected, residual (value - expected), lower, upper (95%
    prediction interval of the figure), studentised, place (above, within, below). `residual_sd`
    and `between_sd` (beyond the figures' own margins) are in the unit too; estimates are per one
    unit of the covariate, or per one standard deviation when `standardised`. R squared is of the
    covariates alone, on the model's scale.
    """

    covariates: tuple[str, ...]
    standardised: bool
    scale: Scale
    typical: float
    n: int
    r_squared: float
    adjusted_r_squared: float
    residual_sd: float
    between_sd: float
    own_margins: int
    region: RegionTerm | None
    condition_number: float
    warnings: tuple[str, ...]
    coefficients: pl.DataFrame
    councils: pl.DataFrame
    left_out: pl.DataFrame


def expect(
    frame: pl.DataFrame,
    covariates: Sequence[str],
    *,
    scale: Scale = AS_IT_IS,
    standardised: bool = False,
) -> Expectation | Refusal:
    """Takes what `eligible.with_reasons` takes and one numeric column per covariate.

    `lower` and `upper` give a figure its own margin, a column `region` the residuals' clusters. A
    council without a covariate is left out with the reason "no_<covariate>", never imputed.
    """
    if not covariates:
        return Refusal("Nothing is expected without a covariate: choose at least one.", 0)
    sound = _with_covariates(with_reasons(frame), covariates)
    held = compared(sound)
    n, needed = held.height, COUNCILS_PER_COVARIATE * len(covariates)
    if n < needed:
        return Refusal(
            f"{_counted(covariates)} would need at least {needed} councils, and {n} have every "
            "figure: choose fewer covariates.",
            n,
        )
    raw = held.select(pl.col(list(covariates)).cast(pl.Float64)).to_numpy()
    same = [
        name for name, spread in zip(covariates, np.ptp(raw, axis=0), strict=True) if not spread
    ]
    if same:
        return Refusal(f"All {n} councils have the same {same[0]}: it cannot explain anything.", n)
    scaled = (raw - raw.mean(axis=0)) / raw.std(axis=0, ddof=1)
    condition = condition_number(scaled)
    if condition > MOST_CONDITION:
        return Refusal(
            "The covariates say nearly the same of these councils (condition number "
            f"{condition:,.0f}), so their parts cannot be told apart: leave one of them out.",
            n,
        )
    design = np.column_stack([np.ones(n), scaled if standardised else raw])
    outcome = scale.onto(held["value"].to_numpy())
    _, adjusted = _r_squared(LeastSquares(design, outcome))
    if adjusted < LEAST_ADJUSTED_R_SQUARED:
        return Refusal(
            f"These circumstances go with {100 * max(adjusted, 0):.0f}% of the differences between "
            f"{n} councils (adjusted R squared {adjusted:.3f}, below "
            f"{LEAST_ADJUSTED_R_SQUARED:.2f}): what they lead one to expect would hardly be other "
            "than the average of all, so no expectation is given.",
            n,
        )
    return _card(
        design, outcome, held, tuple(covariates), standardised, scale, condition, scaled, sound
    )


def _r_squared(fit: LeastSquares) -> tuple[float, float]:
    """Plain and adjusted."""
    plain = 1 - fit.squares / fit.total if fit.total > 0 else 0.0
    return plain, 1 - (1 - plain) * (fit.n - 1) / (fit.n - fit.k)


def _card(
    design: Floats,
    outcome: Floats,
    held: pl.DataFrame,
    covariates: tuple[str, ...],
    standardised: bool,
    scale: Scale,
    condition: float,
    scaled: Floats,
    sound: pl.DataFrame,
) -> Expectation:
    r_squared, adjusted = _r_squared(LeastSquares(design, outcome))
    region, fit = _with_regions(design, outcome, held)
    own = _own_errors(held, scale)
    typical = float(outcome.mean())
    step = scale.slope(typical)
    inflated = inflation(scaled)
    warnings = tuple(
        f"{name} goes largely with the other covariates (variance inflation {one:.1f}): "
        "its own coefficient is uncertain."
        for name, one in zip(covariates, inflated, strict=True)
        if one >= INFLATION_TO_WARN
    )
    return Expectation(
        covariates=covariates,
        standardised=standardised,
        scale=scale,
        typical=float(scale.back(typical)),
        n=fit.n,
        r_squared=r_squared,
        adjusted_r_squared=adjusted,
        residual_sd=step * (fit.squares / (fit.n - fit.k)) ** 0.5,
        between_sd=step * fit.spread_beyond(own) ** 0.5,
        own_margins=int((own > 0).sum()),
        region=region,
        condition_number=condition,
        warnings=warnings,
        coefficients=_coefficients(fit, covariates, inflated, step),
        councils=_councils(fit, held, outcome, own, scale),
        left_out=left_out(sound),
    )


def _with_regions(
    design: Floats, outcome: Floats, held: pl.DataFrame
) -> tuple[RegionTerm | None, LeastSquares]:
    """The test, and the fit: with a level for each region where it is called for."""
    levels = region_levels(held["region"]) if "region" in held.columns else None
    region = None
    if levels is not None:
        region = region_term(design, outcome, levels, COUNCILS_PER_COVARIATE)
    if levels is None or region is None or not region.used:
        return region, LeastSquares(design, outcome)
    return region, LeastSquares(np.column_stack([design, levels]), outcome)


def _own_errors(held: pl.DataFrame, scale: Scale) -> Floats:
    """Standard error of each figure on the model's scale; nought where no margin is known."""
    lower, upper = (scale.onto(held[end].to_numpy()) for end in ("lower", "upper"))
    return np.nan_to_num(np.maximum(upper - lower, 0) / WIDTH_OF_95_PERCENT, nan=0.0)


def _coefficients(
    fit: LeastSquares, covariates: tuple[str, ...], inflated: Floats, step: float
) -> pl.DataFrame:
    """Of the intercept and the covariates; the regions' levels are not circumstances."""
    shown = slice(0, len(covariates) + 1)
    estimate, error = fit.estimates[shown], fit.standard_errors[shown]
    half = stdtrit(fit.n - fit.k, 1 - TAIL) * error
    return pl.DataFrame(
        {
            "term": [INTERCEPT, *covariates],
            "estimate": step * estimate,
            "standard_error": step * error,
            "lower": step * (estimate - half),
            "upper": step * (estimate + half),
            "on_scale": estimate,
            "inflation": [None, *inflated.tolist()],
        }
    )


def _councils(
    fit: LeastSquares, held: pl.DataFrame, outcome: Floats, own: Floats, scale: Scale
) -> pl.DataFrame:
    value = held["value"].to_numpy()
    expected, error = fit.expected_without_self(own)
    half = stdtrit(fit.n - fit.k - 1, 1 - TAIL) * error
    apart = outcome - expected
    studentised = np.divide(apart, error, out=np.full(fit.n, np.nan), where=error > 0)
    place = np.select([apart > half, apart < -half], ["above", "below"], "within")
    numbers = {
        "value": value,
        "expected": scale.back(expected),
        "residual": value - scale.back(expected),
        "lower": scale.back(expected - half),
        "upper": scale.back(expected + half),
        "studentised": studentised,
    }
    made = pl.DataFrame({"council": held["council"], **numbers, "place": place.tolist()})
    # A council that alone carries a covariate has nothing to be expected from.
    nothing = pl.col("expected").is_nan()
    return made.with_columns(
        pl.col(list(numbers)).fill_nan(None),
        pl.when(nothing).then(None).otherwise("place").alias("place"),
    )


def _with_covariates(sound: pl.DataFrame, covariates: Sequence[str]) -> pl.DataFrame:
    reason: Any = pl.when(pl.col("left_out_because").is_not_null()).then("left_out_because")
    for name in covariates:
        known = pl.col(name).cast(pl.Float64).is_finite().fill_null(False)
        reason = reason.when(~known).then(pl.lit(f"no_{name}"))
    return sound.with_columns(reason.alias("left_out_because"))


def _counted(covariates: Sequence[str]) -> str:
    return "One covariate" if len(covariates) == 1 else f"{len(covariates)} covariates"
