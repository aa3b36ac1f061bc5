"""Put together: what a reader is told of councils as one, and of those that did it."""

import pytest

import queries
from tests.pages.opening import opened, words

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
EAST = "elmbridge,epsom-and-ewell,mole-valley,reigate-and-banstead,tandridge"


def test_the_share_of_the_county_is_named_and_called_an_assumption():
    said = words(opened("put_together", councils=EAST))
    assert "Of Surrey’s services 45.1% come along" in said
    assert "That is an assumption, not a plan." in said
    assert "median of 12 single councils of that size" in said
    assert "and 6 more." in said


def test_the_share_can_be_switched():
    said = words(opened("put_together", councils=EAST, basis="older"))
    assert "share of the county’s residents aged 65 and over" in said
    assert "45.1%" not in said


def test_a_missing_return_is_said_instead_of_a_smaller_sum():
    said = words(opened("put_together", councils="surrey", year="2024-25"))
    assert "There is no sum for 2024-25" in said
    assert "Guildford" in said
    assert "The newest year with a sum is 2017-18" in said


def test_those_that_did_it_stand_beside_those_that_did_not():
    said = words(opened("put_together", area="buc"))
    assert "became Buckinghamshire" in said
    assert "areas that did not reorganise" in said
    assert "association" in said


@pytest.mark.parametrize("asked", ["", "nowhere", "leeds';--", ",,,", "surrey," * 60])
def test_an_odd_address_gives_the_page_all_the_same(asked):
    app = opened("put_together", councils=asked, basis="x", year="y", area="z", service="q")
    assert not app.exception
    assert "What happened where councils were put together" in words(app)


def test_a_new_council_is_linked_only_where_all_of_it_is_known():
    """Suffolk's rows leave four of its districts unplaced: Ipswich was linked as a whole."""
    said = words(opened("put_together"))
    assert "put_together?councils=ipswich)" not in said
    assert "put_together?councils=breckland,kings-lynn-and-west-norfolk)" not in said
    assert "Ipswich and South Suffolk (takes in Ipswich)" in said
    assert (
        "Where all of Babergh, East Suffolk, Mid Suffolk and West Suffolk goes is not known" in said
    )
    assert "[East Surrey](put_together?councils=elmbridge," in said
