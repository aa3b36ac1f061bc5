"""Outcomes, regression and event study on the Delivery page, in the small world."""

import pytest

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
    assert "What else differs?" in [one.value for one in page.subheader]
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


def test_the_years_before_are_said_before_those_after():
    said = words(beds("change", line="50"))
    # Figures of the world rise alike in all councils.
    assert "stood 0.00 percentage points" in said
    assert said.index("First, the years before") < said.index("Then, the years after")


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
