"""The recent-trend test against statsmodels and against Fingertips' own expected markers."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chi2

from inference.comparison.trend import CHI_SQUARED_LIMIT, meaning, recent_trend, split_at_breaks
from inference.intervals import wilson

YEARS = [2010, 2011, 2012, 2013, 2014]


def of_proportions(counts, denominators, years=None, **options):
    lower, upper = wilson(counts, denominators, per=100)
    values = [100 * c / d for c, d in zip(counts, denominators, strict=True)]
    years = years or list(range(2010, 2010 + len(counts)))
    return recent_trend(years, values, lower.tolist(), upper.tolist(), **options)


@pytest.mark.parametrize(
    ("counts", "denominators", "way"),
    [
        ([621, 599, 556, 535, 447], [3454, 3195, 3256, 3227, 3121], "falling"),
        ([2157, 2090, 2194, 2134.81, 2094], [3454, 3195, 3256, 3152, 3062], "rising"),
        ([8116, 8145, 8222, 8506, 8728], [91530, 91773, 92088, 92238, 92665.89], "rising"),
        ([5405, 5500, 5435, 5480, 5315], [18095, 18170, 18005, 17890, 17860], "no_change"),
        ([22435, 22445, 21365, 20955, 19055], [65880, 67900, 68705, 69835, 70910], "falling"),
    ],
)
def test_markers_are_those_fingertips_expects(counts, denominators, way):
    """Series and expected markers of the test of Fingertips' trend marker calculator
    (UKHSA, fingertips-open, WhenUsingTrendMarkerCalculator, series 1, 2, 3, 5 and 5a)."""
    assert of_proportions(counts, denominators).way == way


def test_the_limit_is_the_99_8th_percentile_of_chi_squared():
    assert pytest.approx(chi2.ppf(0.998, 1)) == CHI_SQUARED_LIMIT


@given(
    st.lists(st.floats(-1000, 1000), min_size=5, max_size=5),
    st.lists(st.floats(0.1, 50), min_size=5, max_size=5),
    st.lists(st.integers(1, 4), min_size=5, max_size=5),
)
def test_slope_and_chi_squared_agree_with_weighted_least_squares(values, halves, gaps):
    years = (2000 + np.cumsum(gaps)).tolist()
    lowers = [v - h for v, h in zip(values, halves, strict=True)]
    uppers = [v + h for v, h in zip(values, halves, strict=True)]
    assume(all(u > low for low, u in zip(lowers, uppers, strict=True)))
    made = recent_trend(years, values, lowers, uppers)
    errors = (np.array(uppers) - np.array(lowers)) / 3.92
    design = sm.add_constant(np.array(years) - years[2])
    fit = sm.WLS(values, design, weights=1 / errors**2).fit(cov_type="fixed scale")
    assert made.slope_per_year == pytest.approx(fit.params[1], rel=1e-6, abs=1e-8)
    assert made.chi_squared == pytest.approx(float(fit.tvalues[1] ** 2), rel=1e-6, abs=1e-8)


def test_a_steady_slope_within_chance_is_no_change():
    values = [10.0, 11.0, 12.0, 13.0, 14.0]
    made = recent_trend(YEARS, values, [v - 5 for v in values], [v + 5 for v in values])
    assert 0 < made.chi_squared < CHI_SQUARED_LIMIT
    assert (made.way, made.slope_per_year) == ("no_change", pytest.approx(1.0))


def test_one_outlying_point_does_not_make_a_trend():
    values = [50, 49, 49.5, 49, 70]
    made = recent_trend(YEARS, values, [v - 2 for v in values], [v + 2 for v in values])
    assert made.chi_squared > CHI_SQUARED_LIMIT
    assert made.way == "no_change"


def test_four_points_are_too_few_and_a_break_takes_the_earlier_ones_away():
    values = [10, 20, 30, 40, 50, 60]
    years = [2009, *YEARS]
    limits = [v - 1 for v in values], [v + 1 for v in values]
    assert recent_trend(years, values, *limits).way == "rising"
    broken = recent_trend(years, values, *limits, breaks=[2012])
    assert (broken.way, broken.reason, broken.n_points) == ("not_tested", "too_few_since_break", 3)
    four = recent_trend(years[2:], values[2:], limits[0][2:], limits[1][2:])
    assert (four.reason, four.needed) == ("too_few_points", 5)
    assert recent_trend(years, values, *limits, breaks=[2010]).way == "rising"
    assert recent_trend(years, values, *limits, breaks=[2040]).way == "rising"


def test_missing_years_are_stepped_over_and_the_latest_five_are_used():
    values = [90, 10, None, 20, 30, 40, 50]
    years = [2005, 2010, 2011, 2012, 2013, 2014, 2015]
    lowers = [None if v is None else v - 1 for v in values]
    uppers = [None if v is None else v + 1 for v in values]
    made = recent_trend(years, values, lowers, uppers)
    assert (made.way, made.first_year, made.last_year, made.n_points) == ("rising", 2010, 2015, 5)


def test_rows_in_any_order_give_the_same_answer():
    counts, denominators = [621, 599, 556, 535, 447], [3454, 3195, 3256, 3227, 3121]
    assert of_proportions(counts, denominators, YEARS) == of_proportions(
        counts[::-1], denominators[::-1], YEARS[::-1]
    )


@pytest.mark.parametrize("lower", [None, 50.0])
def test_a_point_without_a_real_interval_leaves_the_order_alone(lower):
    values = [10.0, 20.0, 30.0, 40.0, 50.0]
    lowers, uppers = [v - 1 for v in values], [v + 1 for v in values]
    lowers[4], uppers[4] = lower, 50.0
    made = recent_trend(YEARS, values, lowers, uppers)
    assert (made.way, made.reason, made.needed) == ("not_tested", "too_few_points", 8)
    longer = [2007, 2008, 2009, *YEARS]
    made = recent_trend(longer, [1, 2, 3, *values], [None] * 3 + lowers, [None] * 3 + uppers)
    assert (made.way, made.method, made.n_points) == ("rising", "order", 8)


def test_a_trend_that_one_figure_carries_is_no_trend():
    """The slope kept its sign without the last figure, and so it was a trend; it is none."""
    values = [50.0, 50.1, 50.2, 50.3, 70.0]
    made = recent_trend(YEARS, values, [v - 2 for v in values], [v + 2 for v in values])
    assert made.chi_squared > CHI_SQUARED_LIMIT
    assert made.way == "no_change"


@pytest.mark.parametrize(
    ("values", "p_value", "way"),
    [
        ([1, 2, 3, 4, 6, 5, 8, 7], 0.00174, "rising"),  # two pairs fall: 35 of 40,320 orders
        ([1, 2, 3, 6, 4, 5, 8, 7], 0.00551, "no_change"),  # three pairs fall: 111 of them
    ],
)
def test_the_test_by_order_asks_for_99_8_percent(values, p_value, way):
    made = recent_trend(range(2010, 2018), values, [None] * 8, [None] * 8)
    assert made.p_value == pytest.approx(p_value, abs=1e-5)
    assert made.way == way


@pytest.mark.parametrize(("half", "way"), [(2.23, "rising"), (2.24, "no_change")])
def test_a_slope_must_be_told_at_95_percent_with_any_one_left_out(half, way):
    """Without the last, a slope of 1 has the standard error half / 1.96 over the root of 5."""
    values = [0.0, 1, 2, 3, 30]
    made = recent_trend(YEARS, values, [v - half for v in values], [v + half for v in values])
    assert made.chi_squared > CHI_SQUARED_LIMIT
    without_last = (1.0 / (half / 1.96 / 5**0.5)) ** 2
    assert (without_last > 3.841459) == (way == "rising")
    assert made.way == way


MARCHES = [2019.25, 2020.25, 2021.25, 2022.25, 2023.25, 2024.25, 2025.25]


def test_marches_are_not_set_in_a_row_with_a_december():
    """Temporary accommodation: five figures that rise, the last of them of another season."""
    years, values = [*MARCHES[3:], 2026.0], [10.0, 12, 14, 16, 30]
    limits = [v - 1 for v in values], [v + 1 for v in values]
    made = recent_trend(years, values, *limits)
    assert (made.way, made.reason, made.n_points) == ("not_tested", "too_few_of_a_season", 4)
    years, values = [*MARCHES, 2026.0], [10.0, 12, 14, 16, 18, 20, 22, 0]
    limits = [v - 1 for v in values], [v + 1 for v in values]
    made = recent_trend(years, values, *limits)
    assert (made.way, made.last_year) == ("rising", 2025.25)


def test_of_four_quarters_the_newests_is_followed():
    years = [2018 + quarter / 4 for quarter in range(1, 33)]
    values = [float(place // 4 + 10 * (place % 4)) for place in range(32)]
    made = recent_trend(years, values, [None] * 32, [None] * 32)
    assert (made.way, made.n_points, made.last_year) == ("rising", 8, 2026.0)
    assert made.slope_per_year == pytest.approx(1.0)


def test_a_stock_is_tested_by_order_whatever_its_limits():
    values = [10.0, 12, 14, 16, 18, 20, 22]
    limits = [v - 1 for v in values], [v + 1 for v in values]
    made = recent_trend(MARCHES, values, *limits, stock=True)
    assert (made.way, made.reason, made.needed) == ("not_tested", "too_few_points", 8)
    made = recent_trend(
        [2018.25, *MARCHES], [9.0, *values], [8, *limits[0]], [9.5, *limits[1]], stock=True
    )
    assert (made.way, made.method) == ("rising", "order")
    assert made.p_value == pytest.approx(2 / 40320)


def test_overlapping_periods_are_not_tested():
    made = of_proportions([5, 6, 7, 8, 9], [10] * 5, overlapping=True)
    assert (made.way, made.reason) == ("not_tested", "overlapping_periods")


def test_no_points_at_all_is_too_few():
    assert recent_trend([], [], [], []).reason == "too_few_points"


def test_a_year_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="a year stands twice"):
        of_proportions([5, 6, 7, 8, 9], [10] * 5, years=[2010, 2010, 2011, 2012, 2013])


@pytest.mark.parametrize(
    ("polarity", "words"), [("lower", "improving"), ("higher", "worsening"), ("neither", None)]
)
def test_improving_needs_a_polarity(polarity, words):
    falling = of_proportions([621, 599, 556, 535, 447], [3454, 3195, 3256, 3227, 3121])
    assert meaning(falling, polarity) == words


def test_no_change_is_neither_improving_nor_worsening():
    flat = of_proportions([5405, 5500, 5435, 5480, 5315], [18095, 18170, 18005, 17890, 17860])
    assert meaning(flat, "higher") is None


def test_each_stretch_between_breaks_has_its_number():
    assert split_at_breaks([2010, 2011, 2012, 2013], [2012]) == [0, 0, 1, 1]
    assert split_at_breaks([2010, 2011, 2012, 2013], [2011, 2013]) == [0, 1, 1, 2]
    assert split_at_breaks([2010], []) == [0]
