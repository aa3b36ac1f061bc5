"""Every trend of a few councils, worked out again from the edition with statsmodels and scipy."""

import re
from collections import Counter
from itertools import combinations, permutations

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import chi2, kendalltau, theilslopes

import queries
from findings.judgements import trend_of
from queries import ask

COUNCILS = ["LDS", "KEN", "HCK", "GLG"]
KINDS = ["outcome", "activity", "context", "spend"]
ENDS_OF_YEARS = {"-": 3, "/": 8}

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


def broken_at(name):
    """Year and month in which the first period of a new series ends."""
    if found := re.fullmatch(r"(\d{4})([-/])\d\d", name):
        return int(found[1]) + 1, ENDS_OF_YEARS[found[2]]
    return int(name[-4:]), 12


def points_of(series):
    """The points in a row, of the month that has most of them, since the newest break."""
    rows = [
        row
        for row in series.sort("ends").rows(named=True)
        if row["value"] is not None and row["left_out_because"] in (None, "joint", "sparse")
    ]
    if not rows:
        return []
    last = max(row["ends"] for row in rows)
    begun = [broken_at(name) for name in rows[0]["breaks"] or []]
    newest = max((one for one in begun if one <= (last.year, last.month)), default=(0, 0))
    rows = [row for row in rows if (row["ends"].year, row["ends"].month) >= newest]
    months = Counter(row["ends"].month for row in rows)
    most = max(months.values())
    chosen = max(
        (month for month in months if months[month] == most),
        key=lambda month: max(row["ends"] for row in rows if row["ends"].month == month),
    )
    return [row for row in rows if row["ends"].month == chosen]


def weighted(rows):
    year = np.array([row["ends"].year for row in rows], dtype=float)
    error = np.array([row["upper"] - row["lower"] for row in rows]) / 3.92
    fit = sm.WLS(
        [row["value"] for row in rows], sm.add_constant(year - year.mean()), weights=1 / error**2
    ).fit(cov_type="fixed scale")
    return fit.params[1], chi2.sf(fit.tvalues[1] ** 2, 1)


def by_order(rows):
    year, value = [row["ends"].year for row in rows], [row["value"] for row in rows]
    slope = theilslopes(value, year).slope
    if len(set(value)) == len(value):
        return slope, kendalltau(year, value, method="exact").pvalue
    return slope, chance_in_every_order(tuple(value))


def chance_in_every_order(value):
    first, second = zip(*combinations(range(len(value)), 2), strict=True)
    orders = np.array(list(permutations(value)))
    balances = np.sign(orders[:, second] - orders[:, first]).sum(axis=1)
    return (np.abs(balances) >= abs(balances[0])).mean()


def told(rows, test):
    """rising, falling or no_change: at 99.8%, and at 95% with any one left out."""
    slope, chance = test(rows)
    without = [test(rows[:out] + rows[out + 1 :]) for out in range(len(rows))]
    holds = all(other * slope > 0 and still < 0.05 for other, still in without)
    if chance >= 0.002 or not holds:
        return "no_change"
    return "rising" if slope > 0 else "falling"


@pytest.mark.parametrize("council", COUNCILS)
def test_every_trend_is_that_of_independent_libraries(council):
    series = ask("council/outcome_series", council=council, kinds=KINDS)
    ways = Counter()
    for (measure,), rows in series.partition_by("measure", as_dict=True).items():
        ours = trend_of(rows)
        ways[ours.way] += 1
        if ours.way == "not_tested":
            continue
        assert ours.n_points == (5 if ours.method == "weighted" else 8), measure
        points = points_of(rows)[-ours.n_points :]
        assert len(points) == ours.n_points, measure
        test = weighted if ours.method == "weighted" else by_order
        assert (ours.method == "order") >= rows["stock"][0], measure
        assert ours.slope_per_year == pytest.approx(test(points)[0], rel=1e-6, abs=1e-9), measure
        assert ours.way == told(points, test), measure
    assert ways["rising"] + ways["falling"] > 0
    assert ways["no_change"] > 0
