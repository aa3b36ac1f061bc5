"""Readings of real files against what a second reader measured in them (``truth.csv``)."""

import os
import random
from pathlib import Path

import pytest

from data.build.payments import read_all
from data.build.payments.checking import truths, verdict

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR") or "absent") / "payments"
SMALL_BYTES = 60_000
pytestmark = pytest.mark.skipif(
    not (MIRROR / "truth.csv").exists(),
    reason="PUBLIC_POUND_MIRROR names no mirror with payments/truth.csv",
)
# What the mirror holds that is no list of payments.
NO_PAYMENTS = {"2018-10.csv": "empty", "wcc-property-and-asset-list-february-2021.csv.gz": "land"}
TRAPS = (
    "warwickshire/all-jan-2013.csv.gz",
    "warwickshire/all-feb-2014.csv.gz",
    "warwickshire/wcc-property-and-asset-list-february-2021.csv.gz",
    "hyndburn/March-25-CSV.csv.gz",
    "hyndburn/1908.csv.gz",
    "hyndburn/August-24.csv.gz",
    "leeds/2018-10.csv",
    "leeds/2012-05.csv.gz",
    "manchester/jun-2012.csv.gz",
    "darlington/2013-02.csv.gz",
    "gla/2014-P02.csv.gz",
    "lancashire_pcc/pcc-2023-24.xlsx",
    "northtyneside/2022-06_i.csv.gz",
    "devon/DCCSpendingOver500_202512.csv.gz",
)


def sample() -> list[str]:
    """The files that once went wrong elsewhere, and small ones of every body by a fixed seed."""
    if not (MIRROR / "truth.csv").exists():
        return []
    chance = random.Random(4)
    by_folder: dict[str, list[str]] = {}
    for path in truths(MIRROR):
        if path.exists() and path.stat().st_size < SMALL_BYTES:
            by_folder.setdefault(path.parent.name, []).append(f"{path.parent.name}/{path.name}")
    drawn = [
        name for names in by_folder.values() for name in chance.sample(names, min(3, len(names)))
    ]
    return sorted({*drawn, *(name for name in TRAPS if (MIRROR / name).exists())})


@pytest.fixture(scope="module")
def known() -> dict:
    return truths(MIRROR)


@pytest.mark.parametrize("name", sample())
def test_a_real_file_reads_right_or_is_refused_with_the_true_reason(name, known):
    path = MIRROR / name
    (reading,) = read_all([path])
    word, why = verdict(reading, known[path])
    if path.name in NO_PAYMENTS:
        assert word == "refused" and NO_PAYMENTS[path.name] in why
    else:
        assert word == "right", f"{why}; {reading.problems}"
