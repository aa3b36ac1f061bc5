"""Do councils differ by more than chance, and by how much? Sources: `inference.funnel.fitting`.

Scores pulled in at a tenth on either side have a smaller mean square than they had: 0.68 of it for
a bell. Taken as it is, it would make the spread between councils a sixth too small, and one council
in ten would stand outside limits meant for one in twenty. It is therefore divided by what the same
pulling leaves of a standard normal (Huber 1964, Annals of Mathematical Statistics 35, 73-101).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, ndtri

WINSORISE = 0.1
CHANCE = 0.05


@dataclass(frozen=True)
class Overdispersion:
    """Spread of z-scores about a target that was pooled from the same councils.

    `phi` is the mean square of the winsorised z-scores over that of chance alone, `phi_raw` the
    mean square of all;
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
    phi = float(np.mean(winsorised(z, share) ** 2)) / left_of_chance(share)
    chi_squared = n * phi_raw
    tau_squared = between_variance(n * phi, error)
    return Overdispersion(
        n, phi, phi_raw, chi_squared, float(chdtrc(n - 1, chi_squared)), tau_squared**0.5
    )


def winsorised(z: NDArray[np.float64], share: float = WINSORISE) -> NDArray[np.float64]:
    """The lowest and highest `share` of scores pulled in to the score at that percentile."""
    return np.clip(z, *np.quantile(z, [share, 1 - share]))


def left_of_chance(share: float = WINSORISE) -> float:
    """Mean square of a standard normal with this share winsorised on either side; 1 for none."""
    if share == 0:
        return 1.0
    end = -ndtri(share)
    density = np.exp(-(end**2) / 2) / np.sqrt(2 * np.pi)
    return float(1 - 2 * share - 2 * end * density + 2 * share * end**2)


def between_variance(q: float, error: NDArray[np.float64]) -> float:
    """Variance between councils by the method of moments, never below zero.

    `q` is the weighted sum of squares about the mean. Source: DerSimonian and Laird 1986,
    Controlled Clinical Trials 7, 177-188.
    """
    weight = 1 / error**2
    return max(
        0.0, float((q - (error.size - 1)) / (weight.sum() - (weight**2).sum() / weight.sum()))
    )
