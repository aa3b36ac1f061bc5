"""The page that compares one council with its peers, on the small world."""

import pytest

from tests.pages.opening import choice, opened, words
from tests.pages.test_council import HOSTILE

pytestmark = pytest.mark.usefixtures("world")


def test_it_compares_the_headline_measures_with_its_class():
    page = opened("compare", council="aldby", peers="same_class")
    assert not page.exception
    assert page.title[0].value == "Aldby compared"
    assert "Aldby beside metropolitan districts (n = 2), 1 measure" in words(page)


def test_too_few_peers_give_no_word_and_say_so():
    said = words(opened("compare", council="aldby", peers="same_class"))
    assert "None of these measures can be judged." in said
    assert "Not judged: fewer than eight peers have a figure" in said
    assert "etter than the median" not in said and "orse than the median" not in said


def test_what_befell_the_council_stands_with_its_evidence():
    said = words(opened("compare", council="aldby", peers="same_class"))
    assert "What befell them" in said and "(#befell)" in said
    link = "(https://example.org/report%20%281%29)"
    assert f"**Section 114 notices**: Aldby [5 September 2023]{link}, [July 2018]{link}" in said
    assert f"Aldby [2024-25]{link} £95.6m as first listed, £80.0m on a later page" in said
    assert "It is no score" in said


def test_what_befell_a_peer_is_said_beside_a_council_of_which_nothing_is_known():
    said = words(opened("compare", council="bexholme", peers="same_class"))
    assert "Nothing of the kind is known of Bexholme itself." in said
    assert "Of its peers" in said and "Aldby [5 September 2023]" in said


def test_where_nothing_is_known_of_anybody_nothing_is_said():
    said = words(opened("compare", council="abercwm", peers="same_class"))
    assert "befell" not in said


def test_without_a_council_there_is_a_list():
    page = opened("compare")
    assert not page.exception
    assert len(page.selectbox[0].options) > 20


@pytest.mark.parametrize("asked", HOSTILE)
def test_an_unknown_council_is_a_sentence_and_a_way_on(asked):
    page = opened("compare", council=asked)
    assert not page.exception
    assert "No council is known by the address" in page.warning[0].value
    assert page.selectbox


@pytest.mark.parametrize("asked", HOSTILE)
@pytest.mark.parametrize("name", ["peers", "others", "show", "measures", "closer", "words"])
def test_a_hostile_choice_gives_the_usual_one(name, asked):
    page = opened("compare", council="aldby", **{name: asked})
    assert not page.exception
    assert "<script" not in words(page)


def test_the_address_is_the_state():
    page = opened("compare", council="aldby", peers="own", others="carrby,bexholme", show="chosen")
    assert choice(page, "peers").value == "own"
    assert choice(page, "show").value == "chosen"
    assert page.multiselect[0].value == ["carrby", "bexholme"]


def test_a_choice_of_several_is_written_to_the_address():
    page = opened("compare", council="aldby", peers="own", others="carrby")
    page.multiselect[0].set_value(["carrby", "bexholme"]).run()
    assert page.query_params["others"] == "carrby,bexholme"


def test_an_own_list_that_is_empty_says_so():
    said = words(opened("compare", council="aldby", peers="own"))
    assert "Choose the councils to compare with" in said


def test_the_council_itself_and_other_nations_are_not_in_an_own_list():
    page = opened("compare", council="aldby", peers="own", others="aldby,glenmore,bexholme")
    assert page.multiselect[0].value == ["bexholme"]
    assert "glenmore" in page.info[0].value


def test_peers_left_out_are_named_with_their_reason():
    said = words(opened("compare", council="aldby", peers="ons_global"))
    assert "Glenmore: another nation, which measures differently" in said
    assert "Tiny City: too few residents to set a scale" in said


def test_single_figures_left_out_are_counted_with_their_reason():
    said = words(opened("compare", council="aldby"))
    assert "withheld by the publisher" in said
    assert "too few cases" in said


def test_spending_is_never_judged():
    page = opened("compare", council="glenmore", show="spending")
    assert not page.exception
    for word in ("**better**", "**worse**"):
        assert word not in words(page)


def test_every_figure_can_be_cited_and_its_query_copied():
    code = [one.value for one in opened("compare", council="aldby").code]
    assert any("Edition 2025-01-01-world" in text for text in code)
    assert any("getvariable('measures')" in text for text in code)


@pytest.mark.parametrize("council", ["ashford-vale", "midshire", "oldtown", "tiny-city", "abercwm"])
def test_every_kind_of_council_has_its_comparison(council):
    page = opened("compare", council=council)
    assert not page.exception
    assert len(page.title) == 1
