"""Whether what circumstances leave unexplained lies together by region.

Neighbours share labour markets, weather and inspectors. Where the regions differ by more than
chance once the circumstances are counted (F test of a level for each region), each region gets its
own level, so that a council is not set down to what its whole region has.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import fdtrc

from inference.need.least_squares import LeastSquares

CHANCE = 0.05


@dataclass(frozen=True)
class RegionTerm:
    """`p_value` of the F test; `used`: whether there are councils enough to fit the levels."""

    regions: int
    f: float
    p_value: float
    used: bool

    @property
    def clusters(self) -> bool:
        return self.p_value < CHANCE


def region_levels(region: pl.Series) -> NDArray[np.float64] | None:
    """Councils x regions but the first, 1 for the council's own; None for one region or none."""
    names = region.unique().sort().to_list()
    if None in names or len(names) < 2:
        return None
    return np.stack([(region == name).to_numpy() for name in names[1:]], axis=1).astype(np.float64)


def region_term(
    design: NDArray[np.float64],
    outcome: NDArray[np.float64],
    levels: NDArray[np.float64],
    councils_per_term: int,
) -> RegionTerm | None:
    """Test of the levels beside a design; None where too few councils are left to test."""
    n, k, more = *design.shape, levels.shape[1]
    freedom = n - k - more
    if freedom < 1:
        return None
    without = LeastSquares(design, outcome).squares
    left = LeastSquares(np.column_stack([design, levels]), outcome).squares
    f = ((without - left) / more) / (left / freedom) if left > 0 else 0.0
    p_value = float(fdtrc(more, freedom, max(f, 0.0)))
    enough = n >= councils_per_term * (k - 1 + more)
    return RegionTerm(more + 1, float(f), p_value, enough and p_value < CHANCE)
