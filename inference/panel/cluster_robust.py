"""Least squares with errors that may hang together within a council (cluster-robust, CR1).

The years of one council are not independent facts, so the council is the unit of chance: Liang and
Zeger 1986, with the small-sample factor G/(G - 1) x (n - 1)/(n - K) of G councils, n rows and K
coefficients. K counts slopes, constant and year effects; council effects lie within clusters and
are not counted (as in Stata's xtreg, R's fixest and pyfixest). Intervals use Student's t with
G - 1 degrees of freedom. Cameron and Miller 2015, A Practitioner's Guide to Cluster-Robust
Inference.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from inference.comparison.level import TAIL

Columns = NDArray[np.float64]


@dataclass(frozen=True)
class Clustered:
    """Estimates of k slopes, their covariance (k x k), the errors left (n) and what was used."""

    estimates: Columns
    covariance: Columns
    errors: Columns
    clusters: int
    small_sample_factor: float

    @property
    def standard_errors(self) -> Columns:
        return np.sqrt(np.diag(self.covariance))

    @property
    def freedom(self) -> int:
        return self.clusters - 1

    def limits(self) -> tuple[Columns, Columns]:
        """95% limits."""
        half = stdtrit(self.freedom, 1 - TAIL) * self.standard_errors
        return self.estimates - half, self.estimates + half

    def p_values(self) -> Columns:
        """Two-sided, of no association."""
        return 2 * stdtr(self.freedom, -np.abs(self.estimates / self.standard_errors))


def fit_clustered(
    design: Columns, outcome: Columns, cluster: NDArray[np.int64], counted: int
) -> Clustered:
    """`design` (n x k) and `outcome` without their effects; `counted` effects are in K.

    `cluster` numbers the clusters from 0 without gaps.
    """
    (n, k), clusters = design.shape, int(cluster.max()) + 1
    # Columns of one size, so that a covariate in millions does no harm.
    size = np.linalg.norm(design, axis=0)
    q, r = np.linalg.qr(design / size)
    inverse = np.linalg.inv(r) / size[:, None]
    errors = outcome - q @ (q.T @ outcome)
    factor = clusters / (clusters - 1) * (n - 1) / (n - k - counted)
    bread = inverse @ scores_of(q * errors[:, None], cluster, clusters).T
    return Clustered(inverse @ (q.T @ outcome), factor * bread @ bread.T, errors, clusters, factor)


def scores_of(rows: Columns, cluster: NDArray[np.int64], clusters: int) -> Columns:
    """Sums of rows by cluster: clusters x columns."""
    sums = np.zeros((clusters, rows.shape[1]))
    np.add.at(sums, cluster, rows)
    return sums
