"""Ordinary least squares with robust errors, and each row's prediction from all the others.

Rows may carry an error of their own (the margin of a figure); what spread is left beyond it is
the variance that makes the squared errors, each over its variance, add up to their degrees of
freedom (Paule and Mandel 1982, as in meta-regression): a row known badly cannot hide it.
"""

import numpy as np
from numpy.typing import NDArray

# A row whose leverage leaves less than this fits itself: the others say nothing of it.
LEAST_ALONE = 1e-9
HALVINGS = 45


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
        self.hat = q @ q.T
        self.leverage = np.minimum(np.diag(self.hat), 1.0)
        self.squares = float(self.errors @ self.errors)
        self.total = float(((outcome - outcome.mean()) ** 2).sum())
        alone = np.maximum(1 - self.leverage, LEAST_ALONE)
        weighed = inverse @ (q * (self.errors / alone)[:, None]).T
        self.standard_errors = np.sqrt((weighed**2).sum(axis=1))

    def spread_beyond(self, own: NDArray[np.float64]) -> float:
        """Variance between rows beyond their own errors, never below nought."""
        return float(paule_mandel(self.errors[None, :] ** 2, own, self.n - self.k)[0])

    def expected_without_self(
        self, own: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Each row's prediction from all other rows, and its standard error; NaN where none.

        The error is that of the others' line there (HC3, of the others alone), of the spread
        between rows beyond their own errors, and of the row's own error `own`.
        """
        alone = np.where(self.leverage < 1 - LEAST_ALONE, 1 - self.leverage, np.nan)
        expected = self.fitted - self.errors * self.leverage / alone
        # Row i, column j: what row j's figure weighs in the line at i once i is left out.
        weight = self.hat / alone[:, None]
        np.fill_diagonal(weight, 0.0)
        errors = self.errors[None, :] + weight * self.errors[:, None]
        free = 1 - (self.leverage[None, :] + weight * self.hat)
        np.fill_diagonal(free, 0.0)
        blown = errors / np.maximum(free, LEAST_ALONE)
        np.fill_diagonal(blown, 0.0)
        of_line = ((weight * blown) ** 2).sum(axis=1)
        np.fill_diagonal(errors, 0.0)
        spread = paule_mandel(errors**2, own, self.n - self.k - 1)
        return expected, np.sqrt(of_line + spread + own**2)


def paule_mandel(
    squares: NDArray[np.float64], own: NDArray[np.float64], freedom: int
) -> NDArray[np.float64]:
    """Spread beyond the errors `own` for each row of squared residuals, by halving."""
    low, high = np.zeros(len(squares)), squares.sum(axis=1) / freedom
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        variance = np.maximum(middle[:, None] + own[None, :] ** 2, np.finfo(float).tiny)
        more = (squares / variance).sum(axis=1) > freedom
        low, high = np.where(more, middle, low), np.where(more, high, middle)
    return high
