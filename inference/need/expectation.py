"""What a council's circumstances would lead one to expect: a figure regressed on stated covariates.

Ordinary least squares over the councils that have every figure. Each council is set beside the
figure expected from all the others (its own left out), so that it does not set its own
expectation; its residual's interval is the prediction interval of that model. Standard errors of
the coefficients are HC3 (MacKinnon and White 1985), which hold when the spread is uneven.
An association is not a cause: a covariate may stand for something that is not in the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import stdtrit

from inference.comparison.eligible import compared, left_out, with_reasons
from inference.need.least_squares import LeastSquares
from inference.panel.collinearity import MOST_CONDITION, condition_number, inflation

COUNCILS_PER_COVARIATE = 10
INFLATION_TO_WARN = 5.0
INTERCEPT = "intercept"


@dataclass(frozen=True)
class Refusal:
    """Why no expectation is given, as a sentence, and on how many councils it would have stood."""

    sentence: str
    n: int


@dataclass(frozen=True)
class Expectation:
    """The model card, and every council's expected figure.

    `coefficients`: term (the intercept first), estimate, standard_error, lower, upper (95%),
    inflation (VIF). `councils`: council, value, expected, residual (value - expected), lower,
    upper (95% prediction interval of the figure), studentised, place (above, within, below).
    `residual_sd` is in the outcome's unit; estimates are per one unit of the covariate, or per one
    standard deviation when `standardised`.
    """

    covariates: tuple[str, ...]
    standardised: bool
    n: int
    r_squared: float
    adjusted_r_squared: float
    residual_sd: float
    condition_number: float
    warnings: tuple[str, ...]
    coefficients: pl.DataFrame
    councils: pl.DataFrame
    left_out: pl.DataFrame


def expect(
    frame: pl.DataFrame,
    covariates: Sequence[str],
    *,
    standardised: bool = False,
) -> Expectation | Refusal:
    """Takes what `eligible.with_reasons` takes and one numeric column per covariate.

    A council without a covariate is left out with the reason "no_<covariate>", never imputed.
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
    fit = LeastSquares(design, held["value"].to_numpy())
    return _card(fit, held, tuple(covariates), standardised, condition, inflation(scaled), sound)


def _card(
    fit: LeastSquares,
    held: pl.DataFrame,
    covariates: tuple[str, ...],
    standardised: bool,
    condition: float,
    inflated: NDArray[np.float64],
    sound: pl.DataFrame,
) -> Expectation:
    freedom = fit.n - fit.k
    r_squared = 1 - fit.squares / fit.total if fit.total > 0 else 0.0
    warnings = tuple(
        f"{name} goes largely with the other covariates (variance inflation {one:.1f}): "
        "its own coefficient is uncertain."
        for name, one in zip(covariates, inflated, strict=True)
        if one >= INFLATION_TO_WARN
    )
    half = stdtrit(freedom, 0.975) * fit.standard_errors
    coefficients = pl.DataFrame(
        {
            "term": [INTERCEPT, *covariates],
            "estimate": fit.estimates,
            "standard_error": fit.standard_errors,
            "lower": fit.estimates - half,
            "upper": fit.estimates + half,
            "inflation": [None, *inflated.tolist()],
        }
    )
    return Expectation(
        covariates=covariates,
        standardised=standardised,
        n=fit.n,
        r_squared=r_squared,
        adjusted_r_squared=1 - (1 - r_squared) * (fit.n - 1) / freedom,
        residual_sd=(fit.squares / freedom) ** 0.5,
        condition_number=condition,
        warnings=warnings,
        coefficients=coefficients,
        councils=_councils(fit, held),
        left_out=left_out(sound),
    )


def _councils(fit: LeastSquares, held: pl.DataFrame) -> pl.DataFrame:
    value = held["value"].to_numpy()
    expected, error = fit.expected_without_self()
    half = stdtrit(fit.n - fit.k - 1, 0.975) * error
    residual = value - expected
    studentised = np.divide(residual, error, out=np.full(fit.n, np.nan), where=error > 0)
    place = np.select([residual > half, residual < -half], ["above", "below"], "within")
    numbers = {
        "value": value,
        "expected": expected,
        "residual": residual,
        "lower": expected - half,
        "upper": expected + half,
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
    reason = pl.when(pl.col("left_out_because").is_not_null()).then("left_out_because")
    for name in covariates:
        known = pl.col(name).cast(pl.Float64).is_finite().fill_null(False)
        reason = reason.when(~known).then(pl.lit(f"no_{name}"))
    return sound.with_columns(reason.alias("left_out_because"))


def _counted(covariates: Sequence[str]) -> str:
    return "One covariate" if len(covariates) == 1 else f"{len(covariates)} covariates"
