"""Ordinary least squares with robust errors, and each row's prediction from all the others."""

import numpy as np
from numpy.typing import NDArray

# A row whose leverage leaves less than this fits itself: the others say nothing of it.
LEAST_ALONE = 1e-9


class LeastSquares:
    """Fit of n rows on k columns (the intercept among them), by QR of the scaled columns.

    `standard_errors` are HC3: each squared error is blown up by the leverage that hid part of it.
    """

    def __init__(self, design: NDArray[np.float64], outcome: NDArray[np.float64]) -> None:
        self.n, self.k = design.shape
        # Columns of one size, so that a covariate in millions does no harm.
        size = np.linalg.norm(design, axis=0)
        q, r = np.linalg.qr(design / size)
        inverse = np.linalg.inv(r) / size[:, None]
        self.estimates = inverse @ (q.T @ outcome)
        self.fitted = q @ (q.T @ outcome)
        self.errors = outcome - self.fitted
        self.leverage = np.minimum((q**2).sum(axis=1), 1.0)
        self.squares = float(self.errors @ self.errors)
        self.total = float(((outcome - outcome.mean()) ** 2).sum())
        alone = np.maximum(1 - self.leverage, LEAST_ALONE)
        weighed = inverse @ (q * (self.errors / alone)[:, None]).T
        self.standard_errors = np.sqrt((weighed**2).sum(axis=1))

    def expected_without_self(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Each row's prediction from all other rows, and its standard error; NaN where none."""
        alone = np.where(self.leverage < 1 - LEAST_ALONE, 1 - self.leverage, np.nan)
        expected = self.fitted - self.errors * self.leverage / alone
        others = (self.squares - self.errors**2 / alone) / (self.n - self.k - 1)
        return expected, np.sqrt(np.maximum(others, 0) / alone)
