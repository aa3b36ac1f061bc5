"""Ranks and who has none; how wide a rank is, is tested in test_rank_interval."""

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

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


figures = st.lists(st.floats(0, 100).map(lambda x: round(x, 1)), min_size=9, max_size=40)


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
    made = ranks(councils([9, 5, 5, 5, 1, 0.5, 0.4, 0.3, 0.2], [0] * 9), polarity="higher")
    assert made["rank"].to_list() == [1, 2, 2, 2, 5, 6, 7, 8, 9]
    assert made["tied"].to_list() == [False, True, True, True, *[False] * 5]
    assert made["rank_lower"].to_list() == [1, 2, 2, 2, 5, 6, 7, 8, 9]
    assert made["rank_upper"].to_list() == [1, 4, 4, 4, 5, 6, 7, 8, 9]


def test_no_interval_means_no_rank_and_nobodys_n():
    made = ranks(councils([*range(9), 1], [*[1] * 9, None]), polarity="higher")
    row = made.row(9, named=True)
    assert (row["rank"], row["rank_lower"], row["no_rank_because"]) == (None, None, "no_interval")
    assert made["ranked_n"].to_list() == [*[9] * 9, None]


def test_without_a_polarity_nobody_is_ranked():
    made = ranks(councils(range(9), [1] * 9), polarity="neither")
    assert made["rank"].null_count() == 9
    assert set(made["no_rank_because"]) == {"no_polarity"}


def test_a_council_that_may_not_be_compared_is_in_nobodys_n():
    why = [*[None] * 9, "denominator_unknown", "sparse"]
    made = ranks(councils(range(11), [1] * 11, left_out_because=why), polarity="higher")
    assert made["ranked_n"].to_list() == [*[9] * 9, None, None]
    assert made["no_rank_because"].to_list()[9:] == ["denominator_unknown", "sparse"]


def test_a_council_is_ranked_beside_eight_others_at_least():
    few = ranks(councils(range(8), [1] * 8), polarity="higher")
    assert set(few["no_rank_because"]) == {"too_few"}
    assert ranks(councils(range(9), [1] * 9), polarity="higher")["rank"].null_count() == 0
