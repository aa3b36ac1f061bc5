"""Control limits of a funnel plot at given sizes, before and after they are widened."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, pdtrik

from inference.intervals import Limits

Kind = Literal["proportion", "rate"]
Z_95 = 1.959963984540054
Z_998 = 3.090232306167813


def standard_error(
    kind: Kind, target: float, denominator: NDArray[np.float64], per: float
) -> NDArray[np.float64]:
    """Standard error that chance alone gives a figure of this size at the target."""
    share = target / per
    variance = share * (1 - share) if kind == "proportion" else share
    return per * np.sqrt(variance / denominator)


def control_limits(
    kind: Kind, target: float, denominator: NDArray[np.float64], per: float, z: float
) -> Limits:
    """Limits by chance alone, within 0 and (for shares) the whole."""
    if kind == "proportion":
        spread = z * standard_error(kind, target, denominator, per)
        return np.maximum(target - spread, 0), np.minimum(target + spread, per)
    expected = denominator * target / per
    tail = ndtr(-z)
    # The count whose exact limit is the expected one; scipy gives 0 where no count is so low.
    fewest, most = pdtrik(tail, expected), pdtrik(1 - tail, expected) + 1
    return fewest * per / denominator, most * per / denominator


def widened_limits(target: float, error: NDArray[np.float64], z: float) -> Limits:
    return target - z * error, target + z * error
