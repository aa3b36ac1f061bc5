"""The address of the Payments page: what it may say, what is refused, and where older ones lead."""

import random

import polars as pl
import pytest

from queries.searching import ADDRESS, Search
from tests.pages.opening import opened, words
from tests.pages.test_addresses import ODD

pytestmark = pytest.mark.usefixtures("world")
SEED, TRIES = 20260104, 60
NAMES = [*ADDRESS, "by", "page", "sort", "section", "areas"]
SOUND = {
    "supplier": ["acme", "%"],
    "paid": ["acme-care", "private-persons"],
    "council": ["aldby", "midshire,carrby"],
    "service": ["highways", "none"],
    "category": ["grants", "none"],
    "from": ["2022-05", "2023-04", "1999-01"],
    "to": ["2023-03", "2030-01"],
    "least": ["-5", "0.01", "5000"],
    "most": ["5000", "-0.01"],
    "words": ["home", "=1+1"],
    "cards": ["only", "without"],
    "credits": ["only", "without"],
    "by": ["quarter", "year"],
    "page": ["2", "11"],
    "sort": ["oldest", "largest"],
}


def table(page, alt: str) -> pl.DataFrame:
    return next(pl.from_pandas(one.value) for one in page.dataframe if alt in one.proto.alt)


def test_every_part_of_a_search_can_be_taken_away():
    page = opened("payments", council="aldby,carrby", cards="without", **{"from": "2022-04"})
    labels = [button.label for button in page.button if button.key.startswith("chip")]
    assert labels == ["Aldby", "Carrby", "From April 2022", "Without cards", "Clear all"]
    next(one for one in page.button if one.label == "Aldby").click().run()
    assert page.query_params["council"] == "carrby"
    assert page.query_params["from"] == "2022-04"
    next(one for one in page.button if one.label == "Clear all").click().run()
    assert "council" not in page.query_params and "from" not in page.query_params


def test_choices_are_staged_and_written_by_apply():
    page = opened("payments", page="2")
    page.text_input[0].set_value("acme")
    page.multiselect[0].set_value(["aldby"])
    next(one for one in page.selectbox if one.label == "Financial year").set_value("2022-23")
    next(one for one in page.button if one.label == "Apply").click().run()
    assert not page.exception
    assert {name: page.query_params[name] for name in ("supplier", "council", "from", "to")} == {
        "supplier": "acme",
        "council": "aldby",
        "from": "2022-04",
        "to": "2023-03",
    }
    assert "page" not in page.query_params
    assert "2022-23 (April 2022 to March 2023)" in [button.label for button in page.button]


def test_single_months_win_over_the_year_that_was_there():
    page = opened("payments", **{"from": "2022-04", "to": "2023-03"})
    choices = {one.label: one for one in page.selectbox}
    assert choices["Financial year"].value == "2022-23"
    assert choices["From month"].value == ""
    choices["From month"].set_value("2023-05")
    next(one for one in page.button if one.label == "Apply").click().run()
    assert page.query_params["from"] == "2023-05" and "to" not in page.query_params


@pytest.mark.parametrize(
    "address",
    [
        {"supplier": "<script>alert(1)</script>"},
        {"supplier": "x" * 3_000},
        {"paid": "nobody"},
        {"council": "atlantis"},
        {"service": "'; --"},
        {"category": "\u202e"},
        {"from": "2022-99"},
        {"from": "2024-01", "to": "2022-01"},
        {"least": "NaN"},
        {"least": "5", "most": "1"},
        {"cards": "maybe"},
        {"credits": "<b>"},
        {"by": "decade"},
        {"sort": "x"},
        {"page": "0"},
        {"page": "99999999999"},
    ],
)
def test_a_hostile_address_is_a_sentence(address):
    page = opened("payments", **address)
    assert not page.exception
    assert len(page.title) == 1
    assert "<script>" not in words(page).replace("&lt;script&gt;", "")
    assert page.warning or page.info


def test_any_address_gives_a_page():
    rng = random.Random(SEED)
    page = opened("payments")
    for _ in range(TRIES):
        for name in NAMES:
            page.query_params.pop(name, None)
        for name in rng.sample(NAMES, rng.randint(1, 4)):
            page.query_params[name] = rng.choice(SOUND.get(name, []) + ODD)
        page.run()
        assert not page.exception, dict(page.query_params)
        assert len(page.title) == 1


def test_nothing_is_narrowed_at_first():
    assert Search() == Search(cards="with", credits="with")


def test_only_the_section_that_is_open_is_made():
    page = opened("payments", tabs="none")
    assert page.tabs[0].label == "To whom"
    titles = words(page)
    assert "Largest suppliers" in titles
    assert "What it was for" not in titles and "Months for which" not in titles
    assert "Download as CSV" in titles


@pytest.mark.parametrize(
    ("address", "section", "shown"),
    [
        ({"page": "4"}, "payments", "Payments 151 to 168 of 168"),
        ({"sort": "largest"}, "payments", "Payments 1 to 50 of 168"),
        ({"by": "year"}, "time", "Payments by financial year"),
        ({"tab_category": "table"}, "for", "What it was for"),
    ],
)
def test_an_address_from_before_there_were_sections_opens_the_one_it_means(address, section, shown):
    page = opened("payments", tabs="none", council="aldby", **address)
    assert page.query_params["section"] == section
    assert shown in words(page)


def test_a_page_further_on_is_in_the_address():
    first = table(opened("payments", council="aldby"), "Payments, page 1 of 4")
    last = table(opened("payments", council="aldby", page="4"), "Payments, page 4 of 4")
    assert (first.height, last.height) == (50, 168 - 150)
    assert set(first["Line"]).isdisjoint(last["Line"])
