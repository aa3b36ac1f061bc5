"""The places that chance leaves to each council, at the middle and at both ends.

Two statements are joined. The first: the middle 95% of a council's places where every council is
a draw from its own distribution (`true_values_of`); worked out by integration over forty values of
the council, the number above it taken as normal, which gives what 20,000 draws give and is the
same each time. It covers 95% of councils, but the truly best is often not the one that looks best,
and drawing all towards the middle hides it. So the second: a council that no other is clearly
better than may be the first, and one that is clearly better than none may be the last (differences
beyond 1.96 errors widened for the number of others, after Bonferroni; Gupta 1965, Technometrics 7,
225-245, and Mogstad, Romano, Shaikh and Wilhelm 2024, Review of Economic Studies 91, 476-518).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from inference.comparison.level import PUBLISHED_Z, TAIL
from inference.comparison.true_values import Floats, TrueValues, true_values_of

NODES = 40
# In ranges of the figures: an error that says nothing of the order.
WIDEST = 1e6

Places = NDArray[np.int64]


def rank_intervals(value: Floats, lower: Floats, upper: Floats) -> tuple[Places, Places]:
    """Best and worst place of each council, 1 the highest value; 95% limits in the value's unit."""
    # Places know no unit; in parts of the range no figure is too large or too small to work with.
    unit = np.ptp(value) or 1.0
    below, above = (
        np.minimum(np.maximum(side, 0) / unit / PUBLISHED_Z, WIDEST)
        for side in (value - lower, upper - value)
    )
    value = (value - value.min()) / unit
    best, worst = middle_places(true_values_of(value, below, above))
    clearly = clearly_better(value, below, above)
    best = np.where(clearly.any(axis=1), best, 1)
    worst = np.where(clearly.any(axis=0), worst, value.size)
    # The figure's own place stays in, where shrinking would draw it away.
    rank = 1 + (value[None, :] > value[:, None]).sum(axis=1)
    return np.minimum(best, rank), np.maximum(worst, rank)


def middle_places(made: TrueValues, tail: float = TAIL) -> tuple[Places, Places]:
    """Best and worst place of each council once `tail` of its places is cut at either end."""
    at_most = chance_of_place(made)
    n = len(made.cumulative)
    best = 1 + (at_most <= tail).sum(axis=0)
    worst = 1 + (at_most < 1 - tail).sum(axis=0)
    return np.minimum(best, n), np.minimum(worst, n)


def chance_of_place(made: TrueValues) -> Floats:
    """Places x councils: the chance that a council stands in that place or a better one."""
    n = len(made.cumulative)
    own = made.at((np.arange(NODES) + 0.5) / NODES)
    higher = made.above(own)
    higher[np.arange(n), np.arange(n)] = 0.0
    mean, variance = higher.sum(axis=0), (higher * (1 - higher)).sum(axis=0)
    # Others whose order is certain leave no variance; the step is then a step.
    error = np.sqrt(np.maximum(variance, 1e-9))
    places = np.arange(n)[:, None, None] + 0.5
    return ndtr((places - mean) / error).mean(axis=2)


def clearly_better(value: Floats, below: Floats, above: Floats) -> NDArray[np.bool_]:
    """Councils x councils: whether the second is higher than the first beyond chance."""
    times = -ndtri(TAIL / (value.size - 1))
    error = np.hypot(below[None, :], above[:, None])
    return value[None, :] - value[:, None] > times * error
