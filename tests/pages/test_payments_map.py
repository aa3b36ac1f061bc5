"""The map of paying councils on the Payments page, and the drawing of what is held."""

import polars as pl
import pytest

from tests.pages.opening import opened, words

pytestmark = pytest.mark.usefixtures("world")
MAP_TABLE = {"section": "councils", "tab_map": "table"}


def table(page, alt: str) -> pl.DataFrame:
    return next(pl.from_pandas(one.value) for one in page.dataframe if alt in one.proto.alt)


def test_a_council_with_too_few_months_has_no_figure_on_the_map():
    page = opened("payments", tabs="none", **MAP_TABLE)
    rows = table(page, "Where it was paid").rows(named=True)
    assert rows and all(
        (row["£ per head in twelve months"] is None)
        == (row["Months held"] < 12 or not row["£"] or not row["Residents"])
        for row in rows
    )


def test_the_map_divides_what_is_no_money_of_the_treasury_by_residents_and_months():
    page = opened("payments", tabs="none", **MAP_TABLE)
    for row in table(page, "Where it was paid").rows(named=True):
        head = row["£ per head in twelve months"]
        if head is not None:
            assert head == pytest.approx(12 * row["£"] / row["Residents"] / row["Months held"])


def test_months_held_are_drawn_of_the_councils_with_most_payments(monkeypatch):
    monkeypatch.setattr("components.payments.coverage_figure.MOST_DRAWN", 2)
    page = opened("payments", tabs="none", section="held")
    assert not page.exception
    said = words(page)
    assert "The 2 with most payments are drawn; the table has all." in said
    assert "6 councils" in said
