"""Robust sets against those that the authors' own package prints for a published study.

Benzarti and Carloni 2019 (value-added tax of French restaurants; profits): the estimates and their
covariance are BCdata_EventStudy of the R package HonestDiD (Rambachan and Roth), to ten digits. The
sets are those that its methods Conditional and C-LF give alike on a grid of 100 points from -1 to 1
(README of the tests of its Stata twin, stata-honestdid).
"""

import numpy as np
import pytest
from scipy import optimize, stats

from inference.events.sensitivity import (
    LEVEL,
    EventPath,
    _corners,
    _not_rejected,
    breakdown,
    holds,
    robust_interval,
)

ESTIMATES = np.array(
    [
        0.006696351804,
        0.02934503369,
        -0.006472972222,
        0.0730149895,
        0.1959611177,
        0.3120639026,
        0.2395415455,
        0.1260425001,
    ]
)
# Upper triangle, row by row.
COVARIANCE = """
0.0008428358124 0.0004768686777 0.0002618051076 0.0002354220342
0.0001676371467 0.0001128707663 1.992816215e-05 -0.0001368265366
0.0006425420288 0.0003987425007 0.0002435515198 0.0002201960306
0.0001804591157 3.84376508e-05 -2.960421989e-05
0.0005229949602 0.000211768609 0.0001840722252 0.000145852784 7.005197403e-05 5.952994979e-05
0.0003089595411 0.0001197866077 0.0001334081317 0.0001016335009 0.0001079051726
0.000359970436 0.0002478818642 0.0001749579242 0.0001654256921
0.0004263949813 0.0002171437809 0.0002892747871
0.0004886697861 0.0003805322049
0.000761739444
"""
GRID = np.linspace(-1, 1, 100)
FIRST, THIRD = np.eye(4)[0], np.eye(4)[2]
# Mbar -> lower and upper end on that grid, as printed.
PRINTED = [
    (FIRST, 0.0, 0.172, 0.232),
    (FIRST, 0.5, 0.131, 0.253),
    (FIRST, 1.0, 0.0707, 0.313),
    (FIRST, 1.5, 0.0303, 0.354),
    (FIRST, 2.0, -0.0303, 0.414),
    (THIRD, 0.0, 0.212, 0.273),
    (THIRD, 0.5, 0.0707, 0.414),
    (THIRD, 1.0, -0.0909, 0.576),
    (THIRD, 1.5, -0.253, 0.737),
    (THIRD, 2.0, -0.434, 0.919),
]


@pytest.fixture(scope="module")
def published() -> EventPath:
    upper = np.zeros((8, 8))
    upper[np.triu_indices(8)] = [float(number) for number in COVARIANCE.split()]
    return EventPath(ESTIMATES, upper + np.triu(upper, 1).T, before=4)


@pytest.mark.parametrize(("weights", "most", "lower", "upper"), PRINTED)
def test_on_the_packages_grid_the_sets_are_those_it_prints(published, weights, most, lower, upper):
    held = GRID[holds(published, weights, most, GRID)]
    assert held[0] == pytest.approx(lower, abs=0.0006)
    assert held[-1] == pytest.approx(upper, abs=0.0006)


@pytest.mark.parametrize(("weights", "most", "lower", "upper"), PRINTED)
def test_between_the_points_of_a_grid_the_ends_are_found(published, weights, most, lower, upper):
    """Outside the last point that is held, and within the next."""
    low, high = robust_interval(published, weights, most)
    step = GRID[1] - GRID[0]
    assert lower - step - 0.0006 <= low <= lower + 0.0006
    assert upper - 0.0006 <= high <= upper + step + 0.0006
    for end, out in ((low, -1e-4), (high, 1e-4)):
        assert holds(published, weights, most, np.array([end]))[0]
        assert not holds(published, weights, most, np.array([end + out]))[0]


def test_the_published_finding_holds_until_the_break_is_about_as_large_as_before(published):
    """The packages' vignettes: the first year's bears a break of 1.5 times, not one of 2."""
    assert 1.5 < breakdown(published, FIRST) < 2
    assert 0.5 < breakdown(published, THIRD) < 1
    assert breakdown(EventPath(ESTIMATES * 0.01, published.covariance, 4), FIRST) is None
    strong = EventPath(np.r_[np.zeros(4), np.full(4, 9.0)], published.covariance * 1e-6, 4)
    assert breakdown(strong, FIRST) == 3


def test_each_statistic_is_the_linear_programmes(published):
    """The largest corner is the least slack that the moments need, by scipy's own solver."""
    chance = np.random.default_rng(3)
    for _ in range(20):
        of_others, errors = chance.normal(size=(8, 3)), chance.uniform(0.5, 2, 8)
        values = chance.normal(size=8)
        corners = _corners(of_others, errors)
        found = optimize.linprog(
            np.r_[1, np.zeros(3)],
            A_ub=-np.column_stack([errors, of_others]),
            b_ub=-values,
            bounds=[(None, None)] * 4,
        )
        if found.status == 3:
            assert not corners.size
            continue
        assert (corners @ values).max() == pytest.approx(found.fun)
        assert corners @ of_others == pytest.approx(np.zeros((len(corners), 3)), abs=1e-9)


def in_other_words(path: EventPath, moments: np.ndarray, effect: float) -> bool:
    """The conditional test of two years after and their first, step by step: the interval in which
    the best corner stays best is looked for along the line, and scipy truncates the normal."""
    spread = moments @ path.covariance @ moments.T
    values = moments @ path.estimates - moments[:, path.before] * effect
    corners = _corners(moments[:, path.before + 1 :], np.sqrt(np.diag(spread)))
    best = corners[(corners @ values).argmax()]
    largest, variance = best @ values, best @ spread @ best
    along = spread @ best / variance
    rest = values - along * largest

    def stays(at: float) -> bool:
        return bool((corners @ (rest + along * at)).max() <= at + 1e-9)

    error = variance**0.5
    ends = []
    for way in (-1, 1):
        near, far = 0.0, 60.0 * error
        if stays(largest + way * far):
            ends.append(way * np.inf)
            continue
        for _ in range(80):
            middle = (near + far) / 2
            near, far = (middle, far) if stays(largest + way * middle) else (near, middle)
        ends.append(largest + way * near)
    limit = stats.truncnorm.ppf(LEVEL, ends[0] / error, ends[1] / error, scale=error)
    return bool(largest <= max(limit, 0))


def test_each_verdict_is_the_conditional_tests_in_other_words():
    chance, turned = np.random.default_rng(12), 0
    for _ in range(60):
        root = chance.normal(size=(4, 4))
        path = EventPath(chance.normal(0, 3, 4), root @ root.T, before=2)
        after, largest = chance.normal(size=(3, 4)), chance.normal(size=(1, 4)) * [1, 1, 0, 0]
        moments = np.vstack([after - largest, -after - largest])
        effects = np.linspace(-8, 8, 33)
        found = _not_rejected(path, np.array([1.0, 0.0]), moments, effects)
        told = [in_other_words(path, moments, effect) for effect in effects]
        assert found.tolist() == told
        turned += len(set(told)) == 2
    assert turned > 10, "both verdicts are met"


def test_with_one_year_after_it_needs_no_others():
    """Without a break it is the one estimate's, to the tails of a two-sided test."""
    path = EventPath(np.array([0.0, 2.0]), np.diag([1e-12, 1.0]), before=1)
    low, high = robust_interval(path, np.ones(1), 0)
    half = stats.norm.ppf(0.975)
    assert (low, high) == pytest.approx((2 - half, 2 + half), abs=1e-3)


def test_sets_hold_the_truth_when_the_trend_breaks_as_much_as_before():
    """Break of one before and of one after, no effect: 95% of sets hold nought, at least."""
    chance, held = np.random.default_rng(8), 0
    truth = np.array([1.0, 0.0, 1.0, 2.0])  # Two years before (a step of one), then up by ones.
    spread = 0.2 * (np.eye(4) + 0.5)
    for drawn in chance.multivariate_normal(truth, spread, 300):
        path = EventPath(drawn, spread, before=2)
        held += bool(holds(path, path.mean(), 1.0, np.zeros(1))[0])
    assert held >= 300 * 0.95 - 2 * (300 * 0.05 * 0.95) ** 0.5
