"""What drift before a change an event study could have noticed.

That years before look alike says little by itself: with few councils a drift goes unseen. Roth
2022, "Pretest with Caution", American Economic Review: Insights 4, 305-322, asks for the slope that
the test of the years before would have found with a stated probability.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri, ncfdtr

Numbers = NDArray[np.float64]
POWER = 0.8
STEPS = 80


def detectable_slope(
    years_to_base: Numbers, covariance: Numbers, freedom: int, limit: float, power: float = POWER
) -> float:
    """Drift a year that Hotelling's T squared would find in `power` of cases at `limit`.

    `years_to_base`: how many years each estimate lies from the base (negative before it);
    `freedom` as in the test: of the covariance, one less than the changed councils.
    """
    tested = years_to_base.size
    left = freedom - tested + 1
    per_slope = years_to_base @ np.linalg.pinv(covariance, hermitian=True) @ years_to_base
    if per_slope <= 0:
        return 0.0  # Nothing moves by chance: any drift would be seen.
    return float(np.sqrt(_noncentrality(tested, left, limit, power) / per_slope))


def _noncentrality(tested: int, left: int, limit: float, power: float) -> float:
    """Of the F distribution of which `power` lies beyond the limit of the central one."""
    beyond = fdtri(tested, left, 1 - limit)
    low, high = 0.0, 1.0
    while 1 - ncfdtr(tested, left, high, beyond) < power:
        high *= 2
    for _ in range(STEPS):
        middle = (low + high) / 2
        if 1 - ncfdtr(tested, left, middle, beyond) < power:
            low = middle
        else:
            high = middle
    return high
