"""The page that compares one council with its peers, on the small world."""

import re

import pytest

from tests.pages.opening import choice, opened, words
from tests.pages.test_council import HOSTILE

pytestmark = pytest.mark.usefixtures("world")


def test_it_compares_the_headline_measures_with_its_class():
    page = opened("compare", council="aldby", peers="same_class")
    assert not page.exception
    assert page.title[0].value == "Aldby compared with metropolitan districts"
    assert "Aldby beside metropolitan districts (n = 2), 1 measure" in words(page)


def test_too_few_peers_give_no_word_and_say_so():
    said = words(opened("compare", council="aldby", peers="same_class"))
    assert "None of these measures can be judged." in said
    assert "Not judged: fewer than eight peers have a figure" in said
    assert "etter than the median" not in said and "orse than the median" not in said


def test_what_befell_the_council_stands_with_its_evidence():
    said = words(opened("compare", council="aldby", peers="same_class"))
    assert "What befell them" in said
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
@pytest.mark.parametrize(
    "name", ["peers", "others", "show", "measures", "closer", "words", "order", "rows", "section"]
)
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


def standing(**address):
    """The words of the table that answers, without what is folded away."""
    said = words(opened("compare", council="aldby", **address))
    return said[said.index('<table class="findings standing">') : said.index("</table>")]


def test_the_table_has_six_columns_and_names_the_period():
    table = standing()
    heads = re.findall(r'<th scope="col">([^<]+)</th>', table)
    assert heads == [
        "Measure", "This council", "Peers’ median", "Beside peers", "Trend", "Period",
    ]  # fmt: skip
    assert re.search(r'<td data-label="Period">[^<]*\d{4}', table)
    assert "<caption>Aldby: headline results, beside usual peers, newest figures</caption>" in table


def test_a_measure_of_the_table_leads_to_itself_council_by_council():
    link = re.search(r'href="(compare\?[^"]+)"', standing())[1]
    assert "section=measure" in link and "closer=" in link and "council=aldby" in link


def test_its_rows_stand_in_the_order_asked_for():
    page = opened("compare", council="aldby", order="service")
    assert not page.exception
    assert choice(page, "order").value == "service"
    assert "asks for the order" in words(opened("compare", council="aldby", order="alphabet"))


def test_a_section_is_made_when_it_is_open():
    page = opened("compare", council="aldby", tabs="none")
    assert 'class="abreast"' not in words(page)
    assert 'class="findings standing"' in words(page)
    page = opened("compare", council="aldby", tabs="none", section="side")
    assert 'class="abreast"' in words(page)
    assert 'class="findings standing"' not in words(page)


def columns_of(page) -> list[str]:
    said = words(page)
    table = said[said.index('class="abreast"') :]
    return re.findall(r'<a[^>]*href="council\?council=([a-z-]+)"', table[: table.index("</thead>")])


def test_an_own_list_stands_side_by_side_in_its_order():
    page = opened("compare", council="aldby", peers="own", others="carrby,bexholme", section="side")
    assert not page.exception
    assert columns_of(page) == ["aldby", "carrby", "bexholme"]


def test_without_a_list_the_nearest_peers_stand_side_by_side():
    page = opened("compare", council="aldby", peers="same_class", section="side", columns="2")
    assert not page.exception
    assert len(columns_of(page)) == 2 and columns_of(page)[0] == "aldby"


def test_the_box_is_reached_by_keyboard_and_named():
    said = words(opened("compare", council="aldby", section="side"))
    assert re.search(r'<div class="abreast" tabindex="0" role="region" aria-label="Aldby', said)


def test_columns_may_be_changed_one_by_one():
    page = opened("compare", council="aldby", peers="same_class", section="side", columns="3")
    link = next(one.proto for one in page.get("page_link") if "one by one" in one.proto.label)
    assert "peers=own" in link.query_string
    assert all(slug in link.query_string for slug in columns_of(page)[1:])


@pytest.mark.parametrize("asked", [*HOSTILE, "1", "16"])
def test_a_number_of_columns_that_is_not_on_offer_gives_the_usual_one(asked):
    page = opened("compare", council="aldby", columns=asked, section="side")
    assert not page.exception
    assert len(columns_of(page)) > 1


def test_a_framework_is_one_of_the_sets():
    page = opened("compare", council="aldby", show="made_up")
    assert not page.exception
    assert "Aldby: made-up framework" in words(page) or "made" in words(page).lower()
    assert "made_up" in choice(page, "show").options or choice(page, "show").value == "made_up"


def test_the_councils_own_page_is_one_step_away():
    labels = [one.proto.label for one in opened("compare", council="aldby").get("page_link")]
    assert "Everything about Aldby" in labels
