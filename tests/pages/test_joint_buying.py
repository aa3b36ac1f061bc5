"""The page on what councils buy one by one, on the small world."""

import re

import pytest

from tests.own_code import of, texts
from tests.pages.opening import choice, opened, words
from tests.pages.test_council import HOSTILE

pytestmark = pytest.mark.usefixtures("world")
SAVING = re.compile(r"sav(e|es|ed|ing|ings)\b", re.IGNORECASE)


def table(page, column):
    return next(one.value for one in page.dataframe if column in one.value.columns)


def test_it_says_that_it_is_a_lead_and_no_saving():
    page = opened("joint_buying")
    assert not page.exception
    assert page.info[0].value.startswith("**A lead for a talk, not a saving.**")


def test_no_word_of_a_saving_stands_anywhere_else():
    wrong = [
        text
        for module in of("pages", "components")
        if "joint_buying" in module.name
        for text in texts(module.tree)
        if SAVING.search(re.sub("not a saving", "", text))
    ]
    assert wrong == []


def test_suppliers_that_several_pay_with_their_spread():
    found = table(opened("joint_buying", least="3", years="2022-23,2023-24"), "Paid by")
    assert found["Supplier"].tolist() == ["Acme Care Ltd", "Bold Bins PLC"]
    row = found.iloc[0]
    assert row["Councils"] == 5
    assert row["Paid by"] == "Aldby, Bexholme, Carrby, Midshire, Newtown"
    assert row["Lowest £"] <= row["Median £"] <= row["Highest £"]


def test_what_is_left_out_stands_beside_with_its_money():
    said = words(opened("joint_buying"))
    assert "private persons, whose names are masked (£72,013, 7%)" in said
    assert "names that councils withheld" in said
    assert "grants" in said


def test_what_is_missing_stands_beside():
    page = opened("joint_buying", years="2022-23,2023-24")
    said = words(page)
    assert "4 of 6 councils are held for every month" in said
    assert "7 months are missing, not zero" in said
    assert "from £250 on" in said
    held = table(page, "Months held")
    assert held.set_index("Council")["Months held"]["Ashford Vale"] == "18 of 24"


def test_a_councils_own_view_has_its_neighbours():
    page = opened("joint_buying", council="aldby", peers="same_class", years="2022-23")
    assert not page.exception
    said = words(page)
    assert "of Bexholme and Carrby." in said
    found = table(page, "Others that buy it")
    assert found["Supplier"].iloc[0] == "Acme Care Ltd"
    assert found["Others that buy it"].tolist() == sorted(found["Others that buy it"], reverse=True)


def test_suppliers_can_be_narrowed_to_a_kind_of_thing():
    page = opened("joint_buying", least="2", years="2022-23,2023-24", category="highways_works")
    assert "**1 supplier** is paid for road works by at least 2 of 6 councils" in words(page)


def test_it_begins_with_the_year_in_which_the_council_is_held_best():
    assert opened("joint_buying", council="ashford-vale").multiselect[0].value == ["2023-24"]


def test_the_address_is_the_state():
    page = opened(
        "joint_buying",
        council="aldby",
        peers="all",
        least="2",
        years="2022-23",
        category="home_care",
    )
    assert choice(page, "council").value == "aldby"
    assert choice(page, "peers").value == "all"
    assert choice(page, "least").value == "2"
    assert page.multiselect[0].value == ["2022-23"]


@pytest.mark.parametrize("asked", HOSTILE)
@pytest.mark.parametrize("name", ["council", "peers", "years", "least", "category"])
def test_a_hostile_choice_gives_the_usual_one(name, asked):
    page = opened("joint_buying", **{"council": "aldby", name: asked})
    assert not page.exception
    assert "<script" not in words(page)


def test_every_figure_can_be_cited_and_its_query_copied():
    code = [one.value for one in opened("joint_buying").code]
    assert any("Edition 2025-01-01-world" in text for text in code)
    assert any("getvariable('periods')" in text for text in code)
