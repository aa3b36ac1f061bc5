"""Does an outcome go with the share of a delivery model? A panel regression of councils by years.

The exposure's coefficient, with council and year effects, rests only on how each council moved
away from its own average while the others moved otherwise: what never changes in a council and
what changes everywhere alike fall out. Things that changed in that council in the same years do
not. It is an association.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from inference.need.expectation import Refusal
from inference.panel.cluster_robust import Clustered, fit_clustered
from inference.panel.demeaning import Prepared, prepare
from inference.panel.sample import Rows, Specification, rows_for
from inference.panel.soundness import too_few, unsound


@dataclass(frozen=True)
class Panel:
    """A fitted specification.

    `coefficients`: term (the exposure first), estimate, standard_error, lower, upper (95%),
    statistic, p_value; per one unit of the term, in the outcome's unit (or its logarithm).
    `r_squared_within`: share of the spread that is left after the effects which the terms fit.
    `rows`: council, year, outcome, exposure, and both without effects and covariates
    (`outcome_within`, `exposure_within`): the plane in which the coefficient is a slope.
    `exposure_sd_within` and `outcome_sd` are in their columns' units.
    """

    specification: Specification
    coefficients: pl.DataFrame
    n: int
    councils: int
    years: tuple[int, ...]
    r_squared_within: float
    freedom: int
    small_sample_factor: float
    exposure_sd_within: float
    outcome_mean: float
    outcome_sd: float
    left_out: pl.DataFrame
    rows: pl.DataFrame

    @property
    def exposure(self) -> dict[str, float]:
        """The row of `coefficients` that the page is about."""
        return self.coefficients.row(0, named=True)


def fit_panel(frame: pl.DataFrame, wanted: Specification) -> Panel | Refusal:
    """Takes what `panel_rows.rows_for` takes; missing figures are left out, never imputed."""
    rows = rows_for(frame, wanted)
    if (refusal := too_few(rows.used)) is not None:
        return refusal
    ready = prepare(rows.used, wanted)
    if (refusal := unsound(rows.used, wanted, ready)) is not None:
        return refusal
    fit = fit_clustered(ready.design, ready.outcome, ready.council, ready.effects.counted)
    return _panel(fit, rows, wanted, ready)


def _panel(fit: Clustered, rows: Rows, wanted: Specification, ready: Prepared) -> Panel:
    used = rows.used
    lower, upper = fit.limits()
    table = pl.DataFrame(
        {
            "term": wanted.terms,
            "estimate": fit.estimates,
            "standard_error": fit.standard_errors,
            "lower": lower,
            "upper": upper,
            "statistic": fit.estimates / fit.standard_errors,
            "p_value": fit.p_values(),
        }
    )
    spread = float(ready.outcome @ ready.outcome)
    shown = _rows_shown(used, wanted, ready)
    return Panel(
        specification=wanted,
        coefficients=table,
        n=used.height,
        councils=fit.clusters,
        years=tuple(sorted(used["year"].unique().to_list())),
        r_squared_within=1 - float(fit.errors @ fit.errors) / spread if spread > 0 else 0.0,
        freedom=fit.freedom,
        small_sample_factor=fit.small_sample_factor,
        exposure_sd_within=float(np.std(shown["exposure_within"].to_numpy())),
        outcome_mean=float(np.mean(used["outcome"].to_numpy())),
        outcome_sd=float(np.std(used["outcome"].to_numpy(), ddof=1)),
        left_out=rows.left_out,
        rows=shown,
    )


def _rows_shown(used: pl.DataFrame, wanted: Specification, ready: Prepared) -> pl.DataFrame:
    pair = np.column_stack([ready.outcome, ready.design[:, 0]])
    if wanted.covariates:
        covariates, _ = np.linalg.qr(ready.design[:, 1:])
        pair = pair - covariates @ (covariates.T @ pair)
    pair = pair / ready.effects.root_weight[:, None]
    return used.select(
        "council", "year", "outcome", pl.col(wanted.exposure).alias("exposure")
    ).with_columns(
        pl.Series("outcome_within", pair[:, 0]), pl.Series("exposure_within", pair[:, 1])
    )
