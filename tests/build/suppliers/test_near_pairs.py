"""Names that are nearly alike: how many of one supplier are linked, and how many of two.

`near_pairs.csv` was drawn from the names of all bodies by nearness of their plain forms alone
(seed 20261130, up to 80 pairs of each of five strata), whether linked or not, and judged by reading
each pair with its councils and company numbers. Names of private persons and number plates were
taken out.
"""

import polars as pl
import pytest

from tests.build.suppliers.linked_pairs import persons, read_pairs, with_links

PAIRS = read_pairs("near_pairs.csv")
SAME, DIFFERENT = pl.col("verdict") == "same", pl.col("verdict") == "different"
# What the rules do today: a rule that finds more may raise the second.
WRONG_AT_MOST, FOUND_AT_LEAST = 1, 60


@pytest.fixture(scope="module")
def pairs():
    return with_links(PAIRS)


def test_no_private_person_is_in_the_sample():
    assert persons(PAIRS) == []


def test_two_suppliers_are_no_more_often_taken_for_one(pairs):
    assert pairs.filter(DIFFERENT & pl.col("now")).height <= WRONG_AT_MOST


def test_one_supplier_is_no_less_often_found(pairs):
    assert pairs.filter(SAME & pl.col("now")).height >= FOUND_AT_LEAST
