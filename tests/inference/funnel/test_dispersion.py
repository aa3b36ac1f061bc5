"""Spread beyond chance, against other libraries and a published example."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chi2_contingency, norm
from scipy.stats.mstats import winsorize
from statsmodels.stats.meta_analysis import combine_effects

from inference.funnel.dispersion import between_variance, left_of_chance, overdispersion, winsorised


def test_tau_of_the_bcg_trials_is_the_published_one():
    """Thirteen trials of the BCG vaccine (Colditz and others 1994, JAMA 271, 698-702), log
    relative risks. The random-effects literature gives Q = 152.23 and tau squared = 0.3088 by
    DerSimonian and Laird's method (so the documentation of R's metafor)."""
    treated = np.array([4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27])
    treated_well = np.array(
        [119, 300, 228, 13536, 5036, 1361, 2537, 87886, 7470, 1699, 50448, 2493, 16886]
    )
    control = np.array([11, 29, 11, 248, 47, 372, 10, 499, 45, 65, 141, 3, 29])
    control_well = np.array(
        [128, 274, 209, 12619, 5761, 1079, 619, 87892, 7232, 1600, 27197, 2338, 17825]
    )
    treated_all, control_all = treated + treated_well, control + control_well
    effect = np.log((treated / treated_all) / (control / control_all))
    variance = 1 / treated - 1 / treated_all + 1 / control - 1 / control_all
    mean = np.average(effect, weights=1 / variance)
    q = float(((effect - mean) ** 2 / variance).sum())
    assert q == pytest.approx(152.23, abs=0.01)
    assert between_variance(q, np.sqrt(variance)) == pytest.approx(0.3088, abs=0.0001)


@given(
    cases=arrays(np.int64, 20, elements=st.integers(1, 400)),
    people=arrays(np.int64, 20, elements=st.integers(500, 5000)),
)
def test_chi_squared_and_tau_agree_with_scipy_and_statsmodels(cases, people):
    """Without winsorising: scores about the pooled share are Pearson's and Cochran's."""
    target = cases.sum() / people.sum()
    error = np.sqrt(target * (1 - target) / people)
    share = cases / people
    made = overdispersion((share - target) / error, error, share=0)
    theirs = chi2_contingency(np.array([cases, people - cases]), correction=False)
    assert made.chi_squared == pytest.approx(theirs.statistic, rel=1e-9, abs=1e-9)
    assert made.p_value == pytest.approx(theirs.pvalue, rel=1e-7, abs=1e-12)
    assert made.phi == made.phi_raw == pytest.approx(theirs.statistic / 20)
    with np.errstate(all="ignore"):  # it also makes intervals, which equal shares do not have
        meta = combine_effects(share, error**2, method_re="dl")
    assert made.tau**2 == pytest.approx(max(meta.tau2, 0), rel=1e-7, abs=1e-15)


@given(arrays(np.float64, 41, elements=st.floats(-50, 50)))
def test_winsorised_scores_are_pulled_in_and_not_thrown_away(z):
    """With 41 scores the 10th percentile is the fifth lowest, as scipy counts it too."""
    made = winsorised(z)
    assert made.size == z.size
    theirs = winsorize(z, limits=(4 / 41, 4 / 41))
    assert np.sort(made) == pytest.approx(np.sort(np.asarray(theirs)))


def test_a_few_outliers_do_not_make_phi():
    z = np.concatenate([np.linspace(-1, 1, 96), [40, 45, -50, 60]])
    made = overdispersion(z, np.ones(100))
    assert made.phi_raw > 50
    assert made.phi < 1
    assert not made.more_than_chance
    assert made.tau == 0


@pytest.mark.parametrize("share", [0, 0.01, 0.1, 0.25])
def test_phi_of_chance_alone_is_one_however_much_is_winsorised(share):
    """By the integral over the normal, and over many drawn scores."""
    end = norm.ppf(1 - share)
    assert left_of_chance(share) == pytest.approx(norm.expect(lambda z: np.clip(z, -end, end) ** 2))
    z = np.random.default_rng(8).normal(size=200_000)
    assert overdispersion(z, np.ones(z.size), share=share).phi == pytest.approx(1, abs=0.01)


def test_widening_is_by_phi_or_by_tau_and_never_narrows():
    made = overdispersion(np.linspace(-6, 6, 100), np.linspace(1, 3, 100))
    error = np.array([1.0, 2.0])
    assert made.more_than_chance
    assert made.widened(error, "multiplicative") == pytest.approx(error * made.phi**0.5)
    assert made.widened(error, "additive") == pytest.approx(np.sqrt(error**2 + made.tau**2))
    assert made.widened(error, "none") is error
    calm = overdispersion(np.linspace(-1, 1, 100), np.ones(100))
    assert calm.widened(error, "multiplicative") == pytest.approx(error)
