"""Links against pairs that were judged by hand: how often they are right, by rule.

`labelled_pairs.csv` holds pairs drawn at random from all published names, by rule, and pairs that
are alike and were not linked. `drawn_as` is the rule at the time of drawing, `verdict` what a
reader found before any figure was known: the same legal entity, the same body at branch level,
different, or not to be told. `draw` 1 is the sample that is reported, 2 the one drawn after the
faults that it showed were mended. The pairs are names of organisations only.
"""

import polars as pl
import pytest

from data.build import paths
from inference.intervals import wilson
from tests.build.suppliers.linked_pairs import persons, read_pairs, share, with_links

PAIRS = read_pairs("labelled_pairs.csv")
ONE = pl.col("verdict").is_in(["same", "branch"])
DIFFERENT = pl.col("verdict") == "different"
# What may be lost before somebody has to look.
RIGHT_AT_LEAST, RIGHT_BY_RULE_AT_LEAST = 0.98, 0.90
# Among these few names a chain has fewer branches and councils than among all, so some are lost.
KEPT_AT_LEAST, NEAR_MISSES_FOUND_AT_LEAST = 0.90, 0.25


@pytest.fixture(scope="module")
def pairs():
    return with_links(PAIRS).rename({"now": "linked"})


def test_the_sample_is_large_enough_and_every_verdict_is_known():
    assert PAIRS.height >= 400
    assert set(PAIRS["verdict"]) == {"same", "branch", "different", "unsure"}


def test_no_private_person_is_in_the_sample():
    assert persons(PAIRS) == []


def test_links_are_right(pairs):
    judged = pairs.filter(pl.col("linked") & (ONE | DIFFERENT))
    wrong = judged.filter(DIFFERENT).select("name_a", "name_b").rows()
    assert share(judged, ONE) >= RIGHT_AT_LEAST, wrong


@pytest.mark.parametrize("rule", sorted(set(PAIRS["drawn_as"]) - {"not_linked"}))
def test_links_of_each_rule_are_right(pairs, rule):
    judged = pairs.filter(pl.col("linked") & (pl.col("drawn_as") == rule) & (ONE | DIFFERENT))
    assert judged.height > 5
    assert share(judged, ONE) >= RIGHT_BY_RULE_AT_LEAST


def test_links_that_were_right_are_kept(pairs):
    right = pairs.filter((pl.col("drawn_as") != "not_linked") & ONE)
    lost = right.filter(~pl.col("linked")).select("name_a", "name_b").rows()
    assert share(right, pl.col("linked")) >= KEPT_AT_LEAST, lost


def test_some_near_misses_are_found(pairs):
    missed = pairs.filter((pl.col("drawn_as") == "not_linked") & ONE)
    assert share(missed, pl.col("linked")) >= NEAR_MISSES_FOUND_AT_LEAST


def test_the_document_states_what_was_counted():
    text = (paths.DATA.parent / "docs" / "suppliers.md").read_text("utf-8")
    for draw in "12":
        drawn = PAIRS.filter((pl.col("drawn_as") != "not_linked") & (pl.col("draw") == draw))
        right, wrong = drawn.filter(ONE).height, drawn.filter(DIFFERENT).height
        low, high = (float(limit[0]) for limit in wilson(right, right + wrong, per=100))
        assert f"{right} of {right + wrong}" in text
        assert f"{low:.1f}% to {high:.1f}%" in text
    near = PAIRS.filter(drawn_as="not_linked")
    assert f"{near.filter(ONE).height} of {near.filter(ONE | DIFFERENT).height}" in text
