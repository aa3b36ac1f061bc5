"""Ranks, quarters and who has neither; how wide a rank is, is tested in test_rank_interval."""

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.comparison.peers import place_in_quarters
from inference.comparison.rank import ranks


def councils(values, halves, **more):
    return pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in range(len(values))],
            "value": [float(v) for v in values],
            "lower": [None if h is None else v - h for v, h in zip(values, halves, strict=True)],
            "upper": [None if h is None else v + h for v, h in zip(values, halves, strict=True)],
            **more,
        },
        schema_overrides={"lower": pl.Float64, "upper": pl.Float64},
    )


figures = st.lists(st.floats(0, 100).map(lambda x: round(x, 1)), min_size=5, max_size=40)


@settings(max_examples=40, deadline=None)
@given(figures, st.randoms(use_true_random=False), st.sampled_from(["higher", "lower"]))
def test_the_order_of_the_rows_changes_nothing(values, shuffle, polarity):
    frame = councils(values, [1 + i % 7 for i in range(len(values))])
    order = list(range(frame.height))
    shuffle.shuffle(order)
    made = ranks(frame, polarity=polarity)
    again = ranks(frame[order], polarity=polarity)
    assert again["council"].to_list() == frame[order]["council"].to_list()
    assert again.sort("council").equals(made)


@settings(max_examples=40, deadline=None)
@given(figures)
def test_the_interval_holds_the_rank_and_the_polarity_turns_it(values):
    frame = councils(values, [2.0] * len(values))
    made = ranks(frame, polarity="higher")
    assert (made["rank_lower"] <= made["rank"]).all()
    assert (made["rank"] <= made["rank_upper"]).all()
    assert made["rank_upper"].max() <= len(values)
    turned = ranks(frame, polarity="lower")
    best = made.filter(rank=1)["council"].to_list()
    worst_rank = turned.filter(pl.col("council").is_in(best))["rank"]
    assert worst_rank.n_unique() == 1
    assert worst_rank[0] == len(values) - len(best) + 1


def test_ties_share_the_better_place_and_each_others_interval():
    made = ranks(councils([9, 5, 5, 5, 1], [0] * 5), polarity="higher")
    assert made["rank"].to_list() == [1, 2, 2, 2, 5]
    assert made["tied"].to_list() == [False, True, True, True, False]
    assert made["rank_lower"].to_list() == [1, 2, 2, 2, 5]
    assert made["rank_upper"].to_list() == [1, 4, 4, 4, 5]


def test_no_interval_means_no_rank_but_a_quarter():
    frame = councils([5, 6, 7, 8, 9, 1], [1, 1, 1, 1, 1, None])
    row = ranks(frame, polarity="higher").row(5, named=True)
    assert (row["rank"], row["rank_lower"], row["no_rank_because"]) == (None, None, "no_interval")
    assert (row["quarter"], row["quarter_n"]) == (1, 5)
    assert ranks(frame, polarity="higher")["ranked_n"].to_list() == [5, 5, 5, 5, 5, None]


def test_without_a_polarity_nobody_is_ranked():
    made = ranks(councils([5, 6, 7, 8, 9], [1] * 5), polarity="neither")
    assert made["rank"].null_count() == 5
    assert set(made["no_rank_because"]) == {"no_polarity"}
    assert made["quarter"].null_count() == 0


def test_a_council_that_may_not_be_compared_is_in_nobodys_n():
    frame = councils(
        [5, 6, 7, 8, 9, 100],
        [1] * 6,
        status=["published"] * 4 + ["not_comparable", "published"],
        sparse=[False] * 5 + [True],
    )
    made = ranks(frame, polarity="higher")
    assert made["ranked_n"].to_list() == [4, 4, 4, 4, None, None]
    assert made["quarter_n"].to_list() == [3, 3, 3, 3, None, None]
    assert made["no_rank_because"].to_list()[4:] == ["not_comparable", "sparse"]


def test_three_councils_are_too_few_to_rank():
    made = ranks(councils([1, 2, 3], [1, 1, 1]), polarity="higher")
    assert set(made["no_rank_because"]) == {"too_few"}


@settings(max_examples=40, deadline=None)
@given(figures)
def test_quarters_are_those_of_each_council_among_the_others(values):
    made = ranks(councils(values, [1.0] * len(values)), polarity="neither")
    for i, row in enumerate(made.iter_rows(named=True)):
        place = place_in_quarters(values[i], values[:i] + values[i + 1 :])
        assert (row["quarter"], row["quarter_n"]) == (place.quarter, place.n)
