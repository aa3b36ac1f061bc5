"""Council and year effects taken out of columns exactly, in panels with gaps as well.

Demeaning by council and then by year is exact only without gaps. Here councils are demeaned and
the years, of which there are few, are taken out by regression on demeaned year dummies (Frisch and
Waugh 1933, Lovell 1963), so nothing is iterated and nothing depends on a tolerance.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Effects = Literal["none", "council", "year", "two_way"]
Columns = NDArray[np.float64]
# A direction this much smaller than the largest is rounding, not variation.
ROUNDING = 1e-9


class FixedEffects:
    """Takes the chosen effects (always with the constant) out of columns of n rows.

    `council` and `year` number the groups from 0. Columns come and go multiplied by the square
    root of the row's weight, so that plain sums of squares are the weighted ones.
    """

    def __init__(
        self,
        effects: Effects,
        council: NDArray[np.int64],
        year: NDArray[np.int64],
        root_weight: Columns,
    ) -> None:
        self.root_weight = root_weight
        self.council = council if effects in ("council", "two_way") else np.zeros_like(council)
        self.weight_of_council = np.bincount(self.council, weights=root_weight**2)
        dummies = np.zeros((year.size, 0))
        if effects in ("year", "two_way"):
            dummies = (year[:, None] == np.unique(year)[None, 1:]) * root_weight[:, None]
        self.years_apart = orthonormal(self._demeaned(dummies))
        # The year effects and the constant; council effects lie within clusters (see `clustered`).
        self.counted = 1 + self.years_apart.shape[1]

    def out_of(self, columns: Columns) -> Columns:
        """Columns (n rows, one or more columns) without the effects."""
        within = self._demeaned(columns)
        return within - self.years_apart @ (self.years_apart.T @ within)

    def _demeaned(self, columns: Columns) -> Columns:
        weighed = columns * self.root_weight[:, None]
        sums = np.zeros((self.weight_of_council.size, columns.shape[1]))
        np.add.at(sums, self.council, weighed)
        means = sums / self.weight_of_council[:, None]
        return columns - means[self.council] * self.root_weight[:, None]


def orthonormal(columns: Columns) -> Columns:
    """Orthonormal columns that span the same space; fewer when some are combinations of others."""
    if not columns.size:
        return columns[:, :0]
    # By the small matrix of products: a tall singular value decomposition costs ten times as much.
    size, directions = np.linalg.eigh(columns.T @ columns)
    sound = size > size[-1] * ROUNDING
    return columns @ (directions[:, sound] / np.sqrt(size[sound]))
