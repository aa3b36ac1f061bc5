"""Hostile names and words of payments are only text on the Payments page."""

import io
import re
import zipfile

import polars as pl
import pytest

from components.answers import answer
from components.payments.payment_list import table as table_of
from spreadsheet import to_xlsx
from tests.pages.opening import opened, words

pytestmark = pytest.mark.usefixtures("world")


def test_hostile_names_are_inert_in_the_figures_and_tables():
    page = opened("payments", council="aldby")
    for one in page.get("plotly_chart"):
        assert "<script" not in one.proto.spec and "\u202e" not in one.proto.spec
        assert "\\u202e" not in one.proto.spec
    for frame in page.dataframe:
        assert "\u202e" not in "".join(map(str, frame.value.to_numpy().ravel()))
    assert "\u202e" not in words(page)
    # In markdown a backslash before the bracket makes it text.
    assert not re.search(r"(?<!\\)<script", words(page))


def test_a_name_of_any_length_or_kind_is_short_and_straight_in_the_list(world):
    asked = dict.fromkeys(("supplier_words", "supplier_slug", "councils", "service", "category"))
    asked |= dict.fromkeys(("first", "last", "least_gbp", "most_gbp", "words_like"))
    one = answer(
        "payments/rows", **asked, way="by_place", cards="with", credits="with", sort="newest",
        rows=5, skip=0,
    )  # fmt: skip
    hostile = one.frame.with_columns(
        purpose=pl.lit("\u202e<b>" + "x" * 10_000), reference=pl.lit(None, pl.String)
    )
    listed = table_of(one._replace(frame=hostile))
    assert listed["Purpose"].str.len_chars().max() <= 300
    assert "\u202e" not in listed["Purpose"][0]
    assert "Reference" not in listed.columns and "Department" in listed.columns


def test_the_workbook_of_a_figure_holds_no_formula_and_no_turned_name(world):
    one = answer("payments/coverage", councils=None)
    frame = one.frame.with_columns(name=pl.lit('=HYPERLINK("x")\u202e'), note=pl.lit("y" * 40_000))
    made = zipfile.ZipFile(io.BytesIO(to_xlsx([("A", "=1")], {"Rows": frame})))
    text = "".join(made.read(name).decode() for name in made.namelist() if name.endswith(".xml"))
    assert "<f>" not in text and "<hyperlink" not in text and "\u202e" not in text
