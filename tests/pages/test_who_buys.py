"""The page for those who sell to councils, on the small world."""

import fastexcel
import polars as pl
import pytest

from components.who_buys import choices, found, sheet
from tests.pages.opening import opened, words
from tests.pages.test_council import HOSTILE

pytestmark = pytest.mark.usefixtures("world")


def table(page, column):
    return next(one.value for one in page.dataframe if column in one.value.columns)


def test_it_opens_with_what_councils_buy():
    page = opened("who_buys", tabs="all")
    assert not page.exception
    said = words(page)
    assert "kinds of things" in said and "Care at home" in said
    assert "no notices of tenders" in said


def test_the_answer_stands_before_the_choices():
    page = opened("who_buys", category="home_care")
    main = list(page.main)
    first = next(i for i, one in enumerate(main) if "held in" in str(getattr(one, "value", one)))
    assert first < len(main) - 1
    assert "6 councils** held in" in words(page)


def test_a_kind_that_is_not_known_is_said_above_the_answer():
    """It stood inside the choices, which are shut when the address asks for something."""
    main = list(opened("who_buys", category="moon_dust").main)
    said = [str(getattr(one, "value", "")) for one in main]
    wrong = next(i for i, one in enumerate(said) if "moon_dust" in one)
    assert wrong < next(i for i, one in enumerate(said) if "kinds of things" in one)


def test_who_buys_care_at_home():
    page = opened("who_buys", category="highways_works", year="2022-23")
    assert not page.exception
    said = words(page)
    assert "for road works" in said
    assert "organisation" in said and "By card" in said
    councils = table(page, "£ per head")
    assert councils["Look"].str.startswith("payments?category=highways_works&from=2022-04").any()
    sellers = table(page, "Paid by")
    assert "Acme Care Ltd" in sellers["Supplier"].tolist()


def test_the_council_in_whose_view_it_is_and_who_is_near():
    said = words(opened("who_buys", category="home_care", council="aldby", year="2022-23"))
    assert "Aldby itself paid" in said


def test_a_council_of_which_nothing_is_held_says_so():
    said = words(opened("who_buys", category="home_care", council="eastmere"))
    assert "No payments of" in said or "not on offer" in said


def test_words_find_what_they_describe():
    said = words(opened("who_buys", described="refuse", year="2022-23"))
    assert "whose words say “refuse”" in said


def test_nothing_found_is_a_sentence():
    page = opened("who_buys", described="no such thing at all")
    assert not page.exception
    assert "None of 6 councils held" in words(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_are_harmless(text):
    for name in ("category", "described", "council", "among", "year", "cards"):
        page = opened("who_buys", **{name: text})
        assert not page.exception
        assert "<script" not in words(page).replace("\\<", "")


def test_the_sheet_has_the_figures_of_the_page():
    chosen = choices.Chosen(
        "home_care", "Care at home", "", "2022-23", "all", "All councils",
        ("CSH", "DIA", "MAA", "MAB", "MAC", "UNA"), None, "with",
    )  # fmt: skip
    one = found.find(chosen)
    book = fastexcel.read_excel(sheet.workbook(one))
    assert {"Councils", "Suppliers", "Months"} <= set(book.sheet_names)
    rows = book.load_sheet("Councils").to_polars()
    assert rows["amount_gbp"].sum() == pytest.approx(one.amount_gbp)
    csv = pl.read_csv(sheet.councils_csv(one))
    assert csv["amount_gbp"].sum() == pytest.approx(one.amount_gbp)
    assert {"gss", "figure", "period", "edition", "caveats"} <= set(csv.columns)


def test_the_choices_are_open_before_anything_is_asked_and_behind_a_button_after():
    assert not opened("who_buys").get("popover")
    assert opened("who_buys", category="home_care").get("popover")
