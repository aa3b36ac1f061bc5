"""Our estimator on the authors' own file gives what Bach-Mortensen, Goodair and Barlow published.

Needs the file: set PUBLIC_POUND_MIRROR to a folder that holds it. The file is for checks only.
"""

import os
import tomllib
from pathlib import Path

import numpy as np
import polars as pl
import pyfixest
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize

from inference.panel.causal_language import causal_words
from inference.panel.estimation import fit_panel
from inference.panel.sample import Specification
from tests.own_code import ROOT

FILE = "delivery/childrens_outsourcing/placement_data_final.csv.gz"
PUBLISHED = ROOT / "data" / "delivery" / "published_results.toml"
RECORD = tomllib.loads(PUBLISHED.read_text("utf-8"))
RESULTS = RECORD["result"]
EDITION = ROOT / "data" / "edition"
OUTCOMES = {
    "placed_outside_council": "per_outside_LA",
    "placement_disruption": "per_less_than_2yrs",
}
EXPOSURE = "per_for_profit"
BALANCED = ["per_short_term", "Total_spend"]
COVARIATES = (
    "per_foster_percent",
    "per_white_percent",
    "per_female_percent",
    "CLA_Mar",
    *BALANCED,
)
# pandas warns pyfixest, not us.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def frame():
    folder = os.environ.get("PUBLIC_POUND_MIRROR")
    if not folder:
        pytest.skip("PUBLIC_POUND_MIRROR names no folder with the authors' file")
    read = pl.read_csv(Path(folder) / FILE, null_values=["NA", "c", "z"], infer_schema_length=None)
    numbers = [pl.col(name).cast(pl.Float64) for name in (EXPOSURE, *COVARIATES)]
    whole = read.rename({"New_geog_code": "council"}).with_columns(numbers)
    weighed = whole.drop_nulls([EXPOSURE, *COVARIATES])
    weight = balancing(weighed[EXPOSURE].to_numpy(), weighed.select(BALANCED).to_numpy())
    weighed = weighed.select("council", "year", weight=pl.Series(weight))
    return whole.join(weighed, on=["council", "year"], how="left")


def balancing(exposure: NDArray, covariates: NDArray) -> NDArray:
    """Weights under which exposure and covariates do not go together and keep their means.

    The non-parametric covariate balancing propensity score of Fong, Hazlett and Imai 2018, by
    empirical likelihood with exact balance: the authors' package allows a little imbalance.
    """
    n = exposure.size
    x = covariates - covariates.mean(axis=0)
    x = x @ np.linalg.cholesky(np.linalg.inv(np.cov(x.T)))
    t = (exposure - exposure.mean()) / exposure.std()
    held = np.column_stack([x * t[:, None], x, t])

    def against(multiplier: NDArray) -> tuple[float, NDArray]:
        """Minus the logarithm, continued by its parabola below 1/n (Owen 2001)."""
        inside = 1 + held @ multiplier
        safe = np.maximum(inside, 1 / n)
        parabola = np.log(1 / n) - 1.5 + 2 * n * inside - (n * inside) ** 2 / 2
        slope = np.where(inside > 1 / n, 1 / safe, 2 * n - n**2 * inside)
        return -np.where(inside > 1 / n, np.log(safe), parabola).sum(), -slope @ held

    found = minimize(against, np.zeros(held.shape[1]), jac=True, method="BFGS")
    return 1 / (1 + held @ found.x)


def fitted(frame, result, weight=None):
    return fit_panel(
        frame, Specification(OUTCOMES[result["result"]], EXPOSURE, COVARIATES, weight=weight)
    )


@pytest.mark.parametrize("result", RESULTS, ids=lambda one: one["result"])
def test_with_the_authors_weights_it_is_the_published_figure(frame, result):
    made = fitted(frame, result, weight="weight").exposure
    assert round(made["estimate"], 2) == result["estimate"]
    # Theirs are 1.96 errors of another small-sample correction (CR2).
    assert made["lower"] == pytest.approx(result["lower"], abs=0.01)
    assert made["upper"] == pytest.approx(result["upper"], abs=0.01)


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("result", RESULTS, ids=lambda one: one["result"])
def test_what_is_kept_beside_the_published_figure_is_worked_out_again(frame, result, weight):
    made = fitted(frame, result, weight)
    kept = result["recomputed"]["weighted" if weight else "plain"]
    for name in ("estimate", "lower", "upper"):
        assert made.exposure[name] == pytest.approx(kept[name], abs=0.00006)
    assert (made.n, made.councils) == (kept["n"], kept["councils"])
    assert f"{made.years[0]} to {made.years[-1]}" == kept["period"]


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("result", RESULTS, ids=lambda one: one["result"])
def test_on_the_same_file_pyfixest_gives_the_same_to_six_digits(frame, result, weight):
    outcome = OUTCOMES[result["result"]]
    made = fitted(frame, result, weight)
    data = frame.select("council", "year", outcome, EXPOSURE, *COVARIATES, "weight")
    fit = pyfixest.feols(
        f"{outcome} ~ {' + '.join((EXPOSURE, *COVARIATES))} | council + year",
        (data.drop_nulls() if weight else data.drop("weight")).to_pandas(),
        vcov={"CRV1": "council"},
        weights=weight,
    )
    theirs = fit.tidy()[["Estimate", "Std. Error", "2.5%", "97.5%"]].to_numpy()
    ours = made.coefficients.select("estimate", "standard_error", "lower", "upper").to_numpy()
    assert ours == pytest.approx(theirs, rel=1e-6)
    assert made.n == fit._N


def of_the_edition(bridge):
    """council, year to March, and our outcome and share of private places, where they are asked."""
    starts = pl.col("period").str.slice(0, 4).cast(pl.Int64)
    parts = []
    if bridge["outcome"] != "theirs":
        values = pl.read_parquet(EDITION / "value.parquet").filter(measure=bridge["outcome"])
        parts.append(values.select("council", year=starts + 1, ours=pl.col("value")))
    if bridge["exposure"] != "theirs":
        part, model = bridge["exposure"].split("|")
        delivery = pl.read_parquet(EDITION / "delivery.parquet")
        held = delivery.filter(pl.col("delivery_service") == part, pl.col("model") == model)
        # Places are counted on 31 March.
        parts.append(held.select("council", year=starts, share=pl.col("share_pct")))
    return parts


@pytest.mark.parametrize("bridge", RECORD["bridge"], ids=lambda one: one["outcome"])
def test_half_of_theirs_and_half_of_ours_is_what_is_kept(frame, bridge):
    codes = pl.read_parquet(EDITION / "place_code.parquet").filter(scheme="gss")
    joined = frame.rename({"council": "code"}).join(
        codes.select("code", "council").unique("code"), on="code"
    )
    joined = joined.filter(pl.col("year").is_between(2016, 2022))
    for part in of_the_edition(bridge):
        joined = joined.join(part, on=["council", "year"], how="left")
    outcome = OUTCOMES[bridge["result"]] if bridge["outcome"] == "theirs" else "ours"
    exposure = EXPOSURE if bridge["exposure"] == "theirs" else "share"
    made = fit_panel(joined, Specification(outcome, exposure))
    for name in ("estimate", "lower", "upper"):
        assert made.exposure[name] == pytest.approx(bridge[name], abs=0.00006)
    assert (made.n, made.councils) == (bridge["n"], bridge["councils"])


def test_what_is_nearest_of_ours_is_in_the_edition():
    measures = set(pl.read_parquet(EDITION / "measure.parquet")["measure"])
    parts = set(pl.read_parquet(EDITION / "delivery_service.parquet")["delivery_service"])
    assert {one["measure"] for one in RECORD["nearest"]} <= measures
    assert {one["delivery_service"] for one in RECORD["nearest"]} <= parts
    assert [one["result"] for one in RECORD["nearest"]] == [one["result"] for one in RESULTS]


def test_words_about_the_difference_claim_no_more_than_an_association():
    said = [text for one in RECORD["nearest"] for text in one["differs"]]
    said += [one["says"] for one in RECORD["bridge"]]
    assert [causal_words(text) for text in said if causal_words(text)] == []
