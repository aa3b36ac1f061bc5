"""Income and the council tax receipt."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.money_rows import alt_income, alt_receipt, draw_income, draw_receipt
from tests.charts.conftest import HOSTILE, words_of


def test_amounts_above_and_below_zero_are_bars_of_their_own(income):
    above, below = draw_income(income).data
    assert list(above.x) == [1_200_000.0, 3_400_000.25]
    assert list(below.x) == [-600_000.0]
    assert (above.marker.pattern.shape, below.marker.pattern.shape) == ("", "/")
    assert above.y[0] > above.y[1] > below.y[0]


def test_labels_are_short_and_hover_is_to_the_penny(income):
    figure = draw_income(income)
    assert "<b>£3.4m</b>" in words_of(figure)
    assert "<b>−£600,000</b>" in words_of(figure)
    assert "£3,400,000.25" in figure.data[0].hovertext[1]
    assert "%" not in figure.data[0].hovertext[1], "one line is below zero, one is missing"


def test_a_share_is_said_only_of_a_whole():
    """Above zero the lines would be more than the whole where one is below it."""
    whole = pl.DataFrame(
        {
            "plain_name": ["Council tax", "Grants"],
            "value_gbp": [300.0, 100.0],
            "status": ["published", "published"],
        }
    )
    assert "75.0% of the total" in draw_income(whole).data[0].hovertext[0]
    assert "£300, 75% of it" in alt_income(whole, title="Income", period="2023-24")
    for amount in (-1.0, None):
        part = pl.DataFrame(
            {"plain_name": ["Reserves"], "value_gbp": [amount], "status": ["published"]},
            schema_overrides={"value_gbp": pl.Float64},
        )
        assert "%" not in alt_income(pl.concat([whole, part]), title="Income", period="2023-24")


def test_a_line_without_a_figure_says_why_in_its_place(income):
    assert "<i>Not collected for this place or year</i>" in words_of(draw_income(income))


def test_income_in_words(income):
    assert alt_income(income, title="Income", period="2023-24") == (
        "Income, 2023-24: £4.0m in all. The largest part is Grants: £3.4m. "
        "Below zero: Reserves added to −£600,000. "
        "No figure for Collection fund (Not collected for this place or year)."
    )


@given(st.lists(st.integers(1, 500_000), min_size=1, max_size=8))
def test_a_receipt_adds_up_to_the_penny(pence):
    frame = pl.DataFrame(
        {
            "plain_name": [f"Line {i}" for i in range(len(pence))],
            "value_gbp": [p / 100 for p in pence],
            "status": ["published"] * len(pence),
        }
    )
    total = f"£{sum(pence) // 100:,}.{sum(pence) % 100:02d}"
    figure = draw_receipt(frame, total_name="Band D bill")
    assert words_of(figure)[2 * len(pence) : 2 * len(pence) + 2] == [
        "<b>Band D bill</b>",
        f"<b>{total}</b>",
    ]
    assert f"Your bill: {total}." in alt_receipt(frame, title="Council tax", period="2025-26")


def test_hostile_names_are_shown_as_text(income):
    frame = income.with_columns(plain_name=pl.lit(HOSTILE))
    shown = " ".join(words_of(draw_receipt(frame, total_name=HOSTILE)))
    assert "<script" not in shown
    assert "<a " not in shown


def test_nothing_to_draw(income):
    empty = income.filter(pl.col("value_gbp").is_null())
    assert draw_income(empty) is draw_receipt(empty) is None
    assert alt_income(empty, title="Income", period="2023-24") == "Income, 2023-24: no figures."
    assert alt_receipt(empty, title="Tax", period="2023-24") == "Tax, 2023-24: no figures."
    with pytest.raises(ValueError, match="needs the columns value_gbp"):
        draw_income(income.drop("value_gbp"))


def test_all_below_zero_is_drawn_too(income):
    figure = draw_income(income.filter(pl.col("value_gbp") < 0))
    assert figure.layout.xaxis.range[0] == -600_000.0
    assert figure.layout.xaxis.range[0] < figure.layout.xaxis.range[1]
