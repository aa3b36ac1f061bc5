"""What the words were taken to mean, held against judgements by hand (``labelled.csv``).

Real wordings of 16 publishers, drawn with replacement: ``money_draws`` in proportion to pounds,
``row_draws`` to payments. ``true_*``: what a reader takes the words to mean; empty when they do not
tell; several separated by ``|`` where each would do ("none": or nothing). Rules were made with the
sample "tuning" in view; the sample "fresh" was drawn and judged after them.
"""

from pathlib import Path

import polars as pl
import pytest

from data.build.wording import classify

FILE = Path(__file__).with_name("labelled.csv")
JUDGED = {"service": "true_service", "spend_category": "true_category"}


@pytest.fixture(scope="module")
def judged() -> pl.DataFrame:
    found = classify(pl.read_csv(FILE, infer_schema=False))
    draws = pl.col("money_draws", "row_draws").cast(pl.Int64)
    return found.with_columns(draws, pl.col("true_service", "true_category").fill_null(""))


def shares(judged: pl.DataFrame, key: str, weight: str) -> tuple[float, float]:
    """Share of what was told that is right, and of what can be told that was told right."""
    truth = pl.col(JUDGED[key])
    right = truth.str.split("|").list.contains(pl.col(key))
    rows = judged.with_columns(right=right.fill_null(False), weight=pl.col(weight))
    told = rows.filter(pl.col(key).is_not_null())
    tellable = rows.filter(truth != "")
    return (
        told.filter("right")["weight"].sum() / told["weight"].sum(),
        tellable.filter("right")["weight"].sum() / tellable["weight"].sum(),
    )


def test_enough_was_judged(judged):
    assert judged.height >= 800
    assert judged.filter(pl.col("sample") == "fresh").height >= 250


@pytest.mark.parametrize("weight", ["money_draws", "row_draws"])
@pytest.mark.parametrize("sample", ["tuning", "fresh"])
@pytest.mark.parametrize(("key", "least_told"), [("service", 0.88), ("spend_category", 0.93)])
def test_what_is_told_is_right(judged, sample, weight, key, least_told):
    right, told = shares(judged.filter(pl.col("sample") == sample), key, weight)
    assert right >= 0.96
    assert told >= least_told


def test_no_category_is_told_wrong_as_a_habit(judged):
    truth = pl.col("true_category").str.split("|")
    wrong = judged.filter(~truth.list.contains(pl.col("spend_category")))
    assert wrong["spend_category"].drop_nulls().value_counts()["count"].max() <= 3
