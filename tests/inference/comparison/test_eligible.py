"""One rule for who is compared."""

import polars as pl
import pytest

from inference.comparison.eligible import compared, left_out, with_reasons

FRAME = pl.DataFrame(
    {
        "council": ["GGG", "AAA", "BBB", "CCC", "DDD", "EEE", "FFF"],
        "value": [5.0, 1.0, None, 3.0, 4.0, 5.0, None],
        "status": [
            "published",
            "estimated",
            "not_responsible",
            "published",
            "not_comparable",
            "published",
            "published",
        ],
        "sparse": [False, False, False, True, False, None, False],
        "denominator": [100, 30, 100, 100, 100, None, 100],
        "lower": [4.0, 0.5, None, 2.0, 3.0, 4.0, None],
        "upper": [6.0, 1.5, None, 4.0, 5.0, None, None],
    }
)


def reasons(**options):
    made = with_reasons(FRAME, **options)
    return dict(made.select("council", "left_out_because").iter_rows())


def test_each_council_left_out_says_why():
    assert reasons() == {
        "GGG": None,
        "AAA": None,
        "BBB": "not_responsible",
        "CCC": "sparse",
        "DDD": "not_comparable",
        "EEE": None,
        "FFF": "no_value",
    }


def test_small_denominators_and_missing_intervals_are_asked_for():
    small = reasons(min_denominator=50)
    assert (small["AAA"], small["EEE"], small["GGG"]) == (
        "small_denominator",
        "small_denominator",
        None,
    )
    assert reasons(interval=True)["EEE"] == "no_interval"


def test_who_is_compared_stands_in_order_of_key_and_the_rest_is_named():
    made = with_reasons(FRAME)
    assert compared(made)["council"].to_list() == ["AAA", "EEE", "GGG"]
    assert left_out(made)["council"].to_list() == ["BBB", "CCC", "DDD", "FFF"]


def test_a_frame_of_values_alone_is_enough():
    made = with_reasons(pl.DataFrame({"council": ["A", "B"], "value": [1, None]}))
    assert made["left_out_because"].to_list() == [None, "no_value"]


def test_a_council_may_stand_only_once():
    with pytest.raises(ValueError, match="twice"):
        with_reasons(pl.DataFrame({"council": ["A", "A"], "value": [1.0, 2.0]}))
