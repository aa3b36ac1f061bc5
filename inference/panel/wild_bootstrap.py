"""A p-value that does not rest on Student's t: the wild cluster bootstrap, null imposed.

The outcome is remade many times as if nothing went with the exposure, each council's errors kept
together and their sign drawn anew (Rademacher), and the share of remade t statistics that are as
far from nought as the real one is the p-value. Cameron, Gelbach and Miller 2008; MacKinnon, Nielsen
and Webb 2023. Worth asking when councils are few or unlike in size.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from inference.panel.cluster_robust import scores_of
from inference.panel.demeaning import Prepared, prepare
from inference.panel.sample import Specification

DRAWS = 999
SEED = 20231


def wild_p_value(
    used: pl.DataFrame, wanted: Specification, *, draws: int = DRAWS, seed: int = SEED
) -> float:
    """Two-sided, of the exposure; `used` of `panel_rows.rows_for`. At least 1 / (draws + 1)."""
    ready = prepare(used, wanted)
    covariates, _ = np.linalg.qr(ready.design[:, 1:])
    exposure = _without(ready.design[:, :1], covariates)
    errors = _without(ready.outcome[:, None], covariates)
    real = _squared_t(errors, exposure, ready)
    sign = signs(int(ready.council.max()) + 1, draws, seed)
    remade = ready.effects.out_of(errors * sign[ready.council])
    drawn = _squared_t(_without(remade, covariates), exposure, ready)
    # Draws that repeat the real signs are ties but for rounding.
    as_far = (drawn >= real * (1 - 1e-12)).sum()
    return float((1 + as_far) / (draws + 1))


def signs(councils: int, draws: int, seed: int) -> NDArray[np.float64]:
    """councils x draws of -1 and 1."""
    drawn = np.random.default_rng(seed).integers(0, 2, (councils, draws))
    return drawn.astype(np.float64) * 2 - 1


def _squared_t(
    outcomes: NDArray[np.float64], exposure: NDArray[np.float64], ready: Prepared
) -> NDArray[np.float64]:
    """For each column of outcomes, but for factors that are the same in every draw."""
    spread = (exposure**2).sum()
    slopes = (exposure * outcomes).sum(axis=0) / spread
    scores = scores_of(
        exposure * (outcomes - exposure * slopes), ready.council, int(ready.council.max()) + 1
    )
    return (slopes * spread) ** 2 / (scores**2).sum(axis=0)


def _without(columns: NDArray[np.float64], covariates: NDArray[np.float64]) -> NDArray[np.float64]:
    return columns - covariates @ (covariates.T @ columns)
