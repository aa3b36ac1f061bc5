"""On which scale a figure is modelled, and that it comes back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit

from inference.need.scale import Scale, scale_for

MANY = np.linspace(5, 95, 40)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", "logit"),
        ("£ per head", "log"),
        ("£", "log"),
        ("per 1,000 households", "log"),
        ("kg per household", "log"),
        ("% of requirement", "log"),
        ("score", "identity"),
        ("percentage points", "identity"),
        ("years", "identity"),
    ],
)
def test_the_unit_says_the_scale(unit, kind):
    assert scale_for(unit, MANY).kind == kind


def test_figures_that_have_no_logarithm_stay_as_they_are():
    assert scale_for("£ per head", np.append(MANY, -3.0)).kind == "identity"
    assert scale_for("%", np.append(MANY, 104.0)).kind == "identity"
    assert scale_for("%", np.append(MANY, [0.0, 0.0, 100.0])).kind == "identity"
    assert scale_for("%", np.append(MANY, [0.0, 0.0])).kind == "logit"
    assert scale_for("%", np.append(np.linspace(5, 95, 55), [0.0] * 3)).kind == "identity"
    assert scale_for("per 1,000 people", np.append(MANY, [0.0, 0.0, 0.0])).kind == "identity"


def test_nought_counts_as_half_of_the_last_place():
    shares = scale_for("%", np.append(MANY, 0.0), decimals=1)
    assert shares.back(shares.onto([0.0, 100.0])) == pytest.approx([0.05, 99.95])
    rates = scale_for("per 1,000 people", np.append(MANY, 0.0), decimals=0)
    assert rates.back(rates.onto(0.0)) == pytest.approx(0.5)


@given(st.floats(0.1, 99.9), st.sampled_from(["logit", "log", "identity"]))
def test_a_figure_comes_back_and_its_slope_is_that_of_the_scale(value, kind):
    scale = Scale(kind, 0.05)
    made = float(scale.onto(value))
    assert float(scale.back(made)) == pytest.approx(value)
    step = 1e-5
    rise = (scale.back(made + step) - scale.back(made - step)) / (2 * step)
    assert scale.slope(made) == pytest.approx(float(rise), rel=1e-4)


def test_logits_are_scipys():
    scale = Scale("logit", 0.05)
    assert scale.onto(MANY) == pytest.approx(logit(MANY / 100))
    assert scale.back(np.array([-2.0, 0, 3])) == pytest.approx(100 * expit([-2.0, 0, 3]))
