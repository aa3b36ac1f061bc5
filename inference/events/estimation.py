"""Outcomes in the years round a change of delivery model, beside councils that had not changed.

Shown only with its years before the change: if changed councils were drifting away already then,
what follows may be the same drift. Intervals use Student's t with one less degree of freedom than
there are changed councils, because these are the few on which everything rests. See
`event_differences` for the estimator.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import fdtrc, ndtri, stdtrit

from inference.comparison.level import TAIL
from inference.events.differences import Beside, Difference, Grid, difference_at, grid_of, moves
from inference.events.power import detectable_slope
from inference.events.sensitivity import EventPath
from inference.need.expectation import Refusal

FEWEST_CHANGED = 8
FEWEST_YEARS_BEFORE = 2  # besides the year before the change, which is the base
REFERENCE_YEAR = -1
LIMIT = 0.05

PreTrend = Literal["alike", "apart"]


@dataclass(frozen=True)
class EventStudy:
    """`years`: relative_year, estimate, standard_error, lower, upper (95%), changed, controls (the
    fewest beside any council); year -1 is nought by construction, its error null.

    `after` and its limits: the mean of the years from 0 on. `pre_trend_p`: that all years before
    are nought (Hotelling's T squared); `detectable_slope`: the drift a year that this test would
    find four times in five; `carried_on`: what such a drift would make of the mean of the years
    after. `path` is for `sensitivity`, its errors widened to Student's t; None where a year between
    lacks. `councils`: council, change_year of those that count.
    """

    years: pl.DataFrame
    after: float
    after_lower: float
    after_upper: float
    changed: int
    controls: int
    pre_trend: PreTrend
    pre_trend_p: float
    pre_trend_half_width: float
    detectable_slope: float
    carried_on: float
    path: EventPath | None
    councils: pl.DataFrame

    @property
    def least_that_shows(self) -> float:
        """A smaller difference could be chance, or a gap like those that could go unseen before."""
        return max(self.pre_trend_half_width, (self.after_upper - self.after_lower) / 2)

    @property
    def can_tell(self) -> bool:
        return abs(self.after) > self.least_that_shows


def event_study(
    frame: pl.DataFrame,
    outcome: str,
    changes: pl.DataFrame,
    *,
    before: int = 4,
    after: int = 4,
    beside: Beside = "not_yet",
    same_councils: bool = False,
) -> EventStudy | Refusal:
    """Takes what `event_differences.grid_of` takes; councils not in `changes` are left out.

    `before` and `after` bound the relative years (-before .. after). `same_councils` keeps only
    changed councils with every one of these years, so that no year differs by who is in it.
    """
    grid = grid_of(frame, outcome, changes)
    held = _whole(grid, before, after) if same_councils else None
    found = [
        one
        for relative in range(-before, after + 1)
        if relative != REFERENCE_YEAR
        and (one := difference_at(grid, relative, beside=beside, changed=held)) is not None
        and one.changed.size >= FEWEST_CHANGED
    ]
    earlier = [one for one in found if one.relative_year < REFERENCE_YEAR]
    later = [one for one in found if one.relative_year >= 0]
    changed = np.unique(np.concatenate([one.changed for one in found])) if found else np.array([])
    if (refusal := _refusal(grid, earlier, later, changed.size)) is not None:
        return refusal
    return _study(grid, earlier, later, changed)


def _refusal(
    grid: Grid, earlier: list[Difference], later: list[Difference], n: int
) -> Refusal | None:
    ever = int(np.isfinite(grid.change).sum())
    if ever < FEWEST_CHANGED:
        return Refusal(
            f"Changed councils with a figure: {ever}, and at least {FEWEST_CHANGED} are needed.",
            ever,
        )
    if len(earlier) < FEWEST_YEARS_BEFORE or not later:
        return Refusal(
            f"Not shown: {FEWEST_CHANGED} changed councils need a figure in the year before the "
            f"change, in at least {FEWEST_YEARS_BEFORE} years before that and in one after, beside "
            "councils that had not changed. Without its years before, what follows a change cannot "
            "be read.",
            n,
        )
    return None


def _study(
    grid: Grid, earlier: list[Difference], later: list[Difference], changed: NDArray[np.int64]
) -> EventStudy:
    freedom = min(one.changed.size for one in [*earlier, *later]) - 1
    # The nearest years first, and no more than the changed councils can bear jointly.
    tested = earlier[-min(len(earlier), freedom // 2) :]
    p_value = _joint_p(tested, freedom)
    slope = _detectable_slope(tested, freedom)
    last = np.mean([one.parts for one in later], axis=0)
    mean = float(np.mean([one.estimate for one in later]))
    half = float(stdtrit(freedom, 1 - TAIL) * np.sqrt(last @ last))
    years = pl.DataFrame([_row(one) for one in earlier] + [_REFERENCE] + [_row(o) for o in later])
    widths = years.filter(pl.col("relative_year") < REFERENCE_YEAR)
    return EventStudy(
        years=years.with_columns(changed=pl.col("changed").fill_null(changed.size)),
        after=mean,
        after_lower=mean - half,
        after_upper=mean + half,
        changed=int(changed.size),
        controls=min(one.fewest_controls for one in [*earlier, *later]),
        pre_trend="alike" if p_value >= LIMIT else "apart",
        pre_trend_p=p_value,
        pre_trend_half_width=max(((widths["upper"] - widths["lower"]) / 2).to_list()),
        detectable_slope=slope,
        carried_on=slope * float(np.mean([one.relative_year - REFERENCE_YEAR for one in later])),
        path=_path(earlier, later, freedom),
        councils=pl.DataFrame(
            {
                "council": [grid.councils[at] for at in changed],
                "change_year": grid.change[changed].astype(np.int64),
            }
        ),
    )


def _detectable_slope(tested: list[Difference], freedom: int) -> float:
    parts = np.array([one.parts for one in tested])
    years = np.array([one.relative_year - REFERENCE_YEAR for one in tested], dtype=np.float64)
    return detectable_slope(years, parts @ parts.T, freedom, LIMIT)


def _path(earlier: list[Difference], later: list[Difference], freedom: int) -> EventPath | None:
    years = [one.relative_year for one in [*earlier, *later]]
    whole = [one for one in range(years[0], years[-1] + 1) if one != REFERENCE_YEAR]
    if years != whole:
        return None
    parts = np.array([one.parts for one in [*earlier, *later]])
    wider = stdtrit(freedom, 1 - TAIL) / ndtri(1 - TAIL)
    estimates = np.array([one.estimate for one in [*earlier, *later]])
    return EventPath(estimates, wider**2 * parts @ parts.T, len(earlier))


def _joint_p(tested: list[Difference], freedom: int) -> float:
    estimates = np.array([one.estimate for one in tested])
    parts = np.array([one.parts for one in tested])
    squared = estimates @ np.linalg.pinv(parts @ parts.T, hermitian=True) @ estimates
    left = freedom - len(tested) + 1
    return float(fdtrc(len(tested), left, squared * left / (freedom * len(tested))))


_REFERENCE = {
    "relative_year": REFERENCE_YEAR,
    "estimate": 0.0,
    "standard_error": None,
    "lower": None,
    "upper": None,
    "changed": None,
    "controls": None,
}


def _row(one: Difference) -> dict[str, object]:
    error = float(np.sqrt(one.parts @ one.parts))
    half = float(stdtrit(one.changed.size - 1, 1 - TAIL)) * error
    return {
        "relative_year": one.relative_year,
        "estimate": one.estimate,
        "standard_error": error,
        "lower": one.estimate - half,
        "upper": one.estimate + half,
        "changed": int(one.changed.size),
        "controls": one.fewest_controls,
    }


def _whole(grid: Grid, before: int, after: int) -> NDArray[np.int64]:
    known = [
        at
        for at in np.flatnonzero(np.isfinite(grid.change))
        if all(
            np.isfinite(moves(grid, grid.change[at], relative)[at])
            for relative in range(-before, after + 1)
        )
    ]
    return np.array(known, dtype=np.int64)
