"""Names that are nearly alike: how many of one supplier are linked, and how many of two.

`near_pairs.csv` was drawn from the names of all bodies by nearness of their plain forms alone
(seed 20261130, up to 80 pairs of each of five strata), whether linked or not, and judged by reading
each pair with its councils and company numbers. Names of private persons and number plates were
taken out.
"""

from pathlib import Path

import polars as pl
import pytest

from data.build.privacy import kinds
from data.build.suppliers import resolve

PAIRS = pl.read_csv(Path(__file__).with_name("near_pairs.csv"), infer_schema=False)
SAME, DIFFERENT = pl.col("verdict") == "same", pl.col("verdict") == "different"
# What the rules do today: a rule that finds more may raise the second.
WRONG_AT_MOST, FOUND_AT_LEAST = 1, 60


@pytest.fixture(scope="module")
def pairs():
    """The pairs, with whether the rules of today link them when they see no other names."""
    sides = [PAIRS.select(name=f"name_{side}", council=f"council_{side}") for side in "ab"]
    links = resolve(pl.concat(sides).unique()).links
    supplier = {(row[0], row[1]): row[2] for row in links.iter_rows()}
    linked = [
        supplier[row["name_a"], row["council_a"]] == supplier[row["name_b"], row["council_b"]]
        for row in PAIRS.iter_rows(named=True)
    ]
    return PAIRS.with_columns(now=pl.Series(linked))


def test_no_private_person_is_in_the_sample():
    for side in "ab":
        names = PAIRS.select(name=f"name_{side}")
        assert kinds(names, listed=()).filter(kind="person")["name"].to_list() == []


def test_two_suppliers_are_no_more_often_taken_for_one(pairs):
    assert pairs.filter(DIFFERENT & pl.col("now")).height <= WRONG_AT_MOST


def test_one_supplier_is_no_less_often_found(pairs):
    assert pairs.filter(SAME & pl.col("now")).height >= FOUND_AT_LEAST
