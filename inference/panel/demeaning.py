"""Columns of a panel regression as estimators take them: without effects, multiplied by weights."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from inference.panel.fixed_effects import FixedEffects
from inference.panel.sample import Specification


@dataclass(frozen=True)
class Prepared:
    """Columns without effects, and numbers of councils: what estimators take."""

    design: NDArray[np.float64]
    outcome: NDArray[np.float64]
    council: NDArray[np.int64]
    effects: FixedEffects


def prepare(used: pl.DataFrame, wanted: Specification) -> Prepared:
    """`used` of `rows_for` as columns without effects, multiplied by the root of the weight."""
    council = _numbered(used["council"])
    root_weight = np.sqrt(used["weight"].to_numpy())
    effects = FixedEffects(wanted.effects, council, _numbered(used["year"]), root_weight)
    columns = used.select("outcome", *wanted.terms).to_numpy() * root_weight[:, None]
    within = effects.out_of(columns)
    return Prepared(within[:, 1:], within[:, 0], council, effects)


def _numbered(groups: pl.Series) -> NDArray[np.int64]:
    return np.unique(groups.to_numpy(), return_inverse=True)[1].astype(np.int64)
