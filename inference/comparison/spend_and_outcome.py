"""Where a council stands when its spending is set against an outcome.

The plane is split at the peers' medians. A corner is never called good or bad by its place: only
an outcome whose whole interval lies on one side of the median may be called better or worse, and
spending never.
"""

from dataclasses import dataclass
from typing import Literal

from inference.comparison.word import Direction, Verdict

Corner = Literal[
    "less_and_better",
    "less_and_worse",
    "more_and_better",
    "more_and_worse",
]


@dataclass(frozen=True)
class Quadrant:
    """`spending` beside the peers' median; `corner` is None unless the outcome may be judged."""

    spending: Direction | None
    outcome: Verdict
    corner: Corner | None


def quadrant(spend: float | None, spend_median: float | None, outcome: Verdict) -> Quadrant:
    """`outcome` is `judge`'s verdict on the outcome beside the same peers' median."""
    spending = _side(spend, spend_median)
    corner: Corner | None = None
    if outcome.word in ("better", "worse") and spending in ("higher", "lower"):
        amount = "more" if spending == "higher" else "less"
        corner = f"{amount}_and_{outcome.word}"  # type: ignore[assignment]
    return Quadrant(spending, outcome, corner)


def _side(spend: float | None, median: float | None) -> Direction | None:
    if spend is None or median is None:
        return None
    if spend == median:
        return "same"
    return "higher" if spend > median else "lower"
