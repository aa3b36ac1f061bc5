"""What leaves a council out is said in one place; here, figures that a model cannot work with."""

import polars as pl
import pytest

from inference.comparison.eligible import compared, left_out, with_reasons

FRAME = pl.DataFrame(
    {
        "council": ["GGG", "AAA", "BBB", "CCC", "DDD", "EEE", "FFF"],
        "value": [5.0, 1.0, None, 3.0, 4.0, 5.0, None],
        "left_out_because": [
            None,
            None,
            "not_responsible",
            "sparse",
            "denominator_unknown",
            None,
            None,
        ],
        "lower": [4.0, 0.5, None, 2.0, 3.0, 4.0, None],
        "upper": [6.0, 1.5, None, 4.0, 5.0, None, None],
    }
)


def reasons(**options):
    made = with_reasons(FRAME, **options)
    return dict(made.select("council", "left_out_because").iter_rows())


def test_each_council_left_out_says_why_in_the_words_of_the_database():
    assert reasons() == {
        "GGG": None,
        "AAA": None,
        "BBB": "not_responsible",
        "CCC": "sparse",
        "DDD": "denominator_unknown",
        "EEE": None,
        "FFF": "no_value",
    }


def test_missing_intervals_are_asked_for():
    asked = reasons(interval=True)
    assert (asked["EEE"], asked["GGG"]) == ("no_interval", None)
    assert asked["CCC"] == "sparse"


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
