"""How the true values of councils are spread, and what each council's figure says of its own.

A figure is a true value and chance. The spread of the true values is learnt from all figures at
once, with no shape assumed (Laird 1978, JASA 73, 805-811: expectation-maximisation over cells);
a council's own distribution is that spread, weighed by how likely its figure is under each value
(empirical Bayes). So a figure with a wide margin is drawn towards where councils stand, one with a
narrow margin stays where it is, and two groups or a long tail are no worse served than a bell.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

CELLS = 160
# The estimate sharpens into spikes if it runs on; so few steps leave it smooth.
STEPS = 20
# Of the range: figures nearer to each other than this are the same but for rounding.
LEAST_CELL = 1e-9

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class TrueValues:
    """`edges` of the cells, in the measure's unit; `cumulative` councils x edges, from 0 to 1.

    Inside a cell a council's true value is as likely to stand in one place as in another.
    """

    edges: Floats
    cumulative: Floats

    def at(self, share: Floats) -> Floats:
        """Councils x shares: the value below which that share of the distribution lies."""
        return np.stack([np.interp(share, own, self.edges) for own in self.cumulative])

    def above(self, value: Floats) -> Floats:
        """Councils x the shape of `value`: the chance that a true value is higher."""
        below = [np.interp(value.ravel(), self.edges, own) for own in self.cumulative]
        return 1 - np.stack(below).reshape(-1, *value.shape)


def true_values_of(value: Floats, below: Floats, above: Floats) -> TrueValues:
    """Of figures with the standard errors `below` and `above` them (95% limits over 1.96)."""
    edges = _edges(value, below, above)
    width = np.diff(edges)
    likely = _likelihood(edges, value, below, above) / width
    spread = width / width.sum()
    for _ in range(STEPS):
        spread *= (likely / (likely @ spread)[:, None]).mean(axis=0)
    own = likely * spread
    cumulative = np.zeros((value.size, edges.size))
    np.cumsum(own / own.sum(axis=1)[:, None], axis=1, out=cumulative[:, 1:])
    cumulative[:, -1] = 1.0
    return TrueValues(edges, cumulative)


def _edges(value: Floats, below: Floats, above: Floats) -> Floats:
    """Cells closest together where figures are, between the lowest and the highest of them."""
    places = [value, value - below, value - 2 * below, value + above, value + 2 * above]
    pooled = np.concatenate(places).clip(value.min(), value.max())
    points = np.unique(np.quantile(pooled, np.linspace(0, 1, CELLS)))
    whole = (points[-1] - points[0]) or abs(points[0]) or 1.0
    points = points[np.diff(points, prepend=-np.inf) > whole * LEAST_CELL]
    pad = whole / CELLS
    return np.concatenate([[points[0] - pad], (points[1:] + points[:-1]) / 2, [points[-1] + pad]])


def _likelihood(edges: Floats, value: Floats, below: Floats, above: Floats) -> Floats:
    """Councils x cells. A lopsided margin counts on the side on which the true value would lie."""
    apart = edges[None, :] - value[:, None]
    # A figure known exactly lies in one cell.
    least = np.diff(edges).min() * 1e-6
    error = np.maximum(np.where(apart > 0, above[:, None], below[:, None]), least)
    return np.diff(ndtr(apart / error), axis=1)
