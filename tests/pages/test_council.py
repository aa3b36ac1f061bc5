"""The Council page on the small world: every kind of council, every kind of address."""

import re
from urllib.parse import parse_qsl

import pytest

from charts.wording import pounds
from queries import ask
from tests.pages.opening import choice, opened, words
from tests.world.places import COUNCILS

pytestmark = pytest.mark.usefixtures("world")
SLUGS = {row["council"]: row["slug"] for row in COUNCILS if row["class"] != "other"}
# A supplier of the world is called <script>…: escaped it is text.
LIVE_MARKUP = re.compile(r"(?<!\\)<script")
HOSTILE = [
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "x" * 5_000,
    "[link](javascript:alert(1))",
    "../../etc/passwd",
    "\x00\u202eevil",
    "$\\frac{1}{2}$ :red[x]",
]


@pytest.mark.parametrize("council", SLUGS)
def test_every_council_has_its_page(council):
    page = opened("council", council=SLUGS[council])
    assert not page.exception
    assert len(page.title) == 1
    assert page.title[0].value == next(c["name"] for c in COUNCILS if c["council"] == council)


@pytest.mark.parametrize("address", ["MAA", "maa", "e08000011", "ALDBY"])
def test_a_council_is_known_by_its_codes_too(address):
    assert opened("council", council=address).title[0].value == "Aldby"


def test_an_unknown_council_is_looked_for_by_its_name():
    page = opened("council", council="aldby-town")
    link = page.get("page_link")[0].proto
    assert link.query_string == "find=aldby+town"


@pytest.mark.parametrize("asked", HOSTILE)
def test_an_unknown_council_is_a_sentence_and_a_way_on(asked):
    page = opened("council", council=asked)
    assert not page.exception
    assert "No council is known by the address" in page.warning[0].value
    assert "<script" not in page.warning[0].value
    assert len(page.warning[0].value) < 300
    assert page.selectbox, "there is a list to choose from"


@pytest.mark.parametrize("asked", HOSTILE)
@pytest.mark.parametrize(
    "name", ["peers", "year", "money", "service", "measure", "funding", "words", "paid"]
)
def test_a_hostile_choice_gives_the_usual_one(name, asked):
    page = opened("council", council="aldby", **{name: asked})
    assert not page.exception
    assert not LIVE_MARKUP.search(words(page))


def test_a_choice_that_is_not_on_offer_is_said():
    page = opened("council", council="aldby", year="1066")
    assert "the year “1066”" in page.info[0].value


def test_repeated_parameters_do_no_harm():
    assert not opened("council", council=["aldby", "carrby"], year=["2021-22", "x"]).exception


def test_no_council_offers_the_list():
    page = opened("council")
    assert not page.exception
    assert not page.warning
    assert len(page.selectbox[0].options) == len(SLUGS)


def test_the_address_is_the_state():
    page = opened(
        "council", council="aldby", year="2021-22", money="cash_total", peers="ons_global"
    )
    assert choice(page, "year").value == "2021-22"
    assert choice(page, "money").value == "cash_total"
    assert choice(page, "peers").value == "ons_global"


def test_a_choice_is_written_to_the_address_and_the_usual_one_is_not():
    page = opened("council", council="aldby")
    choice(page, "year").set_value("2021-22").run()
    assert page.query_params["year"] == "2021-22"
    choice(page, "year").set_value("2024-25").run()
    assert "year" not in page.query_params


def test_an_address_that_changes_wins_over_the_choice_before():
    page = opened("council", council="aldby")
    choice(page, "year").set_value("2021-22").run()
    page.query_params["year"] = "2020-21"
    page.run()
    assert choice(page, "year").value == "2020-21"


def test_it_starts_with_the_newest_year_and_says_that_it_is_compiled():
    page = opened("council", council="aldby")
    assert choice(page, "year").value == "2024-25"
    assert "The figures of 2024-25 come from a published compilation" in words(page)


def test_the_headline_leads_with_what_the_council_decides_on():
    said = words(opened("council", council="aldby", year="2021-22"))
    decided, total = said.index("services that it decides on"), said.index("On all services")
    assert decided < total
    assert "everything but schools, which leave the accounts" in said


def test_the_finding_names_the_comparator_and_n():
    said = words(opened("council", council="aldby", year="2021-22"))
    assert "more than the median of 4 usual peers" in said


def test_reserves_say_how_old_they_are_and_what_was_expected_stands_apart():
    said = words(opened("council", council="aldby"))
    assert "The newest reserves held here are of 31 March 2021, 4 years before" in said
    assert "expected on 31 March 2022: reserves unallocated **−£2.0m**" in said


def test_a_missing_return_says_so():
    said = words(opened("council", council="bexholme", year="2022-23"))
    assert "Without a return of Bexholme for 2022-23 only its peers’ figures are shown." in said
    page = opened("council", council="bexholme", year="2022-23")
    said = next(one.value for one in page.markdown if ":material/warning:" in one.value)
    told, link = said.split("(council?")
    assert told == (
        "- :material/warning: **Bexholme made no return of its spending for 2022-23. The newest "
        "year with figures is "
        "[2024-25]"
    )
    assert "council=bexholme" in link and "year=2024-25" in link


def test_a_district_names_its_county_and_the_way_there():
    said = words(opened("council", council="ashford-vale"))
    assert "Two councils serve this area" in said
    assert "Roads, schools and social care: Midshire" in said


def test_a_county_names_its_districts():
    assert "Ashford Vale and Brook & Hill" in words(opened("council", council="midshire"))


def test_events_stand_first_with_dates_sums_and_evidence():
    page = opened("council", council="aldby")
    said = words(page)
    link = "(https://example.org/report%20%281%29)"
    assert f"**Section 114 notices**: [5 September 2023]{link} (Overspend); [July 2018]" in said
    assert f"[2024-25]{link} £95.6m as first listed, £80.0m on a later page" in said
    assert "**Reorganisation, decided**: [28 October 2025]" in said
    strip = next(one for one in page.markdown if "Section 114" in one.value)
    assert "what came after 1 October 2024 is not known" in strip.proto.help


def test_a_council_without_known_events_has_no_strip():
    assert "Section 114" not in words(opened("council", council="elmby"))


def test_a_nation_of_its_own_list_of_services_says_so():
    page = opened("council", council="abercwm")
    assert not page.exception
    said = words(page)
    assert "on all its services" in said
    assert "housing includes housing benefit" in said
    assert "Net current expenditure" not in said
    names = dict(zip(choice(page, "service").options, choice(page, "service").options, strict=True))
    assert "Housing, with housing benefit" in names
    assert "Compared within Wales only" in said


def test_an_ended_council_is_history_with_its_successor():
    page = opened("council", council="oldtown")
    assert "ended on 31 March 2021 and became part of Newtown" in page.warning[0].value
    assert choice(page, "year").value == "2020-21"


def test_a_merged_council_names_its_predecessors():
    said = words(opened("council", council="newtown"))
    assert (
        "was formed on 1 April 2021 from [Oldport](council?council=oldport) and "
        "[Oldtown](council?council=oldtown)"
    ) in said


@pytest.mark.parametrize(
    ("council", "reason"),
    [
        ("abercwm", "StatsWales"),
        ("ballymore", "no council tax in Northern Ireland"),
        ("glenmore", "Local Government Benchmarking"),
    ],
)
def test_what_is_not_collected_says_why(council, reason):
    assert reason in words(opened("council", council=council))


def test_no_word_beside_fewer_than_eight_peers():
    """No council of the small world has eight; the edition's are in test_same_word_everywhere."""
    page = opened("council", council="st-johns")
    html = next(one.value for one in page.get("html") if "findings" in one.value)
    rows = {part.split("<small>")[0]: part for part in html.split('<th scope="row">')[1:]}
    for row in ("Bins recycled", "Roads poor"):
        assert "fewer than eight peers have a figure" in rows[row]
    for word in ("Better than", "Worse than", "Higher than", "Lower than", "etter than"):
        assert word not in html


def test_a_suppressed_figure_says_so():
    html = words(opened("council", council="elmby"))
    assert "Small numbers." in html


def test_official_words_are_one_switch_away():
    said = words(opened("council", council="aldby", words="official"))
    assert "Official bins_recycled" in said


def test_what_others_run_is_said():
    said = words(opened("council", council="ashford-vale"))
    assert "**Children's social care:** Midshire" in said
    assert "**Police:** Northland Police" in said


def test_every_figure_can_be_cited_and_its_query_copied():
    page = opened("council", council="aldby")
    code = [one.value for one in page.code]
    assert any("Edition 2025-01-01-world" in text for text in code)
    assert any("getvariable('council')" in text for text in code)


def test_published_payments_stand_beside_the_accounts_and_the_gap_is_explained():
    page = opened("council", council="aldby")
    text = words(page)
    assert "published payments beside the accounts, 2023-24" in text
    assert "Wages are in the accounts" in text
    assert "[Acme Care Ltd](supplier?name=acme-care)" in text


def test_a_year_with_missing_months_says_so():
    text = words(opened("council", council="carrby", paid="2022-23"))
    assert "11 of 12 months" in text


def test_hostile_names_of_suppliers_are_text():
    text = words(opened("council", council="aldby"))
    assert "alert('paid')" in text, "it is shown"
    assert not LIVE_MARKUP.search(text)
    assert "\u202e" not in text


def test_a_council_without_payments_says_so_and_gives_a_way_on():
    text = words(opened("council", council="dunby"))
    assert "No payments of this council are held here" in text
    assert "data?section=check" in text


def test_its_news_can_be_followed_and_its_payments_where_they_are_held():
    """Months of payments were offered of every council, of whom nothing is held too."""
    for page in ("council", "changes"):
        said = words(opened(page, council="aldby"))
        assert "(feed/changes.atom?council=aldby)" in said
        assert "(feed/payments.atom?council=aldby)" in said
        without = words(opened(page, council="dunby"))
        assert "(feed/changes.atom?council=dunby)" in without
        assert "feed/payments.atom" not in without


def test_council_tax_received_is_a_receipt_and_no_plan():
    said = words(opened("council", council="aldby"))
    assert "In 2022-23 **£65.0m** of council tax came in here" in said
    assert "not what the council itself set out to raise" in said
    assert "came in here" not in words(opened("council", council="midshire"))


def test_a_scottish_bill_is_said_in_words():
    said = words(opened("council", council="glenmore"))
    assert "A Band D home in Glenmore pays **£1,408.00** in 2024-25." in said


def test_the_receipt_says_that_it_is_an_apportionment_and_of_which_years():
    said = words(opened("council", council="aldby"))
    assert "**An apportionment, not an account.** Aldby’s own part of the 2024-25 bill" in said
    assert "what it spent on each service in 2024-25" in said


def test_real_precepts_stand_apart_from_what_is_apportioned():
    page = opened("council", council="aldby")
    columns = ["Part", "£", "Status", "What it is"]
    bill = next(one.value for one in page.dataframe if list(one.value.columns) == columns)
    assert set(bill["Part"]) == {"Aldby", "Band d police", "Adult social care precept"}
    assert "Of Aldby’s part **£20.00** is the adult social care precept" in words(page)


def test_the_care_precept_of_a_district_is_its_countys():
    said = words(opened("council", council="ashford-vale"))
    assert "Of Midshire’s part **£30.00** is the adult social care precept" in said
    assert "is the adult social care precept" not in words(opened("council", council="bexholme"))


def test_a_resident_of_two_tiers_sees_the_whole_area_as_a_sum_with_its_parts():
    rows = {
        row["part"]: row
        for row in ask("council/whole_area", council="DIA", period="2022-23").to_dicts()
    }
    assert list(rows) == ["county", "district", "police"]
    assert rows["police"]["per_head_gbp"] is None
    together = rows["county"]["per_head_gbp"] + rows["district"]["per_head_gbp"]
    said = words(opened("council", council="ashford-vale", year="2022-23"))
    assert f"**{pounds(together, decimals=2)} per head** was spent by those who serve" in said
    assert "Not in the sum, because no figure is held: police (Northland Police)." in said


def test_a_countys_area_is_its_districts_together():
    frame = ask("council/whole_area", council="CSH", period="2022-23")
    (district,) = frame.filter(part="district").to_dicts()
    assert district["bodies"] == ["Ashford Vale", "Brook & Hill"]
    assert district["per_head_gbp"] == pytest.approx(district["value_gbp"] / district["residents"])
    assert "the 2 district councils" in words(opened("council", council="midshire", year="2022-23"))


def test_one_tier_has_no_whole_area():
    assert "spent in this area together" not in words(opened("council", council="aldby"))


def test_what_a_council_says_of_its_figures_stands_on_its_page_as_text():
    said = words(opened("council", council="aldby"))
    assert "**Bins recycled, 2023-24**" in said
    assert "A. Officer, Director of Resources, [5 November 2024]" in said
    assert "Roads were counted anew." in said
    assert not LIVE_MARKUP.search(said)
    assert "[lorries](https" not in said, "its words make no link"
    assert "What the council says" not in words(opened("council", council="carrby"))


def test_its_comparison_is_one_step_away_with_the_same_peers():
    links = [
        one.proto for one in opened("council", council="aldby", peers="same_class").get("page_link")
    ]
    there = next(one for one in links if one.label == "Compare")
    assert "council=aldby" in there.query_string and "peers=same_class" in there.query_string


def test_the_list_of_peers_is_made_when_it_is_opened():
    inside = "itself is left out of its peers’ median and range"
    assert inside not in words(opened("council", council="aldby", tabs="one"))
    assert inside in words(opened("council", council="aldby"))


def test_a_peer_is_left_out_by_its_chip_and_the_rest_become_a_list_of_ones_own():
    page = opened("council", council="aldby", year="2021-22", section="money", tabs="one")
    chips = [
        one.proto
        for one in page.get("page_link")
        if one.proto.icon_position and one.proto.help.startswith("Compare without")
    ]
    names = {one.label for one in chips}
    assert names and all(one.help == f"Compare without {one.label}" for one in chips)
    left = dict(parse_qsl(chips[0].query_string))
    assert left["peers"] == "own" and left["council"] == "aldby"
    assert left["year"] == "2021-22" and left["section"] == "money", "all else stays chosen"
    assert len(left["others"].split(",")) == len(chips) - 1
    after = opened("council", **left)
    assert not after.exception
    assert {one.proto.label for one in after.get("page_link")}.isdisjoint({chips[0].label})


def test_its_place_in_the_nation_has_words_for_who_does_not_see_it():
    page = opened("council", council="aldby")
    drawn = [one.value for one in page.get("html") if 'class="locator"' in str(one.value)]
    assert len(drawn) == 1
    assert 'alt="Map: where Aldby lies in England"' in drawn[0]


def test_without_boundaries_no_place_is_drawn():
    page = opened("council", council="carrby")
    assert not [one for one in page.get("html") if 'class="locator"' in str(one.value)]
