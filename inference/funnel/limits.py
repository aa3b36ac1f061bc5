"""Control limits of a funnel plot by chance alone, at given sizes: those of the exact tests."""

import numpy as np
from scipy.special import ndtr, pdtrik

from inference.comparison.scale import Floats, Scale
from inference.intervals import Limits


def chance_limits(scale: Scale, target: float, denominator: Floats, z: float) -> Limits:
    """Limits in the measure's unit. For shares (arcsine) the score limits: a council lies outside
    exactly when its Wilson interval leaves the target out. For rates (root) the exact Poisson ones.
    """
    if scale.name == "arcsine":
        share = target / scale.per
        spread = z * scale.per * np.sqrt(share * (1 - share) / denominator)
        return np.maximum(target - spread, 0), np.minimum(target + spread, scale.per)
    if scale.name != "root":
        raise ValueError(f"no limits follow from a size alone on the scale {scale.name!r}")
    expected = denominator * target / scale.per
    tail = ndtr(-z)
    # The count whose exact limit is the expected one; scipy gives 0 where no count is so low.
    fewest, most = pdtrik(tail, expected), pdtrik(1 - tail, expected) + 1
    return fewest * scale.per / denominator, most * scale.per / denominator
