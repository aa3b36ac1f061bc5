"""The Delivery page on the small world."""

import pytest

from tests.pages.opening import opened, words

pytestmark = pytest.mark.usefixtures("world")
HOSTILE = ["<script>alert(1)</script>", "' OR 1=1 --", "x" * 3_000, "\u202eevil"]


@pytest.mark.parametrize("show", ["shares", "map"])
@pytest.mark.parametrize("part", ["homes_spending", "reading_rooms"])
def test_every_section_opens_for_every_part(show, part):
    page = opened("delivery", show=show, part=part, council="aldby")
    assert not page.exception
    assert page.title[0].value == "Who delivers, and what goes with it?"


def test_the_newest_shares_are_said_with_the_councils_they_stand_on():
    text = words(opened("delivery", part="homes_spending"))
    # 14 points after the start in 2017-18, by the sums of the world.
    assert "In 2024-25, by spending: own" in text
    assert "councils" in text


def test_a_council_is_set_beside_its_peers():
    page = opened("delivery", part="homes_spending", council="aldby", deliverer="private")
    titles = [one.value for one in (*page.header, *page.subheader)]
    assert "Spending on homes: who delivers in Aldby" in titles
    assert "Private: share in Aldby beside usual peers" in titles


def test_years_that_are_set_beside_no_peers_are_named_with_the_reason():
    page = opened("delivery", part="home_beds", council="MAD", deliverer="private")
    said = [one.value for one in page.caption if "Not set beside peers" in one.value]
    assert len(said) == 1
    assert "2020-21" in said[0] and "Fewer than 20 places" in said[0]


def test_the_table_of_a_council_gives_each_row_its_own_status():
    page = opened("delivery", part="homes_spending", council="MAC")
    table = next(one.value for one in page.dataframe if "Amount" in one.value.columns)
    absent = table[table["Amount"].isna()]
    assert set(absent["Year"]) == {"2022-23"}
    assert not set(absent["Status"]) & set(table[table["Amount"].notna()]["Status"])


def test_sums_are_given_with_and_without_the_councils_that_have_no_shares():
    page = opened("delivery", part="homes_spending")
    table = page.dataframe[0].value
    row = table[table["Year"] == "2021-22"].iloc[0]
    assert row["Without shares"] > 0
    assert row["In £, with councils without shares"] >= row["In £"]


def test_a_known_change_stands_with_its_evidence():
    page = opened("delivery", part="homes_spending")
    assert not page.exception
    changes = page.dataframe[-1].value
    assert changes["Evidence"].to_list() == ["https://example.org/trust"]
    assert changes["Which way"].to_list() == ["From the council to another body"]
    assert changes["Run before by"].to_list() == ["Own"]
    assert changes[["Since", "Until", "Dated"]].to_numpy().tolist() == [
        ["April 2021", "no end known", "1 May 2021"]
    ]


@pytest.mark.parametrize("asked", HOSTILE)
@pytest.mark.parametrize("name", ["part", "council", "deliverer", "show", "year", "peers"])
def test_a_hostile_address_gives_the_usual_choice_and_a_sentence(name, asked):
    page = opened("delivery", **{name: asked})
    assert not page.exception
    assert "<script" not in words(page)
    if name in ("part", "council", "show", "deliverer"):
        assert page.info, "what was not on offer is said"


def test_a_year_of_the_map_that_is_not_there_is_said():
    page = opened("delivery", show="map", part="homes_spending", year="1999")
    assert "1999" in page.info[0].value and not page.exception


def test_a_place_that_this_edition_does_not_have_is_said():
    page = opened("delivery", show="northamptonshire")
    assert not page.exception
    assert "no figures on roads there" in words(page)


def test_a_published_result_stands_beside_ours_with_the_reasons_for_the_difference():
    page = opened("delivery", show="published")
    assert not page.exception
    text = words(page)
    assert "One point more went with 0.2 points more." in text
    assert "What is another in ours" in text and "Theirs is another country." in text
    # Another share, other years, another outcome: no verdict on the one from the other.
    assert "not as a test of the study" in text
    for verdict in ("published interval", "same sign", "opposite sign"):
        assert verdict not in text
    rows = page.dataframe[0].value
    assert rows["Estimate of"].to_list() == [
        "As published",
        "Our figures of today",
        "Our way, their file, unweighted",
        "Our outcome, their share",
    ]


def test_the_panel_is_offered_with_its_codebook_or_how_to_lay_it_out():
    page = opened("delivery", show="takeaway")
    assert not page.exception
    text = words(page)
    assert "delivery_panel.csv" in text or "python -m data.build assemble" in text
