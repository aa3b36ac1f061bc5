"""Does an outcome go with the share of a delivery model? A panel regression of councils by years.

The exposure's coefficient, with council and year effects, rests only on how each council moved
away from its own average while the others moved otherwise: what never changes in a council and
what changes everywhere alike fall out. Things that changed in that council in the same years do
not. It is an association.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from inference.clustered import Clustered, fit_clustered
from inference.expectation import Refusal
from inference.fixed_effects import FixedEffects
from inference.panel_rows import Rows, Specification, rows_for
from inference.panel_sound import collinear_terms, unchanging_terms

# With fewer clusters the errors are too small to be believed (Cameron and Miller 2015).
FEWEST_COUNCILS = 20
FEWEST_YEARS = 2


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


@dataclass(frozen=True)
class Prepared:
    """Columns without effects, and numbers of councils: what estimators take."""

    design: NDArray[np.float64]
    outcome: NDArray[np.float64]
    council: NDArray[np.int64]
    effects: FixedEffects


def fit_panel(frame: pl.DataFrame, wanted: Specification) -> Panel | Refusal:
    """Takes what `panel_rows.rows_for` takes; missing figures are left out, never imputed."""
    rows = rows_for(frame, wanted)
    if (refusal := _too_few(rows.used)) is not None:
        return refusal
    ready = prepare(rows.used, wanted)
    if (refusal := _unsound(rows.used, wanted, ready)) is not None:
        return refusal
    fit = fit_clustered(ready.design, ready.outcome, ready.council, ready.effects.counted)
    return _panel(fit, rows, wanted, ready)


def prepare(used: pl.DataFrame, wanted: Specification) -> Prepared:
    """`used` of `rows_for` as columns without effects, multiplied by the root of the weight."""
    council = _numbered(used["council"])
    root_weight = np.sqrt(used["weight"].to_numpy())
    effects = FixedEffects(wanted.effects, council, _numbered(used["year"]), root_weight)
    columns = used.select("outcome", *wanted.terms).to_numpy() * root_weight[:, None]
    within = effects.out_of(columns)
    return Prepared(within[:, 1:], within[:, 0], council, effects)


def _too_few(used: pl.DataFrame) -> Refusal | None:
    councils, years = used["council"].n_unique(), used["year"].n_unique()
    if councils < FEWEST_COUNCILS:
        return Refusal(
            f"{councils} councils have every figure, and at least {FEWEST_COUNCILS} are needed "
            "for an interval that can be believed.",
            used.height,
        )
    if years < FEWEST_YEARS:
        return Refusal(
            "Only one year has every figure: nothing can be followed over time.", used.height
        )
    return None


def _unsound(used: pl.DataFrame, wanted: Specification, ready: Prepared) -> Refusal | None:
    raw = used.select(wanted.terms).to_numpy()
    still = unchanging_terms(raw, ready.design, wanted.terms)
    if still:
        beyond = {
            "none": "is the same in every council and year",
            "council": "never changes within a council",
            "year": "is the same in all councils of a year",
            "two_way": "changes in no council otherwise than in all",
        }[wanted.effects]
        return Refusal(f"{still[0]} {beyond}: these figures say nothing of it.", used.height)
    same = collinear_terms(ready.design, wanted.terms)
    if same:
        return Refusal(
            f"{' and '.join(same)} say the same of these councils, so their parts cannot be told "
            "apart: leave one of them out.",
            used.height,
        )
    if used.height <= ready.effects.counted + len(wanted.terms):
        return Refusal("There are no more rows than coefficients.", used.height)
    return None


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
        outcome_mean=float(used["outcome"].mean()),
        outcome_sd=float(used["outcome"].std()),
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


def _numbered(groups: pl.Series) -> NDArray[np.int64]:
    return np.unique(groups.to_numpy(), return_inverse=True)[1].astype(np.int64)
