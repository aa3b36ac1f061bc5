"""Sums of payments as rows: what must be known stands under each, hostile names are inert."""

import polars as pl

from charts.paid_rows import alt, draw
from charts.rows import LONGEST_NAME
from tests.charts.conftest import HOSTILE, words_of


def frame(*rows):
    return pl.DataFrame(rows, schema=["name", "value_gbp", "note"], orient="row")


def told(figure) -> str:
    return "\n".join(words_of(figure))


SOME = frame(("Aldby", 2_500_000.0, "24 months held"), ("Carrby", -1_200.5, "1 month held"))


def test_each_row_has_its_amount_and_its_note():
    said = told(draw(SOME))
    assert "£2.5m" in said and "24 months held" in said
    assert "−£1,201" in said and "−£1,200.50" in said


def test_a_sum_below_zero_is_hatched_and_runs_left():
    above, below = draw(SOME).data
    assert list(below.x) == [-1_200.5]
    assert above.marker.pattern.shape != below.marker.pattern.shape
    assert draw(SOME).layout.xaxis.range[0] == -1_200.5


def test_a_hostile_name_is_inert_and_what_is_no_name_is_cut():
    said = told(draw(frame((HOSTILE, 1.0, HOSTILE))))
    assert "<script" not in said and "<a " not in said and "\u202e" not in said
    labels = [one.text for one in draw(frame(("a" * 10_000, 1.0, ""))).layout.annotations]
    assert max(len(label.replace("<br>", "")) for label in labels) <= LONGEST_NAME
    assert len(told(draw(frame(("a" * 10_000, 1.0, ""))))) < 2_000


def test_a_name_of_many_letters_is_whole_in_lines_that_a_phone_holds():
    name = "Lincolnshire Integrated Voluntary Emergency Service Limited"
    labels = [one.text for one in draw(frame((name, 1.0, ""))).layout.annotations]
    lines = next(label for label in labels if "Lincolnshire" in label).split("<br>")
    assert " ".join(lines) == name and max(map(len, lines)) <= 40


def test_the_words_say_the_first_rows():
    assert alt(SOME, title="Paid") == "Paid: Aldby £2.5m and Carrby −£1,201."
    assert alt(pl.concat([SOME, SOME]), title="Paid").endswith(" and 1 more.")
    assert alt(SOME.clear(), title="Paid") == "Paid: nothing found."
    assert draw(SOME.clear()) is None


def test_smaller_ones_together_have_no_bar_that_dwarfs_the_rest():
    rows = frame(("Aldby", 2.0, ""), ("9 smaller ones", 50.0, ""), ("Not told", 3.0, ""))
    drawn = draw(rows.with_columns(mark=pl.Series([None, "none", "pale"])))
    assert [list(trace.x) for trace in drawn.data] == [[2.0], [3.0]]
    assert drawn.data[0].marker.color != drawn.data[1].marker.color
    assert drawn.layout.xaxis.range[1] == 3.0
    assert "£50" in told(drawn)
