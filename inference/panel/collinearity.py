"""How far covariates say the same thing, so that their parts cannot be told apart."""

import numpy as np
from numpy.typing import NDArray

# Above this the data can hardly tell the covariates apart. Belsley, Kuh and Welsch 1980.
MOST_CONDITION = 30.0


def condition_number(scaled: NDArray[np.float64]) -> float:
    """Of covariates with mean 0 and standard deviation 1: 1 when none goes with another."""
    singular = np.linalg.svd(scaled, compute_uv=False)
    least = singular[-1] if singular.size == scaled.shape[1] else 0.0
    return float(singular[0] / least) if least > singular[0] * 1e-12 else float("inf")


def inflation(scaled: NDArray[np.float64]) -> NDArray[np.float64]:
    """Variance inflation factor of each covariate, from 1 up."""
    return np.diag(np.linalg.inv(np.atleast_2d(np.corrcoef(scaled, rowvar=False))))
