"""The worked payment of docs/tracing.md, added up from the published file in plain Python."""

import csv
import gzip
from decimal import Decimal
from pathlib import Path

import pytest

from queries import ask
from tests.build.tracing.needs import MIRROR, needs_edition, needs_mirror

PATH = "payments/leeds/2020-06.csv.gz"
FIRST, LAST = 1804, 1820
SUPPLIER = "BAM Nuttall Limited"
TOTAL = Decimal("2714832.12")


@pytest.fixture(scope="module")
def lines() -> dict[int, dict[str, str]]:
    with gzip.open(Path(MIRROR) / PATH, "rt", encoding="cp1252", newline="") as file:
        return dict(enumerate(csv.DictReader(file), 2))


@needs_mirror
def test_the_sum_is_that_of_the_lines(lines):
    theirs = {n: row for n, row in lines.items() if row["Beneficiary Name"].strip() == SUPPLIER}
    assert list(theirs) == list(range(FIRST, LAST + 1))
    assert sum(Decimal(row["Amount"]) for row in theirs.values()) == TOTAL
    assert Decimal(lines[1804]["Amount"]) == Decimal("326341.88")
    assert Decimal(lines[1810]["Amount"]) == Decimal("-2220.10")


@needs_edition
def test_the_edition_says_the_same():
    paid = ask("council/payment_suppliers", council="LDS", period="2020-21", most=50)
    if paid.is_empty():
        pytest.skip("the edition holds no payments of that year")
    (amount,) = paid.filter(name=SUPPLIER)["paid_gbp"]
    assert Decimal(str(round(amount, 2))) == TOTAL
