"""Whether a series without margins of error rises or falls: Theil-Sen slope, Mann-Kendall test.

The slope is the median of the slopes between all pairs of points, which no single point can
carry (Theil 1950; Sen 1968, JASA 63, 1379-1389). The test counts the pairs that rise less those
that fall, and asks how often a series in any other order would do as much (Mann 1945; Kendall
1975). The count's distribution is exact, ties among the values included: the orders with k pairs
the wrong way round are the coefficients of the q-multinomial.
"""

from functools import lru_cache
from math import prod

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def theil_sen(year: Floats, value: Floats) -> float:
    """Median slope over all pairs, in the value's unit a year. Years differ from each other."""
    first, second = np.triu_indices(len(year), k=1)
    return float(np.median((value[second] - value[first]) / (year[second] - year[first])))


def mann_kendall(value: Floats) -> tuple[int, float]:
    """Rising pairs less falling ones, and the chance of as many either way (two-sided).

    `value` in order of time; fit for the short series of a measure, not for thousands of points.
    """
    first, second = np.triu_indices(len(value), k=1)
    balance = int(np.sign(value[second] - value[first]).sum())
    _, ties = np.unique(value, return_counts=True)
    orders = _orders_by_wrong_pairs(len(value), tuple(sorted(ties.tolist())))
    untied = len(orders) - 1
    balances = untied - 2 * np.arange(untied + 1)
    as_far = orders[np.abs(balances) >= abs(balance)].sum()
    return balance, float(as_far / orders.sum())


@lru_cache(maxsize=1000)
def _orders_by_wrong_pairs(n: int, ties: tuple[int, ...]) -> Floats:
    """How many orders of n values, so many of them equal, have 0, 1, 2, ... falling pairs."""
    orders = _q_factorial(n)
    for tied in ties:
        orders = np.polydiv(orders, _q_factorial(tied))[0].astype(np.float64)
    counts = np.round(orders)
    assert counts.sum() == _factorial(n) / prod(_factorial(tied) for tied in ties)
    return counts


def _q_factorial(n: int) -> Floats:
    made = np.ones(1)
    for size in range(2, n + 1):
        made = np.convolve(made, np.ones(size))
    return made


def _factorial(n: int) -> int:
    return prod(range(1, n + 1))
