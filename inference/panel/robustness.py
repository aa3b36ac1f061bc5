"""How far one estimate hangs on one council, one year, or one choice of specification."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, get_args

import polars as pl

from inference.need.expectation import Refusal
from inference.panel.cluster_robust import fit_clustered
from inference.panel.demeaning import prepare
from inference.panel.estimation import Panel, fit_panel
from inference.panel.fixed_effects import Effects
from inference.panel.sample import MOST_LAG_YEARS, Specification, rows_for
from inference.panel.soundness import unsound


def leave_one_out(
    frame: pl.DataFrame, wanted: Specification, by: Literal["council", "year"]
) -> pl.DataFrame:
    """`left_out` (a council's key or a year, as text), `estimate` of the exposure without it.

    Sorted by estimate, so that the first and the last row are the range. Only for a specification
    that `fit_panel` does not refuse.
    """
    used = rows_for(frame, wanted).used
    groups = used[by].unique().sort()
    estimates = [_estimate(used.filter(pl.col(by) != group), wanted) for group in groups]
    made = pl.DataFrame({"left_out": groups.cast(pl.String), "estimate": estimates})
    return made.sort("estimate", "left_out")


def variants(frame: pl.DataFrame, wanted: Specification) -> pl.DataFrame:
    """The chosen specification and those one step from it, one row each.

    `variant` (chosen, effects_<kind>, lag_<years>, no_covariates, balanced, unweighted), estimate,
    lower, upper (95%), n, councils; `refused` is the sentence where there is no estimate. The
    outcome's unit is the same in all of them.
    """
    rows = [_variant(name, fit_panel(frame, one)) for name, one in _near(wanted)]
    kinds = {"variant": pl.String, "estimate": pl.Float64, "lower": pl.Float64}
    kinds |= {"upper": pl.Float64, "n": pl.Int64, "councils": pl.Int64, "refused": pl.String}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def _near(wanted: Specification) -> Iterator[tuple[str, Specification]]:
    yield "chosen", wanted
    for effects in get_args(Effects):
        if effects != wanted.effects:
            yield f"effects_{effects}", replace(wanted, effects=effects)
    for lag in range(MOST_LAG_YEARS + 1):
        if lag != wanted.lag_years:
            yield f"lag_{lag}", replace(wanted, lag_years=lag)
    if wanted.covariates:
        yield "no_covariates", replace(wanted, covariates=())
    if not wanted.balanced:
        yield "balanced", replace(wanted, balanced=True)
    if wanted.weight:
        yield "unweighted", replace(wanted, weight=None)


def _variant(name: str, made: Panel | Refusal) -> tuple[object, ...]:
    if isinstance(made, Refusal):
        return (name, None, None, None, made.n, None, made.sentence)
    row = made.exposure
    return (name, row["estimate"], row["lower"], row["upper"], made.n, made.councils, None)


def _estimate(used: pl.DataFrame, wanted: Specification) -> float | None:
    ready = prepare(used, wanted)
    if unsound(used, wanted, ready) is not None:
        return None
    fit = fit_clustered(ready.design, ready.outcome, ready.council, ready.effects.counted)
    return float(fit.estimates[0])
