"""The nation's median over the years: said from eight councils on, in words and in a figure."""

import polars as pl
import pytest

from charts import trend
from components.service.over_years import _drawn
from findings.service_words import over_years_words as finding
from queries import ask

GROUP = {"nation": "England", "comparison_group": "single"}


def row(period: str, n: int, median: float, **more: object) -> dict[str, object]:
    return {"period": period, "councils_n": n, "median": median, "q1": 30.0, "q3": 50.0} | more


def test_the_newest_median_leads_and_the_oldest_follows():
    rows = [row("2019-20", 40, 38.0), row("2020-21", 5, 1.0), row("2021-22", 41, 42.5)]
    assert finding(rows, "%", 1) == (
        "2021-22: the median of 41 councils is 42.5%, half of them between 30.0% and 50.0%; in "
        "2019-20 it was 38.0%, of 40 councils."
    )


@pytest.mark.parametrize("rows", [[], [row("2021-22", 7, 40.0)]])
def test_fewer_than_eight_have_no_median(rows):
    assert finding(rows, "%", 1) == ""


def test_one_year_alone_is_compared_with_no_other():
    assert "it was" not in finding([row("2021-22", 8, 40.0)], "%", 1)


@pytest.mark.usefixtures("world")
def test_the_council_pointed_out_is_in_the_median_of_all():
    takes = {"service": "environment", **GROUP, "measure": "bins_recycled"}
    alone, beside = (ask("service/over_years", **takes, council=one) for one in (None, "MAA"))
    assert alone.select("period", "councils_n", "median").equals(
        beside.select("period", "councils_n", "median")
    )
    assert alone["value"].null_count() == alone.height
    assert beside["value"].null_count() < beside.height


def test_without_a_council_the_median_and_the_band_are_drawn():
    frame = pl.DataFrame(
        [
            row("2020-21", 40, 38.0, value=None, status=None),
            row("2021-22", 41, 42.5, value=None, status=None),
        ],
        infer_schema_length=None,
    )
    made = trend.draw(_drawn(frame), council_name="", unit="%", median_name="Median of all")
    names = {one.name for one in made.data}
    assert {"Median of all", "Middle half"} <= names
    assert "No figure" not in names
