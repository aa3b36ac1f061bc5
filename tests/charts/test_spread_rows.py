"""What each council pays, in rows of dots on a logarithmic scale."""

import polars as pl

from charts.spread_rows import _step, alt, draw
from tests.charts.conftest import HOSTILE, traces_named, words_of


def dots(row, name, amounts, words="£1m in all"):
    return [
        {
            "row": row,
            "name": name,
            "council": council,
            "council_name": f"Council {council}",
            "value_gbp": amount,
            "words": words,
        }
        for council, amount in amounts.items()
    ]


FRAME = pl.DataFrame(
    dots("acme", "Acme", {"A": 1_000.0, "B": 20_000.0, "C": 3_000_000.0})
    + dots("bold", "Bold", {"A": 500.0, "C": 700.0})
)


def test_the_line_runs_from_lowest_to_highest_and_the_tick_is_the_median():
    figure = draw(FRAME)
    (line,) = traces_named(figure, "Lowest to highest")
    assert list(line.x) == [1_000, 3_000_000, None, 500, 700, None]
    (tick,) = traces_named(figure, "Median")
    assert list(tick.x) == [20_000]


def test_the_council_pointed_out_stands_outside_line_and_median():
    figure = draw(FRAME, subject="C")
    (own,) = traces_named(figure, "Council C")
    assert list(own.x) == [3_000_000, 700]
    (line,) = traces_named(figure, "Lowest to highest")
    assert list(line.x) == [1_000, 20_000, None, 500, 500, None]


def test_a_click_knows_its_row():
    (trace,) = traces_named(draw(FRAME), "A council")
    assert list(trace.customdata) == ["acme"] * 3 + ["bold"] * 2


def test_the_scale_is_logarithmic_in_steps_of_ten():
    axis = draw(FRAME).layout.xaxis
    assert axis.type == "log"
    assert list(axis.ticktext) == ["£100", "£1,000", "£10,000", "£100,000", "£1m", "£10m"]


def test_one_amount_alone_has_a_scale():
    axis = draw(pl.DataFrame(dots("acme", "Acme", {"A": 1_000.0}))).layout.xaxis
    assert axis.range[1] - axis.range[0] > 1


def test_amounts_of_zero_and_below_are_not_drawn():
    frame = pl.DataFrame(dots("acme", "Acme", {"A": -5.0, "B": 0.0}))
    assert draw(frame) is None
    assert "nothing is paid" in alt(frame, title="Shared")


def test_the_finding_in_words():
    words = alt(FRAME, title="Shared", subject="C")
    assert words == (
        "Shared, 2 rows drawn. "
        "Acme: £3.0m by Council C; 2 other councils, from £1,000 to £20,000, median £10,500. "
        "Bold: £700 by Council C; 1 other council, from £500 to £500, median £500."
    )


def test_what_is_too_long_for_a_name_is_cut_on_the_figure_and_whole_in_the_hover():
    name = "The Association of " + "very " * 30 + "long names"
    figure = draw(pl.DataFrame(dots("long", name, {"A": 1.0})))
    assert any(words.endswith("…") for words in words_of(figure))
    (trace,) = traces_named(figure, "A council")
    assert "long names" in trace.hovertext[0].replace("<br>", " ")


def test_names_are_text_not_markup():
    frame = pl.DataFrame(dots(HOSTILE, HOSTILE, {HOSTILE: 5.0}, words=HOSTILE))
    figure = draw(frame, subject=None)
    shown = [*words_of(figure), *(text for trace in figure.data for text in trace.hovertext or [])]
    assert shown
    for text in shown:
        assert "<script" not in text
        assert "<a " not in text
        assert "\u202e" not in text


def test_the_steps_below_a_pound_are_numbers():
    """They read £00 and £01 under care at home a head."""
    assert [_step(power) for power in (-3, -2, -1, 0, 3, 6)] == [
        "£0.001", "£0.01", "£0.10", "£1", "£1,000", "£1m",
    ]  # fmt: skip
