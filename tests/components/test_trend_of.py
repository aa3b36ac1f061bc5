"""Which figures of a measure's series the test of trend is given."""

from datetime import date

import polars as pl
import pytest

from findings.judgements import trend_of


def of(ends, values, *, half=1.0, days=True, **more):
    starts = [one.replace(year=one.year - 1) if days else one for one in ends]
    rows = {
        "period": [str(one) for one in ends],
        "starts": starts,
        "ends": ends,
        "value": [float(v) for v in values],
        "lower": [None if half is None else v - half for v in values],
        "upper": [None if half is None else v + half for v in values],
        "left_out_because": [None] * len(ends),
        "breaks": [[]] * len(ends),
        "stock": [False] * len(ends),
    }
    kinds = {
        "lower": pl.Float64,
        "upper": pl.Float64,
        "breaks": pl.List(pl.String),
        "left_out_because": pl.String,
    }
    return pl.DataFrame(rows | more, schema_overrides=kinds)


def marches(first, n):
    return [date(year, 3, 31) for year in range(first, first + n)]


def test_five_marches_with_one_december_are_seven_marches_or_nothing():
    ends = [*marches(2019, 7), date(2025, 12, 31)]
    starts = [one.replace(month=one.month - 2, day=1) for one in ends]
    values = [20, 20, 20, 20, 20, 20, 20, 90]
    flow = of(ends, values, starts=starts)
    assert (trend_of(flow).way, trend_of(flow).last_year) == ("no_change", 2025.25)
    stock = trend_of(flow.with_columns(stock=True))
    assert (stock.way, stock.reason, stock.n_points) == ("not_tested", "too_few_of_a_season", 7)


def test_the_twelve_months_to_december_do_not_make_years_to_march_overlap():
    ends = [*marches(2019, 7), date(2025, 12, 31)]
    starts = [one.replace(year=one.year - 1, month=one.month % 12 + 1, day=1) for one in ends]
    starts[-1] = date(2025, 1, 1)
    made = trend_of(of(ends, [10, 20, 30, 40, 50, 60, 70, 0], starts=starts))
    assert (made.way, made.last_year) == ("rising", 2025.25)


def test_three_years_together_overlap():
    ends = [date(year, 12, 31) for year in range(2015, 2025)]
    starts = [one.replace(year=one.year - 2, month=1, day=1) for one in ends]
    assert trend_of(of(ends, range(10), starts=starts)).reason == "overlapping_periods"


def test_ten_years_with_a_break_are_too_few_since_the_series_changed():
    """Attainment 8 has ten school years and was said to have fewer than five."""
    ends = [date(year, 8, 31) for year in range(2016, 2026)]
    ten = of(ends, range(10), half=None, breaks=[["2016/17", "2019/20", "2022/23"]] * 10)
    made = trend_of(
        ten.with_columns(starts=pl.col("ends").dt.offset_by("-1y") + pl.duration(days=1))
    )
    assert (made.reason, made.needed, made.n_points) == ("too_few_since_break", 8, 3)


def test_a_break_in_a_year_that_was_not_collected_still_breaks():
    ends = [date(year, 3, 31) for year in (2016, 2017, 2018, 2019, 2021, 2022)]
    made = trend_of(of(ends, [1, 20, 30, 40, 50, 60], breaks=[["2019-20"]] * 6, days=False))
    assert (made.way, made.reason, made.n_points) == ("not_tested", "too_few_since_break", 2)


def spoiled_since_2022(name, value):
    """Six rising years, the last two of them spoiled."""
    whole = of(marches(2018, 6), [10, 20, 30, 40, 50, 60], days=False)
    late = pl.col("ends").dt.year() >= 2022
    spoilt = pl.when(late).then(pl.lit(value, whole.schema[name])).otherwise(name)
    return trend_of(whole.with_columns(spoilt.alias(name)))


@pytest.mark.parametrize(
    "spoiled",
    [
        {"left_out_because": "denominator_small"},
        {"left_out_because": "denominator_unknown"},
        {"left_out_because": "not_comparable"},
        {"value": None},
    ],
)
def test_points_that_may_not_be_compared_are_left_out(spoiled):
    made = spoiled_since_2022(*spoiled.popitem())
    assert (made.way, made.reason, made.n_points) == ("not_tested", "too_few_points", 4)


@pytest.mark.parametrize("why", [None, "joint", "sparse"])
def test_a_shared_figure_and_one_of_few_residents_have_a_trend_of_their_own(why):
    assert spoiled_since_2022("left_out_because", why).way == "rising"


def test_no_figures_are_too_few():
    assert trend_of(of([], [])).reason == "too_few_points"
