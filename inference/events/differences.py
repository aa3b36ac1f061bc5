"""Each changed council against councils that had not changed, year by year round its change.

For a council that changed in year e, and for the year l years after (before, when negative), the
difference is how far its outcome moved from year e - 1, less how far it moved on average in the
councils that had changed by neither year. Councils that changed earlier are never the yardstick,
which is what goes wrong in plain regressions with staggered changes (Goodman-Bacon 2021). These
are the group-time averages of Callaway and Sant'Anna 2021 without covariates, one council at a
time, weighted by the number of changed councils.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
FEWEST_CONTROLS = 5
Beside = Literal["not_yet", "never"]


@dataclass(frozen=True)
class Grid:
    """Outcomes as councils x years (NaN where none), and each council's year of change."""

    councils: list[str]
    years: Numbers
    outcome: Numbers
    change: Numbers


@dataclass(frozen=True)
class Difference:
    """At one relative year: the mean over changed councils, and each council's part in its error.

    `parts` (one number for each council of the grid) are squared and added to give the variance.
    """

    relative_year: int
    estimate: float
    parts: Numbers
    changed: NDArray[np.int64]
    fewest_controls: int


def grid_of(frame: pl.DataFrame, outcome: str, changes: pl.DataFrame) -> Grid:
    """Takes council, year, outcome; changes: council, change_year (null: never changed)."""
    if frame.select("council", "year").is_duplicated().any():
        raise ValueError("a council stands twice in a year")
    if changes["council"].is_duplicated().any():
        raise ValueError("a council changes twice")
    known = frame.join(changes.select("council", "change_year"), on="council").filter(
        pl.col(outcome).cast(pl.Float64).is_finite().fill_null(False)
    )
    councils, row = np.unique(known["council"].to_numpy(), return_inverse=True)
    years, column = np.unique(known["year"].to_numpy(), return_inverse=True)
    cells = np.full((councils.size, years.size), np.nan)
    cells[row, column] = known[outcome].cast(pl.Float64).to_numpy()
    change = np.full(councils.size, np.inf)
    change[row] = known["change_year"].cast(pl.Float64).fill_null(np.inf).to_numpy()
    return Grid(councils.tolist(), years.astype(np.float64), cells, change)


def difference_at(
    grid: Grid,
    relative_year: int,
    *,
    beside: Beside = "not_yet",
    changed: NDArray[np.int64] | None = None,
) -> Difference | None:
    """None when no changed council has both years and enough councils to stand beside it.

    `beside` are councils that had not changed by then, or that never did; `changed` keeps only
    these councils (rows of the grid).
    """
    wanted = np.flatnonzero(np.isfinite(grid.change)) if changed is None else changed
    kept, apart, against = [], [], []
    for year in np.unique(grid.change[wanted]):
        cohort = wanted[grid.change[wanted] == year]
        moved = moves(grid, year, relative_year)
        bound = max(year, year + relative_year) if beside == "not_yet" else np.finfo(float).max
        others = np.flatnonzero((grid.change > bound) & np.isfinite(moved))
        cohort = cohort[np.isfinite(moved[cohort])]
        if not cohort.size or others.size < FEWEST_CONTROLS:
            continue
        kept.append(cohort)
        apart.append(moved[cohort] - moved[others].mean())
        against.append((cohort.size, others, moved[others] - moved[others].mean()))
    if not kept:
        return None
    return _joined(grid, relative_year, np.concatenate(kept), np.concatenate(apart), against)


def moves(grid: Grid, change_year: float, relative_year: int) -> Numbers:
    """How far each council moved from the year before `change_year`; NaN where a year lacks."""
    nothing = np.full(len(grid.councils), np.nan)
    at, base = (
        grid.outcome[:, grid.years == year].ravel() if year in grid.years else nothing
        for year in (change_year + relative_year, change_year - 1)
    )
    return at - base


def _joined(
    grid: Grid, relative_year: int, changed: NDArray[np.int64], apart: Numbers, against: list[Any]
) -> Difference:
    n, estimate = changed.size, float(apart.mean())
    parts = np.zeros(len(grid.councils))
    # With n - 1 for the degree of freedom that each mean took, so that one year of change gives
    # the standard error of Welch's two-sample t.
    parts[changed] += (apart - estimate) / np.sqrt(n * max(n - 1, 1))
    for size, others, off in against:
        parts[others] -= size / n * off / np.sqrt(others.size * (others.size - 1))
    fewest = min(others.size for _, others, _ in against)
    return Difference(relative_year, estimate, parts, changed, fewest)
