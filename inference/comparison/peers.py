"""What a council's peers look like on one measure.

The subject is never its own peer: a big council would otherwise pull the comparator to itself.
Quartiles are Hyndman and Fan's type 7 (straight-line interpolation; numpy's and Excel's default).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Peers:
    """Summary of the peers that have a figure; `n` counts only those."""

    n: int
    median: float
    lower_quartile: float
    upper_quartile: float
    lowest: float
    highest: float


def summarise_peers(values: Mapping[str, float | None], subject: str | None = None) -> Peers | None:
    """Summary of council -> value without `subject`; None when no peer has a figure."""
    known = _known(value for council, value in values.items() if council != subject)
    if not known.size:
        return None
    lowest, lower, median, upper, highest = np.quantile(known, [0, 0.25, 0.5, 0.75, 1]).tolist()
    return Peers(known.size, median, lower, upper, lowest, highest)


def _known(values: Iterable[float | None]) -> np.ndarray:
    floats = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return floats[np.isfinite(floats)]
