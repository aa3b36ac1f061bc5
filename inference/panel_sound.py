"""Terms of a panel regression that these rows cannot speak of, by name."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# What is left of a column, against what it was: below this it is rounding.
ROUNDING = 1e-8


def unchanging_terms(
    raw: NDArray[np.float64], within: NDArray[np.float64], terms: Sequence[str]
) -> list[str]:
    """Terms of which nothing is left once the effects are out (both n x k)."""
    left = np.linalg.norm(within, axis=0) <= ROUNDING * np.maximum(np.linalg.norm(raw, axis=0), 1)
    return [name for name, gone in zip(terms, left, strict=True) if gone]


def collinear_terms(within: NDArray[np.float64], terms: Sequence[str]) -> list[str]:
    """The first term that the ones before it make up, after those that make it up; or none."""
    scaled = within / np.linalg.norm(within, axis=0)
    for last in range(1, scaled.shape[1]):
        parts, *_ = np.linalg.lstsq(scaled[:, :last], scaled[:, last])
        if np.linalg.norm(scaled[:, last] - scaled[:, :last] @ parts) < ROUNDING:
            makers = [terms[at] for at in range(last) if abs(parts[at]) > ROUNDING]
            return [*makers, terms[last]]
    return []
