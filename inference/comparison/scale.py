"""The scale on which figures of one kind have errors that do not hang on the figure itself.

A share near nought or the whole, and a rate of rare events, vary the less the nearer they lie to
the end; on their own scale a limit of 1.96 errors would run below nought. Shares are taken as the
arcsine of their root, rates by Byar as their root, published rates as their logarithm (their limits
are those of a product), everything else as it is. Source: Freeman and Tukey 1950, Annals of
Mathematical Statistics 21, 607-611; Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202.
"""

import re
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

ScaleName = Literal["arcsine", "root", "log", "plain"]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scale:
    """`per` is the measure's multiplier: 100 for a percentage, 1,000 for "per 1,000"."""

    name: ScaleName
    per: float = 1.0

    @property
    def counted(self) -> bool:
        """Whether a council's size alone tells how far chance moves its figure."""
        return self.name in ("arcsine", "root")

    def onto(self, value: Floats) -> Floats:
        """Figures in the measure's unit -> figures on this scale; NaN where there is none."""
        if self.name == "arcsine":
            return np.arcsin(np.sqrt(np.clip(value / self.per, 0, 1)))
        if self.name == "root":
            return np.sqrt(np.maximum(value, 0))
        if self.name == "log":
            with np.errstate(divide="ignore", invalid="ignore"):
                return np.log(value)
        return np.asarray(value, dtype=np.float64)

    def back(self, placed: Floats) -> Floats:
        """The reverse of `onto`, kept within what a figure can be."""
        if self.name == "arcsine":
            return self.per * np.sin(np.clip(placed, 0, np.pi / 2)) ** 2
        if self.name == "root":
            return np.maximum(placed, 0) ** 2
        return np.exp(placed) if self.name == "log" else np.asarray(placed, dtype=np.float64)

    def error_by_size(self, denominator: Floats) -> Floats:
        """Standard error on this scale that chance gives a share or rate of so many."""
        if self.name == "arcsine":
            return 0.5 / np.sqrt(denominator)
        if self.name == "root":
            return 0.5 * np.sqrt(self.per / denominator)
        raise ValueError(f"the size of a denominator gives no error on the scale {self.name!r}")


def scale_for(interval_method: str, unit: str) -> Scale:
    """The scale of a measure, from how its limits are made and the unit that it is in."""
    per = multiplier(unit)
    if interval_method == "wilson" and per:
        return Scale("arcsine", per)
    if interval_method == "byar" and per:
        return Scale("root", per)
    if interval_method == "published" and unit.startswith("per "):
        return Scale("log")
    return Scale("plain")


def multiplier(unit: str) -> float | None:
    """100 of "%", 1,000 of "per 1,000 households"; None where a unit has none."""
    if unit == "%":
        return 100.0
    found = re.match(r"per ([\d,]+) ", unit)
    return float(found[1].replace(",", "")) if found else None
