"""The page on one service and all the councils that run it, on the small world."""

import re

import pytest

from tests.pages.opening import choice, opened, words
from tests.pages.test_council import HOSTILE

pytestmark = pytest.mark.usefixtures("world")
BINS = {"service": "environment", "where": "england-single", "measure": "bins_recycled"}


def test_it_names_n_and_who_is_left_out():
    page = opened("service", **BINS)
    assert not page.exception
    said = words(page)
    assert "councils with a figure for 2024-25" in said
    assert "1 × too few cases" in said
    assert "1 × figure withheld" in said
    assert "1 × too few residents to set a scale" in said


def test_only_councils_that_run_the_service_and_are_of_the_group_can_be_pointed_out():
    labels = choice(opened("service", **BINS), "council").options
    assert "Aldby" in labels
    assert not {"Midshire", "Ashford Vale", "Glenmore"} & set(labels)


def test_a_council_of_another_group_is_a_sentence():
    page = opened("service", **BINS, council="midshire")
    assert not page.exception
    assert "“midshire” is not among these councils" in page.info[0].value


def test_the_group_is_the_councils_own_where_the_address_names_none():
    page = opened("service", service="children", council="midshire")
    assert choice(page, "where").value == "england-upper"
    assert choice(page, "council").value == "midshire"


@pytest.mark.parametrize("asked", HOSTILE)
@pytest.mark.parametrize(
    "name",
    [
        "service",
        "where",
        "measure",
        "year",
        "spend",
        "council",
        "limits",
        "with",
        "words",
        "linesof",
    ],
)
def test_a_hostile_choice_gives_the_usual_one(name, asked):
    page = opened("service", **BINS | {name: asked})
    assert not page.exception
    assert "<script" not in words(page)
    assert len(page.title) == 1


def test_the_address_is_the_state():
    page = opened("service", **BINS, year="2021-22", limits="none", council="aldby")
    assert choice(page, "year").value == "2021-22"
    assert choice(page, "limits").value == "none"
    assert choice(page, "council").value == "aldby"


def test_a_figure_without_counts_has_no_funnel_and_says_why():
    said = words(opened("service", service="highways", measure="roads_poor"))
    assert "There is no funnel for this figure" in said


def test_without_circumstances_nothing_is_expected_and_it_says_why():
    said = words(opened("service", **BINS))
    assert "0 have every figure" in said
    assert "Density of population: Made up." in said


def test_a_measure_without_circumstances_of_its_own_has_no_model():
    said = words(opened("service", service="highways", measure="roads_poor"))
    assert "No circumstances are written down for this measure" in said


def test_every_figure_can_be_cited_and_its_query_copied():
    code = [one.value for one in opened("service", **BINS).code]
    assert any("Edition 2025-01-01-world" in text for text in code)
    assert any("getvariable('comparison_group')" in text for text in code)


def test_it_says_what_the_money_is_made_of_beside_the_usual_peers():
    where = {"service": "children", "where": "england-upper"}
    table = {"tab_service-lines": "table"}
    page = opened("service", **where, council="aldby", linesof="2021-22", **table)
    assert not page.exception
    said = words(page)
    assert "In 2021-22 the largest line of Aldby was **Foster carers**" in said
    (table,) = [one.value for one in page.dataframe if "Line" in one.value]
    statuses = dict(zip(table["Line"], table["Status"], strict=True))
    assert statuses["Youth clubs"] == "not submitted"
    together = words(opened("service", **where))
    assert "the lines of 1 council" in together
    assert "Point out a council to set its lines beside those of its usual peers" in together


def test_a_council_without_lines_is_told_why():
    page = opened("service", service="children", where="england-upper", council="midshire")
    assert not page.exception
    assert "No line of Midshire is held for 2021-22." in words(page)


def test_a_service_without_lines_has_no_such_section():
    page = opened("service", **BINS)
    assert not [one for one in page.header if one.value.startswith("What the money for")]


def labels(page) -> dict[str, str]:
    """Label -> address of each link."""
    return {one.proto.label: one.proto.query_string for one in page.get("page_link")}


def test_what_the_dot_of_the_council_says_stands_in_words():
    said = words(opened("service", **BINS, council="aldby"))
    assert re.search(r"\*\*Aldby\*\*: its dot is the .*(lowest|highest) of \d+\.", said)
    assert "its dot" not in words(opened("service", **BINS))


def test_the_nations_median_over_the_years_stands_in_words():
    page = opened("service", **BINS, section="years", tabs="none")
    assert not page.exception
    assert re.search(r"the median of \d+ councils is", words(page))


def test_a_section_is_made_when_it_is_open():
    said = words(opened("service", **BINS, tabs="none", section="chance"))
    assert ": chance or difference?" in said
    assert "every council in order" not in said


def test_the_council_its_comparison_and_the_map_are_one_step_away():
    found = labels(opened("service", **BINS, council="aldby"))
    assert "council=aldby" in found["Everything about Aldby"]
    there = found["Aldby compared on this service"]
    assert "council=aldby" in there and "show=environment" in there
    assert "measure=bins_recycled" in found["This figure on the map"]


def test_the_map_leads_back_to_the_service():
    found = labels(opened("map", measure="bins_recycled", council="aldby"))
    assert "measure=bins_recycled" in found["Every council in order"]
    assert "council=aldby" in found["Aldby compared with its peers"]
