"""Confidence intervals for proportions, counts and rates, on whole columns at once.

Every function takes array-likes (numpy, a polars Series, a list, one number) and gives two float64
arrays, lower and upper, of the same length. Where no interval can be made the answer is NaN: a
missing or negative numerator, a missing, zero or negative denominator, or (for proportions) more
cases than people. Whether such a figure belongs in the edition is for the build's checks to say.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaincinv

from inference.comparison.level import PUBLISHED_LEVEL, two_sided_z

Limits = tuple[NDArray[np.float64], NDArray[np.float64]]

# Below ten events Byar's approximation drifts from the exact limits, and the public health
# guidance of 2018 (PHE, Technical Guide: Confidence Intervals) asks for the exact ones.
EXACT_BELOW = 10


def wilson(
    numerator: ArrayLike,
    denominator: ArrayLike,
    *,
    per: float = 1.0,
    confidence: float = PUBLISHED_LEVEL,
) -> Limits:
    """Wilson score interval of numerator / denominator, times `per` (100 for a percentage).

    Source: Wilson 1927; Newcombe and Altman 2000; APHO Technical Briefing 3 (2008).
    """
    z = two_sided_z(confidence)
    cases, people = _as_floats(numerator), _as_floats(denominator)
    sound = (cases >= 0) & (people > 0) & (cases <= people)
    cases, people = np.where(sound, cases, np.nan), np.where(sound, people, np.nan)
    middle = 2 * cases + z**2
    spread = z * np.sqrt(z**2 + 4 * cases * (1 - cases / people))
    scale = per / (2 * (people + z**2))
    # The limits are 0 and 1 exactly at no cases and all cases; rounding must not push past them.
    lower = np.clip((middle - spread) * scale, 0, per)
    return lower, np.clip((middle + spread) * scale, 0, per)


def byar(
    count: ArrayLike,
    denominator: ArrayLike | None = None,
    *,
    per: float = 1.0,
    confidence: float = PUBLISHED_LEVEL,
    exact_below: float = EXACT_BELOW,
) -> Limits:
    """Interval of a count, or of the rate count / denominator x `per`, by Byar's method.

    Counts under `exact_below` take the exact Poisson limits; 0 there gives Byar throughout.
    Source: Breslow and Day 1987; APHO Technical Briefing 3 (2008).
    """
    z = two_sided_z(confidence)
    count = _as_floats(count)
    base = np.ones_like(count) if denominator is None else _as_floats(denominator)
    sound = (count >= 0) & (base > 0)
    count, base = np.where(sound, count, np.nan), np.where(sound, base, np.nan)
    few = count < exact_below
    exact_lower, exact_upper = _exact_poisson(count, confidence)
    lower = np.where(few, exact_lower, _byar_limit(count, -z))
    upper = np.where(few, exact_upper, _byar_limit(count + 1, z))
    return lower * per / base, upper * per / base


def _byar_limit(count: NDArray[np.float64], z: float) -> NDArray[np.float64]:
    positive = np.where(count > 0, count, 1.0)
    limit = positive * (1 - 1 / (9 * positive) + z / (3 * np.sqrt(positive))) ** 3
    limit = np.where(np.isnan(count), np.nan, np.maximum(limit, 0.0))
    return np.where(count == 0, 0.0, limit)


def _exact_poisson(count: NDArray[np.float64], confidence: float) -> Limits:
    tail = (1 - confidence) / 2
    shape = np.where(count > 0, count, 1.0)
    lower = np.where(count > 0, gammaincinv(shape, tail), 0.0)
    return lower, gammaincinv(count + 1, 1 - tail)


def _as_floats(numbers: ArrayLike) -> NDArray[np.float64]:
    if hasattr(numbers, "to_numpy"):
        numbers = numbers.to_numpy()
    return np.atleast_1d(np.asarray(numbers, dtype=np.float64))
