"""Published payments beside the accounts."""

import polars as pl
import pytest

from charts.payments_beside_outturn import alt, draw
from tests.charts.conftest import HOSTILE, words_of

ROWS = pl.DataFrame(
    {
        "plain_name": ["Roads", "Bins", "The words do not tell"],
        "paid_gbp": [2_000_000.0, -500.0, 40_000.0],
        "outturn_gbp": [3_000_000.0, 900_000.0, None],
    }
)
SAID = {"accounts_name": "Running expenses"}


def test_each_service_has_its_two_bars_and_no_bar_for_what_no_return_tells():
    paid, accounts = draw(ROWS, **SAID).data
    assert list(paid.x) == [2_000_000.0, -500.0, 40_000.0]
    assert list(accounts.x) == [3_000_000.0, 900_000.0]
    assert (paid.name, accounts.name) == ("Published payments", "Running expenses")
    assert all(below < above for above, below in zip(paid.y, accounts.y, strict=False))


def test_amounts_stand_beside_the_name():
    words = words_of(draw(ROWS, **SAID))
    assert "<b>£2.0m beside £3.0m</b>" in words and "<b>£40,000</b>" in words


def test_what_no_words_tell_of_is_not_told_and_never_nought():
    """£0 stood beside £10.4m where no payment's words told of the service."""
    rows = ROWS.with_columns(paid_gbp=pl.Series([None, 5.0, 5.0]))
    assert "not told beside £3.0m" in str(words_of(draw(rows, **SAID)))
    assert "£0" not in alt(rows, council_name="Aldby", period="2022-23", **SAID)
    assert list(draw(rows, **SAID).data[0].x) == [5.0, 5.0]


def test_credits_show_where_zero_is():
    assert draw(ROWS, **SAID).layout.shapes
    assert not draw(ROWS.filter(pl.col("paid_gbp") > 0), **SAID).layout.shapes


def test_nothing_is_drawn_of_nothing():
    assert draw(ROWS.clear(), **SAID) is None


def test_it_is_said_in_words():
    said = alt(ROWS, council_name="Aldby", period="2022-23", **SAID)
    assert "£2.0m of published payments beside £3.9m of running expenses" in said
    assert "Roads £2.0m beside £3.0m" in said
    alone = alt(
        ROWS.with_columns(outturn_gbp=pl.lit(None, pl.Float64)),
        council_name="Aldby",
        period="2022-23",
        **SAID,
    )
    assert "no return to set beside" in alone


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text(name):
    figure = draw(ROWS.with_columns(plain_name=pl.lit(name)), **SAID)
    assert "<script" not in str(figure.to_plotly_json())
