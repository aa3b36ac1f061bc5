"""Reserves and borrowing over the years."""

import polars as pl
import pytest

from charts.balances import alt, draw
from tests.charts.conftest import HOSTILE, traces_named, words_of


@pytest.fixture
def reserves():
    rows = [
        ("2021-22", "Earmarked", 3_000_000.0, "published"),
        ("2021-22", "General", 1_000_000.0, "published"),
        ("2022-23", "Earmarked", None, "not_submitted"),
        ("2022-23", "General", None, "not_submitted"),
        ("2023-24", "Earmarked", 2_000_000.0, "published"),
        ("2023-24", "General", -500_000.0, "published"),
    ]
    return pl.DataFrame(rows, schema=["period", "plain_name", "value_gbp", "status"], orient="row")


def test_each_line_is_a_part_of_the_stack_with_its_own_pattern(reserves):
    earmarked, general = draw(reserves).data[:2]
    assert (list(earmarked.x), list(earmarked.y)) == ([0, 2], [3_000_000.0, 2_000_000.0])
    assert list(general.y) == [1_000_000.0, -500_000.0]
    assert earmarked.marker.pattern.shape != general.marker.pattern.shape
    assert draw(reserves).layout.barmode == "relative"


def test_a_year_without_figures_is_marked_with_its_reason(reserves):
    (missing,) = traces_named(draw(reserves), "No figure")
    assert list(missing.x) == [1]
    assert "did not submit" in missing.hovertext[0]


def test_ticks_say_millions_as_we_do(reserves):
    assert "£2m" in draw(reserves).layout.yaxis.ticktext


def test_the_finding_in_words(reserves):
    assert alt(reserves, title="Reserves", council_name="Own") == (
        "Reserves, Own: £1.5m at the end of 2023-24, from £4.0m at the end of 2021-22. "
        "Of this: Earmarked £2.0m, General −£500,000. 1 period without a figure."
    )


def test_nothing_to_draw(reserves):
    empty = reserves.filter(pl.col("value_gbp").is_null())
    assert draw(empty) is None
    assert "did not submit" in alt(empty, title="Reserves", council_name="Own")
    assert "no figures" in alt(reserves.clear(), title="Reserves", council_name="Own")
    with pytest.raises(ValueError, match="Balances needs the columns period"):
        draw(reserves.drop("period"))


def test_more_lines_than_can_be_told_apart_are_refused(reserves):
    many = reserves.with_columns(plain_name=pl.Series([f"Line {i}" for i in range(6)]))
    with pytest.raises(ValueError, match="at most 4 lines, not 6"):
        draw(many)


def test_hostile_names_are_shown_as_text(reserves):
    figure = draw(reserves.with_columns(plain_name=pl.lit(HOSTILE)))
    assert "<script" not in " ".join(words_of(figure))
