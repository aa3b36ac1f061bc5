"""How figures spread over all councils: cuts into equal groups, for scales and words."""

import numpy as np


def quantile_cuts(values: list[float], bins: int) -> list[float]:
    """The inner cuts that part `values` into `bins` groups of about equal size, rising.

    Fewer when many values are equal, because a cut that no value lies below parts nothing.
    Quantiles are of type 7, as in `inference.comparison.peers`.
    """
    if not values:
        return []
    cuts = np.quantile(np.sort(values), np.arange(1, bins) / bins)
    return [cut for cut in np.unique(cuts).tolist() if min(values) < cut]


def bin_of(value: float, cuts: list[float]) -> int:
    """The group of `value`, from 0; a value on a cut belongs to the group above it."""
    return int(np.searchsorted(cuts, value, side="right"))
