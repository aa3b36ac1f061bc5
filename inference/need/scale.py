"""On which scale a figure is modelled, and back to its own unit.

A share cannot leave nought and a hundred, and rates and amounts differ by factors more than by
steps: on their own scale a straight line would promise the impossible. So shares are modelled as
logits, rates and amounts as logarithms, scores and differences as they are. What is expected, and
both ends of its interval, come back to the unit; as medians, since only they come back whole.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

# Where more stand at an end (no cases at all), a logarithm would be made of the rounding.
MOST_AT_AN_END = 0.05

Kind = Literal["logit", "log", "identity"]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scale:
    """`least` keeps a figure off the end, where it has no logarithm: half of its last place."""

    kind: Kind = "identity"
    least: float = 0.0

    def onto(self, value: ArrayLike) -> Floats:
        """From the measure's unit (per cent for a share) to the model's scale."""
        given = np.asarray(value, dtype=np.float64)
        if self.kind == "log":
            return np.log(np.maximum(given, self.least))
        if self.kind == "logit":
            share = np.clip(given, self.least, 100 - self.least)
            return np.log(share / (100 - share))
        return given

    def back(self, made: ArrayLike) -> Floats:
        given = np.asarray(made, dtype=np.float64)
        if self.kind == "log":
            return np.exp(given)
        return 100 / (1 + np.exp(-given)) if self.kind == "logit" else given

    def slope(self, made: float) -> float:
        """How many units one step on the scale is, at a place on it."""
        there = float(self.back(made))
        if self.kind == "log":
            return there
        return there * (100 - there) / 100 if self.kind == "logit" else 1.0


def scale_for(unit: str, values: Floats, decimals: int = 1) -> Scale:
    """The scale of a measure's unit; its own where figures are below nought or crowd at an end."""
    kind: Kind = "identity"
    if unit == "%":
        kind = "logit"
    elif unit.startswith(("£", "per ", "% of ")) or " per " in unit:
        kind = "log"
    least = 0.5 * 10.0**-decimals
    low, high = values < least, values > 100 - least
    ends = low | high if kind == "logit" else low
    impossible = (values < 0).any() or (kind == "logit" and (values > 100).any())
    if kind == "identity" or impossible or ends.mean() > MOST_AT_AN_END:
        return Scale()
    return Scale(kind, least)
