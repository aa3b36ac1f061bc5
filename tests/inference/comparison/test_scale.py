"""Scales: there and back, and errors against the delta method and against drawn counts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.comparison.scale import Scale, multiplier, scale_for

SCALES = [Scale("arcsine", 100), Scale("root", 1000), Scale("log"), Scale("plain")]


@pytest.mark.parametrize("scale", SCALES, ids=lambda one: one.name)
@given(st.floats(1e-3, 100))
def test_a_figure_comes_back_from_its_scale(scale, value):
    assert scale.back(scale.onto(np.array([value])))[0] == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize("scale", SCALES, ids=lambda one: one.name)
@given(st.floats(1e-3, 100), st.floats(1e-3, 100))
def test_the_order_of_figures_stays(scale, one, other):
    placed = scale.onto(np.array(sorted([one, other])))
    assert placed[0] <= placed[1]


def test_ends_are_kept_within_what_a_figure_can_be():
    share, rate = Scale("arcsine", 100), Scale("root", 1000)
    assert share.back(np.array([-0.5, 9.0])).tolist() == pytest.approx([0.0, 100.0])
    assert rate.back(np.array([-0.5])).tolist() == [0.0]
    assert share.onto(np.array([0.0, 100.0])).tolist() == pytest.approx([0, np.pi / 2])
    with np.errstate(all="raise"):
        assert not np.isfinite(Scale("log").onto(np.array([0.0]))).any()


@pytest.mark.parametrize("theta", [0.05, 0.3, 0.5, 0.8])
def test_the_error_of_a_share_is_the_delta_methods_whatever_the_share(theta):
    """d/dp arcsin(root p) = 1 / (2 root(p (1 - p))), times the error of p."""
    people = np.array([50.0, 400.0, 12_000.0])
    of_share = np.sqrt(theta * (1 - theta) / people)
    slope = 1 / (2 * np.sqrt(theta * (1 - theta)))
    assert Scale("arcsine", 100).error_by_size(people) == pytest.approx(slope * of_share)


@pytest.mark.parametrize("rate", [4.0, 40.0, 900.0])
def test_the_error_of_a_rate_is_the_delta_methods_whatever_the_rate(rate):
    """d/dr root r = 1 / (2 root r), times the error of r: root(r per / people)."""
    people = np.array([500.0, 4000.0, 120_000.0])
    of_rate = np.sqrt(rate * 1000 / people)
    slope = 1 / (2 * np.sqrt(rate))
    assert Scale("root", 1000).error_by_size(people) == pytest.approx(slope * of_rate)


@pytest.mark.parametrize("theta", [0.1, 0.5, 0.85])
def test_drawn_shares_vary_by_the_error(theta):
    chance, scale = np.random.default_rng(4), Scale("arcsine", 100)
    drawn = scale.onto(100 * chance.binomial(400, theta, 40_000) / 400)
    assert drawn.std() == pytest.approx(scale.error_by_size(np.array([400.0]))[0], rel=0.02)


@pytest.mark.parametrize("rate", [20.0, 200.0])
def test_drawn_rates_vary_by_the_error(rate):
    chance, scale = np.random.default_rng(5), Scale("root", 1000)
    drawn = scale.onto(1000 * chance.poisson(rate * 5, 40_000) / 5000)
    assert drawn.std() == pytest.approx(scale.error_by_size(np.array([5000.0]))[0], rel=0.02)


@pytest.mark.parametrize("name", ["log", "plain"])
def test_without_counts_a_size_gives_no_error(name):
    assert not Scale(name).counted
    with pytest.raises(ValueError, match="gives no error"):
        Scale(name).error_by_size(np.array([10.0]))


@pytest.mark.parametrize(
    ("method", "unit", "scale"),
    [
        ("wilson", "%", Scale("arcsine", 100)),
        ("wilson", "per 1,000 discharges", Scale("arcsine", 1000)),
        ("byar", "per 1,000 households", Scale("root", 1000)),
        ("byar", "%", Scale("root", 100)),
        ("published", "per 100,000 under 75", Scale("log")),
        ("published", "%", Scale("plain")),
        ("none", "per 1,000 residents", Scale("plain")),
        ("wilson", "days", Scale("plain")),
    ],
)
def test_the_scale_follows_from_the_limits_and_the_unit(method, unit, scale):
    assert scale_for(method, unit) == scale


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("%", 100), ("per 1,000 households", 1000), ("per 100,000 under 75", 100_000), ("days", None)],
)
def test_a_units_multiplier(unit, expected):
    assert multiplier(unit) == expected
