"""How large a break in the trend after a change would an event study's finding bear?

Parallel trends cannot be tested after the change. Rambachan and Roth 2023, "A More Credible
Approach to Parallel Trends", Review of Economic Studies 90, 2555-2591, bound what they may break by
instead: from one year to the next after the change by no more than Mbar times the largest break
between two years before it (relative magnitudes). Under that bound the robust 95% set holds every
effect that their conditional test does not reject; the largest Mbar at which nought is still
outside is the breakdown value.

The bound is a union of polyhedra, one for each step before the change and each sign. In each the
test is a linear programme whose dual has few corners, so that all of them are listed: every
statistic and its truncation are then sums and products (Andrews, Roth and Pakes 2023).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import log_ndtr, ndtri_exp

from inference.comparison.level import LEVEL

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]
# Below it two numbers of the corners' arithmetic are one.
ROUNDING = 1e-9
# Points of a grid, and how often an end is looked for between two of them.
GRID, CLOSER = 101, 2
# A grid of effects that begins with so many standard errors is widened until its ends are out.
REACH, WIDENINGS = 10.0, 12
MOST_BREAK, BREAK_STEP = 3.0, 0.05
SHOWN = (0.5, 1.0, 1.5, 2.0)


@dataclass(frozen=True)
class EventPath:
    """Estimates of consecutive years: those before the change, its last year (nought) left out,
    then those from the year of the change on; and their covariance, in that order."""

    estimates: Numbers
    covariance: Numbers
    before: int

    @property
    def after(self) -> int:
        return self.estimates.size - self.before

    def mean(self) -> Numbers:
        """Weights of the mean of the years after."""
        return np.full(self.after, 1 / self.after)


@dataclass(frozen=True)
class Sensitivity:
    """Of the mean of the years after. `rows`: most_break (Mbar), lower, upper (95%), of each Mbar
    of SHOWN; `breakdown` as `breakdown` gives it; `largest_before` is the estimated one."""

    rows: pl.DataFrame
    breakdown: float | None
    largest_before: float


def sensitivity_of(path: EventPath) -> Sensitivity:
    weights = path.mean()
    ends = [(most, *robust_interval(path, weights, most)) for most in SHOWN]
    before = np.diff(np.append(path.estimates[: path.before], 0.0))
    return Sensitivity(
        rows=pl.DataFrame(ends, schema=["most_break", "lower", "upper"], orient="row"),
        breakdown=breakdown(path, weights),
        largest_before=float(np.abs(before).max()),
    )


def robust_interval(path: EventPath, weights: Numbers, most_break: float) -> tuple[float, float]:
    """Lower and upper end of the robust set for `weights` of the years after.

    `most_break` is Mbar: a year's break after the change, in largest breaks before it.
    """
    middle = float(weights @ path.estimates[path.before :])
    error = _error(path, weights)
    reach = REACH * error
    for _ in range(WIDENINGS):
        effects = np.linspace(middle - reach, middle + reach, GRID)
        held = holds(path, weights, most_break, effects)
        if not (held[0] or held[-1]):
            break
        reach *= 2
    # The estimate itself may be outside where the bound is broken by it: then the nearest is in.
    at = np.flatnonzero(held) if held.any() else np.array([np.abs(effects - middle).argmin()])
    step = effects[1] - effects[0]
    return (
        _end(path, weights, most_break, effects[at[0]], -step),
        _end(path, weights, most_break, effects[at[-1]], step),
    )


def breakdown(path: EventPath, weights: Numbers) -> float | None:
    """The largest Mbar at which nought is still outside; None when it is inside from the first.

    In steps of 0.05; not looked for beyond 3.
    """
    nought = np.zeros(1)
    borne = None
    for most_break in np.arange(0, MOST_BREAK + BREAK_STEP / 2, BREAK_STEP):
        if holds(path, weights, most_break, nought)[0]:
            break
        borne = round(float(most_break), 2)
    return borne


def holds(path: EventPath, weights: Numbers, most_break: float, effects: Numbers) -> Marks:
    """Which effects the test does not reject under any of the bounds."""
    held = np.zeros(effects.size, dtype=bool)
    for moments in _bounds(path, most_break):
        held |= _not_rejected(path, weights, moments, effects)
    return held


def _bounds(path: EventPath, most_break: float) -> Iterator[Numbers]:
    """Of each polyhedron: rows a with a @ (breaks) <= 0, after the change only."""
    years = path.estimates.size
    levels = np.insert(np.eye(years), path.before, 0, axis=0)
    steps = np.diff(levels, axis=0)
    after = steps[path.before :]
    for before in steps[: path.before]:
        for sign in (1, -1):
            largest = most_break * sign * before
            yield np.vstack([after - largest, -after - largest])


def _not_rejected(path: EventPath, weights: Numbers, moments: Numbers, effects: Numbers) -> Marks:
    spread = moments @ path.covariance @ moments.T
    of_effect, of_others = _split(moments[:, path.before :], weights)
    corners = _corners(of_others, np.sqrt(np.diag(spread)))
    gaps = corners @ ((moments @ path.estimates)[:, None] - np.outer(of_effect, effects))
    best = gaps.argmax(axis=0)
    largest = gaps[best, np.arange(effects.size)]
    covariance = corners @ spread @ corners.T
    variance = np.diag(covariance)[best]
    # Each corner's value as a line in the best one's, the rest of the estimates held as they are.
    slope = covariance[:, best] / variance
    with np.errstate(divide="ignore", invalid="ignore"):
        meets = (gaps - slope * largest) / (1 - slope)
    lower = np.where(slope < 1 - ROUNDING, meets, -np.inf).max(axis=0)
    upper = np.where(slope > 1 + ROUNDING, meets, np.inf).min(axis=0)
    return largest <= np.maximum(_limit(np.sqrt(variance), lower, upper), 0)


def _split(after: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
    """Columns of the years after as one for the weighted effect and the others, left free."""
    at = int(np.abs(weights).argmax())
    others = np.delete(np.arange(weights.size), at)
    of_effect = after[:, at] / weights[at]
    return of_effect, after[:, others] - np.outer(of_effect, weights[others])


def _corners(of_others: Numbers, errors: Numbers) -> Numbers:
    """Corners of {g >= 0, g @ of_others = 0, g @ errors = 1}: one row each."""
    fixed = np.column_stack([of_others, errors]).T
    wanted = np.zeros(fixed.shape[0])
    wanted[-1] = 1
    chosen = np.array(list(combinations(range(fixed.shape[1]), fixed.shape[0])))
    squares = fixed[:, chosen].transpose(1, 0, 2)
    sized = squares / np.linalg.norm(squares, axis=1, keepdims=True)
    sound = np.abs(np.linalg.det(sized)) > ROUNDING
    solved = np.linalg.solve(squares[sound], np.tile(wanted, (int(sound.sum()), 1))[..., None])
    solved = solved[..., 0]
    positive = (solved >= -ROUNDING * np.abs(solved).max(axis=1, keepdims=True)).all(axis=1)
    corners = np.zeros((int(positive.sum()), fixed.shape[1]))
    np.put_along_axis(corners, chosen[sound][positive], solved[positive].clip(0), axis=1)
    return corners


def _limit(error: Numbers, lower: Numbers, upper: Numbers) -> Numbers:
    """The LEVEL quantile of a normal about nought, known to lie between the two."""
    # In logarithms: far out in the tail the shares themselves are nought.
    above_lower, above_upper = log_ndtr(-lower / error), log_ndtr(-upper / error)
    above = np.logaddexp(np.log(1 - LEVEL) + above_lower, np.log(LEVEL) + above_upper)
    return -error * ndtri_exp(above)


def _end(path: EventPath, weights: Numbers, most_break: float, inside: float, step: float) -> float:
    """The last effect that is held, between `inside` and one step on."""
    for _ in range(CLOSER):
        effects = inside + step * np.linspace(0, 1, GRID)
        held = np.flatnonzero(holds(path, weights, most_break, effects))
        if held.size:
            inside = float(effects[held[-1]])
        step /= GRID - 1
    return float(inside)


def _error(path: EventPath, weights: Numbers) -> float:
    after = path.covariance[path.before :, path.before :]
    return float(np.sqrt(weights @ after @ weights))
