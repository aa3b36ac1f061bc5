"""Is a measure rising or falling? The recent-trend test of the Fingertips technical guidance.

The latest five annual figures are fitted with a straight line, each weighted by the inverse of its
variance (the width of its 95% interval over 3.92, squared). A trend is said only when the slope's
chi-squared passes 9.55 (one degree of freedom, 99.8%) and the slope keeps its sign with any one
point left out. Source: OHID, Public Health Technical Guidance, "Fingertips trend markers".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inference.comparison.word import Polarity

POINTS = 5
CHI_SQUARED_LIMIT = 9.549535706083243  # 99.8th percentile of chi-squared, 1 degree of freedom
WIDTH_OF_95_PERCENT = 3.92  # standard errors between the two limits

Way = Literal["rising", "falling", "no_change", "not_tested"]
Meaning = Literal["improving", "worsening"]
Reason = Literal["too_few_points", "no_interval", "overlapping_periods"]


@dataclass(frozen=True)
class Trend:
    """`slope_per_year` in the measure's own unit; both numbers None when not tested."""

    way: Way
    n_points: int
    slope_per_year: float | None = None
    chi_squared: float | None = None
    first_year: float | None = None
    last_year: float | None = None
    reason: Reason | None = None


def recent_trend(
    years: Sequence[float],
    values: Sequence[float | None],
    lowers: Sequence[float | None],
    uppers: Sequence[float | None],
    *,
    breaks: Iterable[float] = (),
    overlapping: bool = False,
) -> Trend:
    """Trend of the latest five figures after the last break in the series.

    `years` place the periods (2023 for 2023-24) and may skip; `breaks` are the first years of a
    new definition; `overlapping` says that periods share years (2021 to 2023, 2022 to 2024), which
    the test can't use because such figures aren't independent.
    """
    points = _points_since_break(years, values, lowers, uppers, breaks)
    if len(points) < POINTS:
        return Trend("not_tested", len(points), reason="too_few_points")
    if overlapping:
        return Trend("not_tested", len(points), reason="overlapping_periods")
    year, value, lower, upper = points[-POINTS:].T
    if not (upper > lower).all():
        return Trend("not_tested", len(points), reason="no_interval")
    weight = (WIDTH_OF_95_PERCENT / (upper - lower)) ** 2
    slope, chi_squared = weighted_slope(year, value, weight)
    steady = chi_squared > CHI_SQUARED_LIMIT and _keeps_its_sign(year, value, weight, slope)
    way: Way = ("rising" if slope > 0 else "falling") if steady else "no_change"
    return Trend(way, POINTS, slope, chi_squared, float(year[0]), float(year[-1]))


def meaning(trend: Trend, polarity: Polarity) -> Meaning | None:
    """Whether a tested trend is for the better; None when it may not be said."""
    if trend.way not in ("rising", "falling") or polarity == "neither":
        return None
    return "improving" if (trend.way == "rising") == (polarity == "higher") else "worsening"


def weighted_slope(
    year: NDArray[np.float64], value: NDArray[np.float64], weight: NDArray[np.float64]
) -> tuple[float, float]:
    """Slope of the weighted least-squares line and its chi-squared, for known variances."""
    from_middle = year - np.average(year, weights=weight)
    above_mean = value - np.average(value, weights=weight)
    information = np.sum(weight * from_middle**2)
    slope = np.sum(weight * from_middle * above_mean) / information
    return float(slope), float(slope**2 * information)


def split_at_breaks(years: Sequence[float], breaks: Iterable[float]) -> list[int]:
    """Number of each year's unbroken stretch of the series, from 0; for drawing apart."""
    starts = sorted(breaks)
    return [int(np.searchsorted(starts, year, side="right")) for year in years]


def _keeps_its_sign(
    year: NDArray[np.float64],
    value: NDArray[np.float64],
    weight: NDArray[np.float64],
    slope: float,
) -> bool:
    for out in range(len(year)):
        left = np.arange(len(year)) != out
        if np.sign(weighted_slope(year[left], value[left], weight[left])[0]) != np.sign(slope):
            return False
    return True


def _points_since_break(years, values, lowers, uppers, breaks: Iterable[float]) -> NDArray:
    """Rows of year, value, lower, upper that have a value, in order of year."""
    rows = np.array(list(zip(years, values, lowers, uppers, strict=True)), dtype=np.float64)
    rows = rows.reshape(-1, 4)
    rows = rows[np.isfinite(rows[:, 1])]
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    if len(np.unique(rows[:, 0])) != len(rows):
        raise ValueError("a year stands twice in the series")
    stretch = np.array(split_at_breaks(rows[:, 0].tolist(), breaks))
    return rows[stretch == stretch[-1]] if len(rows) else rows
