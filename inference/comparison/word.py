"""What may be said of one council's figure beside its comparator.

"Better", "similar" and "worse" need a polarity and an interval. Without a polarity (spending, for
one) only higher, lower and similar are said. Whatever can't be judged says why.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Literal

from inference.comparison.peers import FEWEST_PEERS

Polarity = Literal["higher", "lower", "neither"]
Word = Literal["better", "similar", "worse", "higher", "lower", "not_judged"]
Direction = Literal["higher", "lower", "same"]
Reason = Literal["no_value", "not_comparable", "small_denominator", "too_few_peers", "no_interval"]

SHOWN_STATUSES = frozenset({"published", "estimated", "derived"})


@dataclass(frozen=True)
class Verdict:
    """`word` is what may be said; `reason` is set when it is "not_judged".

    `direction` is the bare order of the two figures: a fact, not a judgement.
    """

    word: Word
    direction: Direction | None = None
    reason: Reason | None = None


def judge(
    value: float | None,
    lower: float | None,
    upper: float | None,
    comparator: float | None,
    *,
    polarity: Polarity,
    n_peers: int,
    status: str = "published",
    denominator: float | None = None,
    min_denominator: float | None = None,
) -> Verdict:
    """Verdict on `value` (95% interval `lower`..`upper`) beside `comparator`, same unit.

    `n_peers` is how many peers the comparator stands on, the subject left out. For one published
    comparator (a national figure) pass the number of councils behind it.
    """
    if polarity not in ("higher", "lower", "neither"):
        raise ValueError(f"polarity is higher, lower or neither, not {polarity!r}")
    if not _known(value):
        return Verdict("not_judged", reason="no_value")
    if status not in SHOWN_STATUSES:
        return Verdict("not_judged", reason="not_comparable")
    if n_peers < FEWEST_PEERS or not _known(comparator):
        return Verdict("not_judged", reason="too_few_peers")
    direction = _direction(value, comparator)
    if min_denominator and (not _known(denominator) or denominator < min_denominator):
        return Verdict("not_judged", direction, "small_denominator")
    if not (_known(lower) and _known(upper) and lower <= upper):
        return _without_interval(direction, polarity)
    return _with_interval(lower, upper, comparator, direction, polarity)


def _without_interval(direction: Direction, polarity: Polarity) -> Verdict:
    if polarity == "neither":
        return Verdict("similar" if direction == "same" else direction, direction)
    return Verdict("not_judged", direction, "no_interval")


def _with_interval(
    lower: float, upper: float, comparator: float, direction: Direction, polarity: Polarity
) -> Verdict:
    if lower <= comparator <= upper:
        return Verdict("similar", direction)
    side: Literal["higher", "lower"] = "higher" if lower > comparator else "lower"
    if polarity == "neither":
        return Verdict(side, direction)
    return Verdict("better" if side == polarity else "worse", direction)


def _direction(value: float, comparator: float) -> Direction:
    if value == comparator:
        return "same"
    return "higher" if value > comparator else "lower"


def _known(number: float | None) -> bool:
    return number is not None and isfinite(number)
