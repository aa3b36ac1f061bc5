"""Intervals filled in for whole frames."""

import polars as pl
import pytest

from inference.interval_columns import with_interval
from inference.intervals import wilson

FRAME = pl.DataFrame(
    {
        "council": ["AAA", "BBB", "CCC", "DDD"],
        "value": [50.0, None, 20.0, 10.0],
        "numerator": [50, 3, 20, None],
        "denominator": [100, 10, 100, None],
    }
)


def test_limits_are_made_where_there_is_a_figure_with_its_parts():
    made = with_interval(FRAME, method="wilson", per=100)
    lower, upper = wilson(50, 100, per=100)
    assert made["lower"].to_list()[0] == pytest.approx(lower[0])
    assert made["upper"].to_list()[0] == pytest.approx(upper[0])
    assert made["council"].to_list() == FRAME["council"].to_list()


def test_a_withheld_figure_gets_no_interval_though_its_parts_are_there():
    made = with_interval(FRAME, method="byar", per=1000)
    assert made["lower"].to_list()[1] is None
    assert made["upper"].to_list()[1] is None
    assert made["lower"].to_list()[3] is None


def test_published_limits_are_kept():
    published = FRAME.with_columns(lower=pl.Series([41.0, None, None, None]), upper=pl.lit(None))
    made = with_interval(published, method="wilson", per=100)
    assert made["lower"].to_list()[0] == 41.0
    assert made["lower"].to_list()[2] == pytest.approx(wilson(20, 100, per=100)[0][0])
