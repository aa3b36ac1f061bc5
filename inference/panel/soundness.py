"""What a panel regression cannot be asked of these rows, and why, as a sentence."""

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from inference.need.expectation import Refusal
from inference.panel.demeaning import Prepared
from inference.panel.sample import Specification

# With fewer clusters the errors are too small to be believed (Cameron and Miller 2015).
FEWEST_COUNCILS = 20
FEWEST_YEARS = 2

# What is left of a column, against what it was: below this it is rounding.
ROUNDING = 1e-8


def too_few(used: pl.DataFrame) -> Refusal | None:
    """Of `used` of `rows_for`."""
    councils, years = used["council"].n_unique(), used["year"].n_unique()
    if councils < FEWEST_COUNCILS:
        return Refusal(
            f"Councils with every figure: {councils}, and at least {FEWEST_COUNCILS} are needed "
            "for an interval that can be believed.",
            used.height,
        )
    if years < FEWEST_YEARS:
        return Refusal(
            "Only one year has every figure: nothing can be followed over time.", used.height
        )
    return None


def unsound(used: pl.DataFrame, wanted: Specification, ready: Prepared) -> Refusal | None:
    """Terms that do not move, or not apart from each other, by name."""
    raw = used.select(wanted.terms).to_numpy()
    still = unchanging_terms(raw, ready.design, wanted.terms)
    if still:
        beyond = {
            "none": "is the same in every council and year",
            "council": "never changes within a council",
            "year": "is the same in all councils of a year",
            "two_way": "changes in no council otherwise than in all",
        }[wanted.effects]
        return Refusal(f"{still[0]} {beyond}: these figures say nothing of it.", used.height)
    same = collinear_terms(ready.design, wanted.terms)
    if same:
        return Refusal(
            f"{' and '.join(same)} say the same of these councils, so their parts cannot be told "
            "apart: leave one of them out.",
            used.height,
        )
    if unchanging_terms(used.select("outcome").to_numpy(), ready.outcome[:, None], ["outcome"]):
        return Refusal(
            "The outcome does not move beyond the effects: nothing goes with it.", used.height
        )
    if used.height <= ready.effects.counted + len(wanted.terms):
        return Refusal("There are no more rows than coefficients.", used.height)
    return None


def unchanging_terms(
    raw: NDArray[np.float64], within: NDArray[np.float64], terms: Sequence[str]
) -> list[str]:
    """Terms of which nothing is left once the effects are out (both n x k)."""
    left = np.linalg.norm(within, axis=0) <= ROUNDING * np.maximum(np.linalg.norm(raw, axis=0), 1)
    return [name for name, gone in zip(terms, left, strict=True) if gone]


def collinear_terms(within: NDArray[np.float64], terms: Sequence[str]) -> list[str]:
    """The first term that the ones before it make up, after those that make it up; or none."""
    scaled = within / np.linalg.norm(within, axis=0)
    for last in range(1, scaled.shape[1]):
        parts, *_ = np.linalg.lstsq(scaled[:, :last], scaled[:, last])
        if np.linalg.norm(scaled[:, last] - scaled[:, :last] @ parts) < ROUNDING:
            makers = [terms[at] for at in range(last) if abs(parts[at]) > ROUNDING]
            return [*makers, terms[last]]
    return []
