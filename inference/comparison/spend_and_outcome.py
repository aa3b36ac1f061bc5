"""Where a council stands when its spending is set against an outcome.

The plane is split at the peers' medians. No corner has a name: what may be said of the outcome is
its judgement, and of spending only whether it is more or less.
"""

from dataclasses import dataclass
from typing import Literal

from inference.comparison.judgement import Judgement

Direction = Literal["higher", "lower", "same"]


@dataclass(frozen=True)
class Quadrant:
    """`spending` beside the peers' median, None where it cannot be; the outcome's judgement."""

    spending: Direction | None
    outcome: Judgement


def quadrant(spend: float | None, spend_median: float | None, outcome: Judgement) -> Quadrant:
    """`outcome` is judged beside the median of the same peers."""
    return Quadrant(_side(spend, spend_median), outcome)


def _side(spend: float | None, median: float | None) -> Direction | None:
    if spend is None or median is None:
        return None
    if spend == median:
        return "same"
    return "higher" if spend > median else "lower"
