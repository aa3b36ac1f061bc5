"""Outcomes by group and what else differs, against scipy's intervals and by hand."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from inference.panel.causal_language import causal_words
from inference.panel.group_sentences import balance_sentence, groups_sentence
from inference.panel.groups import (
    balance,
    median_limits,
    outcome_by_group,
    standardised_difference,
    thirds,
)

NAMES = ("little", "some", "much")


def councils(n=60, seed=8):
    chance = np.random.default_rng(seed)
    share = chance.uniform(0, 100, n)
    return pl.DataFrame(
        {
            "council": [f"C{i:02d}" for i in range(n)],
            "share": share,
            "value": 50 - 0.1 * share + chance.normal(0, 5, n),
            "deprivation": 20 + 0.2 * share + chance.normal(0, 3, n),
            "pay": chance.normal(600, 50, n),
        }
    )


def test_thirds_are_of_equal_size_and_lowest_first():
    made = thirds(councils(), "share", NAMES)
    assert made["group"].value_counts().sort("group")["count"].to_list() == [20, 20, 20]
    bounds = made.group_by("group").agg(low=pl.col("share").min(), high=pl.col("share").max())
    rows = {row["group"]: row for row in bounds.rows(named=True)}
    assert rows["little"]["high"] < rows["some"]["low"] < rows["some"]["high"] < rows["much"]["low"]


def test_a_council_without_a_share_has_no_group():
    frame = councils().with_columns(
        share=pl.when(pl.col("council") == "C00").then(None).otherwise("share")
    )
    made = thirds(frame, "share", NAMES)
    assert made.filter(council="C00")["group"].to_list() == [None]
    assert outcome_by_group(made, "value")["n"].sum() == 59


def test_means_and_medians_with_scipys_intervals():
    frame = thirds(councils(), "share", NAMES)
    for row in outcome_by_group(frame, "value").rows(named=True):
        values = frame.filter(group=row["group"])["value"].to_numpy()
        t = stats.ttest_1samp(values, 0).confidence_interval(0.95)
        assert (row["mean_lower"], row["mean_upper"]) == pytest.approx((t.low, t.high))
        q = stats.quantile_test(values).confidence_interval(0.95)
        assert (row["median_lower"], row["median_upper"]) == pytest.approx((q.low, q.high))
        assert row["median"] == pytest.approx(np.median(values))


@given(st.integers(1, 80))
def test_limits_of_a_median_hold_it_with_95_per_cent_and_no_more_than_needed(n):
    found = median_limits(np.arange(n, dtype=float))
    if n < 6:
        assert found is None
        return
    below = int(found[0])
    assert 1 - 2 * stats.binom.cdf(below, n, 0.5) >= 0.95
    assert 1 - 2 * stats.binom.cdf(below + 1, n, 0.5) < 0.95
    assert found[1] == n - 1 - below


def test_missing_figures_are_counted_and_small_groups_have_no_mean():
    frame = pl.DataFrame(
        {
            "council": list("ABCDEFG"),
            "group": ["own"] * 5 + ["trust"] * 2,
            "value": [1.0, 2.0, 3.0, None, float("nan"), 5.0, 6.0],
        }
    )
    own, trust = outcome_by_group(frame, "value").rows(named=True)
    assert (own["n"], own["without"], own["mean"], own["median_lower"]) == (3, 2, 2.0, None)
    assert (trust["n"], trust["mean"]) == (2, None)
    with pytest.raises(ValueError, match="stands twice"):
        outcome_by_group(pl.concat([frame, frame]), "value")


def test_standardised_differences_by_hand():
    own, base = np.array([2.0, 4.0, 6.0]), np.array([1.0, 2.0, 3.0])
    # Means 4 and 2, variances 4 and 1: 2 over the root of 2.5.
    assert standardised_difference(own, base) == pytest.approx(2 / 2.5**0.5)
    assert standardised_difference(own, base) == -standardised_difference(base, own)
    assert standardised_difference(np.ones(5), np.ones(5)) is None
    assert standardised_difference(own[:2], base) is None


def test_what_else_differs_is_named():
    frame = thirds(councils(), "share", NAMES)
    table = balance(frame, ["deprivation", "pay"], "little")
    assert table.select("covariate", "group").rows() == [
        ("deprivation", "much"),
        ("deprivation", "some"),
        ("pay", "much"),
        ("pay", "some"),
    ]
    row = table.row(0, named=True)
    assert row["mean"] == pytest.approx(frame.filter(group="much")["deprivation"].mean())
    assert (row["word"], row["n"], row["reference_n"]) == ("marked", 20, 20)
    said = balance_sentence(table, "much", {"deprivation": "deprivation"})
    assert said.startswith("They also differ markedly in deprivation")


@pytest.mark.parametrize(
    ("shift", "word"), [(0.0, "alike"), (0.15, "slight"), (-0.24, "slight"), (-0.3, "marked")]
)
def test_words_for_differences(shift, word):
    own = np.array([-1.0, 0.0, 1.0])
    frame = pl.DataFrame(
        {"group": ["a"] * 3 + ["b"] * 3, "need": [*own.tolist(), *(own + shift).tolist()]}
    )
    assert balance(frame, ["need"], "a")["word"].to_list() == [word]


def test_sentences_claim_no_more_than_an_association():
    frame = thirds(councils(), "share", NAMES)
    table = balance(frame, ["deprivation", "pay"], "little")
    groups = outcome_by_group(frame, "value")
    said = [
        groups_sentence(groups, "Moves", "%", 1, "little", "much"),
        balance_sentence(table, "much", {}),
        balance_sentence(table.with_columns(word=pl.lit("alike")), "much", {}),
        balance_sentence(table.head(0), "much", {}),
    ]
    assert [causal_words(one) for one in said if causal_words(one)] == []
    assert "in the 20 councils with little (" in said[0]
    assert said[2].startswith("In none of the 2 things compared")
    lone = groups.with_columns(mean=None)
    assert "Too few" in groups_sentence(lone, "Moves", "%", 1, "little", "much")
