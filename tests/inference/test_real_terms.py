"""Cash into the prices of a base year."""

import polars as pl
import pytest

from inference.real_terms import in_real_terms, real_terms

DEFLATOR = pl.DataFrame({"period": ["2010-11", "2024-25"], "index": [68.0, 102.0]})


def test_cash_is_carried_by_the_ratio_of_the_two_indices():
    assert real_terms(200.0, index=68.0, base_index=102.0) == pytest.approx(300.0)


@pytest.mark.parametrize(("index", "base"), [(0, 100), (100, -1)])
def test_a_deflator_of_nothing_is_refused(index, base):
    with pytest.raises(ValueError, match="above zero"):
        real_terms(1.0, index, base)


def test_columns_are_converted_in_place_and_other_columns_stay():
    frame = pl.DataFrame(
        {"period": ["2024-25", "2010-11"], "cash_gbp": [100.0, 200.0], "n": [1, 2]}
    )
    made = in_real_terms(frame, DEFLATOR, base_period="2024-25", columns=["cash_gbp"])
    assert made.columns == frame.columns
    assert made["cash_gbp"].to_list() == pytest.approx([100.0, 300.0])
    assert made["n"].to_list() == [1, 2]


def test_a_period_without_deflator_becomes_null_and_not_cash():
    frame = pl.DataFrame({"period": ["1999-00"], "cash_gbp": [100.0]})
    made = in_real_terms(frame, DEFLATOR, base_period="2024-25", columns=["cash_gbp"])
    assert made["cash_gbp"].to_list() == [None]


def test_a_base_year_without_index_is_refused():
    frame = pl.DataFrame({"period": ["2010-11"], "cash_gbp": [1.0]})
    with pytest.raises(ValueError, match="no single index for 2030-31"):
        in_real_terms(frame, DEFLATOR, base_period="2030-31", columns=["cash_gbp"])
