"""Do councils differ by more than chance, and by how much? Sources: `inference.funnel.fitting`."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc

WINSORISE = 0.1
CHANCE = 0.05


@dataclass(frozen=True)
class Overdispersion:
    """Spread of z-scores about a target that was pooled from the same councils.

    `phi` is the mean square of the winsorised z-scores (1: chance alone), `phi_raw` of all;
    `chi_squared` is Pearson's, on `n` - 1 degrees of freedom, of all z-scores; `tau` is the
    standard deviation between councils beyond chance, in the measure's unit.
    """

    n: int
    phi: float
    phi_raw: float
    chi_squared: float
    p_value: float
    tau: float

    @property
    def more_than_chance(self) -> bool:
        return self.p_value < CHANCE and self.phi > 1

    def widened(self, error: NDArray[np.float64], adjust: str) -> NDArray[np.float64]:
        """Standard errors with what chance does not explain: "additive", "multiplicative"."""
        if adjust == "multiplicative":
            return error * np.sqrt(max(self.phi, 1.0))
        return np.sqrt(error**2 + self.tau**2) if adjust == "additive" else error


def overdispersion(
    z: NDArray[np.float64], error: NDArray[np.float64], *, share: float = WINSORISE
) -> Overdispersion:
    """Of z-scores and the standard errors they were made with; `share` is winsorised each side."""
    n = z.size
    phi_raw = float(np.mean(z**2))
    phi = float(np.mean(winsorised(z, share) ** 2))
    chi_squared = n * phi_raw
    tau_squared = between_variance(n * phi, error)
    return Overdispersion(
        n, phi, phi_raw, chi_squared, float(chdtrc(n - 1, chi_squared)), tau_squared**0.5
    )


def winsorised(z: NDArray[np.float64], share: float = WINSORISE) -> NDArray[np.float64]:
    """The lowest and highest `share` of scores pulled in to the score at that percentile."""
    return np.clip(z, *np.quantile(z, [share, 1 - share]))


def between_variance(q: float, error: NDArray[np.float64]) -> float:
    """Variance between councils by the method of moments, never below zero.

    `q` is the weighted sum of squares about the mean. Source: DerSimonian and Laird 1986,
    Controlled Clinical Trials 7, 177-188.
    """
    weight = 1 / error**2
    return max(
        0.0, float((q - (error.size - 1)) / (weight.sum() - (weight**2).sum() / weight.sum()))
    )
