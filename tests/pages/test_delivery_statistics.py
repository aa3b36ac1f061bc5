"""Outcomes, regression and event study on the Delivery page, in the small world."""

import numpy as np
import polars as pl
import pytest

from components.delivery import outcome_choice
from inference.panel.causal_language import causal_words
from tests.pages.opening import choice, opened, words

SECTIONS = ["outcomes", "regression", "change"]
PARTS = ["home_beds", "homes_spending", "reading_rooms"]
HOSTILE = ["<script>alert(1)</script>", "' OR 1=1 --", "x" * 3_000, "\u202eevil", "-1", ","]
CHOICES = {
    "outcomes": ["outcome", "in", "by"],
    "regression": ["outcome", "effects", "lag", "scale", "sample", "weights", "with", "checks"],
    "change": ["outcome", "line", "way", "beside"],
}


@pytest.fixture(autouse=True)
def small_enough(world, monkeypatch):
    """The world has a dozen councils that run the service."""
    monkeypatch.setattr("inference.panel.soundness.FEWEST_COUNCILS", 5)
    monkeypatch.setattr("inference.events.estimation.FEWEST_CHANGED", 3)
    monkeypatch.setattr("inference.events.differences.FEWEST_CONTROLS", 2)


@pytest.fixture
def lively(monkeypatch):
    """Figures that move by chance, and by 30 points where the share of beds passed a half."""
    real = outcome_choice.answer

    def moved(name, **takes):
        one = real(name, **takes)
        if name != "delivery/panel":
            return one
        chance = np.random.default_rng(2).normal(0, 0.2, one.frame.height)
        jump = pl.when(pl.col("share_pct") >= 50).then(30.0).otherwise(0.0)
        frame = one.frame.with_columns(outcome=pl.col("outcome") + jump + chance)
        return one._replace(frame=frame)

    monkeypatch.setattr(outcome_choice, "answer", moved)


def beds(show, **address):
    return opened("delivery", show=show, part="home_beds", deliverer="private", **address)


@pytest.mark.parametrize("show", SECTIONS)
@pytest.mark.parametrize("part", PARTS)
def test_every_section_opens_for_every_part_without_a_causal_word(show, part):
    page = opened("delivery", show=show, part=part, council="aldby")
    assert not page.exception
    assert page.header, "the section says what it is"
    assert causal_words(words(page)) == []


def test_groups_come_with_what_else_differs_and_who_is_left_out():
    page = beds("outcomes", council="aldby")
    said = words(page)
    assert "The mean of “Children seen”" in said
    assert "Aldby has a share of" in said
    assert "What else differs between the groups?" in [one.value for one in page.subheader]
    assert any("Left out" in one.label for one in page.expander)


def test_groups_by_who_runs_the_service_stand_on_dated_changes():
    said = words(beds("outcomes", by="labels"))
    assert "another body known to run the service" in said


def test_the_estimate_comes_with_its_interval_its_card_and_its_limits():
    page = beds("regression", effects="council")
    said = words(page)
    assert not page.exception
    assert "Where the private companies' share of beds in homes was 10 points higher" in said
    assert "95% interval" in said
    assert "**May not be concluded**" in said
    assert "Formula" in said and "outcome ~ share\\_pct | council" not in said
    assert "outcome ~ share_pct | council" in [one.value for one in page.code]
    assert "bootstrap gives" not in said, "slow checks wait until they are asked for"


def test_the_checks_are_worked_out_when_asked():
    said = words(beds("regression", effects="council", checks="yes"))
    assert "Without one council the difference for ten points" in said
    assert "The wild cluster bootstrap gives p =" in said


def test_what_cannot_be_estimated_is_said_with_a_way_on():
    page = beds("regression")  # Figures of the world rise alike in all councils.
    assert not page.exception
    said = " ".join(one.value for one in page.info)
    assert said.startswith("No estimate: The outcome does not move beyond the effects")
    assert "Change the specification" in said


def test_what_never_changes_is_offered_only_where_councils_are_not_set_aside():
    page = beds("regression", effects="council", **{"with": "deprivation"})
    assert "covariates not on offer here: “deprivation”" in " ".join(o.value for o in page.info)


def test_the_years_before_are_said_before_those_after(lively):
    said = words(beds("change", line="50"))
    assert "lastingly rose to 50% or more" in said
    assert said.index("First, the years before") < said.index("Then, the years after")
    assert "would have been noticed in four cases of five" in said


def test_it_is_said_how_much_of_a_break_in_the_trend_the_difference_bears(lively):
    page = beds("change", line="50")
    assert not page.exception
    asked = "How much of a broken trend would the result bear?"
    assert asked in [one.value for one in page.subheader]
    assert "if their trend had broken" in words(page).lower()


def test_what_chance_could_do_as_well_is_refused_with_the_size_that_would_show():
    page = beds("change", line="50")  # Figures of the world rise alike in all councils.
    said = " ".join(one.value for one in page.info).replace("\\", "")
    assert "Not shown: with" in said and "has to reach" in said
    assert "Then, the years after" not in words(page)


def test_an_estimate_begins_with_the_way_and_whom_it_can_reach():
    for show in ("regression", "change"):
        said = words(beds(show, effects="council"))
        assert "**By what way.** Whoever runs the beds sees the children in them." in said
        assert "Higher figures with a higher share" in said


@pytest.mark.parametrize("show", ["regression", "change"])
def test_a_pair_without_a_known_way_is_not_estimated_and_the_page_says_why(show, monkeypatch):
    monkeypatch.setattr("components.delivery.mechanism.of_whole", lambda part: {})
    page = opened("delivery", show=show, part="homes_spending", deliverer="private")
    assert not page.exception
    assert "Nothing is estimated" in page.info[0].value
    assert "Money sees nobody." in words(page)
    assert page.get("page_link"), "there is a way on"
    assert "95% interval" not in words(page)


def test_figures_without_a_known_way_stand_side_by_side_without_an_interval():
    page = opened("delivery", show="outcomes", part="homes_spending", deliverer="voluntary")
    said = words(page)
    assert "These figures stand side by side" in said and "Money sees nobody." in said
    assert "The mean of “Children seen”" in said and "95% intervals" not in said
    table = page.dataframe[0].value
    assert not [name for name in table.columns if "limit" in name.lower()]


def test_too_few_changes_are_refused_with_their_number():
    page = beds("change", line="dated")
    assert not page.exception
    said = " ".join(one.value for one in page.info)
    assert "Here 1 council changed" in said
    assert "Then, the years after" not in words(page)


def test_a_part_without_outcomes_says_so_and_links_to_those_that_have_some(monkeypatch):
    from components.delivery import share_and_outcome

    rows = share_and_outcome.offered("home_beds")
    monkeypatch.setattr(
        share_and_outcome, "offered", lambda part=None: rows if part in (None, "home_beds") else []
    )
    page = opened("delivery", show="regression", part="reading_rooms")
    assert not page.exception
    assert "No outcome of this service covers the same councils" in page.info[0].value
    assert page.get("page_link"), "there is a way on"


@pytest.mark.parametrize(("show", "name"), [(s, n) for s in SECTIONS for n in CHOICES[s]])
def test_what_is_not_on_offer_is_said_and_the_usual_choice_shown(show, name):
    page = beds(show, **{"effects": "council", name: HOSTILE[0]})
    assert not page.exception
    assert page.info, "what was not on offer is said"
    assert "<script" not in words(page)


@pytest.mark.parametrize("show", SECTIONS)
@pytest.mark.parametrize("asked", HOSTILE)
def test_a_hostile_address_breaks_nothing(show, asked):
    page = beds(show, **dict.fromkeys(CHOICES[show], asked))
    assert not page.exception
    assert page.info
    assert "<script" not in words(page)


def test_a_choice_is_written_to_the_address():
    page = beds("regression", effects="council")
    choice(page, "lag").set_value("1").run()
    assert page.query_params["lag"] == "1"
    assert "one year earlier" in words(page)
