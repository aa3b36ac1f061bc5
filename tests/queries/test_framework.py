"""How a council stands on a framework: every metric a row, with its figure or why there is none."""

import polars as pl
import pytest

import queries
from queries import ask

IN_THE_EDITION = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
CLASSES = {
    "GAT": "metropolitan_district",
    "DEV": "county",
    "EXE": "district",
    "LDS": "metropolitan_district",
    "CMD": "london_borough",
    "DST": "unitary",
}


def standing(council: str, framework: str = "made_up") -> pl.DataFrame:
    return ask("framework/standing", council=council, framework=framework, model="usual")


def row(council: str, metric: str, part: int = 1) -> dict:
    return standing(council).filter(metric=metric, part=part).row(0, named=True)


def test_every_metric_is_a_row_for_every_council_of_the_nation(world):
    for council in ("MAA", "DIA", "CSH", "OLD", "LND"):
        found = standing(council)
        assert found["metric"].unique(maintain_order=True).to_list() == [
            "1.01",
            "1.02",
            "1.03",
            "1.04",
            "2.00",
            "2.01",
            "2.02",
        ]
    assert standing("SCA").is_empty()
    assert standing("E6101").is_empty()


def test_a_figure_is_that_of_the_measure_and_the_word_that_of_the_law(world):
    found = row("MAA", "1.01")
    of_council = ask("council/outcomes", council="MAA", model="usual", kinds=["outcome"])
    same = of_council.filter(measure="bins_recycled").row(0, named=True)
    for column in ("period", "value", "lower", "upper", "status", "peers_n", "peers_median"):
        assert found[column] == same[column], column
    assert found["word"] == same["word"]
    assert found["landing_url"] == "https://example.org/bins"
    assert found["age_days"] is not None


def test_what_is_not_its_duty_is_said_and_never_blank(world):
    district = standing("DIA").filter(pl.col("level") == "upper")
    assert set(district["status"]) == {"not_responsible"}
    assert set(district["note"]) == {"Asked of upper councils."}
    assert district["value"].null_count() == district.height
    assert row("CSH", "1.04")["status"] == "not_held"


def test_what_is_not_held_names_its_publishers_page_or_the_frameworks(world):
    found = row("MAA", "1.03")
    assert (found["status"], found["word"]) == ("not_held", "not_judged")
    assert found["landing_url"] == "https://example.org/framework"


def test_what_the_framework_does_not_set_is_no_gap_of_ours(world):
    found = row("MAA", "2.00")
    assert (found["held"], found["status"]) == ("no_metric", "not_collected")


def test_no_word_where_the_framework_cannot_be_ranked(world):
    found = row("MAA", "2.01")
    assert found["value"] is not None
    assert (found["word"], found["reason"]) == ("not_judged", "not_ranked")


def test_circumstances_have_their_newest_figure_and_no_word(world):
    found = row("MAA", "2.02")
    assert (found["value"], found["period"], found["word"]) == (800, "2023-24", "not_judged")
    other = row("MAB", "2.02")
    assert (other["value"], other["status"]) == (None, "not_held")
    assert other["note"]


def test_the_parts_of_a_metric_are_rows_of_their_own(world):
    found = standing("MAA").filter(metric="1.02")
    assert found["measure"].to_list() == ["roads_poor", "hills"]
    assert found["differs"].to_list() == ["Bad roads.", "Hills."]


def test_a_framework_says_how_much_of_it_is_held(world):
    found = ask("framework/all").row(0, named=True)
    held = [found[f"{what}_n"] for what in ("metrics", "exact", "derived", "near", "not_held")]
    assert held == [6, 2, 1, 1, 2]


@IN_THE_EDITION
@pytest.mark.parametrize("council", CLASSES)
def test_the_local_outcomes_framework_leaves_no_row_out(council):
    found = standing(council, "local_outcomes")
    assert found["metric"].n_unique() == 115
    assert found["outcome"].n_unique() == 16
    held = found["status"].is_in(["published", "derived", "estimated"])
    assert found.filter(held)["value"].null_count() == 0
    # What is measured in another way is shown, and compared with nothing.
    none = found.filter(~held & (pl.col("status") != "not_comparable"))
    assert none["value"].null_count() == none.height
    asked = found.filter(pl.col("status") != "not_responsible")
    assert asked.filter(pl.col("held") == "not_held")["landing_url"].null_count() == 0
    duties = {"county": 99, "district": 41, "unitary": 114, "london_borough": 111}
    metrics = asked.filter(pl.col("held") != "no_metric")["metric"].n_unique()
    assert metrics == duties.get(CLASSES[council], 112)


@IN_THE_EDITION
def test_gateshead_has_the_figures_of_the_published_comparator():
    found = standing("GAT", "local_outcomes")
    figure = {
        (metric, measure): value
        for metric, measure, value in found.select("metric", "measure", "value").iter_rows()
    }
    for (metric, measure), expected in {
        ("3.01", "families_in_temporary_accommodation_per_1000"): 0.322,
        ("5.02", "readiness_gap_free_meals"): 25.3,
        ("6.02", "ks2_disadvantage_gap"): 26,
        ("6.04", "attainment_8_disadvantage_gap"): 18.9,
        ("6.08", "sustained_destination"): 91.3,
        ("7.04", "children_in_need_attainment_8"): 17.4,
        ("7.14", "childrens_spending_not_on_care"): 33.6,
    }.items():
        assert figure[metric, measure] == pytest.approx(expected, abs=0.051), metric
