"""Models of need of the edition, worked out again with statsmodels from the same rows."""

import numpy as np
import polars as pl
import pytest
import statsmodels.api as sm
from scipy.optimize import brentq
from scipy.special import expit, logit
from scipy.stats import t as student

import queries
from components.answers import answer
from components.service.group import Group
from components.service.measure import looked, offered
from components.service.need import model
from inference.need.expectation import Expectation

SCALES = {
    "logit": (lambda v: logit(np.array(v) / 100), lambda y: 100 * expit(y)),
    "log": (np.log, np.exp),
    "identity": (np.asarray, np.asarray),
}

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


def rows_of(service, group, measure, covariates):
    """The model, and what it stands on as plain arrays in order of council."""
    where = Group({"service": service, "nation": "England", "comparison_group": group})
    row = next(row for row in offered(where) if row["measure"] == measure)
    one = looked(where, row)
    around = answer("service/circumstances", **where.takes, period=row["period"])
    made = model(one, around, covariates, standardised=False)
    assert isinstance(made, Expectation)
    frame = (
        one.compared.join(around.frame.select("council", *covariates), on="council")
        .drop_nulls(covariates)
        .sort("council")
    )
    return made, frame


def design_of(made, frame, covariates):
    columns = [frame[name].to_numpy().astype(float) for name in covariates]
    if made.region.used:
        regions = sorted(set(frame["region"]))
        columns += [(frame["region"] == name).to_numpy().astype(float) for name in regions[1:]]
    return sm.add_constant(np.column_stack(columns))


@pytest.mark.parametrize(
    ("service", "group", "measure", "covariates", "kind"),
    [
        (
            "children",
            "upper",
            "first_time_young_offenders",
            ["children_income_deprived_pct", "density_doublings"],
            "log",
        ),
        (
            "public_health",
            "upper",
            "healthy_life_expectancy_women",
            ["income_deprived_pct", "rural_pct"],
            "identity",
        ),
        (
            "environment",
            "district",
            "recycling_rate",
            ["density_doublings", "income_deprived_pct"],
            "logit",
        ),
    ],
)
def test_the_models_are_those_of_statsmodels(service, group, measure, covariates, kind):
    made, frame = rows_of(service, group, measure, covariates)
    onto, back = SCALES[kind]
    assert made.scale.kind == kind
    assert made.councils["council"].to_list() == frame["council"].to_list()
    y, x = onto(frame["value"].to_numpy()), design_of(made, frame, covariates)
    fit = sm.OLS(y, x).fit()
    shown = 1 + len(covariates)
    assert made.coefficients["on_scale"].to_numpy() == pytest.approx(fit.params[:shown], rel=1e-6)
    alone = sm.OLS(y, x[:, :shown]).fit()
    assert made.adjusted_r_squared == pytest.approx(alone.rsquared_adj, rel=1e-8)
    if made.region.used:
        assert made.region.p_value == pytest.approx(fit.compare_f_test(alone)[1], rel=1e-5)
    known = frame["lower"].is_not_null().all()
    upper, lower = frame["upper"].to_numpy(), frame["lower"].to_numpy()
    error = (onto(upper) - onto(lower)) / 3.92 if known else np.zeros(len(y))
    for own in range(0, len(y), 29):
        others = np.arange(len(y)) != own
        left = sm.OLS(y[others], x[others]).fit().get_robustcov_results("HC3", use_t=True)
        spread = beyond(left, error[others])
        variance = x[own] @ left.cov_params() @ x[own] + spread + error[own] ** 2
        half = student.ppf(0.975, left.df_resid) * variance**0.5
        middle = x[own] @ left.params
        row = made.councils.row(own, named=True)
        theirs = back(np.array([middle, middle - half, middle + half]))
        assert [row[c] for c in ("expected", "lower", "upper")] == pytest.approx(theirs, rel=1e-5)


def beyond(left, error):
    """The spread that makes each squared residual over its variance add up to the freedom."""

    def over(spread):
        return (left.resid**2 / (spread + error**2)).sum() - left.df_resid

    if not error.any():
        return left.mse_resid
    return brentq(over, 0, 4 * left.mse_resid) if over(0) > 0 else 0.0


def test_a_county_is_expected_from_the_income_of_its_residents():
    """Once the edition holds it: no council but the smallest is without income deprivation."""
    frame = answer(
        "service/circumstances",
        service="children",
        nation="England",
        comparison_group="upper",
        period="2024-25",
    ).frame
    counties = frame.join(answer("council/names").frame, on="council").filter(
        pl.col("council").is_in(["KEN", "SRY", "LAN"])
    )
    if counties["income_deprived_pct"].is_null().all():
        pytest.skip("the edition was built before counties had income deprivation")
    without = frame.filter(pl.col("income_deprived_pct").is_null())["council"]
    # Abolished before the index of 2025, which has no area of theirs.
    assert all(answer("council/about", council=one).one()["ends"] for one in without)
    by_name = dict(counties.select("council", "income_deprived_pct").iter_rows())
    assert by_name["LAN"] > by_name["KEN"] > by_name["SRY"]
