"""Is a measure rising or falling? A test for figures with a margin of error, another without.

Rates and counts with 95% limits: the latest five figures are fitted with a straight line, each
weighted by the inverse of its variance (the width of its interval over 3.92, squared); a trend is
said only when the slope's chi-squared passes 9.55 (one degree of freedom, 99.8%). Source: OHID,
Public Health Technical Guidance, "Fingertips trend markers".

Stocks on a day (households in temporary accommodation) and series without limits (recycling): the
people of one year's stock are largely those of the year before, and no error is known, so the
latest eight figures are tested by their order alone (`monotone`), at the same 99.8%.

Either way only figures of one season are set in a row, never Marches with a December; only figures
since the last break; and the trend must hold at 95% with any one figure left out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inference.comparison.monotone import mann_kendall, theil_sen
from inference.comparison.word import Polarity

POINTS = 5
POINTS_WITHOUT_ERROR = 8
CHI_SQUARED_LIMIT = 9.549535706083243  # 99.8th percentile of chi-squared, 1 degree of freedom
CHI_SQUARED_LEFT_OUT = 3.841458820694124  # 95th percentile, for each figure left out
CHANCE, CHANCE_LEFT_OUT = 0.002, 0.05
WIDTH_OF_95_PERCENT = 3.92  # standard errors between the two limits
SEASONS = 12

Way = Literal["rising", "falling", "no_change", "not_tested"]
Meaning = Literal["improving", "worsening"]
Method = Literal["weighted", "order"]
Reason = Literal[
    "too_few_points", "too_few_since_break", "too_few_of_a_season", "overlapping_periods"
]
Points = NDArray[np.float64]  # rows of year, value, lower, upper


@dataclass(frozen=True)
class Trend:
    """`slope_per_year` in the measure's own unit; numbers None when not tested.

    `needed` is how many figures the test takes; `chi_squared` belongs to the weighted test,
    `p_value` to the test by order.
    """

    way: Way
    n_points: int
    slope_per_year: float | None = None
    chi_squared: float | None = None
    first_year: float | None = None
    last_year: float | None = None
    reason: Reason | None = None
    needed: int = POINTS
    method: Method | None = None
    p_value: float | None = None


def recent_trend(
    years: Sequence[float],
    values: Sequence[float | None],
    lowers: Sequence[float | None],
    uppers: Sequence[float | None],
    *,
    breaks: Iterable[float] = (),
    overlapping: bool = False,
    stock: bool = False,
) -> Trend:
    """Trend of the latest figures after the last break in the series.

    `years` place the ends of the periods (2024.25 for 2023-24) and may skip; what stands after the
    point is the season. `breaks` are the first years of a new definition; `overlapping` says that
    periods share years (2021 to 2023, 2022 to 2024), which no test here can use because such
    figures aren't independent; `stock`, that the figures count who is there on a day.
    """
    every = _points(years, values, lowers, uppers)
    since = _since_break(every, breaks)
    points = _of_one_season(since)
    sure = not stock and _has_limits(points[-POINTS:])
    needed = POINTS if sure else POINTS_WITHOUT_ERROR
    if overlapping and len(points) >= POINTS:
        return Trend("not_tested", len(points), reason="overlapping_periods", needed=needed)
    if len(points) < needed:
        few = _why_too_few(every, since, needed)
        return Trend("not_tested", len(points), reason=few, needed=needed)
    return _weighted(points[-POINTS:]) if sure else _by_order(points[-POINTS_WITHOUT_ERROR:])


def meaning(trend: Trend, polarity: Polarity) -> Meaning | None:
    """Whether a tested trend is for the better; None when it may not be said."""
    if trend.way not in ("rising", "falling") or polarity == "neither":
        return None
    return "improving" if (trend.way == "rising") == (polarity == "higher") else "worsening"


def weighted_slope(year: Points, value: Points, weight: Points) -> tuple[float, float]:
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


def _weighted(points: Points) -> Trend:
    year, value, lower, upper = points.T
    weight = (WIDTH_OF_95_PERCENT / (upper - lower)) ** 2
    slope, chi_squared = weighted_slope(year, value, weight)

    def holds(left: Points) -> bool:
        other, still = weighted_slope(year[left], value[left], weight[left])
        return other * slope > 0 and still > CHI_SQUARED_LEFT_OUT

    told = chi_squared > CHI_SQUARED_LIMIT and _with_each_left_out(len(points), holds)
    return Trend(
        _way(slope, told),
        len(points),
        slope,
        chi_squared,
        float(year[0]),
        float(year[-1]),
        method="weighted",
    )


def _by_order(points: Points) -> Trend:
    year, value = points[:, 0], points[:, 1]
    slope, (_, p_value) = theil_sen(year, value), mann_kendall(value)

    def holds(left: Points) -> bool:
        still = mann_kendall(value[left])[1] < CHANCE_LEFT_OUT
        return theil_sen(year[left], value[left]) * slope > 0 and still

    told = p_value < CHANCE and _with_each_left_out(len(points), holds)
    return Trend(
        _way(slope, told),
        len(points),
        slope,
        None,
        float(year[0]),
        float(year[-1]),
        needed=POINTS_WITHOUT_ERROR,
        method="order",
        p_value=p_value,
    )


def _way(slope: float, told: bool) -> Way:
    if not told:
        return "no_change"
    return "rising" if slope > 0 else "falling"


def _with_each_left_out(n: int, holds: Callable[[Points], bool]) -> bool:
    return all(holds(np.arange(n) != out) for out in range(n))


def _points(
    years: Sequence[float],
    values: Sequence[float | None],
    lowers: Sequence[float | None],
    uppers: Sequence[float | None],
) -> Points:
    """Rows that have a value, in order of year."""
    rows = np.array(list(zip(years, values, lowers, uppers, strict=True)), dtype=np.float64)
    rows = rows.reshape(-1, 4)
    rows = rows[np.isfinite(rows[:, 1])]
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    if len(np.unique(rows[:, 0])) != len(rows):
        raise ValueError("a year stands twice in the series")
    return rows


def _since_break(points: Points, breaks: Iterable[float]) -> Points:
    stretch = np.array(split_at_breaks(points[:, 0].tolist(), breaks))
    return points[stretch == stretch[-1]] if len(points) else points


def _of_one_season(points: Points) -> Points:
    """Points of the month of the year that has the most of them, of two as many the newest's."""
    if not len(points):
        return points
    month = np.round(points[:, 0] % 1 * SEASONS).astype(int) % SEASONS
    held = np.bincount(month, minlength=SEASONS)
    latest = {one: place for place, one in enumerate(month.tolist())}
    chosen = max(latest, key=lambda one: (held[one], latest[one]))
    return points[month == chosen]


def _has_limits(points: Points) -> bool:
    # A missing limit is not a number, and no number is above it.
    return bool((points[:, 3] > points[:, 2]).all())


def _why_too_few(every: Points, since: Points, needed: int) -> Reason:
    if len(since) >= needed:
        return "too_few_of_a_season"
    return "too_few_since_break" if len(every) >= needed else "too_few_points"
