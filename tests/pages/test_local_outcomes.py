"""Local outcomes: every metric of the framework has its row, for every kind of council."""

import re

import pytest

import queries
from queries import ask
from tests.pages.opening import opened, words

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)


@pytest.mark.parametrize("council", ["leeds", "kent", "new-forest", "hackney", "isles-of-scilly"])
def test_sixteen_outcomes_and_no_metric_left_out(council):
    app = opened("local_outcomes", council=council)
    assert not app.exception
    said = words(app)
    assert len(re.findall(r"<details", said)) == 16
    key = dict(ask("council/names").select("slug", "council").iter_rows())[council]
    held = ask("framework/standing", council=key, framework="local_outcomes", model="usual")
    assert said.count('<th scope="row">') == held.height
    assert held["metric"].n_unique() > 110


def test_a_district_sees_what_is_not_its_duty():
    assert "not this council’s duty" in words(opened("local_outcomes", council="new-forest"))


@pytest.mark.parametrize("council", ["glasgow", "cardiff", "belfast"])
def test_other_nations_are_told_that_it_is_not_theirs(council):
    app = opened("local_outcomes", council=council)
    assert not app.exception
    assert "for councils in England" in words(app)


@pytest.mark.parametrize("asked", ["", "nowhere", "'; drop"])
def test_an_odd_address_gives_the_page_all_the_same(asked):
    app = opened("local_outcomes", council=asked, outcome="99", peers="x")
    assert not app.exception
    assert "Local outcomes" in words(app)
